"""Puts pieces of one passage together: across edited stretches, and where their order changed."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from reviewer.repeats.cuts import parted
from reviewer.repeats.pieces import Piece, joined
from reviewer.repeats.settings import RepeatSettings

Reach = Callable[[Sequence[Piece], Piece], int]
"""How far a piece may stand behind a row of pieces, in letters, to be joined to it."""

Families = Mapping[Piece, int]
"""For pieces that are passages by themselves the number of the family that they belong to."""


def distinct(pieces: Iterable[Piece], settings: RepeatSettings) -> list[Piece]:
    """The pieces without what another one says already, sorted by place.

    Of two that overlap in step, as neighbouring candidates do at their margins, the later one is
    cut where the earlier one ends. A sentence that recurs inside a passage and meets itself out
    of step is kept.
    """
    kept: list[Piece] = []
    active: list[Piece] = []
    for piece in sorted(pieces, key=lambda one: (one.left, -one.left_end, one.right)):
        active = [other for other in active if other.left_end > piece.left]
        rest: Piece | None = piece
        for other in active:
            if rest is not None and other.in_step_with(rest, 2 * settings.chain_drift):
                rest = rest.after(other)
        if rest is not None:
            kept.append(rest)
            active.append(rest)
    return kept


@dataclass(slots=True)
class _Row:
    """Pieces that follow each other in both copies, while more are being added."""

    pieces: list[Piece]
    families: set[int]

    @property
    def last(self) -> Piece:
        return self.pieces[-1]

    def gap_to(self, piece: Piece) -> int:
        """The longer of the two gaps between the row and a piece behind it."""
        return max(piece.left - self.last.left_end, piece.right - self.last.right_end)

    def admits(self, piece: Piece, family: int | None, overlap: int) -> bool:
        """Whether the copies stay apart, and the piece is no further copy of one in the row."""
        return (
            min(piece.left - self.last.left_end, piece.right - self.last.right_end) >= -overlap
            and piece.left_end <= self.pieces[0].right
            and family not in self.families
        )


def follow_each_other(
    pieces: Iterable[Piece], families: Families, reach: Reach, settings: RepeatSettings
) -> list[list[Piece]]:
    """Groups pieces that follow each other in both copies within reach, nearest first.

    Args:
        pieces: pieces of one pair of documents.
        families: which pieces are copies of each other; those are kept apart, or copies that
            recur at short intervals would become one long passage.
        reach: how far apart two neighbours may be.
        settings: thresholds.
    """
    rows: list[_Row] = []
    open_: list[_Row] = []
    for piece in sorted(pieces):
        family = families.get(piece)
        open_ = [row for row in open_ if piece.left - row.last.left_end <= settings.join_limit]
        near = [
            row
            for row in open_
            if row.gap_to(piece) <= reach(row.pieces, piece)
            and row.admits(piece, family, settings.fragment_letters)
        ]
        if near:
            row = min(near, key=lambda one: one.gap_to(piece))
            row.pieces.append(piece)
        else:
            row = _Row([piece], set())
            rows.append(row)
            open_.append(row)
        if family is not None:
            row.families.add(family)
    return [row.pieces for row in rows]


class _Axis(NamedTuple):
    """One way in which pieces lie apart, and the longest gap that does not divide them."""

    start: Callable[[Piece], int]
    end: Callable[[Piece], int]
    gap: int

    def divided(self, pieces: list[Piece]) -> list[list[Piece]]:
        """The pieces, divided at every longer gap."""
        parts: list[list[Piece]] = []
        reached = 0
        for piece in sorted(pieces, key=self.start):
            if parts and self.start(piece) <= reached + self.gap:
                parts[-1].append(piece)
                reached = max(reached, self.end(piece))
            else:
                parts.append([piece])
                reached = self.end(piece)
        return parts


def _clusters(pieces: list[Piece], axes: Sequence[_Axis]) -> list[list[Piece]]:
    """Groups of pieces that no axis divides."""
    finished: list[list[Piece]] = []
    open_ = [pieces] if pieces else []
    while open_:
        group = open_.pop()
        for axis in axes:
            parts = axis.divided(group)
            if len(parts) > 1:
                open_.extend(parts)
                break
        else:
            finished.append(group)
    return finished


def _tiling(pieces: list[Piece], families: Families, overlap: int) -> list[Piece]:
    """Pieces that cover neither copy twice, longest first, one of each family."""
    chosen: list[Piece] = []
    taken: set[int | None] = set()
    lefts: list[tuple[int, int]] = []
    rights: list[tuple[int, int]] = []

    def free(ranges: list[tuple[int, int]], start: int, end: int) -> bool:
        at = bisect(ranges, (start, end))
        before = at == 0 or ranges[at - 1][1] <= start + overlap
        return before and (at == len(ranges) or ranges[at][0] >= end - overlap)

    for piece in sorted(pieces, key=lambda one: (-one.letters, one)):
        left, right = (piece.left, piece.left_end), (piece.right, piece.right_end)
        family = families.get(piece)
        if family not in taken and free(lefts, *left) and free(rights, *right):
            chosen.append(piece)
            lefts.insert(bisect(lefts, left), left)
            rights.insert(bisect(rights, right), right)
            if family is not None:
                taken.add(family)
    return chosen


def _reordered(
    group: list[Piece], families: Families, settings: RepeatSettings
) -> list[Piece] | None:
    """The pieces of a group that make up one passage in another order, or None."""
    tiles = _tiling(group, families, settings.fragment_letters)
    whole = joined(tiles)
    covers = whole.letters >= settings.reorder_cover * whole.longer
    if covers and not whole.ordered and whole.left_end <= whole.right:
        return tiles
    return None


def join_reordered(
    pieces: list[Piece], families: Families, settings: RepeatSettings
) -> list[Piece]:
    """Joins pieces that make up one passage in both copies, each in its own order.

    A group of pieces is one passage when no long gap divides it in either copy and the pieces,
    each place used once, cover both copies for the most part. Where whole documents do not come
    out that way, pieces that moved about as far are tried by themselves.
    """
    places = (
        _Axis(attrgetter("left"), attrgetter("left_end"), settings.reorder_gap),
        _Axis(attrgetter("right"), attrgetter("right_end"), settings.reorder_gap),
    )
    moves = _Axis(attrgetter("shift"), attrgetter("shift"), settings.reorder_span)
    result: list[Piece] = []
    open_ = [
        (group, False)
        for cluster in _clusters(pieces, places)
        for group in parted(cluster, settings)
    ]
    while open_:
        group, divided = open_.pop()
        tiles = _reordered(group, families, settings) if len(group) > 1 else None
        if tiles is not None:
            result.append(joined(tiles))
            result.extend(piece for piece in group if piece not in tiles)
        elif divided or len(group) < 2:
            result.extend(group)
        else:
            open_.extend((part, True) for part in _clusters(group, (moves, *places)))
    return result
