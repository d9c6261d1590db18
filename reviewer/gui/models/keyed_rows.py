"""A list of rows of two lines each, every row with a key by which it is found again."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
ROW_WORDS = ROLE.UserRole + 1
"""The role under which a delegate finds the `RowWords` of a row."""

NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class RowWords:
    """What one row says.

    Attributes:
        heading: the first line.
        aside: stands at the right end of the first line.
        words: the second line, in second rank.
        words_aside: stands at the right end of the second line.
        chip: the number of the colour of the row's chip, or None for a row without.
        progress: how much of the work is done, from 0 to 1, or None where there is none.
        warns: whether `aside` is a warning.
        bold: whether the heading is bold.
        ticked: whether what the row asks for is done, or None where it asks for nothing.
        sign: what chip and tick mean, for screen readers.
    """

    heading: str
    aside: str = ""
    words: str = ""
    words_aside: str = ""
    chip: int | None = None
    progress: float | None = None
    warns: bool = False
    bold: bool = False
    ticked: bool | None = None
    sign: str = ""

    @property
    def spoken(self) -> str:
        """All of it, for screen readers."""
        parts = (self.heading, self.sign, self.aside, self.words, self.words_aside)
        return "，".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class KeyedRow:
    """A row of a list.

    Attributes:
        key: its name for the program.
        words: what it says.
        tip: its tool tip, escaped markup.
    """

    key: Hashable
    words: RowWords
    tip: str = ""


class KeyedRows(QAbstractListModel):
    """The rows of a list, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        """No rows."""
        super().__init__(parent)
        self._rows: Sequence[KeyedRow] = ()
        self._row_of: dict[Hashable, int] = {}

    def show(self, rows: Sequence[KeyedRow]) -> None:
        """Show these rows; where only their words are others, the list is not built anew."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self._row_of = {row.key: place for place, row in enumerate(rows)}
        self.endResetModel()

    def key_at(self, row: int) -> Hashable:
        """The key of a row."""
        return self._rows[row].key

    def row_of(self, key: Hashable) -> int | None:
        """The row with this key, or None."""
        return self._row_of.get(key)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows may be dragged where their list lets them."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """The words of a row, for the delegate and for screen readers, and its tool tip."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        answers = {
            ROW_WORDS: row.words,
            ROLE.DisplayRole: row.words.heading,
            ROLE.AccessibleTextRole: row.words.spoken,
            ROLE.ToolTipRole: row.tip,
        }
        return answers.get(role)
