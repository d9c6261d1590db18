"""The library as a matrix: how much of each document stands in each other one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from reviewer.gui.models.quoting import one_line, percent, tool_tip
from reviewer.gui.panels.drawing import LEFT, MIDDLE, RIGHT, draw_words
from reviewer.gui.theme import Theme
from reviewer.review.steps import DocumentId
from reviewer.workflow.repeat_map import SharedText, SharedTexts

LEAST_CELL, LARGEST_CELL = 14, 56
NAMES_WIDTH, HEAD_HEIGHT, EDGE = 190, 26, 10
"""Pixels."""

NUMBER_FROM = 34
"""Cells from this edge on, in pixels, have room for the share in words."""

_FAINTEST, _FULLEST = 0.10, 0.85
"""Opacity of the smallest share and of the whole."""

Pair = tuple[DocumentId, DocumentId]


class RepeatMatrix(QWidget):
    """A row for each document, a column for each.

    The darker a cell, the more of its row's document stands in its column's. Cells on the diagonal
    are hatched: they tell of repeats inside a document.

    Signals:
        chosen(int, int): the cell of these two documents was clicked.
    """

    chosen = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty matrix."""
        super().__init__(parent)
        self._theme = theme
        self._texts: SharedTexts | None = None
        self._titles: Mapping[DocumentId, str] = {}
        self._documents: Sequence[DocumentId] = ()
        self._current: Pair | None = None
        self._words_of: Callable[[SharedText], str] = lambda _: ""
        self.setMouseTracking(True)

    def show_texts(
        self,
        texts: SharedTexts,
        documents: Sequence[DocumentId],
        titles: Mapping[DocumentId, str],
        words_of: Callable[[SharedText], str],
    ) -> None:
        """Show what documents share.

        Args:
            texts: what is shared.
            documents: those that have a row and a column, in order.
            titles: their names.
            words_of: says what a cell shows, in a sentence.
        """
        self._texts, self._documents = texts, documents
        self._titles, self._words_of = titles, words_of
        self.setMinimumSize(self._size(LEAST_CELL))
        self.update()

    def show_current(self, pair: Pair | None) -> None:
        """Frame the cell of two documents."""
        self._current = pair
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self.update()

    @property
    def cell(self) -> int:
        """The edge of a cell in pixels."""
        count = max(1, len(self._documents))
        room = min(
            (self.width() - NAMES_WIDTH - EDGE) // count,
            (self.height() - HEAD_HEIGHT - EDGE) // count,
        )
        return max(LEAST_CELL, min(LARGEST_CELL, room))

    def _size(self, cell: int) -> QSize:
        side = cell * len(self._documents) + EDGE
        return QSize(NAMES_WIDTH + side, HEAD_HEIGHT + side)

    def sizeHint(self) -> QSize:
        """Room for cells of a fair size."""
        return self._size(max(LEAST_CELL, min(LARGEST_CELL, 360 // max(1, len(self._documents)))))

    def rect_of(self, row: int, column: int) -> QRect:
        """Where a cell stands."""
        cell = self.cell
        return QRect(NAMES_WIDTH + column * cell, HEAD_HEIGHT + row * cell, cell, cell)

    def pair_at(self, point: QPoint) -> Pair | None:
        """The documents of the cell at a point."""
        cell = self.cell
        column, row = (point.x() - NAMES_WIDTH) // cell, (point.y() - HEAD_HEIGHT) // cell
        count = len(self._documents)
        if 0 <= row < count and 0 <= column < count:
            return self._documents[row], self._documents[column]
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells that are to be drawn, their names and numbers."""
        painter = QPainter(self)
        try:
            painter.fillRect(event.rect(), self._theme.roles.base)
            if self._texts is not None:
                self._draw(painter, self._texts, event.rect())
        finally:
            painter.end()

    def _draw(self, painter: QPainter, texts: SharedTexts, clip: QRect) -> None:
        cell, roles = self.cell, self._theme.roles
        numbers = range(len(self._documents))
        columns = [at for at in numbers if self.rect_of(0, at).right() >= clip.left()]
        for row in numbers:
            if (
                self.rect_of(row, 0).bottom() < clip.top()
                or self.rect_of(row, 0).top() > clip.bottom()
            ):
                continue
            self._draw_name(painter, row, cell)
            for column in columns:
                if self.rect_of(row, column).left() > clip.right():
                    break
                shared = texts.shared(self._documents[row], self._documents[column])
                self._draw_cell(painter, self.rect_of(row, column), shared)
        for column in columns:
            area = self.rect_of(0, column).adjusted(0, -HEAD_HEIGHT, 0, -cell)
            draw_words(painter, area, str(column + 1), roles.muted, MIDDLE)
        self._draw_frame(painter)

    def _draw_name(self, painter: QPainter, row: int, cell: int) -> None:
        roles = self._theme.roles
        area = QRect(EDGE, HEAD_HEIGHT + row * cell, NAMES_WIDTH - EDGE - 6, cell)
        number = painter.fontMetrics().horizontalAdvance("000")
        draw_words(painter, area, str(row + 1), roles.muted, RIGHT)
        title = one_line(self._titles.get(self._documents[row], ""))
        draw_words(painter, area.adjusted(0, 0, -number - 4, 0), title, roles.text, LEFT)

    def _draw_cell(self, painter: QPainter, area: QRect, shared: SharedText) -> None:
        roles = self._theme.roles
        inner = area.adjusted(1, 1, -1, -1)
        painter.fillRect(inner, roles.alternate)
        if not shared.characters:
            return
        colour = QColor(roles.accent)
        colour.setAlphaF(_FAINTEST + (_FULLEST - _FAINTEST) * shared.share)
        painter.fillRect(inner, colour)
        if shared.document == shared.other:
            hatch = QColor(roles.text)
            hatch.setAlphaF(0.35)
            painter.fillRect(inner, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
        if inner.width() >= NUMBER_FROM:
            strong = shared.share > 0.55
            draw_words(
                painter,
                inner,
                percent(shared.share),
                roles.accent_text if strong else roles.text,
                MIDDLE,
            )

    def _draw_frame(self, painter: QPainter) -> None:
        if self._current is None or not set(self._current) <= set(self._documents):
            return
        row, column = (self._documents.index(number) for number in self._current)
        painter.setPen(QPen(self._theme.roles.warning, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect_of(row, column).adjusted(1, 1, -1, -1))

    def event(self, event: QEvent) -> bool:
        """Say what the cell under the mouse shows."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)

    def words_at(self, point: QPoint) -> str:
        """The tool tip at a point, as markup."""
        pair = self.pair_at(point)
        if pair is None or self._texts is None:
            return ""
        return tool_tip(self._words_of(self._texts.shared(*pair)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell that is clicked, if its documents share something."""
        pair = self.pair_at(event.position().toPoint())
        if pair is not None and self._texts is not None and self._texts.shared(*pair).characters:
            self.chosen.emit(*pair)
