"""The help: chapters on the left, the one that is read on the right. It needs no network."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListWidget, QTextBrowser, QWidget

from reviewer.gui.help_text import Chapter
from reviewer.gui.panels.drawing import resized
from reviewer.gui.theme import Theme

SIZE = (860, 620)
LIST_WIDTH = 190
"""Pixels."""

LINE_HEIGHT = 135.0
"""In percent of the font's own."""

_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class HelpWindow(QDialog):
    """A window beside the main one; it may stay open while the editor works."""

    def __init__(
        self,
        read: Callable[[], Sequence[Chapter]],
        theme: Callable[[], Theme],
        parent: QWidget | None = None,
    ) -> None:
        """Show the first chapter.

        Args:
            read: gives the chapters in the language of the moment.
            theme: gives the theme of the moment.
            parent: the main window.
        """
        super().__init__(parent)
        self._read = read
        self._theme = theme
        self._chapters: Sequence[Chapter] = ()
        self.list = QListWidget()
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setSpacing(4)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setFont(resized(self.font(), 1.1))
        self.page.document().setDocumentMargin(24)
        # The lines of tables are wider than the page by a few pixels; names of files may break.
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.list.currentRowChanged.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.page, 1)
        self.resize(*SIZE)
        self._translate()

    @property
    def chapter(self) -> str:
        """The name of the chapter that is read."""
        return self._chapters[self.list.currentRow()].name

    def open_at(self, name: str | None = None) -> None:
        """Bring the window to the front, at the chapter `name` if one is given."""
        names = [chapter.name for chapter in self._chapters]
        if name in names:
            self.list.setCurrentRow(names.index(name))
        self.show()
        self.raise_()
        self.activateWindow()
        self.page.setFocus()

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("使用说明"))
        self.list.setAccessibleName(self.tr("章节"))
        self.tell_anew()

    def tell_anew(self) -> None:
        """Read the chapters again: words or keys are others."""
        row = max(0, self.list.currentRow())
        self._chapters = self._read()
        self.list.clear()
        self.list.addItems([chapter.title for chapter in self._chapters])
        self.list.setCurrentRow(row)

    def _show(self, row: int) -> None:
        if row < 0:
            return
        chapter = self._chapters[row]
        self.page.setAccessibleName(chapter.title)
        self.page.setMarkdown(chapter.markdown)
        self._dress()
        self.page.moveCursor(QTextCursor.MoveOperation.Start)

    def _dress(self) -> None:
        """Give the lines room, and the tables thin lines in the colours of the theme."""
        document = self.page.document()
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            shape = block.blockFormat()
            shape.setLineHeight(LINE_HEIGHT, _PROPORTIONAL)
            if cursor.currentTable() is not None:
                shape.setBottomMargin(0)
            cursor.setBlockFormat(shape)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)

    def _dress_table(self, table: QTextTable) -> None:
        shape = table.format()
        shape.setBorder(1)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderBrush(self._theme().roles.border)
        shape.setBorderCollapse(True)
        shape.setCellPadding(6)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(shape)

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language, and draw it in another theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        elif event.type() == QEvent.Type.PaletteChange and self._chapters:
            self._show(self.list.currentRow())
        super().changeEvent(event)
