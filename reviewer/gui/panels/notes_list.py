"""The list of notes: rows with the sign of their colour, and a tick before every to-do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from reviewer.gui.models.keyed_rows import ROW_WORDS, RowWords
from reviewer.gui.models.notes_rows import colour_at
from reviewer.gui.panels.drawing import GAP, is_selected, letters
from reviewer.gui.panels.keyed_list import KeyedList
from reviewer.gui.panels.two_line_delegate import SIDE, TwoLineDelegate
from reviewer.gui.text.note_signs import draw_note_sign
from reviewer.gui.theme import Theme

SIGN_WIDTH = 12
TICK_SIZE = 16
"""Pixels."""


class NotesDelegate(TwoLineDelegate):
    """Draws a sign and, for to-dos, a box to tick before the two lines."""

    def draw_lead(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: RowWords
    ) -> int:
        """Draw sign and box."""
        if row.chip is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            centre = QPointF(area.left() + SIGN_WIDTH / 2, area.center().y() + 0.5)
            draw_note_sign(painter, centre, SIGN_WIDTH * 0.42, colour_at(row.chip), self.theme)
        if row.ticked is None:
            return SIGN_WIDTH + GAP
        colour = letters(option, self.theme, muted=not is_selected(option))
        _draw_tick(painter, QRectF(tick_box(option.rect)), colour, row.ticked)
        return SIGN_WIDTH + TICK_SIZE + 2 * GAP


def _draw_tick(painter: QPainter, box: QRectF, colour: QColor, ticked: bool) -> None:
    """A box, with a tick in it where what it stands for is done."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    if ticked:
        painter.setPen(QPen(colour, 1.8))
        size = box.width()
        corners = ((0.28, 0.52), (0.44, 0.68), (0.74, 0.34))
        painter.drawPolyline([box.topLeft() + QPointF(x, y) * size for x, y in corners])


def tick_box(row: QRect) -> QRect:
    """Where in a row the box to tick stands."""
    left = row.left() + SIDE + SIGN_WIDTH + GAP
    return QRect(left, row.center().y() + 1 - TICK_SIZE // 2, TICK_SIZE, TICK_SIZE)


class NotesList(KeyedList):
    """Clicking the box of a to-do ticks it and chooses nothing.

    Signals:
        ticked(object): the box of the row with this key was clicked, or its key pressed.
        opened(object): the editor clicked the row with this key.
        edited(object): the editor wants to write in the row with this key.
    """

    ticked = Signal(object)
    opened = Signal(object)
    edited = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty list."""
        super().__init__(NotesDelegate(theme), parent)
        self._ticking = False
        self.clicked.connect(lambda _index: self.opened.emit(self.key))
        self.activated.connect(lambda _index: self.edited.emit(self.key))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick, or choose."""
        left = event.button() is Qt.MouseButton.LeftButton
        self._ticking = left and self._tick(event.position().toPoint())
        if not self._ticking:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a click that ticked is no click on the row."""
        if not self._ticking:
            super().mouseReleaseEvent(event)
        self._ticking = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two quick clicks on a box ticks as well."""
        self._ticking = self._tick(event.position().toPoint())
        if not self._ticking:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks the chosen row."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.ticked.emit(self.key)
        else:
            super().keyPressEvent(event)

    def _tick(self, place: QPoint) -> bool:
        """Tick what stands at a place; whether there is a box."""
        index = self.indexAt(place)
        row = index.data(ROW_WORDS) if index.isValid() else None
        if not isinstance(row, RowWords) or row.ticked is None:
            return False
        if not tick_box(self.visualRect(index)).adjusted(-3, -3, 3, 3).contains(place):
            return False
        self.ticked.emit(self.keys[index.row()])
        return True
