"""Compares two whole stretches of letters, in order or piece by piece."""

from __future__ import annotations

from bisect import bisect

from reviewer.repeats.alignment import CHUNK, Block, align
from reviewer.repeats.corpus import PADDING
from reviewer.repeats.pieces import Piece
from reviewer.repeats.seeds import find_runs
from reviewer.repeats.settings import RepeatSettings
from reviewer.text.codes import code_points


def common_runs(left: str, right: str, settings: RepeatSettings) -> list[Block]:
    """The stretches of equal letters that seeds see between two texts, in no order.

    Cost: O(n log n) in the letters of both.
    """
    runs = find_runs(code_points(left + "\0" * PADDING + right), settings)
    behind = len(left) + PADDING
    across = runs.chosen((runs.left < len(left)) & (runs.left + runs.shift >= behind))
    starts = (across.left + across.shift - behind).tolist()
    return list(map(Block, across.left.tolist(), starts, across.length.tolist()))


def blocks_in_order(left: str, right: str, settings: RepeatSettings) -> list[Block]:
    """The blocks of a best alignment of two texts that are known to be alike."""
    long = left != right and max(len(left), len(right)) > 2 * CHUNK
    return align(left, right, common_runs(left, right, settings) if long else ())


def blocks_in_any_order(left: str, right: str, settings: RepeatSettings) -> list[Block]:
    """Equal stretches of two texts that cover no letter twice, longest first, sorted by place.

    Greedy string tiling (Wise 1993) on the runs that seeds see. Cost: O(r log r) in the runs.
    """
    tiles: list[Block] = []
    lefts: list[tuple[int, int]] = []
    rights: list[tuple[int, int]] = []

    def free(taken: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
        at = bisect(taken, (start, end))
        if at:
            start = max(start, taken[at - 1][1])
        if at < len(taken):
            end = min(end, taken[at][0])
        return start, end

    for run in sorted(common_runs(left, right, settings), key=lambda one: (-one.length, one)):
        shift = run.right - run.left
        start, end = free(lefts, run.left, run.left + run.length)
        start, end = free(rights, start + shift, end + shift)
        if end - start >= settings.tile_letters:
            tile = Block(start - shift, start, end - start)
            tiles.append(tile)
            lefts.insert(bisect(lefts, (tile.left, 0)), (tile.left, end - shift))
            rights.insert(bisect(rights, (start, 0)), (start, end))
    return sorted(tiles)


def compared(left: str, right: str, settings: RepeatSettings, ordered: bool = True) -> Piece:
    """How alike two whole texts are, as a piece that covers both."""
    find = blocks_in_order if ordered else blocks_in_any_order
    blocks = find(left, right, settings)
    letters = sum(block.length for block in blocks)
    parts = tuple(
        Piece(
            block.left,
            block.left + block.length,
            block.right,
            block.right + block.length,
            block.length,
            block.length - 1,
        )
        for block in blocks
        if not ordered
    )
    return Piece(0, len(left), 0, len(right), letters, letters - len(blocks), parts)
