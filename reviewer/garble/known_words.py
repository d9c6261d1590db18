"""The word lexicon as tables: which words are known, and which known words sound or look alike.

`resources/lexicons/words.npz` holds words of two to four characters with their strength (the
binary logarithm of their frequency, in tenths) and the sounds of characters;
`look_alikes.txt` holds what looks alike. Everything is asked for many places at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reviewer.text.codes import code_points
from reviewer.text.resources import resource

PLANE = 1 << 16
_SOUNDS = 1 << 9
"""More than there are syllables: a character and a sound make one number."""

_SLOT_BITS = 22
_INNER = 20
"""Two neighbours inside a longer word are by so much weaker than a word of their own."""

_READINGS = (0, 1)

Codes = NDArray[np.uint32]
Places = NDArray[np.intp]
Strengths = NDArray[np.uint8]
Numbers = NDArray[np.uint16]


def pair_slots(first: NDArray[np.unsignedinteger], second: NDArray[np.unsignedinteger]) -> Codes:
    """Where a pair of code points or symbols is kept in a table of pairs; few share a slot."""
    mixed = first.astype(np.uint32) * np.uint32(0x9E3779B1)
    mixed ^= second.astype(np.uint32) * np.uint32(0x85EBCA6B)
    mixed >>= np.uint32(32 - _SLOT_BITS)
    return mixed


def pair_table() -> NDArray[np.uint8]:
    """An empty table for `pair_slots`."""
    return np.zeros(1 << _SLOT_BITS, dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Grouped:
    """Values by a number: those of one number stand beside each other.

    Attributes:
        keys: the numbers, sorted, each once.
        starts: where the values of each begin, and where the last ones end.
        values: the values.
        slots: where in a table a number may be one of the keys; most that are asked for are none.
    """

    keys: NDArray[np.uint32]
    starts: Places
    values: NDArray[np.uint32]
    slots: NDArray[np.bool_]

    def of(self, wanted: NDArray[np.uint32]) -> tuple[Places, NDArray[np.uint32]]:
        """For every value of each wanted number the place of that number, and the value."""
        likely = np.flatnonzero(self.slots[_slot(wanted)])
        near = np.minimum(np.searchsorted(self.keys, wanted[likely]), len(self.keys) - 1)
        hits = self.keys[near] == wanted[likely]
        likely, near = likely[hits], near[hits]
        counts = self.starts[near + 1] - self.starts[near]
        within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        return np.repeat(likely, counts), self.values[np.repeat(self.starts[near], counts) + within]


def _slot(keys: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return keys * np.uint32(0x9E3779B1) >> np.uint32(32 - _SLOT_BITS)


def _grouped(keys: NDArray[np.uint32], values: NDArray[np.uint32]) -> Grouped:
    both = np.sort(keys.astype(np.uint64) << np.uint64(32) | values)
    ordered = (both >> np.uint64(32)).astype(np.uint32)
    starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    slots = np.zeros(1 << _SLOT_BITS, dtype=np.bool_)
    slots[_slot(ordered[starts])] = True
    return Grouped(ordered[starts], np.append(starts, len(ordered)), both.astype(np.uint32), slots)


@dataclass(frozen=True, slots=True)
class KnownWords:
    """The lexicon.

    Attributes:
        keys: every word as one number, sorted; see `word_keys`.
        strengths: how strong each word is.
        pairs: how strong the strongest word is in which two characters are neighbours, by slot.
        exact: the numbers of up to two syllables of every code point; 0 for none.
        merged: the same where zh is z, n is l and ng is n.
        right_of: characters that make a known pair behind a character, by how they sound.
        left_of: characters that make a known pair before a character, by how they sound.
        alike: characters that look like a character.
        by_sound: words of two, as two code points in one number, by how they sound.
        strongest: how strong the strongest word of two is, by how it sounds.
    """

    keys: NDArray[np.uint64]
    strengths: Strengths
    pairs: Strengths
    exact: Numbers
    merged: Numbers
    right_of: Grouped
    left_of: Grouped
    alike: Grouped
    by_sound: Grouped
    strongest: Strengths

    def strength_of(self, keys: NDArray[np.uint64]) -> Strengths:
        """How strong each word is; 0 for what is none."""
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[places] == keys, self.strengths[places], np.uint8(0))

    def pair_strengths(self, first: Codes, second: Codes) -> Strengths:
        """How strong the strongest word is that has these neighbours; 0 where there is none."""
        return self.pairs[pair_slots(first, second)]

    def sound_alike(self, one: Codes, other: Codes, *, merged: bool = False) -> NDArray[np.bool_]:
        """Whether characters share a syllable; tones do not count."""
        table = self.merged if merged else self.exact
        same = np.zeros(len(one), dtype=np.bool_)
        for i in _READINGS:
            for j in _READINGS:
                sound = table[i, one]
                same |= (sound == table[j, other]) & (sound > 0)
        return same

    def looks_like(self, one: str, other: str) -> bool:
        """Whether two characters look alike in print."""
        _, alike = self.alike.of(np.array([ord(one)], dtype=np.uint32))
        return ord(other) in alike

    def candidates_behind(self, before: Codes, written: Codes) -> tuple[Places, Codes]:
        """What sounds like `written` and makes a known pair behind `before`; with its place."""
        return self._by_neighbour(self.right_of, before, written)

    def candidates_before(self, written: Codes, behind: Codes) -> tuple[Places, Codes]:
        """What sounds like `written` and makes a known pair before `behind`; with its place."""
        return self._by_neighbour(self.left_of, behind, written)

    def _by_neighbour(
        self, group: Grouped, neighbour: Codes, written: Codes
    ) -> tuple[Places, Codes]:
        places: list[Places] = []
        found: list[Codes] = []
        for reading in _READINGS:
            sounds = self.merged[reading, written]
            known = np.flatnonzero(sounds)
            asked, values = group.of(neighbour[known] * np.uint32(_SOUNDS) + sounds[known])
            places.append(known[asked])
            found.append(values)
        return np.concatenate(places), np.concatenate(found)

    def words_sounding_like(self, first: Codes, second: Codes) -> tuple[Places, Codes, Codes]:
        """Words of two that sound like two characters: place asked for, and both characters."""
        asked, values = self.by_sound.of(_two_sounds(self.exact, first, second))
        return asked, values // np.uint32(PLANE), values % np.uint32(PLANE)

    def strongest_by_sound(self, first: Codes, second: Codes) -> Strengths:
        """How strong the strongest word of two is that sounds like two characters."""
        return self.strongest[_two_sounds(self.exact, first, second)]


def _two_sounds(exact: Numbers, first: Codes, second: Codes) -> NDArray[np.uint32]:
    return exact[0, first].astype(np.uint32) * np.uint32(_SOUNDS) + exact[0, second]


def word_keys(columns: list[NDArray[np.unsignedinteger]]) -> NDArray[np.uint64]:
    """Words as numbers, from their first characters, their second ones and so on."""
    keys = columns[0].astype(np.uint64)
    for place, column in enumerate(columns[1:], start=1):
        keys = keys | (column.astype(np.uint64) << np.uint64(16 * place))
    return keys


def _distinct(values: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The values sorted, each once; numpy's own function takes ten times as long."""
    ordered = np.sort(values)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))]


def _pairs_of(words: Numbers, strengths: Strengths) -> tuple[Codes, Codes, Strengths]:
    """All neighbours inside words, the weak ones first, each pair as often as it occurs."""
    rows = [np.flatnonzero(words[:, place]) for place in (1, 2, 3)]
    first = np.concatenate([words[row, place] for place, row in enumerate(rows)])
    second = np.concatenate([words[row, place + 1] for place, row in enumerate(rows)])
    longer = words[:, 2] > 0
    weaker = np.where(longer, np.maximum(strengths, _INNER + 5) - _INNER, strengths)
    each = np.concatenate([weaker[row] for row in rows]).astype(np.uint8)
    order = np.argsort(each, kind="stable")
    return first[order].astype(np.uint32), second[order].astype(np.uint32), each[order]


def _by_sound(neighbour: Codes, sounding: Codes, merged: Numbers) -> Grouped:
    """Characters by the neighbour that they make a known pair with and by their sounds."""
    keys: list[NDArray[np.uint32]] = []
    values: list[Codes] = []
    for reading in _READINGS:
        sounds = merged[reading, sounding]
        known = sounds > 0
        keys.append(neighbour[known] * np.uint32(_SOUNDS) + sounds[known])
        values.append(sounding[known])
    return _grouped(np.concatenate(keys), np.concatenate(values))


def _look_alikes() -> Grouped:
    lines = resource("lexicons", "look_alikes.txt").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    others = code_points("".join(row[2:] for row in rows))
    heads = np.repeat(code_points("".join(row[0] for row in rows)), [len(row) - 2 for row in rows])
    both = _distinct(
        np.concatenate((heads, others)) * np.uint32(PLANE) + np.concatenate((others, heads))
    )
    return _grouped(both // np.uint32(PLANE), both % np.uint32(PLANE))


@lru_cache(maxsize=1)
def known_words() -> KnownWords:
    """The program's lexicon; read once.

    Raises:
        ResourceMissing: a file is not there.
    """
    with np.load(resource("lexicons", "words.npz"), allow_pickle=False) as file:
        words, strengths = file["words"], file["strengths"]
        exact, merged = (np.zeros((2, PLANE), dtype=np.uint16) for _ in _READINGS)
        exact[:, file["characters"]] = file["exact"].T
        merged[:, file["characters"]] = file["merged"].T
    first, second, each = _pairs_of(words, strengths)
    pairs = pair_table()
    pairs[pair_slots(first, second)] = each
    once = _distinct(first * np.uint32(PLANE) + second)
    first, second = once // np.uint32(PLANE), once % np.uint32(PLANE)
    of_two = words[:, 2] == 0
    two = words[of_two].astype(np.uint32)
    sounds = _two_sounds(exact, two[:, 0], two[:, 1])
    strongest = np.zeros(_SOUNDS * _SOUNDS, dtype=np.uint8)
    weak_first = np.argsort(strengths[of_two], kind="stable")
    strongest[sounds[weak_first]] = strengths[of_two][weak_first]
    return KnownWords(
        keys=words.view(np.uint64)[:, 0],
        strengths=strengths,
        pairs=pairs,
        exact=exact,
        merged=merged,
        right_of=_by_sound(first, second, merged),
        left_of=_by_sound(second, first, merged),
        alike=_look_alikes(),
        by_sound=_grouped(sounds, two[:, 0] * np.uint32(PLANE) + two[:, 1]),
        strongest=strongest,
    )
