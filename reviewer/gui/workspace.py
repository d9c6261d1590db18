"""What the controllers share: the desk, the document and the finding that are current.

It holds no behaviour of its own; it tells all who listen what has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.gui.open_tabs import OpenTabs

if TYPE_CHECKING:
    # The desk brings the engine with it, which start-up does without.
    from reviewer.review.marks import Mark, Marks
    from reviewer.review.preferences import Preferences
    from reviewer.review.reviewed import ReviewedDocument
    from reviewer.review.steps import DocumentId, Step
    from reviewer.store.documents import StoredDocument
    from reviewer.workflow.desk import ReviewDesk
    from reviewer.workflow.library_repeats import LibraryRepeats

TYPING_PAUSE = 200
"""Milliseconds without a key after which typing has paused."""


class Workspace(QObject):
    """The library that the window works on.

    Attributes:
        travelled: whether the last `stepped` told of several steps at once, of which it named one.
        tabs: the documents that are open.

    Signals:
        opened(): the desk is there.
        library_changed(): documents came or went.
        leaving_document(): the current document is about to give way to another.
        document_changed(): another document is current, or none.
        arrived(): all who listen show the other document.
        finding_changed(): another finding is current, or none.
        stepped(Step): a step was made, taken back or redone, other than by typing.
        typed(): the editor typed; the text view shows it already.
        settled(): typing has paused; lists and figures may follow.
        findings_changed(int): a search gave new findings of this document.
        repeats_changed(): the repeats of the library are others.
        view_changed(): the clean or the marked text is shown.
        preferences_changed(): other findings are shown than before.
        catalogue_changed(): status, tags or batches of documents are others.
    """

    opened = Signal()
    library_changed = Signal()
    leaving_document = Signal()
    document_changed = Signal()
    arrived = Signal()
    finding_changed = Signal()
    stepped = Signal(object)
    typed = Signal()
    settled = Signal()
    findings_changed = Signal(int)
    repeats_changed = Signal()
    view_changed = Signal()
    preferences_changed = Signal()
    catalogue_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tabs = OpenTabs(self)
        self._desk: ReviewDesk | None = None
        self._documents: tuple[StoredDocument, ...] = ()
        self._document: DocumentId | None = None
        self._anchor: str | None = None
        self._repeats: LibraryRepeats | None = None
        self._steps = 0
        self.travelled = False
        self._shows_clean = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self._pause.timeout.connect(self.settled)

    @property
    def is_open(self) -> bool:
        """Whether the desk is there."""
        return self._desk is not None

    @property
    def desk(self) -> ReviewDesk:
        """The desk; only after `opened`."""
        assert self._desk is not None, "the library is not open yet"
        return self._desk

    def open_desk(self, desk: ReviewDesk) -> None:
        """Begin to work on a library."""
        self._desk = desk
        self._documents = desk.documents()
        self._steps = len(desk.steps)
        self.opened.emit()
        self.library_changed.emit()
        self.repeats_changed.emit()

    @property
    def documents(self) -> Sequence[StoredDocument]:
        """The documents of the library."""
        return self._documents

    def reload_documents(self) -> None:
        """Read the list of documents anew."""
        self._documents = self.desk.documents()
        self._repeats = None
        present = {row.id for row in self._documents}
        self.show_document(self.tabs.successor(self._document, present))
        self.tabs.keep_only(present)
        self.library_changed.emit()
        self.repeats_changed.emit()

    @property
    def document(self) -> DocumentId | None:
        """The number of the current document."""
        return self._document

    @property
    def stored(self) -> StoredDocument | None:
        """The current document's row in the library."""
        return next((row for row in self._documents if row.id == self._document), None)

    @property
    def reviewed(self) -> ReviewedDocument | None:
        """The state of the current document."""
        return None if self._document is None else self.desk.reviewed(self._document)

    def show_document(self, document: DocumentId | None) -> None:
        """Make a document current, in its own tab or in the one of the preview."""
        if document == self._document:
            return
        self.leaving_document.emit()
        before, self._document = self._document, document
        self._anchor = None
        was_clean, self._shows_clean = self._shows_clean, False
        if document is not None:
            self.tabs.show(document, before)
        self.document_changed.emit()
        self.finding_changed.emit()
        if was_clean:
            self.view_changed.emit()
        self.arrived.emit()

    @property
    def marks(self) -> Marks | tuple[()]:
        """The findings of the current document that are shown, sorted by start."""
        return () if self._document is None else self.desk.marks(self._document)

    @property
    def mark(self) -> Mark | None:
        """The current finding as it stands now."""
        state = self.reviewed
        return None if state is None else state.marks.named(self._anchor)

    @property
    def anchor(self) -> str | None:
        """The anchor of the current finding."""
        return self._anchor

    def show_finding(self, anchor: str | None) -> None:
        """Make a finding of the current document current."""
        if anchor != self._anchor:
            self._anchor = anchor
            self.finding_changed.emit()

    @property
    def repeats(self) -> LibraryRepeats:
        """The repeats of the library as the texts are now."""
        if self._repeats is None:
            self._repeats = self.desk.repeats()
        return self._repeats

    @property
    def shows_clean(self) -> bool:
        """Whether the cleaned text is shown instead of the marked one."""
        return self._shows_clean

    def show_clean(self, clean: bool) -> None:
        """Show the cleaned text of the current document, or the marked one again."""
        if clean != self._shows_clean:
            self._shows_clean = clean
            self.view_changed.emit()

    def prefer(self, preferences: Preferences) -> None:
        """Show other findings from now on."""
        self.desk.prefer(preferences)
        self.preferences_changed.emit()

    def after_catalogue(self) -> None:
        """Tell that the editor gave documents another status, other tags or another batch."""
        self._documents = self.desk.documents()
        self.catalogue_changed.emit()

    def after_step(self, step: Step | None) -> None:
        """Tell that a step was made, taken back or redone; nothing where there was none."""
        if step is None:
            return
        before, self._steps = self._steps, len(self.desk.steps)
        self.travelled = abs(self._steps - before) > 1
        if self.travelled or step.moves_repeats:
            self._repeats = None
        self.stepped.emit(step)

    def after_typing(self) -> None:
        """Tell that the editor typed in the current document."""
        self._repeats = None
        self._steps = len(self.desk.steps)
        self.typed.emit()
        self._pause.start()

    def stop(self) -> None:
        """Wait for no pause in typing any more; the window is closing, and the store with it."""
        self._pause.stop()

    def after_findings(self, document: DocumentId) -> None:
        """Tell that a search gave new findings."""
        self._repeats = None
        self.findings_changed.emit(document)

    def after_repeats(self) -> None:
        """Tell that a search gave new repeats, where they are others than those shown."""
        before, self._repeats = self._repeats, None
        if before is None or before != self.repeats:
            self.repeats_changed.emit()
