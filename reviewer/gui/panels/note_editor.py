"""The small text area in which a note is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer.gui.text.substitution import plain_text, shown


class NoteEditor(QPlainTextEdit):
    """Commits what was written when the keyboard leaves it, or on Ctrl+Enter.

    Attributes:
        saved: what the note says, apart from what is being written.

    Signals:
        committed(str): the note says this now; only where it said something else before.
        left(): the editor is done with it and wants to go on in the list.
    """

    committed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty area."""
        super().__init__(parent)
        self.saved = ""
        self.setTabChangesFocus(True)

    @property
    def being_edited(self) -> bool:
        """Whether it holds what is not committed."""
        return self.document().isModified()

    def load(self, note: str) -> None:
        """Start from what a note says."""
        self.saved = note
        self.setPlainText(shown(note))
        self.document().setModified(False)

    def write_on(self) -> None:
        """Take the keyboard, behind the last word."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Report what was written, if anything was."""
        if not self.being_edited:
            return
        self.document().setModified(False)
        note = plain_text(self.toPlainText())
        if note != self.saved:
            self.saved = note
            self.committed.emit(note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter commits, Escape goes back to what the note said."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.load(self.saved)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit, unless only a menu came up."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()
