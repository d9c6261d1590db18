"""What the editor says of documents: how far they are, their tags, the names of their batches."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QInputDialog, QLineEdit, QWidget

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.chosen import chosen_documents
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.models.library_row import status_word
from reviewer.gui.models.quoting import one_line
from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.panels.tags_dialog import TagsDialog
from reviewer.gui.workspace import Workspace
from reviewer.review.status import Status

STATUS_ACTIONS: dict[ActionId, Status] = {
    ActionId.MARK_NEW: Status.NEW,
    ActionId.MARK_IN_REVIEW: Status.IN_REVIEW,
    ActionId.MARK_DONE: Status.DONE,
    ActionId.SET_ASIDE: Status.SET_ASIDE,
}


class CatalogueController(QObject):
    """Acts on the documents that are selected in the list, or on the current one.

    Signals:
        told(str): a sentence for the status bar.
        export_requested(list[int]): these documents are to be exported together.
    """

    told = Signal(str)
    export_requested = Signal(object)

    def __init__(self, workspace: Workspace, panel: LibraryPanel, window: QWidget) -> None:
        """Work on the library of `workspace`."""
        super().__init__(window)
        self._workspace = workspace
        self._panel = panel
        self._window = window

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        marks = {
            action: partial(self.set_status, status) for action, status in STATUS_ACTIONS.items()
        }
        return {
            **marks,
            ActionId.EDIT_TAGS: self.edit_tags,
            ActionId.RENAME_BATCH: self.ask_for_batch_name,
            ActionId.EXPORT_CHOSEN: self._ask_for_export,
        }

    @property
    def _chosen(self) -> list[int]:
        return chosen_documents(self._workspace, self._panel)

    def set_status(self, status: Status) -> None:
        """Say how far the chosen documents are, and tell what is still open in them."""
        documents = self._chosen
        if not documents:
            return
        self._workspace.desk.catalogue.set_status(documents, status)
        self._workspace.after_catalogue()
        told = self.tr("%n 份文稿：{status}", "", len(documents)).format(status=status_word(status))
        left = self._left(documents) if status is Status.DONE else 0
        if left:
            told += self.tr("；仍有 {open} 处未决").format(open=f"{left:,}")
        self.told.emit(told)

    def _left(self, documents: list[int]) -> int:
        """How many findings of some documents are open, by what the list says of them."""
        return sum(self._panel.open_findings(number) for number in documents)

    def edit_tags(self) -> None:
        """Let the editor tick the tags of the chosen documents."""
        documents = self._chosen
        if not documents:
            return
        tags = self._workspace.desk.catalogue.tags()
        dialog = TagsDialog(documents, tags, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        added, removed = dialog.added, dialog.removed
        dialog.deleteLater()
        if accepted:
            self.change_tags(documents, added, removed)

    def change_tags(self, documents: list[int], added: list[str], removed: list[str]) -> None:
        """Put tags on documents and take others off."""
        catalogue = self._workspace.desk.catalogue
        for word in removed:
            catalogue.untag(documents, word)
        for word in added:
            catalogue.tag(documents, word)
        if added or removed:
            self._workspace.after_catalogue()

    def ask_for_batch_name(self) -> None:
        """Ask for another name of the batch that is current in the list."""
        documents, batches = self._chosen, self._workspace.desk.catalogue.batches()
        rows = {row.id: row for row in self._workspace.documents}
        number = self._panel.batch
        if number is None and documents:
            number = rows[documents[0]].batch
        if number is None:
            self.told.emit(self.tr("这份文稿不属于任何批次。"))
            return
        name, given = QInputDialog.getText(
            self._window,
            self.tr("重命名批次"),
            self.tr("批次名称："),
            QLineEdit.EchoMode.Normal,
            one_line(batches[number].name),
        )
        if given and name.strip():
            self._workspace.desk.catalogue.rename_batch(number, name)
            self._workspace.after_catalogue()

    def _ask_for_export(self) -> None:
        documents = self._chosen
        if documents:
            self.export_requested.emit(documents)
