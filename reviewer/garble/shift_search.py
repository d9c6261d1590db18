"""The inverse of a byte shift: which text, broken by an injected `(pinyin)`, looks like this run.

How the damage arises. A site replaces the two GBK bytes of a listed character by those bytes and
`(pinyin)`, with no regard to character borders. Where the two bytes are the second byte of one
character and the first of the next, the bracket lands inside that next character: its first byte
and `(` are read as one bad pair and become `?`, and everything after `)` is read one byte off,
until a single-byte character swallows the byte left over.

So of every run all bytes are still there but the one under `?`, and that one is told by the
reading: with the second byte of the character before it, it is a character that sounds like the
pinyin. Put in front of the bytes after `)`, it brings them back into step.

Bytes can also be lost on the way: a `?` inside the run is a second byte and an ASCII character,
and a pair outside the table is dropped without a trace (`hidden_cells`). Nothing else of the run
changes by that. So a run is read along its few paths (`shift_paths`), and only where a character
is missing, ambiguous or odd are other readings (`shift_guesses`) tried, the most probable first: a
beam search. As the same text always leaves the same damage, what is most probable as prose is most
probable at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reviewer.garble.hidden_cells import HiddenCells
from reviewer.garble.shift_guesses import ShiftGuesses
from reviewer.garble.shift_hypothesis import Hypothesis, Option
from reviewer.garble.shift_page import Page
from reviewer.garble.shift_paths import Lead, Path, ShiftPaths, Slot
from reviewer.garble.shift_ranking import REACH, context_of

GIVEN_UP = 6.0
"""How much worse than the best reading one may be before it is given up, log10."""

WIDEST_SEARCH = 12
"""Readings that are followed side by side."""

GUESSED_FROM = 3
"""Of these many, the most probable, it is asked what was lost."""

TWICE_LOSSY_FROM = 2
"""Of these many it is asked whether two cells in a row were lost."""

ODD = -2.8
"""A character less probable than this, log10, may stand where two stood."""

ODD_STRETCH = -7.5
"""Together with the two characters behind it."""

_REPAIRED = -4.0
"""What an odd character may become by a guess, log10."""

_ODDEST = -6.0
"""What an odd character is worth while it is not known whether a guess helps, log10."""

_MISSING = "\ufffd"
_AHEAD = 2

Follow = Callable[[Sequence[int]], list[str]]
"""Gives the text that stands behind each of several places, up to one and the same place."""

_Tried = dict[tuple[object, ...], list[Hypothesis]]
"""What became of readings at a slot, which the paths of a run share up to where they part."""


@dataclass(frozen=True, slots=True)
class _Trial:
    """A path and how probable it may become.

    Attributes:
        path: the path.
        behind: the text behind it.
        promise: the log10 probability to be expected of it.
        hopes: the highest one to be hoped for, from each slot on.
    """

    path: Path
    behind: str
    promise: float
    hopes: list[float]


class ShiftSearch:
    """Finds the readings of the runs of one page."""

    def __init__(self, page: Page, cells: HiddenCells) -> None:
        """A search on `page`; `cells` guesses what left no trace."""
        self._judge = cells.judge
        self._paths = ShiftPaths(page)
        self._guesses = ShiftGuesses(page, self._paths, cells)

    def readings(
        self, leads: Sequence[Lead], place: int, before: str, follow: Follow
    ) -> list[tuple[int, Hypothesis]]:
        """The most probable readings of a run, each with the place where the run ends.

        Args:
            leads: the bytes that may have stood before the run.
            place: where its signs begin.
            before: the readable text up to there.
            follow: gives the text behind the places where the run may end.

        Cost: O(length of the run x WIDEST_SEARCH) at most, O(length of the run) where no byte
        was lost.
        """
        paths = self._paths.of(leads, place)
        if not paths:
            return []
        found: list[tuple[int, Hypothesis]] = []
        least = -float("inf")
        tried: _Tried = {}
        for trial in self._trials(paths, before, follow([path.end for path in paths])):
            if trial.hopes[0] < least:
                continue
            readings = self._readings(trial, before, least, tried)
            found += [(trial.path.end, reading) for reading in readings]
            least = max([least, *(reading.score - GIVEN_UP for reading in readings)])
        return [each for each in found if each[1].score >= least]

    def _trials(self, paths: Sequence[Path], before: str, behind: Sequence[str]) -> list[_Trial]:
        """The paths, the one that may read best first."""
        context = context_of(before)
        texts = [
            context + _certain(path.slots) + more for path, more in zip(paths, behind, strict=True)
        ]
        trials: list[_Trial] = []
        for path, text, more in zip(paths, texts, behind, strict=True):
            odds = self._judge.odds(text)
            seam = len(odds) - max(len(more) - REACH, 0)
            hopes = list(
                accumulate(
                    reversed([*(max(each, _REPAIRED) for each in odds[:seam]), *odds[seam:]])
                )
            )
            promise = sum(max(each, _ODDEST) for each in odds)
            trials.append(_Trial(path, more, promise, hopes[::-1]))
        return sorted(trials, key=lambda trial: -trial.promise)

    def _readings(
        self, trial: _Trial, before: str, least: float, tried: _Tried
    ) -> list[Hypothesis]:
        """The most probable readings of one path, best first."""
        slots = trial.path.slots
        beam = [Hypothesis(cost=sum(slot.cost for slot in slots))]
        done = 0
        while True:
            stretch = _certain(slots[done:])
            context = context_of(before + beam[0].restored)
            odds = self._judge.odds(context + stretch + trial.behind[:_AHEAD])
            place = _first_open(slots, done, odds)
            between = _certain(slots[done:place])
            if place == len(slots):
                return self._closed(beam, between, before, trial.behind)
            if beam[0].score + trial.hopes[done] < least:
                return []
            ahead = (_until_missing(slots[place + 1 :]) + trial.behind)[:_AHEAD]
            key = id(slots[place]), between, ahead, *[reading.restored for reading in beam]
            known = tried.get(key)
            if known is None:
                known = tried[key] = self._opened(beam, between, slots[place], before, ahead)
            beam = known
            if not beam:
                return []
            done = place + 1

    def _closed(
        self, beam: list[Hypothesis], between: str, before: str, behind: str
    ) -> list[Hypothesis]:
        nothing = Option("")
        return self._best(
            [(reading, nothing) for reading in beam], between, before, behind, whole=True
        )

    def _opened(
        self, beam: list[Hypothesis], between: str, slot: Slot, before: str, ahead: str
    ) -> list[Hypothesis]:
        """The readings of `beam` with what `slot` may stand for."""
        ways = [(reading, option) for reading in beam for option in slot.options]
        if len(slot.options) > 1:
            plain = self._best(ways, between, before, ahead)
            if not self._is_odd(plain[0], before, ahead):
                return plain
        texts = [before + reading.restored[-REACH:] + between for reading in beam[:GUESSED_FROM]]
        for reading, options in zip(beam, self._guesses.of(slot, texts), strict=False):
            ways += [(reading, option) for option in options]
        best = self._best(ways, between, before, ahead)
        least_lost = min(reading.lost_bytes for reading in beam)
        if slot.following is None or (best and best[0].lost_bytes == least_lost):
            return best
        for reading, text in zip(beam[:TWICE_LOSSY_FROM], texts, strict=False):
            ways += [(reading, option) for option in self._guesses.twice(slot, text)]
        return self._best(ways, between, before, ahead)

    def _is_odd(self, reading: Hypothesis, before: str, ahead: str) -> bool:
        """Whether the last character of a reading is odd enough to look for something else."""
        text = context_of(before + reading.restored[:-1]) + reading.restored[-1:] + ahead
        odds = self._judge.odds(text)
        return bool(reading.out_of_place) or _is_odd(odds, 0)

    def _best(
        self,
        ways: list[tuple[Hypothesis, Option]],
        between: str,
        before: str,
        ahead: str,
        *,
        whole: bool = False,
    ) -> list[Hypothesis]:
        """The best of `ways` to go on, by how they read up to and with what stands ahead."""
        if not ways:
            return []
        stretches = self._judge.stretches_after(
            (context_of(before + reading.restored), between + option.text, ahead)
            for reading, option in ways
        )
        rated = [
            (own + more + reading.likelihood - reading.cost - option.cost, -place)
            for place, ((reading, option), (own, more)) in enumerate(
                zip(ways, stretches, strict=True)
            )
        ]
        rated.sort(reverse=True)
        least = rated[0][0] - GIVEN_UP
        chosen: dict[str, Hypothesis] = {}
        for score, place in rated:
            if score < least or len(chosen) >= WIDEST_SEARCH:
                break
            reading, option = ways[-place]
            own, more = stretches[-place]
            made = reading.read(option, between, own + more if whole else own)
            chosen.setdefault(made.restored, made)
        return list(chosen.values())


def _certain(slots: Sequence[Slot]) -> str:
    """The plain characters of some slots, or a sign for a missing one."""
    return "".join([slot.options[0].text if slot.options else _MISSING for slot in slots])


def _until_missing(slots: Sequence[Slot]) -> str:
    return _certain(slots[:_AHEAD]).split(_MISSING)[0]


def _first_open(slots: Sequence[Slot], done: int, odds: Sequence[float]) -> int:
    """The first slot from `done` on that is missing, ambiguous or odd."""
    at = 0
    for place in range(done, len(slots)):
        options = slots[place].options
        if len(options) != 1 or options[0].out_of_place or _is_odd(odds, at):
            return place
        at += len(options[0].text)
    return len(slots)


def _is_odd(odds: Sequence[float], place: int) -> bool:
    return odds[place] < ODD and sum(odds[place : place + 1 + _AHEAD]) < ODD_STRETCH
