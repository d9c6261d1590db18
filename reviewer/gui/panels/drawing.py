"""What the rows of every list are drawn with: grounds, words cut to their room, signs, pills."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionViewItem

from reviewer.gui.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter

SIGN_SIZE = 16
CHIP_SIZE = 14
GAP = 8
MARGIN = 10
"""Pixels."""

SMALL = 0.9
"""The size of second-rank words, in sizes of the list's own font."""


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Whether the row is selected."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Fill a cell as its row's state asks for."""
    if is_selected(option):
        painter.fillRect(option.rect, theme.roles.selection)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme.roles.hover)


def letters(option: QStyleOptionViewItem, theme: Theme, muted: bool = False) -> QColor:
    """The colour of words in a cell. What is muted stays so on a selection, where it is legible."""
    if is_selected(option):
        colour = QColor(theme.roles.selection_text)
        colour.setAlphaF(0.75 if muted else 1.0)
        return colour
    return theme.roles.muted if muted else theme.roles.text


def draw_words(
    painter: QPainter,
    area: QRect,
    words: str,
    colour: QColor,
    alignment: Qt.AlignmentFlag = LEFT,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """Draw one line of plain words, cut to the area; the width that they take, in pixels."""
    fitting = painter.fontMetrics().elidedText(words, elide, max(0, area.width()))
    painter.setPen(colour)
    painter.drawText(area, alignment | Qt.TextFlag.TextSingleLine, fitting)
    return painter.fontMetrics().horizontalAdvance(fitting)


def resized(font: QFont, factor: float, bold: bool = False) -> QFont:
    """The font in another size, and bold if asked for."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * factor)
    else:
        made.setPixelSize(max(1, round(font.pixelSize() * factor)))
    made.setBold(bold)
    return made


def mute(label: QLabel, theme: Theme) -> None:
    """Write a label in the colour of second-rank words."""
    palette = label.palette()
    palette.setColor(label.foregroundRole(), theme.roles.muted)
    label.setPalette(palette)


def draw_pill(painter: QPainter, area: QRect, ground: QColor) -> None:
    """A rounded ground behind a few words."""
    painter.save()
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(area), 3, 3)
    finally:
        painter.restore()
