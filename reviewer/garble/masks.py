"""Masks over years, names, places and numbers, each with what it hides as far as its context tells.

The pattern rules of masks.toml find the masks; the table `what` of the same file says what stands
behind one, by the words right before and behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.pattern_rules import find_by_rules
from reviewer.garble.rules import load_rules, read_table, wording_of
from reviewer.garble.searched import SearchedText
from reviewer.garble.without_readings import find_without_readings
from reviewer.text.pinyin import BRACKETED_READING
from reviewer.text.wording import Wording

FILE = "masks.toml"
_CONTEXT = 24
"""Code points on either side that are read; injected readings take some of them."""

_REACH = 32
"""Code points on either side of a needed word that a rule looks at; the widest takes 18."""

_TOLD_BY_RULE = frozenset(
    f"masks/{name}"
    for name in (
        "masked-year",
        "masked-year-alone",
        "masked-numerals",
        "masked-meeting",
        "masked-decimal",
        "masked-digits",
        "masked-placeholder",
        "some-place",
    )
)
"""Rules that name in their own reason what the mask hides."""

_REASON = Wording("“{mask}”{what}", "“{mask}”: {what}")


@dataclass(frozen=True)
class What:
    """One sort of thing that a mask hides.

    Attributes:
        id: its name.
        before: a pattern of what has to end where the mask begins.
        after: a pattern of what has to begin where the mask ends.
        reason: what it hides, for people.
        cases: pairs of a text and the mask in it.
        counter_cases: texts whose mask another row tells.
    """

    id: str
    before: str
    after: str
    reason: Wording
    cases: tuple[tuple[str, str], ...]
    counter_cases: tuple[str, ...]

    def fits(self, before: str, after: str) -> bool:
        """Whether a mask between these two stretches of its line hides this sort of thing."""
        return bool(self._after.match(after)) and bool(self._before.search(before))

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.before})$")

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(self.after)


def _what(row: dict[str, Any]) -> What:
    return What(
        id=row["id"],
        before=row["before"],
        after=row["after"],
        reason=wording_of(row["reason"]),
        cases=tuple((text, mask) for text, mask in row["cases"]),
        counter_cases=tuple(row["counter_cases"]),
    )


@lru_cache(maxsize=1)
def what_masks_hide() -> tuple[What, ...]:
    """The rows of the table, in the order in which they are tried; the last one always fits."""
    return tuple(_what(row) for row in read_table(FILE)["what"])


def find_masks(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every mask and for every number that a mask ran over.

    Cost: that of the pattern rules, and one look at the context of each mask.
    """
    return find_without_readings(searched, _find)


def _find(searched: SearchedText) -> Iterator[Finding]:
    for finding in find_by_rules(searched, load_rules(FILE), _REACH):
        if finding.kind is Kind.OVER_MASKING or finding.rule in _TOLD_BY_RULE:
            yield finding
        else:
            hidden = hidden_by(searched, finding)
            said = _REASON.filled(mask=finding.text, what="{what}")
            yield replace(
                finding,
                reason=Wording(
                    said.zh.replace("{what}", hidden.reason.zh),
                    said.en.replace("{what}", hidden.reason.en),
                ),
            )


def hidden_by(searched: SearchedText, mask: Finding) -> What:
    """What the mask hides, by the first row of the table that fits its line."""
    folded = searched.folded
    span = mask.span
    before = folded[max(0, span.start - _CONTEXT) : span.start].rpartition("\n")[2]
    after = folded[span.end : span.end + _CONTEXT].partition("\n")[0]
    before = BRACKETED_READING.sub("", before)
    after = BRACKETED_READING.sub("", after)
    rows = what_masks_hide()
    return next(row for row in rows if row.fits(before, after))
