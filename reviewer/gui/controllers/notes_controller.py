"""Notes: writing one, listing those of the document or the library, walking through them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer.gui.actions import ActionId
from reviewer.gui.appearance import Appearance
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.models.notes_filter import NoteScope
from reviewer.gui.models.notes_rows import ListedNote, quote_of
from reviewer.gui.note_dialog import NoteDialog
from reviewer.gui.panels.notes_panel import NotesPanel
from reviewer.gui.text.view import TextView
from reviewer.gui.workspace import Workspace
from reviewer.review.annotation import Annotation, NoteContent, Task
from reviewer.text.span import Span

if TYPE_CHECKING:
    from reviewer.workflow.notes import LibraryNote, Notes


class NotesController(QObject):
    """Lets the editor work with notes."""

    def __init__(
        self,
        workspace: Workspace,
        panel: NotesPanel,
        view: TextView,
        reveal: Callable[[Span], None],
        show_panel: Callable[[], None],
        appearance: Appearance,
        window: QWidget,
    ) -> None:
        """Let `panel` list the notes.

        Args:
            workspace: the library and what is current in it.
            panel: the list.
            view: the text that new notes are about.
            reveal: brings a place of the current document into view.
            show_panel: brings the panel in front of the others.
            appearance: the theme of dialogs.
            window: their parent.
        """
        super().__init__(window)
        self._workspace = workspace
        self._panel = panel
        self._view = view
        self._reveal = reveal
        self._show_panel = show_panel
        self._appearance = appearance
        self._window = window
        panel.note_chosen.connect(self._go_to)
        panel.note_opened.connect(self._open)
        panel.note_changed.connect(self._change)
        panel.note_ticked.connect(self._tick)
        panel.note_deleted.connect(self._delete)
        panel.scope_changed.connect(self._show)
        view.cursorPositionChanged.connect(self._follow_caret)
        workspace.leaving_document.connect(panel.commit)
        workspace.document_changed.connect(self._show)
        workspace.library_changed.connect(self._show)
        workspace.stepped.connect(lambda _step: self._show())
        workspace.settled.connect(self._show)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {
            ActionId.ADD_NOTE: self.add_note,
            ActionId.NEXT_NOTE: lambda: self._walk(1),
            ActionId.PREVIOUS_NOTE: lambda: self._walk(-1),
            ActionId.NEXT_TASK: self._go_to_next_task,
            ActionId.TOGGLE_TASK: self._tick_current,
        }

    @property
    def _notes(self) -> Notes:
        return self._workspace.desk.notes

    # Writing

    def add_note(self) -> None:
        """Ask for a note on what is selected, or on the current finding."""
        document, span = self._workspace.document, self._place_for_note()
        if document is None or span is None:
            return
        quote = quote_of(Annotation("", span, span.of(self._view.record), ""))
        dialog = NoteDialog(quote, self._notes.labels(), self._appearance.theme, self._window)
        dialog.exec()
        dialog.deleteLater()
        if dialog.result() == NoteDialog.DialogCode.Accepted:
            note = self._notes.write(document, span, dialog.content)
            self._workspace.after_step(self._workspace.desk.next_undo)
            self._panel.choose(note.uid)

    def _place_for_note(self) -> Span | None:
        selected = self._view.selected_span()
        if len(selected):
            return selected
        mark = self._workspace.mark
        if mark is not None:
            return mark.finding.span
        end = min(selected.start + 1, len(self._view.record))
        return Span(selected.start, end) if end > selected.start else None

    def _change(self, uid: str, content: NoteContent) -> None:
        self._workspace.after_step(self._notes.change(uid, content))

    def _delete(self, uid: str) -> None:
        self._workspace.after_step(self._notes.delete(uid))

    def _tick(self, uid: str) -> None:
        found = self._notes.find(uid)
        if found is not None:
            content = found.annotation.content
            self._change(uid, replace(content, task=content.task.turned))

    def _tick_current(self) -> None:
        current = self._current()
        if current is not None:
            self._tick(current.annotation.uid)

    # Listing

    def _show(self) -> None:
        if not self._workspace.is_open:
            return
        if self._panel.scope is NoteScope.LIBRARY:
            titles = {row.id: row.title for row in self._workspace.documents}
            notes = self._notes.in_documents(titles)
        else:
            titles: dict[int, str] = {}
            notes = self._in_document()
        paragraphs = self._paragraphs()
        listed = [
            ListedNote(
                note.annotation,
                paragraphs.get(note.annotation.uid),
                titles.get(note.document, ""),
            )
            for note in notes
        ]
        self._panel.show_notes(listed, self._notes.labels())

    def _paragraphs(self) -> dict[str, int]:
        """The paragraph of each note in the text that is shown; the other texts stay closed."""
        state, numbers = self._workspace.reviewed, dict[str, int]()
        number, counted = 1, 0
        for note in self._in_document():
            assert state is not None, "without a document there are no notes in it"
            start = note.annotation.span.start
            number += state.text.count("\n", counted, start)
            counted = start
            numbers[note.annotation.uid] = number
        return numbers

    def _in_document(self) -> list[LibraryNote]:
        document = self._workspace.document
        return [] if document is None else self._notes.of(document)

    def _follow_caret(self) -> None:
        """Choose the note in whose text the caret is. Cost: O(log n) for n notes of the text."""
        caret = self._view.selected_span().start
        touched = self._view.layers.notes.touching(caret, caret)
        if touched:
            self._panel.follow([placed.item.uid for placed in touched])

    # Going to notes

    def _go_to(self, uid: str) -> None:
        found = self._notes.find(uid)
        if found is not None and found.document == self._workspace.document:
            self._reveal(found.annotation.span)

    def _open(self, uid: str) -> None:
        found = self._notes.find(uid)
        if found is not None and found.document != self._workspace.document:
            self._lead_to(found)

    def _lead_to(self, note: LibraryNote) -> None:
        """Bring up its document, choose it in the list, and show its place."""
        self._workspace.show_document(note.document)
        self._panel.choose(note.annotation.uid)
        self._reveal(note.annotation.span)

    def _current(self) -> LibraryNote | None:
        """The chosen note if the caret is still at it; else the last one that the caret is in."""
        notes, caret = self._in_document(), self._view.selected_span().start
        for note in notes:
            if note.annotation.uid == self._panel.chosen and _holds(note.annotation, caret):
                return note
        return next((note for note in reversed(notes) if _holds(note.annotation, caret)), None)

    def _walk(self, distance: int) -> None:
        """Go to the next or previous note of the document; after the last comes the first."""
        notes = self._in_document()
        if not notes:
            return
        current, caret = self._current(), self._view.selected_span().start
        if current is not None:
            place = notes.index(current) + distance
        else:
            before = sum(note.annotation.span.start < caret for note in notes)
            place = before if distance > 0 else before - 1
        self._show_panel()
        self._lead_to(notes[place % len(notes)])

    def _go_to_next_task(self) -> None:
        """Go to the next open to-do, through this document and then the others, round and round."""
        numbers = [row.id for row in self._workspace.documents]
        document = self._workspace.document
        here = numbers.index(document) if document in numbers else 0
        notes = self._notes.in_documents([*numbers[here:], *numbers[:here]])
        current, caret = self._current(), self._view.selected_span().start
        if current is not None:
            passed = notes.index(current) + 1
        else:
            passed = sum(note.annotation.span.start < caret for note in self._in_document())
        tasks = (note for note in notes[passed:] + notes[:passed])
        task = next((note for note in tasks if note.annotation.task is Task.OPEN), None)
        if task is not None:
            self._show_panel()
            self._lead_to(task)


def _holds(note: Annotation, caret: int) -> bool:
    """Whether the caret is in the note's text, or at its place where that is gone."""
    span = note.span
    return span.start <= caret < max(span.end, span.start + 1)
