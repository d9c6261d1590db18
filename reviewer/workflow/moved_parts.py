"""Which equal stretches of two copies keep their order, and which have moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.repeats.alignment import Block
from reviewer.text.span import Span

MOVED_CHARACTERS = 12
"""Shorter equal stretches in another order are stock phrases, not moved text."""

_JOINED = 8
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
    every = sorted(tiles)
    in_order = _heaviest_rising([tile for tile in every if tile.length >= MOVED_CHARACTERS])
    moved = [tile for tile in every if _crosses(tile, in_order)]
    return in_order, _joined(moved)


def _crosses(tile: Block, in_order: Sequence[Block]) -> bool:
    """Whether a tile stands in another order than those that keep theirs."""
    at = bisect_left(in_order, tile)
    before, behind = in_order[max(0, at - 1) : at], in_order[at : at + 1]
    if behind == [tile]:
        return False
    return any(one.right > tile.right for one in before) or any(
        one.right < tile.right for one in behind
    )


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
    """Tiles sorted by the left side, as parts; neighbours on both sides become one.

    Parts of too few equal characters are left out.
    """
    groups: list[list[Block]] = []
    for tile in tiles:
        if groups and _are_near(groups[-1][-1], tile):
            groups[-1].append(tile)
        else:
            groups.append([tile])
    return [
        MovedPart(
            Span(group[0].left, group[-1].left + group[-1].length),
            Span(group[0].right, group[-1].right + group[-1].length),
        )
        for group in groups
        if sum(tile.length for tile in group) >= MOVED_CHARACTERS
    ]


def _are_near(one: Block, other: Block) -> bool:
    left = other.left - one.left - one.length
    right = other.right - one.right - one.length
    return 0 <= left <= _JOINED and 0 <= right <= _JOINED
