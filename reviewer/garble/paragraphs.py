"""The lines of a text as the layout rules see them: paragraphs, headings, items of a list."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reviewer.garble.boilerplate import find_boilerplate
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.searched import SearchedText
from reviewer.text.span import Span, merge_spans
from reviewer.text.wording import Wording

HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
CLOSING = "。!?;:…”’》」』)]】〕.~—"
"""Signs with which a paragraph may end; all patterns here are for the folded text."""

_NUMBER = "[一二三四五六七八九十百]{1,4}"
MARK = (
    rf"(?:{_NUMBER}、|\({_NUMBER}\)|\d{{1,2}}[、.](?!\d)|\(\d{{1,2}}\)"
    rf"|第{_NUMBER}(?=[,、:篇章节条部])|[一二三四五六七八九十]{{1,2}}(?:是|要))"
)
"""How an item of a list begins."""

_ITEM = re.compile(rf"{MARK}|[•●·◆■□▲★※☆*#>\-—–]|附(?:件|录|:)|(?:图|表)\d")
_GREETING = re.compile(
    r".{0,24}(?:同志们|朋友们|同仁|代表们|委员们|老师们|同学们|来宾|领导|女士们|先生们|乡亲们)[:!,]?"
)
_SENTENCE_END = re.compile("[。!?]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        span: its place, without the blanks at its ends.
        text: its characters, folded.
        indent: how many blanks stand before it.
        apart: whether an empty line stands before it.
    """

    span: Span
    text: str
    indent: int
    apart: bool

    @property
    def is_item(self) -> bool:
        """Whether it begins as an item of a list or as a numbered heading does."""
        return _ITEM.match(self.text) is not None

    @property
    def is_greeting(self) -> bool:
        """Whether it is the salutation of a speech."""
        return is_greeting(self.text)

    @property
    def sentences(self) -> int:
        """How many sentences end in it."""
        return len(_SENTENCE_END.findall(self.text))


def _lines_of(folded: str) -> Iterator[Line]:
    start, apart = 0, False
    for raw in folded.split("\n"):
        text = raw.strip()
        if text:
            indent = len(raw) - len(raw.lstrip())
            begin = start + indent
            yield Line(Span(begin, begin + len(text)), text, indent, apart)
        apart = not text
        start += len(raw) + 1


class Cover:
    """Spans made one set, so that a place is looked up in O(log n)."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = merge_spans(spans)
        self._ends = [span.end for span in self._spans]

    def holds(self, span: Span) -> bool:
        """Whether `span` lies inside the set."""
        place = bisect_left(self._ends, span.end)
        return place < len(self._spans) and self._spans[place].contains(span)

    def touches(self, span: Span) -> bool:
        """Whether `span` shares a character with the set."""
        place = bisect_right(self._ends, span.start)
        return place < len(self._spans) and self._spans[place].overlaps(span)


@dataclass(frozen=True)
class LayoutText:
    """A text under search, with what several layout rules need of it."""

    searched: SearchedText

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line that is not blank, in order."""
        return tuple(_lines_of(self.searched.folded))

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


def is_greeting(text: str) -> bool:
    """Whether `text`, folded, is a salutation such as 各位领导、同志们:."""
    return len(text) <= 30 and _GREETING.fullmatch(text) is not None


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
