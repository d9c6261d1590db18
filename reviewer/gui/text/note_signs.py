"""The sign that each colour of notes has of its own: colour is never the only difference."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from reviewer.gui.theme import Theme
from reviewer.review.annotation import NoteColour

_CORNERS = {
    # How many corners, where the first one stands in turns, and how far in every other one is.
    NoteColour.GREEN: (3, -0.25, 1.0),
    NoteColour.BLUE: (4, -0.125, 1.0),
    NoteColour.PINK: (4, -0.25, 1.0),
    NoteColour.PURPLE: (10, -0.25, 0.45),
}
"""Yellow is a disc."""


def draw_note_sign(
    painter: QPainter,
    centre: QPointF,
    radius: float,
    colour: NoteColour,
    theme: Theme,
    hollow: bool = False,
) -> None:
    """Draw the sign of a colour, in that colour.

    Args:
        painter: draws without rough edges already.
        centre: the middle of the sign.
        radius: about half its width, in pixels.
        colour: whose sign.
        theme: whose colours.
        hollow: only its outline, for what is done.
    """
    shade = theme.notes[colour]
    painter.setPen(QPen(shade, max(1.0, radius * 0.3)) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else shade)
    if colour in _CORNERS:
        painter.drawPolygon(_polygon(centre, radius * 1.18, *_CORNERS[colour]))
    else:
        painter.drawEllipse(centre, radius, radius)


def _polygon(centre: QPointF, radius: float, corners: int, first: float, inner: float) -> QPolygonF:
    points: list[QPointF] = []
    for corner in range(corners):
        turn = 2 * pi * (first + corner / corners)
        reach = radius * (inner if corner % 2 else 1.0)
        points.append(centre + QPointF(cos(turn) * reach, sin(turn) * reach))
    return QPolygonF(points)


def note_swatch(colour: NoteColour, theme: Theme, size: int, ratio: float = 1.0) -> QPixmap:
    """A square sample of a colour of notes: its ground with its sign.

    Args:
        colour: which one.
        theme: whose colours to take.
        size: its edge in pixels.
        ratio: the screen's pixels for each of them.
    """
    swatch = QPixmap(round(size * ratio), round(size * ratio))
    swatch.setDevicePixelRatio(ratio)
    swatch.fill(Qt.GlobalColor.transparent)
    painter = QPainter(swatch)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.note_grounds[colour])
        painter.drawRoundedRect(QRectF(0.5, 0.5, size - 1, size - 1), 3, 3)
        draw_note_sign(painter, QPointF(size / 2, size / 2), size * 0.27, colour, theme)
    finally:
        painter.end()
    return swatch
