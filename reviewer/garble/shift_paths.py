"""How the signs of a shifted run pair up again: the places where it may end, and its characters.

Put back into step, nearly every sign of a run has one meaning. It branches where an ASCII letter
stands, which is a second byte and ends the run, or was a full-width letter and does not; and where
a reading inside the run cuts or ends it. Each branch is one path.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.garble.gbk_cells import (
    EURO_TRAIL,
    FULL_WIDTH_LEAD,
    FULL_WIDTH_SHIFT,
    LEADS,
    cell_of,
    character_of,
    hidden_trails,
    trail_of,
)
from reviewer.garble.hidden_cells import HIDDEN_COST, endings_of
from reviewer.garble.shift_hypothesis import Option
from reviewer.garble.shift_markers import Marker, bracketed_at, entity_name_at, inner_marker_at
from reviewer.garble.shift_page import Page

LONGEST_RUN = 160
"""Signs after which a run that does not close is given up."""

MOST_PATHS = 8
"""Places where a run may end that are looked at, the nearest first."""

_CONTRADICTION = 6.0
"""What a bracket costs that does not sound like the character before it, log10."""

_BRACKETS = ("(", "（")


@dataclass(frozen=True, slots=True)
class Lead:
    """A byte that waits for its partner.

    Attributes:
        byte: the byte.
        listed: whether the character that explains its marker is on the document's own list.
        cost: what speaks against it, log10.
    """

    byte: int
    listed: bool = True
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a restored run: a sign of the page, and what it may stand for.

    Attributes:
        leads: the byte before the sign; several only where a marker allows several.
        following: the byte that the sign gives, or None where it was lost or lies in a marker.
        options: the characters that need no guess, each with its tail.
        tail: an ASCII letter behind the character, which was the second byte of the sign.
        cut: whether a bracket fell into the character, so that it shows no reading.
        shows: whether the character shows its reading, or another bracket fell into it.
        cost: what speaks against the sign being read so, log10.
        marker: the marker whose character ends the run here.
        swallowed: where the text goes on behind a `?` that swallowed a byte and a sign.
        entity: the character of an HTML entity whose `&` was the sign.
    """

    leads: tuple[Lead, ...]
    following: int | None
    options: tuple[Option, ...]
    tail: str = ""
    cut: bool = False
    shows: bool = False
    cost: float = 0.0
    marker: Marker | None = None
    swallowed: int | None = None
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """One way to pair up the signs of a run.

    Attributes:
        slots: its characters.
        end: one past the last code point that belongs to the run.
    """

    slots: tuple[Slot, ...]
    end: int


class ShiftPaths:
    """The paths of the runs of one page."""

    def __init__(self, page: Page) -> None:
        """Paths on `page`."""
        self._page = page
        self._text = page.text

    def of(self, leads: Sequence[Lead], place: int) -> list[Path]:
        """The paths of a run whose signs begin at `place`, behind one of `leads`.

        Cost: O(length of the run) for each path.
        """
        found: list[Path] = []
        self._follow((), tuple(leads), place, found)
        return found

    def _follow(
        self, slots: tuple[Slot, ...], leads: tuple[Lead, ...], place: int, found: list[Path]
    ) -> None:
        """Add every path that goes on from `slots` at `place`."""
        done = list(slots)
        cut, first = True, place
        slot: Slot
        while leads and place < len(self._text) and place - first < LONGEST_RUN:
            if len(found) >= MOST_PATHS:
                return
            marker = inner_marker_at(self._text, place) if self._text[place] == "?" else None
            if marker is not None:
                self._end_in_marker(tuple(done), leads, marker, found)
                return
            found += self._closing(done, leads, place, cut)
            pair = _pair_of(self._text[place])
            if pair is None:
                return
            slot, place, cut = self._inside(leads, pair[0], place, cut)
            done.append(slot)
            leads = (Lead(pair[1]),)

    def _closing(
        self, done: list[Slot], leads: tuple[Lead, ...], place: int, cut: bool
    ) -> Iterator[Path]:
        """The path that ends with the sign at `place`, if it can."""
        sign, end = self._text[place], place + 1
        if sign == "?":
            entity = entity_name_at(self._text, end)
            end = end if entity is None else self._text.index(";", end) + 1
            slot = Slot(leads, None, (), cut=cut, swallowed=end, entity=entity or "")
        else:
            trail, tail = _last_byte(sign)
            if trail is None:
                return
            cost, shows = 0.0, False
            options = self._plain(leads, trail, tail, cut=cut)
            bracket = None if tail else self._bracket_at(end)
            if bracket is not None:
                shows = any(self._page.sounds(option.text, bracket[0]) for option in options)
                options = self._plain(leads, trail, cut=cut, shows=shows)
                cost = 0.0 if shows else _CONTRADICTION
            slot = Slot(leads, trail, options, tail, cut, shows, cost)
        yield Path((*done, slot), end)

    def _inside(
        self, leads: tuple[Lead, ...], trail: int, place: int, cut: bool
    ) -> tuple[Slot, int, bool]:
        """A sign whose first byte is `trail`: its slot, where the run goes on, if that is cut."""
        end, cost, shows = place + 1, 0.0, False
        bracket = self._bracket_at(end)
        if bracket is not None:
            # The sign is a listed pair of bytes across a border and cuts both characters.
            shows = True
            cost = 0.0 if self._page.sounds(self._text[place], bracket[0]) else _CONTRADICTION
            end = bracket[1]
        options = self._plain(leads, trail, cut=cut, shows=shows)
        return Slot(leads, trail, options, "", cut, shows, cost), end, shows

    def _bracket_at(self, place: int) -> tuple[str, int] | None:
        """The bracketed reading that begins at `place`, if one does."""
        if self._text[place : place + 1] not in _BRACKETS:
            return None
        return bracketed_at(self._text, place)

    def _plain(
        self,
        leads: tuple[Lead, ...],
        trail: int,
        tail: str = "",
        *,
        cut: bool,
        shows: bool = False,
    ) -> tuple[Option, ...]:
        """The characters that end with the byte `trail` behind one of `leads`."""
        options: list[Option] = []
        for lead in leads:
            character = character_of(lead.byte, trail)
            if character is not None:
                cost, out_of_place = self._page.against(character, cut=cut, shows=shows)
                options.append(
                    Option(character + tail, cost + lead.cost, 0, 0, lead.listed, out_of_place)
                )
        return tuple(options)

    def _end_in_marker(
        self, done: tuple[Slot, ...], leads: tuple[Lead, ...], marker: Marker, found: list[Path]
    ) -> None:
        """A listed character was hit in step and brought the run back into step.

        Another marker right behind it takes it out of step again.
        """
        cut = not done
        options = tuple(
            Option(character, cost + lead.cost, 0, 0, lead.listed and listed)
            for lead in leads
            for character, _, listed, cost in self._page.completed(lead.byte, marker.syllable)
        )
        again = inner_marker_at(self._text, marker.end)
        if again is None:
            slot = Slot(leads, None, options, cut=cut, shows=True, marker=marker)
            found.append(Path((*done, slot), marker.end))
            return
        for option in (*options, *self.hidden_before(leads, marker.syllable, cut=cut)):
            slot = Slot(leads, None, (option,), cut=cut, shows=True)
            opened = [
                Lead(byte, listed, cost)
                for _, byte, listed, cost in self._page.completed(
                    trail_of(option.text[-1]), again.syllable
                )
            ]
            self._follow((*done, slot), tuple(opened), again.end, found)

    def hidden_before(self, leads: Sequence[Lead], syllable: str, *, cut: bool) -> list[Option]:
        """Two characters each, of which the second sounds like the `syllable` of a marker.

        The pair of bytes between them lies outside the table and left no trace.
        """
        return [
            Option(
                ending + character,
                cost + against + lead.cost + HIDDEN_COST,
                1,
                0,
                listed and lead.listed,
                strange,
            )
            for character, listed, cost in self._page.sounding(syllable)
            for lead in leads
            for ending in endings_of(lead.byte)
            if (cell_of(character) or (0, 0))[0] in hidden_trails()[trail_of(ending)]
            for against, strange in [self._page.against(ending, cut=cut, shows=False)]
        ]


def _pair_of(sign: str) -> tuple[int, int] | None:
    """The two bytes of a sign that leaves its second one waiting.

    Full-width signs were made half width after the damage was done, so a half-width sign may
    have been a pair.
    """
    cell = cell_of(sign)
    if cell is not None:
        return cell if cell[1] >= LEADS[0] else None
    return (FULL_WIDTH_LEAD, ord(sign) + FULL_WIDTH_SHIFT) if "!" <= sign <= "~" else None


def _last_byte(sign: str) -> tuple[int | None, str]:
    """The byte with which a sign ends a run, and the ASCII letter that it leaves behind."""
    if "@" <= sign <= "~":
        return ord(sign), ""
    if sign == "€":
        return EURO_TRAIL, ""
    cell = cell_of(sign)
    if cell is not None and cell[1] < LEADS[0]:
        return cell[0], chr(cell[1])
    return None, ""
