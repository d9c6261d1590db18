"""Where the keyboard goes: to a panel by its key, and with Escape back to the text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.main_window import MainWindow

_TAB = Qt.FocusPolicy.TabFocus


class FocusController(QObject):
    """Moves the keyboard about; what is done there is for others."""

    def __init__(self, window: MainWindow) -> None:
        """Follow the keys of `window`."""
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        window.escaped.connect(self.go_back)
        self._in_a_document = False
        for number in (ActionId.FILTER_FINDINGS, ActionId.EDIT_REPLACEMENT):
            # Connected before what these actions do, for a field that is hidden takes no keys.
            window.actions_of[number].triggered.connect(self._show_findings)
        for changed in (window.workspace.document_changed, window.workspace.library_changed):
            changed.connect(self._follow_later)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        parts = self._parts
        panels: dict[ActionId, tuple[QWidget, QAbstractItemView]] = {
            ActionId.GO_TO_FINDINGS: (parts.findings, parts.findings.table),
            ActionId.GO_TO_REPEATS: (parts.repeats, parts.repeats.tree),
            ActionId.GO_TO_NOTES: (parts.notes, parts.notes.list),
            ActionId.GO_TO_HISTORY: (parts.history, parts.history.list),
        }
        return {
            ActionId.GO_TO_LIBRARY: self._go_to_library,
            **{number: partial(self._go_to, *panel) for number, panel in panels.items()},
        }

    def _show_findings(self) -> None:
        self._parts.side.setCurrentWidget(self._parts.findings)

    def _go_to_library(self) -> None:
        self._parts.library_dock.show()
        self._enter(self._parts.library, self._parts.library.list)

    def _go_to(self, panel: QWidget, rows: QAbstractItemView) -> None:
        self._parts.side.setCurrentWidget(panel)
        self._enter(panel, rows)

    def _enter(self, panel: QWidget, rows: QAbstractItemView) -> None:
        """Give the keyboard to the rows, or where there are none to what the panel offers."""
        if rows.isVisible():
            rows.setFocus()
            self._choose(rows)
            return
        found = panel.nextInFocusChain()
        while found is not None and panel.isAncestorOf(found):
            if found.isVisible() and found.isEnabled() and found.focusPolicy() & _TAB:
                found.setFocus()
                return
            found = found.nextInFocusChain()
        self._parts.side.tabBar().setFocus()

    def _choose(self, rows: QAbstractItemView) -> None:
        """Choose a row where none is: the arrow keys cannot choose the only one there is."""
        chosen, flags = rows.selectionModel(), QItemSelectionModel.SelectionFlag
        first = rows.currentIndex()
        if not first.isValid():
            first = rows.model().index(0, 0)
        if first.isValid() and not chosen.hasSelection():
            chosen.setCurrentIndex(first, flags.ClearAndSelect | flags.Rows)

    def go_back(self) -> None:
        """Close what stands above the text, or go back to the text, or to the first page."""
        parts, view = self._parts, self._parts.text.view
        if not view.isVisible():
            self.begin()
        elif parts.find.isVisible():
            parts.find.close_bar()
        elif view.hasFocus():
            parts.notice.hide()
        else:
            view.setFocus()

    def begin(self) -> None:
        """In the text, or while there is none where one comes to a text."""
        parts = self._parts
        places = (parts.text.view, parts.first_page.open_button, parts.library.list)
        there = (one for one in places if one.isVisibleTo(self._window) and one.isEnabled())
        next(there, parts.text.view).setFocus()

    def _follow_later(self) -> None:
        # Others show and hide pages on the same signals.
        QTimer.singleShot(0, self, self._follow)

    def _follow(self) -> None:
        """Begin in the first document; later stay where one is, as long as that can be seen."""
        was, self._in_a_document = self._in_a_document, self._window.workspace.document is not None
        focus = self._window.focusWidget()
        lost = focus is None or not focus.isVisible() or not focus.isEnabled()
        if lost or self._in_a_document > was:
            self.begin()
