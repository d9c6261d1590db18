"""Sets paragraphs into lines and the lines onto numbered pages, a little at a time.

The pages of a long text take seconds. They come from a generator, so that the window stays alive
between two paragraphs, memory stays flat, and the work can be given up after any of them.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from reviewer.gui.positions import PositionMap
from reviewer.gui.printing.typeset import Look, Paragraph, Rank, Stretch
from reviewer.text.errors import ReviewerError

LONGEST_PIECE = 3000
"""Code points that are set at once. A longer paragraph is set in pieces, line by line the same."""

LEADING = 1.35
"""The distance of two lines of the text, in heights of the font."""

RANK_SIZES = {Rank.BODY: 1.0, Rank.HEADING: 1.15, Rank.REASON: 0.8}
FURNITURE_SIZE = 0.75
"""The size of letters, in sizes of the text's font."""

INK = QColor("#000000")
FAINT = QColor("#5d6673")
COLOURS = {
    Look.REMOVED: QColor("#b3261e"),
    Look.INSERTED: QColor("#1e7145"),
    Look.DOUBTED: QColor("#8a5a00"),
    Look.NUMBER: FAINT,
}
"""Paper is white whatever the window's theme is; each look has a line of its own beside it."""


class PagesFailed(ReviewerError):
    """The printer or the file takes no pages."""


@dataclass(frozen=True, slots=True)
class PageRange:
    """The pages that are drawn, counted from 1; `last` 0 is the end."""

    first: int = 1
    last: int = 0

    def __contains__(self, number: int) -> bool:
        return self.first <= number and (not self.last or number <= self.last)


def set_pages(
    device: QPagedPaintDevice,
    title: str,
    paragraphs: Iterable[Paragraph],
    font: QFont,
    drawn: PageRange | None = None,
) -> Generator[int, None, None]:
    """Draw paragraphs on the pages of `device`, with `title` above and the number below.

    Yields:
        After each piece of a paragraph, how many code points were set since the last time.

    Raises:
        PagesFailed: the device takes no page.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise PagesFailed("the device takes no pages")
    try:
        sheet = _Sheet(device, painter, title, font, drawn or PageRange())
        for paragraph in paragraphs:
            yield from sheet.set_paragraph(paragraph)
    finally:
        painter.end()


class _Sheet:
    """The page that is being filled."""

    def __init__(
        self,
        device: QPagedPaintDevice,
        painter: QPainter,
        title: str,
        font: QFont,
        drawn: PageRange,
    ) -> None:
        self._device = device
        self._painter = painter
        self._title = title
        self._drawn = drawn
        self._fonts = {rank: _sized(font, size) for rank, size in RANK_SIZES.items()}
        self._small = _sized(font, FURNITURE_SIZE)
        self._metrics = QFontMetricsF(self._small, device)
        self._width = float(device.width())
        self._top = self._metrics.height() * 2
        self._bottom = device.height() - self._metrics.height() * 2
        self._y = self._top
        self._number = 1
        self._on_paper = False
        self._begin_page()

    def set_paragraph(self, paragraph: Paragraph) -> Iterator[int]:
        """Set one paragraph below what is there; yields as `set_pages` does."""
        font = self._fonts[paragraph.rank]
        least = QFontMetricsF(font, self._device).height() * LEADING
        text, positions = paragraph.text, PositionMap(paragraph.text)
        start = 0
        while True:
            end = min(len(text), start + LONGEST_PIECE)
            units = positions.unit(start), positions.unit(end)
            layout = self._layout(text[start:end], font, _within(paragraph.stretches, *units))
            taken = self._set_lines(layout, least, end == len(text))
            # What a piece keeps back begins a line of its own in the next one.
            following = end if taken is None else positions.offset(units[0] + taken)
            yield following - start
            if following >= len(text):
                return
            start = following

    def _layout(self, text: str, font: QFont, stretches: Sequence[Stretch]) -> QTextLayout:
        layout = QTextLayout(text, font, self._device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_format(stretch) for stretch in stretches])
        return layout

    def _set_lines(self, layout: QTextLayout, least: float, is_last: bool) -> int | None:
        """Set the lines of a piece, but for the last one where the paragraph goes on.

        Returns:
            Where in the piece the line that was kept back begins, or None.
        """
        layout.beginLayout()
        waiting = layout.createLine()
        while waiting.isValid():
            waiting.setLineWidth(self._width)
            line, waiting = waiting, layout.createLine()
            if not waiting.isValid() and not is_last and line.textStart():
                layout.endLayout()
                return line.textStart()
            height = max(least, line.height())
            self._make_room(height)
            if self._on_paper:
                line.setPosition(QPointF(0, 0))
                gap = (height - line.height()) / 2
                line.draw(self._painter, QPointF(0, self._y + gap))
            self._y += height
        layout.endLayout()
        return None

    def _make_room(self, height: float) -> None:
        if self._y + height > self._bottom and self._y > self._top:
            self._number += 1
            self._y = self._top
            self._begin_page()

    def _begin_page(self) -> None:
        was_on_paper = self._on_paper
        self._on_paper = self._number in self._drawn
        if not self._on_paper:
            return
        if was_on_paper and not self._device.newPage():
            raise PagesFailed("the device takes no more pages")
        painter, height = self._painter, self._metrics.height()
        painter.setFont(self._small)
        painter.setPen(FAINT)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        words = self._metrics.elidedText(self._title, Qt.TextElideMode.ElideMiddle, self._width)
        painter.drawText(QRectF(0, 0, self._width, height), middle, words)
        foot = QRectF(0, self._device.height() - height, self._width, height)
        painter.drawText(foot, middle, f"— {self._number} —")
        painter.setPen(QPen(FAINT, height / 40))
        painter.drawLine(QPointF(0, height * 1.3), QPointF(self._width, height * 1.3))
        painter.setPen(INK)


def _sized(font: QFont, size: float) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * size)
    return made


def _within(stretches: Sequence[Stretch], start: int, end: int) -> list[Stretch]:
    """The parts of stretches in the units from `start` to `end`, counted from `start`."""
    parts: list[Stretch] = []
    for stretch in stretches:
        low = max(stretch.start, start)
        high = min(stretch.start + stretch.length, end)
        if low < high:
            parts.append(Stretch(low - start, high - low, stretch.look))
    return parts


def _format(stretch: Stretch) -> QTextLayout.FormatRange:
    drawn = QTextCharFormat()
    drawn.setForeground(COLOURS[stretch.look])
    match stretch.look:
        case Look.REMOVED:
            drawn.setFontStrikeOut(True)
        case Look.INSERTED:
            drawn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        case Look.DOUBTED:
            drawn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        case _:
            drawn.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = stretch.start, stretch.length, drawn
    return made


def text_length(paragraphs: Iterable[Paragraph]) -> int:
    """How many code points paragraphs have, as `set_pages` counts them."""
    return sum(len(paragraph.text) for paragraph in paragraphs)
