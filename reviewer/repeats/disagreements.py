"""Lists the places where copies of a passage contradict each other in fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from reviewer.repeats.facts import Sort
from reviewer.repeats.family import (
    Disagreement,
    DisagreementCategory,
    Family,
    Passage,
)
from reviewer.repeats.names import LettersPair, differing_names, is_name
from reviewer.repeats.negations import differing_negation, is_denial
from reviewer.repeats.places import differing_places, is_place
from reviewer.repeats.settings import RepeatSettings
from reviewer.repeats.side_by_side import Copy, Letters, SideBySide
from reviewer.text.canonical import WILDCARD
from reviewer.text.progress import Progress, no_progress
from reviewer.text.span import Span

_LONGEST_WORD = 6
"""The most letters that a mask is taken to stand for."""

_SLACK = 0.02
"""A copy that falls short of its family's similarity by more was compared in the wrong order."""


class _Meaning(Enum):
    """What sort of place in the representative is compared."""

    FIGURE = "figure"
    NAME = "name"
    PLACE = "place"
    NEGATION = "negation"
    WORD = "word"


class _Words(NamedTuple):
    """How words that copies differ in are told.

    Attributes:
        category: what the difference is called.
        find: finds them where two copies part.
        fits: whether the reading of another copy can be held against the representative's.
    """

    category: DisagreementCategory
    find: Callable[[str, str, LettersPair], LettersPair | None]
    fits: Callable[[str, str], bool]


def _other_is_name(_own: str, other: str) -> bool:
    return is_name(other)


def _other_is_place(_own: str, other: str) -> bool:
    return is_place(other)


_WORDS = {
    _Meaning.NAME: _Words(DisagreementCategory.NAME, differing_names, _other_is_name),
    _Meaning.PLACE: _Words(DisagreementCategory.PLACE, differing_places, _other_is_place),
    _Meaning.NEGATION: _Words(DisagreementCategory.NEGATION, differing_negation, is_denial),
}


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    """A place in the representative: a range of its letters, and which figure of those there."""

    letters: Letters
    number: int


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one copy has at a place; the value is None where it is masked."""

    span: Span
    sort: Sort | None
    value: Decimal | str | None


def _reading(copy: Copy, letters: Letters, number: int, count: int) -> _Reading | None:
    """What a copy has in a range of letters: a figure, a word, or nothing that can be compared."""
    facts = copy.facts.get(letters)
    if facts is not None:
        if len(facts) != count:
            return None
        fact = facts[number]
        return _Reading(fact.span, fact.sort, fact.value)
    word = copy.letters[slice(*letters)]
    if len(word) > _LONGEST_WORD or chr(WILDCARD) in word or word.isascii():
        return None
    return _Reading(copy.span(letters), None, word)


def _category(meaning: _Meaning, readings: Sequence[_Reading]) -> DisagreementCategory | None:
    """What sort of fact the readings of one place differ in, or None where they agree."""
    values = {reading.value for reading in readings if reading.value is not None}
    masked = any(reading.value is None for reading in readings)
    if len(values) < 2:
        return DisagreementCategory.MASK if masked and values else None
    if meaning in _WORDS:
        return _WORDS[meaning].category
    if any(isinstance(value, str) for value in values):
        return DisagreementCategory.MASK if masked else None
    sorts = {reading.sort for reading in readings}
    if Sort.YEAR in sorts:
        return DisagreementCategory.YEAR
    dates = Sort.DATE in sorts and Sort.NUMBER not in sorts
    return DisagreementCategory.DATE if dates else DisagreementCategory.NUMBER


def _fits(own: _Reading, other: _Reading, meaning: _Meaning) -> bool:
    """Whether another copy's reading can be held against the representative's."""
    if other.value is None or other.value == own.value:
        return True
    if meaning in _WORDS:
        words = isinstance(own.value, str) and isinstance(other.value, str)
        return words and _WORDS[meaning].fits(str(own.value), str(other.value))
    if meaning is _Meaning.WORD:
        return False
    return own.value is None or isinstance(other.value, Decimal)


class _Comparison:
    """All copies of one family, compared with the representative."""

    def __init__(self, texts: Sequence[str], family: Family, settings: RepeatSettings) -> None:
        self._settings = settings
        self._family = family
        spoken = [passage.span.of(texts[passage.document]) for passage in family.passages]
        self._centre = Copy(spoken[family.representative])
        self._sides: list[SideBySide] = []
        self._members: list[list[int]] = []
        alike: defaultdict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(spoken):
            if number != family.representative:
                alike[text].append(number)
        for text, numbers in alike.items():
            side = self._beside(Copy(text))
            if side.similarity >= settings.fact_similarity:
                self._sides.append(side)
                self._members.append(numbers)

    def _beside(self, copy: Copy) -> SideBySide:
        """A copy laid beside the representative, piece by piece where its order is another."""
        side = SideBySide(self._centre, copy, self._settings)
        if side.similarity >= self._family.similarity - _SLACK:
            return side
        moved = SideBySide(self._centre, copy, self._settings, ordered=False)
        return max(side, moved, key=lambda one: one.similarity)

    def _words(self) -> Iterator[tuple[_Place, _Meaning]]:
        """Places where one copy has another name, denies, or masks a word of the representative."""
        for side in self._sides:
            for gap in side.gaps():
                for meaning, words in _WORDS.items():
                    found = words.find(side.left.letters, side.right.letters, gap)
                    if found is not None:
                        yield _Place(found.left, 0), meaning
                        break
            for letters, facts in side.right.facts.items():
                masked = len(facts) == 1 and facts[0].sort is Sort.MASK
                place = side.counterpart_in_left(letters) if masked else None
                if place is not None and place not in side.left.facts:
                    yield _Place(place, 0), _Meaning.WORD

    def _places(self) -> dict[_Place, _Meaning]:
        """Every place of the representative that is worth comparing."""
        places = {
            _Place(letters, number): _Meaning.FIGURE
            for letters, facts in self._centre.facts.items()
            for number in range(len(facts))
        }
        for place, meaning in self._words():
            if places.get(place) not in _WORDS:
                places[place] = meaning
        return places

    def _readings(self, place: _Place, meaning: _Meaning) -> dict[int, _Reading]:
        """What every copy has at a place, by its number in the family, as far as it has it."""
        count = len(self._centre.facts.get(place.letters, (None,)))
        own = _reading(self._centre, place.letters, place.number, count)
        if own is None:
            return {}
        readings = {self._family.representative: own}
        for side, numbers in zip(self._sides, self._members, strict=True):
            letters = side.counterpart(place.letters)
            other = _reading(side.right, letters, place.number, count) if letters else None
            if other is not None and _fits(own, other, meaning):
                readings.update(dict.fromkeys(numbers, other))
        return readings

    def disagreements(self, number: int) -> Iterator[Disagreement]:
        """The places of this family, the `number`th, at which its copies differ in fact."""
        for place, meaning in sorted(self._places().items(), key=lambda item: item[0]):
            readings = self._readings(place, meaning)
            category = _category(meaning, list(readings.values()))
            if category is None:
                continue
            found: list[Passage] = []
            for member, reading in readings.items():
                passage = self._family.passages[member]
                span = reading.span.shifted(passage.span.start)
                found.append(Passage(passage.document, span))
            yield Disagreement(number, category, tuple(sorted(found)))


def find_disagreements(
    texts: Sequence[str],
    families: Sequence[Family],
    progress: Progress = no_progress,
    settings: RepeatSettings | None = None,
) -> tuple[Disagreement, ...]:
    """Every place at which the copies of a family state different facts.

    Args:
        texts: the texts that the passages of `families` are spans of.
        families: what `find_families` found in them.
        progress: told between families.
        settings: thresholds.

    Returns:
        One disagreement for each place, with the readings of all copies that have the place, also
        of those that agree with each other; by family, then by place in its representative.
        Figures are compared by value, so 三十五 and 35, 1,636 and 1636 agree. Wording is not
        compared. Copies that are alike only in part are left out: their facts differ by right.

    Raises:
        Cancelled: from `progress`.

    Cost: one alignment for each copy that differs from the representative.
    """
    settings = settings or RepeatSettings()
    found: list[Disagreement] = []
    for number, family in enumerate(families):
        progress("disagreements", number, len(families))
        found.extend(_Comparison(texts, family, settings).disagreements(number))
    return tuple(found)
