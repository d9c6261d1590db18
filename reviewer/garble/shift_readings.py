"""The readings of every shifted run of a page, each ranked in what the others make of its context.

Runs often stand close together, and one that is not restored speaks against every reading of the
one before it. So the runs are explained from the last to the first, each with what follows it
restored, and then ranked once more from the first to the last with what stands before it restored.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.garble.hidden_cells import HiddenCells
from reviewer.garble.shift_hypothesis import Hypothesis
from reviewer.garble.shift_markers import (
    Marker,
    bracket_before,
    markers,
    without_brackets,
)
from reviewer.garble.shift_memory import with_memory
from reviewer.garble.shift_page import Page, second_bytes
from reviewer.garble.shift_paths import Lead
from reviewer.garble.shift_ranking import context_of
from reviewer.garble.shift_search import ShiftSearch

CONTEXT = 12
"""Code points on either side of a run that take part in ranking."""

REMEMBERED = 6.0
"""Readings this close to the best one, log10, are held against the rest of the page."""

_RANKED_AGAIN = 12
_FURTHEST_CONTEXT = 80
"""Code points behind a run after which no more runs are taken into its context."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A hypothesis as the text that would stand in the place of a span.

    Attributes:
        hypothesis: the way in which the run came about.
        end: where the span ends.
        replacement: what would stand from the marker to `end`.
        score: the log10 probability in context, less what speaks against it.
    """

    hypothesis: Hypothesis
    end: int
    replacement: str
    score: float


@dataclass(frozen=True, slots=True)
class Opening:
    """A marker with the character before it, behind which the site cut the next one in two."""

    marker: Marker
    place: int

    @property
    def behind_bracket(self) -> bool:
        """Whether a bracketed reading stands between the character and the marker."""
        return self.place + 1 < self.marker.start


class ShiftReadings:
    """What the runs of a page may have been."""

    def __init__(self, page: Page, cells: HiddenCells) -> None:
        """Explain every run of `page`, ranked by what `cells` has as its ranker."""
        self._page = page
        self._judge = cells.judge
        self._search = ShiftSearch(page, cells)
        self.openings = [
            Opening(marker, place)
            for marker in markers(page.text)
            if (place := _place_before(page.text, marker)) is not None
        ]
        self._starts = [opening.marker.start for opening in self.openings]
        self._readings: dict[int, list[Reading]] = {}
        for opening in reversed(self.openings):
            self._readings[opening.marker.start] = self._explained(opening)

    def of(self, opening: Opening, before: str) -> list[Reading]:
        """The readings of a run behind the restored text `before`, most probable first."""
        readings = self._readings[opening.marker.start]
        return self._ranked(readings, before) if len(readings) > 1 else readings

    def _explained(self, opening: Opening) -> list[Reading]:
        marker = opening.marker
        start = max(0, marker.start - 3 * CONTEXT)
        leads = [
            Lead(lead, listed, cost)
            for first in second_bytes(self._page.text, opening.place)
            for _, lead, listed, cost in self._page.completed(first, marker.syllable)
        ]
        found = self._search.readings(
            leads,
            marker.end,
            without_brackets(self._page.text[start : marker.start]),
            self._follow,
        )
        found.sort(key=lambda each: -each[1].score)
        return [self._as_reading(*each) for each in found[:_RANKED_AGAIN]]

    def _ranked(self, readings: list[Reading], before: str) -> list[Reading]:
        """The readings, most probable first, in what stands before and after them."""
        behind = self._follow([reading.end for reading in readings])
        texts = [
            (context_of(before), reading.replacement + more)
            for reading, more in zip(readings, behind, strict=True)
        ]
        odds = self._judge.texts_after(texts)
        scores = [
            likelihood - reading.hypothesis.cost
            for reading, likelihood in zip(readings, odds, strict=True)
        ]
        close = [place for place, score in enumerate(scores) if score > max(scores) - REMEMBERED]
        if len(close) > 1:
            more = with_memory(self._judge, self._page.count, [texts[place] for place in close])
            for place, gain in zip(close, more, strict=True):
                scores[place] += gain
        ranked = [
            Reading(reading.hypothesis, reading.end, reading.replacement, score)
            for reading, score in zip(readings, scores, strict=True)
        ]
        return sorted(ranked, key=lambda reading: -reading.score)

    def _follow(self, ends: Sequence[int]) -> list[str]:
        """The restored text behind each of several places, up to one that is the same for all."""
        common_end = self._common_end(ends)
        return [self._following(end, common_end) for end in ends]

    def _common_end(self, ends: Sequence[int]) -> int:
        """A place up to which the text behind every reading can be restored."""
        first, common_end = max(ends), max(ends) + CONTEXT
        for opening in self.openings[bisect_left(self._starts, min(ends)) :]:
            start = opening.marker.start
            if start >= common_end or start > first + _FURTHEST_CONTEXT:
                break
            readings = self._readings.get(start)
            if readings:
                common_end = max(common_end, readings[0].end)
        return common_end

    def _following(self, place: int, end: int) -> str:
        """The text from `place` to `end` with its runs restored and without brackets."""
        parts: list[str] = []
        for opening in self.openings[bisect_left(self._starts, place) :]:
            start = opening.marker.start
            if start >= end:
                break
            readings = self._readings.get(start)
            if readings and start >= place and readings[0].end <= end:
                parts += self._page.text[place:start], readings[0].replacement
                place = readings[0].end
        parts.append(self._page.text[place:end])
        if end >= len(self._page.text):
            parts.append("\n")
        return without_brackets("".join(parts))

    def _as_reading(self, end: int, hypothesis: Hypothesis) -> Reading:
        """Where the span of a hypothesis ends and what would stand in its place."""
        restored = self._page.as_written(hypothesis.restored)
        return Reading(hypothesis, end, restored, hypothesis.score)


def _place_before(text: str, marker: Marker) -> int | None:
    """Where the character stands into whose neighbour a marker fell, if there is one."""
    behind_bracket = bracket_before(text, marker.start)
    place = (marker.start if behind_bracket is None else behind_bracket) - 1
    return place if place >= 0 and not text[place].isspace() else None
