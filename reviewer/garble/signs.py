"""The signs of a folded text that tell its layout: stops, pauses, numerals, blanks.

A pass over a whole text sign by sign is slow where it is done by a regular expression that begins
by looking behind. So every character gets its sorts as bits, once for all rules, and the places
where a rule could hold are told by comparing whole arrays; only there is a pattern tried.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reviewer.text.codes import CodePoints, looked_up
from reviewer.text.script import TABLE_SIZE
from reviewer.text.span import Span

Sorts = NDArray[np.uint16]

LINE_BREAK = 1 << 0
BLANK = 1 << 1
HAN = 1 << 2
NUMERAL = 1 << 3
FULL_STOP = 1 << 4
EXCLAMATION = 1 << 5
COLON = 1 << 6
SEMICOLON = 1 << 7
COMMA = 1 << 8
PAUSE = 1 << 9
OPENING = 1 << 10
CLOSING = 1 << 11
STEP = 1 << 12
OTHER = 1 << 13

_SIGNS = {
    LINE_BREAK: "\n",
    BLANK: " \xa0",
    NUMERAL: "一二三四五六七八九十0123456789",
    FULL_STOP: "。",
    EXCLAMATION: "!?",
    COLON: ":",
    SEMICOLON: ";",
    COMMA: ",",
    PAUSE: "、",
    OPENING: "(",
    CLOSING: ")",
    STEP: "是要",
}
SENTENCE_END = FULL_STOP | EXCLAMATION
CLAUSE_END = SENTENCE_END | COLON | SEMICOLON | COMMA | PAUSE
INK = (1 << 14) - 1 - LINE_BREAK - BLANK
"""Everything but blanks and line breaks."""


@lru_cache(maxsize=1)
def _table() -> Sorts:
    table = np.zeros(TABLE_SIZE, dtype=np.uint16)
    table[0x3400:0x4DC0] = table[0x4E00:0xA000] = HAN
    for sort, characters in _SIGNS.items():
        table[[ord(character) for character in characters]] |= sort
    table[table == 0] = OTHER
    return table


class Signs:
    """The sorts of the characters of one folded text. A line break is taken to stand before it."""

    def __init__(self, folded: CodePoints) -> None:
        sorts = np.empty(len(folded) + 1, dtype=np.uint16)
        sorts[0] = LINE_BREAK
        sorts[1:] = looked_up(_table(), folded)
        self._sorts = sorts

    def places(self, sorts: int) -> NDArray[np.intp]:
        """Where characters of one of `sorts` stand."""
        return np.flatnonzero(self._sorts[1:] & sorts)

    def count(self, sorts: int, span: Span) -> int:
        """How many characters of one of `sorts` stand in `span`."""
        return int(np.count_nonzero(self._sorts[span.start + 1 : span.end + 1] & sorts))

    def places_after(self, before: int, sorts: int) -> NDArray[np.intp]:
        """Where characters of one of `sorts` stand behind one of the sorts `before`."""
        first, second = self._sorts[:-1] & before, self._sorts[1:] & sorts
        return np.flatnonzero((first != 0) & (second != 0))
