"""The findings of one document as a table that sorts and filters itself.

A proxy model would ask Python for every comparison: seconds for fifty thousand rows. Here the order
is a list of row numbers that is sorted once by ready keys and filtered by plain loops.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reviewer.garble.finding import Kind
from reviewer.gui.models.finding_words import replacement_label, state_label
from reviewer.gui.models.findings_columns import (
    SORT_KEYS,
    Column,
    column_header,
    column_meaning,
)
from reviewer.gui.models.findings_filter import FindingsFilter, search_text
from reviewer.gui.models.quoting import Paragraphs, Quote, near, percent, tool_tip
from reviewer.text.wording import Language

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.marks import Mark

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
NO_PARENT = QModelIndex()


class FindingsModel(QAbstractTableModel):
    """The marks of a document, in the order and the selection that the editor asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty table in the order of the text."""
        super().__init__(parent)
        self._marks: Sequence[Mark] = ()
        self._text = ""
        self._language = Language.CHINESE
        self._paragraphs = Paragraphs("")
        self._filter = FindingsFilter()
        self._sorting = (Column.PLACE, False)
        self._order: list[int] = []
        self._visible: list[int] = []
        self._number_of: dict[str, int] = {}
        self._row_of: dict[int, int] | None = None
        self._search_texts: list[str] = []
        self.open_count = 0
        self.kind_counts: Counter[Kind] = Counter()

    # What is shown

    def show(self, marks: Sequence[Mark], text: str, language: Language) -> None:
        """Take another list of marks, sorted by start, with the text that they stand in."""
        self.beginResetModel()
        self._marks, self._language = marks, language
        self._take_text(text)
        self._search_texts = []
        self._number_of = {mark.anchor: number for number, mark in enumerate(marks)}
        self.kind_counts = Counter(mark.finding.kind for mark in marks)
        self.open_count = sum(mark.open for mark in marks)
        self._arrange()
        self.endResetModel()

    def update_decisions(self, marks: Sequence[Mark], text: str) -> bool:
        """Take the same findings with other decisions or places.

        Returns:
            Whether the rows are still the same; if not, the model was reset.
        """
        changed = [
            number
            for number, (old, new) in enumerate(zip(self._marks, marks, strict=True))
            if old is not new and old != new
        ]
        self.open_count += sum(marks[n].open - self._marks[n].open for n in changed)
        self._marks = marks
        self._take_text(text)
        if self._search_texts:
            for number in changed:
                self._search_texts[number] = search_text(marks[number], self._language)
        before = self._visible
        if self._sorting[0] is Column.STATE:
            self._arrange()
        else:
            self._visible = self._passing()
        if before == self._visible:
            self._redraw()
            return True
        self._reset_rows()
        return False

    def has_same_findings(self, marks: Sequence[Mark]) -> bool:
        """Whether `marks` are the findings that are shown, in the same order."""
        return len(marks) == len(self._marks) and all(
            old.anchor == new.anchor for old, new in zip(self._marks, marks, strict=True)
        )

    def set_filter(self, wanted: FindingsFilter) -> None:
        """Show only what passes."""
        self._filter = wanted
        self._visible = self._passing()
        self._reset_rows()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal rows stay in the order of the text. Called by the header."""
        self._sorting = (Column(column), order is Qt.SortOrder.DescendingOrder)
        self._arrange()
        self._reset_rows()

    def _take_text(self, text: str) -> None:
        if text is not self._text:
            self._text, self._paragraphs = text, Paragraphs(text)

    def _arrange(self) -> None:
        column, descending = self._sorting
        key = SORT_KEYS[column]
        keys = [key(mark) for mark in self._marks]
        self._order = sorted(range(len(keys)), key=keys.__getitem__, reverse=descending)
        self._visible = self._passing()

    def _passing(self) -> list[int]:
        self._row_of = None
        if self._filter.words and not self._search_texts:
            self._search_texts = [search_text(mark, self._language) for mark in self._marks]
        return self._filter.passing(self._order, self._marks, self._search_texts)

    def _reset_rows(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _redraw(self) -> None:
        if self._visible:
            last = self.index(len(self._visible) - 1, Column.PLACE)
            self.dataChanged.emit(self.index(0, 0), last)

    # What a row holds

    @property
    def total(self) -> int:
        """How many findings there are, shown or not."""
        return len(self._marks)

    @property
    def text(self) -> str:
        """The text that the findings stand in."""
        return self._text

    @property
    def language(self) -> Language:
        """The language of kinds and reasons."""
        return self._language

    def mark_at(self, row: int) -> Mark:
        """The mark that a row shows."""
        return self._marks[self._visible[row]]

    def mark(self, anchor: str | None) -> Mark | None:
        """The mark with this anchor, shown or not."""
        number = self._number_of.get(anchor) if anchor is not None else None
        return None if number is None else self._marks[number]

    def row_of(self, anchor: str | None) -> int | None:
        """The row that shows the mark with this anchor."""
        number = self._number_of.get(anchor) if anchor is not None else None
        return None if number is None else self._rows().get(number)

    def _rows(self) -> dict[int, int]:
        """The row of every mark that is shown."""
        if self._row_of is None:
            self._row_of = {number: row for row, number in enumerate(self._visible)}
        return self._row_of

    def quote(self, mark: Mark) -> Quote:
        """The marked text with a little of its line."""
        return near(self._text, mark.finding.span)

    def paragraph(self, mark: Mark) -> int:
        """The number of the paragraph that the mark begins in."""
        return self._paragraphs.number(mark.finding.span.start)

    def anchors(self) -> list[str]:
        """The anchors of all rows, in the order shown."""
        return [self._marks[number].anchor for number in self._visible]

    def step(self, after: str | None, only_open: bool, backwards: bool) -> str | None:
        """The anchor of the next row to look at, in the order shown, or None at the end.

        Args:
            after: where to go from; also one that the filter hides. None goes from the end.
            only_open: pass over what is decided.
            backwards: go up instead of down.
        """
        order: Iterable[int] = list(reversed(self._order)) if backwards else self._order
        number = self._number_of.get(after) if after is not None else None
        waiting, rows = number is not None, self._rows()
        for candidate in order:
            if waiting:
                waiting = candidate != number
            elif candidate in rows and (self._marks[candidate].open or not only_open):
                return self._marks[candidate].anchor
        return None

    # What Qt asks

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """The rows that pass the filter."""
        return 0 if parent.isValid() else len(self._visible)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Words for screen readers, tool tips and the clipboard; the delegate draws by itself."""
        if not index.isValid() or index.row() >= len(self._visible):
            return None
        if role in (ROLE.DisplayRole, ROLE.AccessibleTextRole):
            return self._words(Column(index.column()), self.mark_at(index.row()))
        if role == ROLE.ToolTipRole:
            return self._tip(Column(index.column()), self.mark_at(index.row()))
        return None

    def _words(self, column: Column, mark: Mark) -> str:
        if column is Column.STATE:
            return state_label(mark)
        if column is Column.KIND:
            return mark.finding.kind.label.text(self._language)
        if column is Column.CHANGE:
            return f"{self.quote(mark).marked} → {replacement_label(mark)}"
        if column is Column.CONFIDENCE:
            return percent(mark.finding.confidence)
        return str(self.paragraph(mark))

    def _tip(self, column: Column, mark: Mark) -> str:
        if column is Column.CHANGE:
            return tool_tip(mark.finding.reason.text(self._language))
        return tool_tip(self._words(column, mark))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == ROLE.DisplayRole:
            return column_header(column)
        if role in (ROLE.ToolTipRole, ROLE.AccessibleTextRole):
            return column_meaning(column)
        return None
