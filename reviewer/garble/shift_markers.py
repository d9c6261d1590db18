"""The signs that a byte shift leaves behind: `?pinyin)`, brackets and headless entities."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.text.pinyin import BRACKETED_READING, is_syllable

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
# A tone mark is asked for: "?a)" is a question before the first of several choices.
_MARKER = re.compile(rf"\?((?=[a-zü]*[{_TONED}])[a-zü{_TONED}]{{1,6}})\)")
_ENTITY_NAME = re.compile(r"([a-zA-Z]{2,8});")


@dataclass(frozen=True, slots=True)
class Marker:
    """A `?pinyin)` in a text.

    Attributes:
        start: where the `?` stands.
        end: one past the `)`.
        syllable: the reading between them.
    """

    start: int
    end: int
    syllable: str


def markers(text: str) -> Iterator[Marker]:
    """Every marker of `text`, in order."""
    for match in _MARKER.finditer(text):
        if is_syllable(match.group(1)):
            yield Marker(match.start(), match.end(), match.group(1))


def marker_at(text: str, place: int) -> Marker | None:
    """The marker that begins at `place`, if one does."""
    match = _MARKER.match(text, place)
    if match is None or not is_syllable(match.group(1)):
        return None
    return Marker(match.start(), match.end(), match.group(1))


def bracket_at(text: str, place: int) -> int | None:
    """The end of the bracketed reading that begins at `place`, if one does."""
    match = BRACKETED_READING.match(text, place)
    return match.end() if match is not None and is_syllable(match.group(1)) else None


def bracket_before(text: str, place: int) -> int | None:
    """The start of the bracketed reading that ends at `place`, if one does."""
    opening = max(text.rfind("(", 0, place), text.rfind("（", 0, place))
    if opening < 0 or bracket_at(text, opening) != place:
        return None
    return opening


def entity_name_at(text: str, place: int) -> str | None:
    """The character that an HTML entity without its `&` at `place` stands for, if one is there."""
    match = _ENTITY_NAME.match(text, place)
    if match is None:
        return None
    character = html.unescape(f"&{match.group(1)};")
    return character if len(character) == 1 else None
