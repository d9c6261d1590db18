"""Copies without a gap between them: a chain that overlaps itself, cut into its copies."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator

from reviewer.repeats.alignment import Block
from reviewer.repeats.chains import Chain
from reviewer.repeats.settings import RepeatSettings


def _copies(chain: Chain) -> Iterator[Chain]:
    """Each copy of a row of copies paired with the next one.

    The runs lead from the start of a copy to the start of the next, so the borders are found by
    following them from the start of the chain.
    """
    lefts = [run.left for run in chain.runs]
    start = chain.left
    while start < chain.left_end:
        at = bisect_right(lefts, start) - 1
        shift = chain.runs[at].right - chain.runs[at].left
        end = start + shift
        runs: list[Block] = []
        for run in chain.runs[at : bisect_left(lefts, end)]:
            first, last = max(run.left, start), min(run.left + run.length, end)
            to = run.right - run.left
            if last > first and first + to >= end:
                runs.append(Block(first, first + to, last - first))
        if runs:
            yield Chain(
                runs[0].left,
                max(run.left + run.length for run in runs),
                min(run.right for run in runs),
                max(run.right + run.length for run in runs),
                runs,
            )
        start = end


def _shift(chain: Chain) -> int:
    return chain.right - chain.left


def _left(chain: Chain) -> int:
    return chain.left


def _leads_past_copies(chain: Chain, row: Chain, settings: RepeatSettings) -> bool:
    """Whether a chain inside a row of copies only leads past several of its copies at once."""
    if not (row.left <= chain.left and chain.right_end <= row.right_end):
        return False
    period = _shift(row)
    times = round(_shift(chain) / period)
    off = abs(_shift(chain) - times * period)
    return times > 1 and off <= max(2 * settings.chain_drift, settings.row_drift * period)


class _Rows:
    """The rows of copies found so far, and which candidates they account for."""

    def __init__(self, settings: RepeatSettings) -> None:
        self._settings = settings
        self._rows: list[Chain] = []
        self._longest = 0

    def add(self, chain: Chain) -> None:
        """Takes a chain that overlaps itself, if it holds three copies or more."""
        extent = chain.right_end - chain.left
        letters = sum(run.length for run in chain.runs)
        dense = letters >= self._settings.row_density * (chain.left_end - chain.left)
        if dense and extent >= 3 * _shift(chain):
            insort(self._rows, chain, key=_left)
            self._longest = max(self._longest, extent)

    def account_for(self, chain: Chain) -> bool:
        """Whether a candidate pairs copies that a row holds together already."""
        first = bisect_left(self._rows, chain.right_end - self._longest, key=_left)
        last = bisect_right(self._rows, chain.left, key=_left)
        rows = (self._rows[at] for at in range(first, last))
        return any(_leads_past_copies(chain, row, self._settings) for row in rows)


def without_overlaps(chains: Iterable[Chain], settings: RepeatSettings) -> list[Chain]:
    """The same candidates, none of which overlaps itself.

    A row of copies becomes one candidate for each two neighbours; candidates that pair copies of
    the row farther apart are dropped, as the neighbours already hold the row together.
    """
    straight: list[Chain] = []
    rows = _Rows(settings)
    for chain in sorted(chains, key=_shift):
        if rows.account_for(chain):
            continue
        if chain.overlaps_itself:
            rows.add(chain)
            straight.extend(_copies(chain))
        else:
            straight.append(chain)
    return straight
