"""What a panel says where it has nothing to list: what is going on, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer.gui.panels.drawing import mute, resized
from reviewer.gui.theme import Theme

Offer = tuple[str, Callable[[], None]]
"""The words of a button and what it does."""

COMMON_OFFERS = 2
"""As many as there mostly are."""


class EmptyHint(QWidget):
    """A few centred words, with buttons below where something can be done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._title, self._hint = _centred_label(self), _centred_label(self)
        self._title.setFont(resized(self.font(), 1.0, bold=True))
        self._offers: Sequence[Offer] = ()
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
        # Made now, for the tab key reaches what comes later after all else.
        for _ in range(COMMON_OFFERS):
            self._add_button()
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
        self._offers = offers
        while len(self._buttons) < len(offers):
            self._add_button()
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(offers))
            button.setText(offers[place][0] if place < len(offers) else "")

    def _add_button(self) -> None:
        place = len(self._buttons)
        button = QPushButton(self)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _=False: self._offers[place][1]())
        button.hide()
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._buttons.append(button)


def _centred_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
