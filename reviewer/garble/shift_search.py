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
and a pair outside the table is dropped without a trace (`hidden_cells`). Every way that the bytes
allow is followed, the most probable first (a beam search); a `Ranker` judges.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from reviewer.garble.gbk_cells import EURO_TRAIL, LEADS, cell_of, character_of
from reviewer.garble.hidden_cells import HiddenCells
from reviewer.garble.shift_hypothesis import Hypothesis
from reviewer.garble.shift_markers import Marker, bracket_at, entity_name_at, marker_at
from reviewer.text.readings import readings_of
from reviewer.text.script import is_simplified_only, is_traditional_only

LONGEST_RUN = 400
"""Code points after which a run that does not close is given up."""

WIDEST_SEARCH = 80
"""Open hypotheses that are followed side by side."""

LOSSY_FROM = 6
"""Of these many, the most probable, it is also asked whether bytes were lost on the way."""

OUT_OF_PLACE_COST = 4.0
"""What a character that the page would have shown otherwise takes off a reading, log10."""

_FULL_WIDTH_LEAD = 0xA3
_FULL_WIDTH_SHIFT = 0x80


class ShiftSearch:
    """Follows every reading of a run from one marker to the places where it may close."""

    def __init__(self, text: str, listed: Mapping[str, str], cells: HiddenCells) -> None:
        """A search in `text`, whose site puts `listed[character]` behind each listed character."""
        self._text = text
        self._listed = listed
        self._cells = cells

    def hypotheses(self, marker: Marker, before: str, *, hidden: bool) -> list[Hypothesis]:
        """Every closed reading of the run that begins at `marker` behind the character `before`.

        Args:
            marker: the `?pinyin)` that opens the run.
            before: the character whose second byte the site took for a first one.
            hidden: also follow cells that were dropped without a trace; ten times the cost.

        Cost: O(length of the run x WIDEST_SEARCH).
        """
        closed: dict[Hypothesis, None] = {}
        opened = list(self._openings(marker, before))
        while opened:
            following: dict[Hypothesis, None] = {}
            for rank, hypothesis in enumerate(opened):
                if hypothesis.end - marker.end > LONGEST_RUN:
                    continue
                steps = list(self._steps(hypothesis))
                if rank < LOSSY_FROM:
                    steps += self._lossy_steps(hypothesis, hidden=hidden)
                for step in steps:
                    checked = self._checked(step, len(hypothesis.restored))
                    (closed if step.lead is None else following)[checked] = None
            opened = self._best(list(following))
        return list(closed)

    def _checked(self, step: Hypothesis, known: int) -> Hypothesis:
        """The step with its new characters, from `known` on, held against the page.

        A listed character that stands in step shows its reading, which ends the run; and a page
        whose site rewrites Traditional characters is written in them. So, but for the first
        character, which the bracket has cut in two, neither a listed nor a Simplified character
        can stand inside a run.
        """
        restored = step.restored[known:]
        strange = sum(
            (character in self._listed and place > 0) or is_simplified_only(character)
            for place, character in enumerate(restored, known)
        )
        if step.lead is None and len(step.restored) > 1 and restored[-1:] in self._listed:
            shows_reading = bracket_at(self._text, step.end) is not None
            strange -= shows_reading or self._text[step.end - 1] == ")"
        return replace(step, out_of_place=step.out_of_place + strange) if strange else step

    def _best(self, hypotheses: list[Hypothesis]) -> list[Hypothesis]:
        if len(hypotheses) <= LOSSY_FROM:
            return hypotheses
        scores = self._cells.ranker.scores([hypothesis.restored for hypothesis in hypotheses])
        costs = [OUT_OF_PLACE_COST * hypothesis.out_of_place for hypothesis in hypotheses]
        order = np.argsort(np.array(costs) - scores, kind="stable")
        return [hypotheses[i] for i in order[:WIDEST_SEARCH]]

    def _lossy_steps(self, hypothesis: Hypothesis, *, hidden: bool) -> list[Hypothesis]:
        """Every way to read the next sign by which bytes were lost, the likeliest alone."""
        place, lead = hypothesis.end, hypothesis.lead
        if place >= len(self._text) or lead is None:
            return []
        steps: list[Hypothesis] = []
        if self._text[place] == "?" and marker_at(self._text, place) is None:
            steps += self._swallowed(hypothesis, lead)
        if hidden:
            for following, waiting in _bytes_of(self._text[place]):
                for pair in self._cells.likeliest(hypothesis, self._cells.pairs(lead, following)):
                    step = hypothesis.read(pair, place + 1, waiting)
                    steps.append(replace(step, lost_bytes=hypothesis.lost_bytes + 2))
        return steps

    def _openings(self, marker: Marker, before: str) -> Iterator[Hypothesis]:
        cell = cell_of(before)
        if cell is None:
            return
        for lead, listed in self._sounding(cell[1], marker.syllable):
            yield Hypothesis("", marker.end, lead, listed=listed)

    def _sounding(self, first: int, syllable: str) -> list[tuple[int, bool]]:
        """Second bytes that make, with `first`, a character that sounds like `syllable`.

        The document's own list decides where it can; else any Traditional character may be meant,
        for the list of a site is longer than what one document shows of it.
        """
        matches: list[tuple[int, bool]] = []
        for second in LEADS:
            character = character_of(first, second)
            if character is None:
                continue
            if self._listed.get(character) == syllable:
                matches.append((second, True))
            elif is_traditional_only(character) and syllable in readings_of(character):
                matches.append((second, False))
        own = [match for match in matches if match[1]]
        return own or matches

    def _steps(self, hypothesis: Hypothesis) -> Iterator[Hypothesis]:
        """Every way to read the next sign of the run."""
        place = hypothesis.end
        if place >= len(self._text):
            return
        sign = self._text[place]
        lead = hypothesis.lead
        assert lead is not None
        skipped = bracket_at(self._text, place)
        if skipped is not None and self._text[place - 1] in self._listed:
            # The sign before the bracket is a listed pair of bytes that lies across a border.
            yield replace(hypothesis, end=skipped)
        inner = marker_at(self._text, place)
        if inner is not None:
            yield from self._second_markers(hypothesis, lead, inner)
        for following, waiting in _bytes_of(sign):
            character = character_of(lead, following)
            if character is not None:
                yield hypothesis.read(character, place + 1, waiting)

    def _second_markers(
        self, hypothesis: Hypothesis, lead: int, marker: Marker
    ) -> Iterator[Hypothesis]:
        """A listed character inside the run was hit in step and brought it back into step."""
        for second, listed in self._sounding(lead, marker.syllable):
            character = character_of(lead, second)
            if character is not None:
                closed = hypothesis.read(character, marker.end, None)
                yield replace(closed, listed=hypothesis.listed and listed)
        for character, syllable in self._listed.items():
            cell = cell_of(character)
            if syllable != marker.syllable or cell is None:
                continue
            # The pair before the listed character lies outside the table and left no trace.
            for hidden in LEADS:
                first = character_of(lead, hidden)
                if first is not None and character_of(hidden, cell[0]) is None:
                    closed = hypothesis.read(first + character, marker.end, None)
                    yield replace(closed, lost_bytes=hypothesis.lost_bytes + 1)

    def _swallowed(self, hypothesis: Hypothesis, lead: int) -> Iterator[Hypothesis]:
        """`?` stands for a second byte and the ASCII character that it swallowed."""
        after = hypothesis.end + 1
        swallowed = "" if entity_name_at(self._text, after) is None else "&"
        characters = [character_of(lead, trail) for trail in LEADS]
        known = [character for character in characters if character is not None]
        for character in self._cells.likeliest(hypothesis, known):
            closed = hypothesis.read(character + swallowed, after, None)
            yield replace(
                closed,
                lost_bytes=hypothesis.lost_bytes + 1,
                unknown=hypothesis.unknown + (not swallowed),
            )


def _bytes_of(sign: str) -> Iterator[tuple[int, int | None]]:
    """The bytes that a sign of the run may stand for: the next byte and the one left waiting.

    A single-byte sign leaves none waiting and closes the run. Full-width signs were made half
    width after the damage was done, so a half-width sign may also be a pair.
    """
    cell = cell_of(sign)
    if cell is not None:
        yield cell
    elif sign == "€":
        yield EURO_TRAIL, None
    elif "!" <= sign <= "~":
        if sign >= "@":
            yield ord(sign), None
        yield _FULL_WIDTH_LEAD, ord(sign) + _FULL_WIDTH_SHIFT
