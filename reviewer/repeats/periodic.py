"""Rows of a short unit over and over, one sign a thousand times: no passages, yet repeats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.repeats.seeds import Runs
from reviewer.repeats.settings import RepeatSettings
from reviewer.text.canonical import WILDCARD
from reviewer.text.codes import CodePoints


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A unit of letters that stands several times without a gap.

    Attributes:
        start: where the first unit begins, in places of the corpus.
        end: where the last one ends; it may be cut short.
        period: the letters of the unit.
    """

    start: int
    end: int
    period: int


def _stretches(which: NDArray[np.bool_], least: int) -> list[tuple[int, int]]:
    """Where at least so many in a row hold."""
    padded = np.concatenate(([False], which, [False]))
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    starts, ends = edges[::2], edges[1::2]
    long = ends - starts >= least
    return list(zip(starts[long].tolist(), ends[long].tolist(), strict=True))


def _grown(letters: CodePoints, start: int, end: int, period: int) -> Row:
    """The whole row around a stretch that equals the one `period` letters behind it."""
    step = 4096
    while start > 0:
        begin = max(0, start - step)
        part = letters[begin:start]
        unequal = np.flatnonzero((part != letters[begin + period : start + period]) | (part == 0))
        start = begin + int(unequal[-1]) + 1 if len(unequal) else begin
        if len(unequal):
            break
    while end + period < len(letters):
        stop = min(len(letters) - period, end + step)
        part = letters[end:stop]
        unequal = np.flatnonzero((part != letters[end + period : stop + period]) | (part == 0))
        end += int(unequal[0]) if len(unequal) else len(part)
        if len(unequal):
            break
    return Row(start, end + period, period)


def _is_equal(letters: CodePoints, start: int, end: int, period: int) -> bool:
    """Whether a stretch equals the one `period` letters behind it; seeds are hashes."""
    return bool(np.array_equal(letters[start:end], letters[start + period : end + period]))


def find_rows(letters: CodePoints, runs: Runs, settings: RepeatSettings) -> list[Row]:
    """The rows of units shorter than a passage, at least as long as the shortest passage.

    Args:
        letters: the streams with zeros between them.
        runs: runs between near places.
        settings: thresholds.

    Returns:
        Rows sorted by place; none overlaps another. Rows of figures are left out, as their units
        look the same here and are not: 1月2月3月.

    Cost: O(n) for units of one and two letters, which are no seeds, and O(r log r) in the runs.
    """
    least = settings.passage_letters
    found: list[Row] = []
    for period in (1, 2):
        same = (letters[period:] == letters[:-period]) & (letters[period:] != 0)
        found.extend(
            Row(start, end + period, period) for start, end in _stretches(same, least - period)
        )
    reached = -1
    long = runs.chosen(runs.length + runs.shift >= least)
    order = np.lexsort((long.shift, long.left))
    for left, period, length in zip(
        *(column[order].tolist() for column in (long.left, long.shift, long.length)), strict=True
    ):
        if left >= reached and _is_equal(letters, left, left + length, period):
            row = _grown(letters, left, left + length, period)
            found.append(row)
            reached = row.end
    kept: list[Row] = []
    for row in sorted(found):
        times = (row.end - row.start) // row.period
        unit = letters[row.start : row.start + row.period]
        apart = not kept or row.start >= kept[-1].end
        if apart and times >= settings.row_times and WILDCARD not in unit:
            kept.append(row)
    return kept
