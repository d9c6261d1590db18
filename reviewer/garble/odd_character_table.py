"""Which characters are odd, of which sort, and what should stand in their place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Any, cast
from unicodedata import bidirectional, normalize

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.rules import read_table, wording_of
from reviewer.text.script import TABLE_SIZE
from reviewer.text.wording import Wording

FILE = "odd_characters.toml"
_MOST_NAMES = 3
_REACH = 60
"""How near letters written from the right must stand to a control of direction, in code points."""


class OddSort(IntEnum):
    """The sorts of odd characters; 0 is no sort."""

    NONE = 0
    INVISIBLE = 1
    PRIVATE = 2
    RADICAL = 3
    COMPATIBLE = 4
    VARIANT = 5


@dataclass(frozen=True, slots=True)
class Substitute:
    """What stands for an odd character, by one row of the rule file."""

    character: str
    safe: bool
    confidence: float
    reason: Wording
    rule: str


@dataclass(frozen=True, slots=True)
class OddTable:
    """All odd characters.

    Attributes:
        sorts: for every code point below `TABLE_SIZE` its sort; the last entry is private use.
        substitutes: for some characters what should stand there.
    """

    sorts: NDArray[np.uint8]
    substitutes: dict[str, Substitute]

    def sort_of(self, character: str) -> OddSort:
        """The sort of one character."""
        if _TAGS[0] <= ord(character) < _TAGS[1]:
            return OddSort.INVISIBLE
        return OddSort(int(self.sorts[min(ord(character), TABLE_SIZE - 1)]))


# Line and page breaks that are no line feed: of Word, of other systems, of Unicode.
_SEPARATORS = "\v\f\x85\u2028\u2029"
_JOINERS = "\u200c\u200d"
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ZERO_WIDTH = "\u00ad\u034f\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
# Blanks of Korean and of Braille, which web pages use as spaces that stay.
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
# Marks of annotations and of objects that did not come along, and what is no character at all.
_PLACEHOLDERS = "\ufff9\ufffa\ufffb\ufffc"
_CONTROLS = ((0x00, 0x09), (0x0B, 0x20), (0x7F, 0xA0), (0xFDD0, 0xFDF0), (0xFFFE, 0x10000))
_PRIVATE = (0xE000, 0xF900)
# Tags, and selectors of glyph variants.
_TAGS = (0xE0000, 0xE1000)
_RADICALS = (0x2F00, 0x2FD6)
_COMPATIBLE = ((0xF900, 0xFB00), (0x2F800, 0x2FA20))
# Scripts whose letters join or change by zero-width characters: Arabic to Tibetan, Burmese, Khmer
# and Mongolian, and the pictographs that are joined to one.
_JOINING = ((0x600, 0x1000), (0x1000, 0x10A0), (0x1780, 0x18B0), (0xA840, 0xAC00), (0xFB1D, 0xFE00))
_KOREAN = (
    (0x1100, 0x115F), (0x1161, 0x1200), (0x3131, 0x3164), (0x3165, 0x3190), (0xAC00, 0xD7B0)
)  # fmt: skip
_KOREAN_BLANKS = "\u115f\u1160\u3164\uffa0"
_LONGEST_TAG = 8
_PICTOGRAPHS = ((0x2600, 0x27C0), (0xFE0F, 0xFE10), (0x1F000, 0x20000))


@lru_cache(maxsize=1)
def odd_table() -> OddTable:
    """The table of all odd characters, with the rows of the rule file."""
    sorts = np.zeros(TABLE_SIZE, dtype=np.uint8)
    for first, end in _CONTROLS:
        sorts[first:end] = OddSort.INVISIBLE
    for character in _SEPARATORS + _JOINERS + _DIRECTIONS + _ZERO_WIDTH + _BLANKS + _PLACEHOLDERS:
        sorts[ord(character)] = OddSort.INVISIBLE
    sorts[slice(*_PRIVATE)] = OddSort.PRIVATE
    sorts[slice(*_RADICALS)] = OddSort.RADICAL
    for block in _COMPATIBLE:
        for code in range(*block):
            if normalize("NFKC", chr(code)) != chr(code):
                sorts[code] = OddSort.COMPATIBLE
    substitutes: dict[str, Substitute] = {}
    table = read_table(FILE)
    for row in (*table["private_use"], *table["radicals"], *table["variants"]):
        substitutes.update(_substitutes(row))
    for row, sort in ((table["radicals"], OddSort.RADICAL), (table["variants"], OddSort.VARIANT)):
        for character in "".join(part["found"] for part in row):
            sorts[ord(character)] = sort
    # All that lies beyond the table is private use, but for the tags.
    sorts[TABLE_SIZE - 1] = OddSort.PRIVATE
    return OddTable(sorts, substitutes)


def _substitutes(row: dict[str, Any]) -> dict[str, Substitute]:
    written = cast("str", row["written"])
    first = int(row.get("first", 0))
    found = row.get("found") or "".join(map(chr, range(first, first + len(written))))
    said = {"zh": "", "en": ""}
    return {
        character: Substitute(
            character=target,
            safe=bool(row.get("safe", False)),
            confidence=float(row.get("confidence", 0.0)),
            reason=wording_of(row.get("reason", said)),
            rule=f"odd_characters/{row['id']}",
        )
        for character, target in zip(found, written, strict=True)
    }


def is_separator(character: str) -> bool:
    """Whether an invisible character breaks a line or a page."""
    return character in _SEPARATORS


def is_needed(text: str, place: int) -> bool:
    """Whether the invisible character at `place` does something in its script.

    Joiners do between letters that join and in pictographs, tags behind a pictograph, Korean blanks
    beside Korean letters, directions near letters that are written from the right. Cost: O(1).
    """
    character = text[place]
    if character in _KOREAN_BLANKS:
        around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
        return any(_within(ord(one), _KOREAN) for one in around)
    if _within(ord(character), (_TAGS,)):
        before = text[max(0, place - _LONGEST_TAG) : place]
        return any(_within(ord(one), _PICTOGRAPHS) for one in before)
    if character in _JOINERS:
        around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
        return any(_within(ord(one), _JOINING + _PICTOGRAPHS) for one in around)
    if character in _DIRECTIONS:
        around = text[max(0, place - _REACH) : place + _REACH]
        return any(bidirectional(one) in ("R", "AL") for one in around)
    return character == "\u180e" and _within(ord(text[place - 1 : place] or " "), _JOINING)


def _within(code: int, blocks: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code < end for first, end in blocks)


def name_of(characters: str) -> str:
    """Characters by their code points, the first few different ones."""
    names = [f"U+{ord(one):04X}" for one in dict.fromkeys(characters)]
    return " ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
