"""How each kind of difference looks and is called: a colour, and a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPolygonF

from reviewer.garble.group import Group
from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.text.patterns import Pattern, draw_line, line_width
from reviewer.gui.theme import Theme
from reviewer.workflow.differences import DifferenceKind

GROUND = 1.1
"""How strong the ground behind a difference is, in tints of the theme."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one kind of difference looks like.

    Attributes:
        hue: whose colour of the theme it takes; those are told apart by the colour-blind.
        pattern: its line.
        name: what it is called, in Chinese.
    """

    hue: Group
    pattern: Pattern
    name: str


LOOKS = {
    DifferenceKind.CHANGED: Look(
        Group.CHARACTERS, Pattern.WAVY, QT_TRANSLATE_NOOP("Compare", "说法不同")
    ),
    DifferenceKind.ONLY_LEFT: Look(
        Group.ENCODING, Pattern.DASHED, QT_TRANSLATE_NOOP("Compare", "只有左边有")
    ),
    DifferenceKind.ONLY_RIGHT: Look(
        Group.LAYOUT, Pattern.DOUBLE, QT_TRANSLATE_NOOP("Compare", "只有右边有")
    ),
    DifferenceKind.MOVED: Look(
        Group.WORDING, Pattern.DASH_DOTTED, QT_TRANSLATE_NOOP("Compare", "挪了位置")
    ),
    DifferenceKind.FORM: Look(
        Group.FURNITURE, Pattern.DOTTED, QT_TRANSLATE_NOOP("Compare", "只是字形或空格不同")
    ),
}


def kind_name(kind: DifferenceKind) -> str:
    """What a kind is called in the editor's language."""
    return QCoreApplication.translate("Compare", LOOKS[kind].name)


def colour_of(kind: DifferenceKind, theme: Theme) -> QColor:
    """The colour of a kind."""
    return theme.groups[LOOKS[kind].hue]


def draw_ground(
    painter: QPainter, boxes: Sequence[QRectF], kind: DifferenceKind, theme: Theme
) -> None:
    """Draw what lies behind the letters of a difference."""
    colour = theme.tint(colour_of(kind, theme), GROUND)
    for box in boxes:
        painter.fillRect(box, colour)


def draw_over(
    painter: QPainter, boxes: Sequence[QRectF], kind: DifferenceKind, theme: Theme, em: float
) -> None:
    """Draw the line under a difference, or a wedge where only the other copy has something."""
    colour = colour_of(kind, theme)
    for box in boxes:
        level = round(box.bottom() + em * 0.08) + 0.5
        if box.width():
            line = QLineF(box.left() + 1, level, box.right() - 1, level)
            draw_line(painter, line, colour, LOOKS[kind].pattern, line_width(em))
        else:
            _draw_wedge(painter, QPointF(box.left(), box.bottom() - em * 0.1), colour, em * 0.24)


def _draw_wedge(painter: QPainter, tip: QPointF, colour: QColor, half: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    feet = (
        QPointF(tip.x() - half, tip.y() + half * 1.5),
        QPointF(tip.x() + half, tip.y() + half * 1.5),
    )
    painter.drawPolygon(QPolygonF([tip, *feet]))


def swatch(kind: DifferenceKind, theme: Theme, size: int, ratio: float = 1.0) -> QPixmap:
    """A sample for the legend, `size` pixels high, with `ratio` screen pixels for each of them."""
    width = size * 2
    made = QPixmap(round(width * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, 1, width - 2, size * 0.68)
        draw_ground(painter, [box], kind, theme)
        draw_over(painter, [box], kind, theme, size * 0.9)
    finally:
        painter.end()
    return made
