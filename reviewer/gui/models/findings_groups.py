"""Findings in groups: the rows of another table below headings that fold.

Every group is computed once for each finding and remembered by its name; what is left to do when
the table below changes is a pass over names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.findings_columns import Column
from reviewer.gui.models.findings_grouping import (
    BY_SIZE,
    Grouping,
    GroupName,
    Source,
    group_of,
)
from reviewer.gui.models.quoting import Quote
from reviewer.text.wording import Language

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.marks import Mark

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
NO_PARENT = QModelIndex()

_SPOKEN = QT_TRANSLATE_NOOP("Findings", "{label}，{total} 处，未决 {open}，{state}")
_FOLDED = QT_TRANSLATE_NOOP("Findings", "已折叠")
_UNFOLDED = QT_TRANSLATE_NOOP("Findings", "已展开")


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above a group.

    Attributes:
        name: what the group is called.
        total: how many findings it shows.
        open: how many of them are still to be decided.
        folded: whether its findings are hidden.
    """

    name: GroupName
    total: int
    open: int
    folded: bool


class GroupedFindings(QAbstractTableModel):
    """The rows of a source in groups; the order inside a group is the source's."""

    def __init__(self, source: Source, parent: QObject | None = None) -> None:
        """Group the rows of `source` by kind."""
        super().__init__(parent)
        self._source = source
        self._grouping = Grouping.KIND
        self._names: dict[str, GroupName] = {}
        self._name_of: dict[str, GroupName] = {}
        self._ranks: dict[str, int] = {}
        self._folded: set[str] = set()
        self._open_counts: dict[str, int] = {}
        self._members: dict[str, list[int]] = {}
        self._order: list[str] = []
        self._entries: list[int] = []
        self._rows: dict[int, int] | None = None
        source.modelAboutToBeReset.connect(self.beginResetModel)
        source.modelReset.connect(self._follow_reset)
        source.dataChanged.connect(self._follow_change)

    def retire(self) -> None:
        """Follow the source no more, and go when Qt finds the time."""
        self._source.modelAboutToBeReset.disconnect(self.beginResetModel)
        self._source.modelReset.disconnect(self._follow_reset)
        self._source.dataChanged.disconnect(self._follow_change)
        self.deleteLater()

    # Groups

    @property
    def grouping(self) -> Grouping:
        """What the rows are grouped by."""
        return self._grouping

    def group_by(self, grouping: Grouping) -> None:
        """Group by something else, all groups unfolded, the order of the groups found anew."""
        self.beginResetModel()
        self._grouping = grouping
        self._names, self._folded = {}, set()
        self._ranks = {}
        self._lay_out()
        self.endResetModel()

    def forget(self) -> None:
        """Other findings come: neither names nor the order of groups hold for them."""
        self._names, self._ranks = {}, {}

    def forget_order(self) -> None:
        """Another filter comes: the largest of the groups that it leaves are to come first."""
        self._ranks = {}

    def fold(self, key: str, folded: bool) -> None:
        """Hide the findings of a group, or show them."""
        if (key in self._folded) != folded:
            self._set_folded(self._folded ^ {key})

    def fold_all(self, folded: bool) -> None:
        """Hide the findings of all groups, or show them."""
        self._set_folded(set(self._members) if folded else set())

    def unfold_for(self, key: str) -> None:
        """Show the group that holds the finding of this name, where the filter shows it."""
        name = self._names.get(key)
        if name is not None and name.key in self._folded and self._source.row_of(key) is not None:
            self.fold(name.key, False)

    def _set_folded(self, folded: set[str]) -> None:
        self.beginResetModel()
        self._folded = folded
        self._lay_out()
        self.endResetModel()

    def heading_at(self, row: int) -> Heading | None:
        """The heading that stands in a row, or None where a finding does."""
        entry = self._entries[row]
        return self._heading(self._order[-entry - 1]) if entry < 0 else None

    def heading_row(self, key: str) -> int | None:
        """The row of the heading of a group."""
        if key not in self._members:
            return None
        return self._row_of(-self._order.index(key) - 1)

    def heading_above(self, row: int) -> int:
        """The row of the heading that a row belongs to, which may be that row itself."""
        while self._entries[row] >= 0:
            row -= 1
        return row

    def members(self, key: str) -> list[str]:
        """The names of all findings of a group that the filter shows, folded or not."""
        return [self._source.key_at(row) for row in self._members.get(key, ())]

    def _follow_reset(self) -> None:
        self._lay_out()
        self.endResetModel()

    def _follow_change(self) -> None:
        self._lay_out()
        if self._entries:
            last = self.index(len(self._entries) - 1, Column.PLACE)
            self.dataChanged.emit(self.index(0, 0), last)

    def _lay_out(self) -> None:
        """Order the groups and list headings and rows. Cost: O(n) for n rows of the source."""
        names: dict[str, GroupName] = {}
        members: dict[str, list[int]] = {}
        for row, key in enumerate(self._source.anchors()):
            name = self._names.get(key)
            if name is None:
                name = self._names[key] = group_of(self._source, row, self._grouping)
            names.setdefault(name.key, name)
            members.setdefault(name.key, []).append(row)
        self._order, self._name_of = self._ordered(names, members), names
        self._members = {key: members[key] for key in self._order}
        self._entries, self._rows, self._open_counts = [], None, {}
        for place, (key, rows) in enumerate(self._members.items()):
            self._entries.append(-place - 1)
            if key not in self._folded:
                self._entries += rows

    def _heading(self, key: str) -> Heading:
        """The heading of a group. What is open is counted for headings that are looked at."""
        rows, unsettled = self._members[key], self._open_counts.get(key)
        if unsettled is None:
            unsettled = sum(self._source.mark_at(row).open for row in rows)
            self._open_counts[key] = unsettled
        return Heading(self._name_of[key], len(rows), unsettled, key in self._folded)

    def _row_of(self, entry: int) -> int | None:
        if self._rows is None:
            self._rows = {entry: row for row, entry in enumerate(self._entries)}
        return self._rows.get(entry)

    def _ordered(self, names: dict[str, GroupName], members: dict[str, list[int]]) -> list[str]:
        """The keys of the groups in order. A group keeps its rank while decisions empty it."""
        if self._grouping not in BY_SIZE:
            return sorted(names, key=lambda key: names[key].place)
        new = [key for key in names if key not in self._ranks]
        for key in sorted(new, key=lambda key: -len(members[key])):
            self._ranks[key] = len(self._ranks)
        return sorted(names, key=self._ranks.__getitem__)

    # What a row holds

    @property
    def language(self) -> Language:
        """The language of kinds and reasons."""
        return self._source.language

    def key_at(self, row: int) -> str | None:
        """The name of the finding in a row, or None for a heading."""
        entry = self._entries[row]
        return self._source.key_at(entry) if entry >= 0 else None

    def mark_at(self, row: int) -> Mark:
        """The mark that a row shows; only where no heading stands."""
        return self._source.mark_at(self._entries[row])

    def quote_at(self, row: int) -> Quote:
        """The marked text of a row with a little of its line; only where no heading stands."""
        return self._source.quote_at(self._entries[row])

    def row_of(self, key: str | None) -> int | None:
        """The row that shows the finding of this name; None where it is hidden or folded away."""
        below = self._source.row_of(key)
        return None if below is None else self._row_of(below)

    def step(self, after: str | None, only_open: bool, backwards: bool) -> str | None:
        """The next finding in the order of the groups, folded or not; see `FindingsModel.step`."""
        rows = [row for group in self._members.values() for row in group]
        below = self._source.row_of(after)
        if after is not None and below is None:
            return self._source.step(after, only_open, backwards)
        if backwards:
            rows.reverse()
        begin = 0 if below is None else rows.index(below) + 1
        for row in rows[begin:]:
            if not only_open or self._source.mark_at(row).open:
                return self._source.key_at(row)
        return None

    # What Qt asks

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort inside the groups."""
        self._source.sort(column, order)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Headings, and the findings of groups that are not folded."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """The words of the source, and those of a heading in every cell of its row."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        heading = self.heading_at(index.row())
        if heading is None:
            below = self._source.index(self._entries[index.row()], index.column())
            return self._source.data(below, role)
        if role == ROLE.DisplayRole:
            return heading.name.label
        return spoken(heading) if role == ROLE.AccessibleTextRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        """The names of the columns."""
        return self._source.headerData(section, orientation, role)


def spoken(heading: Heading) -> str:
    """A heading in words, for screen readers."""
    state = QCoreApplication.translate("Findings", _FOLDED if heading.folded else _UNFOLDED)
    words = QCoreApplication.translate("Findings", _SPOKEN)
    return words.format(
        label=heading.name.label, total=heading.total, open=heading.open, state=state
    )
