"""Draws the heading of a group of findings across all cells of its row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from reviewer.gui.models.findings_groups import Heading
from reviewer.gui.panels.drawing import (
    CHIP_SIZE,
    GAP,
    RIGHT,
    draw_ground,
    draw_words,
    is_selected,
    letters,
    resized,
)
from reviewer.gui.theme import Theme

_ARROW = 3.5
"""Half the height of the arrow, in pixels."""

_ARROW_PLACE = 14
_WORDS_PLACE = 26


def draw_heading(
    painter: QPainter,
    option: QStyleOptionViewItem,
    row: QRect,
    heading: Heading,
    swatch: QPixmap | None,
    theme: Theme,
) -> None:
    """Draw what of a heading falls into one cell.

    Args:
        painter: as for a delegate, for one cell.
        option: of that cell.
        row: the area of the whole row.
        heading: what to draw.
        swatch: the sign of its group of damage, or None.
        theme: the colours.
    """
    # Qt draws a cell at a time, so each draws the whole heading and shows its own part.
    painter.setClipRect(option.rect)
    if not is_selected(option):
        painter.fillRect(option.rect, theme.roles.alternate)
    draw_ground(painter, option, theme)
    colour, muted = letters(option, theme), letters(option, theme, True)
    _draw_arrow(painter, row, heading.folded, QPen(muted, 1.6))
    words = row.adjusted(_WORDS_PLACE, 0, -GAP, 0)
    if swatch is not None:
        painter.drawPixmap(words.left(), row.center().y() - CHIP_SIZE // 2 + 1, swatch)
        words.adjust(CHIP_SIZE + 6, 0, 0, 0)
    count = f"{heading.total:,}"
    if heading.open != heading.total:
        count = f"{heading.open:,} / {heading.total:,}"
    plain = painter.font()
    width = draw_words(painter, words, count, muted, RIGHT)
    painter.setFont(resized(plain, 1.0, bold=True))
    draw_words(painter, words.adjusted(0, 0, -width - GAP, 0), heading.name.label, colour)
    painter.setFont(plain)


def _draw_arrow(painter: QPainter, row: QRect, folded: bool, pen: QPen) -> None:
    x, y, a = row.left() + _ARROW_PLACE, row.center().y() + 0.5, _ARROW
    corners = (
        [(x - a / 2, y - a), (x + a / 2, y), (x - a / 2, y + a)]
        if folded
        else [(x - a, y - a / 2), (x, y + a / 2), (x + a, y - a / 2)]
    )
    painter.save()
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([QPointF(*corner) for corner in corners]))
    finally:
        painter.restore()
