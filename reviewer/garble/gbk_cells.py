"""The two-byte cells of GBK: which pair of bytes is which character."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

LEADS = range(0x81, 0xFF)
TRAILS = tuple(byte for byte in range(0x40, 0xFF) if byte != 0x7F)
EURO_TRAIL = 0x80
"""The byte that decoders show as € where it stands alone."""


@lru_cache(maxsize=1)
def _characters() -> dict[tuple[int, int], str]:
    cells: dict[tuple[int, int], str] = {}
    for lead in LEADS:
        for trail in TRAILS:
            # An undefined pair gives two characters: the mark of an error, or the trail alone.
            character = bytes((lead, trail)).decode("gbk", "replace")
            if len(character) == 1 and character != "\ufffd":
                cells[lead, trail] = character
    return cells


@lru_cache(maxsize=1)
def _cells() -> dict[str, tuple[int, int]]:
    return {character: cell for cell, character in _characters().items()}


def character_of(lead: int, trail: int) -> str | None:
    """The character of one cell, or None where GBK has none there."""
    return _characters().get((lead, trail))


def cell_of(character: str) -> tuple[int, int] | None:
    """Lead and trail byte of a character, or None where GBK cannot write it in two bytes."""
    return _cells().get(character)


def all_characters() -> Iterable[str]:
    """Every character that has a cell."""
    return _cells().keys()
