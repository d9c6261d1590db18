"""Labelled damage: what was done to a clean text, where, and what stood there before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

from reviewer.garble.finding import Kind
from reviewer.text.script import Script
from reviewer.text.span import Span


@dataclass(frozen=True, slots=True)
class Change:
    """A place of the clean text and what is made of it.

    Attributes:
        start, end: the place, in code points of the clean text.
        damaged: what the damaged text has there.
        right: what a perfect repair has there; what stood there, where it is None.
        mark: the part of `damaged` that is wrong; all of it, where it is None.
        reach: how many code points before and behind the mark a finding of the kind may stand,
            where the damage shows only in what is around it.
    """

    start: int
    end: int
    damaged: str
    right: str | None = None
    mark: tuple[int, int] | None = None
    reach: tuple[int, int] = (0, 0)


Planter = Callable[[str, Random], Iterable[Change]]
"""Gives changes of a clean text, in the order in which they are to be tried."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One way in which a text is damaged.

    Attributes:
        name: what the table of figures calls it.
        kind: the kind that a finding should have.
        planter: proposes the places.
        sisters: kinds that name the same damage as well.
        repairable: whether what stood there can be known; if not, nothing may be invented.
        most: how many are planted in one text; None plants all that are proposed.
        scripts: the scripts in which it happens.
    """

    name: str
    kind: Kind
    planter: Planter
    sisters: frozenset[Kind] = frozenset()
    repairable: bool = True
    most: int | None = 2
    scripts: tuple[Script, ...] = (Script.SIMPLIFIED, Script.TRADITIONAL)


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted damage in the damaged text.

    Attributes:
        damage: what it is.
        change: the change that planted it.
        whole: all that the change wrote, in the damaged text.
        marked: the wrong part of it.
    """

    damage: Damage
    change: Change
    whole: Span
    marked: Span

    @property
    def near(self) -> Span:
        """The marked part and what is within reach; never empty, so that it can be met."""
        before, behind = self.change.reach
        widen = 0 if len(self.marked) else 1
        start = max(0, self.marked.start - max(before, widen))
        return Span(start, self.marked.end + max(behind, widen))


@dataclass(frozen=True)
class DamagedText:
    """A text with planted damage.

    Attributes:
        text: the damaged text.
        clean: the text that a perfect repair gives.
        plants: what was planted, in order of place.
        to_clean: where plants end: their end in the damaged text and in the clean one.
    """

    text: str
    clean: str
    plants: tuple[Plant, ...]
    to_clean: tuple[tuple[int, int], ...] = field(repr=False)

    def clean_place(self, place: int, behind: bool = False) -> int | None:
        """The same place in the clean text, or None inside a plant.

        Where something was cut out, its place is before it, or `behind` it.
        """
        shift = 0
        for plant, (end, clean_end) in zip(self.plants, self.to_clean, strict=True):
            cut_out = behind and not len(plant.whole)
            if place < plant.whole.start or (place == plant.whole.start and not cut_out):
                break
            if place < end:
                return None
            shift = clean_end - end
        return place + shift


def changes_that_fit(
    proposed: Iterable[tuple[Damage, Change]], taken: list[tuple[Damage, Change]], gap: int
) -> Iterator[tuple[Damage, Change]]:
    """Those of `proposed` that stay `gap` code points away from all `taken` and each other."""
    for damage, change in proposed:
        if all(
            change.end + gap <= other.start or other.end + gap <= change.start for _, other in taken
        ):
            taken.append((damage, change))
            yield damage, change


def planted(clean: str, done: Iterable[tuple[Damage, Change]]) -> DamagedText:
    """The text after all changes, which must not overlap."""
    text: list[str] = []
    right: list[str] = []
    plants: list[Plant] = []
    to_clean: list[tuple[int, int]] = []
    at = length = clean_length = 0
    for damage, change in sorted(done, key=lambda item: (item[1].start, item[1].end)):
        stood = clean[change.start : change.end] if change.right is None else change.right
        between = clean[at : change.start]
        text += [between, change.damaged]
        right += [between, stood]
        start = length + len(between)
        length = start + len(change.damaged)
        clean_length += len(between) + len(stood)
        from_, to = change.mark or (0, len(change.damaged))
        marked = Span(start + from_, start + to)
        plants.append(Plant(damage, change, Span(start, length), marked))
        to_clean.append((length, clean_length))
        at = change.end
    text.append(clean[at:])
    right.append(clean[at:])
    return DamagedText("".join(text), "".join(right), tuple(plants), tuple(to_clean))
