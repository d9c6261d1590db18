"""The repeats of a library as they stand in the texts now, and how much of a text repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from reviewer.repeats.family import Disagreement, DisagreementCategory, FamilyKind, Passage
from reviewer.review.edits import EditScript
from reviewer.review.reviewed import NO_EDITS, ReviewedDocument
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
    """All families of the library.

    Attributes:
        families: those that are shown.
        dismissed: those of which the editor said that they are none.
    """

    families: tuple[LibraryFamily, ...] = ()
    dismissed: tuple[LibraryFamily, ...] = ()

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

    def repeated_shares(self, lengths: Mapping[DocumentId, int]) -> dict[DocumentId, float]:
        """`repeated_share` of many documents, given with the lengths of their texts, at one go.

        Cost: O(m log m) for m members, however many documents there are.
        """
        copies: defaultdict[DocumentId, list[Span]] = defaultdict(list)
        for family in self.families:
            for member in family.members:
                if not member.representative:
                    copies[member.document].append(member.span)
        return {
            document: covered_length(copies[document]) / length if length else 0.0
            for document, length in lengths.items()
        }


def repeats_now(
    search: RepeatSearch | None,
    reviewed: Callable[[DocumentId], ReviewedDocument],
    present: Container[DocumentId],
    hash_of: Callable[[str], bytes],
    at_rest: Container[DocumentId] = (),
) -> LibraryRepeats:
    """The families of the last search, carried along through the edits made since.

    Args:
        search: the last search.
        reviewed: gives the state of a document.
        present: the documents of the library.
        hash_of: the hash of a text, as the search knows texts.
        at_rest: documents whose texts are as they were searched; they are not opened.

    Members of documents that are gone, that were deleted from their text or that were searched in
    another state of it are left out, and so are families of which one member is left.
    """
    if search is None:
        return LibraryRepeats()
    states = _States(search, reviewed, present, hash_of, at_rest)
    rows: defaultdict[int, list[Disagreement]] = defaultdict(list)
    for row in search.disagreements:
        rows[row.family].append(row)
    families: list[LibraryFamily] = []
    for number, index in enumerate(_in_order(search), 1):
        family = search.families[index]
        members = _members(states, family.passages, family.representative)
        if len(members) < 2:
            continue
        shown = [FactReadings(row.category, _members(states, row.readings)) for row in rows[index]]
        disagreements = tuple(
            now
            for now, then in zip(shown, rows[index], strict=True)
            if (len(now.readings) == len(then.readings) and _rest(now.readings, at_rest))
            or _differ(now.readings, reviewed)
        )
        families.append(
            LibraryFamily(number, family.kind, family.similarity, members, disagreements)
        )
    return LibraryRepeats(tuple(families))


def _rest(readings: Sequence[Member], at_rest: Container[DocumentId]) -> bool:
    """Whether readings still say what they said when they were found to differ."""
    return all(one.document in at_rest for one in readings)


def _differ(readings: Sequence[Member], reviewed: Callable[[DocumentId], ReviewedDocument]) -> bool:
    """Whether readings still say different things; the editor may have settled them."""
    return len({one.span.of(reviewed(one.document).text) for one in readings}) > 1


def _in_order(search: RepeatSearch) -> list[int]:
    """The families by their first passages, however many searches they were found in."""

    def places(index: int) -> list[tuple[DocumentId, Span]]:
        passages = search.families[index].passages
        return sorted((search.documents[passage.document], passage.span) for passage in passages)

    return sorted(range(len(search.families)), key=places)


class _States:
    """The documents of a search whose passages can be followed; none is read before it must be."""

    def __init__(
        self,
        search: RepeatSearch,
        reviewed: Callable[[DocumentId], ReviewedDocument],
        present: Container[DocumentId],
        hash_of: Callable[[str], bytes],
        at_rest: Container[DocumentId],
    ) -> None:
        self._search = search
        self._reviewed = reviewed
        self._present = present
        self._hash_of = hash_of
        self._at_rest = at_rest
        self._known: dict[int, _Followed | None] = {}

    def __getitem__(self, index: int) -> _Followed | None:
        """The document, if it is known how the text that was searched became what it is now."""
        if index not in self._known:
            self._known[index] = self._found(index)
        return self._known[index]

    def _found(self, index: int) -> _Followed | None:
        number = self._search.documents[index]
        if number not in self._present:
            return None
        if number in self._at_rest:
            return _Followed(number, NO_EDITS)
        return self._followed(index, self._reviewed(number))

    def _followed(self, index: int, state: ReviewedDocument) -> _Followed | None:
        for text, since in state.followed:
            if self._search.hashes[index] == self._hash_of(text):
                return _Followed(state.number, since)
        return None


@dataclass(frozen=True, slots=True)
class _Followed:
    """A document with the edits that were made since it was searched."""

    number: DocumentId
    since: EditScript


def _members(
    states: _States,
    passages: Sequence[Passage],
    representative: int | None = None,
) -> tuple[Member, ...]:
    """The passages that are still there, in the texts as they are now."""
    members: list[Member] = []
    for place, passage in enumerate(passages):
        followed = states[passage.document]
        if followed is None:
            continue
        span = followed.since.map_span(passage.span)
        if len(span):
            members.append(Member(followed.number, span, place == representative))
    return tuple(sorted(members, key=lambda member: (member.document, member.span)))
