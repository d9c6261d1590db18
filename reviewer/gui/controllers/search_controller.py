"""Searching the library in the background, with progress, cancel and results in pieces.

Whatever changes a text is followed by a search of that text; nobody has to ask for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.workspace import Workspace

if TYPE_CHECKING:
    from reviewer.review.steps import DocumentId, Step
    from reviewer.workflow.background import SearchProcess
    from reviewer.workflow.orders import FindingsFound, Message, SearchOrder, StretchFound

POLL_INTERVAL = 10
"""Milliseconds between two looks at what the search has found."""

STEP_PAUSE = 60
"""Milliseconds after a step until its texts are searched: undo is often pressed several times."""

CHECK_PAUSE = 700
"""Milliseconds without work after which texts that were edited are searched as a whole."""

IDLE_TIME = 300_000
"""Milliseconds without work after which the process gives its memory back."""

QUIET_TIME = 0.3
"""Seconds of following an edit that nobody is told of."""


class SearchController(QObject):
    """Runs one search at a time over the texts as they are when it starts.

    Signals:
        advanced(str, int, int): so many of so many units of a stage are done.
        ended(str): the search is over; a reason where it failed, else an empty string.
    """

    advanced = Signal(str, int, int)
    ended = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        on_screen: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        """Search the workspace's library.

        Args:
            workspace: the library.
            on_screen: tells the offset of what is seen of the current document.
            parent: as in Qt.
        """
        super().__init__(parent)
        self._workspace = workspace
        self._on_screen = on_screen
        self._process: SearchProcess | None = None
        self._held = False
        self._again: set[DocumentId] = set()
        self._quick: set[DocumentId] = set()
        self._began = 0.0
        self._poll_timer = self._timer(POLL_INTERVAL, self._poll, repeats=True)
        self._follow_timer = self._timer(STEP_PAUSE, self._follow)
        self._check_timer = self._timer(CHECK_PAUSE, self._check)
        self._idle_timer = self._timer(IDLE_TIME, self._rest)
        workspace.typed.connect(self._warm_up)
        workspace.settled.connect(self._follow)
        workspace.stepped.connect(self._follow_step)

    def _timer(self, pause: int, run: Callable[[], None], repeats: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(pause)
        timer.setSingleShot(not repeats)
        timer.timeout.connect(run)
        return timer

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {ActionId.SEARCH_AGAIN: self.search, ActionId.CANCEL_SEARCH: self.cancel}

    @property
    def running(self) -> bool:
        """Whether a search is on its way."""
        from reviewer.workflow.orders import SearchOrder

        return self._process is not None and isinstance(self._process.order, SearchOrder)

    def search(self) -> None:
        """Search what is new or has changed; a search that is under way begins anew."""
        self._held = False
        if self._begin():
            self._began = 0.0
            self.advanced.emit("garble", 0, 0)

    def _begin(self, among: Collection[DocumentId] | None = None) -> bool:
        """Order what is to be searched, or that of it which is in `among`; whether there is any."""
        from reviewer.workflow.searching import search_order

        current = self._workspace.document
        seen = {} if current is None else {current: self._on_screen()}
        again, self._again = self._again, set()
        order = search_order(self._workspace.desk, seen=seen, again=again, among=among)
        if not order.texts:
            return False
        if not self.running:
            self._began = time.monotonic()
        self._warm_up().begin(order)
        for timer in (self._check_timer, self._idle_timer):
            timer.stop()
        self._poll_timer.start()
        return True

    def _warm_up(self) -> SearchProcess:
        """The process, started by the first key, so that it is there when typing pauses."""
        from reviewer.workflow.background import SearchProcess

        if self._process is None:
            self._process = SearchProcess()
        self._process.warm_up()
        return self._process

    def _follow_step(self, step: Step) -> None:
        desk = self._workspace.desk
        present = {row.id for row in self._workspace.documents}
        if any(number in present and desk.reviewed(number).stale for number in step.documents):
            self._follow_timer.start()

    def _follow(self) -> None:
        """Search the current text, which has changed, and all that waits unless it was stopped."""
        document = self._workspace.document
        if document is not None and self._workspace.desk.reviewed(document).stale:
            self._begin(among=(document,) if self._held else None)

    def cancel(self) -> None:
        """Stop the search at once; what was found so far stays."""
        if self.running and self._process is not None:
            self._held = True
            self._process.cancel()
            self._end("")

    def close(self) -> None:
        """Stop for good; the window is closing."""
        for timer in (self._follow_timer, self._check_timer, self._idle_timer, self._poll_timer):
            timer.stop()
        if self._process is not None:
            self._process.close()

    def _poll(self) -> None:
        process, desk = self._process, self._workspace.desk
        if process is None:
            return
        if process.order is None and desk.found.waiting:
            desk.found.write_some()
        elif process.order is None:
            self._poll_timer.stop()
        else:
            order = process.order
            for message in process.poll():
                self._take(order, message)

    def _take(self, order: object, message: Message) -> None:
        from reviewer.workflow.orders import (
            Advanced,
            Checked,
            Failed,
            FindingsFound,
            PrintsFound,
            RepeatsFound,
            SearchOrder,
            StretchFound,
        )
        from reviewer.workflow.searching import take_prints, take_repeats

        desk = self._workspace.desk
        match message:
            case Checked():
                self._again.update(message.differing)
                if self._again:
                    self._begin(among=self._again)
            case Advanced():
                self._tell(message.stage, message.done, message.total)
            case Failed():
                self._end(message.reason)
            case FindingsFound() | StretchFound() if isinstance(order, SearchOrder):
                self._show(order, message)
            case PrintsFound() if isinstance(order, SearchOrder):
                if take_prints(desk, order, message):
                    self._again.add(message.document)
            case RepeatsFound() if isinstance(order, SearchOrder):
                take_repeats(desk, order, message)
                self._workspace.after_repeats()
                self._end("", goes_on=order.waiting > 0)
            case _:
                pass

    def _show(self, order: SearchOrder, message: FindingsFound | StretchFound) -> None:
        """Show what was found in a document, or in a part of it."""
        from reviewer.workflow.orders import FindingsFound

        desk, number = self._workspace.desk, message.document
        text, state = dict(order.texts)[number], desk.reviewed(number)
        if isinstance(message, FindingsFound):
            taken = desk.found.take(state, text, message.findings, message.anchors)
            if message.quick:
                self._quick.add(number)
        else:
            taken = desk.found.take_stretch(state, text, message.stretch, message.findings)
        if taken:
            self._workspace.after_findings(number)

    def _tell(self, stage: str, done: int, total: int) -> None:
        if self.running and time.monotonic() - self._began >= QUIET_TIME:
            self.advanced.emit(stage, done, total)

    def _check(self) -> None:
        """Look whether whole searches find what quick ones found."""
        from reviewer.workflow.orders import CheckOrder

        desk = self._workspace.desk
        present = {row.id for row in self._workspace.documents}
        numbers = [number for number in self._quick if number in present]
        self._quick.clear()
        fresh = [number for number in numbers if not desk.reviewed(number).stale]
        if fresh and self._process is not None:
            texts = tuple((number, desk.text_of(number)) for number in fresh)
            self._process.begin(CheckOrder(texts))
            self._poll_timer.start()

    def _rest(self) -> None:
        if self._process is not None and self._process.order is None:
            self._process.close()

    def _end(self, reason: str, goes_on: bool = False) -> None:
        self.ended.emit(reason)
        self._idle_timer.start()
        if self._quick:
            self._check_timer.start()
        if goes_on or (self._again and not reason):
            self._begin(among=self._again if self._held else None)
