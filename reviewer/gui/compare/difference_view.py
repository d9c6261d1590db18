"""One of two copies: its passage, read only, with what differs from the other drawn upon it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reviewer.gui.compare.difference_looks import draw_ground, draw_over, kind_name
from reviewer.gui.text.hover import Say
from reviewer.gui.text.layers import SpanIndex
from reviewer.gui.text.rows import VisibleRows
from reviewer.gui.text.view import TextView
from reviewer.gui.theme import Theme
from reviewer.text.span import Span
from reviewer.workflow.differences import Difference, DifferenceKind


class DifferenceView(TextView):
    """A passage with differences. Its paragraphs bear no numbers: here they count from 1."""

    def __init__(
        self, say: Say, theme: Theme, is_right: bool, parent: QWidget | None = None
    ) -> None:
        """Make an empty view.

        Args:
            say: as in `TextView`.
            theme: the colours to begin with.
            is_right: which side of a difference is shown.
            parent: as in Qt.
        """
        self._is_right = is_right
        self._differences = self._index(())
        super().__init__(say, theme, parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def margin_width(self) -> int:
        """Nothing stands beside the passage."""
        return 0

    def _index(self, differences: Sequence[Difference]) -> SpanIndex[Difference]:
        return SpanIndex(differences, lambda row: row.side(self._is_right))

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """Draw these, in any order, in place of the ones before."""
        ordered = sorted(differences, key=lambda row: row.side(self._is_right))
        self._differences = self._index(ordered)
        self.viewport().update()

    def differences_at(self, start: int, end: int) -> list[Difference]:
        """What differs in a range of the passage."""
        return [placed.item for placed in self._differences.touching(start, end)]

    def explanation(self, offset: int) -> str:
        """Markup on how the character at `offset` differs, or an empty string."""
        found = [
            row
            for row in self.differences_at(offset, offset + 1)
            if row.side(self._is_right).overlaps(Span(offset, offset + 1))
        ]
        return "".join(f"<p>{escape(kind_name(row.kind))}</p>" for row in found)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grounds of differences, the text, and the lines of differences."""
        drawn = self._on_screen(event.rect())
        self._paint(drawn, over=False)
        super().paintEvent(event)
        self._paint(drawn, over=True)

    def _on_screen(self, clip: QRect) -> list[tuple[DifferenceKind, VisibleRows, Span]]:
        rows = self.visible_rows(clip)
        if not rows:
            return []
        positions = self.positions
        seen = positions.offset(rows.first), positions.offset(rows.last)
        return [
            (placed.item.kind, rows, placed.span) for placed in self._differences.touching(*seen)
        ]

    def _paint(self, drawn: list[tuple[DifferenceKind, VisibleRows, Span]], *, over: bool) -> None:
        painter = QPainter(self.viewport())
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, over)
            for kind, rows, span in drawn:
                units = self.positions.unit(span.start), self.positions.unit(span.end)
                boxes = rows.boxes(*units)
                if over:
                    draw_over(painter, boxes, kind, self.theme, rows.em)
                else:
                    draw_ground(painter, boxes, kind, self.theme)
        finally:
            painter.end()
