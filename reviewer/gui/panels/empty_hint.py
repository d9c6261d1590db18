"""What a panel says where it has nothing to list: what is going on, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer.gui.panels.drawing import mute, resized
from reviewer.gui.theme import Theme

Offer = tuple[str, Callable[[], None]]
"""The words of a button and what it does."""


class EmptyHint(QWidget):
    """A few centred words, with buttons below where something can be done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._title, self._hint = _centred_label(self), _centred_label(self)
        self._title.setFont(resized(self.font(), 1.0, bold=True))
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        self._row = QVBoxLayout()
        self._row.setSpacing(6)
        column.addSpacing(4)
        column.addLayout(self._row)
        column.addStretch(3)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Write in the colours of `theme`."""
        mute(self._hint, theme)

    def say(self, title: str, hint: str = "", offers: Sequence[Offer] = ()) -> None:
        """Show other words and other buttons."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        for button in self._buttons:
            button.hide()
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(*offer) for offer in offers]

    def _button(self, words: str, action: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _=False: action())
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        button.show()
        return button


def _centred_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
