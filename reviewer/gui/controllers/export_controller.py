"""Exporting: the current document, all documents with their ledgers, or lists of notes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.languages import engine_language
from reviewer.gui.messages import error_text
from reviewer.gui.remembered import Remembered
from reviewer.gui.workspace import Workspace
from reviewer.text.errors import ReviewerError


class ExportController(QObject):
    """Writes cleaned texts where the editor wants them.

    Signals:
        exported(str): something was written; a sentence for the status bar.
    """

    exported = Signal(str)

    def __init__(self, workspace: Workspace, remembered: Remembered, window: QWidget) -> None:
        """Export the documents of the workspace."""
        super().__init__(window)
        self._workspace = workspace
        self._remembered = remembered
        self._window = window

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {
            ActionId.EXPORT_DOCUMENT: self.ask_for_file,
            ActionId.EXPORT_ALL: lambda: self.ask_for_folder(None),
            ActionId.EXPORT_NOTES: lambda: self.ask_for_notes(whole=False),
            ActionId.EXPORT_ALL_NOTES: lambda: self.ask_for_notes(whole=True),
        }

    def ask_for_file(self) -> None:
        """Ask where the current document's clean text goes and write it."""
        stored = self._workspace.stored
        if stored is None:
            return
        proposed = Path(self._remembered.export_folder()) / f"{stored.title}.txt"
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("导出清稿"), str(proposed), self.tr("文本文件 (*.txt)")
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, target: Path) -> None:
        """Write the current document's clean text to `target`."""
        from reviewer.workflow.exporting import export_text

        stored = self._workspace.stored
        if stored is None:
            return
        try:
            export_text(self._workspace.desk, stored, target)
        except ReviewerError as error:
            self._tell(error)
            return
        self._remembered.keep_export_folder(target.parent)
        self.exported.emit(self.tr("已导出：{0}").format(target.name))

    def ask_for_folder(self, documents: Sequence[int] | None) -> None:
        """Ask for a folder and write the clean text and the ledger of some documents into it.

        Args:
            documents: which, or None for all.
        """
        title = self.tr("导出全部文稿") if documents is None else self.tr("导出所选文稿")
        name = QFileDialog.getExistingDirectory(
            self._window, title, self._remembered.export_folder()
        )
        if name:
            self.export_all_to(Path(name), documents)

    def export_all_to(self, folder: Path, documents: Sequence[int] | None = None) -> None:
        """Write the clean text and the ledger of some documents, or of all, into `folder`."""
        from reviewer.workflow.exporting import export_documents

        rows = self._workspace.documents
        if documents is not None:
            rows = [row for row in rows if row.id in set(documents)]
        try:
            written = export_documents(self._workspace.desk, rows, folder, engine_language())
        except ReviewerError as error:
            self._tell(error)
            return
        self._remembered.keep_export_folder(folder)
        self.exported.emit(self.tr("已导出 {0} 篇到 {1}").format(len(written), folder.name))

    def ask_for_notes(self, whole: bool) -> None:
        """Ask where a list of notes goes and write it: of the document, or of the library."""
        stored = self._workspace.stored
        title = self.tr("全部文稿") if whole or stored is None else stored.title
        name = self.tr("{title}的批注").format(title=title)
        proposed = Path(self._remembered.export_folder()) / f"{name}.csv"
        formats = {
            self.tr("表格 (*.csv)"): ".csv",
            self.tr("Markdown (*.md)"): ".md",
            self.tr("JSON (*.json)"): ".json",
        }
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("导出批注"), str(proposed), ";;".join(formats)
        )
        if chosen:
            target = Path(chosen)
            if target.suffix.lower() not in formats.values():
                target = target.with_name(target.name + formats.get(kind, ".csv"))
            self.export_notes_to(target, whole)

    def export_notes_to(self, target: Path, whole: bool) -> None:
        """Write the notes of the current document, or of the library, to `target`."""
        from reviewer.workflow.exporting_notes import export_notes

        stored = self._workspace.stored
        documents = self._workspace.documents if whole else [stored] if stored else []
        try:
            count = export_notes(self._workspace.desk, documents, target, engine_language())
        except ReviewerError as error:
            self._tell(error)
            return
        self._remembered.keep_export_folder(target.parent)
        self.exported.emit(self.tr("已导出 {0} 条批注：{1}").format(count, target.name))

    def _tell(self, error: ReviewerError) -> None:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("导出失败"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(error_text(error))
        box.open()
