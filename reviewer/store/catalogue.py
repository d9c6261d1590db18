"""The catalogue: status, batches, tags and figures of documents, apart from their texts.

Nothing here is a step: it is kept when it is said, and the newest word counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from reviewer.review.status import Status
from reviewer.review.steps import DocumentId
from reviewer.review.summary import Summary
from reviewer.store import summaries
from reviewer.store.connection import StoreConnection, now
from reviewer.store.documents import expect_document
from reviewer.store.summaries import SummaryState

BatchId = int
"""The number of a batch in the store."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One opening of files and folders.

    Attributes:
        id: its number for life.
        name: for people.
        made_at: when it came in, in UTC.
    """

    id: BatchId
    name: str
    made_at: datetime


class Catalogue:
    """The catalogue of an open store."""

    def __init__(self, connection: StoreConnection) -> None:
        """Use an open connection."""
        self._connection = connection

    # Status

    def set_status(self, documents: Iterable[DocumentId], status: Status) -> None:
        """Keep how far some documents are.

        Raises:
            UnknownDocument: there is none with one of these numbers.
        """
        numbers = self._expected(documents)
        with self._connection.writing():
            self._connection.execute_many(
                "UPDATE document SET status = ? WHERE id = ?",
                [(status.value, number) for number in numbers],
            )

    # Batches

    def keep_batch(self, name: str, documents: Iterable[DocumentId]) -> BatchId | None:
        """Keep that documents came in together; those that came with a batch stay in that.

        Returns:
            The number of the batch, or None where none of the documents was without one.
        """
        new = [
            number
            for number in self._expected(documents)
            if self._connection.row(
                "SELECT 1 FROM document WHERE id = ? AND batch IS NULL", (number,)
            )
        ]
        if not new:
            return None
        with self._connection.writing():
            batch = self._connection.insert("batch", {"name": _plain(name), "made_at": now()})
            self._connection.execute_many(
                "UPDATE document SET batch = ? WHERE id = ?", [(batch, number) for number in new]
            )
        return batch

    def rename_batch(self, batch: BatchId, name: str) -> None:
        """Give a batch another name; an empty one changes nothing."""
        plain = _plain(name)
        if plain:
            with self._connection.writing():
                self._connection.execute("UPDATE batch SET name = ? WHERE id = ?", (plain, batch))

    def batches(self) -> dict[BatchId, Batch]:
        """All batches, the oldest first."""
        rows = self._connection.rows("SELECT id, name, made_at FROM batch ORDER BY id")
        with self._connection.decoding("batch"):
            return {
                number: Batch(number, name, datetime.fromisoformat(made_at))
                for number, name, made_at in rows
            }

    # Tags

    def tag(self, documents: Iterable[DocumentId], word: str) -> None:
        """Put a tag on documents; blanks around it and repeated ones in it do not count.

        Raises:
            UnknownDocument: there is none with one of these numbers.
        """
        plain = _plain(word)
        if not plain:
            return
        numbers = self._expected(documents)
        with self._connection.writing():
            self._connection.execute_many(
                "INSERT OR IGNORE INTO tag (document, word) VALUES (?, ?)",
                [(number, plain) for number in numbers],
            )

    def untag(self, documents: Iterable[DocumentId], word: str) -> None:
        """Take a tag off documents; one that no document has any more is gone."""
        with self._connection.writing():
            self._connection.execute_many(
                "DELETE FROM tag WHERE document = ? AND word = ?",
                [(number, word) for number in documents],
            )

    def numbers(self) -> frozenset[DocumentId]:
        """The documents of the library."""
        rows = self._connection.rows("SELECT id FROM document WHERE removed_at IS NULL")
        return frozenset(number for (number,) in rows)

    def tags(self) -> dict[DocumentId, tuple[str, ...]]:
        """The tags of the documents in the library that have any, each sorted."""
        found: dict[DocumentId, list[str]] = {}
        for number, word in self._connection.rows(
            "SELECT tag.document, word FROM tag JOIN document ON document.id = tag.document"
            " WHERE removed_at IS NULL ORDER BY tag.document, word"
        ):
            found.setdefault(number, []).append(word)
        return {number: tuple(words) for number, words in found.items()}

    # Figures

    def state(self, document: DocumentId, shown_by: str) -> SummaryState:
        """The state that figures of a document made now are of."""
        return summaries.state_of(self._connection, document, shown_by)

    def keep_summaries(self, rows: Mapping[DocumentId, tuple[SummaryState, Summary]]) -> None:
        """Keep the figures of documents in the place of earlier ones, in one transaction."""
        summaries.keep_summaries(self._connection, rows)

    def summaries(self, shown_by: str) -> dict[DocumentId, Summary]:
        """The figures of the documents in the library, as far as they are of their state now."""
        return summaries.summaries(self._connection, shown_by)

    def analysed_states(self) -> frozenset[tuple[DocumentId, int]]:
        """Documents, each with a step after which its text was analysed; 0 as it was loaded."""
        rows = self._connection.rows(
            "SELECT document, after_step FROM analysis"
            " WHERE id NOT IN (SELECT analysis FROM unfinished)"
        )
        return frozenset((document, step) for document, step in rows)

    def _expected(self, documents: Iterable[DocumentId]) -> list[DocumentId]:
        numbers = list(documents)
        for number in numbers:
            expect_document(self._connection, number)
        return numbers


def _plain(words: str) -> str:
    """One line without lone surrogates, which a column of text cannot hold."""
    return " ".join(words.encode("utf-8", "replace").decode("utf-8").split())
