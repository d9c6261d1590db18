"""Characters that look alike: groups of resources/rules/look_alikes.toml, and radicals."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.rules import read_table

FILE = "look_alikes.toml"
_COMMON_ROWS = range(0xB0, 0xD8)
"""GB 2312 keeps its common characters behind these lead bytes and the rare ones behind later."""


@lru_cache(maxsize=1)
def _alike() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for group in read_table(FILE)["groups"]["alike"]:
        for character in group:
            others = frozenset(group) - {character}
            table[character] = table.get(character, frozenset()) | others
    return table


def look_alikes_of(character: str) -> frozenset[str]:
    """The characters that `character` is easily read for; empty where none are known."""
    return _alike().get(character, frozenset())


def characters_with_look_alikes() -> frozenset[str]:
    """Every character that stands in a group."""
    return frozenset(_alike())


@lru_cache(maxsize=1)
def _radicals() -> tuple[int, ...]:
    """Where in Unicode's first block of Han characters each of the 214 radicals has its section."""
    signs = (chr(code) for code in range(0x2F00, 0x2FD6))
    return tuple(sorted(ord(unicodedata.normalize("NFKC", sign)) for sign in signs))


def same_radical(one: str, other: str) -> bool:
    """Whether two Han characters share their radical, by their place in Unicode's order.

    The block sorts its characters by radical, each section begins with the radical itself. Only
    characters in the form of the old dictionaries are where they belong, as rare ones mostly are.
    """
    radicals = _radicals()
    return bisect_right(radicals, ord(one)) == bisect_right(radicals, ord(other))


@lru_cache(maxsize=1)
def rare_characters() -> NDArray[np.bool_]:
    """For every code point of the plane whether it is a Han character beyond the common ones."""
    table = np.zeros(1 << 16, dtype=np.bool_)
    table[0x4E00:0xA000] = True
    cells = (bytes((lead, trail)) for lead in _COMMON_ROWS for trail in range(0xA1, 0xFF))
    table[[ord(text) for cell in cells if (text := cell.decode("gb2312", "ignore"))]] = False
    return table
