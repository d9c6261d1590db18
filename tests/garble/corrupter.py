"""The damage, done on purpose: what a site that injects readings into GBK text makes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

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


def damaged(text: str, listed: Mapping[str, str], *, one_after_another: bool = False) -> str:
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
    return half_width(_read(rewritten))


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


def _read(data: bytes) -> str:
    """The page as a lenient GBK reader shows it."""
    shown: list[str] = []
    place = 0
    while place < len(data):
        byte = data[place]
        if byte <= 0x80:
            shown.append(chr(byte) if byte < 0x80 else "€")
            place += 1
            continue
        following = data[place + 1] if place + 1 < len(data) else 0
        character = data[place : place + 2].decode("gbk", "replace")
        in_table = len(character) == 1 and character != "\ufffd"
        is_pair = following >= 0x40 and following != 0x7F
        shown.append((character if in_table else "") if is_pair else "?")
        place += 2
    return "".join(shown)


def half_width(text: str) -> str:
    """Full-width ASCII made half width, as the crawler does."""
    return re.sub("[！-～]", lambda match: chr(ord(match.group()) - 0xFEE0), text)
