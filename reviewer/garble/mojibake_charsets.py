"""Charsets as mojibake needs them: characters to bytes and back, and which bytes each came from.

Text is encoded with the charset that it was wrongly read with and decoded with the right one. So
the wrong ones accept all that browsers and crawlers make of stray bytes: Windows-1252 passes C1
controls through, GBK has its private-use zones and the single byte 80 as the euro sign.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reviewer.text.codes import CodePoints, code_points

Places = NDArray[np.int64]
Bytes = NDArray[np.uint8]

LOST = 0xFF
"""The byte that stands for a lost one, and for a character that the charset cannot write."""

HOLE = 0xFFFD
"""What stands in a text where bytes were lost."""


BASIC = 0x10000
"""How many code points the basic plane has."""


class Charset(Enum):
    """The charsets that Chinese text is confused between. The values are their names for people."""

    UTF_8 = "UTF-8"
    GBK = "GBK"
    GB18030 = "GB18030"
    BIG5 = "Big5"
    LATIN = "Windows-1252"
    UTF_16_LE = "UTF-16LE"
    UTF_16_BE = "UTF-16BE"

    @property
    def is_wide(self) -> bool:
        """Whether its unit is two bytes."""
        return self in (Charset.UTF_16_LE, Charset.UTF_16_BE)

    @property
    def width(self) -> int:
        """How many bytes a Chinese character has in it."""
        return 3 if self is Charset.UTF_8 else 2


_PAIRED = {Charset.GBK: "gb18030", Charset.GB18030: "gb18030", Charset.BIG5: "cp950"}
_OLDER_BIG5 = ("big5", "big5hkscs")
_NEWLINE = 0x0A
EURO = 0x20AC
_LAST = 0x10FFFF


def encoded(codes: CodePoints, charset: Charset) -> tuple[Bytes, Places, NDArray[np.bool_]]:
    """The bytes of a text, where each character begins (and the end), and what could be written.

    A character that the charset cannot write, and a hole, is the byte `LOST`; two of them in
    UTF-16. Cost: O(n), vectorised.
    """
    values, lengths = _values(codes, charset)
    writable = (lengths > 0) & (codes != HOLE)
    values = np.where(writable, values, LOST << 8 | LOST)
    lengths = np.where(writable, lengths, 2 if charset.is_wide else 1)
    starts = np.concatenate(([0], np.cumsum(lengths)))
    data = np.empty(int(starts[-1]), dtype=np.uint8)
    for place in range(4):
        has = lengths > place
        shift = 8 * (lengths[has] - 1 - place)
        data[starts[:-1][has] + place] = (values[has] >> shift) & 0xFF
    return data, starts, writable


def _values(codes: CodePoints, charset: Charset) -> tuple[Places, Places]:
    """The bytes of each character as one number and how many they are; 0 for not writable."""
    wide = codes.astype(np.int64)
    if charset is Charset.UTF_8:
        lengths = np.where(wide < 0x80, 1, np.where(wide < 0x800, 2, 3))
        two = 0xC080 | (wide >> 6 << 8) | (wide & 0x3F)
        three = 0xE08080 | (wide >> 12 << 16) | ((wide >> 6 & 0x3F) << 8) | (wide & 0x3F)
        values = np.where(lengths == 1, wide, np.where(lengths == 2, two, three))
        return values, np.where(wide < BASIC, lengths, 0)
    if charset.is_wide:
        pair = (0xD7C0 + (wide >> 10)) << 16 | 0xDC00 | (wide & 0x3FF)
        values = np.where(wide < BASIC, wide, pair)
        if charset is Charset.UTF_16_LE:
            values = (values & 0x00FF00FF) << 8 | values >> 8 & 0x00FF00FF
        return values, np.where(wide < BASIC, 2, np.where(wide < _LAST, 4, 0))
    values = np.where(wide < BASIC, written(charset)[np.minimum(wide, BASIC - 1)], -1)
    return values, np.where(values < 0, 0, np.where(values < 0x100, 1, 2))


@lru_cache(maxsize=8)
def written(charset: Charset) -> Places:
    """For every code point of the basic plane its bytes as one number, or -1.

    For `LATIN` and the charsets of double bytes. Cost: some 3 ms, once.
    """
    table = np.full(BASIC, -1, dtype=np.int64)
    table[:0x80] = np.arange(0x80)
    if charset is Charset.LATIN:
        table[:0x100] = np.arange(0x100)
        for byte in range(0x80, 0xA0):
            for character in bytes((byte,)).decode("cp1252", "ignore"):
                table[ord(character)] = byte
        return table
    codecs = (*_OLDER_BIG5, "cp950") if charset is Charset.BIG5 else (_PAIRED[charset],)
    values = _pairs()
    spelled = np.column_stack((values >> 8, values & 0xFF, np.full_like(values, _NEWLINE)))
    data = spelled.astype(np.uint8).tobytes()
    for codec in codecs:
        codes = code_points(data.decode(codec, "ignore"))
        ends = np.flatnonzero(codes == _NEWLINE)
        last = codes[ends - 1].astype(np.int64)
        single = (np.diff(ends, prepend=-1) == 2) & (last >= 0x80) & (last < BASIC)
        table[last[single]] = values[single]
    if charset is Charset.GBK:
        table[EURO] = 0x80
    return table


def _pairs() -> Places:
    """Every pair of bytes that may be a character of double bytes, as one number."""
    leads, trails = np.arange(0x81, 0xFF), np.r_[0x40:0x7F, 0x80:0xFF]
    return (leads[:, None] << 8 | trails).ravel()


def decoded(data: Bytes, charset: Charset) -> tuple[CodePoints, Places]:
    """What bytes read as, and where each character begins (and the end).

    A byte that cannot be read is one lone surrogate, as `surrogateescape` makes it. UTF-16 is
    read by units, of which half a pair and a last odd byte cannot be read. Cost: O(n).
    """
    if charset.is_wide:
        even = len(data) & ~1
        units = data[:even].view("<u2" if charset is Charset.UTF_16_LE else ">u2")
        codes = np.concatenate((units.astype(np.uint32), data[even:].astype(np.uint32) | 0xDC00))
        return codes.astype(np.uint32), np.minimum(np.arange(len(codes) + 1) * 2, len(data))
    codec = "utf-8" if charset is Charset.UTF_8 else _PAIRED[charset]
    codes = code_points(data.tobytes().decode(codec, "surrogateescape"))
    starts = np.concatenate(([0], np.cumsum(_lengths(codes, charset))))
    if starts[-1] == len(data):
        return codes, starts
    # A private-use character of GB18030 may have been written in two bytes or in four.
    codes = code_points(data.tobytes().decode("gbk", "surrogateescape"))
    return codes, np.concatenate(([0], np.cumsum(np.where(_one_byte(codes), 1, 2))))


def unreadable(codes: CodePoints) -> NDArray[np.bool_]:
    """Which characters of a decoded text stand for bytes that could not be read."""
    return (codes >= 0xD800) & (codes < 0xE000)


def _one_byte(codes: CodePoints) -> NDArray[np.bool_]:
    return (codes < 0x80) | unreadable(codes)


def _lengths(codes: CodePoints, charset: Charset) -> Places:
    if charset is Charset.UTF_8:
        more = np.where(codes < 0x800, 2, np.where(codes < BASIC, 3, 4))
    elif charset is Charset.BIG5:
        more = np.full(len(codes), 2)
    else:
        known = written(Charset.GB18030)[np.minimum(codes, BASIC - 1)] >= 0
        more = np.where(known & (codes < BASIC), 2, 4)
    return np.where(_one_byte(codes), 1, more)
