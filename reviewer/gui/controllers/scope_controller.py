"""The findings of several documents in one list: read piece by piece while the window idles."""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reviewer.gui.languages import engine_language
from reviewer.gui.models.across_row import AcrossRow, rows_of
from reviewer.gui.panels.findings_panel import FindingsPanel
from reviewer.gui.panels.findings_view_bar import Scope
from reviewer.gui.workspace import Workspace
from reviewer.text.errors import ReviewerError

if TYPE_CHECKING:
    from reviewer.review.steps import Step

SHOW_SHARE = 6
"""Reading goes on so many times as long as showing took, before more is shown."""


class ScopeController(QObject):
    """Fills the list with the findings of the open tabs or of the library."""

    def __init__(self, workspace: Workspace, panel: FindingsPanel, parent: QObject) -> None:
        """Let `panel` list findings of several documents of `workspace`."""
        super().__init__(parent)
        self._workspace = workspace
        self._panel = panel
        self._scope: tuple[int, ...] = ()
        self._waiting: dict[int, None] = {}
        self._read: dict[int, list[AcrossRow]] = {}
        self._shown_at, self._showing_took = 0.0, 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_one)
        panel.scope_changed.connect(self._begin)
        workspace.library_changed.connect(self._begin)
        workspace.tabs.changed.connect(self._begin)
        workspace.preferences_changed.connect(self.read_again)
        workspace.findings_changed.connect(lambda document: self._ask_for([document]))
        workspace.stepped.connect(self._follow_step)
        workspace.settled.connect(self._follow_typing)

    def stop(self) -> None:
        """Read nothing any more; the window is closing."""
        self._timer.stop()

    def read_again(self) -> None:
        """Read everything that is listed anew: other findings are shown, or in other words."""
        if self._panel.is_across:
            # After a document left the library, what was listed may be there no more.
            self._begin()
            self._panel.begin_across(self._titles(), engine_language())
            self._ask_for(self._scope)

    def _wanted(self) -> tuple[int, ...]:
        if not self._workspace.is_open or not self._panel.is_across:
            return ()
        present = [row.id for row in self._workspace.documents]
        if self._panel.scope is Scope.LIBRARY:
            return tuple(present)
        return tuple(number for number in self._workspace.tabs.documents if number in present)

    def _titles(self) -> dict[int, str]:
        titles = {row.id: row.title for row in self._workspace.documents}
        return {number: titles[number] for number in self._scope}

    def _begin(self) -> None:
        """List other documents; those that stay are not read again."""
        before, self._scope = self._scope, self._wanted()
        if before == self._scope:
            return
        self._waiting = {number: None for number in self._waiting if number in self._scope}
        self._read = {}
        self._panel.begin_across(self._titles(), engine_language())
        self._ask_for(number for number in self._scope if number not in before)

    def _follow_step(self, step: Step) -> None:
        current = [number for number in step.documents if number == self._workspace.document]
        self._ask_for(step.documents)
        for _ in current:
            self._read_now(self._workspace.document)

    def _follow_typing(self) -> None:
        if self._workspace.document is not None:
            self._ask_for([self._workspace.document])

    def _ask_for(self, documents: Iterable[int]) -> None:
        self._waiting |= {number: None for number in documents if number in self._scope}
        if self._waiting:
            self._timer.start()
        self._tell()

    def _read_now(self, document: int | None) -> None:
        """Read what the editor looks at before all else."""
        if document in self._waiting:
            self._take(document)
            self._tell()

    def _read_one(self) -> None:
        if self._waiting:
            self._take(next(iter(self._waiting)))
        if not self._waiting:
            self._timer.stop()
        idle = perf_counter() - self._shown_at
        if not self._waiting or idle > SHOW_SHARE * self._showing_took:
            self._tell()

    def _take(self, document: int) -> None:
        """Read one document and put it away again, where it was not open before."""
        del self._waiting[document]
        desk = self._workspace.desk
        stored = next((row for row in self._workspace.documents if row.id == document), None)
        if stored is None:
            return
        was_open = desk.holds(document)
        try:
            marks, text = desk.marks(document), desk.reviewed(document).text
            self._read[document] = rows_of(document, stored.title, text, marks)
        except ReviewerError:
            # A text that is not as it was saved is told where it is opened.
            self._read[document] = []
        if not was_open:
            desk.put_away([document])

    def _tell(self) -> None:
        if not self._panel.is_across:
            return
        begun = perf_counter()
        read, self._read = self._read, {}
        total = len(self._scope)
        self._panel.take_across(read, total - len(self._waiting), total)
        self._shown_at = perf_counter()
        self._showing_took = self._shown_at - begun
