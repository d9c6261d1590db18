"""The text view and its map, side by side and of one mind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.gui.text.hover import Say
from reviewer.gui.text.layers import RepeatedSpan
from reviewer.gui.text.map_strip import MapStrip
from reviewer.gui.text.view import TextView
from reviewer.gui.theme import Theme
from reviewer.text.span import Span

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.annotation import Annotation
    from reviewer.review.marks import Mark


class TextPane(QWidget):
    """What the window shows of one document's text.

    Attributes:
        view: the text; its signals tell what the editor does.
        map: the map right of it.
    """

    def __init__(self, say: Say, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty pane; the arguments are those of `TextView`."""
        super().__init__(parent)
        self.view = TextView(say, theme, self)
        self.map = MapStrip(theme, self.view.visible_span, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.map)
        self.setFocusProxy(self.view)
        self.map.jumped.connect(self._show_place)
        self.view.visible_changed.connect(self.map.update)
        self.view.record_changed.connect(lambda _: self.map.set_length(self.view.positions.length))

    def show_document(
        self,
        text: str,
        marks: Sequence[Mark] = (),
        notes: Sequence[Annotation] = (),
        repeats: Sequence[RepeatedSpan] = (),
    ) -> None:
        """Show another document from its start. The sequences are sorted by start."""
        self.view.show_document(text, marks, notes, repeats)
        self.map.show_document(len(text), marks, repeats)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these findings, sorted by start, in place of the ones before."""
        self.view.set_marks(marks)
        self.map.set_marks(marks)

    def set_notes(self, notes: Sequence[Annotation]) -> None:
        """Show these notes, sorted by start, in place of the ones before."""
        self.view.set_notes(notes)

    def set_repeats(self, repeats: Sequence[RepeatedSpan]) -> None:
        """Show these repeated passages, sorted by start, in place of the ones before."""
        self.view.set_repeats(repeats)
        self.map.set_repeats(repeats)

    def set_current(self, span: Span | None) -> None:
        """Frame `span` as the current finding, or nothing."""
        self.view.set_current(span)
        self.map.set_current(span)

    def reveal(self, span: Span) -> None:
        """Put the caret at the start of `span` and show it."""
        self.view.reveal(span)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of `theme`."""
        self.view.set_theme(theme)
        self.map.set_theme(theme)

    def _show_place(self, offset: int) -> None:
        self.view.show_place(offset)
