"""Families of passages that are copies of each other, and the places where copies disagree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reviewer.text.span import Span


class FamilyKind(Enum):
    """How the members of a family resemble each other. The values are part of the JSON contract."""

    EXACT = "exact"
    NEAR = "near"
    REORDERED = "reordered"
    DOCUMENT = "document"
    PERIODIC = "periodic"


class DisagreementCategory(Enum):
    """What sort of fact copies differ in. The values are part of the JSON contract."""

    NUMBER = "number"
    YEAR = "year"
    DATE = "date"
    NAME = "name"
    PLACE = "place"
    MASK = "mask"
    NEGATION = "negation"
    WORDING = "wording"


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A span that repeats.

    Attributes:
        document: the place of the document in the list that was searched, from 0.
        span: where it stands, in code points of that document's text.
    """

    document: int
    span: Span


@dataclass(frozen=True, slots=True)
class Family:
    """All passages that are copies of each other.

    Attributes:
        kind: how they resemble each other.
        similarity: of the least similar member to the representative, from 0 to 1.
        passages: the members, sorted by document and start; at least two. A row of a short unit
            has two: the first unit, which represents it, and all that follow.
        representative: the index in `passages` of the member the others are compared with.
    """

    kind: FamilyKind
    similarity: float
    passages: tuple[Passage, ...]
    representative: int = 0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A place where the copies of one family differ in fact.

    Attributes:
        family: the index of the family in the list that it was found in, from 0.
        category: what sort of fact it is.
        readings: the differing places, one for each member that has the place.
    """

    family: int
    category: DisagreementCategory
    readings: tuple[Passage, ...]
