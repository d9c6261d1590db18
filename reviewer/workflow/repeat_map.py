"""What the map of repeats shows: how much documents share, and which places of one are copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.repeats.family import Family, Passage
from reviewer.repeats.figures import DocumentFigures, figures_of
from reviewer.review.steps import DocumentId
from reviewer.workflow.library_repeats import LibraryFamily, LibraryRepeats, Member


@dataclass(frozen=True, slots=True)
class SharedText:
    """How much of one document stands in another, or once more in itself.

    Attributes:
        document: the one.
        other: the other, or the same.
        characters: how many code points of the one.
        share: the same as a share of the one, from 0 to 1.
    """

    document: DocumentId
    other: DocumentId
    characters: int
    share: float


class SharedTexts:
    """The matrix of the library: documents by documents."""

    def __init__(self, repeats: LibraryRepeats, lengths: Mapping[DocumentId, int]) -> None:
        """Sum up the families.

        Args:
            repeats: the repeats of the library.
            lengths: of each document in code points, in the order of the library.

        Cost: that of `figures_of`.
        """
        self.documents: Sequence[DocumentId] = tuple(lengths)
        self._place = {number: at for at, number in enumerate(self.documents)}
        families = [_family(family, self._place) for family in repeats.families]
        found = [family for family in families if len(family.passages) > 1]
        self._figures = figures_of(list(lengths.values()), found).documents

    def figures(self, document: DocumentId) -> DocumentFigures:
        """The figures of one document; others are named there by their place in `documents`."""
        return self._figures[self._place[document]]

    def shared(self, document: DocumentId, other: DocumentId) -> SharedText:
        """How much of `document` stands in `other`; of a document itself, what it repeats."""
        figures = self.figures(document)
        characters = figures.shared.get(self._place[other], 0)
        share = characters / figures.characters if figures.characters else 0.0
        return SharedText(document, other, characters, min(1.0, share))

    def all(self) -> list[SharedText]:
        """Every pair that shares something, both ways, the largest shares first."""
        rows = [
            self.shared(self.documents[at], self.documents[other])
            for at, figures in enumerate(self._figures)
            for other in figures.shared
        ]
        return sorted(rows, key=lambda row: (-row.share, row.document, row.other))


def _family(family: LibraryFamily, place: Mapping[DocumentId, int]) -> Family:
    members = [member for member in family.members if member.document in place]
    passages = tuple(Passage(place[member.document], member.span) for member in members)
    representative = next((at for at, one in enumerate(members) if one.representative), 0)
    return Family(family.kind, family.similarity, passages, representative)


@dataclass(frozen=True, slots=True)
class Arc:
    """Two places of one document that are copies of each other, next to each other in it."""

    family: LibraryFamily
    first: Member
    second: Member

    @property
    def weight(self) -> int:
        """Code points of the shorter one."""
        return min(len(self.first.span), len(self.second.span))


def arcs_of(repeats: LibraryRepeats, document: DocumentId) -> list[Arc]:
    """The arcs of a document, the longest passages first: each copy with the next one."""
    arcs: list[Arc] = []
    for family in repeats.families:
        own = sorted(
            (member for member in family.members if member.document == document),
            key=lambda member: member.span,
        )
        arcs += [Arc(family, one, other) for one, other in pairwise(own)]
    return sorted(arcs, key=lambda arc: (-arc.weight, arc.first.span))


def shared_elsewhere(
    repeats: LibraryRepeats, document: DocumentId
) -> list[tuple[LibraryFamily, Member]]:
    """The passages of a document that other documents have too, sorted by start."""
    return [
        (family, member)
        for family, member in repeats.members_in(document)
        if any(other.document != document for other in family.members)
    ]
