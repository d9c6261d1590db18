"""The canonical stream: what is left of a text when only its wording counts.

Letters and digits alone, half width, lower case, Simplified; every run of digits and masks is one
wildcard, so that 2012, 20XX and ×× agree; bracketed pinyin after a Han character is left out. Two
passages that differ in layout, punctuation, script or masking have equal streams. An offset map
leads from the stream back to the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reviewer.text.codes import CodePoints, code_points, looked_up, to_text
from reviewer.text.offset_map import OffsetMap
from reviewer.text.pinyin import bracketed_readings
from reviewer.text.script import TABLE_SIZE, simplified_forms
from reviewer.text.span import Span

WILDCARD = ord("0")
"""What stands in the stream for a run of digits or mask characters."""

MASK_CHARACTERS = "*＊×○〇某_＿"
_LATIN_X = ord("x")


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """A canonical stream with the way back to its text.

    Attributes:
        letters: one code point a letter; `WILDCARD` for a run of digits or masks.
        offsets: maps ranges of `letters` to spans of the text and back.
    """

    letters: CodePoints
    offsets: OffsetMap

    def __len__(self) -> int:
        return len(self.letters)

    def __str__(self) -> str:
        return to_text(self.letters)


_PAGE = 1 << 8


class _Letters:
    """For every code point the letter that stands for it in the stream, or 0 to leave it out.

    Folding all of Unicode takes 0.1 s, and a text uses few pages of it: a page of 256 code points
    is folded when a text first holds one of them (0.1 ms), and kept.
    """

    def __init__(self) -> None:
        self._table = np.zeros(TABLE_SIZE, dtype=np.uint32)
        self._folded = np.zeros(TABLE_SIZE // _PAGE, dtype=np.bool_)

    def of(self, codes: CodePoints) -> CodePoints:
        """The letters of a text, one for each of its code points. Cost: O(n), vectorised."""
        pages = np.minimum(codes, TABLE_SIZE - 1) // _PAGE
        for page in set(pages[~self._folded.take(pages)].tolist()):
            self._fold(page)
        return looked_up(self._table, codes)

    def _fold(self, page: int) -> None:
        """Fills one page: NFKC, lower case, Simplified."""
        for code in range(page * _PAGE, (page + 1) * _PAGE):
            character = chr(code)
            form = unicodedata.normalize("NFKC", character).lower()
            if character in MASK_CHARACTERS or form.isdigit():
                self._table[code] = WILDCARD
            elif form.isalnum():
                letter = form if len(form) == 1 else character
                self._table[code] = ord(simplified_forms().get(letter, letter))
        self._folded[page] = True


@lru_cache(maxsize=1)
def _letters() -> _Letters:
    return _Letters()


def _masked_x(letters: CodePoints) -> NDArray[np.bool_]:
    """Which letters x are masks: runs of x that do not belong to a Latin word."""
    is_x = letters == _LATIN_X
    if not is_x.any():
        return is_x
    latin = (letters >= ord("a")) & (letters <= ord("z")) & ~is_x
    edges = np.flatnonzero(np.diff(np.concatenate(([0], is_x.view(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    padded = np.concatenate((latin, [False]))
    in_word = (padded[starts - 1] & (starts > 0)) | padded[ends]
    marks = np.zeros(len(letters) + 1, dtype=np.int8)
    marks[starts[~in_word]] = 1
    marks[ends[~in_word]] -= 1
    return np.cumsum(marks[:-1]).astype(bool)


def canonical_text(text: str, omit: Iterable[Span] = ()) -> CanonicalText:
    """The canonical stream of `text`, without the spans in `omit` (site furniture, say).

    Cost: O(n), vectorised; about 20 M characters a second once the table is there.
    """
    codes = code_points(text)
    letters = _letters().of(codes)
    letters[_masked_x(letters)] = WILDCARD
    for reading in bracketed_readings(text):
        if letters[reading.span.start - 1] > 0x2E80:
            letters[reading.span.start : reading.span.end] = 0
    for span in omit:
        letters[span.start : span.end] = 0
    positions = np.flatnonzero(letters).astype(np.int32)
    kept = letters[positions]
    wild = kept == WILDCARD
    continues = np.zeros(len(kept), dtype=bool)
    continues[1:] = wild[1:] & wild[:-1]
    first = np.flatnonzero(~continues)
    last = np.append(first[1:], len(kept)) - 1
    offsets = OffsetMap(positions[first], positions[last] + 1 if len(first) else positions[first])
    return CanonicalText(kept[first], offsets)
