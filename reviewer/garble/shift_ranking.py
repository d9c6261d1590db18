"""How well characters read behind a context, many at a time.

A run is read again and again with small changes, and the runs of a page are much alike. So what a
ranker says of a row of characters is kept, and it is asked for the new ones alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.shift_hypothesis import Ranker

REACH = 2
"""How many characters before it a ranker looks at to judge one."""

_ROW = REACH + 1
_MOST_KEPT = 100_000
"""Rows that are kept at most, some 12 MB."""


def context_of(text: str) -> str:
    """The end of `text`, as long as a ranker looks back; filled up with line breaks."""
    return text[-REACH:].rjust(REACH, "\n")


def each_after(ranker: Ranker, choices: Sequence[tuple[str, str]]) -> list[NDArray[np.float32]]:
    """The log10 probability of each of some characters behind a context.

    Args:
        ranker: the judge.
        choices: contexts as `context_of` makes them, each with the characters of which one
            follows it.

    Cost: one call of the ranker.
    """
    joined = "".join([context + sign for context, signs in choices for sign in signs])
    odds = ranker.log_probabilities(joined)[REACH::_ROW]
    ends = np.cumsum([len(signs) for _, signs in choices])
    return np.split(odds, ends[:-1])


class Judge:
    """A ranker with a memory. Good for any number of documents."""

    def __init__(self, ranker: Ranker) -> None:
        """What `ranker` says, kept."""
        self._ranker = ranker
        self._known: dict[str, float] = {}

    def odds(self, text: str) -> list[float]:
        """The log10 probability of every character of `text` but the first `REACH`."""
        rows = _rows(text)
        self._learn(rows)
        return [self._known[row] for row in rows]

    def texts_after(self, texts: Iterable[tuple[str, str]]) -> list[float]:
        """The log10 probability of each text behind its context, as `context_of` makes it."""
        each = [_rows(context + text) for context, text in texts]
        self._learn([row for rows in each for row in rows])
        known = self._known.__getitem__
        return [sum(map(known, rows)) for rows in each]

    def stretches_after(self, texts: Iterable[tuple[str, str, str]]) -> list[tuple[float, float]]:
        """The log10 probabilities of two texts in a row behind their context."""
        each = [(_rows(before + text + ahead), len(text)) for before, text, ahead in texts]
        self._learn([row for rows, _ in each for row in rows])
        known = self._known.__getitem__
        return [
            (sum(map(known, rows[:border])), sum(map(known, rows[border:])))
            for rows, border in each
        ]

    def _learn(self, rows: list[str]) -> None:
        """Ask the ranker for what is new in `rows`."""
        new = list(dict.fromkeys([row for row in rows if row not in self._known]))
        if not new:
            return
        if len(self._known) > _MOST_KEPT:
            self._known.clear()
            new = list(dict.fromkeys(rows))
        odds = self._ranker.log_probabilities("".join(new))[REACH::_ROW]
        self._known.update(zip(new, odds.tolist(), strict=True))


def _rows(text: str) -> list[str]:
    return [text[place : place + _ROW] for place in range(len(text) - REACH)]
