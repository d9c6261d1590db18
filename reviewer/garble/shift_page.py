"""What a damaged page tells of its site: which characters it rewrites and how it writes signs.

A listed character that stands in step shows its reading. So inside a run, where a reading would
have ended the damage, a character of the list can hardly stand.
"""

from __future__ import annotations

import math
import re
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.gbk_cells import LEADS, all_characters, cell_of, character_of
from reviewer.garble.pinyin_injection import InjectionList
from reviewer.garble.searched import SearchedText
from reviewer.garble.shift_markers import without_brackets
from reviewer.text.codes import code_points
from reviewer.text.readings import readings_of
from reviewer.text.script import (
    is_simplified_only,
    is_traditional_only,
    simplified_forms,
    traditional_forms,
)

CERTAINLY_ELSEWHERE = 4.0
"""What a character that the page would have shown otherwise takes off a reading, log10."""

OUT_OF_PLACE_FROM = 1.0
"""A character that costs this much, log10, would have been shown otherwise by the page."""

_HIGHEST_UNLISTED = 3.0
_FULL_WIDTH_SHAPE = 1.5
"""Full-width digits and letters are rare in prose, but the same as plain ones to a ranker."""

_RARE_FORM = 2.0
"""What a form of a character costs that is rarer than another one and not on the page, log10."""

_UNLISTED_READING = 1.0
_UNLISTED_BESIDE_LISTED = 3.0
_SIGNS_BETWEEN = ";,:.!?()"
_RUN = re.compile(r"\?[^\W\d_]{1,6}\)[^\x00-\x7f]*[\x00-\x7f]?")
"""A marker and the signs up to the first that may close its run."""

_MOST_FOLLOWING = 40
_PLANE = 0x10000


@lru_cache(maxsize=1)
def _by_syllable() -> dict[str, tuple[str, ...]]:
    """The Traditional characters of each toned syllable."""
    found: dict[str, list[str]] = {}
    for character in all_characters():
        if is_traditional_only(character):
            for syllable in readings_of(character):
                found.setdefault(syllable, []).append(character)
    return {syllable: tuple(characters) for syllable, characters in found.items()}


@lru_cache(maxsize=1)
def _traditional() -> NDArray[np.bool_]:
    """Which code points of the common plane are Traditional alone."""
    table = np.zeros(_PLANE, dtype=np.bool_)
    for character in all_characters():
        table[ord(character)] = is_traditional_only(character)
    return table


class Page:
    """A text in which a site has rewritten characters, and what it shows of their list."""

    def __init__(self, searched: SearchedText, learnt: InjectionList) -> None:
        """The page `searched`, whose site rewrites the characters of `learnt`."""
        self.text = text = searched.text
        self.listed = learnt.syllables
        self.half_width = "，" not in text and "," in text
        self._searched = searched
        self._rewritten = sum(learnt.occurrences.values())
        self._against: dict[str, tuple[float, int]] = {}
        self._counts: dict[str, int] = {}
        self._followed: dict[str, list[str]] = {}
        self._listed_by_syllable: dict[str, list[str]] = {}
        for character, syllable in self.listed.items():
            self._listed_by_syllable.setdefault(syllable, []).append(character)

    @cached_property
    def _readable(self) -> str:
        """The text without its runs and readings."""
        if "))" in self.text:
            return _RUN.sub("\n", without_brackets(self.text))
        pieces: list[str] = []
        done = 0
        for reading in self._searched.readings:
            pieces.append(self.text[done : reading.span.start])
            done = reading.span.end
        pieces.append(self.text[done:])
        return _RUN.sub("\n", "".join(pieces))

    def count(self, words: str) -> int:
        """How often `words` stand on the page, undamaged. Cost: O(n) the first time."""
        known = self._counts.get(words)
        if known is None:
            known = self._counts[words] = self._readable.count(words)
        return known

    def following(self, words: str) -> list[str]:
        """The different three characters that follow `words` elsewhere on the page."""
        known = self._followed.get(words)
        if known is None:
            text, found = self._readable, dict[str, None]()
            place = text.find(words)
            while place >= 0 and len(found) < _MOST_FOLLOWING:
                end = place + len(words)
                found[text[end : end + 3]] = None
                place = text.find(words, end)
            known = self._followed[words] = list(found)
        return known

    @cached_property
    def unlisted_cost(self) -> float:
        """What a Traditional character that shows no reading costs, log10.

        Where the site rewrites nearly all of them, one more is as improbable as the share of
        those it leaves alone.
        """
        codes = np.minimum(code_points(self._readable), _PLANE - 1)
        in_all = int(np.count_nonzero(_traditional()[codes]))
        left_alone = (max(in_all - self._rewritten, 0) + 1) / (in_all + 2)
        return min(-math.log10(left_alone), _HIGHEST_UNLISTED)

    def sign_before_same_words(self, place: int) -> str:
        """The sign before the nearest earlier use of the words at `place`, or nothing.

        Swallowed signs mostly stand in enumerations, whose parts begin with the same words.
        """
        words = self.text[place : place + 3]
        if len(words) < 3 or not words.isalpha():
            return ""
        found = self.text.rfind(words, 0, place)
        sign = self.text[found - 1] if found > 0 else ""
        return sign if sign in _SIGNS_BETWEEN else ""

    def as_written(self, restored: str) -> str:
        """A restored text with its signs as the page writes all of them, half width or full."""
        if not self.half_width:
            return restored
        return "".join(
            chr(ord(sign) - 0xFEE0) if 0xFF01 <= ord(sign) <= 0xFF5E else sign for sign in restored
        )

    def against(self, characters: str, *, cut: bool, shows: bool) -> tuple[float, int]:
        """What speaks against `characters` in the middle of a run, and against how many of them.

        Args:
            characters: what would stand there.
            cut: the first of them cannot have shown its reading.
            shows: the last of them shows its reading, or cannot have shown it.
        """
        cost, out_of_place = 0.0, 0
        for character in characters[cut : len(characters) - shows]:
            known = self._against.get(character)
            if known is None:
                cost_of = self._cost_of(character)
                known = cost_of, int(cost_of >= OUT_OF_PLACE_FROM)
                self._against[character] = known
            cost += known[0]
            out_of_place += known[1]
        return cost, out_of_place

    def _cost_of(self, character: str) -> float:
        if character in self.listed or is_simplified_only(character):
            return CERTAINLY_ELSEWHERE
        if "０" <= character <= "ｚ" and character.isalnum():
            return _FULL_WIDTH_SHAPE
        cost = self.unlisted_cost if is_traditional_only(character) else 0.0
        return cost + (_RARE_FORM if self._is_rare_form(character) else 0.0)

    def _is_rare_form(self, character: str) -> bool:
        """Whether the page would write another form of `character`: 眞 for 真, 衕 for 同."""
        plain = simplified_forms().get(character)
        if plain is None or traditional_forms().get(plain) == character:
            return False
        return not self.count(character)

    def sounding(self, syllable: str) -> list[tuple[str, bool, float]]:
        """The characters that `syllable` may explain: whether each is listed, and its cost.

        The document's own list decides where it can; else any Traditional character may be meant,
        for the list of a site is longer than what one document shows of it.
        """
        own = self._listed_by_syllable.get(syllable, [])
        cost = _UNLISTED_BESIDE_LISTED if own else _UNLISTED_READING
        found = [(character, True, 0.0) for character in own]
        return found + [
            (character, False, cost)
            for character in _by_syllable().get(syllable, ())
            if character not in self.listed
        ]

    def completed(self, first: int, syllable: str) -> list[tuple[str, int, bool, float]]:
        """The characters that begin with the byte `first` and sound like `syllable`.

        Returns:
            For each the character, its second byte, whether it is listed, and its cost.
        """
        wanted = {character: (listed, cost) for character, listed, cost in self.sounding(syllable)}
        found: list[tuple[str, int, bool, float]] = []
        for second in LEADS:
            character = character_of(first, second)
            if character is not None and character in wanted:
                found.append((character, second, *wanted[character]))
        return found

    def sounds(self, character: str, syllable: str) -> bool:
        """Whether `syllable` can be the reading of `character`."""
        return self.listed.get(character) == syllable or syllable in readings_of(character)


def second_bytes(text: str, place: int) -> list[int]:
    """The second byte of the sign at `place`, as the site saw it.

    A half-width sign may have been a full-width one when the damage was done.
    """
    sign = text[place]
    cell = cell_of(sign)
    if cell is not None:
        return [cell[1]]
    return [ord(sign) + 0x80] if "!" <= sign <= "~" else []
