"""Leaves out families that say nothing new: parts of passages whose wholes are copies anyway."""

from __future__ import annotations

from bisect import bisect, insort
from collections import defaultdict
from collections.abc import Iterable

from reviewer.repeats.members import Star, Stretch
from reviewer.repeats.settings import RepeatSettings


class _Covering:
    """Finds, for a stretch, the members of known stars that hold it."""

    def __init__(self, share: float) -> None:
        self._share = share
        self._members: list[tuple[int, int, int]] = []
        self._longest = 0

    def add(self, number: int, star: Star) -> None:
        for start, end in star.members:
            insort(self._members, (start, end, number))
            self._longest = max(self._longest, end - start)

    def holding(self, stretch: Stretch) -> dict[int, list[Stretch]]:
        """For each star whose members together hold `stretch`, by number, those members."""
        start, end = stretch
        first = bisect(self._members, (start - self._longest, 0, 0))
        last = bisect(self._members, (end, 0, 0))
        covered: defaultdict[int, int] = defaultdict(int)
        homes: defaultdict[int, list[Stretch]] = defaultdict(list)
        for home, home_end, number in self._members[first:last]:
            letters = min(end, home_end) - max(start, home)
            if letters > 0:
                covered[number] += letters
                homes[number].append((home, home_end))
        enough = self._share * (end - start)
        return {number: homes[number] for number in homes if covered[number] >= enough}


def _unevenness(star: Star) -> int:
    """By how much the lengths of the members differ."""
    lengths = [end - start for start, end in star.members]
    return max(lengths) - min(lengths)


def _says_nothing_new(
    inner: Star, homes: list[list[Stretch]], outer: Star, settings: RepeatSettings
) -> bool:
    """Whether each member of a star is the same part of a member of another, or strings some up."""
    if any(len(home) > 1 for home in homes):
        return True
    if len({home[0] for home in homes}) < len(homes):
        return False
    slack = settings.passage_gap + _unevenness(inner) + _unevenness(outer)
    offsets = [start - home[0][0] for (start, _), home in zip(inner.members, homes, strict=True)]
    return not all(outer.ordered) or max(offsets) - min(offsets) <= slack


def outermost(stars: Iterable[Star], settings: RepeatSettings) -> list[Star]:
    """The stars without those whose members are the same part of members of a longer star.

    A sentence that recurs inside a passage, or outside its copies, is kept: it says more.
    """
    kept: list[Star] = []
    covering = _Covering(settings.agreement)
    for star in sorted(stars, key=lambda one: (one.members[0][0] - one.members[0][1], one.members)):
        holders = [covering.holding(member) for member in star.members]
        common = set(holders[0]).intersection(*holders[1:])
        known = any(
            _says_nothing_new(star, [holder[number] for holder in holders], kept[number], settings)
            for number in common
        )
        if not known:
            covering.add(len(kept), star)
            kept.append(star)
    return kept
