"""The damage, done on purpose: what a site that injects readings into GBK text makes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.text.readings import readings_of
from reviewer.text.script import simplified_forms, traditional_forms


def traditional(text: str) -> str:
    """`text` in Traditional characters, one for one."""
    table = traditional_forms()
    return "".join(table.get(character, character) for character in text)


def whole_list() -> dict[str, str]:
    """The list of a site that rewrites every Traditional character that GBK can write."""
    listed: dict[str, str] = {}
    for character in simplified_forms():
        readings = readings_of(character)
        if readings and character not in traditional_forms():
            listed[character] = readings[0]
    return listed


@dataclass(frozen=True, slots=True)
class Damage:
    """A text as the site shows it, and how much of it is lost.

    Attributes:
        text: what the page shows.
        dropped: how many pairs of bytes left no trace.
        swallowed: how many pairs of a byte and an ASCII character became a lone `?`.
    """

    text: str
    dropped: int
    swallowed: int


def damaged(text: str, listed: Mapping[str, str], *, one_after_another: bool = False) -> str:
    """The text of `damage`."""
    return damage(text, listed, one_after_another=one_after_another).text


def damage(text: str, listed: Mapping[str, str], *, one_after_another: bool = False) -> Damage:
    """`text` as the site shows it: rewritten byte by byte, read as GBK, signs made half width.

    Lost bytes become `?` together with the ASCII character behind them; pairs outside the table
    vanish. Sites rewrite in one left-to-right pass over the bytes or, with `one_after_another`,
    all places of the first listed character, then all of the second, and so on; these also find
    characters in the bytes of readings that they have put in before.
    """
    data = text.encode("gbk", "ignore")
    pairs = {
        character.encode("gbk"): f"({syllable})".encode("gbk")
        for character, syllable in listed.items()
    }
    rewritten = _one_after_another(data, pairs) if one_after_another else _in_one_pass(data, pairs)
    return _read(rewritten)


def _one_after_another(data: bytes, pairs: Mapping[bytes, bytes]) -> bytes:
    for pair, bracket in pairs.items():
        if pair in data:
            data = data.replace(pair, pair + bracket)
    return data


def _in_one_pass(data: bytes, pairs: Mapping[bytes, bytes]) -> bytes:
    out = bytearray()
    place = 0
    while place < len(data):
        bracket = pairs.get(data[place : place + 2])
        length = 1 if bracket is None else 2
        out += data[place : place + length] + (bracket or b"")
        place += length
    return bytes(out)


def _read(data: bytes) -> Damage:
    """The page as a lenient GBK reader and the crawler show it."""
    shown: list[str] = []
    place = dropped = swallowed = 0
    while place < len(data):
        byte = data[place]
        if byte <= 0x80:
            shown.append(chr(byte) if byte < 0x80 else "€")
            place += 1
            continue
        following = data[place + 1] if place + 1 < len(data) else 0
        character = data[place : place + 2].decode("gbk", "replace")
        if following < 0x40 or following == 0x7F:
            shown.append("?")
            swallowed += following != ord("(")
        elif len(character) == 1 and character != "\ufffd":
            shown.append(character)
        else:
            dropped += 1
        place += 2
    return Damage(half_width("".join(shown)), dropped, swallowed)


def half_width(text: str) -> str:
    """Full-width ASCII made half width, as the crawler does."""
    return re.sub("[！-～]", lambda match: chr(ord(match.group()) - 0xFEE0), text)
