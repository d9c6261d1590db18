"""The window of the map of repeats."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from reviewer.gui.repeat_map.map_pages import ArcsPage, MatrixPage
from reviewer.gui.theme import Theme

FIRST_SIZE = (900, 660)


class MapWindow(QDialog):
    """Two pages: the library, and one document.

    Signals:
        worded(): the language has changed, so that what is shown should be worded anew.

    Attributes:
        library: the matrix with its list.
        document: the arcs with their list.
    """

    worded = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty map."""
        super().__init__(parent)
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.WindowCloseButtonHint
            | Qt.WindowType.WindowMinMaxButtonsHint
        )
        self.library, self.document = MatrixPage(theme), ArcsPage(theme)
        self.pages = QTabWidget(self)
        self.pages.setDocumentMode(True)
        for page in (self.library, self.document):
            self.pages.addTab(page, "")
        self.compare = QPushButton(self)
        self.compare.clicked.connect(self._open_chosen)
        self._close = QPushButton(self)
        self._close.clicked.connect(self.close)
        for button in (self.compare, self._close):
            button.setAutoDefault(False)
        closing = QAction(self)
        closing.setShortcut(QKeySequence("Ctrl+W"))
        closing.triggered.connect(self.close)
        self.addAction(closing)
        row = QHBoxLayout()
        row.setContentsMargins(10, 4, 10, 8)
        row.addStretch(1)
        row.addWidget(self.compare)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages, 1)
        column.addLayout(row)
        self.resize(*FIRST_SIZE)
        self.set_theme(theme)
        self._translate()

    def _open_chosen(self) -> None:
        page = self.document if self.pages.currentWidget() is self.document else self.library
        page.open_chosen()

    def enter(self) -> None:
        """Give the keyboard to the list of the page that is shown."""
        page = self.document if self.pages.currentWidget() is self.document else self.library
        page.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.library.set_theme(theme)
        self.document.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self.worded.emit()

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("重复图谱"))
        self.pages.setTabText(0, self.tr("文稿库"))
        self.pages.setTabText(1, self.tr("单篇"))
        self.compare.setText(self.tr("对照选中的重复"))
        self._close.setText(self.tr("关闭"))
        self.library.retranslate()
        self.document.retranslate()
