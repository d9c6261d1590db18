"""The lines of a text as the layout rules see them: paragraphs, headings, items of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reviewer.garble.boilerplate import find_boilerplate
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.lines import Line
from reviewer.garble.searched import SearchedText
from reviewer.garble.signs import Signs
from reviewer.text.span import Cover, Span
from reviewer.text.wording import Wording


@dataclass(frozen=True)
class LayoutText:
    """A text under search, with what several layout rules need of it."""

    searched: SearchedText

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line that is not blank, in order."""
        return self.searched.lines

    @cached_property
    def signs(self) -> Signs:
        """Where the signs stand that tell layout."""
        return Signs(self.searched.folded_codes)

    @cached_property
    def furniture(self) -> Cover:
        """The blocks that go as furniture; layout rules say nothing about them."""
        return Cover(finding.span for finding in find_boilerplate(self.searched))

    def outside(self, found: Iterable[Finding]) -> Iterator[Finding]:
        """Those of `found` that do not lie in furniture."""
        for finding in found:
            if not self.furniture.holds(finding.span):
                yield finding


def last_part(text: str, signs: str) -> str:
    """What stands behind the last of `signs`; the whole of `text` where there is none."""
    return text[max(text.rfind(sign) for sign in signs) + 1 :]


def layout_finding(
    searched: SearchedText,
    kind: Kind,
    span: Span,
    replacement: str | None,
    confidence: float,
    rule: str,
    reason: Wording,
    *,
    safe: bool = False,
) -> Finding:
    """A finding of `kind` on `span` of the text of record."""
    return Finding(
        kind=kind,
        span=span,
        text=span.of(searched.text),
        replacement=replacement,
        confidence=confidence,
        safe=safe,
        reason=reason,
        rule=rule,
    )
