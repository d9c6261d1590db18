"""Tags of one or several documents: those that there are to tick, and a field for new ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.models.quoting import one_line

_WORD = Qt.ItemDataRole.UserRole
_SIZE = (320, 360)
"""Pixels."""


class TagsDialog(QDialog):
    """A tick for a tag that all documents have, a half tick for one that some have."""

    def __init__(
        self, documents: Sequence[int], tags: Mapping[int, Sequence[str]], parent: QWidget | None
    ) -> None:
        """Show the tags of some documents among all tags of the library.

        Args:
            documents: those that are tagged, at least one.
            tags: the tags of every document that has any.
            parent: as in Qt.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("标签"))
        known = sorted({word for words in tags.values() for word in words})
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("新标签"))
        self.field.setAccessibleName(self.tr("新标签"))
        completer = QCompleter(known, self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self.add_button = QPushButton(self.tr("添加"), self)
        self.add_button.setAutoDefault(False)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("标签"))
        for word in known:
            having = sum(word in tags.get(number, ()) for number in documents)
            self._list(word, _state(having, len(documents)))
        self._before = self._states()
        self._arrange(len(documents))
        self._enable()

    def _arrange(self, count: int) -> None:
        self.field.textChanged.connect(self._enable)
        self.field.returnPressed.connect(self.add_written)
        self.add_button.clicked.connect(self.add_written)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        # Enter in the field adds the word; it must not close the dialog as well.
        ok.setAutoDefault(False)
        ok.setDefault(False)
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.add_button)
        column = QVBoxLayout(self)
        heading = QLabel(self.tr("%n 份文稿的标签：", "", count))
        heading.setBuddy(self.list)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        column.addLayout(line)
        column.addWidget(buttons)
        for one, other in (
            (self.list, self.field),
            (self.field, self.add_button),
            (self.add_button, ok),
        ):
            self.setTabOrder(one, other)
        self.resize(*_SIZE)
        self.field.setFocus()

    def add_written(self) -> None:
        """Tick the word that was written, new or known; an empty field confirms the dialog."""
        words = [" ".join(word.split()) for word in self.field.text().replace("，", ",").split(",")]
        wanted = [word for word in words if word]
        if not wanted and not self.field.text():
            self.accept()
        for word in wanted:
            item = self._item(word) or self._list(word, Qt.CheckState.Checked)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.setCurrentItem(item)
        self.field.clear()

    def accept(self) -> None:
        """Take a word that still stands in the field along."""
        if self.field.text():
            self.add_written()
        super().accept()

    @property
    def added(self) -> list[str]:
        """The tags that all documents are to have and not all had."""
        return self._turned(Qt.CheckState.Checked)

    @property
    def removed(self) -> list[str]:
        """The tags that no document is to have any more."""
        return self._turned(Qt.CheckState.Unchecked)

    def _turned(self, to: Qt.CheckState) -> list[str]:
        return [
            word
            for word, state in self._states().items()
            if state is to and self._before.get(word, Qt.CheckState.Unchecked) is not to
        ]

    def _states(self) -> dict[str, Qt.CheckState]:
        items = [self.list.item(place) for place in range(self.list.count())]
        return {item.data(_WORD): item.checkState() for item in items}

    def _item(self, word: str) -> QListWidgetItem | None:
        items = [self.list.item(place) for place in range(self.list.count())]
        return next((item for item in items if item.data(_WORD) == word), None)

    def _list(self, word: str, state: Qt.CheckState) -> QListWidgetItem:
        item = QListWidgetItem(one_line(word), self.list)
        item.setData(_WORD, word)
        item.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
        )
        item.setCheckState(state)
        return item

    def _enable(self) -> None:
        self.add_button.setEnabled(bool(self.field.text().strip()))


def _state(having: int, count: int) -> Qt.CheckState:
    if having == count:
        return Qt.CheckState.Checked
    return Qt.CheckState.PartiallyChecked if having else Qt.CheckState.Unchecked
