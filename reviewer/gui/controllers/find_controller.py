"""Finding and replacing words in the current document and in the library."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.find_bar import FindBar
from reviewer.gui.library_hits import LibraryHits
from reviewer.gui.messages import error_text
from reviewer.gui.text.view import TextView
from reviewer.gui.workspace import Workspace
from reviewer.review.edits import Edit
from reviewer.review.text_search import Query, hits, replacement_edits
from reviewer.text.errors import ReviewerError
from reviewer.text.span import Span


class FindController(QObject):
    """Keeps the bar, the hits shown in the text, and the text in step."""

    def __init__(self, workspace: Workspace, bar: FindBar, view: TextView, window: QWidget) -> None:
        """Let `bar` search what `view` shows."""
        super().__init__(window)
        self._workspace = workspace
        self._bar = bar
        self._view = view
        self._window = window
        self._hits: list[Span] = []
        bar.changed.connect(self._search)
        bar.walked.connect(self._walk)
        bar.replaced.connect(self._replace)
        bar.all_replaced.connect(self._replace_all)
        bar.library_asked.connect(self._show_library)
        bar.closed.connect(self._leave)
        for signal in (workspace.document_changed, workspace.view_changed, workspace.settled):
            signal.connect(self._follow)
        workspace.stepped.connect(lambda _step: self._follow())

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {
            ActionId.FIND: lambda: self._open(replacing=False),
            ActionId.REPLACE: lambda: self._open(replacing=True),
            ActionId.FIND_NEXT: lambda: self._walk(1),
            ActionId.FIND_PREVIOUS: lambda: self._walk(-1),
        }

    @property
    def query(self) -> Query:
        """What the bar asks for."""
        bar = self._bar
        return Query(bar.words.text(), bar.as_pattern.isChecked(), bar.through_scripts.isChecked())

    def _open(self, *, replacing: bool) -> None:
        selected = self._view.selected_span().of(self._view.record)
        self._bar.open_bar(selected, replacing=replacing)

    def _leave(self) -> None:
        self._hits = []
        self._view.set_hits(())
        self._view.setFocus()

    def _follow(self) -> None:
        if self._bar.isVisible():
            self._search()

    def _search(self) -> None:
        query = self.query
        try:
            self._hits = [hit.span for hit in hits(self._view.record, query)]
        except ReviewerError as error:
            self._hits = []
            self._bar.enable(False)
            self._bar.say(error_text(error))
        else:
            self._bar.show_count(self._current(), len(self._hits))
            if not query.words:
                self._bar.say("")
        self._view.set_hits(self._hits)

    def _current(self) -> int:
        """Which hit is selected, from 1; 0 for none."""
        selected = self._view.selected_span()
        return self._hits.index(selected) + 1 if selected in self._hits else 0

    def _walk(self, step: int) -> None:
        """Select the next hit behind the caret, or the one before it; round at the ends."""
        if not self._bar.isVisible():
            self._open(replacing=False)
        if not self._hits:
            return
        selected = self._view.selected_span()
        if step > 0:
            ahead = [hit for hit in self._hits if hit.start >= selected.end]
            found = ahead[0] if ahead else self._hits[0]
        else:
            behind = [hit for hit in self._hits if hit.end <= selected.start]
            found = behind[-1] if behind else self._hits[-1]
        self._view.reveal(found)
        self._view.place_cursor(found)
        self._bar.show_count(self._current(), len(self._hits))

    def _edits(self) -> list[Edit]:
        try:
            return replacement_edits(self._view.record, self.query, self._bar.replacement.text())
        except ReviewerError as error:
            self._bar.say(error_text(error))
            return []

    def _replace(self) -> None:
        """Replace the selected hit and go to the next; go to the first where none is selected."""
        selected = self._view.selected_span()
        edit = next((edit for edit in self._edits() if edit.span == selected), None)
        if edit is not None and not self._view.isReadOnly():
            self._view.replace_selection(edit.inserted)
            self._search()
        self._walk(1)

    def _replace_all(self) -> None:
        document = self._workspace.document
        if document is not None and not self._view.isReadOnly():
            step = self._workspace.desk.replace_words([(document, self._edits())])
            self._workspace.after_step(step)

    def _show_library(self) -> None:
        replacement = self._bar.replacement.text() if self._bar.is_replacing else None
        dialog = LibraryHits(self._workspace, self.query, replacement, self._window)
        dialog.place_chosen.connect(self._go_to)
        dialog.open()

    def _go_to(self, document: int, span: Span) -> None:
        self._workspace.show_document(document)
        self._view.reveal(span)
        self._view.place_cursor(span)
