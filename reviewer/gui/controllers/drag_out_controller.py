"""Dragging a document out of the library: its clean text goes along as a file."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QWidget

from reviewer.gui.messages import error_text
from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.workspace import Workspace
from reviewer.text.errors import ReviewerError

LONGEST_NAME = 60
"""Code points of a file's name: 180 bytes at most, where a file system allows 255."""

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]')


class DragOutController(QObject):
    """Hands out files that live until the window closes: who takes one may read it late.

    Signals:
        failed(str): the file could not be made; a sentence for the line above the text.
    """

    failed = Signal(str)

    def __init__(self, workspace: Workspace, panel: LibraryPanel, window: QWidget) -> None:
        """Let documents be dragged out of `panel`."""
        super().__init__(window)
        self._workspace = workspace
        self._panel = panel
        self._folder: QTemporaryDir | None = None
        panel.document_dragged.connect(self._drag)

    def _drag(self, document: int) -> None:
        try:
            content = self.content(document)
        except ReviewerError as error:
            self.failed.emit(error_text(error))
            return
        if content is not None:
            drag = QDrag(self._panel)
            drag.setMimeData(content)
            drag.exec(Qt.DropAction.CopyAction)

    def content(self, document: int) -> QMimeData | None:
        """The clean text of a document as a file of its own, for whoever it is dropped on.

        Only the file: what takes text takes the name of a file as text, too, so both at once
        would leave it to chance which one arrives.

        Raises:
            ExportError: the file cannot be written.
        """
        from reviewer.workflow.exporting import export_text

        stored = next((row for row in self._workspace.documents if row.id == document), None)
        folder = self._own_folder()
        if stored is None or folder is None:
            return None
        # A folder for each document: two of one title must not become one file.
        place = folder / str(document)
        place.mkdir(exist_ok=True)
        target = place / f"{_file_name(stored.title)}.txt"
        export_text(self._workspace.desk, stored, target)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(target))])
        return data

    def _own_folder(self) -> Path | None:
        if self._folder is None:
            self._folder = QTemporaryDir()
        if self._folder.isValid():
            return Path(self._folder.path())
        self.failed.emit(self.tr("无法建立临时文件：{0}").format(self._folder.errorString()))
        self._folder = None
        return None

    def tidy(self) -> None:
        """Take the files away; the window is closing."""
        if self._folder is not None:
            self._folder.remove()
            self._folder = None


def _file_name(title: str) -> str:
    """`title` as every file system takes it."""
    return _NOT_IN_NAMES.sub("_", title)[:LONGEST_NAME].strip(" .") or "_"
