"""Draws rows of two lines: a heading, second-rank words, asides, a chip, a bar of progress."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reviewer.gui.models.keyed_rows import ROW_WORDS, RowWords
from reviewer.gui.panels.drawing import (
    GAP,
    RIGHT,
    SMALL,
    draw_ground,
    draw_words,
    is_selected,
    letters,
    resized,
)
from reviewer.gui.theme import Theme

ChipColour = Callable[[Theme, int], QColor]
"""The colour of a chip, by its number."""

SIDE = 12
TOP = 7
LINE_GAP = 3
CHIP_WIDTH = 4
BAR_HEIGHT = 3
"""Pixels."""


class TwoLineDelegate(QStyledItemDelegate):
    """The look of the library, the repeats and the notes."""

    def __init__(
        self,
        theme: Theme,
        parent: QObject | None = None,
        chip_colour: ChipColour = Theme.repeat,
        bars: bool = False,
    ) -> None:
        """Draw in the colours of `theme`.

        Args:
            theme: the colours to begin with.
            parent: as in Qt.
            chip_colour: gives the colours of the chips.
            bars: whether rows have room for a bar of progress.
        """
        super().__init__(parent)
        self._theme = theme
        self._chip_colour = chip_colour
        self._bars = bars

    @property
    def theme(self) -> Theme:
        """The colours of the moment."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines with air around them."""
        second = QFontMetrics(resized(option.font, SMALL)).height()
        bar = BAR_HEIGHT + LINE_GAP + 1 if self._bars else 0
        return QSize(120, 2 * TOP + option.fontMetrics.height() + LINE_GAP + second + bar)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row = index.data(ROW_WORDS)
        if not isinstance(row, RowWords):
            return
        painter.save()
        try:
            draw_ground(painter, option, self._theme)
            area = option.rect.adjusted(SIDE, TOP, -SIDE, -TOP)
            area.setLeft(area.left() + self.draw_lead(painter, option, area, row))
            self._draw_lines(painter, option, area, row)
            if self._bars and row.progress is not None:
                self._draw_bar(painter, area, row.progress)
        finally:
            painter.restore()

    def draw_lead(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: RowWords
    ) -> int:
        """Draw what stands before the lines; the width that it takes, in pixels."""
        if row.chip is None:
            return 0
        self._draw_chip(painter, area, row.chip)
        return CHIP_WIDTH + GAP

    def _draw_lines(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: RowWords
    ) -> None:
        strong, muted = letters(option, self._theme), letters(option, self._theme, muted=True)
        warning = strong if is_selected(option) else self._theme.roles.warning
        small = resized(option.font, SMALL)
        first = QRect(area.left(), area.top(), area.width(), option.fontMetrics.height())
        second = QRect(first)
        second.setHeight(QFontMetrics(small).height())
        second.moveTop(first.bottom() + 1 + LINE_GAP)
        painter.setFont(small)
        first.setWidth(
            self._before_aside(painter, first, row.aside, warning if row.warns else muted)
        )
        room = self._before_aside(painter, second, row.words_aside, muted)
        draw_words(painter, QRect(second.topLeft(), QSize(room, second.height())), row.words, muted)
        font = resized(option.font, 1.0, bold=row.bold)
        font.setStrikeOut(bool(row.ticked))
        painter.setFont(font)
        draw_words(painter, first, row.heading, muted if row.ticked else strong)

    def _before_aside(self, painter: QPainter, line: QRect, aside: str, colour: QColor) -> int:
        """Draw what stands at the right end of a line; the width that is left before it."""
        if not aside:
            return line.width()
        return max(0, line.width() - draw_words(painter, line, aside, colour, RIGHT) - GAP)

    def _draw_chip(self, painter: QPainter, area: QRect, number: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._chip_colour(self._theme, number))
        chip = QRectF(area.left(), area.top() + 1, CHIP_WIDTH, area.height() - 2)
        painter.drawRoundedRect(chip, CHIP_WIDTH / 2, CHIP_WIDTH / 2)

    def _draw_bar(self, painter: QPainter, area: QRect, progress: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        roles = self._theme.roles
        track = QRectF(area.left(), area.bottom() - BAR_HEIGHT + 1, area.width(), BAR_HEIGHT)
        done = QRectF(track)
        done.setWidth(track.width() * min(1.0, max(0.0, progress)))
        for bar, colour in ((track, roles.border), (done, self._bar_colour(progress))):
            painter.setBrush(colour)
            painter.drawRoundedRect(bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)

    def _bar_colour(self, progress: float) -> QColor:
        return self._theme.roles.success if progress >= 1 else self._theme.roles.accent
