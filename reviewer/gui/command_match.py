"""How well a command's name answers what was typed: its letters, or the initials of its pinyin."""

from __future__ import annotations

import unicodedata
from enum import IntEnum

from reviewer.text.readings import readings_of


class Rank(IntEnum):
    """How a name answers, best first."""

    START = 0
    """The name begins with what was typed."""
    INSIDE = 1
    """It stands somewhere in the name."""
    INITIALS = 2
    """It stands somewhere in the initials of the name's pinyin: `cn` for 采纳."""
    SCATTERED = 3
    """Its letters stand in the name in this order, with others between them."""


def rank_of(typed: str, name: str) -> Rank | None:
    """How `name` answers `typed`; None where it does not. Case and blanks are of no matter."""
    wanted, have = _plain(typed), _plain(name)
    if have.startswith(wanted):
        return Rank.START
    if wanted in have:
        return Rank.INSIDE
    if wanted.isascii() and wanted in initials(name):
        return Rank.INITIALS
    return Rank.SCATTERED if _is_scattered(wanted, have) else None


def initials(name: str) -> str:
    """The first letter of each Han character's commonest reading; other letters as they are."""
    return "".join(_initial(character) for character in _plain(name))


def _plain(text: str) -> str:
    return "".join(text.casefold().split())


def _initial(character: str) -> str:
    readings = readings_of(character)
    return unicodedata.normalize("NFD", readings[0])[0] if readings else character


def _is_scattered(wanted: str, have: str) -> bool:
    rest = iter(have)
    return all(letter in rest for letter in wanted)
