"""Finds every pair of places that share a few letters in a row: the seeds of all repeats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.repeats.corpus import Places
from reviewer.repeats.settings import RepeatSettings, SeedRate
from reviewer.text.codes import CodePoints

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIXER = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)

_CHUNK = 1 << 20
"""So many letters are hashed at a time, to bound the memory."""


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Stretches of equal letters: `length` letters from `left` on equal those `shift` further on.

    Sorted by shift, then left. Hashes stand for letters here, so on huge collections a few runs
    are false; what is built on them compares the letters.
    """

    left: Places
    shift: Places
    length: Places

    def __len__(self) -> int:
        return len(self.left)

    def chosen(self, which: NDArray[np.bool_] | NDArray[np.int64]) -> Runs:
        """The runs that a mask or an index array picks."""
        return Runs(self.left[which], self.shift[which], self.length[which])


def window_hashes(letters: CodePoints, length: int) -> NDArray[np.uint64]:
    """A well-mixed 64-bit hash of every window of `length` letters (polynomial, then folded)."""
    windows = len(letters) - length + 1
    hashes = letters[:windows].astype(np.uint64)
    for offset in range(1, length):
        hashes *= _BASE
        hashes += letters[offset : offset + windows]
    hashes ^= hashes >> _HALF
    hashes *= _MIXER
    return hashes


def _worth_hashing(letters: CodePoints, length: int) -> NDArray[np.bool_]:
    """Which windows lie inside one document and hold more than two alternating letters.

    A window in which every three neighbours repeat a letter tells nothing: rows of one sign,
    patterns of two. They are also the ones that would make the search quadratic.
    """
    windows = len(letters) - length + 1
    doubled = letters[1:] == letters[:-1]
    poor = doubled[:-1] | doubled[1:] | (letters[2:] == letters[:-2])
    inside = letters != 0
    worth = np.zeros(windows, dtype=bool)
    for offset in range(length - 2):
        worth |= ~poor[offset : offset + windows]
    for offset in range(length):
        worth &= inside[offset : offset + windows]
    return worth


def _packed(high: NDArray[np.uint64], low: NDArray[np.uint64], bits: int) -> NDArray[np.uint64]:
    """Two numbers in one, sorted; the low one has `bits` bits. One plain sort orders both."""
    keys = high << np.uint64(bits)
    keys |= low
    keys.sort()
    return keys


def _unpacked(keys: NDArray[np.uint64], bits: int) -> tuple[Places, Places]:
    """The high and the low numbers of packed ones."""
    low = keys & np.uint64((1 << bits) - 1)
    return (keys >> np.uint64(bits)).astype(np.int64), low.astype(np.int64)


def _window_keys(
    letters: CodePoints, first: int, last: int, rate: SeedRate, bits: int
) -> NDArray[np.uint64]:
    """The windows that begin in a range, those worth hashing: their hashes, and below their places.

    The upper bits of a hash do for telling windows apart.
    """
    part = letters[first : last + rate.length - 1]
    hashes = window_hashes(part, rate.length)
    worth = _worth_hashing(part, rate.length)
    if rate.keep_every > 1:
        worth &= hashes % np.uint64(rate.keep_every) == 0
    keys = hashes[worth]
    keys >>= np.uint64(bits)
    keys <<= np.uint64(bits)
    places = np.flatnonzero(worth)
    places += first
    keys |= places.view(np.uint64)
    return keys


def equal_windows(letters: CodePoints, rate: SeedRate) -> tuple[Places, Places]:
    """The places of all windows that occur more than once, and for each the number of its group.

    Groups are sorted by hash and places inside a group rise. Hashing goes in pieces and sorting in
    place, so that eight bytes for each window that is kept are all that is held.
    """
    bits = len(letters).bit_length()
    windows = len(letters) - rate.length + 1
    # Memory that is never written to is never taken, so room for all windows costs nothing.
    room = np.empty(max(0, windows), dtype=np.uint64)
    filled = 0
    for first in range(0, windows, _CHUNK):
        part = _window_keys(letters, first, min(first + _CHUNK, windows), rate, bits)
        room[filled : filled + len(part)] = part
        filled += len(part)
    keys = room[:filled]
    keys.sort()
    shared = np.zeros(len(keys), dtype=bool)
    for first in range(0, len(keys) - 1, _CHUNK):
        part = keys[first : first + _CHUNK + 1] >> np.uint64(bits)
        same = part[1:] == part[:-1]
        shared[first + 1 : first + len(part)] |= same
        shared[first : first + len(part) - 1] |= same
    keys = keys[shared]
    del room, shared
    hashes, places = _unpacked(keys, bits)
    begins = np.diff(hashes, prepend=-1) != 0
    return places, np.cumsum(begins) - 1


def _pairs(places: Places, groups: Places, limit: int, successors: int) -> tuple[Places, Places]:
    """Pairs of places of one group: all in small groups, the next few in large ones."""
    sizes = np.bincount(groups) if len(groups) else np.zeros(0, dtype=np.int64)
    ends = np.cumsum(sizes)
    following = ends[groups] - np.arange(len(groups)) - 1
    following = np.where(sizes[groups] > limit, np.minimum(following, successors), following)
    first = np.repeat(np.arange(len(groups)), following)
    before = np.cumsum(following) - following
    second = first + 1 + np.arange(len(first)) - before[first]
    return places[first], places[second]


def _gathered(left: Places, shift: Places, length: int, bits: int) -> Runs:
    """Pairs of equal windows as runs: windows of one shift that overlap or touch are one run."""
    keys = _packed(shift.astype(np.uint64), left.astype(np.uint64), bits)
    shift, left = _unpacked(keys, bits)
    begins = np.ones(len(keys), dtype=bool)
    begins[1:] = (np.diff(shift) != 0) | (np.diff(left) > length)
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(keys))[: len(first)] - 1
    return Runs(left[first], shift[first], left[last] + length - left[first])


def find_runs_and_rows(letters: CodePoints, settings: RepeatSettings) -> tuple[Runs, Runs]:
    """All stretches of equal letters that the seed rate for so many letters can see.

    Args:
        letters: streams with zeros between them.
        settings: thresholds.

    Returns:
        The runs between places at least the shortest passage apart, which copies are made of, and
        those between nearer places, which rows of a short unit are made of.

    Cost: O(n log n) in the letters, one sort of windows and one of pairs, all vectorised.
    """
    rate = settings.seed_rate(len(letters))
    if len(letters) < rate.length:
        nothing = np.zeros(0, dtype=np.int64)
        return Runs(nothing, nothing, nothing), Runs(nothing, nothing, nothing)
    bits = len(letters).bit_length()
    places, groups = equal_windows(letters, rate)
    left, right = _pairs(places, groups, rate.group_limit, settings.successors)
    del places, groups
    right -= left
    apart = right >= settings.passage_letters
    rows = _gathered(left[~apart], right[~apart], rate.length, bits)
    return _gathered(left[apart], right[apart], rate.length, bits), rows


def find_runs(letters: CodePoints, settings: RepeatSettings) -> Runs:
    """The runs between places so far apart that copies of passages can stand there."""
    return find_runs_and_rows(letters, settings)[0]
