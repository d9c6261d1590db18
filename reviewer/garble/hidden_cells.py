"""Pairs of bytes that no reader shows: cells outside GBK's table, dropped without a trace.

Where such a pair fell between two signs of a shifted run, the first of its bytes ended a character
and the second began the next one. Both characters can only be told by how well they read.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

import numpy as np

from reviewer.garble.gbk_cells import LEADS, TRAILS, all_characters, character_of
from reviewer.garble.shift_hypothesis import Hypothesis, Ranker

KEPT = 12
"""Endings that are followed from one hypothesis."""

_COMMON = -5.0
"""The log10 probability above which a character alone is common enough to be guessed."""

_SIGNS = frozenset("。，、；：？！“”（）《》")
"""The signs that often stand between two characters of a run."""


@lru_cache(maxsize=1)
def _hidden_trails() -> dict[int, tuple[int, ...]]:
    """For every first byte the second bytes with which it is outside the table."""
    return {
        lead: tuple(trail for trail in TRAILS if character_of(lead, trail) is None)
        for lead in LEADS
    }


def hidden_pairs(lead: int, following: int) -> tuple[str, ...]:
    """Every pair of Han characters or signs that a hidden cell may have joined.

    Args:
        lead: the byte that waits for its partner.
        following: the next byte that is still there.
    """
    pairs: list[str] = []
    for first, trails in _hidden_trails().items():
        ending = character_of(lead, first)
        if ending is None or not _is_readable(ending):
            continue
        for second in trails:
            beginning = character_of(second, following)
            if beginning is not None and _is_readable(beginning):
                pairs.append(ending + beginning)
    return tuple(pairs)


def _is_readable(character: str) -> bool:
    return "一" <= character <= "龥" or character in _SIGNS


class HiddenCells:
    """Guesses lost characters by what reads best. Good for any number of documents."""

    def __init__(self, ranker: Ranker) -> None:
        """Let `ranker` judge."""
        self.ranker = ranker
        self._pairs: dict[tuple[int, int], list[str]] = {}

    @cached_property
    def _common(self) -> frozenset[str]:
        characters = [character for character in all_characters() if _is_readable(character)]
        scores = self.ranker.scores(characters)
        return frozenset(
            character
            for character, score in zip(characters, scores, strict=True)
            if score > _COMMON
        )

    def pairs(self, lead: int, following: int) -> list[str]:
        """The pairs of `hidden_pairs` whose characters are both common."""
        known = self._pairs.get((lead, following))
        if known is None:
            known = [
                pair for pair in hidden_pairs(lead, following) if self._common.issuperset(pair)
            ]
            self._pairs[lead, following] = known
        return known

    def likeliest(self, hypothesis: Hypothesis, endings: list[str]) -> list[str]:
        """The few of `endings` that read best behind what a hypothesis has restored."""
        if len(endings) <= KEPT:
            return endings
        context = hypothesis.restored[-2:]
        scores = self.ranker.scores([context + ending for ending in endings])
        return [endings[int(i)] for i in np.argsort(-scores, kind="stable")[:KEPT]]
