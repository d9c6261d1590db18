"""The field above a list that its rows are filtered by."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer.gui.icons import IconName, icon
from reviewer.gui.theme import Theme


class SearchField(QLineEdit):
    """A field with a magnifying glass; Escape empties it, Down and Enter leave it for the list.

    Signals:
        left(): the editor is done with it and wants to go on in the list.
    """

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._glass.setIcon(icon(IconName.SEARCH, theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field, or empty it."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
