"""The list of documents: its rows, which follow what is done, and the way from one to the next.

No document is opened for its row: figures that are kept are read, and what is missing is made in
idle time, one document after the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.controllers.library_rows import LibraryRows
from reviewer.gui.menus import DOCUMENT_MENU
from reviewer.gui.models.quoting import one_line
from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.remembered import Remembered
from reviewer.gui.workspace import Workspace

if TYPE_CHECKING:
    from reviewer.review.steps import Step

SHOW_AFTER = 40
"""Milliseconds after a change until the list shows it; many changes are shown together."""

KEEP_AFTER = 1_500
"""Milliseconds without a change until figures are saved: not in the way of a decision."""


class LibraryListController(QObject):
    """Lets the editor see how far every document is, and walk through them.

    Signals:
        told(str): a sentence for the status bar.
    """

    told = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        panel: LibraryPanel,
        actions: ActionSet,
        remembered: Remembered,
        window: QWidget,
    ) -> None:
        """Let `panel` list the documents of the workspace."""
        super().__init__(window)
        self._workspace = workspace
        self._panel = panel
        self._actions = actions
        self._remembered = remembered
        self._window = window
        self._rows = LibraryRows(workspace)
        self._touched: set[int] = set()
        self._judged = False
        self._stopped = False
        self._show_timer = self._timer(SHOW_AFTER, self.show_touched)
        self._keep_timer = self._timer(KEEP_AFTER, self._keep)
        self._idle_timer = self._timer(0, self._count_next)
        panel.document_chosen.connect(workspace.show_document)
        panel.menu_requested.connect(self._show_menu)
        self._follow_workspace()

    def _timer(self, interval: int, work: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(work)
        return timer

    def _follow_workspace(self) -> None:
        workspace = self._workspace
        workspace.library_changed.connect(self._list_all)
        workspace.catalogue_changed.connect(self._list_all)
        workspace.preferences_changed.connect(self._list_all)
        workspace.repeats_changed.connect(self._share_anew)
        workspace.findings_changed.connect(lambda document: self._touch([document]))
        workspace.stepped.connect(self._follow_step)
        workspace.settled.connect(self._follow_typing)
        workspace.document_changed.connect(self._follow_document)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {
            ActionId.NEXT_DOCUMENT: lambda: self._walk(1),
            ActionId.PREVIOUS_DOCUMENT: lambda: self._walk(-1),
            ActionId.NEXT_TO_REVIEW: self.go_to_next,
        }

    @property
    def counting(self) -> bool:
        """Whether documents wait for idle time to be counted."""
        return bool(self._rows.uncounted)

    @property
    def late(self) -> bool:
        """Whether the list does not show yet what was done."""
        return self._show_timer.isActive()

    def stop(self) -> None:
        """Save what was counted; the window is closing, and the store after it."""
        self._stopped = True
        for timer in (self._show_timer, self._keep_timer, self._idle_timer):
            timer.stop()
        desk = self._workspace.desk
        self._rows.follow(number for number in self._touched if desk.is_opened(number))
        self._rows.keep()

    # Rows

    def _list_all(self) -> None:
        """Read the list anew; figures that are not kept are counted when there is time."""
        if not self._workspace.is_open:
            return
        self._rows.read()
        self._show()
        self._select_current()
        if self._rows.uncounted:
            self._idle_timer.start()

    def _show(self) -> None:
        self._panel.show_rows(self._rows.all(), self._rows.batches)

    def _touch(self, documents: Iterable[int]) -> None:
        """Let the rows of some documents be made anew, once the screen shows what was done."""
        self._touched.update(documents)
        if not self._stopped and not self._show_timer.isActive():
            self._show_timer.start()

    def show_touched(self) -> None:
        """Make the rows of the touched documents anew, and no others."""
        touched, self._touched = self._touched, set()
        current = self._workspace.document
        before = None if current is None else self._rows.row(current)
        self._rows.follow(touched)
        self._show()
        self._keep_timer.start()
        if self._rows.uncounted:
            self._idle_timer.start()
        now = None if current is None else self._rows.row(current)
        if self._judged and before and now and before.open_findings and not now.open_findings:
            self._offer_next()
        self._judged = False

    def _count_next(self) -> None:
        """Count one document; Qt goes on with everything else before the next one."""
        try:
            self._rows.count_next()
        finally:
            # A document that cannot be read is told of and must not keep the others waiting.
            self._touch(())
            if self._rows.uncounted:
                self._idle_timer.start()

    def _keep(self) -> None:
        if self._rows.keep():
            self._keep_timer.start()

    def _follow_step(self, step: Step) -> None:
        self._judged = True
        if self._workspace.travelled:
            # The store knows what all these steps touched: figures of those documents do not hold.
            self._list_all()
        elif step.moves_repeats:
            self._rows.forget_shares()
        self._touch(step.documents)

    def _follow_typing(self) -> None:
        self._rows.forget_shares()
        if self._workspace.document is not None:
            self._touch([self._workspace.document])

    def _share_anew(self) -> None:
        self._rows.forget_shares()
        self._touch(())

    def _follow_document(self) -> None:
        self._select_current()
        if self._workspace.document is not None:
            # Open now, so that its figures cost nothing more.
            self._touch([self._workspace.document])

    def _select_current(self) -> None:
        document = self._workspace.document
        self._panel.select_document(document)
        if document is not None:
            self._remembered.keep_document(document)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self._window)
        self._actions.fill(menu, DOCUMENT_MENU)
        menu.exec(place)

    # Walking

    def _walk(self, distance: int) -> None:
        """Go on in the order of the list, and round at its ends."""
        numbers = self._panel.documents or [row.id for row in self._workspace.documents]
        if numbers:
            current = self._workspace.document
            place = numbers.index(current) + distance if current in numbers else 0
            self._workspace.show_document(numbers[place % len(numbers)])

    def go_to_next(self) -> None:
        """Go to the next document, in the order of the list, that still needs work."""
        following = self._next_to_review()
        if following is None:
            others = set(self._panel.documents) != set(self._rows.numbers)
            self.told.emit(
                self.tr("列表所示文稿都已处理；其余文稿被筛选隐藏。")
                if others
                else self.tr("所有文稿都已处理。")
            )
            return
        self._workspace.show_document(following)
        row = self._rows.row(following)
        if row is not None:
            self.told.emit(
                self.tr("《{title}》：未决 {open} 处").format(
                    title=one_line(row.title), open=f"{row.open_findings:,}"
                )
            )

    def _next_to_review(self) -> int | None:
        numbers, current = self._panel.documents, self._workspace.document
        place = numbers.index(current) + 1 if current in numbers else 0
        for number in (*numbers[place:], *numbers[:place]):
            if number != current and self._rows.needs_work(number):
                return number
        return None

    def _offer_next(self) -> None:
        """Say where to go on, where judgements lead on and this document has none left."""
        if not self._actions[ActionId.MOVE_ON].isChecked():
            return
        key = self._actions[ActionId.NEXT_TO_REVIEW].shortcut().toString()
        if self._next_to_review() is None:
            self.told.emit(self.tr("本篇已全部判定，其他文稿也已处理。"))
        else:
            self.told.emit(self.tr("本篇已全部判定。按 {key} 转到下一篇待审文稿。").format(key=key))
