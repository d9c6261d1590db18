"""Half-open ranges of a text, in code points, and the few operations that every room needs."""

from __future__ import annotations

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
