"""A list of two-line rows in which the choice is kept by key, whatever becomes of the rows."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reviewer.gui.models.keyed_rows import KeyedRow, KeyedRows
from reviewer.gui.panels.two_line_delegate import TwoLineDelegate
from reviewer.gui.theme import Theme


class KeyedList(QListView):
    """One row at most is chosen.

    Signals:
        chosen(object): the editor went to the row with this key.
        menu_requested(QPoint): a menu is asked for at this place of the screen.
    """

    chosen = Signal(object)
    menu_requested = Signal(QPoint)

    def __init__(self, delegate: TwoLineDelegate, parent: QWidget | None = None) -> None:
        """An empty list."""
        super().__init__(parent)
        self._rows = KeyedRows(self)
        self._key: Hashable = None
        self._settling = False
        self._pressed = QModelIndex()
        self._delegate = delegate
        delegate.setParent(self)
        self.setModel(self._rows)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.selectionModel().currentChanged.connect(self._report)
        self.selectionModel().selectionChanged.connect(self._report)
        self.clicked.connect(self._report_click)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def show_rows(self, rows: Sequence[KeyedRow]) -> None:
        """Show these rows; choice and scrolling stay, and nothing is reported."""
        top = self.verticalScrollBar().value()
        self._settling = True
        try:
            self._rows.show(rows)
            self._mark_chosen()
        finally:
            self._settling = False
        self.doItemsLayout()
        self.verticalScrollBar().setValue(top)

    @property
    def key(self) -> Hashable:
        """The key of the chosen row, which may be out of sight by now, or None."""
        return self._key

    @property
    def keys(self) -> list[Hashable]:
        """The keys of all rows, from top to bottom."""
        return [self._rows.key_at(row) for row in range(self._rows.rowCount())]

    def choose(self, key: Hashable) -> None:
        """Choose the row with this key and show it, or none, without a signal."""
        self._key = key
        self._settling = True
        try:
            self._mark_chosen()
        finally:
            self._settling = False
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def enter(self) -> None:
        """Take the keyboard; with nothing chosen yet, choose the first row."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.selectionModel().hasSelection() and self._rows.rowCount():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._rows.index(0), flags)

    def _mark_chosen(self) -> None:
        row = self._rows.row_of(self._key)
        if row is None:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
        elif row != self.currentIndex().row() or not self.selectionModel().hasSelection():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._rows.index(row), flags)

    def _report(self) -> None:
        # Qt moves to the first row by itself when the list gets the keyboard: no choice is that.
        index = self.currentIndex()
        if self._settling or not self.selectionModel().isSelected(index):
            return
        if self._rows.key_at(index.row()) != self._key:
            self._key = self._rows.key_at(index.row())
            self.chosen.emit(self._key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which row was chosen before the click."""
        index = self.currentIndex()
        self._pressed = index if self.selectionModel().isSelected(index) else QModelIndex()
        super().mousePressEvent(event)

    def _report_click(self, index: QModelIndex) -> None:
        """A click on the row that is chosen already leads back to it."""
        if index == self._pressed:
            self.chosen.emit(self._key)

    def _ask_for_menu(self, place: QPoint) -> None:
        self.menu_requested.emit(self.viewport().mapToGlobal(place))
