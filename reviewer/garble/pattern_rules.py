"""Findings by pattern rules: decimal points, masks and what sites paste into sentences."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator

from reviewer.garble.finding import Finding
from reviewer.garble.rules import Rule
from reviewer.garble.searched import SearchedText
from reviewer.text.span import Span


def find_by_rules(searched: SearchedText, rules: Iterable[Rule]) -> Iterator[Finding]:
    """A finding for every match of every rule; where two rules match, the earlier rule has it.

    Cost: one pass a rule over the lines that hold a word which the rule needs.
    """
    taken: list[Span] = []
    for rule in rules:
        for span, replacement in matches(searched, rule):
            place = bisect(taken, span)
            if any(span.overlaps(other) for other in taken[max(0, place - 1) : place + 1]):
                continue
            taken.insert(place, span)
            yield Finding(
                kind=rule.kind,
                span=span,
                text=span.of(searched.text),
                replacement=replacement,
                confidence=rule.confidence,
                safe=rule.safe,
                reason=rule.reason,
                rule=rule.id,
            )


def matches(searched: SearchedText, rule: Rule) -> Iterator[tuple[Span, str | None]]:
    """Where one rule matches, and what it would put there. A match lies within one line."""
    group = "mark" if "mark" in rule.pattern.groupindex else 0
    for line in _lines_with(searched.folded, rule.needs):
        for match in rule.pattern.finditer(searched.folded, line.start, line.end):
            if match.end(group) > match.start(group):
                replacement = None if rule.replacement is None else match.expand(rule.replacement)
                yield Span(*match.span(group)), replacement


def _lines_with(text: str, words: tuple[str, ...]) -> list[Span]:
    """The lines that hold one of `words`, each once, in order."""
    lines: set[Span] = set()
    for word in words:
        place = text.find(word)
        while place >= 0:
            end = text.find("\n", place)
            end = len(text) if end < 0 else end
            lines.add(Span(text.rfind("\n", 0, place) + 1, end))
            place = text.find(word, end)
    return sorted(lines)
