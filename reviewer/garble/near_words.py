"""Pattern rules tried only around the words that they need.

A speech may stand on one line, and patterns that begin by looking behind are slow over a whole
line. The words that rules need are found in one scan for all, and each pattern is tried beside its
own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reviewer.garble.finding import Finding
from reviewer.garble.pattern_rules import finding_of
from reviewer.garble.rules import Rule
from reviewer.garble.searched import SearchedText
from reviewer.garble.word_search import WordSearch
from reviewer.text.span import Span

BEFORE, BEHIND = 12, 40
"""How far from a needed word a match may begin, and how far behind it the pattern may look."""


class NearWords:
    """Rules by the words that they need."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, rule in enumerate(self._rules):
            for word in rule.needs:
                self._by_word[word].append(number)
        self._search = WordSearch(self._by_word)

    def matches(self, searched: SearchedText) -> Iterator[tuple[Rule, Span, str | None]]:
        """Where rules match the folded text, and what they would put there.

        The rules come in their order, the matches of each in the order of the text. A match lies
        within one line and touches the surroundings of a word that its rule needs.
        """
        near: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for word, places in self._search.places(searched).items():
            stretches = [(place, place + len(word)) for place in places]
            for number in self._by_word[word]:
                near[number] += stretches
        for number in sorted(near):
            rule = self._rules[number]
            for span, repair in _matches(searched.folded, rule, near[number]):
                yield rule, span, repair


def _matches(
    text: str, rule: Rule, words: Iterable[tuple[int, int]]
) -> list[tuple[Span, str | None]]:
    """The matches of one rule beside its words, each once, in order."""
    found: dict[Span, str | None] = {}
    for place, behind in words:
        first = max(text.rfind("\n", 0, place) + 1, place - BEFORE)
        line_end = text.find("\n", place, behind + BEHIND)
        end = line_end if line_end >= 0 else min(len(text), behind + BEHIND)
        for match in rule.pattern.finditer(text, first, end):
            if match.start() > behind:
                break
            if match.end(rule.group) > match.start(rule.group):
                repair = rule.replacement
                found[Span(*match.span(rule.group))] = repair and match.expand(repair)
    return sorted(found.items(), key=lambda item: item[0])


def find_near_words(searched: SearchedText, rules: NearWords) -> Iterator[Finding]:
    """A finding for every match of every rule. Cost: one vectorised scan, O(1) an occurrence."""
    for rule, span, replacement in rules.matches(searched):
        yield finding_of(searched, rule, span, replacement)
