"""The store: one SQLite file that keeps the library and everything that was done to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from reviewer.review.history import History
from reviewer.review.role import Role
from reviewer.review.steps import Change, DocumentId, Step, StepKind
from reviewer.store import documents, parts, reports, settings
from reviewer.store.catalogue import Catalogue
from reviewer.store.documents import StoredDocument
from reviewer.store.fingerprints import TextPrints
from reviewer.store.found import FoundStore
from reviewer.store.opening import OpenStore, open_store
from reviewer.store.parts import PartPlace
from reviewer.store.reports import ImportedFile
from reviewer.store.settings import Json
from reviewer.store.steps import Journal
from reviewer.store.texts import PackedText
from reviewer.text.document import Document


class Store(FoundStore):
    """An open store. Every method that writes returns when its work is on the disk.

    One thread uses it, the one that opened it. Any method may raise `StoreUnwritable` (what was
    saved before is intact), `StoreDamaged`, and `StoreRuleBroken` for a mistake of the caller.
    """

    def __init__(self, opened: OpenStore) -> None:
        """Use an open store file; see `Store.open`."""
        super().__init__(opened.connection)
        self._opened = opened

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the store at `path`, made new where nothing is.

        Raises:
            StoreInUse: somebody else has it open.
            NotAStore: something else stands there.
            StoreTooNew: a newer version of the program wrote it.
            StoreDamaged: it is not sound.
            StoreUnwritable: it cannot be written, or its folder is not there.
        """
        return cls(open_store(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; it then stands alone, without a log beside it."""
        self._opened.close()

    @property
    def path(self) -> Path:
        """Where the store stands."""
        return self._connection.path

    @cached_property
    def catalogue(self) -> Catalogue:
        """Status, batches, tags and figures of the documents."""
        return Catalogue(self._connection)

    @cached_property
    def _journal(self) -> Journal:
        return Journal(self._connection)

    # Documents

    def add_document(
        self,
        document: Document,
        prints: TextPrints | None = None,
        packed: PackedText | None = None,
    ) -> DocumentId:
        """Keep a document; the same bytes from the same path, read the same way, are the same one.

        A document that was removed comes back with everything that was done to it. The fingerprints
        of its text, where they are given, are in the library index from then on; its text need not
        be packed again where that was done.
        """
        return documents.add_document(self._connection, document, prints, packed)

    def add_part(
        self, document: Document, place: PartPlace, title: str, prints: TextPrints | None = None
    ) -> DocumentId:
        """Keep a part of a collection as a document of its own; what is there keeps its number.

        Raises:
            UnknownDocument: there is no such collection.
            ValueError: the collection has another text in that place.
        """
        return parts.add_part(self._connection, document, place, title, prints)

    def parts(self) -> dict[DocumentId, PartPlace]:
        """Which documents are parts of collections, and where they were taken from."""
        return parts.parts(self._connection)

    def record_refusal(self, path: Path, reason: str, byte_count: int | None = None) -> None:
        """Note that a file could not be loaded, and in one word why, for the import report."""
        documents.record_refusal(self._connection, path, reason, byte_count)

    def documents(self, only: DocumentId | None = None) -> tuple[StoredDocument, ...]:
        """The documents of the library in the order in which they were added, or `only` one."""
        return documents.documents(self._connection, only)

    def remove_document(self, document: DocumentId) -> None:
        """Take a document out of the library; what was done to it is kept.

        Raises:
            UnknownDocument: there is none with this number.
        """
        documents.remove_document(self._connection, document)

    def set_role(self, numbers: Iterable[DocumentId], role: Role) -> None:
        """Keep what some documents are to the editor.

        Raises:
            UnknownDocument: there is none with one of these numbers.
        """
        documents.set_role(self._connection, numbers, role)

    def with_role(self, role: Role) -> frozenset[DocumentId]:
        """The documents of the library that are this to the editor."""
        return documents.with_role(self._connection, role)

    def source_text(self, document: DocumentId) -> str:
        """The text of record, checked by its hash.

        Raises:
            UnknownDocument: there is none with this number.
            TextDamaged: it is not what was saved.
        """
        return documents.source_text(self._connection, document)

    # What the editor did

    def append_step(self, kind: StepKind, changes: Sequence[Change]) -> Step:
        """Keep a new step; steps that were taken back can then no longer be redone.

        Raises:
            ValueError: there are no changes.
        """
        return self._journal.append(kind, changes)

    def extend_step(self, number: int, more_changes: Sequence[Change]) -> Step:
        """Add changes to the last step in force (typing goes on); the longer step.

        Analyses made after this step of texts that it changes further are thrown away.

        Raises:
            ValueError: it is not the last step in force, or there are no changes.
        """
        return self._journal.extend(number, more_changes)

    def record_undo(self, number: int) -> None:
        """Keep that the last step in force was taken back.

        Raises:
            ValueError: it is another step.
        """
        self._journal.undo(number)

    def step_times(self) -> Mapping[int, str]:
        """When each step was made, by its number, in UTC as ISO 8601 says."""
        return self._journal.times()

    def record_redo(self, number: int) -> None:
        """Keep that the step that was taken back last is in force again.

        Raises:
            ValueError: it is another step, or it can no longer be redone.
        """
        self._journal.redo(number)

    def history(self) -> History:
        """The steps in force and those that may be redone, read anew, every change checked."""
        return self._journal.history()

    # Settings and reports

    def setting(self, key: str, default: Json = None) -> Json:
        """The setting with this name, or `default` where it was never set."""
        return settings.setting(self._connection, key, default)

    def set_setting(self, key: str, value: Json) -> None:
        """Keep a setting.

        Raises:
            ValueError: the value holds a float that is not a number.
        """
        settings.set_setting(self._connection, key, value)

    def import_report(self) -> tuple[ImportedFile, ...]:
        """Every file that was asked for, loaded or refused, in the order in which they came."""
        return reports.import_report(self._connection)

    def row_counts(self) -> dict[str, int]:
        """How many rows each table holds."""
        return reports.row_counts(self._connection)
