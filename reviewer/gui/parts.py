"""The parts of the window below its menus: library, text, findings, repeats, notes, status.

They are made after the first paint, so that the window is on the screen while they are loaded.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from reviewer.gui.document_tabs import DocumentTabs
from reviewer.gui.find_bar import FindBar
from reviewer.gui.first_page import FirstPage
from reviewer.gui.languages import QT_TRANSLATE_NOOP, engine_language
from reviewer.gui.no_document import NoDocument
from reviewer.gui.notice_bar import NoticeBar
from reviewer.gui.panels.findings_panel import FindingsPanel
from reviewer.gui.panels.history_panel import HistoryPanel
from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.panels.notes_panel import NotesPanel
from reviewer.gui.panels.repeats_panel import RepeatsPanel
from reviewer.gui.status import StatusBar
from reviewer.gui.text.pane import TextPane
from reviewer.gui.text.three_views import ThreeViews
from reviewer.gui.theme import Theme
from reviewer.gui.workspace import Workspace
from reviewer.text.wording import Wording

LIBRARY_WIDTH = 240
SIDE_WIDTH = 440
SIDE_NAMES = (
    QT_TRANSLATE_NOOP("MainWindow", "问题"),
    QT_TRANSLATE_NOOP("MainWindow", "重复"),
    QT_TRANSLATE_NOOP("MainWindow", "批注"),
    QT_TRANSLATE_NOOP("MainWindow", "历史"),
)


class Parts:
    """Library on the left, text in the middle, findings, repeats and notes on the right.

    Attributes:
        tabs: the open documents.
        notice: the line above the text.
        find: the bar in which words are looked for.
        text: the text and its map.
        first_page: stands in place of the text while the library is empty.
        no_document: stands there while no document is open.
        views: the text between its original and its clean copy.
        library: the documents.
        findings: the findings of the current document.
        repeats: the repeats.
        notes: the notes of the current document.
        history: what was done.
        side: the tabs that hold the last four.
        status: the status bar.
    """

    def __init__(self, window: QMainWindow, workspace: Workspace, theme: Theme) -> None:
        """Make the parts and put them into `window`."""
        self.tabs = DocumentTabs(theme)
        self.notice = NoticeBar()
        self.find = FindBar(theme)
        self.text = TextPane(_say, theme)
        self.views = ThreeViews(self.text, _say, theme)
        self.first_page = FirstPage(theme)
        self.no_document = NoDocument(theme)
        self.library = LibraryPanel()
        self.findings = FindingsPanel()
        self.repeats = RepeatsPanel()
        self.notes = NotesPanel()
        self.history = HistoryPanel()
        self.side = QTabWidget()
        self.status = StatusBar(workspace)
        self._docks: list[QDockWidget] = []
        self._open_tasks = 0
        self.notes.tasks_counted.connect(self._name_notes)
        self._arrange(window)
        self.draw(theme)
        self.translate()

    def _arrange(self, window: QMainWindow) -> None:
        centre = QWidget()
        window.setCentralWidget(centre)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        # The tab key goes through the parts in the order in which they come into the window.
        self._dock(window, "library", self.library, left)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.notice)
        column.addWidget(self.find)
        column.addWidget(self.first_page, 1)
        column.addWidget(self.no_document, 1)
        column.addWidget(self.views, 1)
        for panel in (self.findings, self.repeats, self.notes, self.history):
            self.side.addTab(panel, "")
        self.side.setDocumentMode(True)
        self._dock(window, "side", self.side, right)
        window.resizeDocks(self._docks, [LIBRARY_WIDTH, SIDE_WIDTH], Qt.Orientation.Horizontal)
        window.setStatusBar(self.status)

    def _dock(
        self, window: QMainWindow, name: str, widget: QWidget, area: Qt.DockWidgetArea
    ) -> None:
        dock = QDockWidget(window)
        dock.setObjectName(name)
        dock.setWidget(widget)
        dock.setTitleBarWidget(QWidget())
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        window.addDockWidget(area, dock)
        self._docks.append(dock)

    @property
    def library_dock(self) -> QDockWidget:
        """What holds the library."""
        return self._docks[0]

    def draw(self, theme: Theme) -> None:
        """Draw everything in the colours of `theme`."""
        for part in (self.tabs, self.find, self.text, self.views):
            part.set_theme(theme)
        for page in (self.first_page, self.no_document):
            page.set_theme(theme)
        for panel in (self.library, self.findings, self.repeats, self.notes, self.history):
            panel.set_theme(theme)

    def translate(self) -> None:
        """Word the tabs in the language of the moment; each part does so for itself."""
        for place, name in enumerate(SIDE_NAMES):
            self.side.setTabText(place, QCoreApplication.translate("MainWindow", name))
        self._name_notes(self._open_tasks)

    def _name_notes(self, open_tasks: int) -> None:
        """The tab of the notes says how many to-dos are open in what it lists."""
        self._open_tasks = open_tasks
        place = self.side.indexOf(self.notes)
        name = QCoreApplication.translate("MainWindow", SIDE_NAMES[place])
        self.side.setTabText(place, f"{name} {open_tasks}" if open_tasks else name)
        tip = QCoreApplication.translate("MainWindow", "待办 {count}").format(count=open_tasks)
        self.side.setTabToolTip(place, tip if open_tasks else "")


def _say(wording: Wording) -> str:
    return wording.text(engine_language())
