"""The tree of repeats: choice and unfolding survive every new list of the same families."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from reviewer.gui.models.repeats_model import Node, RepeatsModel
from reviewer.gui.panels.two_line_delegate import TwoLineDelegate
from reviewer.gui.theme import Theme

if TYPE_CHECKING:
    # The repeats bring the engine with them, which start-up does without.
    from reviewer.gui.models.repeats_words import KeptOf
    from reviewer.workflow.library_repeats import LibraryFamily, LibraryRepeats, Member

FEW_FAMILIES = 3
"""So many families or fewer are shown unfolded at first."""

_INDENTATION = 18


class RepeatsTree(QTreeView):
    """Families, unfolded to their disagreements and members.

    Signals:
        chosen(object): the editor went to this `Node`.
        opened(object): the editor wants more of this `Node`, by a double click or Enter.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty tree."""
        super().__init__(parent)
        self._settling = False
        self._key: tuple[int, ...] | None = None
        self._pressed = QModelIndex()
        self._repeats = RepeatsModel(self)
        self._delegate = TwoLineDelegate(theme, self)
        self.setModel(self._repeats)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENTATION)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._report)
        self.selectionModel().selectionChanged.connect(self._report)
        self.clicked.connect(self._report_click)
        self.setExpandsOnDoubleClick(False)
        self.activated.connect(lambda index: self.opened.emit(self._repeats.node(index)))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    @property
    def families(self) -> list[LibraryFamily]:
        """The families shown, from top to bottom."""
        return self._repeats.families

    @property
    def node(self) -> Node | None:
        """The chosen row. Qt makes the first one current by itself; no choice is that."""
        index = self.currentIndex()
        return self._repeats.node(index) if self.selectionModel().isSelected(index) else None

    def selected_member(self) -> tuple[LibraryFamily, Member] | None:
        """The passage that is chosen, with its family; None for any other row."""
        node = self.node
        if node is None or node.member is None or node.is_reading:
            return None
        return node.family, node.member

    def show_repeats(
        self,
        repeats: LibraryRepeats,
        titles: Mapping[int, str],
        text_of: Callable[[int], str],
        only: int | None,
        kept_of: KeptOf | None = None,
    ) -> None:
        """Show families as `RepeatsModel.show` says; what was unfolded and chosen stays so."""
        unfolded, first_time = self._unfolded(), not self.families
        top = self.verticalScrollBar().value()
        self._settling = True
        try:
            self._repeats.show(repeats, titles, text_of, only, kept_of)
            for key in unfolded:
                self._unfold(key)
            if first_time and len(self.families) <= FEW_FAMILIES:
                self.expandToDepth(0)
            self._restore_choice()
        finally:
            self._settling = False
        self.doItemsLayout()
        self.verticalScrollBar().setValue(top)

    def retranslate(self) -> None:
        """Word every row anew."""
        self._repeats.retranslate()
        self.viewport().update()

    def _unfolded(self) -> list[tuple[int, ...]]:
        """The keys of the rows whose children are shown."""
        model = self._repeats
        return [
            node.key
            for node in model.nodes
            if node.children and self.isExpanded(model.index_of(node))
        ]

    def _unfold(self, key: tuple[int, ...]) -> None:
        node = self._repeats.node_with(key)
        if node is not None:
            self.expand(self._repeats.index_of(node))

    def _restore_choice(self) -> None:
        node = None if self._key is None else self._repeats.node_with(self._key)
        self._key = None if node is None else node.key
        if node is not None:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._repeats.index_of(node), flags)

    def _report(self) -> None:
        node = self.node
        if not self._settling and node is not None and node.key != self._key:
            self._key = node.key
            self.chosen.emit(node)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which row was chosen before the click."""
        index = self.currentIndex()
        self._pressed = index if self.selectionModel().isSelected(index) else QModelIndex()
        super().mousePressEvent(event)

    def _report_click(self, index: QModelIndex) -> None:
        """A click on the row that is chosen already leads back to its place."""
        node = self.node
        if index == self._pressed and node is not None:
            self.chosen.emit(node)
