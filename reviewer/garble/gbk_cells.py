"""The two-byte cells of GBK: which pair of bytes is which character, and which is none."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reviewer.text.script import is_simplified_only, simplified_forms

LEADS = range(0x81, 0xFF)
TRAILS = tuple(byte for byte in range(0x40, 0xFF) if byte != 0x7F)
EURO_TRAIL = 0x80
"""The byte that decoders show as € where it stands alone."""

FULL_WIDTH_LEAD = 0xA3
FULL_WIDTH_SHIFT = 0x80
"""An ASCII sign in full width is this lead byte, and the sign's own byte shifted by so much."""

_FIRST_LEVEL_LEADS = range(0xB0, 0xD8)
_FIRST_GB_TRAIL = 0xA1
_SIGNS = frozenset("。，、；：？！“”（）《》—")
"""The signs that often stand between two characters of prose."""


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


def trail_of(character: str) -> int:
    """The trail byte of a character that has a cell.

    Raises:
        KeyError: it has none.
    """
    return _cells()[character][1]


def all_characters() -> Iterable[str]:
    """Every character that has a cell."""
    return _cells().keys()


@lru_cache(maxsize=1)
def hidden_trails() -> dict[int, tuple[int, ...]]:
    """For every lead byte the trail bytes with which it is outside the table.

    Those alone that can be lead bytes themselves; equal rows share one tuple.
    """
    rows: dict[tuple[int, ...], tuple[int, ...]] = {}
    found: dict[int, tuple[int, ...]] = {}
    for lead in LEADS:
        row = tuple(trail for trail in LEADS if character_of(lead, trail) is None)
        found[lead] = rows.setdefault(row, row)
    return found


@lru_cache(maxsize=1)
def common_characters() -> frozenset[str]:
    """The characters that are common enough to be guessed on a Traditional page.

    Those of the first level of GB 2312, which holds the 3,755 most used ones, as Traditional
    texts write them, and a few signs.
    """
    return _SIGNS | {
        character
        for character in all_characters()
        if not is_simplified_only(character)
        and _in_first_level(simplified_forms().get(character, character))
    }


def _in_first_level(character: str) -> bool:
    cell = cell_of(character)
    return cell is not None and cell[0] in _FIRST_LEVEL_LEADS and cell[1] >= _FIRST_GB_TRAIL
