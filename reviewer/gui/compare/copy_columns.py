"""Two copies side by side, scrolled together, and the walk from difference to difference."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

from reviewer.gui.compare.compare_commands import SIDE_COMMANDS, Command
from reviewer.gui.compare.copy_column import CopyColumn
from reviewer.gui.text.hover import Say
from reviewer.gui.theme import Theme
from reviewer.text.span import Span
from reviewer.workflow.differences import Comparison, Difference, compare_copies

_NOTHING = Comparison((), ((0, 0),))


class CopyColumns(QSplitter):
    """Left and right copy.

    Signals:
        walked(): another difference is current, or there are others.

    Attributes:
        sides: the left column and the right one.
    """

    walked = Signal()

    def __init__(
        self,
        say: Say,
        theme: Theme,
        actions: Mapping[Command, QAction],
        parent: QWidget | None = None,
    ) -> None:
        """Make two empty columns; the arguments are those of `CopyColumn`."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._comparison = _NOTHING
        self._stops: tuple[Difference, ...] = ()
        self._current: int | None = None
        self._following = False
        self.sides = tuple(
            CopyColumn(say, theme, [actions[one] for one in commands], bool(side), self)
            for side, commands in enumerate(SIDE_COMMANDS)
        )
        for side, column in enumerate(self.sides):
            self.addWidget(column)
            column.view.verticalScrollBar().valueChanged.connect(
                lambda _value, moved=side: self._follow(moved)
            )
            column.view.cursor_moved.connect(lambda offset, at=side: self._stop_at(at, offset))
        self.setChildrenCollapsible(False)
        self.setSizes([1, 1])

    def show_texts(self, texts: tuple[str, str], fresh: bool) -> None:
        """Show two passages.

        Args:
            texts: the left one and the right one.
            fresh: whether they are other copies than before; where not, the views stay where they
                are, and the difference that follows on the last one becomes current.
        """
        self._following = True
        for column, text in zip(self.sides, texts, strict=True):
            column.show_text(text, fresh=fresh)
        self._comparison = compare_copies(*texts)
        for column in self.sides:
            column.view.show_differences(self._comparison.differences)
        self._stops = tuple(row for row in self._comparison.differences if row.matters)
        self._following = False
        count = len(self._stops)
        if fresh or not count:
            self._current = None
        elif self._current is not None:
            self._current = min(self._current, count - 1)
        self._show_current()
        self._follow(0)

    @property
    def stops(self) -> tuple[Difference, ...]:
        """The differences that the walk stops at: those that matter, in the left copy's order."""
        return self._stops

    @property
    def differ_in_form(self) -> bool:
        """Whether there are differences that do not matter."""
        return len(self._stops) < len(self._comparison.differences)

    @property
    def current(self) -> Difference | None:
        """The difference that is framed."""
        return None if self._current is None else self._stops[self._current]

    @property
    def number(self) -> int:
        """Which difference is current, from 1; 0 for none."""
        return 0 if self._current is None else self._current + 1

    def walk(self, step: int) -> None:
        """Go to the next difference (1) or the one before (-1), round at the ends."""
        count = len(self._stops)
        if not count:
            return
        start = -1 if step > 0 else 0
        self._current = ((start if self._current is None else self._current) + step) % count
        self._show_current()

    def reveal(self, spans: tuple[Span | None, Span | None]) -> None:
        """Bring a place of each copy into view."""
        self._following = True
        for column, span in zip(self.sides, spans, strict=True):
            if span is not None:
                column.view.reveal(span)
        self._following = False

    def frame(self, spans: tuple[Span | None, Span | None]) -> None:
        """Frame a place of each copy instead of a difference."""
        self._current = None
        for column, span in zip(self.sides, spans, strict=True):
            column.view.set_current(span)
        self.walked.emit()

    def _show_current(self) -> None:
        """Frame the current difference and bring it into view."""
        self._frame_current()
        if self.current is not None:
            self.reveal((self.current.left, self.current.right))
        self.walked.emit()

    def _frame_current(self) -> None:
        difference = self.current
        for side, column in enumerate(self.sides):
            column.view.set_current(None if difference is None else difference.side(bool(side)))

    def _stop_at(self, side: int, offset: int) -> None:
        """Make the difference current that the caret came to; the other side follows."""
        if self._following:
            return
        there = [
            (len(row.side(bool(side))), number)
            for number, row in enumerate(self._stops)
            if row.side(bool(side)).start <= offset < row.side(bool(side)).end
        ]
        number = min(there, default=(0, self._current))[1]
        if number is None or number == self._current:
            return
        self._current, row = number, self._stops[number]
        self._frame_current()
        self.reveal((None, row.right) if side == 0 else (row.left, None))
        self.walked.emit()

    def _follow(self, moved: int) -> None:
        """Let the other copy show what answers the top of the one that was scrolled."""
        if self._following:
            return
        self._following = True
        view, other = self.sides[moved].view, self.sides[1 - moved].view
        place = self._comparison.carried(view.first_visible_offset(), to_right=moved == 0)
        other.scroll_to(other.positions.unit(min(place, other.positions.length)))
        self._following = False

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for column in self.sides:
            column.set_theme(theme)

    def set_text_font(self, size: float, family: str) -> None:
        """Set the letters of both copies, as in `TextColumn`."""
        for column in self.sides:
            column.view.set_text_font(size, family)

    def retranslate(self) -> None:
        """Word everything in the language of the moment."""
        for column in self.sides:
            column.retranslate()
