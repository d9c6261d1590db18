"""Lays two stretches of letters side by side: which letters of one are which of the other."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

CHUNK = 400
"""Stretches are cut at anchors into parts of about so many letters; the cost is quadratic in it."""

ANCHOR_LETTERS = 8
"""Shorter runs are too common to cut at."""


class Block(NamedTuple):
    """`length` letters from `left` on in one stretch are those from `right` on in the other."""

    left: int
    right: int
    length: int

    def precedes(self, other: Block) -> bool:
        """Whether this block ends before `other` begins, in both stretches."""
        return self.left + self.length <= other.left and self.right + self.length <= other.right


def _trusted(anchors: Iterable[Block]) -> list[Block]:
    """Anchors that neither cross nor overlap, sorted; the longer one of two wins."""
    trusted: list[Block] = []
    for anchor in sorted(anchors, key=lambda block: -block.length):
        if anchor.length < ANCHOR_LETTERS:
            break
        at = bisect(trusted, anchor)
        if at and not trusted[at - 1].precedes(anchor):
            continue
        if at < len(trusted) and not anchor.precedes(trusted[at]):
            continue
        trusted.insert(at, anchor)
    return trusted


def _cuts(anchors: Iterable[Block], left_end: int, right_end: int) -> list[tuple[int, int]]:
    """Pairs of places at which both stretches are cut, rising in both, about `CHUNK` apart."""
    cuts = [(0, 0)]
    for anchor in _trusted(anchors):
        for part in (0, anchor.length):
            left, right = anchor.left + part, anchor.right + part
            if max(left - cuts[-1][0], right - cuts[-1][1]) >= CHUNK:
                cuts.append((left, right))
    cuts.append((left_end, right_end))
    return cuts


def align(left: str, right: str, anchors: Iterable[Block] = ()) -> list[Block]:
    """The blocks of equal letters of a best alignment of `left` and `right`, in order.

    Args:
        left: one stretch.
        right: the other.
        anchors: stretches known to be equal, in any order; used to cut long texts into short
            ones, between which the alignment is best (fewest edits).

    Cost: quadratic in the distance between anchors, at least `CHUNK`, over the machine word; two
    texts of 10,000 letters that agree for the most part take about a millisecond.
    """
    if left == right:
        return [Block(0, 0, len(left))] if left else []
    long = max(len(left), len(right)) > 2 * CHUNK
    cuts = _cuts(anchors, len(left), len(right)) if long else [(0, 0), (len(left), len(right))]
    blocks: list[Block] = []
    for (left_start, right_start), (left_end, right_end) in pairwise(cuts):
        opcodes = Levenshtein.opcodes(left[left_start:left_end], right[right_start:right_end])
        for block in opcodes.as_matching_blocks():
            if block.size:
                at = Block(left_start + block.a, right_start + block.b, block.size)
                blocks.append(at)
    return blocks
