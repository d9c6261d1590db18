"""Draws what is shown upon the text: grounds behind the letters, lines and frames over them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from reviewer.gui.text.batches import DEEPEST, REMOVED, Batches, batches_of
from reviewer.gui.text.patterns import GROUP_PATTERNS, Pattern, line_width
from reviewer.gui.text.scene import DrawnMark, Scene
from reviewer.gui.text.strips import Strips
from reviewer.gui.theme import Theme
from reviewer.review.decision import Verdict

REPEAT_TINT = 0.22
CURRENT_TINT = 0.8
HIT_TINT = 1.6
FOLD_SIZE = 0.85
"""The size of the words that stand for folded paragraphs, in sizes of the text."""

VEIL_OPACITY = 0.5
"""How much of the ground lies over the letters of a finding that is settled as removed."""

_INSET = 2.0
# How many pixels the next frame is smaller at each edge.


class Overlay:
    """Draws scenes in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._tints = {group: theme.tint(colour) for group, colour in theme.groups.items()}
        self._repeat_tints = [theme.tint(colour, REPEAT_TINT) for colour in theme.repeats]
        self._veil = QColor(theme.roles.base)
        self._veil.setAlphaF(VEIL_OPACITY)
        self._strips = Strips()
        self._sorted: tuple[Sequence[DrawnMark], Batches] = ((), Batches())

    def draw_grounds(self, painter: QPainter, scene: Scene) -> None:
        """Draw what lies behind the letters."""
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        for repeat, bands in scene.repeats:
            self._fill(painter, bands, self._repeat_tints[repeat.colour % len(theme.repeats)])
        for note, boxes in scene.notes:
            self._fill(painter, boxes, theme.note_grounds[note.colour])
        for group, grounds in self._batches(scene).grounds.items():
            painter.setBrush(self._tints[group])
            painter.drawRects(grounds)
        if scene.current:
            self._fill(painter, scene.current, theme.tint(theme.roles.accent, CURRENT_TINT))
        if scene.hits:
            self._fill(painter, scene.hits, theme.tint(theme.roles.warning, HIT_TINT))
        # Qt colours selected letters as high as its own line; the band fills the space between.
        self._fill(painter, scene.selection, theme.roles.selection)

    def _batches(self, scene: Scene) -> Batches:
        """The findings of `scene` sorted, once for both calls and for a scene that is the same."""
        if scene.marks is not self._sorted[0]:
            self._sorted = scene.marks, batches_of(scene.marks, scene.em)
        return self._sorted[1]

    def draw_lines(self, painter: QPainter, scene: Scene) -> None:
        """Draw what lies over the letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_marks(painter, self._batches(scene), scene.em)
        painter.setPen(QPen(self._theme.roles.warning, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in scene.hits:
            painter.drawRect(_crisp(box))
        for note, boxes in scene.notes:
            for box in boxes[:1]:
                self._draw_flag(painter, box, scene.em, self._theme.notes[note.colour])
        self._draw_frame(painter, scene.current, scene.em)

    def _fill(self, painter: QPainter, rects: Sequence[QRectF], colour: QColor) -> None:
        if rects:
            painter.setBrush(colour)
            painter.drawRects([rect.toRect() for rect in rects])

    def _draw_marks(self, painter: QPainter, batches: Batches, em: float) -> None:
        theme, width = self._theme, line_width(em)
        if batches.veils:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._veil)
            painter.drawRects(batches.veils)
            painter.setBrush(theme.roles.muted)
            painter.drawRects(batches.strikes)
        for group, lines in batches.lines.items():
            self._strips.draw(painter, lines, theme.groups[group], GROUP_PATTERNS[group], width)
        if batches.rejected:
            dots = Pattern.DOTTED, width * 0.6
            self._strips.draw(painter, batches.rejected, theme.roles.muted, *dots)
        for mark in batches.signs:
            self._draw_signs(painter, mark, em)

    def _draw_signs(self, painter: QPainter, mark: DrawnMark, em: float) -> None:
        """What tells a verdict or an empty place besides a line or a veil."""
        verdict = mark.verdict
        colour = self._theme.groups[mark.group]
        for box in mark.boxes:
            if not box.width():
                settled = verdict in REMOVED or verdict is Verdict.REJECTED
                self._draw_caret(painter, box, self._theme.roles.muted if settled else colour, em)
            elif verdict is Verdict.LATER:
                painter.setPen(QPen(colour, 1.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(_crisp(box, inset=_INSET * min(mark.depth, DEEPEST)))
        if verdict is Verdict.EDITED and mark.boxes:
            last = mark.boxes[-1]
            end = QRectF(last.right(), last.top(), 0, last.height())
            self._draw_caret(painter, end, colour, em)

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

    def draw_fold_row(self, painter: QPainter, band: QRectF, em: float, words: str) -> None:
        """Draw the row that stands for folded paragraphs, with what it says."""
        roles = self._theme.roles
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(roles.border, 1.0))
        painter.setBrush(roles.alternate)
        painter.drawRoundedRect(_crisp(band), 4, 4)
        painter.setPen(roles.muted)
        font = painter.font()
        font.setPixelSize(max(8, round(FOLD_SIZE * em)))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        inside = band.adjusted(band.height() / 3, 0, -band.height() / 3, 0)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, shown)

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


def _crisp(rect: QRectF, inset: float = 0.0) -> QRectF:
    """`rect` moved so that a thin line along it falls on whole pixels, `inset` inside of it."""
    edge = 0.5 + inset
    return QRectF(rect.toAlignedRect()).adjusted(edge, edge, -edge, -edge)
