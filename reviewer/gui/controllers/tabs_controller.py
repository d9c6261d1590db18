"""The open documents: their tabs, and the place in each that the editor comes back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.document_tabs import DocumentTab, DocumentTabs
from reviewer.gui.menus import TAB_MENU
from reviewer.gui.remembered import Remembered
from reviewer.gui.tab_place import TabPlace, from_plain, to_plain
from reviewer.gui.text.view import TextView
from reviewer.gui.workspace import Workspace

if TYPE_CHECKING:
    from reviewer.review.steps import Step

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TabsController(QObject):
    """Keeps the tabs and the workspace in step, and brings back what a tab looked like."""

    def __init__(
        self,
        workspace: Workspace,
        bar: DocumentTabs,
        view: TextView,
        actions: ActionSet,
        remembered: Remembered,
        window: QWidget,
    ) -> None:
        """Let `bar` show the tabs of `workspace`, whose current document `view` shows."""
        super().__init__(window)
        self._workspace = workspace
        self._tabs = workspace.tabs
        self._bar = bar
        self._view = view
        self._actions = actions
        self._remembered = remembered
        self._window = window
        self._places: dict[int, TabPlace] = {}
        bar.chosen.connect(workspace.show_document)
        bar.close_requested.connect(self.close)
        bar.kept.connect(self._tabs.keep)
        bar.tabMoved.connect(self._tabs.move)
        bar.menu_requested.connect(self._show_menu)
        self._tabs.changed.connect(self._show)
        workspace.document_changed.connect(self._show)
        workspace.library_changed.connect(self._show)
        workspace.leaving_document.connect(self._keep_place)
        workspace.arrived.connect(self._return_to_place)
        workspace.typed.connect(self.keep_current)
        workspace.stepped.connect(self._keep_judged)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {
            ActionId.CLOSE_TAB: self._close_current,
            ActionId.CLOSE_OTHER_TABS: self._close_others,
            ActionId.REOPEN_TAB: self.reopen,
            ActionId.KEEP_TAB: self.keep_current,
            ActionId.NEXT_TAB: lambda: self._walk(1),
            ActionId.PREVIOUS_TAB: lambda: self._walk(-1),
        }

    def follow_list(self, documents: QAbstractItemView) -> None:
        """Keep the tab of what is opened for good in a list: by two clicks, middle click, Enter."""
        documents.doubleClicked.connect(self._open_for_good)
        documents.installEventFilter(self)
        documents.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the middle button and Enter in the list of documents; its own answer comes first."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            if event.button() is Qt.MouseButton.MiddleButton:
                self.keep_current()
        elif (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in ENTER_KEYS
            and isinstance(watched, QAbstractItemView)
        ):
            return self._open_for_good(watched.currentIndex())
        return super().eventFilter(watched, event)

    # From one session to the next

    def restore(self) -> None:
        """Open the tabs of the last session; without any, the first document as a preview."""
        workspace, remembered = self._workspace, self._remembered
        present = [row.id for row in workspace.documents]
        kept, preview = remembered.tabs()
        places = from_plain(kept)
        self._places = {number: place for number, place in places if number in present}
        self._tabs.restore([number for number, _ in places if number in present], preview)
        last = remembered.document()
        if last in self._tabs.documents:
            workspace.show_document(last)
        elif self._tabs.documents:
            workspace.show_document(self._tabs.documents[0])
        elif present and not remembered.has_tabs():
            workspace.show_document(last if last in present else present[0])

    def remember(self) -> None:
        """Keep tabs and places for the next session."""
        self._keep_place()
        rows = [(number, self._places.get(number, TabPlace())) for number in self._tabs.documents]
        self._remembered.keep_tabs(to_plain(rows), self._tabs.preview)

    # Tabs

    def _show(self) -> None:
        stored = {row.id: row for row in self._workspace.documents}
        rows = [
            DocumentTab(
                number,
                stored[number].title,
                str(stored[number].origin.path),
                number == self._tabs.preview,
            )
            for number in self._tabs.documents
            if number in stored
        ]
        self._bar.show_tabs(rows, self._workspace.document)

    def close(self, document: int) -> None:
        """Close the tab of a document; where it is current, its neighbour is shown."""
        if document == self._workspace.document:
            self._keep_place()
            self._workspace.show_document(self._tabs.close(document))
        else:
            self._tabs.close(document)

    def _close_current(self) -> None:
        if self._workspace.document is not None:
            self.close(self._workspace.document)

    def _close_others(self) -> None:
        if self._workspace.document is not None:
            self._tabs.close_others(self._workspace.document)

    def reopen(self) -> None:
        """Open the tab closed last and show it."""
        document = self._tabs.reopen()
        if document is not None:
            self._workspace.show_document(document)

    def _walk(self, distance: int) -> None:
        document = self._tabs.neighbour(self._workspace.document, distance)
        if document is not None:
            self._workspace.show_document(document)

    def keep_current(self) -> None:
        """Let the current document keep its tab."""
        self._tabs.keep(self._workspace.document)

    def _open_for_good(self, index: QModelIndex) -> bool:
        """Keep the tab of a document and go to its text; False for a row that holds others."""
        if not index.isValid() or index.model().rowCount(index):
            return False
        self.keep_current()
        self._view.setFocus()
        return True

    def _keep_judged(self, step: Step) -> None:
        if self._workspace.document in step.documents:
            self.keep_current()

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self._window)
        self._actions.fill(menu, TAB_MENU)
        menu.exec(place)

    # Places

    def _keep_place(self) -> None:
        document = self._workspace.document
        if document is None:
            return
        selected = self._view.selected_span()
        self._places[document] = TabPlace(
            start=selected.start,
            end=selected.end,
            top=self._view.first_visible_offset(),
            anchor=self._workspace.anchor,
            clean=self._workspace.shows_clean,
        )

    def _return_to_place(self) -> None:
        document = self._workspace.document
        place = None if document is None else self._places.get(document)
        if place is None:
            return
        self._workspace.show_clean(place.clean)
        self._workspace.show_finding(place.anchor)
        # The finding was brought into view, but the editor had scrolled on from there.
        self._view.place_cursor(place.selection(self._view.positions.length))
        self._view.scroll_to(self._view.positions.unit(min(place.top, self._view.positions.length)))
