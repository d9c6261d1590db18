"""The one-line field in which the editor writes what a finding is replaced by."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer.gui.text.substitution import plain_text, shown

_LINE_END = "⏎"


class ReplacementField(QLineEdit):
    """Holds a replacement; a line end in it is shown and typed as `⏎`.

    Signals:
        given(str): the editor confirmed this replacement.
        left(): the editor wants nothing of it.
    """

    given = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self._offered = ""

    @property
    def being_edited(self) -> bool:
        """Whether it holds what the editor typed and has not confirmed."""
        return self.text() != _visible(self._offered)

    def offer(self, replacement: str) -> None:
        """Start from `replacement`."""
        self._offered = replacement
        self.setText(_visible(replacement))
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms, Escape goes back to what was offered."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.given.emit(self._replacement())
        elif key == Qt.Key.Key_Escape:
            self.offer(self._offered)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _replacement(self) -> str:
        """What the field says; untouched, it is what was offered, to the last character."""
        if not self.being_edited:
            return self._offered
        return plain_text(self.text().replace(_LINE_END, "\n"))


def _visible(replacement: str) -> str:
    return shown(replacement).replace("\n", _LINE_END)
