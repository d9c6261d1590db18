"""The newest search for repeats over the library: families, passages and disagreements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.repeats.family import (
    Disagreement,
    DisagreementCategory,
    Family,
    FamilyKind,
    Passage,
)
from reviewer.review.steps import DocumentId
from reviewer.store.connection import StoreConnection, now
from reviewer.store.documents import expect_document
from reviewer.store.texts import text_hash
from reviewer.text.span import Span


@dataclass(frozen=True, slots=True)
class RepeatSearch:
    """What a search for repeats found.

    Attributes:
        documents: what was searched; `Passage.document` is an index of this list.
        hashes: SHA-256 of each text as it was searched, 32 bytes.
        families: the families, their spans in code points of the texts as they were searched.
        disagreements: where the members of a family differ.
        numbers: by which number the store knows each family, rising.
    """

    documents: tuple[DocumentId, ...]
    hashes: tuple[bytes, ...]
    families: tuple[Family, ...]
    disagreements: tuple[Disagreement, ...]
    numbers: tuple[int, ...]


def save_repeats(
    connection: StoreConnection,
    searched: Sequence[tuple[DocumentId, str]],
    families: Sequence[Family],
    disagreements: Sequence[Disagreement],
) -> None:
    """Keep a search for repeats in the place of the last one.

    Args:
        connection: the store.
        searched: every document that was searched, once, with the text that was searched.
        families: what was found; passages count documents by their place in `searched`.
        disagreements: where the members of a family differ.

    Raises:
        UnknownDocument: there is no such document.
        ValueError: a passage or a disagreement points at nothing.
    """
    ids = [document for document, _ in searched]
    for document in ids:
        expect_document(connection, document)
    expect_indexes(len(ids), families, disagreements)
    with connection.writing():
        connection.execute("DELETE FROM repeat_search")
        search = connection.insert("repeat_search", {"made_at": now()})
        keep_searched(connection, search, 0, searched)
        numbers = keep_families(connection, search, ids, families)
        keep_disagreements(connection, search, ids, numbers, disagreements)


def keep_searched(
    connection: StoreConnection,
    search: int,
    first: int,
    searched: Sequence[tuple[DocumentId, str]],
) -> None:
    """Note, inside a transaction, which texts were searched, from position `first` on.

    The texts themselves are not kept: the documents have them, or had them when they were searched.
    """
    connection.execute_many(
        "INSERT INTO searched (search, position, document, version, text_sha256)"
        " SELECT ?, ?, document, id, ? FROM version WHERE document = ? AND seq = 0",
        [
            (search, position, text_hash(text), document)
            for position, (document, text) in enumerate(searched, first)
        ],
    )


def expect_indexes(
    documents: int, families: Sequence[Family], disagreements: Sequence[Disagreement]
) -> None:
    """Make sure that passages lie in one of so many documents, and disagreements in a family.

    Raises:
        ValueError: one of them points at nothing.
    """
    passages = [passage for family in families for passage in family.passages]
    passages += [reading for each in disagreements for reading in each.readings]
    if not all(0 <= passage.document < documents for passage in passages):
        raise ValueError(f"a passage lies outside the {documents} documents that were searched")
    if not all(0 <= family.representative < len(family.passages) for family in families):
        raise ValueError("a family has no such representative")
    if not all(0 <= each.family < len(families) for each in disagreements):
        raise ValueError(f"a disagreement lies outside the {len(families)} families")


def keep_families(
    connection: StoreConnection,
    search: int,
    ids: Sequence[DocumentId],
    families: Sequence[Family],
) -> range:
    """Add families to a search, inside a transaction; the numbers that they get."""
    numbers = _next_numbers(connection, "family", search, len(families))
    connection.execute_many(
        "INSERT INTO family (search, ordinal, kind, similarity, representative)"
        " VALUES (?, ?, ?, ?, ?)",
        (
            (search, ordinal, family.kind.value, family.similarity, family.representative)
            for ordinal, family in zip(numbers, families, strict=True)
        ),
    )
    connection.execute_many(
        "INSERT INTO passage (search, family, ordinal, document, start, stop)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            (search, owner, *place)
            for owner, family in zip(numbers, families, strict=True)
            for place in _places(ids, family.passages)
        ),
    )
    return numbers


def _next_numbers(connection: StoreConnection, table: str, search: int, count: int) -> range:
    newest = connection.row(f"SELECT max(ordinal) FROM {table} WHERE search = ?", (search,))
    first = 0 if newest is None or newest[0] is None else newest[0] + 1
    return range(first, first + count)


def keep_disagreements(
    connection: StoreConnection,
    search: int,
    ids: Sequence[DocumentId],
    families: Sequence[int],
    disagreements: Sequence[Disagreement],
) -> None:
    """Add disagreements to a search, inside a transaction, given the numbers of the families."""
    numbers = _next_numbers(connection, "disagreement", search, len(disagreements))
    connection.execute_many(
        "INSERT INTO disagreement (search, ordinal, family, category) VALUES (?, ?, ?, ?)",
        (
            (search, ordinal, families[each.family], each.category.value)
            for ordinal, each in zip(numbers, disagreements, strict=True)
        ),
    )
    connection.execute_many(
        "INSERT INTO reading (search, disagreement, ordinal, document, start, stop)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            (search, owner, *place)
            for owner, each in zip(numbers, disagreements, strict=True)
            for place in _places(ids, each.readings)
        ),
    )


def _places(
    ids: Sequence[DocumentId], passages: Iterable[Passage]
) -> Iterable[tuple[int, DocumentId, int, int]]:
    for ordinal, passage in enumerate(passages):
        yield ordinal, ids[passage.document], passage.span.start, passage.span.end


def repeats(connection: StoreConnection) -> RepeatSearch | None:
    """The newest search for repeats, or None where there was none. No text is read.

    Raises:
        StoreTooNew: a kind or category that this program does not know.
        StoreDamaged: a row makes no sense.
    """
    newest = connection.row("SELECT max(id) FROM repeat_search")
    if newest is None or newest[0] is None:
        return None
    search = newest[0]
    searched = connection.rows(
        "SELECT searched.document, coalesce(text_sha256, blob.sha256) FROM searched"
        " JOIN version ON version.id = searched.version JOIN blob ON blob.id = version.blob"
        " WHERE search = ? ORDER BY position",
        (search,),
    )
    index = {document: position for position, (document, _) in enumerate(searched)}
    with connection.decoding("repeats"):
        families = _families(connection, search, index)
        places = {number: place for place, number in enumerate(families)}
        return RepeatSearch(
            documents=tuple(document for document, _ in searched),
            hashes=tuple(digest for _, digest in searched),
            families=tuple(families.values()),
            disagreements=_disagreements(connection, search, index, places),
            numbers=tuple(families),
        )


def _families(
    connection: StoreConnection, search: int, index: dict[DocumentId, int]
) -> dict[int, Family]:
    """The families by their numbers."""
    members = _passages(
        connection,
        index,
        "SELECT family, document, start, stop FROM passage"
        " WHERE search = ? ORDER BY family, ordinal",
        search,
    )
    rows = connection.rows(
        "SELECT ordinal, kind, similarity, representative FROM family"
        " WHERE search = ? ORDER BY ordinal",
        (search,),
    )
    return {
        ordinal: Family(
            connection.meaning(FamilyKind, kind),
            similarity,
            tuple(members[ordinal]),
            representative,
        )
        for ordinal, kind, similarity, representative in rows
    }


def _disagreements(
    connection: StoreConnection,
    search: int,
    index: dict[DocumentId, int],
    places: dict[int, int],
) -> tuple[Disagreement, ...]:
    readings = _passages(
        connection,
        index,
        "SELECT disagreement, document, start, stop FROM reading"
        " WHERE search = ? ORDER BY disagreement, ordinal",
        search,
    )
    rows = connection.rows(
        "SELECT ordinal, family, category FROM disagreement WHERE search = ? ORDER BY ordinal",
        (search,),
    )
    return tuple(
        Disagreement(
            places[family],
            connection.meaning(DisagreementCategory, category),
            tuple(readings[ordinal]),
        )
        for ordinal, family, category in rows
    )


def _passages(
    connection: StoreConnection, index: dict[DocumentId, int], sql: str, search: int
) -> defaultdict[int, list[Passage]]:
    """Passages by what they belong to."""
    found: defaultdict[int, list[Passage]] = defaultdict(list)
    for owner, document, start, stop in connection.rows(sql, (search,)):
        found[owner].append(Passage(index[document], Span(start, stop)))
    return found
