"""What a document is in the library: a collection to be split, the editor's own, or incoming."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.models.quoting import one_line
from reviewer.gui.workspace import Workspace
from reviewer.review.role import Role
from reviewer.review.speeches import Part, find_parts
from reviewer.workflow.splitting import split_in_library

MOST_TITLES = 12
"""Titles of parts that are named before the split."""


class ShelfController(QObject):
    """Splits collections and keeps what documents are to the editor.

    Signals:
        split(): new documents came in and need to be searched.
        told(str): something to say in the status bar.
    """

    split = Signal()
    told = Signal(str)

    def __init__(self, workspace: Workspace, actions: ActionSet, window: QWidget) -> None:
        """Work on the current document of `workspace`."""
        super().__init__(window)
        self._workspace = workspace
        self._actions = actions
        self._window = window
        workspace.document_changed.connect(self._show_role)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {
            ActionId.SPLIT_DOCUMENT: self.ask_to_split,
            ActionId.OWN_DOCUMENT: self.change_role,
        }

    def _show_role(self) -> None:
        stored = self._workspace.stored
        own = stored is not None and stored.role is Role.OWN
        self._actions[ActionId.OWN_DOCUMENT].setChecked(own)

    def change_role(self) -> None:
        """Make the current document the library's own, or an incoming one again."""
        stored = self._workspace.stored
        if stored is not None:
            role = Role.INCOMING if stored.role is Role.OWN else Role.OWN
            self._workspace.desk.set_role([stored.id], role)
            self._workspace.reload_documents()
        self._show_role()

    def ask_to_split(self) -> None:
        """Name the speeches in the current document, and split it if the editor agrees."""
        state = self._workspace.reviewed
        if state is None:
            return
        parts = find_parts(state.source)
        if not parts:
            self.told.emit(self.tr("这份文稿是一篇讲话，没有可拆分的部分。"))
            return
        answer = QMessageBox.question(
            self._window, self.tr("拆分文稿汇编"), self._question(parts, touched=bool(state.typed))
        )
        if answer == QMessageBox.StandardButton.Yes:
            self._split(state.number)

    def _question(self, parts: tuple[Part, ...], *, touched: bool) -> str:
        titles = [f"{place}. {one_line(part.title)}" for place, part in enumerate(parts, 1)]
        lines = titles[:MOST_TITLES] + (["…"] if len(titles) > MOST_TITLES else [])
        asked = self.tr("拆分为 %n 篇，每篇单独审校？", "", len(parts))
        kept = self.tr("汇编本身移出文稿库，重新打开原文件即可恢复。")
        lost = self.tr("各篇取自原文，在汇编中所作的修改不带入。") if touched else ""
        return "\n".join(filter(None, (asked, "", *lines, "", kept, lost)))

    def _split(self, document: int) -> None:
        numbers = split_in_library(self._workspace.desk, document)
        self._workspace.reload_documents()
        if numbers:
            self._workspace.show_document(numbers[0])
            self.split.emit()
