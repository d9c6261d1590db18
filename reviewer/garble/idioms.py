"""Idioms with one character that only sounds or looks right: 名列前矛 for 名列前茅.

An idiom of four characters stands fast: where three of them stand and the fourth is another
character of the same sound or of a like shape, it is a slip. No list of slips is needed, only the
list of idioms, and of the phrases that stand as fast in speeches.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.known_words import known_words
from reviewer.garble.look_alikes import look_alikes_of
from reviewer.garble.searched import SearchedText
from reviewer.garble.written_alike import fitted, is_traditional
from reviewer.text.codes import CodePoints, code_points
from reviewer.text.readings import readings_of
from reviewer.text.resources import resource
from reviewer.text.span import Span
from reviewer.text.wording import Wording

LENGTH = 4
CONFIDENCE = 0.8
_REASON = Wording("固定说法“{right}”误写作“{wrong}”", "the set phrase {right} is written {wrong}")
_PLANE = 1 << 16
_HEAD, _TAIL = 1, 2
_SLOTS = 1 << 22
"""Pairs of characters are told apart by their slot in a table; few share one."""


def _slots(codes: CodePoints) -> NDArray[np.uint32]:
    """The slot of every character with its right neighbour."""
    return (codes[:-1] * np.uint32(1021) + codes[1:]) & np.uint32(_SLOTS - 1)


def _three_slots(written: list[CodePoints], gap: int) -> NDArray[np.uint32]:
    """The slots of the three characters that are left when the one at `gap` is not looked at."""
    mixed = np.full(len(written[0]), gap, dtype=np.uint32)
    for place, codes in enumerate(written):
        if place != gap:
            mixed = (mixed + codes) * np.uint32(0x9E3779B1)
    return mixed >> np.uint32(10)


class IdiomIndex:
    """Idioms by their first two and by their last two characters.

    Args:
        idioms: what a slip is a slip of.
        also_right: further words of four characters that are no slips.
    """

    def __init__(self, idioms: frozenset[str], also_right: frozenset[str]) -> None:
        self.idioms = idioms
        self._right = idioms | also_right
        self._halves: dict[str, list[str]] = defaultdict(list)
        self._ends = np.zeros(_SLOTS, dtype=np.uint8)
        self._threes = np.zeros(_SLOTS, dtype=np.uint8)
        for idiom in idioms:
            self._halves[idiom[:2] + "--"].append(idiom)
            self._halves["--" + idiom[2:]].append(idiom)
        codes = code_points("".join(idioms)).reshape(-1, LENGTH)
        written = list(codes.T)
        self._ends[_slots(codes[:, :2].ravel())[::2]] |= _HEAD
        self._ends[_slots(codes[:, 2:].ravel())[::2]] |= _TAIL
        for gap in range(LENGTH):
            self._threes[_three_slots(written, gap)] |= 1 << gap

    def likely_places(self, text: str) -> list[int]:
        """Where three characters may be those of an idiom, as far as tables tell. Vectorised."""
        codes = np.minimum(code_points(text), _PLANE - 1)
        count = len(codes) - LENGTH + 1
        if count <= 0:
            return []
        halves = self._ends[_slots(codes)]
        places = np.flatnonzero((halves[:-2] & _HEAD) | (halves[2:] & _TAIL))
        written = [codes[places + place] for place in range(LENGTH)]
        standing = np.zeros(len(places), dtype=np.uint8)
        for gap in range(LENGTH):
            standing += self._threes[_three_slots(written, gap)] >> gap & 1
        # Where all four sets of three stand, so does the idiom.
        return places[(standing > 0) & (standing < LENGTH)].tolist()

    def near(self, written: str) -> list[str]:
        """The idioms that differ from `written`, four characters, in exactly one."""
        halves = self._halves
        alike = halves.get(written[:2] + "--", []) + halves.get("--" + written[2:], [])
        if not alike or written in self._right:
            return []
        return [idiom for idiom in alike if _differing(idiom, written) == 1]


def _differing(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


@lru_cache(maxsize=1)
def idiom_index() -> IdiomIndex:
    """The index of the idioms and of the fixed phrases in resources/lexicons."""
    files = [resource("lexicons", name) for name in ("idioms.txt", "fixed_phrases.txt")]
    lines = chain.from_iterable(file.read_text(encoding="utf-8").splitlines() for file in files)
    words = " ".join(line for line in lines if not line.startswith("#")).split()
    also_right = frozenset(word[1:] for word in words if word.startswith("+"))
    return IdiomIndex(frozenset(words) - {"+" + word for word in also_right}, also_right)


@lru_cache(maxsize=1024)
def _sound(character: str) -> str:
    """The most common syllable of a character, without its tone."""
    readings = readings_of(character)
    parts = unicodedata.normalize("NFD", readings[0]) if readings else ""
    return "".join(part for part in parts if not unicodedata.combining(part) or part == "\u0308")


def is_slip(written: str, idiom: str) -> bool:
    """Whether the one character that differs sounds or looks like the one that should stand."""
    pairs = zip(written, idiom, strict=True)
    return any(wrong != right and _is_taken_for(wrong, right) for wrong, right in pairs)


@lru_cache(maxsize=8192)
def _is_taken_for(wrong: str, right: str) -> bool:
    """Whether one character sounds or looks like another."""
    sound = _sound(wrong)
    if sound != "" and sound == _sound(right):
        return True
    return wrong in look_alikes_of(right) or known_words().looks_like(wrong, right)


def find_idiom_slips(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every idiom that is one like-sounding or like-looking character off.

    Cost: O(n) vectorised and a look-up where three of four characters may belong to an idiom.
    """
    index = idiom_index()
    text = searched.folded
    for start in index.likely_places(text):
        written = text[start : start + LENGTH]
        idiom = next((near for near in index.near(written) if is_slip(written, near)), None)
        if idiom is None:
            continue
        span = Span(start, start + LENGTH)
        marked = span.of(searched.text)
        traditional = is_traditional(marked, searched)
        right = fitted(marked, written, idiom, traditional=traditional)
        yield Finding(
            kind=Kind.WRONG_WORD,
            span=span,
            text=marked,
            replacement=right,
            confidence=CONFIDENCE,
            safe=False,
            reason=_REASON.filled(wrong=marked, right=right),
            rule="idioms",
        )
