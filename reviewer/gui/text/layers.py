"""What is shown upon the text: findings, repeats, notes, hits, the current place; by range.

Everything keeps the offsets it was given; edits made since then are kept beside it as one script,
through which a question is asked and an answer is moved. So a key costs the same whatever the
number of marks, until the owner hands over new ones.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from reviewer.review.composition import compose
from reviewer.review.edits import EditScript
from reviewer.text.span import Span

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.annotation import Annotation
    from reviewer.review.marks import Mark

T = TypeVar("T")

LANES = 3
"""Brackets of repeats that stand side by side; a fourth passage at one place shares a lane."""


@dataclass(frozen=True, slots=True)
class RepeatedSpan:
    """A passage of the text that occurs elsewhere too.

    Attributes:
        span: where it stands, in code points.
        family: the number of its family as the editor reads it, from 1.
        colour: which of the theme's repeat colours the family has, from 0; taken round.
        folds: it may be folded away, because the passage stands elsewhere as well.
    """

    span: Span
    family: int
    colour: int
    folds: bool = False


class Placed(NamedTuple, Generic[T]):
    """Something shown, with its place in the text as it is now.

    Attributes:
        item: what was given.
        span: where it stands now.
        touched: an edit changed its characters since it was given.
    """

    item: T
    span: Span
    touched: bool


@dataclass(frozen=True, slots=True)
class Borders:
    """Where the item at a place of a sequence begins and where it ends."""

    start: Callable[[int], int]
    end: Callable[[int], int]


class SpanIndex(Generic[T]):
    """Items with spans, found by the range of text that they touch."""

    __slots__ = ("_back", "_borders", "_items", "_reach", "_since", "_span_of")

    def __init__(
        self,
        items: Sequence[T],
        span_of: Callable[[T], Span],
        borders: Borders | None = None,
        reach: Sequence[int] | None = None,
    ) -> None:
        """Index `items`, sorted by start.

        Args:
            items: what is looked for.
            span_of: the place of an item.
            borders: where the item at a place begins and ends, if that is known without the item.
            reach: for each item the furthest end up to it, if that is known; else it costs O(n).
        """
        self._items = items
        self._borders = borders or Borders(
            lambda place: span_of(items[place]).start, lambda place: span_of(items[place]).end
        )
        self._span_of = span_of
        # The furthest end of all items up to each one: it never falls, so it can be searched.
        self._reach = (
            list(accumulate((span_of(item).end for item in items), max)) if reach is None else reach
        )
        self._since = self._back = EditScript()

    def follow(self, script: EditScript) -> None:
        """Take note of edits of the text. Cost: O(m) for m edits since the items were given."""
        if self._items:
            self._since = compose(self._since, script)
            self._back = self._since.inverse()

    def touching(self, start: int, end: int) -> list[Placed[T]]:
        """The items that share a character with `[start, end]` or stand empty in it or at its ends.

        Cost: O(log n + k) for k answers where items overlap little.
        """
        moved = bool(self._since.edits)
        asked = self._back.map_span(Span(start, end)) if moved else Span(start, end)
        low, high = max(0, asked.start - moved), asked.end + moved
        first = self._first_reaching(low)
        behind = bisect_right(range(len(self._items)), high, key=self._borders.start)
        answers: list[Placed[T]] = []
        for item in self._items[first:behind]:
            span = self._span_of(item)
            if span.end < low:
                continue
            touched = moved and self._since.touches(span)
            now = self._since.map_span(span) if moved else span
            if _meets(now, start, end):
                answers.append(Placed(item, now, touched))
        return answers

    def _first_reaching(self, offset: int) -> int:
        """The index of the first item that ends at or behind `offset`."""
        return bisect_left(self._reach, offset)


def _meets(span: Span, start: int, end: int) -> bool:
    if span.start == span.end:
        return start <= span.start <= end
    return span.start < max(end, start + 1) and span.end > start


class Layers:
    """All that is shown upon one text."""

    def __init__(self) -> None:
        self.current: Span | None = None
        self.show((), (), ())

    def show(
        self, marks: Sequence[Mark], notes: Sequence[Annotation], repeats: Sequence[RepeatedSpan]
    ) -> None:
        """Show these instead of all that was shown, and no current place."""
        self.current = None
        self.show_hits(())
        self.show_marks(marks)
        self.show_notes(notes)
        self.show_repeats(repeats)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these findings, sorted by start, the longer first; they may lie in each other."""
        from numpy import maximum

        from reviewer.review.marks import as_marks

        columns = as_marks(marks)
        # Asked for by place, so that no mark is made only to be passed over.
        borders = Borders(columns.start_at, columns.end_at)
        reach: list[int] = maximum.accumulate(columns.ends).tolist()
        self.marks = SpanIndex(columns, lambda mark: mark.finding.span, borders, reach)

    def show_notes(self, notes: Sequence[Annotation]) -> None:
        """Show these notes, sorted by start."""
        self.notes = SpanIndex(notes, lambda note: note.span)

    def show_repeats(self, repeats: Sequence[RepeatedSpan]) -> None:
        """Show these repeated passages, sorted by start; they may overlap."""
        self.repeats = SpanIndex(repeats, lambda repeat: repeat.span)
        self._lanes = _lanes(repeats)

    def show_hits(self, spans: Sequence[Span]) -> None:
        """Show these places as what a search for words found, sorted, none overlapping another."""
        self.hits = SpanIndex(spans, lambda span: span)

    def lane_of(self, repeat: RepeatedSpan) -> int:
        """In which of the `LANES` lanes the bracket of `repeat` stands; 0 is next to the text."""
        return self._lanes[repeat]

    def follow(self, script: EditScript) -> None:
        """Move along with edits of the text."""
        for index in (self.marks, self.notes, self.repeats, self.hits):
            index.follow(script)
        if self.current is not None:
            self.current = script.map_span(self.current)

    def marks_touching(self, start: int, end: int) -> list[Placed[Mark]]:
        """The findings in a range that there still is something to say about."""
        placed = self.marks.touching(start, end)
        return [mark for mark in placed if not (mark.touched or mark.item.overwritten)]


def _lanes(repeats: Sequence[RepeatedSpan]) -> dict[RepeatedSpan, int]:
    """A lane for each passage: the first free one, else the one that is free soonest."""
    lanes: dict[RepeatedSpan, int] = {}
    ends = [0] * LANES
    for repeat in repeats:
        free = (lane for lane, end in enumerate(ends) if end <= repeat.span.start)
        lane = next(free, ends.index(min(ends)))
        ends[lane] = max(ends[lane], repeat.span.end)
        lanes[repeat] = lane
    return lanes
