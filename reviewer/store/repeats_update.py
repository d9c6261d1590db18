"""The newest search for repeats brought up to date, without searching the whole library again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.repeats.family import Disagreement, Family
from reviewer.review.steps import DocumentId
from reviewer.store.connection import StoreConnection, now
from reviewer.store.documents import expect_document
from reviewer.store.repeats import (
    expect_indexes,
    keep_disagreements,
    keep_families,
    keep_searched,
)


@dataclass(frozen=True, slots=True)
class RepeatsUpdate:
    """What a search of a part of the library changes in the newest search.

    Attributes:
        searched: the documents that are new or changed, with the texts that were searched.
        gone: documents that were searched before and are no longer in the library.
        replaced: the numbers of families that fall away, because `families` say it better. Those
            with a passage in a document that is changed or gone fall away in any case.
        among: documents; `Passage.document` is an index of this list.
        families: what was found instead, and what is new.
        disagreements: where the members of `families` differ.
    """

    searched: tuple[tuple[DocumentId, str], ...]
    gone: tuple[DocumentId, ...]
    replaced: frozenset[int]
    among: tuple[DocumentId, ...]
    families: tuple[Family, ...]
    disagreements: tuple[Disagreement, ...]


def update_repeats(connection: StoreConnection, update: RepeatsUpdate) -> None:
    """Bring the newest search up to date; where there was none, this is the first.

    Raises:
        UnknownDocument: there is no such document.
        StoreRuleBroken: a passage lies in a document that was never searched.
        ValueError: a passage or a disagreement points at nothing.
    """
    for document, _ in update.searched:
        expect_document(connection, document)
    expect_indexes(len(update.among), update.families, update.disagreements)
    with connection.writing():
        search = _newest_search(connection)
        other = [*update.gone, *(document for document, _ in update.searched)]
        _forget_families(connection, search, update.replaced, other)
        connection.execute_many(
            "DELETE FROM searched WHERE search = ? AND document = ?",
            ((search, document) for document in other),
        )
        _keep_searched(connection, search, update.searched)
        numbers = keep_families(connection, search, update.among, update.families)
        keep_disagreements(connection, search, update.among, numbers, update.disagreements)


def _newest_search(connection: StoreConnection) -> int:
    newest = connection.row("SELECT max(id) FROM repeat_search")
    if newest is None or newest[0] is None:
        return connection.insert("repeat_search", {"made_at": now()})
    return newest[0]


def _forget_families(
    connection: StoreConnection,
    search: int,
    numbers: Iterable[int],
    documents: Iterable[DocumentId],
) -> None:
    connection.execute_many(
        "DELETE FROM family WHERE search = ? AND ordinal = ?",
        ((search, number) for number in numbers),
    )
    connection.execute_many(
        "DELETE FROM family WHERE search = ? AND ordinal IN"
        " (SELECT family FROM passage WHERE search = ? AND document = ?)",
        ((search, search, document) for document in documents),
    )


def _keep_searched(
    connection: StoreConnection, search: int, searched: Sequence[tuple[DocumentId, str]]
) -> None:
    last = connection.row("SELECT max(position) FROM searched WHERE search = ?", (search,))
    first = 0 if last is None or last[0] is None else last[0] + 1
    keep_searched(connection, search, first, searched)


def searched_states(connection: StoreConnection) -> frozenset[tuple[DocumentId, int]]:
    """The states of documents that were both analysed and searched for repeats.

    Returns:
        Pairs of a document and the number of the step after which its text was as it was searched;
        0 for the text as it was loaded. No text is read.
    """
    rows = connection.rows(
        "SELECT searched.document, analysis.after_step FROM searched"
        " JOIN analysis ON analysis.document = searched.document"
        " JOIN version AS analysed ON analysed.id = analysis.version"
        " JOIN blob AS found_in ON found_in.id = analysed.blob"
        " JOIN version AS looked_at ON looked_at.id = searched.version"
        " JOIN blob AS looked_through ON looked_through.id = looked_at.blob"
        " WHERE search = (SELECT max(id) FROM repeat_search)"
        " AND found_in.sha256 = coalesce(searched.text_sha256, looked_through.sha256)"
        " AND partial = 0 AND analysis.id NOT IN (SELECT analysis FROM unfinished)"
    )
    return frozenset((document, step) for document, step in rows)
