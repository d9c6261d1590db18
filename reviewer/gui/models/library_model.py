"""The documents of the library under their headings, as Qt sees them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.keyed_rows import ROW_WORDS, RowWords
from reviewer.gui.models.library_arrangement import LibraryGroup
from reviewer.gui.models.library_row import LibraryRow, filled, spoken, tip_of, words_of
from reviewer.review.status import Status

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
LIBRARY_ROW = ROLE.UserRole + 2
"""The role under which a delegate finds the `LibraryRow` of a document; None for a heading."""

NO_PARENT = QModelIndex()

_FIGURES = QT_TRANSLATE_NOOP("Library", "{documents} 篇 · 审毕 {done} · 未决 {open}")


class LibraryModel(QAbstractItemModel):
    """Headings with their documents, or documents alone.

    The internal number of an index is 0 at the top and the place of the heading, from 1, below it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """No documents."""
        super().__init__(parent)
        self._groups: Sequence[LibraryGroup] = ()

    # What is shown

    def show(self, groups: Sequence[LibraryGroup]) -> bool:
        """Show these groups: rows that say something else are changed, and moved ones moved.

        Returns:
            Whether everything had to be built anew, because documents or headings came or went.
        """
        old, new = _shape(self._groups), _shape(groups)
        if old == new:
            before, self._groups = self._groups, groups
            self._tell_changes(before)
            return False
        if [(key, sorted(numbers)) for key, numbers in old] == [
            (key, sorted(numbers)) for key, numbers in new
        ] and all(len(set(numbers)) == len(numbers) for _, numbers in new):
            self._rearrange(groups)
            return False
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()
        return True

    def _tell_changes(self, before: Sequence[LibraryGroup]) -> None:
        for place, (was, now) in enumerate(zip(before, self._groups, strict=True)):
            changed = [
                row
                for row, pair in enumerate(zip(was.rows, now.rows, strict=True))
                if pair[0] is not pair[1] and pair[0] != pair[1]
            ]
            for row in changed:
                index = self._document_index(place, row)
                self.dataChanged.emit(index, index)
            if not self.is_flat and (changed or (was.name, was.aside) != (now.name, now.aside)):
                heading = self.index(place, 0)
                self.dataChanged.emit(heading, heading)

    def _rearrange(self, groups: Sequence[LibraryGroup]) -> None:
        """Move rows; what points at a row points at the same document afterwards."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        numbers = [self._place(index) for index in kept]
        self._groups = groups
        places = [{row.document: at for at, row in enumerate(group.rows)} for group in groups]
        moved = [
            self._document_index(place, places[place][number])
            if number is not None
            else self.index(place, 0)
            for place, number in numbers
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _place(self, index: Index) -> tuple[int, int | None]:
        """The place of an index's group, and its document; None for a heading."""
        row = self.row_at(index)
        place = index.internalId() - 1 if index.internalId() else 0 if self.is_flat else index.row()
        return place, None if row is None else row.document

    @property
    def is_flat(self) -> bool:
        """Whether documents stand without headings."""
        return not self._groups or (len(self._groups) == 1 and not self._groups[0].key)

    @property
    def groups(self) -> Sequence[LibraryGroup]:
        """The groups, from top to bottom."""
        return self._groups

    def row_at(self, index: Index) -> LibraryRow | None:
        """The document of an index, or None for a heading or nothing."""
        group = self._group_above(index)
        if group is None or index.row() >= len(group.rows):
            return None
        return group.rows[index.row()]

    def group_at(self, index: Index) -> LibraryGroup | None:
        """The heading that an index is, or None for a document or nothing."""
        if not index.isValid() or index.internalId() or self.is_flat:
            return None
        return self._groups[index.row()] if index.row() < len(self._groups) else None

    def index_of(self, document: int) -> QModelIndex:
        """The first row of a document; no index where it is not shown."""
        for place, group in enumerate(self._groups):
            for row, each in enumerate(group.rows):
                if each.document == document:
                    return self._document_index(place, row)
        return QModelIndex()

    def _document_index(self, place: int, row: int) -> QModelIndex:
        return self.createIndex(row, 0, 0 if self.is_flat else place + 1)

    def _group_above(self, index: Index) -> LibraryGroup | None:
        """The group that an index is a document of."""
        if not index.isValid():
            return None
        if index.internalId():
            return self._groups[index.internalId() - 1]
        return self._groups[0] if self.is_flat and self._groups else None

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = NO_PARENT) -> QModelIndex:
        """The index of a place."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NO_PARENT) -> QModelIndex:  # type: ignore[override]  # Qt overloads it
        """The heading above a document."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many rows stand below a heading, or at the top."""
        if not parent.isValid():
            if self.is_flat:
                return len(self._groups[0].rows) if self._groups else 0
            return len(self._groups)
        group = self.group_at(parent)
        return 0 if group is None else len(group.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Documents are selected and dragged; headings are only walked over."""
        if self.row_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """The words of a row, for the delegate and for screen readers, and its tool tip."""
        row = self.row_at(index)
        if row is not None:
            return _document_data(row, role)
        group = self.group_at(index)
        return None if group is None else _heading_data(group, role)


def _document_data(row: LibraryRow, role: int) -> object:
    match role:
        case ROLE.DisplayRole:
            return words_of(row).heading
        case ROLE.AccessibleTextRole:
            return spoken(row)
        case ROLE.ToolTipRole:
            return tip_of(row)
    if role == ROW_WORDS:
        return words_of(row)
    return row if role == LIBRARY_ROW else None


def _heading_data(group: LibraryGroup, role: int) -> object:
    words = heading_words(group)
    match role:
        case ROLE.DisplayRole:
            return words.heading
        case ROLE.AccessibleTextRole:
            return words.spoken
    return words if role == ROW_WORDS else None


def heading_words(group: LibraryGroup) -> RowWords:
    """What a heading says: its name, and the figures of its documents."""
    figures = filled(
        _FIGURES,
        documents=f"{len(group.rows):,}",
        done=f"{sum(row.status is Status.DONE for row in group.rows):,}",
        open=f"{sum(row.open_findings for row in group.rows if not row.status.settled):,}",
    )
    return RowWords(heading=group.name, aside=group.aside, words=figures, bold=True)


def _shape(groups: Sequence[LibraryGroup]) -> list[tuple[str, list[int]]]:
    return [(group.key, [row.document for row in group.rows]) for group in groups]
