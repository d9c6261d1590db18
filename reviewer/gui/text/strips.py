"""Pattern lines drawn once and laid under characters as often as wanted.

Stroking a wave or a dashed line costs many times what copying its pixels does, and a screen full
of findings has a hundred of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from reviewer.gui.text.patterns import Pattern, draw_line, period

_LEAST_LENGTH = 96
# Pixels of a strip: a short one has to be laid too often.


Stretch = tuple[int, int, int]
"""Where a line is laid: its left end, its row, its length, in whole pixels.

Between whole pixels copying would be as slow as stroking.
"""


class Strips:
    """Keeps a strip for each line that was drawn: few colours, patterns and widths."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[int, Pattern, float, float], QPixmap] = {}

    def draw(
        self,
        painter: QPainter,
        stretches: Iterable[Stretch],
        colour: QColor,
        pattern: Pattern,
        width: float,
    ) -> None:
        """Draw what `draw_line` draws, along each of `stretches`."""
        ratio = painter.device().devicePixelRatioF()
        key = (colour.rgba(), pattern, width, ratio)
        strip = self._drawn.get(key)
        if strip is None:
            strip = self._drawn[key] = _strip(colour, pattern, width, ratio)
        height = round(strip.height() / ratio)
        above = height // 2
        for left, level, length in stretches:
            painter.drawTiledPixmap(left, level - above, length, height, strip)


def _strip(colour: QColor, pattern: Pattern, width: float, ratio: float) -> QPixmap:
    """A strip whose end meets its start: the stroke is widened so that a period is whole pixels."""
    wanted = period(pattern) * width * ratio
    pixels = max(1, ceil(wanted))
    times = ceil(_LEAST_LENGTH * ratio / pixels)
    height = 2 * ceil(3 * width) + 1
    strip = QPixmap(pixels * times, round(height * ratio))
    strip.setDevicePixelRatio(ratio)
    strip.fill(Qt.GlobalColor.transparent)
    fitted = width * pixels / wanted if wanted else width
    length = pixels * times / ratio
    painter = QPainter(strip)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # One period more at both ends, so that no cap stands at a seam.
        beyond, level = pixels / ratio, strip.height() / ratio / 2
        line = QLineF(-beyond, level, length + beyond, level)
        draw_line(painter, line, colour, pattern, fitted)
    finally:
        painter.end()
    return strip
