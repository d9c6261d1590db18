"""Pairs of bytes that no reader shows: cells outside GBK's table, dropped without a trace.

Where such a pair fell between two signs of a shifted run, the first of its bytes ended a character
and the second began the next one. Both characters can only be told by how well they read. Two
such pairs in a row hide a whole character between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.gbk_cells import (
    LEADS,
    character_of,
    common_characters,
    hidden_trails,
    trail_of,
)
from reviewer.garble.shift_hypothesis import Ranker
from reviewer.garble.shift_ranking import Judge, context_of, each_after

HIDDEN_COST = 0.25
"""What each hidden cell takes off a reading, log10: guesses always find something that reads."""

KEPT = 8
"""Guesses that are followed from one hypothesis."""

_MOST_GUESSES = 20_000
_KEPT_BEFORE_LOST = 6
_ENDINGS_BEFORE_MORE = 10
_MIDDLES_BEFORE_LOST = 30
_LEAST_ODDS = -4.5
"""Two characters between which this log10 probability is not reached are not guessed together."""


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of characters that the bytes allow, and how they go together.

    Attributes:
        first: the different first characters.
        places: for each pair its first character, as a place in `first`.
        second: for each pair its second character.
        odds: for each pair the log10 probability of the second character after the first.
    """

    first: str
    places: NDArray[np.intp]
    second: str
    odds: NDArray[np.float32]

    def best(self, odds: NDArray[np.float32], kept: int) -> list[tuple[str, float]]:
        """The best pairs with their odds, given the odds of each first character."""
        total = odds[self.places] + self.odds
        return [
            (self.first[self.places[i]] + self.second[i], float(total[i]))
            for i in _highest(total, kept)
        ]


class HiddenCells:
    """Guesses lost characters by what reads best. Good for any number of documents."""

    def __init__(self, ranker: Ranker) -> None:
        """Let `ranker` judge. What it says of two bytes is kept: at most some 10 MB."""
        self._ranker = ranker
        self.judge = Judge(ranker)
        self._joined: dict[tuple[int, int], _Pairs] = {}
        self._bridges: dict[tuple[tuple[int, ...], int], _Pairs] = {}
        self._after: dict[str, NDArray[np.float32]] = {}
        self._middles: dict[str, str] = {}
        self._guessed: dict[tuple[str, str, int, int], list[str]] = {}

    def pairs(self, text: str, lead: int, following: int) -> list[str]:
        """The pairs of characters that a hidden cell may have joined behind `text`, best first.

        Args:
            text: what stands before.
            lead: the byte that waits for its partner.
            following: the next byte that is still there.
        """
        return self._kept(self._pairs, context_of(text), lead, following)

    def triples(self, text: str, lead: int, following: int) -> list[str]:
        """Three characters that two hidden cells in a row may have joined behind `text`."""
        return self._kept(self._triples, context_of(text), lead, following)

    def lost_after(self, text: str, lead: int) -> list[str]:
        """What may stand behind `text` where only the first byte, `lead`, is known.

        One character, or two joined by a hidden cell, the best of each.
        """
        return self._kept(self._lost_after, context_of(text), lead, 0)

    def _kept(
        self, guess: Callable[[str, int, int], list[str]], context: str, lead: int, following: int
    ) -> list[str]:
        """What `guess` says, asked once for each context."""
        key = guess.__name__, context, lead, following
        known = self._guessed.get(key)
        if known is None:
            if len(self._guessed) >= _MOST_GUESSES:
                self._guessed.clear()
            known = self._guessed[key] = guess(context, lead, following)
        return known

    def _pairs(self, context: str, lead: int, following: int) -> list[str]:
        table = self._pairs_joined(lead, following)
        (odds,) = each_after(self._ranker, [(context, table.first)])
        return [pair for pair, _ in table.best(odds, KEPT)]

    def _triples(self, context: str, lead: int, following: int) -> list[str]:
        endings, odds = self._likeliest(context, endings_of(lead), _ENDINGS_BEFORE_MORE)
        found: list[tuple[float, str]] = []
        for ending, odds_of_ending in zip(endings, odds, strict=True):
            table = self._pairs_bridging(hidden_trails()[trail_of(ending)], following)
            between = self._odds_between(ending, table.first)
            found += [
                (odds_of_ending + odds_of_pair, ending + pair)
                for pair, odds_of_pair in table.best(between, KEPT)
            ]
        return [triple for _, triple in sorted(found, reverse=True)[:KEPT]]

    def _lost_after(self, context: str, lead: int, _: int) -> list[str]:
        single, _odds = self._likeliest(context, _completions(lead), _KEPT_BEFORE_LOST)
        endings, _odds = self._likeliest(context, endings_of(lead), _ENDINGS_BEFORE_MORE)
        double = [ending + middle for ending in endings for middle in self._middles_of(ending)]
        odds = self.judge.texts_after([(context, pair) for pair in double])
        return single + [double[i] for i in _highest(np.array(odds), _KEPT_BEFORE_LOST)]

    def _likeliest(self, text: str, characters: str, kept: int) -> tuple[list[str], list[float]]:
        """The few of `characters` that read best behind `text`, and how well."""
        if not characters:
            return [], []
        (odds,) = each_after(self._ranker, [(context_of(text), characters)])
        order = _highest(odds, kept)
        return [characters[i] for i in order], [float(odds[i]) for i in order]

    def _middles_of(self, ending: str) -> str:
        """The likeliest characters behind a cell hidden after `ending`, and a lost byte."""
        known = self._middles.get(ending)
        if known is None:
            leads = hidden_trails()[trail_of(ending)]
            found = _common((lead, trail) for lead in leads for trail in LEADS)
            likely, _ = self._likeliest(ending, found, _MIDDLES_BEFORE_LOST)
            known = self._middles[ending] = "".join(likely)
        return known

    def _pairs_joined(self, lead: int, following: int) -> _Pairs:
        """The pairs that `lead`, a hidden cell and `following` may stand for."""
        known = self._joined.get((lead, following))
        if known is None:
            endings = endings_of(lead)
            known = self._joined[lead, following] = self._pairs_of(endings, following)
        return known

    def _pairs_bridging(self, leads: tuple[int, ...], following: int) -> _Pairs:
        """The pairs that one of `leads`, a hidden cell and `following` may stand for."""
        known = self._bridges.get((leads, following))
        if known is None:
            middles = "".join(endings_of(lead) for lead in leads)
            known = self._bridges[leads, following] = self._pairs_of(middles, following)
        return known

    def _pairs_of(self, first: str, following: int) -> _Pairs:
        """Each of `first` with the characters that end with `following` behind a hidden cell."""
        ends: dict[tuple[int, ...], str] = {}
        each: list[str] = []
        for character in first:
            leads = hidden_trails()[trail_of(character)]
            if leads not in ends:
                ends[leads] = _common((lead, following) for lead in leads)
            each.append(ends[leads])
        choices = [(context_of(one), signs) for one, signs in zip(first, each, strict=True)]
        odds = np.concatenate([np.zeros(0, np.float32), *each_after(self._ranker, choices)])
        places = np.repeat(np.arange(len(first)), [len(signs) for signs in each])
        kept = np.flatnonzero(odds >= _LEAST_ODDS)
        second = "".join(each)
        return _Pairs(first, places[kept], "".join([second[i] for i in kept]), odds[kept])

    def _odds_between(self, ending: str, middles: str) -> NDArray[np.float32]:
        """How well each of `middles`, which are always the same for `ending`, reads after it."""
        known = self._after.get(ending)
        if known is None:
            (known,) = each_after(self._ranker, [(context_of(ending), middles)])
            self._after[ending] = known
        return known


def _highest(odds: NDArray[np.floating], kept: int) -> list[int]:
    """The places of the highest of `odds`, highest first."""
    if len(odds) <= kept:
        return np.argsort(-odds, kind="stable").tolist()
    places = np.sort(np.argpartition(-odds, kept)[:kept])
    return places[np.argsort(-odds[places], kind="stable")].tolist()


@lru_cache(maxsize=len(LEADS))
def _completions(lead: int) -> str:
    """The common characters that `lead` may begin."""
    return _common((lead, trail) for trail in LEADS)


@lru_cache(maxsize=len(LEADS))
def endings_of(lead: int) -> str:
    """The common characters that `lead` may begin and behind which a cell may be hidden."""
    return _common((lead, trail) for trail, hidden in hidden_trails().items() if hidden)


def _common(cells: Iterable[tuple[int, int]]) -> str:
    """The common characters of some cells."""
    made = (character_of(lead, trail) for lead, trail in cells)
    return "".join([character for character in made if character in common_characters()])
