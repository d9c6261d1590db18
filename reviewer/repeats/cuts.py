"""Parts copies that touch: a group of pieces that tells one stretch to be two copies of another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from reviewer.repeats.pieces import Piece
from reviewer.repeats.settings import RepeatSettings

Range = tuple[int, int]
Side = Callable[[Piece], Range]

_MOST_PIECES = 1000
"""Larger groups are left as they are; every cut walks over all of them."""


def _left(piece: Piece) -> Range:
    return piece.left, piece.left_end


def _right(piece: Piece) -> Range:
    return piece.right, piece.right_end


def _coverage(ranges: Sequence[Range], start: int, end: int) -> NDArray[np.int64]:
    """How many letters of a stretch the first n ranges cover together, for every n from 0 on."""
    covered = np.zeros(end - start, dtype=bool)
    counts = np.zeros(len(ranges) + 1, dtype=np.int64)
    for number, (first, last) in enumerate(ranges, start=1):
        part = covered[first - start : last - start]
        counts[number] = counts[number - 1] + len(part) - np.count_nonzero(part)
        part[:] = True
    return counts


def _best_cut(
    pieces: Sequence[Piece], cut: Side, other: Side, settings: RepeatSettings
) -> tuple[list[Piece], list[Piece]] | None:
    """The pieces parted along one side, where both parts cover the same of the other side."""
    ordered = sorted(pieces, key=cut)
    ranges = [other(piece) for piece in ordered]
    start, end = min(ranges)[0], max(last for _, last in ranges)
    before = _coverage(ranges, start, end)
    behind = _coverage(ranges[::-1], start, end)[::-1]
    at = int(np.argmax(before + behind))
    twice = int(before[at] + behind[at]) - int(before[-1])
    enough = max(settings.passage_letters, settings.twice_share * int(before[-1]))
    return (ordered[:at], ordered[at:]) if twice >= enough else None


def parted(pieces: list[Piece], settings: RepeatSettings) -> list[list[Piece]]:
    """The pieces in groups, in each of which hardly any place is copied twice.

    Where two copies stand without a gap, what they are copies of is covered by the pieces of the
    one and again by those of the other. The cut lies where the two coverings are largest.
    Cost: linear in the letters of the pieces, for every cut.
    """
    finished: list[list[Piece]] = []
    open_ = [pieces]
    while open_:
        group = open_.pop()
        parts = None
        if 1 < len(group) <= _MOST_PIECES:
            parts = _best_cut(group, _left, _right, settings)
            parts = parts or _best_cut(group, _right, _left, settings)
        if parts is None:
            finished.append(group)
        else:
            open_.extend(parts)
    return finished
