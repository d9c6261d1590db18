"""Years that were overwritten, as far as one text alone can show it.

Sites make an old speech look new by writing one year over all others. What is left are ranges that
begin and end in the same year, ranges that run backwards, years compared with themselves, and years
that do not fit a plan or an anniversary that everybody knows. Which of two equal years is the wrong
one the text does not say; copies of the speech may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.rules import read_table, wording_of
from reviewer.garble.searched import SearchedText
from reviewer.garble.without_readings import find_without_readings
from reviewer.garble.word_search import WordSearch
from reviewer.text.span import Claims, Span, merge_spans
from reviewer.text.wording import Wording

FILE = "years.toml"
_CENTURIES = ("19", "20")
_FIGURES = 4
_LAST_FIGURES = re.compile(r"\d\d")
_REACH = 64
"""How far from a year the words may stand by which it is known."""

_NUMERALS = {sign: value for value, sign in enumerate("零一二三四五六七八九")}


@dataclass(frozen=True, slots=True)
class RangeRule:
    """Two years that stand to each other as they cannot.

    Attributes:
        id: its name.
        needs: words of which the text must hold one, so that the pattern is tried on few texts.
        source: what it matches in the folded text, with the groups `first` and `last`.
        equal: whether the years are wrong if they are the same; else if the first is the later.
        mark: what is marked: the `whole` range, `each` year, or the `last` one.
        confidence: how sure it is, from 0 to 1.
        reason: one sentence for people.
        cases: pairs of a text and what is marked in it.
        counter_cases: texts in which nothing is marked.
    """

    id: str
    needs: tuple[str, ...]
    source: str
    equal: bool
    mark: str
    confidence: float
    reason: Wording
    cases: tuple[tuple[str, str], ...]
    counter_cases: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """`source` compiled."""
        return re.compile(self.source)


@dataclass(frozen=True, slots=True)
class KnownYears:
    """Years that everybody knows: of a plan, or of an anniversary.

    Attributes:
        id: its name.
        needs: words of which the text must hold one, so that the pattern is tried on few texts.
        source: what it matches in the folded text.
        plans: the first and the last year of each plan.
        base: the year from which each anniversary is counted.
        confidence: how sure it is, from 0 to 1.
        reason: one sentence for people.
        cases: a text, what is marked in it, and what should stand there.
        counter_cases: texts in which nothing is marked.
    """

    id: str
    needs: tuple[str, ...]
    source: str
    plans: dict[str, tuple[int, int]]
    base: dict[str, int]
    confidence: float
    reason: Wording
    cases: tuple[tuple[str, str, str], ...]
    counter_cases: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """`source` compiled."""
        return re.compile(self.source)


def _range_rule(row: dict[str, Any]) -> RangeRule:
    return RangeRule(
        id=row["id"],
        needs=tuple(row["needs"]),
        source=row["pattern"],
        equal=row["when"] == "equal",
        mark=row["mark"],
        confidence=float(row["confidence"]),
        reason=wording_of(row["reason"]),
        cases=tuple((text, found) for text, found in row["cases"]),
        counter_cases=tuple(row["counter_cases"]),
    )


def _known_years(row: dict[str, Any]) -> KnownYears:
    return KnownYears(
        id=row["id"],
        needs=tuple(row["needs"]),
        source=row["pattern"],
        plans={name: (first, last) for name, (first, last) in row.get("plans", {}).items()},
        base=dict(row.get("base", {})),
        confidence=float(row["confidence"]),
        reason=wording_of(row["reason"]),
        cases=tuple((text, found, right) for text, found, right in row["cases"]),
        counter_cases=tuple(row["counter_cases"]),
    )


@lru_cache(maxsize=1)
def range_rules() -> tuple[RangeRule, ...]:
    """The rules for two years that cannot both be right."""
    return tuple(_range_rule(row) for row in read_table(FILE)["range"])


@lru_cache(maxsize=1)
def known_years() -> tuple[KnownYears, ...]:
    """The rules for years that everybody knows."""
    return tuple(_known_years(row) for row in read_table(FILE)["plan"])


def find_overwritten_years(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every year or range that cannot be right. Cost: O(n) a rule.

    Of findings that share a character the earlier rule's stays, known years first.
    """
    return find_without_readings(searched, _find)


def _find(searched: SearchedText) -> Iterator[Finding]:
    places = _needed_words().places(searched)
    years = _years(searched.folded, places)
    claims = Claims(len(searched.text) if years else 0)
    for finding in [*_by_knowledge(searched, years, places), *_by_ranges(searched, years, places)]:
        if claims.claim(finding.span):
            yield finding


@lru_cache(maxsize=1)
def _needed_words() -> WordSearch:
    rules = (*range_rules(), *known_years())
    return WordSearch((*_CENTURIES, *(word for rule in rules for word in rule.needs)))


def _years(folded: str, places: Mapping[str, Sequence[int]]) -> list[int]:
    """Where the figures of years stand; of figures that go on and on, every four are one."""
    years: list[int] = []
    for place in sorted(place for century in _CENTURIES for place in places.get(century, ())):
        after = not years or place >= years[-1] + _FIGURES
        if after and _LAST_FIGURES.match(folded, place + len(_CENTURIES[0])):
            years.append(place)
    return years


def _by_ranges(
    searched: SearchedText, years: Sequence[int], places: Mapping[str, Sequence[int]]
) -> Iterator[Finding]:
    """What the rules for ranges find, each match of which begins with a year."""
    for rule in range_rules():
        if not any(word in places for word in rule.needs):
            continue
        for year in years:
            match = rule.pattern.match(searched.folded, year)
            if match is None:
                continue
            first, last = int(match["first"]), int(match["last"])
            if first == last if rule.equal else first > last:
                for span in _marked(match, rule.mark):
                    said = rule.reason.filled(first=first, last=last)
                    yield _finding(searched.text, span, None, rule.confidence, said, rule.id)


def _marked(match: re.Match[str], mark: str) -> list[Span]:
    first, last = Span(*match.span("first")), Span(*match.span("last"))
    if mark == "whole":
        return [Span(first.start, last.end)]
    return [first, last] if mark == "each" else [last]


def _by_knowledge(
    searched: SearchedText, years: Sequence[int], places: Mapping[str, Sequence[int]]
) -> Iterator[Finding]:
    """What the rules for known years find, each match of which holds a year."""
    around = merge_spans(Span(max(0, year - _REACH), year + _REACH) for year in years)
    for rule in known_years():
        if not any(word in places for word in rule.needs):
            continue
        for near in around:
            for match in rule.pattern.finditer(searched.folded, near.start, near.end):
                yield from _against_plan(searched.text, rule, match)
                yield from _against_anniversary(searched.text, rule, match)


def _against_plan(text: str, rule: KnownYears, match: re.Match[str]) -> Iterator[Finding]:
    years = rule.plans.get(match["plan"]) if rule.plans else None
    if years is None or years == (int(match["first"]), int(match["last"])):
        return
    span = Span(match.start("first"), match.end("last"))
    between = text[match.end("first") : match.start("last")]
    said = rule.reason.filled(plan=match["plan"], first=years[0], last=years[1])
    right = f"{years[0]}{between}{years[1]}"
    yield _finding(text, span, right, rule.confidence, said, rule.id)


def _against_anniversary(text: str, rule: KnownYears, match: re.Match[str]) -> Iterator[Finding]:
    base = rule.base.get(match["event"]) if rule.base else None
    count = _count(match["count"]) if base is not None else None
    if base is None or count is None or base + count == int(match["year"]):
        return
    right = str(base + count)
    said = rule.reason.filled(event=match["event"], count=match["count"], right=right)
    yield _finding(text, Span(*match.span("year")), right, rule.confidence, said, rule.id)


def _count(written: str) -> int | None:
    """The value of a number below 1000 in figures or numerals, or None."""
    if written.isdecimal():
        return int(written)
    total, digit = 0, 0
    for sign in written:
        if sign in _NUMERALS:
            digit = _NUMERALS[sign]
        elif sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            return None
    return total + digit


def _finding(
    text: str, span: Span, right: str | None, confidence: float, said: Wording, rule: str
) -> Finding:
    return Finding(
        kind=Kind.YEAR_OVERWRITTEN,
        span=span,
        text=span.of(text),
        replacement=right,
        confidence=confidence,
        safe=False,
        reason=said,
        rule=f"years/{rule}",
    )
