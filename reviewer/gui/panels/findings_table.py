"""The table of the findings: a choice that survives sorting, filtering and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reviewer.gui.models.findings_columns import Column
from reviewer.gui.models.findings_grouping import Source
from reviewer.gui.models.findings_groups import GroupedFindings
from reviewer.gui.panels.findings_delegate import ROW_PADDING, FindingsDelegate
from reviewer.gui.theme import Theme

_WIDTHS = {
    # In widths of a Han character, with the padding of a header on top.
    Column.STATE: 1.0,
    Column.KIND: 6.7,
    Column.CONFIDENCE: 2.2,
    Column.PLACE: 1.6,
}
_SELECT = QItemSelectionModel.SelectionFlag
_CELL_PADDING = 18
_WHOLE_ROWS = _SELECT.ClearAndSelect | _SELECT.Rows


class FindingsTable(QTableView):
    """Rows of findings; one is the current one, several may be selected.

    Signals:
        chosen(str): the editor went to the row with this anchor.
        menu_requested(QPoint): a menu is asked for at this place of the screen.
    """

    chosen = Signal(str)
    menu_requested = Signal(QPoint)

    def __init__(self, model: Source, theme: Theme, parent: QWidget | None = None) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._findings: Source | GroupedFindings = model
        self._settling = False
        self._current: str | None = None
        self._pressed_row = -1
        self._reveal_due = False
        self._delegate = FindingsDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._lay_out()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self._follow_selection()
        self.clicked.connect(self._report_click)
        # Not Qt's own sorting: it would lose the choice.
        self.horizontalHeader().sortIndicatorChanged.connect(self._sort)

    def _follow_selection(self) -> None:
        selection = self.selectionModel()
        selection.currentRowChanged.connect(self._report_choice)
        selection.selectionChanged.connect(self._report_choice)
        # A header that follows the selection asks every row whether its column is selected.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(self._findings, self))

    def show_rows(self, model: Source | GroupedFindings, place_width: float) -> None:
        """Show the rows of another table; choice and sorting stay.

        Args:
            model: what to show.
            place_width: how wide the places of its findings are, in widths of a Han character.
        """
        em = self.fontMetrics().horizontalAdvance("段")
        with self.keeping_choice():
            if model is not self._findings:
                before, self._findings = self.selectionModel(), model
                self.setModel(model)
                before.deleteLater()
                self._follow_selection()
            self.setColumnWidth(Column.PLACE, round(em * place_width) + _CELL_PADDING)
        self.show_current()

    def _lay_out(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(24)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(Column.PLACE, Qt.SortOrder.AscendingOrder)
        em = self.fontMetrics().horizontalAdvance("段")
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, round(em * width) + _CELL_PADDING)
        header.setSectionResizeMode(Column.STATE, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.CHANGE, QHeaderView.ResizeMode.Stretch)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    # The order

    @property
    def sorting(self) -> tuple[Column, bool]:
        """The column that the rows are sorted by, and whether downwards."""
        header = self.horizontalHeader()
        descending = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        return Column(header.sortIndicatorSection()), descending

    def set_sorting(self, column: Column, descending: bool) -> None:
        """Sort the rows."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        with self.keeping_choice():
            self._findings.sort(column, order)
        self.show_current()

    # The choice

    @property
    def current(self) -> str | None:
        """The anchor that was chosen last; the filter may hide it by now."""
        return self._current

    def selected(self) -> list[str]:
        """The anchors of the selected rows, in the order shown."""
        keys = (self._findings.key_at(row) for row in self._selected_rows())
        return [key for key in keys if key is not None]

    def _selected_rows(self) -> list[int]:
        # Ranges, not rows: Qt takes most of a second to name fifty thousand rows one by one.
        chosen = self.selectionModel().selection()
        parts = [chosen.at(place) for place in range(chosen.count())]
        rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        return sorted(rows)

    def choose(self, anchor: str | None) -> None:
        """Make a finding the current one and show its row, if it has one, without a signal."""
        self._current = anchor
        row = self._findings.row_of(anchor)
        if row is not None and self._is_chosen(row):
            return
        with self._quietly():
            if row is None:
                self.clearSelection()
                return
            index = self._findings.index(row, Column.CHANGE)
            self.selectionModel().setCurrentIndex(index, _WHOLE_ROWS)
        self._reveal(row)

    def show_current(self) -> None:
        """Scroll to the current finding, or to the top where it has no row."""
        row = self._findings.row_of(self._current)
        if row is None:
            self.scrollToTop()
        else:
            self._reveal(row)

    def _reveal(self, row: int) -> None:
        """Scroll to a row, to the middle if it was out of sight."""
        # A table that is not on the screen has no height to find the middle of.
        self._reveal_due = not self.isVisible()
        if self._reveal_due:
            return
        index = self._findings.index(row, Column.CHANGE)
        visible = self.viewport().rect().contains(self.visualRect(index))
        if not visible:
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    @contextmanager
    def keeping_choice(self) -> Iterator[None]:
        """Whatever the model does in here: choice and scrolling stay, and nothing is reported."""
        selected, top = self.selected(), self.verticalScrollBar().value()
        current_row = self.currentIndex().row()
        with self._quietly():
            yield
            row = self._findings.row_of(self._current)
            # What the filter hid for a while is chosen again when it comes back.
            self._select(selected or ([] if self._current is None else [self._current]))
            # Where the current row is gone, the arrow keys go on from the row before it.
            place = current_row - 1 if row is None else row
            if 0 <= place < self._findings.rowCount():
                index = self._findings.index(place, Column.CHANGE)
                self.selectionModel().setCurrentIndex(index, _SELECT.NoUpdate)
        self.updateGeometries()
        self.verticalScrollBar().setValue(top)

    def _select(self, anchors: Iterable[str]) -> None:
        rows = [self._findings.row_of(anchor) for anchor in anchors]
        chosen = QItemSelection()
        for first, last in _runs(sorted(row for row in rows if row is not None)):
            top = self._findings.index(first, Column.STATE)
            chosen.select(top, self._findings.index(last, Column.PLACE))
        self.selectionModel().select(chosen, _SELECT.ClearAndSelect)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self._settling = self._settling, True
        try:
            yield
        finally:
            self._settling = before

    def _is_chosen(self, row: int) -> bool:
        is_current = row >= 0 and self.currentIndex().row() == row
        return is_current and self.selectionModel().isRowSelected(row, QModelIndex())

    def _report_choice(self) -> None:
        # Qt changes the current row and the selection one after the other, in either order.
        row = self.currentIndex().row()
        if self._settling or not self._is_chosen(row):
            return
        self._choose_row(row, again=False)

    def _choose_row(self, row: int, *, again: bool) -> None:
        """Tell that the editor went to a row, also to the one chosen already if `again`."""
        anchor = self._findings.key_at(row)
        if anchor is not None and (again or anchor != self._current):
            self._current = anchor
            self.chosen.emit(anchor)

    # Mouse and keyboard

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to what was chosen while the table was out of sight."""
        super().showEvent(event)
        if self._reveal_due:
            # The layout gives the table its height only after this event.
            QTimer.singleShot(0, self, self._reveal_late)

    def _reveal_late(self) -> None:
        """Scroll from the top, for Qt has scrolled already while the table was still low."""
        self.scrollToTop()
        self.show_current()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which row was chosen before the click."""
        row = self.currentIndex().row()
        self._pressed_row = row if self._is_chosen(row) else -1
        super().mousePressEvent(event)

    def _report_click(self, index: QModelIndex) -> None:
        """A click on the row that is chosen already leads back to its place."""
        if index.row() == self._pressed_row and self._is_chosen(index.row()):
            self._choose_row(index.row(), again=True)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Letters are for judging, and Qt's search would ask every row for its words."""

    def _ask_for_menu(self, place: QPoint) -> None:
        self.menu_requested.emit(self.viewport().mapToGlobal(place))


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of every run of neighbours in `rows`, which are sorted."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            yield rows[start], rows[place - 1]
            start = place
