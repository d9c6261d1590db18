"""What may have stood where a shifted run lost bytes: hidden cells and swallowed signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewer.garble.gbk_cells import LEADS, cell_of, hidden_trails
from reviewer.garble.hidden_cells import HIDDEN_COST, HiddenCells
from reviewer.garble.shift_hypothesis import Option
from reviewer.garble.shift_page import Page
from reviewer.garble.shift_paths import Lead, ShiftPaths, Slot
from reviewer.garble.shift_ranking import REACH

SWALLOWED_SIGNS = ",;:.!?()\"'%"
"""ASCII signs that a run may have swallowed, in the order in which ties are settled."""

SWALLOWED_DIGITS = {"1": 0.0, "2": 0.25, "3": 0.4}
"""What is offered before another digit, with its cost. Which one it was cannot be told; low ones
are the most common first digits (Benford's law)."""

USUAL_HERE = 1.5
"""What speaks for the sign that the page has before the same words elsewhere, log10."""

NOTHING_SWALLOWED = 2.5
"""What it costs that the swallowed character has no place in the text, log10."""

_YEAR_TAIL = re.compile(r"[09]\d\d年")


class ShiftGuesses:
    """Guesses for the slots of one page."""

    def __init__(self, page: Page, paths: ShiftPaths, cells: HiddenCells) -> None:
        """Guesses on `page`, from the characters that `cells` finds likely."""
        self._page = page
        self._paths = paths
        self._text = page.text
        self._cells = cells

    def of(self, slot: Slot, texts: Sequence[str]) -> list[list[Option]]:
        """For each of some texts before `slot` what it may stand for if bytes were lost."""
        if slot.marker is not None:
            return [
                self._paths.hidden_before(slot.leads, slot.marker.syllable, cut=slot.cut)
            ] * len(texts)
        if slot.swallowed is not None:
            return [self._swallowed(slot, slot.swallowed, text) for text in texts]
        if slot.following is None:
            return [[] for _ in texts]
        return [
            [
                self._hidden(slot, pair, lead, 1)
                for lead in slot.leads
                for pair in self._with_seen(
                    self._cells.pairs(text, lead.byte, slot.following), text, lead, slot, 2
                )
            ]
            for text in texts
        ]

    def twice(self, slot: Slot, text: str) -> list[Option]:
        """What `slot` may stand for behind `text` if two cells in a row were hidden."""
        if slot.following is None:
            return []
        return [
            self._hidden(slot, triple, lead, 2)
            for lead in slot.leads
            for triple in self._with_seen(
                self._cells.triples(text, lead.byte, slot.following), text, lead, slot, 3
            )
        ]

    def _with_seen(
        self, guesses: list[str], text: str, lead: Lead, slot: Slot, length: int
    ) -> list[str]:
        """Some guesses, and what the page says elsewhere after the last words of `text`."""
        seen = [
            characters
            for following in self._page.following(text[-REACH:])
            if (characters := following[:length]) not in guesses
            and _fits(characters, lead.byte, slot.following, length)
        ]
        return [*guesses, *dict.fromkeys(seen)] if seen else guesses

    def _hidden(self, slot: Slot, characters: str, lead: Lead, cells: int) -> Option:
        cost, out_of_place = self._page.against(characters, cut=slot.cut, shows=slot.shows)
        cost += lead.cost + cells * HIDDEN_COST
        return Option(characters + slot.tail, cost, 2 * cells, 0, lead.listed, out_of_place)

    def _swallowed(self, slot: Slot, place: int, text: str) -> list[Option]:
        """`?` stands for a second byte and the ASCII character that it swallowed."""
        signs = [(slot.entity, 0, 0.0)] if slot.entity else self._signs(place)
        found: list[Option] = []
        for lead in slot.leads:
            guesses = self._cells.lost_after(text, lead.byte)
            guesses = self._with_seen(guesses, text, lead, slot, 1)
            for characters in self._with_seen(guesses, text, lead, slot, 2):
                hidden = len(characters) - 1
                cost, strange = self._page.against(characters, cut=slot.cut, shows=False)
                cost += lead.cost + hidden * HIDDEN_COST
                found += [
                    Option(
                        characters + sign,
                        cost + more,
                        1 + 2 * hidden,
                        unknown,
                        lead.listed,
                        strange,
                    )
                    for sign, unknown, more in signs
                ]
        return found

    def _signs(self, place: int) -> list[tuple[str, int, float]]:
        """The ASCII signs that may stand before `place`: how many are guessed, at what cost."""
        following = self._text[place : place + 1]
        if following in ("", "\n"):
            return [("", 0, 0.0)]
        costs = dict.fromkeys(SWALLOWED_SIGNS, 0.0) if following.isalnum() else {}
        usual = self._page.sign_before_same_words(place)
        if usual:
            costs[usual] = -USUAL_HERE
        if following.isdecimal():
            costs |= SWALLOWED_DIGITS
            year = _YEAR_TAIL.match(self._text, place)
            if year is not None:
                costs["2" if following == "0" else "1"] = -USUAL_HERE
        if following == "*":
            costs["*"] = 0.0
        costs[""] = NOTHING_SWALLOWED if following.isalnum() else 0.0
        return [(sign, 1, cost) for sign, cost in costs.items()]


def _fits(characters: str, lead: int, following: int | None, length: int) -> bool:
    """Whether the bytes allow `characters`: all pairs between them hidden, both ends there."""
    cells = [cell_of(character) for character in characters]
    known = [cell for cell in cells if cell is not None]
    if len(known) != length or known[0][0] != lead:
        return False
    last = known[-1][1]
    if last != following if following is not None else last < LEADS[0]:
        return False
    return all(after[0] in hidden_trails().get(before[1], ()) for before, after in pairwise(known))
