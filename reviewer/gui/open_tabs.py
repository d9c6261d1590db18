"""Which documents are open in tabs, in which order, and which were closed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    # Steps bring the engine with them, which start-up does without.
    from reviewer.review.steps import DocumentId

MOST_CLOSED = 30
"""Closed tabs that can be opened again."""


class OpenTabs(QObject):
    """An ordered list of documents. One of them may be a preview, which the next one replaces.

    Signals:
        changed(): tabs came or went, were moved or kept.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """No tabs."""
        super().__init__(parent)
        self._documents: list[DocumentId] = []
        self._closed: list[tuple[DocumentId, int]] = []
        self._preview: DocumentId | None = None

    @property
    def documents(self) -> Sequence[DocumentId]:
        """The documents, from left to right."""
        return tuple(self._documents)

    @property
    def preview(self) -> DocumentId | None:
        """The document whose tab the next document takes over, or None."""
        return self._preview

    @property
    def can_reopen(self) -> bool:
        """Whether a closed tab is there to be opened again."""
        return bool(self._closed)

    def show(self, document: DocumentId, beside: DocumentId | None) -> None:
        """Let a document have a tab: its own, the preview's, or a new preview.

        Args:
            document: what is shown from now on.
            beside: the document shown before; a new tab stands right of it.
        """
        if document in self._documents:
            return
        if self._preview is not None:
            self._documents[self._documents.index(self._preview)] = document
        else:
            known = beside in self._documents
            place = self._documents.index(beside) + 1 if known else len(self._documents)
            self._documents.insert(place, document)
        self._preview = document
        self.changed.emit()

    def keep(self, document: DocumentId | None) -> None:
        """Make the preview a tab that stays, where it shows this document."""
        if document is not None and document == self._preview:
            self._preview = None
            self.changed.emit()

    def close(self, document: DocumentId) -> DocumentId | None:
        """Close a tab; the document right of it, else left of it, or None where it was the last."""
        place = self._documents.index(document)
        self._closed = [*self._closed, (document, place)][-MOST_CLOSED:]
        self._drop(document)
        self.changed.emit()
        return self._documents[min(place, len(self._documents) - 1)] if self._documents else None

    def close_others(self, document: DocumentId) -> None:
        """Close all tabs but one."""
        for other in self.documents:
            if other != document:
                self.close(other)

    def reopen(self) -> DocumentId | None:
        """Open the tab closed last where it was; its document, or None where none was closed."""
        if not self._closed:
            return None
        document, place = self._closed.pop()
        if document not in self._documents:
            self._documents.insert(min(place, len(self._documents)), document)
        self.changed.emit()
        return document

    def move(self, source: int, target: int) -> None:
        """Move the tab at one place to another place."""
        self._documents.insert(target, self._documents.pop(source))
        self.changed.emit()

    def neighbour(self, document: DocumentId | None, distance: int) -> DocumentId | None:
        """The document so many tabs to the right, round at the ends; None without tabs."""
        if not self._documents:
            return None
        if document not in self._documents:
            return self._documents[0]
        place = self._documents.index(document) + distance
        return self._documents[place % len(self._documents)]

    def successor(
        self, document: DocumentId | None, present: Collection[DocumentId]
    ) -> DocumentId | None:
        """The document itself where it is present; else its nearest neighbour that is, or None."""
        if document is None or document in present:
            return document
        if document not in self._documents:
            return next((other for other in self._documents if other in present), None)
        place = self._documents.index(document)
        nearest = self._documents[place + 1 :] + self._documents[:place][::-1]
        return next((other for other in nearest if other in present), None)

    def keep_only(self, present: Collection[DocumentId]) -> None:
        """Drop the tabs of documents that left the library; none of them is opened again."""
        gone = [document for document in self._documents if document not in present]
        for document in gone:
            self._drop(document)
        self._closed = [row for row in self._closed if row[0] in present]
        if gone:
            self.changed.emit()

    def restore(self, documents: Sequence[DocumentId], preview: DocumentId | None) -> None:
        """Open the tabs of an earlier session; a number that stands twice counts once."""
        self._documents = list(dict.fromkeys(documents))
        self._preview = preview if preview in self._documents else None
        self.changed.emit()

    def _drop(self, document: DocumentId) -> None:
        self._documents.remove(document)
        if document == self._preview:
            self._preview = None
