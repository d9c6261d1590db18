"""The small text area in which the words of a note are written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer.gui.text.substitution import plain_text, shown


class NoteEditor(QPlainTextEdit):
    """Gives back what it was given, to the character, as long as nothing was written.

    Signals:
        left(): the keyboard went elsewhere in the window.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty area."""
        super().__init__(parent)
        self._given = ""
        self.setTabChangesFocus(True)

    @property
    def being_edited(self) -> bool:
        """Whether something was written that nobody kept yet."""
        return self.document().isModified()

    @property
    def words(self) -> str:
        """What stands in it."""
        return plain_text(self.toPlainText()) if self.being_edited else self._given

    def load(self, words: str) -> None:
        """Start from what a note says."""
        self._given = words
        self.setPlainText(shown(words))
        self.document().setModified(False)

    def keep(self) -> None:
        """What stands in it is what it was given from now on."""
        self._given = self.words
        self.document().setModified(False)

    def write_on(self) -> None:
        """Take the keyboard, behind the last word."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Escape are for the form that it stands in."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if (enter and control) or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell, unless only a menu came up."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()
