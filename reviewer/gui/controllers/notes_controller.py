"""The list of notes: going to one, rewriting it, deleting it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer.gui.panels.notes_panel import NotesPanel
from reviewer.gui.workspace import Workspace
from reviewer.text.span import Span

if TYPE_CHECKING:
    from reviewer.review.annotation import Annotation


class NotesController(QObject):
    """Lets the editor work with the notes of the current document."""

    def __init__(
        self,
        workspace: Workspace,
        panel: NotesPanel,
        reveal: Callable[[Span], None],
        parent: QObject,
    ) -> None:
        """Let `panel` list the notes; `reveal` brings a place of the text into view."""
        super().__init__(parent)
        self._workspace = workspace
        self._panel = panel
        self._reveal = reveal
        panel.note_chosen.connect(self._go_to)
        panel.note_rewritten.connect(self._rewrite)
        panel.note_deleted.connect(self._delete)
        workspace.leaving_document.connect(panel.commit)
        workspace.document_changed.connect(self._show)
        workspace.stepped.connect(lambda _step: self._show())
        workspace.settled.connect(self._show)

    def _show(self) -> None:
        state = self._workspace.reviewed
        if state is None:
            self._panel.show_notes([])
        else:
            self._panel.show_notes(state.notes, state.text)

    def _note(self, uid: str) -> Annotation | None:
        state = self._workspace.reviewed
        notes = [] if state is None else state.notes
        return next((note for note in notes if note.uid == uid), None)

    def _go_to(self, uid: str) -> None:
        note = self._note(uid)
        if note is not None:
            self._reveal(note.span)

    def _rewrite(self, uid: str, text: str) -> None:
        note = self._note(uid)
        if note is not None:
            changed = replace(note.content, note=text)
            self._workspace.after_step(self._workspace.desk.notes.change(uid, changed))

    def _delete(self, uid: str) -> None:
        self._workspace.after_step(self._workspace.desk.notes.delete(uid))
