"""Which blanks a document writes as a rule: around figures, behind commas, behind full stops.

A habit is told by counting how often it is kept, over the whole document.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.text.codes import CodePoints, code_points

BLANKS = " \xa0"
OPENING = "“‘《「『(【〔"
PAUSES, STOPS = ",、", "。;:!?"

_HABIT = 0.5
"""The share of like places from which on a blank is a habit of the document."""

_LEAST = 3
"""How many like places at least a habit takes."""


@dataclass(frozen=True, slots=True)
class Habits:
    """Which blanks the document writes as a rule.

    Attributes:
        latin: between characters and figures or letters.
        pauses: behind commas.
        stops: behind full stops and colons.
    """

    latin: bool
    pauses: bool
    stops: bool


def habits_of(text: str) -> Habits:
    """The habits of a folded text. Cost: O(n), vectorised."""
    codes = code_points(text)
    han = _within(codes, "\u3400", "\u9fff")
    latin = _within(codes, "0", "9")
    latin |= _within(codes, "A", "Z") | _within(codes, "a", "z")
    blank = _are(codes, BLANKS)
    word = han | _are(codes, OPENING)

    def habit(*sides: tuple[NDArray[np.bool_], NDArray[np.bool_]]) -> bool:
        spaced = sum(int((a[:-2] & blank[1:-1] & b[2:]).sum()) for a, b in sides)
        tight = sum(int((a[:-1] & b[1:]).sum()) for a, b in sides)
        return spaced > _HABIT * (spaced + tight + _LEAST)

    return Habits(
        latin=habit((han, latin), (latin, han)),
        pauses=habit((_are(codes, PAUSES), word)),
        stops=habit((_are(codes, STOPS), word)),
    )


def _within(codes: CodePoints, first: str, last: str) -> NDArray[np.bool_]:
    """Where a character from `first` to `last` stands."""
    return (codes >= ord(first)) & (codes <= ord(last))


def _are(codes: CodePoints, characters: str) -> NDArray[np.bool_]:
    """Where one of `characters` stands."""
    found = codes == ord(characters[0])
    for character in characters[1:]:
        found |= codes == ord(character)
    return found
