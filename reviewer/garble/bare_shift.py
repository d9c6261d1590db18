"""Text shifted by one byte whose reading was cleaned away: `?!卑搀泫i` was 。”安筱鵬.

Where a later program deleted `pinyin)` but not the `?` before it, nothing is left to tell the lost
byte by. What is left is a look: a `?` behind a character, rare characters in a senseless order and
a lone letter at their end. It counts only where the bytes, brought back into step, are prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.garble.gbk_cells import LEADS, character_of
from reviewer.garble.hidden_cells import HiddenCells
from reviewer.garble.shift_hypothesis import Hypothesis
from reviewer.garble.shift_markers import without_brackets
from reviewer.garble.shift_page import Page, second_bytes
from reviewer.garble.shift_paths import Lead
from reviewer.garble.shift_ranking import context_of
from reviewer.garble.shift_search import ShiftSearch
from reviewer.text.script import is_traditional_only

CONTEXT = 12
"""Code points on either side of a run that take part in ranking."""

ABSURD = -3.8
"""The mean log10 probability of a character under which no prose stays for long."""

READABLE = -3.2
"""The mean log10 probability of a character above which a restored run is prose."""

LEAST_GAIN = 6.0
"""How many times (as a power of ten) likelier than what is shown the restored run must be."""

_UNLISTED_COST = 1.0
_UNEXPLAINED_COST = 2.0
_MEASURED = 6
_LOOK = re.compile(r"\?(?<=[^\W\d_a-zA-Z]\?)([^\s?@-~]{1,60})[@-~](?![a-zA-Z0-9])")
_HAN = re.compile("[一-龥]")


@dataclass(frozen=True, slots=True)
class BareShift:
    """A run without a reading.

    Attributes:
        start: where the `?` stands.
        end: one past the last code point of the run.
        readings: what it may have been from the `?` on, most probable first, all up to `end`.
    """

    start: int
    end: int
    readings: tuple[Hypothesis, ...]


def looks_shifted(text: str) -> bool:
    """Whether `text` has a place with the look of a run without a reading. Cost: O(n)."""
    return any(_is_dense(match) for match in _LOOK.finditer(text))


def bare_shifts(page: Page, cells: HiddenCells) -> Iterator[BareShift]:
    """The runs of `page` that no reading explains, as far as they can be restored.

    Cost: that of one search for every place that looks like a run and reads absurdly.
    """
    text = page.text
    search = ShiftSearch(page, cells)
    done = 0
    for match in _LOOK.finditer(text):
        start = match.start()
        if start < done or not _is_dense(match):
            continue
        shown = cells.judge.odds(context_of("") + match.group(1)[:_MEASURED])
        if sum(shown) > ABSURD * len(shown):
            continue
        found = _restored(page, cells, search, start)
        if found is not None:
            done = found.end
            yield found


def _is_dense(match: re.Match[str]) -> bool:
    return _HAN.search(match.group(1)) is not None


def _restored(page: Page, cells: HiddenCells, search: ShiftSearch, start: int) -> BareShift | None:
    text = page.text
    before = without_brackets(text[max(0, start - 3 * CONTEXT) : start])
    leads = [Lead(lead, cost < _UNLISTED_COST, cost) for lead, cost in _leads(page, start)]

    def follow(ends: Sequence[int]) -> list[str]:
        last = max(ends) + CONTEXT
        return [without_brackets(text[end:last]) for end in ends]

    found = search.readings(leads, start + 1, before, follow)
    found.sort(key=lambda each: -each[1].score)
    if not found:
        return None
    end = found[0][0]
    readings = tuple(reading for place, reading in found if place == end)
    best = readings[0]
    context = context_of(before)
    own, shown = cells.judge.texts_after(
        [(context, best.restored + text[end : end + 2]), (context, text[start : end + 2])]
    )
    if best.lost_bytes or own - shown < LEAST_GAIN:
        return None
    if own < READABLE * (len(best.restored) + len(text[end : end + 2])):
        return None
    return BareShift(start, end, readings)


def _leads(page: Page, start: int) -> Iterator[tuple[int, float]]:
    """The bytes that a `?` at `start` may stand for, each with its cost."""
    firsts = second_bytes(page.text, start - 1)
    for lead in LEADS:
        cost = _UNEXPLAINED_COST
        for first in firsts:
            hit = character_of(first, lead)
            if hit is not None and hit in page.listed:
                cost = 0.0
            elif hit is not None and is_traditional_only(hit):
                cost = min(cost, _UNLISTED_COST)
        yield lead, cost
