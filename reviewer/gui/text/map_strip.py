"""The map beside the text: the whole document from top to bottom, with all that was found in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.garble.group import Group
from reviewer.gui.text.layers import RepeatedSpan
from reviewer.gui.theme import Theme
from reviewer.text.span import Span

if TYPE_CHECKING:
    from reviewer.review.marks import Mark

EDGE = 3
REPEAT_LANE = 6
GROUP_LANE = 4
"""Widths in pixels. Each group has a lane of its own, so that colour is not the only difference."""

LEAST_TICK = 3
"""The least height in pixels of a tick."""

REBUILD_PAUSE = 60
"""Milliseconds within which several changes of what is shown lead to one new picture."""

_SETTLED_OPACITY = 0.28
_BOX_TINT = 0.8
_WIDTH = 2 * EDGE + REPEAT_LANE + 2 + GROUP_LANE * len(Group)


class MapStrip(QWidget):
    """A thin picture of the whole text: repeats on the left, a lane for each group on the right.

    Signals:
        jumped(int): the editor clicked or dragged to this offset of the text.
    """

    jumped = Signal(int)

    def __init__(
        self, theme: Theme, visible_span: Callable[[], Span], parent: QWidget | None = None
    ) -> None:
        """Make an empty map.

        Args:
            theme: the colours to begin with.
            visible_span: tells what is on the screen, in code points.
            parent: as in Qt.
        """
        super().__init__(parent)
        self._theme = theme
        self._visible_span = visible_span
        self._length = 0
        self._marks: Sequence[Mark] = ()
        self._repeats: Sequence[RepeatedSpan] = ()
        self._current: Span | None = None
        self._picture: QPixmap | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(REBUILD_PAUSE)
        self._pause.timeout.connect(self._drop_picture)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("全文概览"))
        self.setToolTip(self.tr("全文概览：左列为重复段落，右列为各类问题；点击跳转"))

    def changeEvent(self, event: QEvent) -> None:
        """Take a new name with a new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def sizeHint(self) -> QSize:
        """Thin, and as high as there is room."""
        return QSize(_WIDTH, 200)

    def show_document(
        self, length: int, marks: Sequence[Mark], repeats: Sequence[RepeatedSpan]
    ) -> None:
        """Map a text of `length` code points."""
        self._length, self._marks, self._repeats = length, marks, repeats
        self._current = None
        self._drop_picture()

    def set_length(self, length: int) -> None:
        """The text has `length` code points now."""
        self._length = length
        self._pause.start()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these findings in place of the ones before."""
        self._marks = marks
        self._pause.start()

    def set_repeats(self, repeats: Sequence[RepeatedSpan]) -> None:
        """Show these repeated passages in place of the ones before."""
        self._repeats = repeats
        self._pause.start()

    def set_current(self, span: Span | None) -> None:
        """Point at the current finding, or at nothing."""
        self._current = span
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self._drop_picture()

    def _drop_picture(self) -> None:
        self._pause.stop()
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height makes another picture."""
        super().resizeEvent(event)
        self._drop_picture()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, made only if it is out of date, and what is on the screen upon it."""
        if self._picture is None:
            self._picture = self._drawn_picture()
        painter = QPainter(self)
        try:
            painter.drawPixmap(0, 0, self._picture)
            self._draw_visible(painter)
            self._draw_current(painter)
        finally:
            painter.end()

    def _drawn_picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.roles.window)
        painter = QPainter(picture)
        try:
            for repeat in self._repeats:
                top, bottom = self._level(repeat.span.start), self._level(repeat.span.end)
                box = QRectF(EDGE, top, REPEAT_LANE, max(LEAST_TICK, bottom - top))
                painter.fillRect(box, self._theme.repeat(repeat.colour))
            colours = [self._theme.groups[group] for group in Group]
            for run in _runs(self._marks, self._scale):
                left = EDGE + REPEAT_LANE + 2 + run.lane * GROUP_LANE
                painter.setOpacity(1.0 if run.is_open else _SETTLED_OPACITY)
                painter.fillRect(left, run.top, GROUP_LANE, run.height, colours[run.lane])
        finally:
            painter.end()
        return picture

    def _draw_visible(self, painter: QPainter) -> None:
        span = self._visible_span()
        if len(span) >= self._length:
            return
        top, bottom = self._level(span.start), self._level(span.end)
        box = QRectF(0.5, top + 0.5, self.width() - 1, max(8.0, bottom - top) - 1)
        painter.setPen(QPen(self._theme.roles.muted, 1.0))
        painter.setBrush(self._theme.tint(self._theme.roles.muted, _BOX_TINT))
        painter.drawRoundedRect(box, 2, 2)

    def _draw_current(self, painter: QPainter) -> None:
        if self._current is None:
            return
        level = self._level(self._current.start)
        painter.setPen(QPen(self._theme.roles.accent, 2.0))
        painter.drawLine(0, level + 1, self.width(), level + 1)

    @property
    def _scale(self) -> float:
        """Pixels for each code point."""
        return max(0, self.height() - LEAST_TICK) / max(1, self._length)

    def _level(self, offset: int) -> int:
        """The y of an offset of the text."""
        return int(min(offset, self._length) * self._scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._jump(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while its button is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._jump(event.position().y())

    def _jump(self, level: float) -> None:
        part = min(1.0, max(0.0, level / max(1, self.height() - LEAST_TICK)))
        self.jumped.emit(int(part * self._length))


@dataclass(frozen=True, slots=True)
class _Run:
    """Ticks of one lane that touch each other, in pixels from the top."""

    lane: int
    is_open: bool
    top: int
    height: int


def _runs(marks: Sequence[Mark], scale: float) -> list[_Run]:
    """What to draw for findings, those that are still open after the settled ones.

    Args:
        marks: the findings.
        scale: pixels for each code point.
    """
    import numpy as np

    from reviewer.review.finding_columns import KINDS
    from reviewer.review.marks import as_marks

    columns = as_marks(marks)
    groups = list(Group)
    lanes = np.array([groups.index(kind.group) for kind in KINDS])[columns.kinds]
    levels = (columns.starts * scale).astype(np.int64)
    runs: list[_Run] = []
    for is_open in (False, True):
        drawn = (columns.are_open == is_open) & ~columns.overwritten
        for lane in range(len(groups)):
            rows = np.unique(levels[drawn & (lanes == lane)])
            for part in np.split(rows, np.flatnonzero(np.diff(rows) > LEAST_TICK) + 1):
                if len(part):
                    top, last = int(part[0]), int(part[-1])
                    runs.append(_Run(lane, is_open, top, last - top + LEAST_TICK))
    return runs
