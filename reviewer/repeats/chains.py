"""Gathers runs of equal letters that lie along one diagonal into candidates for passages."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.repeats.alignment import Block
from reviewer.repeats.seeds import Runs
from reviewer.repeats.settings import RepeatSettings

Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Chain:
    """A candidate: runs that lead from a stretch of the corpus to another, roughly in step.

    Attributes:
        left: where the earlier copy starts, as far as runs tell.
        left_end: where it ends.
        right: where the later copy starts.
        right_end: where it ends.
        runs: the runs from the one to the other, by their place in the earlier copy.
    """

    left: int
    left_end: int
    right: int
    right_end: int
    runs: list[Block]

    @property
    def overlaps_itself(self) -> bool:
        """Whether the later copy begins before the earlier one ends."""
        return self.right < self.left_end


def _bins(runs: Runs, offset: int, settings: RepeatSettings) -> tuple[Labels, NDArray[np.int64]]:
    """Groups runs whose shifts fall into one bin and whose gaps are bridged.

    Returns:
        The group of each run, and the order that sorts runs by group and place.
    """
    bins = (runs.shift + offset) // (2 * settings.chain_drift)
    span = int(runs.left.max() + runs.length.max()) + settings.chain_gap + 1
    order = np.argsort(bins * span + runs.left, kind="stable")
    sorted_bins = bins[order]
    ends = np.maximum.accumulate(sorted_bins * span + runs.left[order] + runs.length[order])
    begins = np.ones(len(order), dtype=bool)
    begins[1:] = (sorted_bins[1:] != sorted_bins[:-1]) | (
        sorted_bins[1:] * span + runs.left[order][1:] > ends[:-1] + settings.chain_gap
    )
    labels = np.empty(len(order), dtype=np.int64)
    labels[order] = np.cumsum(begins) - 1
    return labels, order


def _components(first: Labels, second: Labels) -> Labels:
    """The finest grouping that neither of two groupings of the same things divides.

    Minimum labels pass to and fro between the two until nothing changes, with path halving, so
    that long zigzags take few rounds.
    """
    roots = np.arange(int(first.max()) + 1)
    while True:
        least = np.full(int(second.max()) + 1, len(roots), dtype=np.int64)
        np.minimum.at(least, second, roots[first])
        lowered = roots.copy()
        np.minimum.at(lowered, first, least[second])
        lowered = lowered[lowered]
        if np.array_equal(lowered, roots):
            return roots[first]
        roots = lowered


def _promising(runs: Runs, settings: RepeatSettings) -> tuple[Runs, Labels]:
    """Runs that have company enough to be part of a candidate, and the component of each."""
    near, _ = _bins(runs, 0, settings)
    far, _ = _bins(runs, settings.chain_drift, settings)
    least = settings.chain_letters
    enough = (np.bincount(near, runs.length)[near] >= least) | (
        np.bincount(far, runs.length)[far] >= least
    )
    kept = runs.chosen(enough)
    if not len(kept):
        return kept, np.zeros(0, dtype=np.int64)
    near, _ = _bins(kept, 0, settings)
    far, _ = _bins(kept, settings.chain_drift, settings)
    return kept, _components(near, far)


def find_chains(runs: Runs, settings: RepeatSettings) -> list[Chain]:
    """Candidates for passages, from runs.

    Two runs belong together when the gap between them is bridged and their shifts are near; this
    is single linkage on diagonals, found by two overlapping binnings. Candidates with few letters
    in runs, or thinly covered, are left out. Cost: O(r log r) in the runs, vectorised.
    """
    if not len(runs):
        return []
    kept, components = _promising(runs, settings)
    if not len(kept):
        return []
    order = np.lexsort((kept.left, components))
    kept, components = kept.chosen(order), components[order]
    begins = np.flatnonzero(np.diff(components, prepend=-1))
    right = kept.left + kept.shift
    letters = np.add.reduceat(kept.length, begins)
    extents = (
        kept.left[begins],
        np.maximum.reduceat(kept.left + kept.length, begins),
        np.minimum.reduceat(right, begins),
        np.maximum.reduceat(right + kept.length, begins),
    )
    longer = np.maximum(extents[1] - extents[0], extents[3] - extents[2])
    dense = (letters >= settings.chain_letters) & (letters >= settings.chain_density * longer)
    ends = np.append(begins[1:], len(kept))
    blocks = list(map(Block, kept.left.tolist(), right.tolist(), kept.length.tolist()))
    columns = (column[dense].tolist() for column in (*extents, begins, ends))
    return [
        Chain(left, left_end, right, right_end, blocks[first:last])
        for left, left_end, right, right_end, first, last in zip(*columns, strict=True)
    ]
