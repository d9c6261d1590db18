"""The findings of one document as a table that sorts and filters itself.

A proxy model would ask Python for every comparison: seconds for fifty thousand rows. Here order and
filter are columns of numbers (`findings_rows`), and a mark is made for a row that is looked at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reviewer.garble.finding import Kind
from reviewer.gui.models.finding_words import replacement_label, spoken, state_label
from reviewer.gui.models.findings_columns import Column, column_header, column_meaning
from reviewer.gui.models.findings_filter import FindingsFilter, search_text
from reviewer.gui.models.quoting import Paragraphs, Quote, near, percent, tool_tip
from reviewer.text.wording import Language

if TYPE_CHECKING:
    # They bring numpy with them, which start-up does without.
    from reviewer.gui.models.findings_rows import FindingsRows
    from reviewer.review.marks import Mark

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
NO_PARENT = QModelIndex()


class FindingsModel(QAbstractTableModel):
    """The marks of a document, in the order and the selection that the editor asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty table in the order of the text."""
        super().__init__(parent)
        self._rows: FindingsRows | None = None
        self._text = ""
        self._language = Language.CHINESE
        self._paragraphs = Paragraphs("")
        self._filter = FindingsFilter()
        self._sorting = (Column.PLACE, False)
        self._search_texts: list[str] = []

    # What is shown

    def show(self, marks: Sequence[Mark], text: str, language: Language) -> None:
        """Take another list of marks, sorted by start, with the text that they stand in."""
        from reviewer.gui.models.findings_rows import FindingsRows

        self.beginResetModel()
        self._rows = FindingsRows(marks)
        self._language = language
        self._take_text(text)
        self._search_texts = []
        self._arrange()
        self.endResetModel()

    def update_decisions(self, marks: Sequence[Mark], text: str) -> bool:
        """Take the same findings with other decisions or places.

        Returns:
            Whether the rows are still the same; if not, the model was reset.
        """
        rows = self._rows
        if rows is None:
            return True
        changed = rows.with_marks(marks)
        self._take_text(text)
        if self._search_texts:
            for place in changed:
                self._search_texts[place] = search_text(rows.marks[place], self._language)
        if self._sorting[0] is Column.STATE:
            same = not self._arrange()
        else:
            same = not self._pass_through_filter()
        if same:
            self._redraw()
        else:
            self._reset_rows()
        return same

    def has_same_findings(self, marks: Sequence[Mark]) -> bool:
        """Whether `marks` are the findings that are shown, in the same order."""
        from reviewer.review.marks import as_marks

        return self._rows is not None and self._rows.marks.same_findings(as_marks(marks))

    def set_filter(self, wanted: FindingsFilter) -> None:
        """Show only what passes."""
        self._filter = wanted
        self._pass_through_filter()
        self._reset_rows()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal rows stay in the order of the text. Called by the header."""
        self._sorting = (Column(column), order is Qt.SortOrder.DescendingOrder)
        self._arrange()
        self._reset_rows()

    def _take_text(self, text: str) -> None:
        if text is not self._text:
            self._text, self._paragraphs = text, Paragraphs(text)

    def _arrange(self) -> bool:
        """Sort and filter; whether other rows are shown than before."""
        if self._rows is None:
            return False
        column, descending = self._sorting
        self._rows.sort(column, descending=descending)
        return self._pass_through_filter()

    def _pass_through_filter(self) -> bool:
        if self._rows is None:
            return False
        if self._filter.words and not self._search_texts:
            self._search_texts = [search_text(mark, self._language) for mark in self._rows.marks]
        return self._rows.filter(self._filter, self._search_texts)

    def _reset_rows(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _redraw(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, Column.PLACE)
            self.dataChanged.emit(self.index(0, 0), last)

    # What a row holds

    @property
    def total(self) -> int:
        """How many findings there are, shown or not."""
        return 0 if self._rows is None else len(self._rows.marks)

    @property
    def open_count(self) -> int:
        """How many of them are still to be decided."""
        return 0 if self._rows is None else self._rows.marks.open_count

    @property
    def kind_counts(self) -> Mapping[Kind, int]:
        """How many of them there are of each kind."""
        return {} if self._rows is None else self._rows.kind_counts()

    @property
    def text(self) -> str:
        """The text that the findings stand in."""
        return self._text

    @property
    def language(self) -> Language:
        """The language of kinds and reasons."""
        return self._language

    def mark_at(self, row: int) -> Mark:
        """The mark that a row shows.

        Raises:
            IndexError: there is no such row.
        """
        if self._rows is None:
            raise IndexError(row)
        return self._rows.marks[self._rows.place(row)]

    def mark(self, anchor: str | None) -> Mark | None:
        """The mark with this anchor, shown or not."""
        return None if self._rows is None else self._rows.marks.named(anchor)

    def row_of(self, anchor: str | None) -> int | None:
        """The row that shows the mark with this anchor."""
        place = None if self._rows is None else self._rows.marks.place_of(anchor)
        return None if self._rows is None or place is None else self._rows.row(place)

    def quote(self, mark: Mark) -> Quote:
        """The marked text with a little of its line."""
        return near(self._text, mark.finding.span)

    def paragraph(self, mark: Mark) -> int:
        """The number of the paragraph that the mark begins in."""
        return self._paragraphs.number(mark.finding.span.start)

    def key_at(self, row: int) -> str:
        """The anchor of the mark that a row shows.

        Raises:
            IndexError: there is no such row.
        """
        if self._rows is None:
            raise IndexError(row)
        return self._rows.marks.anchor_at(self._rows.place(row))

    def quote_at(self, row: int) -> Quote:
        """The marked text of a row with a little of its line."""
        return self.quote(self.mark_at(row))

    def anchors(self) -> list[str]:
        """The anchors of all rows, in the order shown."""
        return [] if self._rows is None else self._rows.anchors()

    def step(self, after: str | None, only_open: bool, backwards: bool) -> str | None:
        """The anchor of the next row to look at, in the order shown, or None at the end.

        Args:
            after: where to go from; also one that the filter hides. None goes from the end.
            only_open: pass over what is decided.
            backwards: go up instead of down.
        """
        if self._rows is None:
            return None
        return self._rows.step(after, only_open=only_open, backwards=backwards)

    # What Qt asks

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """The rows that pass the filter."""
        return 0 if parent.isValid() or self._rows is None else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Words for screen readers, tool tips and the clipboard; the delegate draws by itself.

        The cell that the keyboard walks through is spoken as a whole sentence.
        """
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == ROLE.AccessibleTextRole and index.column() == Column.CHANGE:
            mark = self.mark_at(index.row())
            return spoken(mark, self.paragraph(mark), self._language)
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
