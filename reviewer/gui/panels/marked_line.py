"""A few lines of plain words with one part of them marked; it takes as much height as it needs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.gui.models.quoting import Quote
from reviewer.gui.positions import unit_length

_LINE_SPACING = 1.25


class MarkedLine(QWidget):
    """Shows a quote; what is marked in it stands on a coloured ground, or is struck out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._quote = Quote("", "", "")
        self._ground: QColor | None = None
        self._struck = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """All that is shown, as one string."""
        return self._quote.before + self._quote.marked + self._quote.after

    def show_quote(self, quote: Quote, ground: QColor, struck: bool = False) -> None:
        """Show other words.

        Args:
            quote: the words.
            ground: the colour behind the marked part.
            struck: whether the marked part is struck out.
        """
        self._quote, self._ground, self._struck = quote, ground, struck
        self.setAccessibleDescription(self.words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all lines."""
        return self._laid_out(width)[1]

    def sizeHint(self) -> QSize:
        """As narrow as may be."""
        return QSize(120, self.heightForWidth(max(120, self.width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A line."""
        return QSize(80, round(self.fontMetrics().height() * _LINE_SPACING))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        try:
            painter.setPen(self.palette().color(self.foregroundRole()))
            self._laid_out(self.width())[0].draw(painter, QPointF(0, 0))
        finally:
            painter.end()

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(self.words, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._marked_range()])
        step, level = self.fontMetrics().height() * _LINE_SPACING, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, level + (step - line.height()) / 2))
            level += step
        layout.endLayout()
        return layout, round(level)

    def _marked_range(self) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        if self._ground is not None:
            look.setBackground(self._ground)
        look.setFontStrikeOut(self._struck)
        marked = QTextLayout.FormatRange()
        marked.start = unit_length(self._quote.before)
        marked.length = unit_length(self._quote.marked)
        marked.format = look
        return marked
