"""The margin left of the text: paragraph numbers, brackets along repeats, signs of notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reviewer.gui.text.hover import unfold_hint
from reviewer.gui.text.layers import LANES, Placed, RepeatedSpan
from reviewer.gui.text.note_signs import draw_note_sign
from reviewer.gui.text.rows import Row, VisibleRows
from reviewer.review.annotation import Task

if TYPE_CHECKING:
    from reviewer.gui.text.folding import FoldRow
    from reviewer.gui.text.view import TextView

LANE_WIDTH = 7.0
NUMBER_SIZE = 0.78
"""The size of the numbers, in sizes of the text."""

_CONTINUED = "⋯"
_LEAST_DIGITS = 3


class Margin(QWidget):
    """Drawn beside the viewport of its view and scrolled with it."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._measure()
        # Only a widget without gaps is scrolled by moving its pixels.
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def fitting_width(self, em: float) -> int:
        """The width in pixels that the numbers of all paragraphs and the brackets need."""
        digits = max(_LEAST_DIGITS, len(str(self._view.blockCount())))
        self._measure()
        number = self._number_metrics.horizontalAdvance("0") * digits
        return int(em * 0.9 + number + LANES * LANE_WIDTH)

    def _measure(self) -> None:
        """Take over the font of the text."""
        self._number_font = QFont(self._view.font())
        self._number_font.setPointSizeF(self._number_font.pointSizeF() * NUMBER_SIZE)
        self._number_metrics = QFontMetricsF(self._number_font)

    def follow(self, rect: QRect) -> None:
        """Draw what is beside `rect` of the text, which is drawn anew, unless it looks the same."""
        if not self._is_beside_nothing(rect):
            self.update(0, rect.y(), self.width(), rect.height())

    def _is_beside_nothing(self, rect: QRect) -> bool:
        """Whether only letters of the caret's paragraph move: no row, no border of a passage."""
        view = self._view
        block, positions, layers = view.textCursor().block(), view.positions, view.layers
        if not view.area_of(block).contains(rect):
            return False
        start = positions.offset(block.position())
        end = positions.offset(block.position() + block.length() - 1)
        return not layers.notes.touching(start, end) and all(
            placed.span.start < start and end < placed.span.end
            for placed in layers.repeats.touching(start, end)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the part beside the rows that are to be drawn."""
        rows = self._view.rows_beside(event.rect())
        if not rows:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_numbers(painter, rows)
            for placed in self._repeats_on(rows):
                self._draw_bracket(painter, rows, placed)
            self._draw_note_signs(painter, rows)
            self._draw_fold_signs(painter, event.rect())
        finally:
            painter.end()

    def _draw_numbers(self, painter: QPainter, rows: VisibleRows) -> None:
        view, roles = self._view, self._view.theme.roles
        metrics = self._number_metrics
        painter.setFont(self._number_font)
        caret_block = view.textCursor().block().position()
        right = self.width() - LANES * LANE_WIDTH - rows.em * 0.5
        for row in rows.rows:
            if row.first != row.shift:
                continue
            painter.setPen(roles.text if row.shift == caret_block else roles.margin_text)
            number = self._number(row)
            level = row.top + (row.height + metrics.ascent() - metrics.descent()) / 2
            left = right - metrics.horizontalAdvance(number)
            painter.drawText(QPointF(left, level), number)

    def _number(self, row: Row) -> str:
        positions = self._view.positions
        if positions.is_break(row.first - 1):
            return _CONTINUED
        block = self._view.document().findBlock(row.first).blockNumber()
        return str(block - positions.breaks_before(row.first) + 1)

    def _repeats_on(self, rows: VisibleRows) -> Sequence[Placed[RepeatedSpan]]:
        positions = self._view.positions
        return self._view.layers.repeats.touching(
            positions.offset(rows.first), positions.offset(rows.last)
        )

    def _draw_bracket(
        self, painter: QPainter, rows: VisibleRows, placed: Placed[RepeatedSpan]
    ) -> None:
        """A line along the rows of a passage, with a foot where the passage begins and ends."""
        positions, theme = self._view.positions, self._view.theme
        start, end = positions.unit(placed.span.start), positions.unit(placed.span.end)
        shown = [row for row, _, _ in rows.cut(start, end)]
        if not shown:
            return
        lane = self._view.layers.lane_of(placed.item)
        x = self.width() - (lane + 0.5) * LANE_WIDTH
        begins = shown[0].first <= start
        ends = end <= shown[-1].last + shown[-1].ends_block
        top = shown[0].top + (3 if begins else 0)
        bottom = shown[-1].top + shown[-1].height - (3 if ends else 0)
        pen = QPen(theme.repeat(placed.item.colour), 2.0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(x, top, x, bottom))
        foot = LANE_WIDTH * 0.55
        for drawn, level in ((begins, top), (ends, bottom)):
            if drawn:
                painter.drawLine(QLineF(x - 1, level, x + foot, level))
        if begins and placed.item.folds:
            middle = QPointF(x, shown[0].top + shown[0].height / 2)
            self._draw_triangle(painter, middle, pen.color(), folded=False)

    def _draw_fold_signs(self, painter: QPainter, clip: QRect) -> None:
        for row in self._view.fold_rows(clip):
            middle = QPointF(self.width() - LANE_WIDTH, row.band.center().y())
            self._draw_triangle(painter, middle, self._view.theme.roles.muted, folded=True)

    def _draw_triangle(
        self, painter: QPainter, middle: QPointF, colour: QColor, *, folded: bool
    ) -> None:
        """A triangle that points down beside what can be folded, right beside what is."""
        size = LANE_WIDTH * 0.7
        corners = [QPointF(-size, -size / 2), QPointF(size, -size / 2), QPointF(0, size * 0.7)]
        if folded:
            corners = [QPointF(corner.y(), corner.x()) for corner in corners]
        painter.setPen(QPen(self._view.theme.roles.base, 1.0))
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))

    def _draw_note_signs(self, painter: QPainter, rows: VisibleRows) -> None:
        positions = self._view.positions
        start, end = positions.offset(rows.first), positions.offset(rows.last)
        radius = rows.em * 0.18
        signed: set[float] = set()
        x = self.width() - LANES * LANE_WIDTH - rows.em * 0.22
        for placed in self._view.layers.notes.touching(start, end):
            unit = positions.unit(placed.span.start)
            note = placed.item
            for row, _, _ in rows.cut(unit, unit):
                if row.top not in signed:
                    signed.add(row.top)
                    place, done = QPointF(x, row.top + row.height / 2), note.task is Task.DONE
                    draw_note_sign(painter, place, radius, note.colour, self._view.theme, done)

    def _folded(self) -> Sequence[FoldRow]:
        return self._view.fold_rows(self.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click begins."""
        event.setAccepted(event.button() is Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fold the passage whose bracket is clicked; unfold what a row stands for."""
        view, point = self._view, event.position()
        for folded in self._folded():
            if folded.band.top() <= point.y() <= folded.band.bottom():
                view.unfold(folded.run.span)
                return
        row = view.visible_rows(self.rect()).row_at(point.y())
        if row is not None and point.x() >= self.width() - LANES * LANE_WIDTH:
            start, end = view.positions.offset(row.first), view.positions.offset(row.last)
            view.fold(view.repeats_to_fold(start, end)[:1])

    def event(self, event: QEvent) -> bool:
        """Name the repeats beside which the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            rows = self._view.visible_rows(self.rect())
            row, level = rows.row_at(event.pos().y()), event.pos().y()
            words = self._view.explanation_of_row(row) if row is not None else ""
            if any(fold.band.top() <= level <= fold.band.bottom() for fold in self._folded()):
                words = unfold_hint()
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
