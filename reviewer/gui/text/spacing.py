"""Line and paragraph spacing for Chinese prose, which Qt's plain text layout does not know."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextLine
from PySide6.QtWidgets import QPlainTextDocumentLayout

ROW_LENGTH = 46
"""The most Han characters in a row, if nobody chooses; longer rows are hard to follow."""

LINE_PITCH = 1.8
"""The distance of two lines, if nobody chooses, in widths of a Han character."""

PARAGRAPH_GAP = 0.5
"""The space before a paragraph, in widths of a Han character."""

_LEAST_LEAD = 1.0
# Qt puts the first line of a fresh layout at 0, so a first line at 0 has not been spaced yet.


def em_width(font_metrics: QFontMetricsF) -> float:
    """The width of a Han character in pixels; every distance in the text view is counted in it."""
    return font_metrics.horizontalAdvance("\u56fd")


class SpacedLayout(QPlainTextDocumentLayout):
    """Qt's layout with the lines of each block moved apart.

    Qt asks for a block's rectangle before it draws or measures it and lays the block out if need
    be; that is where the lines are moved. Lines, cursor, hits and scrolling all follow the lines'
    own places, so nothing else has to know.

    Attributes:
        pitch: the distance of two ordinary lines in pixels.
    """

    def __init__(self, document: QTextDocument, is_break: Callable[[int], bool]) -> None:
        """Make the layout of `document`.

        Args:
            document: the widget's document, which owns the layout from then on.
            is_break: whether the separator at a position is a soft break, which gets no gap.
        """
        super().__init__(document)
        self._is_break = is_break
        self.pitch = 1.0
        self._gap = 0.0

    def measure(self, em: float, pitch: float) -> None:
        """Space lines and paragraphs for characters `em` pixels wide, lines `pitch` em apart."""
        self.pitch = float(round(em * pitch))
        self._gap = float(round(em * PARAGRAPH_GAP))

    def row_of(self, line: QTextLine) -> tuple[float, float]:
        """The pixels from the top of the row of `line` to the line, and the height of the row."""
        letters = ceil(line.height())
        height = max(self.pitch, letters + 2 * _LEAST_LEAD)
        return (height - letters) / 2, height

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802 - Qt's name
        """The block's rectangle, its lines moved to their rows first; empty for a folded one."""
        if not block.isVisible():
            return QRectF()
        rect = super().blockBoundingRect(block)
        first = block.layout().lineAt(0)
        if first.isValid() and first.y() < _LEAST_LEAD:
            self._space(block)
            rect = super().blockBoundingRect(block)
        return rect

    @property
    def fold_height(self) -> float:
        """The height of the row that stands for folded paragraphs, in pixels."""
        return self.pitch

    def space_above(self, position: int) -> float:
        """The pixels between a block, which begins at `position`, and the visible one before."""
        if position == 0:
            return self._gap
        if not self.document().findBlock(position - 1).isVisible():
            return self._gap + self.fold_height
        return 0.0 if self._is_break(position - 1) else self._gap

    def _space(self, block: QTextBlock) -> None:
        """Move the lines of `block` down: what stands between two blocks is above the second."""
        layout = block.layout()
        top = self.space_above(block.position())
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            lead, height = self.row_of(line)
            line.setPosition(QPointF(line.x(), top + 2 * lead))
            top += height
