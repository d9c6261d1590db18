"""The repeats of a library as they stand in the texts now, and how much of a text repeats."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from reviewer.repeats.family import DisagreementCategory, FamilyKind, Passage
from reviewer.review.reviewed import ReviewedDocument
from reviewer.review.steps import DocumentId
from reviewer.store.repeats import RepeatSearch
from reviewer.text.span import Span, covered_length


@dataclass(frozen=True, slots=True)
class Member:
    """One passage of a family in the library.

    Attributes:
        document: where it stands.
        span: its place in that document's text as it is now.
        representative: whether the others are compared with this one.
    """

    document: DocumentId
    span: Span
    representative: bool


@dataclass(frozen=True, slots=True)
class FactReadings:
    """A place where the copies of a family differ in fact, with all that is said there."""

    category: DisagreementCategory
    readings: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class LibraryFamily:
    """A family of the library.

    Attributes:
        number: from 1, the same in the whole program until the next search.
        kind: how the members resemble each other.
        similarity: of the least similar member to the representative, from 0 to 1.
        members: the passages that are still there.
        disagreements: where they differ in fact.
    """

    number: int
    kind: FamilyKind
    similarity: float
    members: tuple[Member, ...]
    disagreements: tuple[FactReadings, ...]


@dataclass(frozen=True, slots=True)
class LibraryRepeats:
    """All families of the library."""

    families: tuple[LibraryFamily, ...] = ()

    def members_in(self, document: DocumentId) -> list[tuple[LibraryFamily, Member]]:
        """The passages that stand in one document, sorted by start."""
        found = [
            (family, member)
            for family in self.families
            for member in family.members
            if member.document == document
        ]
        return sorted(found, key=lambda item: item[1].span)

    def repeated_share(self, document: DocumentId, length: int) -> float:
        """Which share of a text of `length` code points is a copy of a passage elsewhere.

        Of every family the representative counts as the original and all others as copies.
        """
        copies = [
            member.span for _, member in self.members_in(document) if not member.representative
        ]
        return covered_length(copies) / length if length else 0.0


def repeats_now(
    search: RepeatSearch | None,
    reviewed: Callable[[DocumentId], ReviewedDocument],
    present: Container[DocumentId],
) -> LibraryRepeats:
    """The families of the last search, carried along through the edits made since.

    Members of documents that are gone, that were deleted from their text or that were searched in
    another state of it are left out, and so are families of which one member is left.
    """
    if search is None:
        return LibraryRepeats()
    states = [
        _usable(search, index, reviewed(number)) if number in present else None
        for index, number in enumerate(search.documents)
    ]
    families: list[LibraryFamily] = []
    for index, family in enumerate(search.families):
        members = _members(states, family.passages, family.representative)
        if len(members) < 2:
            continue
        rows = [row for row in search.disagreements if row.family == index]
        shown = [FactReadings(row.category, _members(states, row.readings)) for row in rows]
        disagreements = tuple(row for row in shown if len(row.readings) > 1)
        families.append(
            LibraryFamily(index + 1, family.kind, family.similarity, members, disagreements)
        )
    return LibraryRepeats(tuple(families))


def _usable(search: RepeatSearch, index: int, state: ReviewedDocument) -> ReviewedDocument | None:
    """The document if it is known how the text that was searched became the text as it is now."""
    text = state.analysed_text
    return state if text is not None and search.fits(index, text) else None


def _members(
    states: Sequence[ReviewedDocument | None],
    passages: Sequence[Passage],
    representative: int | None = None,
) -> tuple[Member, ...]:
    """The passages that are still there, in the texts as they are now."""
    members: list[Member] = []
    for place, passage in enumerate(passages):
        state = states[passage.document]
        if state is None:
            continue
        span = state.current_span(passage.span)
        if len(span):
            members.append(Member(state.number, span, place == representative))
    return tuple(members)
