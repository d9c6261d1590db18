"""One copy of a passage with its figures, and two copies laid side by side."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from reviewer.repeats.alignment import Block
from reviewer.repeats.comparison import blocks_in_any_order, blocks_in_order
from reviewer.repeats.facts import Fact, facts_in
from reviewer.repeats.names import LettersPair
from reviewer.repeats.settings import RepeatSettings
from reviewer.text.canonical import canonical_text
from reviewer.text.span import Span

Letters = tuple[int, int]
"""A range of letters of a copy's canonical stream."""

_SURE_RUN = 4
"""So many equal letters on one side of a figure make sure of it; else both sides are needed."""
_BOTH_RUNS = 3
"""So many equal letters on both sides together do as well."""


class Copy:
    """A passage as text, as letters and as figures.

    A figure has a range of letters; several that share one, such as the years of 2010、2011, are
    told apart by their number.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._stream = canonical_text(text)
        self.letters = str(self._stream)

    @cached_property
    def facts(self) -> dict[Letters, list[Fact]]:
        """The figures of the text by the range of letters that they stand for."""
        found: dict[Letters, list[Fact]] = {}
        for fact in facts_in(self.text):
            place = self._stream.offsets.to_stream(fact.span)
            if place[1] > place[0]:
                found.setdefault(place, []).append(fact)
        return found

    @cached_property
    def starts(self) -> dict[int, Letters]:
        """The ranges of figures by their first letter."""
        return {place[0]: place for place in self.facts}

    @cached_property
    def ends(self) -> dict[int, Letters]:
        """The ranges of figures by the letter behind them."""
        return {place[1]: place for place in self.facts}

    def span(self, place: Letters) -> Span:
        """The span of a range of letters in the passage."""
        return self._stream.offsets.to_text(*place)


class SideBySide:
    """Two copies, and which letters of the one are which of the other."""

    def __init__(
        self, left: Copy, right: Copy, settings: RepeatSettings, ordered: bool = True
    ) -> None:
        find = blocks_in_order if ordered else blocks_in_any_order
        self.left = left
        self.right = right
        self._blocks = (
            [Block(0, 0, len(left.letters))]
            if left.letters == right.letters
            else find(left.letters, right.letters, settings)
        )
        self._to_right = [-1] * len(left.letters)
        self._to_left = [-1] * len(right.letters)
        for block in self._blocks:
            rights = range(block.right, block.right + block.length)
            lefts = range(block.left, block.left + block.length)
            self._to_right[block.left : block.left + block.length] = rights
            self._to_left[block.right : block.right + block.length] = lefts

    @property
    def similarity(self) -> float:
        """The share of letters that the copies have in common, from 0 to 1."""
        letters = sum(block.length for block in self._blocks)
        return 2 * letters / max(1, len(self._to_left) + len(self._to_right))

    def gaps(self) -> Iterator[LettersPair]:
        """The places between two neighbouring equal stretches, where both go on in order."""
        for one, other in pairwise(self._blocks):
            left, right = one.left + one.length, one.right + one.length
            if other.right >= right:
                yield LettersPair((left, other.left), (right, other.right))

    def counterpart(self, place: Letters) -> Letters | None:
        """The range of the right copy's letters that stands where `place` stands in the left."""
        return _counterpart(place, self.left, self.right, self._to_right)

    def counterpart_in_left(self, place: Letters) -> Letters | None:
        """The range of the left copy's letters that stands where `place` stands in the right."""
        return _counterpart(place, self.right, self.left, self._to_left)


def _run(mapping: list[int], at: int, to: int, step: int) -> int:
    """How many letters from `at` on, walking by `step`, match those from `to` on, up to enough."""
    count = 0
    while count < _SURE_RUN and 0 <= at < len(mapping) and mapping[at] == to:
        at, to, count = at + step, to + step, count + 1
    return count


def _counterpart(place: Letters, one: Copy, other: Copy, mapping: list[int]) -> Letters | None:
    """Where a place of one copy stands in the other, judged by the equal letters around it.

    Both copies begin and end with the passage, which counts as one equal letter.
    """
    first, last = place
    start = mapping[first - 1] + 1 if first else 0
    end = mapping[last] if last < len(mapping) else len(other.letters)
    before = _run(mapping, first - 1, start - 1, -1) if first else 1
    behind = _run(mapping, last, end, 1) if last < len(mapping) else 1
    if before and behind and end > start and before + behind >= _BOTH_RUNS:
        return start, end
    if before >= _SURE_RUN:
        found = other.starts.get(start)
        following = one.letters[last : last + 1]
        return found if found and other.letters[found[1] : found[1] + 1] == following else None
    return other.ends.get(end) if behind >= _SURE_RUN else None
