"""Draws what is shown upon the text: grounds behind the letters, lines and frames over them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reviewer.garble.finding import Group
from reviewer.gui.text.patterns import GROUP_PATTERNS, Pattern, line_width
from reviewer.gui.text.scene import DrawnMark, Scene
from reviewer.gui.text.strips import Stretch, Strips
from reviewer.gui.theme import Theme
from reviewer.review.decision import Verdict

REPEAT_TINT = 0.22
CURRENT_TINT = 0.8
HIT_TINT = 1.6
VEIL_OPACITY = 0.5
"""How much of the ground lies over the letters of a finding that is settled as removed."""

_DEEPEST = 2
# Findings inside each other that have a line or frame of their own; a deeper one shares the last.

_STEP = 0.2
# How much lower the next line is, in widths of a Han character.

_INSET = 2.0
# How many pixels the next frame is smaller at each edge.

LINE_DISTANCE = 0.08
"""How far the line of a finding runs under its characters, in widths of a Han character."""

_UNDERLINED = (Verdict.OPEN, Verdict.REJECTED)
_REMOVED = (Verdict.ACCEPTED, Verdict.EDITED)


class Overlay:
    """Draws scenes in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._tints = {group: theme.tint(colour) for group, colour in theme.groups.items()}
        self._strips = Strips()

    def draw_grounds(self, painter: QPainter, scene: Scene) -> None:
        """Draw what lies behind the letters."""
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        for repeat, bands in scene.repeats:
            self._fill(painter, bands, theme.tint(theme.repeat(repeat.colour), REPEAT_TINT))
        for _, boxes in scene.notes:
            self._fill(painter, boxes, theme.roles.note_ground)
        self._fill_open_marks(painter, scene.marks)
        self._fill(painter, scene.current, theme.tint(theme.roles.accent, CURRENT_TINT))
        self._fill(painter, scene.hits, theme.tint(theme.roles.warning, HIT_TINT))
        # Qt colours selected letters as high as its own line; the band fills the space between.
        self._fill(painter, scene.selection, theme.roles.selection)

    def _fill_open_marks(self, painter: QPainter, marks: Sequence[DrawnMark]) -> None:
        boxes: dict[Group, list[QRectF]] = {}
        for mark in marks:
            if mark.verdict is Verdict.OPEN:
                boxes.setdefault(mark.group, []).extend(mark.boxes)
        for group, grounds in boxes.items():
            self._fill(painter, grounds, self._tints[group])

    def draw_lines(self, painter: QPainter, scene: Scene) -> None:
        """Draw what lies over the letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        removed = [box for mark in scene.marks if mark.verdict in _REMOVED for box in mark.boxes]
        self._strike(painter, [box for box in removed if box.width()])
        self._draw_underlines(painter, scene)
        for mark in scene.marks:
            if mark.verdict is not Verdict.OPEN or _is_empty(mark):
                self._draw_signs(painter, mark, scene.em)
        painter.setPen(QPen(self._theme.roles.warning, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in scene.hits:
            painter.drawRect(_crisp(box))
        for _, boxes in scene.notes:
            for box in boxes[:1]:
                self._draw_flag(painter, box, scene.em)
        self._draw_frame(painter, scene.current, scene.em)

    def _fill(self, painter: QPainter, rects: Sequence[QRectF], colour: QColor) -> None:
        if rects:
            painter.setBrush(colour)
            painter.drawRects([rect.toRect() for rect in rects])

    def _draw_underlines(self, painter: QPainter, scene: Scene) -> None:
        """The lines under findings that are open or rejected, those of one look together."""
        alike: dict[tuple[Group, Verdict], list[DrawnMark]] = {}
        for mark in scene.marks:
            if mark.verdict in _UNDERLINED:
                alike.setdefault((mark.group, mark.verdict), []).append(mark)
        em = scene.em
        levels = [em * (LINE_DISTANCE + _STEP * depth) for depth in range(_DEEPEST + 1)]
        for (group, verdict), marks in alike.items():
            stretches: list[Stretch] = []
            for mark in marks:
                level = levels[min(mark.depth, _DEEPEST)]
                # A hair short at both ends, so that neighbours stay apart.
                for box in mark.boxes:
                    if width := box.width():
                        gap = min(em * 0.06, width / 4)
                        stretches.append((box.x() + gap, box.bottom() + level, width - 2 * gap))
            if verdict is Verdict.OPEN:
                line = self._theme.groups[group], GROUP_PATTERNS[group], line_width(em)
            else:
                line = self._theme.roles.muted, Pattern.DOTTED, line_width(em) * 0.6
            self._strips.draw(painter, stretches, *line)

    def _draw_signs(self, painter: QPainter, mark: DrawnMark, em: float) -> None:
        """What tells a verdict or an empty place besides a line or a veil."""
        verdict = mark.verdict
        colour = self._theme.groups[mark.group]
        for box in mark.boxes:
            if not box.width():
                settled = verdict in _REMOVED or verdict is Verdict.REJECTED
                self._draw_caret(painter, box, self._theme.roles.muted if settled else colour, em)
            elif verdict is Verdict.LATER:
                painter.setPen(QPen(colour, 1.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(_crisp(box, inset=_INSET * min(mark.depth, _DEEPEST)))
        if verdict is Verdict.EDITED and mark.boxes:
            last = mark.boxes[-1]
            end = QRectF(last.right(), last.top(), 0, last.height())
            self._draw_caret(painter, end, colour, em)

    def _strike(self, painter: QPainter, boxes: Sequence[QRectF]) -> None:
        veil = QColor(self._theme.roles.base)
        veil.setAlphaF(VEIL_OPACITY)
        painter.setPen(Qt.PenStyle.NoPen)
        self._fill(painter, boxes, veil)
        middles = [QRectF(box.left(), box.center().y(), box.width(), 1.0) for box in boxes]
        self._fill(painter, middles, self._theme.roles.muted)

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

    def _draw_flag(self, painter: QPainter, box: QRectF, em: float) -> None:
        """A folded corner where a note begins."""
        size = em * 0.34
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.roles.note)
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


def _is_empty(mark: DrawnMark) -> bool:
    return len(mark.boxes) == 1 and not mark.boxes[0].width()


def _crisp(rect: QRectF, inset: float = 0.0) -> QRectF:
    """`rect` moved so that a thin line along it falls on whole pixels, `inset` inside of it."""
    edge = 0.5 + inset
    return QRectF(rect.toAlignedRect()).adjusted(edge, edge, -edge, -edge)
