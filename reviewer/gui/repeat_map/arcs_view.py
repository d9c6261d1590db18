"""One document as a line: arcs join the places that are copies of each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reviewer.gui.models.quoting import tool_tip
from reviewer.gui.panels.drawing import LEFT, SMALL, draw_words, resized
from reviewer.gui.theme import Theme
from reviewer.repeats.family import FamilyKind
from reviewer.text.span import Span
from reviewer.workflow.repeat_map import Arc

EDGE, BAR, LABELS = 16, 14, 44
"""Pixels beside the line, of the line's height, and below it for the names of speeches."""

_LEAST_WIDTH = 2.0
_RIBBON, _CHOSEN_RIBBON = 0.28, 0.6
"""Opacity of a ribbon, and of the chosen one."""


class ArcsView(QWidget):
    """A bar for the text, above it a ribbon for each pair of copies, as wide as they are long.

    What other documents have too is hatched on the bar.

    Signals:
        chosen(int): the ribbon with this number was clicked.
        opened(int): it was clicked twice.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty view."""
        super().__init__(parent)
        self._theme = theme
        self._length = 0
        self._arcs: Sequence[Arc] = ()
        self._elsewhere: Sequence[tuple[int, Span]] = ()
        self._speeches: Sequence[tuple[str, int]] = ()
        self._words_of: Callable[[Arc], str] = lambda _: ""
        self._current: int | None = None
        self.setMinimumHeight(150)

    def show_document(
        self,
        length: int,
        arcs: Sequence[Arc],
        elsewhere: Sequence[tuple[int, Span]],
        speeches: Sequence[tuple[str, int]],
        words_of: Callable[[Arc], str],
    ) -> None:
        """Show a document.

        Args:
            length: of its text, in code points.
            arcs: its pairs of copies, the longest first.
            elsewhere: what other documents have too, with the numbers of the families.
            speeches: the titles of the speeches in it and where they begin.
            words_of: says what an arc joins, in a sentence.
        """
        self._length, self._arcs, self._elsewhere = length, arcs, elsewhere
        self._speeches, self._words_of = speeches, words_of
        self._current = None
        self.update()

    def show_current(self, number: int | None) -> None:
        """Draw the ribbon with this number stronger than the others."""
        self._current = number
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(760, 300)

    # Where things stand

    def _x(self, offset: int) -> float:
        room = self.width() - 2 * EDGE
        return EDGE + room * offset / max(1, self._length)

    @property
    def _level(self) -> float:
        """The upper edge of the bar."""
        return self.height() - LABELS - BAR

    def _ribbon(self, arc: Arc) -> QPainterPath:
        """The area between the arc of the outer ends and that of the inner ends."""
        one, other = arc.first.span, arc.second.span
        left, right = self._x(one.start), self._x(other.end)
        inner_left = max(self._x(min(one.end, other.start)), left + _LEAST_WIDTH)
        inner_right = max(inner_left, min(self._x(other.start), right - _LEAST_WIDTH))
        path = QPainterPath(QPointF(left, self._level))
        self._arch(path, left, right)
        path.lineTo(inner_right, self._level)
        self._arch(path, inner_right, inner_left)
        path.closeSubpath()
        return path

    def _arch(self, path: QPainterPath, start: float, end: float) -> None:
        """A curve from one place of the bar to another, the higher the further they are apart."""
        room = self.width() - 2 * EDGE
        rise = (self._level - EDGE) * (abs(end - start) / max(1, room)) ** 0.6 * 4 / 3
        top = self._level - rise
        path.cubicTo(QPointF(start, top), QPointF(end, top), QPointF(end, self._level))

    def arc_at(self, point: QPointF) -> int | None:
        """The number of the ribbon at a point; of several the shortest, which lies on top."""
        found = [
            number
            for number, arc in enumerate(self._arcs)
            if self._ribbon(arc).contains(point) or self._on_bar(arc, point)
        ]
        return found[-1] if found else None

    def _on_bar(self, arc: Arc, point: QPointF) -> bool:
        if not self._level <= point.y() <= self._level + BAR:
            return False
        return any(
            self._x(member.span.start) <= point.x() <= self._x(member.span.end)
            for member in (arc.first, arc.second)
        )

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ribbons, the bar and the names."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), self._theme.roles.base)
            if self._length:
                self._draw_bar(painter)
                for number, arc in enumerate(self._arcs):
                    self._draw_ribbon(painter, arc, number == self._current)
                self._draw_speeches(painter)
        finally:
            painter.end()

    def _draw_bar(self, painter: QPainter) -> None:
        roles = self._theme.roles
        painter.fillRect(self._box(Span(0, self._length)), roles.hover)
        for family, span in self._elsewhere:
            colour = self._theme.repeat(family - 1)
            painter.fillRect(self._box(span), QBrush(colour, Qt.BrushStyle.Dense5Pattern))

    def _box(self, span: Span) -> QRectF:
        left = self._x(span.start)
        return QRectF(left, self._level, max(_LEAST_WIDTH, self._x(span.end) - left), BAR)

    def _draw_ribbon(self, painter: QPainter, arc: Arc, is_current: bool) -> None:
        colour = self._theme.repeat(arc.family.number - 1)
        for member in (arc.first, arc.second):
            box = self._box(member.span)
            # A hair of ground at the end tells two copies apart that follow each other.
            painter.fillRect(box.adjusted(0, 0, -1 if box.width() > 4 else 0, 0), colour)
        ground = QColor(colour)
        ground.setAlphaF(_CHOSEN_RIBBON if is_current else _RIBBON)
        pen = QPen(colour, 2.0 if is_current else 1.2)
        if arc.family.kind is not FamilyKind.EXACT:
            pen.setDashPattern([4.0, 2.5])
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawPath(self._ribbon(arc))

    def _draw_speeches(self, painter: QPainter) -> None:
        """A tick where each speech begins, and its number and title where there is room."""
        roles = self._theme.roles
        painter.setFont(resized(self.font(), SMALL))
        bottom = self._level + BAR
        starts = [*(self._x(start) for _, start in self._speeches), float(self.width() - EDGE)]
        for place, (title, _) in enumerate(self._speeches):
            left, room = starts[place], starts[place + 1] - starts[place]
            painter.setPen(QPen(roles.muted, 1.0))
            painter.drawLine(QPointF(left, self._level - 4), QPointF(left, bottom + 6))
            if room < 14:
                continue
            area = QRectF(left + 3, bottom + 4, room - 6, 16).toRect()
            draw_words(painter, area, str(place + 1), roles.text, LEFT)
            draw_words(painter, area.translated(0, 17), title, roles.muted, LEFT)

    # The mouse

    def event(self, event: QEvent) -> bool:
        """Say what the ribbon under the mouse joins."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)

    def words_at(self, point: QPoint) -> str:
        """The tool tip at a point, as markup."""
        number = self.arc_at(QPointF(point))
        return "" if number is None else tool_tip(self._words_of(self._arcs[number]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the ribbon that is clicked."""
        number = self.arc_at(event.position())
        if number is not None:
            self.chosen.emit(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the ribbon that is clicked twice."""
        number = self.arc_at(event.position())
        if number is not None:
            self.opened.emit(number)
