"""The main window: puts the parts together and knows nothing of what they do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMainWindow,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.action_set import ActionSet
from reviewer.gui.appearance import Appearance
from reviewer.gui.languages import engine_language
from reviewer.gui.notice_bar import NoticeBar
from reviewer.gui.panels.findings_panel import FindingsPanel
from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.panels.notes_panel import NotesPanel
from reviewer.gui.panels.repeats_panel import RepeatsPanel
from reviewer.gui.remembered import Remembered
from reviewer.gui.status import StatusBar
from reviewer.gui.text.pane import TextPane
from reviewer.gui.workspace import Workspace
from reviewer.text.wording import Wording

FIRST_SIZE = (1360, 840)
LIBRARY_WIDTH = 230
SIDE_WIDTH = 440


class MainWindow(QMainWindow):
    """Library on the left, text in the middle, findings, repeats and notes on the right.

    Signals:
        files_dropped(list[Path]): files or folders were dropped on the window.
        closing(): the window is about to close.
    """

    files_dropped = Signal(object)
    closing = Signal()

    def __init__(self, appearance: Appearance, remembered: Remembered) -> None:
        """Make the window with all its parts, empty."""
        super().__init__()
        self._remembered = remembered
        self.workspace = Workspace(self)
        self.text = TextPane(_say, appearance.theme)
        self.text.view.set_text_font(remembered.text_size())
        self.text.view.text_size_changed.connect(remembered.keep_text_size)
        self.notice = NoticeBar()
        self.library = LibraryPanel()
        self.findings = FindingsPanel()
        self.repeats = RepeatsPanel()
        self.notes = NotesPanel()
        self.side = QTabWidget()
        self.status = StatusBar(self.workspace)
        self._docks: list[QDockWidget] = []
        self._arrange()
        self.actions_of = ActionSet(self)
        self._appearance = appearance
        appearance.changed.connect(self._draw_theme)
        self._draw_theme()
        self.setAcceptDrops(True)
        self.resize(*FIRST_SIZE)
        self.restoreGeometry(remembered.geometry())
        self.restoreState(remembered.layout())
        self._translate()

    def _arrange(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.text, 1)
        self.setCentralWidget(centre)
        for panel in (self.findings, self.repeats, self.notes):
            self.side.addTab(panel, "")
        self.side.setDocumentMode(True)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self._dock("library", self.library, left)
        self._dock("side", self.side, right)
        self.resizeDocks(self._docks, [LIBRARY_WIDTH, SIDE_WIDTH], Qt.Orientation.Horizontal)
        self.setStatusBar(self.status)

    def _dock(self, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> None:
        dock = QDockWidget(self)
        dock.setObjectName(name)
        dock.setWidget(widget)
        dock.setTitleBarWidget(QWidget())
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.addDockWidget(area, dock)
        self._docks.append(dock)

    def _draw_theme(self) -> None:
        theme = self._appearance.theme
        self.actions_of.draw(theme)
        for part in (self.text, self.library, self.findings, self.repeats, self.notes):
            part.set_theme(theme)

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("审校"))
        self.actions_of.translate()
        for place, title in enumerate((self.tr("问题"), self.tr("重复"), self.tr("批注"))):
            self.side.setTabText(place, title)

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped, once the drag is over."""
        paths = _local_paths(event)
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.files_dropped.emit(paths))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window. There is nothing to save: all of that is done."""
        self._remembered.keep_window(self.saveGeometry(), self.saveState())
        self.closing.emit()
        super().closeEvent(event)

    def quit(self) -> None:
        """Close the window and with it the program."""
        self.close()
        QApplication.quit()


def _say(wording: Wording) -> str:
    return wording.text(engine_language())


def _local_paths(event: QDropEvent) -> Sequence[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
