"""The history of the library: listing its steps and going back to one of them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer.gui.panels.history_panel import HistoryPanel
from reviewer.gui.workspace import Workspace
from reviewer.review.steps import DocumentId


class HistoryController(QObject):
    """Keeps the list of steps up to date while it is on the screen."""

    def __init__(self, workspace: Workspace, panel: HistoryPanel, parent: QObject) -> None:
        """Let `panel` list the steps of the workspace's library."""
        super().__init__(parent)
        self._workspace = workspace
        self._panel = panel
        panel.travelled.connect(self._travel)
        panel.shown.connect(self._show)
        for signal in (workspace.opened, workspace.stepped, workspace.settled):
            signal.connect(lambda *_: self._show())

    def _show(self) -> None:
        if self._workspace.is_open and self._panel.isVisible():
            desk = self._workspace.desk
            self._panel.show_steps(desk.steps, desk.steps_taken_back, self._title)

    def _title(self, document: DocumentId) -> str:
        rows = self._workspace.documents
        return next((row.title for row in rows if row.id == document), "")

    def _travel(self, count: int) -> None:
        self._workspace.after_step(self._workspace.desk.travel(count))
