"""The record laid out as a column for reading: font, width, space, and where things are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from reviewer.gui.text.editor import RecordEditor
from reviewer.gui.text.fonts import DEFAULT_TEXT_SIZE, text_font
from reviewer.gui.text.rows import VisibleRows, visible_rows
from reviewer.gui.text.spacing import LINE_PITCH, ROW_LENGTH, em_width
from reviewer.text.span import Span

PADDING = 1.2
"""The least space beside the text, in widths of a Han character."""

WHEEL_NOTCH = 120
"""What one click of a mouse wheel counts, in eighths of a degree."""


class TextColumn(RecordEditor):
    """A record editor that knows where each character is drawn.

    Signals, besides those of `RecordEditor`:
        visible_changed(): other rows may be visible than before.
        text_size_changed(float): the editor chose another size, in points.
    """

    visible_changed = Signal()
    text_size_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wheel = 0
        self._size, self._family = DEFAULT_TEXT_SIZE, ""
        self._row_length, self._pitch = ROW_LENGTH, LINE_PITCH
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setCursorWidth(2)
        self.set_text_font(DEFAULT_TEXT_SIZE)
        self.blockCountChanged.connect(self._arrange)

    @property
    def em(self) -> float:
        """The width of a Han character in pixels."""
        return self._em

    @property
    def text_family(self) -> str:
        """The chosen family of fonts; empty for the platform's own Chinese one."""
        return self._family

    def set_text_font(self, size: float, family: str = "") -> None:
        """Set the size in points and the family, empty for the platform's own Chinese one."""
        self._size, self._family = size, family
        font = text_font(size, family)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._em = em_width(QFontMetricsF(font, self))
        self._layout.measure(self._em, self._pitch)
        self.document().setDocumentMargin(max(4.0, round(self._em * 0.25)))
        self._arrange()

    def set_rows(self, length: int, pitch: float) -> None:
        """Set how rows are laid out.

        Args:
            length: the most Han characters in a row; 0 for as many as there is room for.
            pitch: the distance of two rows, in widths of a Han character.
        """
        self._row_length, self._pitch = length, pitch
        top = self.first_visible_offset()
        self._layout.measure(self._em, pitch)
        self.document().markContentsDirty(0, self.document().characterCount())
        self._arrange()
        self.scroll_to(self.positions.unit(top))
        self.viewport().update()

    def zoom(self, steps: int) -> None:
        """Make the letters `steps` points larger (below 0: smaller)."""
        self._choose_size(self.font().pointSizeF() + steps)

    def reset_zoom(self) -> None:
        """Make the letters as large as they are before anybody chooses."""
        self._choose_size(DEFAULT_TEXT_SIZE)

    def _choose_size(self, size: float) -> None:
        before = self.font().pointSizeF()
        self.set_text_font(size, self._family)
        if self.font().pointSizeF() != before:
            self.text_size_changed.emit(self.font().pointSizeF())

    def visible_rows(self, clip: QRect) -> VisibleRows:
        """The rows that meet `clip`, a rectangle of the viewport."""
        return visible_rows(self, self._layout, clip, self._em)

    def area_of(self, block: QTextBlock) -> QRectF:
        """Where a paragraph is, or a piece of one, in the viewport."""
        return self.blockBoundingGeometry(block).translated(self.contentOffset())

    def visible_span(self) -> Span:
        """What is on the screen, in code points of the record."""
        rows = self.visible_rows(self.viewport().rect())
        if not rows:
            return Span(0, 0)
        return Span(self.positions.offset(rows.first), self.positions.offset(rows.last))

    def offset_at(self, point: QPointF) -> int | None:
        """The offset of the character drawn at `point` of the viewport, or None where none is."""
        unit = self.visible_rows(self.viewport().rect()).unit_at(point)
        return None if unit is None else self.positions.offset(unit)

    def reveal(self, span: Span) -> None:
        """Put the caret at the start of `span` and show it, in the middle if it was off-screen."""
        seen = self.visible_span()
        self.place_cursor(Span(span.start, span.start))
        if seen.start <= span.start and span.end <= seen.end:
            self.ensureCursorVisible()
        else:
            self.centerCursor()

    def show_place(self, offset: int) -> None:
        """Scroll the row of the character at `offset` to the middle; the caret stays."""
        unit = self.positions.unit(min(offset, self.positions.length))
        self.scroll_to(unit, rows_above=int(self.viewport().height() / (2 * self._layout.pitch)))

    def margin_width(self) -> int:
        """The pixels to keep free left of the text."""
        return 0

    def place_margin(self, area: QRect) -> None:
        """The space left of the text is at `area` now, in pixels of this widget."""

    def _arrange(self) -> None:
        """Lay out the margin, the column of text and the space beside it."""
        numbers = self.margin_width()
        bar = self.verticalScrollBar().sizeHint().width()
        column = self._row_length * self._em + 2 * self.document().documentMargin()
        spare = int((self.width() - bar - numbers - column) / 2) if self._row_length else 0
        side = max(int(PADDING * self._em), spare)
        wanted = (side + numbers, 0, side, 0)
        now = self.viewportMargins()
        if wanted != (now.left(), now.top(), now.right(), now.bottom()):
            self.setViewportMargins(*wanted)
        text = self.viewport().geometry()
        self.place_margin(QRect(text.left() - numbers, text.top(), numbers, text.height()))

    def changeEvent(self, event: QEvent) -> None:
        """Keep the font: another style sheet of the application gives back the first one."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.set_text_font(self._size, self._family)

    def event(self, event: QEvent) -> bool:
        """Keep the column of text in the middle of the widget."""
        if event.type() == QEvent.Type.Resize:
            # `resizeEvent` is the viewport's; margins set in there would not lay the text out anew.
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The viewport has another size."""
        super().resizeEvent(event)
        self._arrange()
        self.visible_changed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or change the size of the letters while Ctrl is held."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / WHEEL_NOTCH)
        self._wheel -= steps * WHEEL_NOTCH
        if steps:
            self.zoom(steps)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Place the caret, or begin to select."""
        super().mousePressEvent(self._on_a_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select."""
        super().mouseMoveEvent(self._on_a_line(event) if event.buttons() else event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stop selecting."""
        super().mouseReleaseEvent(self._on_a_line(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        super().mouseDoubleClickEvent(self._on_a_line(event))

    def _on_a_line(self, event: QMouseEvent) -> QMouseEvent:
        """`event` moved off the space between two lines, where Qt would take the line's end."""
        point = event.position()
        level = self.visible_rows(self.viewport().rect()).nearest_line_level(point.y())
        if level == point.y():
            return event
        return QMouseEvent(
            event.type(),
            QPointF(point.x(), level),
            event.scenePosition(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )
