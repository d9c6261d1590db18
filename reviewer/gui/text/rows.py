"""The rows of text that are on the screen: where each character is drawn and which one is hit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QTextBlock, QTextLine

from reviewer.gui.positions import unit_length
from reviewer.gui.text.spacing import SpacedLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

GLYPH_RISE = 0.90
"""How far a Han character reaches above the base line, in its own width."""

GLYPH_FALL = 0.16
"""How far it reaches below."""

LINE_END_WIDTH = 0.5
"""The width in which a marked line end is shown, in widths of a Han character."""

_OVERHANG = 6
# Frames and underlines reach a few pixels out of their own row.


@dataclass(slots=True)
class Row:
    """One visible line of a block.

    Attributes:
        first: the position of its first character in the document.
        last: one past the position of its last character; a line end is not counted.
        ends_block: whether the block ends with it.
        top, height: its band in the viewport, spacing included.
        left: the x of the block's origin in the viewport.
        baseline: the y of the base line in the viewport.
        line: Qt's line; good until the document changes.
        shift: what to take from a document position for the line's own count.
        composing: place and length of the input method's preedit text in the line's own count.
    """

    first: int
    last: int
    ends_block: bool
    top: float
    height: float
    left: float
    baseline: float
    line: QTextLine
    shift: int
    composing: tuple[int, int]

    def x(self, unit: int) -> float:
        """The x in the viewport of the left border of the character at position `unit`."""
        place = unit - self.shift
        if self.composing[1] and place > self.composing[0]:
            place += self.composing[1]
        return self.left + cast("tuple[float, int]", self.line.cursorToX(place))[0]

    def unit_at(self, x: float) -> int:
        """The position of the character that is drawn at `x` in the viewport."""
        place = self.line.xToCursor(x - self.left, QTextLine.CursorPosition.CursorOnCharacter)
        if place > self.composing[0]:
            place = max(self.composing[0], place - self.composing[1])
        return place + self.shift


class VisibleRows:
    """The rows that meet a rectangle of the viewport, from top to bottom."""

    def __init__(self, rows: Sequence[Row], em: float) -> None:
        self.rows = rows
        self.em = em
        self._lasts = [row.last for row in rows]

    def __bool__(self) -> bool:
        return bool(self.rows)

    @property
    def first(self) -> int:
        """The position of the first character."""
        return self.rows[0].first

    @property
    def last(self) -> int:
        """One past the position of the last character."""
        return self.rows[-1].last

    def cut(self, start: int, end: int) -> Iterator[tuple[Row, int, int]]:
        """Each row that shows some of the positions `[start, end)`, with the part that it shows.

        A part may reach one past the row's last character: its line end. Where `start == end` the
        one part is empty.
        """
        rows = self.rows
        for index in range(bisect_left(self._lasts, start), len(rows)):
            row = rows[index]
            first = row.first
            if first > end or (first == end and start < end):
                return
            low, high = max(start, first), min(end, row.last + row.ends_block)
            if low < high:
                yield row, low, high
            elif start == end and (start < row.last or row.ends_block):
                yield row, start, start
                return

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """The rectangles of the characters `[start, end)`: one a row, as high as the characters."""
        rise, height = GLYPH_RISE * self.em, (GLYPH_RISE + GLYPH_FALL) * self.em
        return [
            QRectF(left, row.baseline - rise, right - left, height)
            for row, left, right in self._stretches(start, end)
        ]

    def bands(self, start: int, end: int) -> list[QRectF]:
        """The same, each as high as its row, so that rows below each other touch."""
        return [
            QRectF(left, row.top, right - left, row.height)
            for row, left, right in self._stretches(start, end)
        ]

    def _stretches(self, start: int, end: int) -> list[tuple[Row, float, float]]:
        index = bisect_right(self._lasts, start)
        if start < end and index < len(self.rows):
            row = self.rows[index]
            if row.first <= start and end <= row.last:
                # Nearly every finding lies within one row.
                left, right = row.x(start), row.x(end)
                return [(row, left, right) if left <= right else (row, right, left)]
        stretches: list[tuple[Row, float, float]] = []
        for row, low, high in self.cut(start, end):
            left = row.x(low)
            right = row.x(min(high, row.last)) if high > low else left
            if high > row.last:
                right += LINE_END_WIDTH * self.em
            stretches.append((row, left, right) if left <= right else (row, right, left))
        return stretches

    def row_at(self, level: float) -> Row | None:
        """The row in whose band the y `level` lies."""
        return next((row for row in self.rows if row.top <= level < row.top + row.height), None)

    def unit_at(self, point: QPointF) -> int | None:
        """The position of the character drawn at `point`, or None where none is."""
        row = self.row_at(point.y())
        if row is None:
            return None
        extent = row.line.naturalTextRect()
        right = row.left + extent.right() + (LINE_END_WIDTH * self.em if row.ends_block else 0)
        if not row.left + extent.left() <= point.x() < right:
            return None
        return min(row.unit_at(point.x()), row.last)

    def nearest_line_level(self, level: float) -> float:
        """The y nearest to `level` that lies upon a line rather than in the space between two."""
        if not self.rows:
            return level
        lines = [row.baseline - row.line.ascent() for row in self.rows]
        ends = [top + row.line.height() - 1 for row, top in zip(self.rows, lines, strict=True)]
        levels = [min(max(level, top), end) for top, end in zip(lines, ends, strict=True)]
        return min(levels, key=lambda nearest: abs(nearest - level))


def visible_rows(view: QPlainTextEdit, layout: SpacedLayout, clip: QRect, em: float) -> VisibleRows:
    """The rows of `view` that meet `clip`, a rectangle of its viewport.

    Cost: O(rows) plus, for a block that begins far above, O(log lines).
    """
    rows: list[Row] = []
    block = view.firstVisibleBlock()
    origin = view.contentOffset()
    top = origin.y()
    while block.isValid() and top <= clip.bottom() + _OVERHANG:
        height = layout.blockBoundingRect(block).height()
        if height and top + height >= clip.top() - _OVERHANG:
            rows.extend(_rows_of(block, QPointF(origin.x(), top), layout, clip))
        top += height
        block = block.next()
    return VisibleRows(rows, em)


def _rows_of(
    block: QTextBlock, origin: QPointF, layout: SpacedLayout, clip: QRect
) -> Iterator[Row]:
    lines = block.layout()
    count = lines.lineCount()
    composing = (lines.preeditAreaPosition(), unit_length(lines.preeditAreaText()))
    hidden = clip.top() - _OVERHANG - origin.y()
    first = 0
    if hidden > 0:
        first = bisect_left(range(count), hidden, key=lambda i: lines.lineAt(i).rect().bottom())
    shift, left, above = block.position(), origin.x(), origin.y()
    lowest = clip.bottom() + _OVERHANG
    for index in range(first, count):
        line = lines.lineAt(index)
        lead, height = layout.row_of(line)
        level = above + line.y()
        if level - lead > lowest:
            return
        start = line.textStart()
        yield Row(
            first=shift + _counted(start, composing),
            last=shift + _counted(start + line.textLength(), composing),
            ends_block=index == count - 1,
            top=level - lead,
            height=height,
            left=left,
            baseline=level + line.ascent(),
            line=line,
            shift=shift,
            composing=composing,
        )


def _counted(place: int, composing: tuple[int, int]) -> int:
    """A place in a line's own count as one in the block, where preedit text is not counted."""
    return max(composing[0], place - composing[1]) if place > composing[0] else place
