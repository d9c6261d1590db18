"""The findings of several documents as one table that sorts and filters itself.

The documents come one by one and may be put away again: what a row says of its text is kept with
the row, and the text is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reviewer.garble.finding import Kind
from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.across_row import AcrossRow
from reviewer.gui.models.finding_words import replacement_label, state_label
from reviewer.gui.models.findings_columns import Column, column_header, column_meaning
from reviewer.gui.models.findings_filter import FindingsFilter, StateChoice, search_text
from reviewer.gui.models.quoting import Quote, percent, tool_tip
from reviewer.review.decision import Verdict
from reviewer.text.wording import Language

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.marks import Mark

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
NO_PARENT = QModelIndex()

_PLACE_HEADER = QT_TRANSLATE_NOOP("Findings", "文稿 · 段")
_PLACE_MEANING = QT_TRANSLATE_NOOP("Findings", "文稿与段落号")

_STATES = (Verdict.OPEN, Verdict.LATER, Verdict.ACCEPTED, Verdict.EDITED, Verdict.REJECTED)
_KIND_RANK = {kind: rank for rank, kind in enumerate(Kind)}


class AcrossFindings(QAbstractTableModel):
    """The marks of several documents, in the order and the selection that the editor asked for.

    Attributes:
        only: the one document whose findings pass the filter, or None; set before `set_filter`.
        open_count: how many findings are still to be decided, shown or not.
        kind_counts: how many of them there are of each kind.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty table in the order of the library."""
        super().__init__(parent)
        self._sheets: dict[int, list[AcrossRow]] = {}
        self._ranks: dict[int, int] = {}
        self._language = Language.CHINESE
        self._filter = FindingsFilter()
        self._sorting = (Column.PLACE, False)
        self._order: list[AcrossRow] = []
        self._visible: list[AcrossRow] = []
        self._by_key: dict[str, AcrossRow] = {}
        self._row_of: dict[str, int] | None = None
        self._search_texts: dict[str, str] = {}
        self.only: int | None = None
        self.open_count = 0
        self.kind_counts: Counter[Kind] = Counter()

    # What is shown

    def begin(self, documents: Sequence[int], language: Language) -> None:
        """Make room for these documents, in this order; rows of others go, of these stay."""
        if language is not self._language:
            self._language, self._search_texts = language, {}
        self.beginResetModel()
        self._sheets = {number: self._sheets.get(number, []) for number in documents}
        self._ranks = {number: rank for rank, number in enumerate(documents)}
        self._arrange()
        self.endResetModel()

    def take(self, sheets: Mapping[int, list[AcrossRow]]) -> None:
        """Take the rows of documents anew. Where the findings are the same, so are the rows."""
        known = {number: rows for number, rows in sheets.items() if number in self._sheets}
        for rows in known.values():
            for row in rows:
                self._search_texts.pop(row.key, None)
        same = all(_same_keys(self._sheets[number], rows) for number, rows in known.items())
        if same and self._sorting[0] is not Column.STATE:
            for number, rows in known.items():
                for old, new in zip(self._sheets[number], rows, strict=True):
                    self.open_count += new.open - old.open
                    old.mark, old.open = new.mark, new.open
                    old.quote, old.paragraph = new.quote, new.paragraph
            self._refresh()
        else:
            self.beginResetModel()
            self._sheets.update(known)
            self._arrange()
            self.endResetModel()

    def _refresh(self) -> None:
        found = self._passing()
        if found == self._visible:
            if found:
                last = self.index(len(found) - 1, Column.PLACE)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._visible, self._row_of = found, None
        self.endResetModel()

    def set_filter(self, wanted: FindingsFilter) -> None:
        """Show only what passes."""
        self.beginResetModel()
        self._filter = wanted
        self._visible, self._row_of = self._passing(), None
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal rows stay in the order of the library."""
        self.beginResetModel()
        self._sorting = (Column(column), order is Qt.SortOrder.DescendingOrder)
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        rows = [row for sheet in self._sheets.values() for row in sheet]
        self._by_key = {row.key: row for row in rows}
        column, descending = self._sorting
        if column is Column.PLACE:
            # They come in the order of the library and of their texts.
            self._order = rows[::-1] if descending else rows
        else:
            self._order = sorted(rows, key=_SORT_KEYS[column], reverse=descending)
        self._visible, self._row_of = self._passing(), None
        self._count()

    def _count(self) -> None:
        self.kind_counts = Counter(row.mark.finding.kind for row in self._by_key.values())
        self.open_count = sum(row.open for row in self._by_key.values())

    def _passing(self) -> list[AcrossRow]:
        wanted, found = self._filter, self._order
        if self.only is not None:
            found = [row for row in found if row.document == self.only]
        if wanted.kind is not None:
            found = [row for row in found if row.mark.finding.kind is wanted.kind]
        if wanted.minimum > 0:
            found = [row for row in found if row.mark.finding.confidence >= wanted.minimum]
        if wanted.state is not StateChoice.ALL:
            unsettled = wanted.state is not StateChoice.DECIDED
            found = [row for row in found if row.open is unsettled]
        if wanted.state is StateChoice.LATER:
            later = Verdict.LATER
            found = [row for row in found if row.mark.decision.verdict is later]
        words = wanted.words.strip().casefold()
        if words:
            found = [row for row in found if words in self._search_text(row)]
        return list(found)

    def _search_text(self, row: AcrossRow) -> str:
        made = self._search_texts.get(row.key)
        if made is None:
            made = f"{search_text(row.mark, self._language)}\n{row.title.casefold()}"
            self._search_texts[row.key] = made
        return made

    # What a row holds

    @property
    def total(self) -> int:
        """How many findings there are, shown or not."""
        return len(self._by_key)

    @property
    def language(self) -> Language:
        """The language of kinds and reasons."""
        return self._language

    def rank_of(self, document: int) -> int:
        """Where a document comes in the order of the library."""
        return self._ranks[document]

    def row_at(self, row: int) -> AcrossRow:
        """What a row shows."""
        return self._visible[row]

    def mark_at(self, row: int) -> Mark:
        """The mark that a row shows."""
        return self._visible[row].mark

    def key_at(self, row: int) -> str:
        """The name of what a row shows."""
        return self._visible[row].key

    def quote_at(self, row: int) -> Quote:
        """The marked text of a row with a little of its line."""
        return self._visible[row].quote

    def mark(self, key: str | None) -> Mark | None:
        """The mark with this name, shown or not."""
        row = self._by_key.get(key) if key is not None else None
        return None if row is None else row.mark

    def row_of(self, key: str | None) -> int | None:
        """The row that shows the mark with this name."""
        if self._row_of is None:
            self._row_of = {row.key: place for place, row in enumerate(self._visible)}
        return None if key is None else self._row_of.get(key)

    def anchors(self) -> list[str]:
        """The names of all rows, in the order shown."""
        return [row.key for row in self._visible]

    def step(self, after: str | None, only_open: bool, backwards: bool) -> str | None:
        """The name of the next row to look at, or None at the end; see `FindingsModel.step`."""
        shown = {row.key for row in self._visible}
        waiting = after in self._by_key
        for row in reversed(self._order) if backwards else self._order:
            if waiting:
                waiting = row.key != after
            elif row.key in shown and (row.open or not only_open):
                return row.key
        return None

    # What Qt asks

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """The rows that pass the filter."""
        return 0 if parent.isValid() else len(self._visible)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Words for the place, screen readers and tool tips; the delegate draws the rest."""
        if not index.isValid() or index.row() >= len(self._visible):
            return None
        row, column = self._visible[index.row()], Column(index.column())
        if role in (ROLE.DisplayRole, ROLE.AccessibleTextRole):
            return self._words(column, row)
        if role == ROLE.ToolTipRole:
            reason = row.mark.finding.reason.text(self._language)
            return tool_tip(reason if column is Column.CHANGE else self._words(column, row))
        return None

    def _words(self, column: Column, row: AcrossRow) -> str:
        mark = row.mark
        if column is Column.STATE:
            return state_label(mark)
        if column is Column.KIND:
            return mark.finding.kind.label.text(self._language)
        if column is Column.CHANGE:
            return f"{row.quote.marked} → {replacement_label(mark)}"
        if column is Column.CONFIDENCE:
            return percent(mark.finding.confidence)
        return f"{row.title} · {row.paragraph}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == ROLE.DisplayRole:
            return _said(_PLACE_HEADER) if column is Column.PLACE else column_header(column)
        if role in (ROLE.ToolTipRole, ROLE.AccessibleTextRole):
            return _said(_PLACE_MEANING) if column is Column.PLACE else column_meaning(column)
        return None


_SORT_KEYS: dict[Column, Callable[[AcrossRow], Any]] = {
    Column.STATE: lambda row: (
        len(_STATES) if row.mark.overwritten else _STATES.index(row.mark.decision.verdict)
    ),
    Column.KIND: lambda row: _KIND_RANK[row.mark.finding.kind],
    Column.CHANGE: lambda row: (row.mark.finding.text, row.mark.finding.replacement or ""),
    Column.CONFIDENCE: lambda row: row.mark.finding.confidence,
}


def _same_keys(old: Sequence[AcrossRow], new: Sequence[AcrossRow]) -> bool:
    return [row.key for row in old] == [row.key for row in new]


def _said(source: str) -> str:
    return QCoreApplication.translate("Findings", source)
