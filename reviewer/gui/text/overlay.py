"""Draws what is shown upon the text: grounds behind the letters, lines and frames over them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reviewer.gui.text.patterns import GROUP_PATTERNS, Pattern, draw_line, line_width
from reviewer.gui.text.scene import DrawnMark, Scene
from reviewer.gui.theme import Theme
from reviewer.review.decision import Verdict

REPEAT_TINT = 0.22
CURRENT_TINT = 0.8
HIT_TINT = 1.6
VEIL_OPACITY = 0.5
"""How much of the ground lies over the letters of a finding that is settled as removed."""

_REMOVED = (Verdict.ACCEPTED, Verdict.EDITED)


class Overlay:
    """Draws scenes in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def draw_grounds(self, painter: QPainter, scene: Scene) -> None:
        """Draw what lies behind the letters."""
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        for repeat, bands in scene.repeats:
            self._fill(painter, bands, theme.tint(theme.repeat(repeat.colour), REPEAT_TINT))
        for note, boxes in scene.notes:
            self._fill(painter, boxes, theme.note_grounds[note.colour])
        for mark in scene.marks:
            if mark.verdict is Verdict.OPEN:
                self._fill(painter, mark.boxes, theme.tint(theme.groups[mark.group]))
        self._fill(painter, scene.current, theme.tint(theme.roles.accent, CURRENT_TINT))
        self._fill(painter, scene.hits, theme.tint(theme.roles.warning, HIT_TINT))
        # Qt colours selected letters as high as its own line; the band fills the space between.
        self._fill(painter, scene.selection, theme.roles.selection)

    def draw_lines(self, painter: QPainter, scene: Scene) -> None:
        """Draw what lies over the letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in scene.marks:
            self._draw_mark(painter, mark, scene.em)
        painter.setPen(QPen(self._theme.roles.warning, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in scene.hits:
            painter.drawRect(_crisp(box))
        for note, boxes in scene.notes:
            for box in boxes[:1]:
                self._draw_flag(painter, box, scene.em, self._theme.notes[note.colour])
        self._draw_frame(painter, scene.current, scene.em)

    def _fill(self, painter: QPainter, rects: Sequence[QRectF], colour: QColor) -> None:
        for rect in rects:
            painter.fillRect(rect, colour)

    def _draw_mark(self, painter: QPainter, mark: DrawnMark, em: float) -> None:
        roles = self._theme.roles
        colour = self._theme.groups[mark.group]
        width = line_width(em)
        settled = mark.verdict in _REMOVED or mark.verdict is Verdict.REJECTED
        for box in mark.boxes:
            if not box.width():
                self._draw_caret(painter, box, roles.muted if settled else colour, em)
            elif mark.verdict in _REMOVED:
                self._strike(painter, box)
            elif mark.verdict is Verdict.REJECTED:
                draw_line(painter, _underline(box, em), roles.muted, Pattern.DOTTED, width * 0.6)
            elif mark.verdict is Verdict.LATER:
                painter.setPen(QPen(colour, 1.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(_crisp(box))
            else:
                draw_line(painter, _underline(box, em), colour, GROUP_PATTERNS[mark.group], width)
        if mark.verdict is Verdict.EDITED and mark.boxes:
            last = mark.boxes[-1]
            end = QRectF(last.right(), last.top(), 0, last.height())
            self._draw_caret(painter, end, colour, em)

    def _strike(self, painter: QPainter, box: QRectF) -> None:
        veil = QColor(self._theme.roles.base)
        veil.setAlphaF(VEIL_OPACITY)
        painter.fillRect(box, veil)
        middle = round(box.center().y()) + 0.5
        painter.setPen(QPen(self._theme.roles.muted, 1.0))
        painter.drawLine(QLineF(box.left(), middle, box.right(), middle))

    def _draw_caret(self, painter: QPainter, box: QRectF, colour: QColor, em: float) -> None:
        """A wedge under a place between two characters: something is missing, or is put, here."""
        tip, half = box.bottom() - em * 0.1, em * 0.22
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(box.left(), tip),
                    QPointF(box.left() - half, tip + half * 1.4),
                    QPointF(box.left() + half, tip + half * 1.4),
                ]
            )
        )

    def _draw_flag(self, painter: QPainter, box: QRectF, em: float, colour: QColor) -> None:
        """A folded corner where a note begins."""
        size = em * 0.34
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corner = box.topLeft()
        painter.drawPolygon(
            QPolygonF([corner, corner + QPointF(size, 0), corner + QPointF(0, size)])
        )

    def _draw_frame(self, painter: QPainter, boxes: Sequence[QRectF], em: float) -> None:
        """A frame around all of `boxes`, open where it goes on in the next row."""
        painter.setPen(QPen(self._theme.roles.accent, max(1.5, em * 0.1)))
        reach = em * 0.12
        for index, box in enumerate(boxes):
            frame = _crisp(box.adjusted(-reach, -reach, reach, em * 0.28))
            painter.drawLine(frame.topLeft(), frame.topRight())
            painter.drawLine(frame.bottomLeft(), frame.bottomRight())
            if index == 0:
                painter.drawLine(frame.topLeft(), frame.bottomLeft())
            if index == len(boxes) - 1:
                painter.drawLine(frame.topRight(), frame.bottomRight())


def _underline(box: QRectF, em: float) -> QLineF:
    """The line under `box`, a hair short at both ends so that neighbours stay apart."""
    level = round(box.bottom() + em * 0.08) + 0.5
    gap = min(em * 0.06, box.width() / 4)
    return QLineF(box.left() + gap, level, box.right() - gap, level)


def _crisp(rect: QRectF) -> QRectF:
    """`rect` moved so that a thin line along it falls on whole pixels."""
    whole = rect.toAlignedRect()
    return QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5)
