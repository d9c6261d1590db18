"""Pairs of bytes that no reader shows: cells outside GBK's table, dropped without a trace.

Where such a pair fell between two signs of a shifted run, the first of its bytes ended a character
and the second began the next one. Both characters can only be told by how well they read.
"""

from __future__ import annotations

from functools import lru_cache

from reviewer.garble.gbk_cells import LEADS, TRAILS, character_of

_FIRST_HAN, _LAST_HAN = "一", "龥"


@lru_cache(maxsize=1)
def _hidden_trails() -> dict[int, tuple[int, ...]]:
    """For every first byte the second bytes with which it is outside the table."""
    return {
        lead: tuple(trail for trail in TRAILS if character_of(lead, trail) is None)
        for lead in LEADS
    }


@lru_cache(maxsize=4096)
def hidden_pairs(lead: int, following: int) -> tuple[str, ...]:
    """Every pair of Han characters that a hidden cell may have joined.

    Args:
        lead: the byte that waits for its partner.
        following: the next byte that is still there.
    """
    pairs: list[str] = []
    for first, trails in _hidden_trails().items():
        ending = character_of(lead, first)
        if ending is None or not _FIRST_HAN <= ending <= _LAST_HAN:
            continue
        for second in trails:
            beginning = character_of(second, following)
            if beginning is not None and _FIRST_HAN <= beginning <= _LAST_HAN:
                pairs.append(ending + beginning)
    return tuple(pairs)
