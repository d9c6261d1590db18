"""Which documents and which known families new documents bear upon: those alone are looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from reviewer.repeats.family import Disagreement, Family, Passage
from reviewer.repeats.fingerprints import RUN_LETTERS, Fingerprints, places_of
from reviewer.review.steps import DocumentId
from reviewer.store.repeats import RepeatSearch
from reviewer.text.canonical import canonical_text
from reviewer.text.span import Span, merge_spans
from reviewer.workflow.merging import Earlier, KnownFamily

MOST_DOCUMENTS_MORE = 24
"""A known family is looked for anew if this takes no more documents; a larger one stays, and new
copies join it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may have copies of what is new.

    Attributes:
        document: which one.
        text: its text as it is now and as it was searched.
        asked: the fingerprints of the new documents that share some with it.
    """

    document: DocumentId
    text: str
    asked: Fingerprints

    def shared_spans(self) -> list[Span]:
        """Where it has the letters of the new documents, sorted and disjoint."""
        stream = canonical_text(self.text)
        return merge_spans(
            stream.offsets.to_text(place, place + RUN_LETTERS)
            for place in places_of(stream, self.asked).tolist()
        )


@dataclass(frozen=True, slots=True)
class Affected:
    """What is searched.

    Attributes:
        searched: the documents, rising.
        earlier: what is known of them.
    """

    searched: tuple[DocumentId, ...]
    earlier: Earlier


class _Families:
    """The families of the last search, by the numbers of their documents."""

    def __init__(self, search: RepeatSearch, settled: Collection[DocumentId]) -> None:
        self.search = search
        self.settled = settled
        self.of: defaultdict[DocumentId, list[int]] = defaultdict(list)
        for at, family in enumerate(search.families):
            for document in self.documents(family.passages):
                self.of[document].append(at)
        self.disagreements: defaultdict[int, list[Disagreement]] = defaultdict(list)
        for row in search.disagreements:
            self.disagreements[row.family].append(row)

    def documents(self, passages: Iterable[Passage]) -> set[DocumentId]:
        """The documents of some passages."""
        return {self.search.documents[passage.document] for passage in passages}

    def left(self, passages: Iterable[Passage]) -> list[Passage]:
        """The passages in documents that are as they were."""
        return [
            passage
            for passage in passages
            if self.search.documents[passage.document] in self.settled
        ]

    def overlapping(self, document: DocumentId, spans: Sequence[Span]) -> list[int]:
        """The families with a passage in a document that overlaps one of some spans."""
        return [
            at
            for at in self.of[document]
            if any(
                span.overlaps(passage.span)
                for passage in self.search.families[at].passages
                if self.search.documents[passage.document] == document
                for span in spans
            )
        ]


def affected(
    search: RepeatSearch,
    piece: Sequence[DocumentId],
    gone: Sequence[DocumentId],
    candidates: Sequence[Candidate],
    settled: Collection[DocumentId],
) -> Affected:
    """What has to be searched for the documents of `piece`, and what is known of that.

    Args:
        search: the last search.
        piece: documents that are new or changed.
        gone: documents that were searched and are no longer in the library.
        candidates: documents that may have copies of `piece`.
        settled: the documents of the library that are as they were in that search.
    """
    families = _Families(search, settled)
    lost = {at for number in (*piece, *gone) for at in families.of[number]}
    touched = dict.fromkeys(sorted(lost))
    for candidate in candidates:
        if not families.of.get(candidate.document):
            continue
        touched.update(
            dict.fromkeys(families.overlapping(candidate.document, candidate.shared_spans()))
        )
    searched = {*piece, *(candidate.document for candidate in candidates)}
    dissolved: set[int] = set()
    for at in touched:
        left = families.documents(families.left(search.families[at].passages))
        if len(left - searched) <= MOST_DOCUMENTS_MORE:
            dissolved.add(at)
            searched |= left
    numbers = tuple(sorted(searched))
    standing = {at for number in numbers for at in families.of[number]} | lost
    return Affected(
        numbers, _earlier(families, numbers, piece, lost, (dissolved, standing - dissolved))
    )


def _earlier(
    families: _Families,
    searched: Sequence[DocumentId],
    piece: Sequence[DocumentId],
    lost: Collection[int],
    groups: tuple[Iterable[int], Iterable[int]],
) -> Earlier:
    """What is known, given the places of the families that are dissolved and of those that stay."""
    index = {number: place for place, number in enumerate(searched)}
    others: list[DocumentId] = []

    def place(passage: Passage) -> Passage:
        number = families.search.documents[passage.document]
        if number not in index:
            index[number] = len(index)
            others.append(number)
        return Passage(index[number], passage.span)

    dissolved, standing = (
        tuple(_known(families, at, place, at in lost) for at in sorted(group)) for group in groups
    )
    changed = frozenset(index[number] for number in piece)
    return Earlier(tuple(others), changed, dissolved, standing)


def _known(
    families: _Families, at: int, place: Callable[[Passage], Passage], lost: bool
) -> KnownFamily:
    """A family with what is left of it, its passages counted by `place`."""
    family = families.search.families[at]
    left = families.left(family.passages)
    original = family.passages[family.representative]
    if original not in left:
        original = max(left, key=lambda passage: len(passage.span), default=original)
    passages = sorted(place(passage) for passage in left)
    representative = passages.index(place(original)) if original in left else 0
    disagreements = [
        replace(row, readings=tuple(place(one) for one in families.left(row.readings)))
        for row in families.disagreements[at]
    ]
    return KnownFamily(
        families.search.numbers[at],
        Family(family.kind, family.similarity, tuple(passages), representative),
        tuple(row for row in disagreements if len(row.readings) > 1),
        lost,
    )
