"""The colours of notes as a row of buttons, of which one is down."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from reviewer.gui.models.note_words import colour_name
from reviewer.gui.text.note_signs import note_swatch
from reviewer.gui.theme import Theme
from reviewer.review.annotation import NoteColour

SWATCH_SIZE = 18
"""Pixels."""


class ColourChoice(QWidget):
    """Tab leads to the colour that is chosen, the arrow keys to the others.

    Signals:
        chosen(): the editor chose a colour.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with the first colour."""
        super().__init__(parent)
        self.buttons: dict[NoteColour, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for colour in NoteColour:
            button = QToolButton(self)
            button.setCheckable(True)
            button.setIconSize(QSize(SWATCH_SIZE, SWATCH_SIZE))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button)
            self.buttons[colour] = button
            row.addWidget(button)
        self.choose(NoteColour.YELLOW)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit())
        self.set_theme(theme)
        self.retranslate()

    @property
    def colour(self) -> NoteColour:
        """The colour that is chosen."""
        return next(colour for colour, button in self.buttons.items() if button.isChecked())

    def choose(self, colour: NoteColour) -> None:
        """Choose a colour without telling of it."""
        self.buttons[colour].setChecked(True)
        self.setFocusProxy(self.buttons[colour])

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        ratio = self.devicePixelRatioF()
        for colour, button in self.buttons.items():
            button.setIcon(QIcon(note_swatch(colour, theme, SWATCH_SIZE, ratio)))

    def retranslate(self) -> None:
        """Word everything anew."""
        self.setAccessibleName(self.tr("批注颜色"))
        for colour, button in self.buttons.items():
            name = colour_name(colour)
            button.setAccessibleName(name)
            button.setToolTip(name)
