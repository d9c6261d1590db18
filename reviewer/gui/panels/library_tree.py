"""The list of documents under headings that fold; choice, selection and folds outlast new rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from reviewer.gui.models.library_arrangement import LibraryGroup
from reviewer.gui.models.library_model import LibraryModel
from reviewer.gui.panels.library_delegate import LibraryDelegate
from reviewer.gui.theme import Theme

_FLAG = QItemSelectionModel.SelectionFlag


class LibraryTree(QTreeView):
    """One document is the chosen one; others may be selected along with it.

    Signals:
        chosen(int): the editor went to this document.
        selection_changed(): other documents are selected.
        menu_requested(QPoint): a menu is asked for at this place of the screen.
        dragged(int): this document is being dragged.
    """

    chosen = Signal(int)
    selection_changed = Signal()
    menu_requested = Signal(QPoint)
    dragged = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty list."""
        super().__init__(parent)
        self._model = LibraryModel(self)
        self._key: int | None = None
        self._folded: set[str] = set()
        self._settling = False
        self._pressed = QModelIndex()
        self._delegate = LibraryDelegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        # Headings draw their own arrows, so that documents keep the width of the panel.
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.selectionModel().selectionChanged.connect(self._report)
        self.clicked.connect(self._report_click)
        self.expanded.connect(lambda index: self._note_fold(index, folded=False))
        self.collapsed.connect(lambda index: self._note_fold(index, folded=True))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    # What is shown

    def show_groups(self, groups: Sequence[LibraryGroup]) -> None:
        """Show these documents; choice, selection, folds and scrolling stay; nothing is told."""
        top, selected = self.verticalScrollBar().value(), self.selected
        self._settling = True
        try:
            if self._model.show(groups):
                self._unfold()
                self._select(selected)
            self._mark_chosen()
        finally:
            self._settling = False
        self.doItemsLayout()
        self.verticalScrollBar().setValue(top)

    def _unfold(self) -> None:
        for place, group in enumerate(self._model.groups):
            if group.key:
                self.setExpanded(self._model.index(place, 0), group.key not in self._folded)

    @property
    def folded(self) -> list[str]:
        """The keys of the headings whose documents are folded away, in sight or not."""
        return sorted(self._folded)

    def set_folded(self, keys: Iterable[str]) -> None:
        """Fold the documents of these headings away, and show those of all others."""
        self._folded = set(keys)
        self._unfold()

    def _note_fold(self, index: QModelIndex, *, folded: bool) -> None:
        group = self._model.group_at(index)
        if group is not None:
            (self._folded.add if folded else self._folded.discard)(group.key)

    # Choice and selection

    @property
    def key(self) -> int | None:
        """The chosen document, which may be out of sight by now, or None."""
        return self._key

    @property
    def selected(self) -> list[int]:
        """The selected documents, from top to bottom."""
        rows = sorted(
            self.selectionModel().selectedRows(), key=lambda index: self.visualRect(index).top()
        )
        found = (self._model.row_at(index) for index in rows)
        return list(dict.fromkeys(row.document for row in found if row is not None))

    @property
    def groups(self) -> Sequence[LibraryGroup]:
        """The documents that are shown, under their headings."""
        return self._model.groups

    @property
    def group(self) -> LibraryGroup | None:
        """The heading that is current, or the one above the current document."""
        index = self.currentIndex()
        return self._model.group_at(index) or self._model.group_at(index.parent())

    def choose(self, document: int | None) -> None:
        """Choose a document and show it, or none, without a signal.

        Where it is chosen already, what is selected along with it stays so.
        """
        self._settling = True
        try:
            if document != self._key:
                self._key = document
                self.clearSelection()
                self.selectionModel().clearCurrentIndex()
            self._mark_chosen()
        finally:
            self._settling = False
        if self._model.row_at(self.currentIndex()) is not None:
            self.scrollTo(self.currentIndex())

    def select(self, documents: Iterable[int]) -> None:
        """Select these documents and no others; the chosen one stays."""
        self._settling = True
        try:
            self.clearSelection()
            self._select(documents)
        finally:
            self._settling = False
        self.selection_changed.emit()

    def _select(self, documents: Iterable[int]) -> None:
        wanted = QItemSelection()
        for document in documents:
            index = self._model.index_of(document)
            if index.isValid():
                wanted.select(index, index)
        self.selectionModel().select(wanted, _FLAG.Select)

    def enter(self) -> None:
        """Take the keyboard; with nothing chosen yet, choose the first document."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.selectionModel().hasSelection() and self._model.groups:
            first = self._model.index_of(self._model.groups[0].rows[0].document)
            self.selectionModel().setCurrentIndex(first, _FLAG.ClearAndSelect)

    def _mark_chosen(self) -> None:
        """Show which document is chosen, where nothing else is selected."""
        index = QModelIndex() if self._key is None else self._model.index_of(self._key)
        if not index.isValid():
            return
        if not self.selectionModel().hasSelection():
            self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
        elif not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)

    def _report(self) -> None:
        if self._settling:
            return
        self.selection_changed.emit()
        # Several selected documents are for an action on all of them: none of them is gone to.
        selected = self.selected
        if len(selected) == 1 and selected[0] != self._key:
            self._key = selected[0]
            self.chosen.emit(self._key)

    # Mouse and drag

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which row was chosen before the click."""
        self._pressed = QModelIndex() if len(self.selected) != 1 else self.currentIndex()
        super().mousePressEvent(event)

    def _report_click(self, index: QModelIndex) -> None:
        """A click on the row that is chosen already leads back to it; one on a heading folds."""
        if self._model.group_at(index) is not None:
            self.setExpanded(index, not self.isExpanded(index))
        elif index == self._pressed and self.selected == [self._key]:
            self.chosen.emit(self._key)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N802, N803 - Qt's names
        """Tell that the row under the mouse is dragged."""
        row = self._model.row_at(self.currentIndex())
        if row is not None:
            self.dragged.emit(row.document)

    def _ask_for_menu(self, place: QPoint) -> None:
        group = self._model.group_at(self.indexAt(place))
        if group is not None:
            # What the menu does is done to all documents below the heading.
            self.select(row.document for row in group.rows)
        self.menu_requested.emit(self.viewport().mapToGlobal(place))
