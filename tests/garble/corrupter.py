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


def damaged(text: str, listed: Mapping[str, str]) -> str:
    """`text` as the site shows it: rewritten byte by byte, read as GBK, signs made half width.

    Lost bytes become `?` together with the ASCII character behind them; pairs outside the table
    vanish. One left-to-right pass over the bytes.
    """
    data = text.encode("gbk", "ignore")
    pairs = {character.encode("gbk"): syllable for character, syllable in listed.items()}
    out = bytearray()
    place = 0
    while place < len(data):
        syllable = pairs.get(data[place : place + 2])
        if syllable is None:
            out.append(data[place])
            place += 1
        else:
            out += data[place : place + 2] + b"\x01" + syllable.encode("utf-8") + b"\x02"
            place += 2
    return _read(bytes(out))


def _read(data: bytes) -> str:
    """The page as a lenient GBK reader and the crawler show it."""
    shown: list[str] = []
    place = 0
    while place < len(data):
        byte = data[place]
        if byte == 1:
            end = data.index(b"\x02", place)
            shown.append(f"({data[place + 1 : end].decode('utf-8')})")
            place = end + 1
        elif byte < 0x80:
            shown.append(chr(byte))
            place += 1
        elif byte == 0x80:
            shown.append("€")
            place += 1
        elif place + 1 < len(data) and data[place + 1] == 1:
            # The bracket's "(" is swallowed together with the byte before it.
            end = data.index(b"\x02", place)
            shown.append(f"?{data[place + 2 : end].decode('utf-8')})")
            place = end + 1
        elif place + 1 < len(data) and data[place + 1] >= 0x40 and data[place + 1] != 0x7F:
            character = data[place : place + 2].decode("gbk", "replace")
            shown.append(character if len(character) == 1 and character != "\ufffd" else "")
            place += 2
        else:
            shown.append("?")
            place += 2
    return half_width("".join(shown))


def half_width(text: str) -> str:
    """Full-width ASCII made half width, as the crawler does."""
    return re.sub("[！-～]", lambda match: chr(ord(match.group()) - 0xFEE0), text)
