"""Findings by pattern rules: decimal points, masks and what sites paste into sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from reviewer.garble.finding import Finding
from reviewer.garble.rules import Rule
from reviewer.garble.searched import SearchedText
from reviewer.garble.word_search import WordSearch
from reviewer.text.span import Claims, Span

WHOLE_LINE = 1 << 40
"""A reach beyond the ends of any line."""


def find_by_rules(
    searched: SearchedText, rules: tuple[Rule, ...], reach: int = WHOLE_LINE
) -> Iterator[Finding]:
    """A finding for every match of every rule; where two rules match, the earlier rule has it.

    Args:
        searched: the text.
        rules: the rules, the stronger first.
        reach: how many code points before and behind a word that it needs a rule looks at.

    Cost: one vectorised pass for the words that the rules need, and for each rule one pass over
    what lies within reach of them, in their lines.
    """
    places = _needed_words(rules).places(searched)
    if not places:
        return
    claims = Claims(len(searched.text))
    for rule in rules:
        for span, replacement in _matches(searched, rule, places, reach):
            if claims.claim(span):
                yield finding_of(searched, rule, span, replacement)


def finding_of(searched: SearchedText, rule: Rule, span: Span, replacement: str | None) -> Finding:
    """What a rule says of the place where it matches."""
    return Finding(
        kind=rule.kind,
        span=span,
        text=span.of(searched.text),
        replacement=replacement,
        confidence=rule.confidence,
        safe=rule.safe,
        reason=rule.reason,
        rule=rule.id,
    )


@lru_cache(maxsize=64)
def _needed_words(rules: tuple[Rule, ...]) -> WordSearch:
    return WordSearch(word for rule in rules for word in rule.needs)


def matches(
    searched: SearchedText, rule: Rule, reach: int = WHOLE_LINE
) -> Iterator[tuple[Span, str | None]]:
    """Where one rule matches, and what it would put there. A match lies within one line."""
    return _matches(searched, rule, _needed_words((rule,)).places(searched), reach)


def _matches(
    searched: SearchedText, rule: Rule, places: Mapping[str, Sequence[int]], reach: int
) -> Iterator[tuple[Span, str | None]]:
    needed = [place for word in rule.needs for place in places.get(word, ())]
    for start, end in _stretches(searched.folded, sorted(needed), reach):
        for match in rule.pattern.finditer(searched.folded, start, end):
            first, last = match.span(rule.group)
            if last > first:
                replacement = None if rule.replacement is None else match.expand(rule.replacement)
                yield Span(first, last), replacement


def _stretches(text: str, places: Sequence[int], reach: int) -> Iterator[tuple[int, int]]:
    """What lies within `reach` of sorted `places` in their lines; what meets is one stretch."""
    line_start = line_end = start = end = -1
    number = 0
    while number < len(places):
        place = places[number]
        if place >= line_end:
            line_start = text.rfind("\n", 0, place) + 1
            line_end = text.find("\n", place)
            line_end = line_end if line_end >= 0 else len(text)
        if place - reach > end or line_start > end:
            if end >= 0:
                yield start, end
            start = max(line_start, place - reach)
        end = min(line_end, place + reach)
        # Where all of the line is within reach, its other places tell nothing more.
        number = bisect_left(places, line_end, number + 1) if end == line_end else number + 1
    if end >= 0:
        yield start, end
