"""Searching the library in the background, with progress, cancel and results in pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.workspace import Workspace

if TYPE_CHECKING:
    from reviewer.workflow.background import BackgroundSearch, Message

POLL_INTERVAL = 25
"""Milliseconds between two looks at what the search has found."""


class SearchController(QObject):
    """Runs one search at a time over the texts as they are when it starts.

    Signals:
        advanced(str, int, int): so many of so many units of a stage are done.
        ended(str): the search is over; a reason where it failed, else an empty string.
    """

    advanced = Signal(str, int, int)
    ended = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        """Search the workspace's library."""
        super().__init__(parent)
        self._workspace = workspace
        self._search: BackgroundSearch | None = None
        self._again = False
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_INTERVAL)
        self._timer.timeout.connect(self._poll)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {ActionId.SEARCH_AGAIN: self.search, ActionId.CANCEL_SEARCH: self.cancel}

    @property
    def running(self) -> bool:
        """Whether a search is on its way."""
        return self._search is not None

    def search(self) -> None:
        """Search what is new or has changed; after the running search, where there is one."""
        from reviewer.workflow.background import BackgroundSearch
        from reviewer.workflow.searching import search_order

        if self._search is not None:
            self._again = True
            return
        order = search_order(self._workspace.desk)
        if not order.texts:
            return
        self._search = BackgroundSearch(order)
        self._timer.start()
        self.advanced.emit("garble", 0, len(order.texts))

    def cancel(self) -> None:
        """Stop the search at once; what was found so far stays."""
        if self._search is not None:
            self._again = False
            self._search.cancel()
            self._end("")

    def _poll(self) -> None:
        search = self._search
        if search is None:
            return
        for message in search.poll():
            self._take(search, message)
        if search is self._search and search.finished:
            self._end("")

    def _take(self, search: BackgroundSearch, message: Message) -> None:
        from reviewer.workflow.background import Advanced, Failed, FindingsFound, RepeatsFound
        from reviewer.workflow.searching import take_repeats

        desk = self._workspace.desk
        match message:
            case Advanced():
                self.advanced.emit(message.stage, message.done, message.total)
            case FindingsFound():
                text = dict(search.order.texts)[message.document]
                if desk.take_findings(message.document, text, message.findings):
                    self._workspace.after_findings(message.document)
            case RepeatsFound():
                take_repeats(desk, search.order, message)
                self._again = self._again or search.order.waiting > 0
                self._workspace.after_repeats()
            case Failed():
                self._end(message.reason)

    def _end(self, reason: str) -> None:
        self._search = None
        self._timer.stop()
        self.ended.emit(reason)
        if self._again:
            self._again = False
            self.search()
