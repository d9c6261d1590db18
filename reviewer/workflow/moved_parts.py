"""Which equal stretches of two copies keep their order, and which have moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.repeats.alignment import Block
from reviewer.text.span import Span

MOVED_CHARACTERS = 12
"""Shorter equal stretches in another order are stock phrases, not moved text."""

_JOINED = 12
"""Moved stretches so near to each other on both sides are one part with differences inside."""


@dataclass(frozen=True, slots=True)
class MovedPart:
    """Words that stand elsewhere in the other copy.

    Attributes:
        left: where in the left copy, in code points of its passage.
        right: where in the right copy.
    """

    left: Span
    right: Span


def split_order(tiles: Iterable[Block]) -> tuple[list[Block], list[MovedPart]]:
    """The stretches that keep their order, and the parts that have moved.

    Those keep their order that together are the longest of all that stand in the same order on
    both sides. Cost: O(n log n).

    Args:
        tiles: equal stretches that cover no character twice, in any order.
    """
    long = sorted(tile for tile in tiles if tile.length >= MOVED_CHARACTERS)
    in_order = _heaviest_rising(long)
    staying = set(in_order)
    return in_order, _joined([tile for tile in long if tile not in staying])


def _heaviest_rising(tiles: Sequence[Block]) -> list[Block]:
    """The tiles, sorted by the left side, that rise on the right and are longest together.

    A tree of maxima over the ranks of the right places (Fenwick 1994).
    """
    ranks = sorted(tile.right for tile in tiles)
    tree: list[tuple[int, int]] = [(0, -1)] * (len(tiles) + 1)
    weights: list[int] = []
    previous: list[int] = []
    for number, tile in enumerate(tiles):
        rank = bisect_left(ranks, tile.right)
        best = (0, -1)
        at = rank
        while at:
            best = max(best, tree[at])
            at &= at - 1
        weights.append(best[0] + tile.length)
        previous.append(best[1])
        at = rank + 1
        while at < len(tree):
            tree[at] = max(tree[at], (weights[number], number))
            at += at & -at
    number = max(range(len(tiles)), key=weights.__getitem__, default=-1)
    chosen: list[Block] = []
    while number >= 0:
        chosen.append(tiles[number])
        number = previous[number]
    return chosen[::-1]


def _joined(tiles: Sequence[Block]) -> list[MovedPart]:
    """Tiles sorted by the left side, as parts; neighbours on both sides become one."""
    parts: list[MovedPart] = []
    for left, right, length in tiles:
        one, other = Span(left, left + length), Span(right, right + length)
        last = parts[-1] if parts else None
        if (
            last is not None
            and 0 <= one.start - last.left.end <= _JOINED
            and 0 <= other.start - last.right.end <= _JOINED
        ):
            one, other = Span(last.left.start, one.end), Span(last.right.start, other.end)
            parts.pop()
        parts.append(MovedPart(one, other))
    return parts
