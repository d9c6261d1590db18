"""The line that each group of findings has of its own: colour is never the only difference."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from reviewer.garble.group import Group
from reviewer.gui.theme import Theme


class Pattern(Enum):
    """How a line looks."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    WAVY = "wavy"
    DOUBLE = "double"
    DASH_DOTTED = "dash-dotted"


GROUP_PATTERNS = {
    Group.ENCODING: Pattern.WAVY,
    Group.CHARACTERS: Pattern.SOLID,
    Group.WORDING: Pattern.DASHED,
    Group.MASKS: Pattern.DOUBLE,
    Group.LAYOUT: Pattern.DOTTED,
    Group.FURNITURE: Pattern.DASH_DOTTED,
}

_STROKES = {
    # Lengths of stroke and gap in line widths.
    Pattern.DASHED: [3.0, 2.0],
    Pattern.DOTTED: [1.2, 1.6],
    Pattern.DASH_DOTTED: [4.5, 1.8, 1.2, 1.8],
}


_HALF_WAVE = 2.4
# In line widths.


def period(pattern: Pattern) -> float:
    """After how many line widths a line looks the same again; 0 where it never changes."""
    if pattern is Pattern.WAVY:
        return 2 * _HALF_WAVE
    return sum(_STROKES.get(pattern, ()))


def line_width(em: float) -> float:
    """The width in pixels of a line under characters `em` pixels wide."""
    return max(1.4, em * 0.1)


def draw_line(
    painter: QPainter, line: QLineF, colour: QColor, pattern: Pattern, width: float
) -> None:
    """Draw a level line from left to right; `width` is its stroke in pixels."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern in _STROKES:
        pen.setDashPattern(_STROKES[pattern])
    painter.setPen(pen)
    if pattern is Pattern.WAVY:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_wave(line, width))
    elif pattern is Pattern.DOUBLE:
        pen.setWidthF(width * 0.7)
        painter.setPen(pen)
        painter.drawLine(line.translated(0, -0.75 * width))
        painter.drawLine(line.translated(0, 0.75 * width))
    else:
        painter.drawLine(line)


def _wave(line: QLineF, width: float) -> QPainterPath:
    half, rise = _HALF_WAVE * width, 2.2 * width
    path = QPainterPath(line.p1())
    x, y, right = line.x1(), line.y1(), line.x2()
    while x < right:
        end = min(x + half, right)
        path.quadTo(QPointF((x + end) / 2, y - rise), QPointF(end, y))
        x, rise = end, -rise
    return path


def group_swatch(group: Group, theme: Theme, size: int, ratio: float = 1.0) -> QPixmap:
    """A square sample of a group's ground and line, for lists and the legend.

    Args:
        group: the group of findings.
        theme: whose colours to take.
        size: its edge in pixels.
        ratio: the screen's pixels for each of them.
    """
    swatch = QPixmap(round(size * ratio), round(size * ratio))
    swatch.setDevicePixelRatio(ratio)
    swatch.fill(Qt.GlobalColor.transparent)
    colour = theme.groups[group]
    painter = QPainter(swatch)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tint(colour))
        painter.drawRoundedRect(QRectF(0.5, 0.5, size - 1, size - 1), 3, 3)
        level = size * 0.72
        line = QLineF(size * 0.14, level, size * 0.86, level)
        draw_line(painter, line, colour, GROUP_PATTERNS[group], line_width(float(size)))
    finally:
        painter.end()
    return swatch
