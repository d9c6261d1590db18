"""The rows of the list of documents, made of what the store keeps and of what is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer.gui.models.library_arrangement import BatchName
from reviewer.gui.models.library_row import LibraryRow
from reviewer.gui.workspace import Workspace

if TYPE_CHECKING:
    # The desk brings the engine with it, which start-up does without.
    from reviewer.review.summary import Summary
    from reviewer.store.documents import StoredDocument
    from reviewer.workflow.summaries import Summaries

AT_ONCE = 8
"""Closed documents that are opened for their rows at once; more wait for idle time."""


class LibraryRows:
    """One row for each document of the workspace's library, in the order in which they came."""

    def __init__(self, workspace: Workspace) -> None:
        """No rows until `read`."""
        self._workspace = workspace
        self._summaries: Summaries | None = None
        self._rows: dict[int, LibraryRow] = {}
        self._tags: dict[int, tuple[str, ...]] = {}
        self._waiting: dict[int, None] = {}
        self._shares: Mapping[int, float] | None = None
        self.batches: Mapping[int, BatchName] = {}

    @property
    def _figures(self) -> Summaries:
        from reviewer.workflow.summaries import Summaries

        if self._summaries is None:
            self._summaries = Summaries(self._workspace.desk)
        return self._summaries

    @property
    def numbers(self) -> Sequence[int]:
        """The documents, in the order in which they came."""
        return list(self._rows)

    @property
    def uncounted(self) -> int:
        """How many documents have no true figures yet."""
        return len(self._waiting)

    def row(self, document: int) -> LibraryRow | None:
        """The row of one document."""
        return self._rows.get(document)

    def read(self) -> None:
        """Make all rows anew. No document is opened."""
        catalogue, documents = self._workspace.desk.catalogue, self._workspace.documents
        self._figures.keep()
        self._tags = catalogue.tags()
        self.batches = {
            number: BatchName(batch.name, batch.made_at)
            for number, batch in catalogue.batches().items()
        }
        kept, before = self._figures.known(documents), self._rows
        self._rows = {}
        self._waiting = {}
        for stored in documents:
            summary, known = kept.get(stored.id), before.get(stored.id)
            if summary is not None:
                self._rows[stored.id] = self._row(stored, summary)
                continue
            self._waiting[stored.id] = None
            # The figures of before stand until there are new ones: nothing flickers.
            self._rows[stored.id] = (
                self._uncounted(stored) if known is None else self._described(known, stored)
            )
        self.forget_shares()

    def all(self) -> list[LibraryRow]:
        """All rows, each with what of its text repeats as it is now."""
        if self._shares is None:
            lengths = {number: row.characters for number, row in self._rows.items()}
            self._shares = self._workspace.repeats.repeated_shares(lengths)
            for number, share in self._shares.items():
                if share != self._rows[number].repeated_share:
                    self._rows[number] = replace(self._rows[number], repeated_share=share)
        return list(self._rows.values())

    def forget_shares(self) -> None:
        """The repeats, or the lengths of texts, are others than they were."""
        self._shares = None

    def follow(self, documents: Iterable[int]) -> None:
        """Make the rows of some documents anew; where many are closed, they wait."""
        desk = self._workspace.desk
        numbers = [number for number in documents if number in self._rows]
        closed = [number for number in numbers if not desk.is_opened(number)]
        if len(closed) > AT_ONCE:
            self._waiting.update(dict.fromkeys(closed))
            numbers = [number for number in numbers if desk.is_opened(number)]
        for number in numbers:
            self._count(number)

    def count_next(self) -> None:
        """Make the row of one document that waits, if any does."""
        number = self._next()
        if number is not None:
            self._count(number)

    def _next(self) -> int | None:
        """The current document comes first."""
        current = self._workspace.document
        if current in self._waiting:
            return current
        return next(iter(self._waiting), None)

    def _count(self, number: int) -> None:
        self._waiting.pop(number, None)
        stored = self._workspace.desk.stored(number)
        if stored is None:
            return
        row = self._row(stored, self._figures.make(number))
        self._rows[number] = replace(row, repeated_share=self._rows[number].repeated_share)

    def needs_work(self, number: int) -> bool:
        """Whether the editor still has something to do in a document; it is counted if need be."""
        row = self._rows[number]
        if not row.counted and not row.status.settled:
            self._count(number)
        return self._rows[number].needs_work

    def keep(self) -> bool:
        """Save the figures that were made since the last time, where they can be already.

        Returns:
            Whether some are left to be saved later.
        """
        if self._summaries is None:
            return False
        self._summaries.keep()
        return self._summaries.unkept

    def _row(self, stored: StoredDocument, summary: Summary) -> LibraryRow:
        return replace(
            self._uncounted(stored),
            characters=summary.characters,
            open_findings=summary.open_findings,
            findings=summary.findings,
            analysed=summary.analysed,
            counted=True,
        )

    def _uncounted(self, stored: StoredDocument) -> LibraryRow:
        return LibraryRow(
            document=stored.id,
            title=stored.title,
            path_shown=str(stored.origin.path),
            characters=stored.characters,
            open_findings=0,
            findings=0,
            repeated_share=0.0,
            analysed=False,
            status=stored.status,
            tags=self._tags.get(stored.id, ()),
            batch=stored.batch,
            worked_at=stored.worked_at,
            counted=False,
            open_tasks=self._workspace.desk.notes.open_tasks(stored.id),
        )

    def _described(self, row: LibraryRow, stored: StoredDocument) -> LibraryRow:
        """A row with its figures, and what else is known of its document now."""
        return replace(
            row,
            title=stored.title,
            status=stored.status,
            tags=self._tags.get(stored.id, ()),
            batch=stored.batch,
            worked_at=stored.worked_at,
            open_tasks=self._workspace.desk.notes.open_tasks(stored.id),
        )
