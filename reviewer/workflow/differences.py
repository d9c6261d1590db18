"""Two copies laid side by side character by character, with what differs and what has moved."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from reviewer.repeats.alignment import Block, align
from reviewer.repeats.comparison import blocks_in_any_order
from reviewer.repeats.settings import RepeatSettings
from reviewer.text.folding import folded_text
from reviewer.text.span import Span
from reviewer.workflow.difference_edges import at_breaks, tidied
from reviewer.workflow.moved_parts import MovedPart, split_order

_NOWHERE_LEFT, _NOWHERE_RIGHT = "\ufdd0", "\ufdd1"
"""Stand for moved characters while the rest is aligned; noncharacters, never equal."""


class DifferenceKind(Enum):
    """How two copies differ at a place."""

    ONLY_LEFT = "only left"
    ONLY_RIGHT = "only right"
    CHANGED = "changed"
    MOVED = "moved"
    """The same words stand elsewhere in the other copy."""
    FORM = "form"
    """Traditional for Simplified, full width for half width, other spaces and line breaks."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where two copies differ.

    Attributes:
        kind: how.
        left: what the left copy has there, in code points of its passage; may be empty.
        right: what the right copy has there.
    """

    kind: DifferenceKind
    left: Span
    right: Span

    @property
    def matters(self) -> bool:
        """Whether the copies say something else there."""
        return self.kind is not DifferenceKind.FORM

    def side(self, right: bool) -> Span:
        """What one of the copies has there."""
        return self.right if right else self.left


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two copies side by side.

    Attributes:
        differences: all of them, by their place in the left copy.
        anchors: pairs of places that answer each other, from the start of both copies to their
            ends, never falling on either side.
    """

    differences: tuple[Difference, ...]
    anchors: tuple[tuple[int, int], ...]

    def carried(self, offset: int, to_right: bool) -> int:
        """Where a place of one copy stands in the other; between anchors in proportion."""
        if offset == 0:
            return 0
        near, far = (0, 1) if to_right else (1, 0)
        place = bisect_right(self.anchors, offset, key=lambda pair: pair[near])
        before = self.anchors[place - 1]
        if place == len(self.anchors):
            return before[far]
        behind = self.anchors[place]
        part = (offset - before[near]) / (behind[near] - before[near])
        return before[far] + round(part * (behind[far] - before[far]))


def compare_copies(left: str, right: str) -> Comparison:
    """The differences between two copies of a passage.

    They are aligned with forms of characters folded, so that a copy in Traditional script does not
    differ in every word. Stretches that stand in another order are set apart as moved and compared
    for themselves. Cost: that of aligning, about a millisecond for 10,000 characters that agree for
    the most part.
    """
    one, other = folded_text(left), folded_text(right)
    tiles = [] if one == other else blocks_in_any_order(one, other, RepeatSettings())
    in_order, moved = at_breaks(*split_order(tiles), one, other)
    masked = _masked(one, other, moved)
    blocks = tidied(_aligned(*masked, in_order), *masked)
    found = [*_gaps(blocks, moved, len(one), len(other)), *_forms(blocks, left, right)]
    for part in moved:
        found.append(Difference(DifferenceKind.MOVED, part.left, part.right))
        found += _inside(part, one, other)
    found = [_blank_as_form(row, left, right) for row in found]
    found.sort(key=lambda row: (row.left, row.right))
    ends = [(0, 0), *_corners(blocks), (len(left), len(right))]
    return Comparison(tuple(found), tuple(dict.fromkeys(ends)))


def _aligned(one: str, other: str, fixed: Sequence[Block]) -> list[Block]:
    """The blocks of an alignment that holds the blocks `fixed`, which are in order."""
    blocks: list[Block] = []
    for before, behind in pairwise((Block(0, 0, 0), *fixed, Block(len(one), len(other), 0))):
        left, right = before.left + before.length, before.right + before.length
        between = align(one[left : behind.left], other[right : behind.right])
        blocks += [Block(left + at.left, right + at.right, at.length) for at in between]
        blocks.append(behind)
    return _touching_joined(blocks)


def _touching_joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without empty ones, those that follow on each other made one."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else Block(0, 0, 0)
        if (last.left + last.length, last.right + last.length) == block[:2]:
            joined[-1:] = [Block(last.left, last.right, last.length + block.length)]
        elif block.length:
            joined.append(block)
    return [block for block in joined if block.length]


def _masked(one: str, other: str, moved: Sequence[MovedPart]) -> tuple[str, str]:
    """Both texts with moved parts made unlike everything, as long as before."""
    return (
        _replaced(one, sorted(part.left for part in moved), _NOWHERE_LEFT),
        _replaced(other, sorted(part.right for part in moved), _NOWHERE_RIGHT),
    )


def _replaced(text: str, spans: Sequence[Span], sign: str) -> str:
    pieces: list[str] = []
    end = 0
    for span in spans:
        pieces += (text[end : span.start], sign * len(span))
        end = span.end
    return "".join((*pieces, text[end:]))


def _gaps(
    blocks: Sequence[Block], moved: Sequence[MovedPart], left_end: int, right_end: int
) -> Iterator[Difference]:
    """What stands between the blocks and has not moved."""
    lefts, rights = [part.left for part in moved], [part.right for part in moved]
    edges = (Block(0, 0, 0), *blocks, Block(left_end, right_end, 0))
    for one, other in pairwise(edges):
        left = Span(one.left + one.length, other.left)
        right = Span(one.right + one.length, other.right)
        left_parts, right_parts = _without(left, lefts), _without(right, rights)
        if len(left_parts) == len(right_parts) == 1:
            yield Difference(DifferenceKind.CHANGED, left_parts[0], right_parts[0])
            continue
        for part in left_parts:
            yield Difference(DifferenceKind.ONLY_LEFT, part, Span(right.start, right.start))
        for part in right_parts:
            yield Difference(DifferenceKind.ONLY_RIGHT, Span(left.end, left.end), part)


def _blank_as_form(row: Difference, left: str, right: str) -> Difference:
    """A difference in nothing but spaces and line breaks is one of form."""
    if row.left.of(left).strip() or row.right.of(right).strip():
        return row
    return Difference(DifferenceKind.FORM, row.left, row.right)


def _without(span: Span, taken: Sequence[Span]) -> list[Span]:
    """The pieces of `span` that are not taken."""
    pieces: list[Span] = []
    start = span.start
    for other in sorted(taken):
        if other.overlaps(span):
            if other.start > start:
                pieces.append(Span(start, other.start))
            start = max(start, other.end)
    if start < span.end:
        pieces.append(Span(start, span.end))
    return pieces


def _forms(blocks: Sequence[Block], left: str, right: str) -> Iterator[Difference]:
    """Runs of characters that are the same but for their form."""
    for block in blocks:
        start = None
        for step in range(block.length + 1):
            differs = step < block.length and left[block.left + step] != right[block.right + step]
            if differs and start is None:
                start = step
            elif not differs and start is not None:
                spans = (Span(at + start, at + step) for at in (block.left, block.right))
                yield Difference(DifferenceKind.FORM, *spans)
                start = None


def _inside(part: MovedPart, one: str, other: str) -> Iterator[Difference]:
    """What differs within a part that has moved."""
    left, right = part.left.of(one), part.right.of(other)
    if left == right:
        return
    blocks = tidied(align(left, right), left, right)
    for row in _gaps(blocks, (), len(left), len(right)):
        yield Difference(
            row.kind, row.left.shifted(part.left.start), row.right.shifted(part.right.start)
        )


def _corners(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    for block in blocks:
        yield block.left, block.right
        yield block.left + block.length, block.right + block.length
