"""Years that a site wrote over others, told by a copy that still has the old one.

Two editions of a speech name two years by right, so a year that differs is a disagreement and no
damage. It is damage where the text itself shows that this very year was written over others:
2022—2022年 in one place makes 2022 suspect in all others.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.garble.finding import Finding, Kind
from reviewer.repeats.family import Disagreement, DisagreementCategory, Passage
from reviewer.repeats.named_places import Places
from reviewer.text.folding import folded_text
from reviewer.text.wording import Wording

RULE = "copies/year"
_CONFIDENCE = 0.6
_REASON = Wording(
    "{place}作“{right}”；本文别处可见“{wrong}”盖在其他年份上",
    "{place} has {right}; elsewhere this text shows {wrong} written over other years",
)


def find_years_told_by_copies(
    texts: Sequence[str],
    findings: Sequence[Sequence[Finding]],
    disagreements: Sequence[Disagreement],
    places: Places,
) -> list[list[Finding]]:
    """For each text a finding for every suspect year in whose place a copy has another one.

    Where copies have several other years all of them are alternatives and none is proposed.
    Cost: O(readings).
    """
    suspect = [_overwriting(found) for found in findings]
    told: list[list[Finding]] = [[] for _ in texts]
    for disagreement in disagreements:
        if disagreement.category is not DisagreementCategory.YEAR:
            continue
        written = [
            (one, folded_text(one.span.of(texts[one.document]))) for one in disagreement.readings
        ]
        for passage, year in written:
            if year not in suspect[passage.document]:
                continue
            others = {
                text: place
                for place, text in reversed(written)
                if text != year and text.isdecimal() and text not in suspect[place.document]
            }
            known = any(
                one.span.overlaps(passage.span)
                for one in findings[passage.document]
                if one.kind is Kind.YEAR_OVERWRITTEN
            )
            if others and not known:
                text = texts[passage.document]
                told[passage.document].append(_finding(text, passage, others, places))
    return told


def _overwriting(findings: Sequence[Finding]) -> frozenset[str]:
    """The years that a text shows to have been written over others."""
    found = (folded_text(one.text) for one in findings if one.kind is Kind.YEAR_OVERWRITTEN)
    return frozenset(
        text[start : start + 4]
        for text in found
        for start in range(len(text) - 3)
        if text[start : start + 4].isdecimal()
    )


def _finding(text: str, passage: Passage, others: dict[str, Passage], places: Places) -> Finding:
    year = passage.span.of(text)
    right, witness = next(iter(others.items()))
    place = places.named(witness, passage.document)
    return Finding(
        kind=Kind.YEAR_OVERWRITTEN,
        span=passage.span,
        text=year,
        replacement=right if len(others) == 1 else None,
        confidence=_CONFIDENCE,
        safe=False,
        reason=Wording(
            _REASON.zh.format(place=place.zh, right="、".join(others), wrong=year),
            _REASON.en.format(place=place.en, right=", ".join(others), wrong=year),
        ),
        alternatives=tuple(others) if len(others) > 1 else (),
        rule=RULE,
    )
