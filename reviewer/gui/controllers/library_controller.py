"""The library: opening files and folders, choosing documents, taking them out again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.file_loader import FileLoader
from reviewer.gui.menus import DOCUMENT_MENU
from reviewer.gui.messages import load_error_text
from reviewer.gui.models.library_model import LibraryRow
from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.remembered import Remembered
from reviewer.gui.workspace import Workspace
from reviewer.text.resources import resource

if TYPE_CHECKING:
    from reviewer.loading.errors import LoadError
    from reviewer.store.documents import StoredDocument
    from reviewer.workflow.importing import LoadedFile, Prepared

MOST_ERRORS_SHOWN = 12


class LibraryController(QObject):
    """Lets the editor fill the library and walk through it.

    Signals:
        opening(list[Path]): these files and folders are about to be loaded.
        imported(): files came in and need to be searched.
        loading(int, int): so many of so many files are loaded; equal when all are.
    """

    opening = Signal(object)
    imported = Signal()
    loading = Signal(int, int)

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
        self._first: int | None = None
        self._errors: list[LoadError] = []
        self._loader = FileLoader(self)
        self._loader.loaded.connect(self._take)
        self._loader.finished.connect(self._finish)
        panel.document_chosen.connect(workspace.show_document)
        panel.remove_requested.connect(self.remove)
        panel.open_requested.connect(self.ask_for_files)
        panel.samples_requested.connect(self.open_samples)
        panel.menu_requested.connect(self._show_menu)
        workspace.library_changed.connect(self._show_rows)
        workspace.repeats_changed.connect(self._show_rows)
        workspace.findings_changed.connect(lambda _document: self._show_rows())
        workspace.stepped.connect(lambda _step: self._show_rows())
        workspace.preferences_changed.connect(self._show_rows)
        workspace.document_changed.connect(self._select_current)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {
            ActionId.OPEN_FILES: self.ask_for_files,
            ActionId.OPEN_FOLDER: self.ask_for_folder,
            ActionId.OPEN_SAMPLES: self.open_samples,
            ActionId.REMOVE_DOCUMENT: self.remove_current,
            ActionId.NEXT_DOCUMENT: lambda: self._walk(1),
            ActionId.PREVIOUS_DOCUMENT: lambda: self._walk(-1),
        }

    # Opening

    def ask_for_files(self) -> None:
        """Ask for files and open them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("打开文件"),
            self._remembered.folder(),
            self.tr("文本文件 (*.txt);;所有文件 (*)"),
        )
        self.open_paths([Path(name) for name in names])

    def ask_for_folder(self) -> None:
        """Ask for a folder and open the text files in it."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("打开文件夹"), self._remembered.folder()
        )
        self.open_paths([Path(name)] if name else [])

    def open_samples(self) -> None:
        """Open the sample speeches that the program brings with it."""
        self.open_paths(sorted(resource("samples").glob("*.txt")))

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Load files and folders into the library, off the window's thread."""
        if not paths:
            return
        self._remembered.keep_folder(paths[0] if paths[0].is_dir() else paths[0].parent)
        self.opening.emit(list(paths))
        self._loader.load(paths)

    def cancel_loading(self) -> None:
        """Load no further files; those that came in stay."""
        self._loader.cancel()

    def stop(self) -> None:
        """Load nothing any more; the window is closing."""
        self._loader.wait()

    def _take(self, file: LoadedFile, ready: Prepared | None, done: int, total: int) -> None:
        if file.error is not None:
            self._errors.append(file.error)
            self._workspace.desk.record_refusal(file.error)
        if file.document is not None:
            number = self._workspace.desk.add(file.document, ready)
            if self._first is None:
                self._first = number
        self.loading.emit(done, total)

    def _finish(self) -> None:
        first, self._first = self._first, None
        errors, self._errors = self._errors, []
        if first is not None:
            self._workspace.reload_documents()
            self._workspace.show_document(first)
            self.imported.emit()
        self.loading.emit(1, 1)
        if errors:
            self._tell(errors)

    def _tell(self, errors: Sequence[LoadError]) -> None:
        """Name every file that could not be read, and why; the others are open already."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("有文件未能打开"))
        # Names of files are shown as they are, never read as markup.
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("%n 个文件未能打开，其余文件不受影响。", "", len(errors)))
        lines = [load_error_text(error) for error in errors[:MOST_ERRORS_SHOWN]]
        if len(errors) > len(lines):
            lines.append("…")
        box.setInformativeText("\n".join(lines))
        box.open()

    # The list

    def _show_rows(self) -> None:
        if self._workspace.is_open:
            self._panel.show_rows([self._row(row) for row in self._workspace.documents])
            self._select_current()

    def _row(self, stored: StoredDocument) -> LibraryRow:
        state = self._workspace.desk.reviewed(stored.id)
        marks = self._workspace.desk.marks(stored.id)
        return LibraryRow(
            document=stored.id,
            title=stored.title,
            path_shown=str(stored.origin.path),
            characters=stored.characters,
            open_findings=sum(mark.open for mark in marks),
            findings=len(marks),
            repeated_share=self._workspace.repeats.repeated_share(stored.id, len(state.text)),
            analysed=state.analysed_text is not None,
            open_tasks=self._workspace.desk.notes.open_tasks(stored.id),
        )

    def _select_current(self) -> None:
        if self._workspace.document is not None:
            self._panel.select_document(self._workspace.document)
            self._remembered.keep_document(self._workspace.document)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self._window)
        for number in DOCUMENT_MENU:
            menu.addAction(self._actions[number])
        menu.exec(place)

    def _walk(self, distance: int) -> None:
        numbers = [row.id for row in self._workspace.documents]
        if not numbers:
            return
        current = self._workspace.document
        place = numbers.index(current) + distance if current in numbers else 0
        self._workspace.show_document(numbers[place % len(numbers)])

    def remove_current(self) -> None:
        """Take the current document out of the library."""
        if self._workspace.document is not None:
            self.remove(self._workspace.document)

    def remove(self, document: int) -> None:
        """Take a document out of the library, after asking. Its file is not touched."""
        answer = QMessageBox.question(
            self._window,
            self.tr("从文稿库移除"),
            self.tr(
                "移除后，该文稿的判定和批注仍保存在库中；重新打开原文件即可恢复。源文件不受影响。"
            ),
        )
        if answer == QMessageBox.StandardButton.Yes:
            self._workspace.desk.remove(document)
            self._workspace.reload_documents()
