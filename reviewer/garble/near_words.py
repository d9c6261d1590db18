"""Pattern rules tried only around the words that they need.

A speech may stand on one line, and patterns that begin by looking behind are slow over a whole
line. The words that a rule needs are found by plain search, and the pattern is tried beside each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.garble.finding import Finding
from reviewer.garble.rules import Rule
from reviewer.garble.searched import SearchedText
from reviewer.text.span import Span

BEFORE, BEHIND = 12, 40
"""How far from a needed word a match may begin, and how far behind it the pattern may look."""


def find_near_words(searched: SearchedText, rules: Iterable[Rule]) -> Iterator[Finding]:
    """A finding for every match of every rule. Cost: a plain search a word, O(1) an occurrence."""
    for rule in rules:
        for span, replacement in matches_near_words(searched.folded, rule):
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


def matches_near_words(text: str, rule: Rule) -> list[tuple[Span, str | None]]:
    """Where one rule matches the folded `text`, and what it would put there, in order.

    A match lies within one line and touches the surroundings of a word of `rule.needs`.
    """
    group = "mark" if "mark" in rule.pattern.groupindex else 0
    found: dict[Span, str | None] = {}
    for word in rule.needs:
        place = text.find(word)
        while place >= 0:
            first = max(text.rfind("\n", 0, place) + 1, place - BEFORE)
            line_end = text.find("\n", place, place + len(word) + BEHIND)
            end = line_end if line_end >= 0 else min(len(text), place + len(word) + BEHIND)
            for match in rule.pattern.finditer(text, first, end):
                if match.start() > place + len(word):
                    break
                if match.end(group) > match.start(group):
                    repair = rule.replacement
                    found[Span(*match.span(group))] = repair and match.expand(repair)
            place = text.find(word, place + 1)
    return sorted(found.items(), key=lambda item: item[0])
