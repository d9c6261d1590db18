"""The table of the findings with headings that fold and stand for the findings below them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from reviewer.gui.models.findings_columns import Column
from reviewer.gui.models.findings_groups import GroupedFindings, Heading
from reviewer.gui.panels.findings_table import FindingsTable

_SELECT = QItemSelectionModel.SelectionFlag
_TOGGLING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GroupedTable(FindingsTable):
    """A table of findings, with or without headings.

    Signals:
        heading_chosen(): the editor went to a heading.
    """

    heading_chosen = Signal()

    @property
    def heading(self) -> Heading | None:
        """The heading that is current and selected, or None."""
        model, row = self._findings, self.currentIndex().row()
        if isinstance(model, GroupedFindings) and self._is_chosen(row):
            return model.heading_at(row)
        return None

    def selected(self) -> list[str]:
        """The anchors of the selected findings, in the order shown.

        A heading stands for its findings where it is selected alone, or where they are folded.
        """
        model = self._findings
        if not isinstance(model, GroupedFindings):
            return super().selected()
        rows, found = self._selected_rows(), list[str]()
        for row in rows:
            key, heading = model.key_at(row), model.heading_at(row)
            if key is not None:
                found.append(key)
            elif heading is not None and (heading.folded or len(rows) == 1):
                found += model.members(heading.name.key)
        return found

    def choose(self, anchor: str | None) -> None:
        """Make a finding the current one, unfolding its group."""
        if isinstance(self._findings, GroupedFindings) and anchor is not None:
            with self.keeping_choice():
                self._findings.unfold_for(anchor)
        super().choose(anchor)

    @contextmanager
    def keeping_choice(self) -> Iterator[None]:
        """Keep a heading chosen as well, over all that the model does in here."""
        heading = self.heading
        with super().keeping_choice():
            yield
        model = self._findings
        if heading is None or not isinstance(model, GroupedFindings):
            return
        row = model.heading_row(heading.name.key)
        if row is not None:
            with self._quietly():
                index = model.index(row, Column.CHANGE)
                flags = _SELECT.ClearAndSelect | _SELECT.Rows
                self.selectionModel().setCurrentIndex(index, flags)

    def _choose_row(self, row: int, *, again: bool) -> None:
        if self._findings.key_at(row) is not None:
            super()._choose_row(row, again=again)
            return
        self._current = None
        self.heading_chosen.emit()

    # Folding

    def fold_all(self, folded: bool) -> None:
        """Fold all groups, or unfold them."""
        model = self._findings
        if isinstance(model, GroupedFindings):
            if folded and self.currentIndex().isValid():
                self._go_to(model.heading_above(self.currentIndex().row()))
            with self.keeping_choice():
                model.fold_all(folded)

    def _fold(self, row: int, folded: bool) -> None:
        model = self._findings
        heading = model.heading_at(row) if isinstance(model, GroupedFindings) else None
        if isinstance(model, GroupedFindings) and heading is not None:
            with self.keeping_choice():
                model.fold(heading.name.key, folded)

    def _go_to(self, row: int) -> None:
        index = self._findings.index(row, Column.CHANGE)
        flags = _SELECT.ClearAndSelect | _SELECT.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right fold and unfold, with Ctrl all; Left on a finding leads to its heading."""
        model, row = self._findings, self.currentIndex().row()
        if not isinstance(model, GroupedFindings) or not 0 <= row < model.rowCount():
            super().keyPressEvent(event)
            return
        heading = model.heading_at(row)
        sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if sideways and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.fold_all(event.key() == Qt.Key.Key_Left)
        elif heading is None:
            if event.key() == Qt.Key.Key_Left:
                self._go_to(model.heading_above(row))
            else:
                super().keyPressEvent(event)
        elif sideways:
            self._fold(row, event.key() == Qt.Key.Key_Left)
        elif event.key() in _TOGGLING:
            self._fold(row, not heading.folded)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the arrow of a heading folds it."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.column() == Column.STATE:
            self._toggle(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """So do two clicks anywhere on it."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != Column.STATE:
            self._toggle(index.row())
        super().mouseDoubleClickEvent(event)

    def _toggle(self, row: int) -> None:
        model = self._findings
        heading = model.heading_at(row) if isinstance(model, GroupedFindings) else None
        if heading is not None:
            self._fold(row, not heading.folded)
