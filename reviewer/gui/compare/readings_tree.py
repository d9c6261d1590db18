"""The disagreements of a family with all readings, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from reviewer.gui.models.repeats_words import RepeatsWords
from reviewer.workflow.library_repeats import FactReadings, Member

_PLACE = Qt.ItemDataRole.UserRole
_HEIGHT_ROWS = 7
"""So many rows are shown before the list scrolls."""

_ROW_AIR = 8
"""Pixels of a row besides its letters."""


@dataclass(frozen=True, slots=True)
class ReadingChoice:
    """A disagreement, and which of its readings is chosen, if one is."""

    facts: FactReadings
    reading: Member | None


class ReadingsTree(QTreeWidget):
    """A row for each disagreement, below it one for each reading and where it stands.

    Signals:
        chosen(): another row is chosen.
        used(): the editor wants the chosen reading.
    """

    chosen = Signal()
    used = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty list."""
        super().__init__(parent)
        self._choices: list[ReadingChoice] = []
        self.setColumnCount(3)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit())
        self.itemActivated.connect(lambda *_: self.used.emit())

    def show_rows(
        self, disagreements: Sequence[FactReadings], words: RepeatsWords, shown: Sequence[Member]
    ) -> None:
        """List disagreements; the row that was chosen stays so.

        Args:
            disagreements: what is listed.
            words: words the rows.
            shown: the left copy and the right one.
        """
        path = self._path()
        self.blockSignals(True)
        self.clear()
        self._choices = []
        for facts in disagreements:
            self.addTopLevelItem(self._row(facts, words, shown))
        self.expandAll()
        self._go_to(path)
        self.blockSignals(False)
        rows = sum(1 + len(facts.readings) for facts in disagreements)
        height = self.sizeHintForRow(0) * min(rows, _HEIGHT_ROWS)
        self.setMaximumHeight(self.header().sizeHint().height() + 6 + max(0, height))

    def _row(
        self, facts: FactReadings, words: RepeatsWords, shown: Sequence[Member]
    ) -> QTreeWidgetItem:
        row = words.disagreement(facts)
        top = self._item(ReadingChoice(facts, None), [row.words, row.heading, ""])
        sides = (self.tr("左"), self.tr("右"))
        for reading in facts.readings:
            said = words.reading(reading)
            here = [name for name, one in zip(sides, shown, strict=True) if holds(one, reading)]
            columns = [said.heading, said.words, "、".join(here)]
            top.addChild(self._item(ReadingChoice(facts, reading), columns))
        return top

    def _item(self, choice: ReadingChoice, columns: list[str]) -> QTreeWidgetItem:
        item = QTreeWidgetItem(columns)
        # Qt would copy the choice, so an item carries its place.
        item.setData(0, _PLACE, len(self._choices))
        self._choices.append(choice)
        item.setSizeHint(0, QSize(0, self.fontMetrics().height() + _ROW_AIR))
        return item

    @property
    def choice(self) -> ReadingChoice | None:
        """What the chosen row stands for."""
        item = self.currentItem()
        return None if item is None else self._choices[item.data(0, _PLACE)]

    def _path(self) -> tuple[int, int | None]:
        item = self.currentItem()
        if item is None:
            return -1, None
        parent = item.parent()
        if parent is None:
            return self.indexOfTopLevelItem(item), None
        return self.indexOfTopLevelItem(parent), parent.indexOfChild(item)

    def _go_to(self, path: tuple[int, int | None]) -> None:
        """Choose the row that stands where one was chosen, or the last one before it."""
        top = self.topLevelItem(min(path[0], self.topLevelItemCount() - 1))
        if top is not None:
            child = None if path[1] is None else top.child(path[1])
            self.setCurrentItem(top if child is None else child)

    def retranslate(self) -> None:
        """Word the heads of the columns anew."""
        self.setAccessibleName(self.tr("说法不一之处"))
        self.setHeaderLabels([self.tr("说法"), self.tr("哪一类、在哪里"), self.tr("哪一边")])


def holds(copy: Member, reading: Member) -> bool:
    """Whether a reading stands in a copy."""
    return copy.document == reading.document and copy.span.contains(reading.span)
