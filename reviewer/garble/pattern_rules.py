"""Findings by pattern rules: decimal points, masks and what sites paste into sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.garble.finding import Finding
from reviewer.garble.rules import Rule
from reviewer.garble.searched import SearchedText
from reviewer.text.span import Span


def find_by_rules(searched: SearchedText, rules: Iterable[Rule]) -> Iterator[Finding]:
    """A finding for every match of every rule; where two rules match, the earlier rule has it.

    Cost: one pass of the text a rule whose `needs` the text has.
    """
    taken: list[Span] = []
    for rule in rules:
        if rule.needs and not any(word in searched.folded for word in rule.needs):
            continue
        for span, replacement in matches(searched, rule):
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            yield Finding(
                kind=rule.kind,
                span=span,
                text=span.of(searched.text),
                replacement=replacement,
                confidence=rule.confidence,
                safe=rule.safe,
                reason=rule.reason,
            )


def matches(searched: SearchedText, rule: Rule) -> Iterator[tuple[Span, str | None]]:
    """Where one rule matches, and what it would put there."""
    group = "mark" if "mark" in rule.pattern.groupindex else 0
    for match in rule.pattern.finditer(searched.folded):
        if match.end(group) > match.start(group):
            replacement = rule.replacement
            yield (
                Span(*match.span(group)),
                None if replacement is None else match.expand(replacement),
            )
