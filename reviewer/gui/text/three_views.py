"""The marked text between its original and its clean copy, the three scrolled together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from reviewer.gui.text.hover import Say
from reviewer.gui.text.pane import TextPane
from reviewer.gui.text.view import TextView
from reviewer.gui.theme import Theme
from reviewer.review.edits import EditScript
from reviewer.text.span import Span

Carry = Callable[[int], int]
"""Where an offset of one text stands in another."""


class ThreeViews(QSplitter):
    """Original on the left, the marked text in the middle, the clean text on the right.

    Attributes:
        original: the source text, read only, with the places that changed.
        clean: the cleaned text, read only, with the places that changed.
    """

    def __init__(
        self, pane: TextPane, say: Say, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Put `pane` into the middle; the other two are hidden until asked for."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._middle = pane.view
        self.original, self.clean = TextView(say, theme), TextView(say, theme)
        self._headings = (QLabel(), QLabel(), QLabel())
        self._to_source = self._from_source = EditScript()
        self._to_clean = self._from_clean = EditScript()
        self._following = False
        widgets = (self.original, pane, self.clean)
        self._columns = [_headed(*pair) for pair in zip(self._headings, widgets, strict=True)]
        for column in self._columns:
            self.addWidget(column)
        self.setChildrenCollapsible(False)
        for view in (self.original, self.clean):
            view.setReadOnly(True)
        for view in (self.original, self._middle, self.clean):
            view.verticalScrollBar().valueChanged.connect(
                lambda _value, moved=view: self._follow(moved)
            )
        self._translate()
        self.show_all(False)

    @property
    def shows_all(self) -> bool:
        """Whether all three are shown."""
        return not self._columns[0].isHidden()

    def show_all(self, shown: bool) -> None:
        """Show the original and the clean text beside the marked one, or hide them."""
        for column in (self._columns[0], self._columns[2]):
            column.setVisible(shown)
        for heading in self._headings:
            heading.setVisible(shown)
        if shown:
            self.setSizes([1, 1, 1])
            self._follow(self._middle)

    def show_texts(self, source: str, typed: EditScript, clean: str, ledger: EditScript) -> None:
        """Show these texts.

        Args:
            source: the original.
            typed: leads from it to the marked text.
            clean: the cleaned text.
            ledger: leads from the original to the cleaned text.
        """
        self._from_source, self._to_source = typed, typed.inverse()
        self._to_clean, self._from_clean = ledger, ledger.inverse()
        for view, text in ((self.original, source), (self.clean, clean)):
            view.set_text(text)
        self.original.set_hits([edit.span for edit in ledger.edits if edit.removed])
        self.clean.set_hits([edit.span for edit in self._from_clean.edits if edit.removed])
        self._follow(self._middle)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for view in (self.original, self.clean):
            view.set_theme(theme)

    def set_text_font(self, size: float, family: str) -> None:
        """Set the letters of all three in `size` points of `family`, empty for the best one."""
        for view in (self.original, self._middle, self.clean):
            view.set_text_font(size, family)

    def set_rows(self, length: int, pitch: float) -> None:
        """Set the rows of all three; see `TextColumn.set_rows`."""
        for view in (self.original, self._middle, self.clean):
            view.set_rows(length, pitch)

    def set_text_size(self, size: float) -> None:
        """Set the letters of the outer views to as many points as those of the middle."""
        for view in (self.original, self.clean):
            view.set_text_font(size, self._middle.text_family)

    def _follow(self, moved: TextView) -> None:
        """Let the other views show what stands at the top of the one that was scrolled."""
        if self._following or not self.shows_all:
            return
        self._following = True
        top = moved.first_visible_offset()
        source = self._source_of(moved, top)
        for view, place in (
            (self.original, source),
            (self._middle, _carried(self._from_source, source)),
            (self.clean, _carried(self._to_clean, source)),
        ):
            if view is not moved:
                view.scroll_to(view.positions.unit(min(place, view.positions.length)))
        self._following = False

    def _source_of(self, view: TextView, offset: int) -> int:
        if view is self._middle:
            return _carried(self._to_source, offset)
        if view is self.clean:
            return _carried(self._from_clean, offset)
        return offset

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        names: Sequence[str] = (self.tr("原稿"), self.tr("审校稿"), self.tr("清稿"))
        for heading, name in zip(self._headings, names, strict=True):
            heading.setText(name)


def _headed(heading: QLabel, widget: QWidget) -> QWidget:
    heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
    heading.setContentsMargins(0, 4, 0, 4)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(heading)
    column.addWidget(widget, 1)
    return holder


def _carried(script: EditScript, offset: int) -> int:
    return script.map_span(Span(offset, offset)).start
