"""What a page has said elsewhere: the best witness of what a broken sentence of it said.

A cache model after Kuhn and De Mori ("A cache-based natural language model for speech
recognition", 1990): a character is as probable as the ranker says, or as often as it followed the
same two or three characters on this page.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from reviewer.garble.shift_ranking import REACH, Judge

SHARE = 0.2
"""How much of a character's probability is left to the page."""

_DISCOUNT = 0.5
"""Taken off each count, for what followed once may have been chance."""

_LONGEST = 4
_SHARES = ((3, 0.4), (4, 0.6))
"""What each length of row has of the page's share: the longer, the surer."""


def with_memory(
    judge: Judge, count: Callable[[str], int], texts: Sequence[tuple[str, str]]
) -> list[float]:
    """What a page adds to the log10 probability of each of some texts behind its context.

    Args:
        judge: what is known without the page.
        count: how often some words stand on the page.
        texts: contexts as `context_of` makes them, each with the text that follows it.

    Cost: two counts for each character that the texts do not share.
    """
    whole = [context + text for context, text in texts]
    same_head = _shared(whole)
    same_tail = _shared([text[::-1] for text in whole])
    gains: list[float] = []
    known: dict[tuple[str, float], float] = {}
    for text in whole:
        odds = judge.odds(text)
        total = 0.0
        for at in range(max(REACH, same_head), min(len(text), len(text) - same_tail + _LONGEST)):
            row, usual = text[max(0, at + 1 - _LONGEST) : at + 1], odds[at - REACH]
            gain = known.get((row, usual))
            if gain is None:
                gain = known[row, usual] = _gain(row, usual, count)
            total += gain
        gains.append(total)
    return gains


def _shared(texts: Sequence[str]) -> int:
    """How many characters all of `texts` begin with."""
    lowest, highest = min(texts), max(texts)
    pairs = zip(lowest, highest, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), len(lowest))


def _gain(row: str, usual: float, count: Callable[[str], int]) -> float:
    """What the page adds to the log10 probability `usual` of the last character of `row`."""
    on_page = 0.0
    for length, share in _SHARES:
        words = row[-length:]
        found = count(words) - _DISCOUNT if len(words) == length else 0.0
        if found <= 0:
            break
        on_page += share * found / count(words[:-1])
    without = 10.0**usual
    return math.log10((1 - SHARE) * without + SHARE * on_page) - usual
