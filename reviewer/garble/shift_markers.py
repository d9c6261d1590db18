"""The signs that a byte shift leaves behind: `?pinyin)`, brackets and headless entities."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.text.pinyin import BracketedReading, is_syllable
from reviewer.text.span import Span

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_LETTERS = rf"[a-zü{_TONED}]{{1,6}}"
# A site that rewrites one character after another may find one in the bytes of a reading that it
# has put in before: `優(yōu(zī))`.
_READING = rf"({_LETTERS})(?:\({_LETTERS}\))?([a-z]{{0,5}})\)"
_BRACKET = re.compile(rf"[(（]{_READING}|[(（]({_LETTERS})）")
# A tone mark is asked for: "?a)" is a question before the first of several choices.
_MARKER = re.compile(rf"\?(?=[a-zü]*[{_TONED}]){_READING}")
_INNER_MARKER = re.compile(rf"\?{_READING}")
_NESTED = re.compile(rf"[(（]({_LETTERS})\({_LETTERS}\)([a-z]{{0,5}})[)）]")
_NESTED_END = re.compile(r"\)[a-z]{0,5}[)）]")
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
        marker = _marker(match)
        if marker is not None:
            yield marker


def inner_marker_at(text: str, place: int) -> Marker | None:
    """The marker inside a run that begins at `place`, if one does; it may lack a tone (`?men)`)."""
    match = _INNER_MARKER.match(text, place)
    return None if match is None else _marker(match)


def _marker(match: re.Match[str]) -> Marker | None:
    syllable = _syllable(match)
    return Marker(match.start(), match.end(), syllable) if is_syllable(syllable) else None


def _syllable(match: re.Match[str]) -> str:
    """The reading of a match, without one that was put into it."""
    return "".join(filter(None, match.groups()))


def bracketed_at(text: str, place: int) -> tuple[str, int] | None:
    """The bracketed reading that begins at `place`, if one does: its syllable and its end."""
    match = _BRACKET.match(text, place)
    if match is None or not is_syllable(_syllable(match)):
        return None
    return _syllable(match), match.end()


def bracket_before(text: str, place: int) -> int | None:
    """The start of the bracketed reading that ends at `place`, if one does."""
    opening = place
    for _ in range(2):
        opening = max(text.rfind("(", 0, opening), text.rfind("（", 0, opening))
        if opening < 0:
            return None
        found = bracketed_at(text, opening)
        if found is not None and found[1] == place:
            return opening
    return None


def nested_readings(text: str) -> Iterator[BracketedReading]:
    """Every bracketed reading of `text` with another one inside it: `(yōu(zī))`."""
    if _NESTED_END.search(text) is None:
        return
    for match in _NESTED.finditer(text):
        if match.start() and is_syllable(_syllable(match)):
            yield BracketedReading(Span(*match.span()), _syllable(match))


def entity_name_at(text: str, place: int) -> str | None:
    """The character that an HTML entity without its `&` at `place` stands for, if one is there."""
    match = _ENTITY_NAME.match(text, place)
    if match is None:
        return None
    character = html.unescape(f"&{match.group(1)};")
    return character if len(character) == 1 else None


def without_brackets(text: str) -> str:
    """`text` without its bracketed readings."""
    return _BRACKET.sub("", text)
