"""Half-open ranges of a text, in code points, and the few operations that every room needs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in code points. `start == end` is a place between two characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled as its two numbers: thousands travel at a time."""
        return Span, (self.start, self.end)

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character, or one is a place strictly inside the other."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside, borders included."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, distance: int) -> Span:
        """The same length, `distance` code points further on."""
        return Span(self.start + distance, self.end + distance)


def merge_spans(spans: Iterable[Span], gap: int = 0) -> list[Span]:
    """The union of `spans` as sorted, disjoint spans; neighbours at most `gap` apart are joined.

    Cost: O(n log n).
    """
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + gap:
            if span.end > merged[-1].end:
                merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return merged


def covered_length(spans: Iterable[Span]) -> int:
    """How many code points `spans` cover together, each counted once."""
    return sum(len(span) for span in merge_spans(spans))


class Cover:
    """Spans made one set, so that a place is looked up in O(log n)."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = merge_spans(spans)
        self._ends = [span.end for span in self._spans]

    def holds(self, span: Span) -> bool:
        """Whether `span` lies inside the set."""
        place = bisect_left(self._ends, span.end)
        return place < len(self._spans) and self._spans[place].contains(span)

    def touches(self, span: Span) -> bool:
        """Whether `span` shares a character with the set."""
        place = bisect_right(self._ends, span.start)
        return place < len(self._spans) and self._spans[place].overlaps(span)


class Claims:
    """Which characters of a text are taken: where spans meet, the first to claim them has them."""

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def is_free(self, span: Span) -> bool:
        """Whether no character of `span` is taken."""
        return self._taken.find(1, span.start, span.end) < 0

    def claim(self, span: Span) -> bool:
        """Takes the characters of `span` if all of them are free; whether they were."""
        if not self.is_free(span):
            return False
        self._taken[span.start : span.end] = b"\1" * len(span)
        return True
