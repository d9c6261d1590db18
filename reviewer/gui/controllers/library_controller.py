"""The library: opening files and folders, each time as a batch, and taking documents out again."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.chosen import chosen_documents
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.file_loader import FileLoader
from reviewer.gui.messages import load_error_text
from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.remembered import Remembered
from reviewer.gui.workspace import Workspace
from reviewer.loading.names import shown_name
from reviewer.text.resources import resource

if TYPE_CHECKING:
    from reviewer.loading.errors import LoadError
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
        remembered: Remembered,
        window: QWidget,
    ) -> None:
        """Fill the library of the workspace; `panel` tells which documents are meant."""
        super().__init__(window)
        self._workspace = workspace
        self._panel = panel
        self._remembered = remembered
        self._window = window
        self._asked: deque[Sequence[Path]] = deque()
        self._taken: list[int] = []
        self._errors: list[LoadError] = []
        self._loader = FileLoader(self)
        self._loader.loaded.connect(self._take)
        self._loader.finished.connect(self._finish)
        panel.remove_requested.connect(self.remove_chosen)
        panel.open_requested.connect(self.ask_for_files)
        panel.samples_requested.connect(self.open_samples)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {
            ActionId.OPEN_FILES: self.ask_for_files,
            ActionId.OPEN_FOLDER: self.ask_for_folder,
            ActionId.OPEN_SAMPLES: self.open_samples,
            ActionId.REMOVE_DOCUMENT: self.remove_chosen,
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
        self._asked.append(tuple(paths))
        self._loader.load(paths)

    def cancel_loading(self) -> None:
        """Load no further files; those that came in stay."""
        while len(self._asked) > 1:
            self._asked.pop()
        self._loader.cancel()

    def stop(self) -> None:
        """Load nothing any more; the window is closing."""
        self._loader.wait()

    def _take(self, file: LoadedFile, ready: Prepared | None, done: int, total: int) -> None:
        if file.error is not None:
            self._errors.append(file.error)
            self._workspace.desk.record_refusal(file.error)
        if file.document is not None:
            self._taken.append(self._workspace.desk.add(file.document, ready))
        self.loading.emit(done, total)

    def _finish(self) -> None:
        asked = self._asked.popleft()
        taken, self._taken = self._taken, []
        errors, self._errors = self._errors, []
        if taken:
            self._workspace.desk.catalogue.keep_batch(self._name_of_batch(asked), taken)
            self._workspace.reload_documents()
            self._workspace.show_document(taken[0])
            self.imported.emit()
        self.loading.emit(1, 1)
        if errors:
            self._tell(errors)

    def _name_of_batch(self, asked: Sequence[Path]) -> str:
        """What was opened: the name of the first folder or file, and how many more there were."""
        first = asked[0]
        name = shown_name(Path(first.name or str(first)))
        more = len(asked) - 1
        return self.tr("{name} 等 {count} 项").format(name=name, count=more + 1) if more else name

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

    # Removing

    def remove_chosen(self) -> None:
        """Take the selected documents out of the library, after asking."""
        self.remove(chosen_documents(self._workspace, self._panel))

    def remove(self, documents: Sequence[int]) -> None:
        """Take documents out of the library, after asking. Their files are not touched."""
        if not documents:
            return
        answer = QMessageBox.question(
            self._window,
            self.tr("从文稿库移除"),
            self.tr(
                "移除 %n 份文稿？判定和批注仍保存在库中；重新打开原文件即可恢复。源文件不受影响。",
                "",
                len(documents),
            ),
        )
        if answer == QMessageBox.StandardButton.Yes:
            for document in documents:
                self._workspace.desk.remove(document)
            self._workspace.reload_documents()
