"""The two pages of the map: the library as a matrix, a document as arcs; a list below each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from reviewer.gui.models.keyed_rows import KeyedRow
from reviewer.gui.models.quoting import one_line, tool_tip
from reviewer.gui.panels.drawing import mute
from reviewer.gui.panels.keyed_list import KeyedList
from reviewer.gui.panels.two_line_delegate import TwoLineDelegate
from reviewer.gui.repeat_map.arcs_view import ArcsView
from reviewer.gui.repeat_map.map_words import MapWords
from reviewer.gui.repeat_map.matrix import RepeatMatrix
from reviewer.gui.theme import Theme
from reviewer.review.steps import DocumentId
from reviewer.text.span import Span
from reviewer.workflow.repeat_map import Arc, SharedTexts

FEW_DOCUMENTS = 24
"""Up to so many documents all have a row in the matrix; of more, those that share something."""


class MatrixPage(QWidget):
    """Documents by documents, and the pairs as a list.

    Signals:
        chosen(int, int): the editor went to what two documents share.
        opened(int, int): the editor wants to see more of it.
    """

    chosen = Signal(int, int)
    opened = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty page."""
        super().__init__(parent)
        self.matrix = RepeatMatrix(theme)
        self.list = KeyedList(
            TwoLineDelegate(theme, chip_colour=lambda theme, _: theme.roles.accent, bars=True)
        )
        self._summary = QLabel(self)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setContentsMargins(10, 8, 10, 6)
        self._area = QScrollArea(self)
        self._area.setWidget(self.matrix)
        self._area.setWidgetResizable(True)
        _stack(self, [self._summary], self._area, self.list)
        self.matrix.chosen.connect(self._choose)
        self.list.chosen.connect(self._go_to)
        self.list.activated.connect(lambda _: self.open_chosen())

    def show_texts(
        self, texts: SharedTexts, titles: Mapping[DocumentId, str], words: MapWords
    ) -> None:
        """Show what documents share."""
        rows = texts.all()
        sharing = {number for row in rows for number in (row.document, row.other)}
        few = len(texts.documents) <= FEW_DOCUMENTS
        documents = [number for number in texts.documents if few or number in sharing]
        self.matrix.show_texts(texts, documents, titles, words.shared)
        self.list.show_rows(
            [
                KeyedRow(
                    (row.document, row.other), words.shared_row(row), tool_tip(words.shared(row))
                )
                for row in rows
            ]
        )
        told = self.tr("%n 篇文稿", "", len(texts.documents))
        found = self.tr("其中 %n 篇有重复", "", len(sharing))
        hint = self.tr("颜色越深，这一行的文稿与那一列重复越多；斜线是篇内重复")
        self._summary.setText(" · ".join((told, found, hint)))

    def open_chosen(self) -> None:
        """Ask for more of what the chosen pair shares."""
        if isinstance(self.list.key, tuple):
            self.opened.emit(*self.list.key)

    def _choose(self, document: int, other: int) -> None:
        self.list.choose((document, other))
        self._go_to((document, other))
        if document == other:
            self.opened.emit(document, other)

    def _go_to(self, pair: tuple[int, int]) -> None:
        self.matrix.show_current(pair)
        self.chosen.emit(*pair)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.matrix.set_theme(theme)
        self.list.set_theme(theme)
        mute(self._summary, theme)

    def retranslate(self) -> None:
        """Word everything in the language of the moment."""
        for part in (self._area, self.matrix):
            part.setAccessibleName(self.tr("文稿库重复矩阵"))
        self.matrix.setAccessibleDescription(self.tr("下面的列表逐对列出同样的内容"))
        self.list.setAccessibleName(self.tr("有重复的文稿，逐对"))


class ArcsPage(QWidget):
    """A document with its arcs, and the arcs as a list.

    Signals:
        document_picked(int): another document is to be shown.
        chosen(object): the editor went to this `Arc`.
        opened(object): the editor wants to compare its ends.
    """

    document_picked = Signal(int)
    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty page."""
        super().__init__(parent)
        self._arcs: Sequence[Arc] = ()
        self._document: DocumentId | None = None
        self.choice = QComboBox(self)
        self.view = ArcsView(theme)
        self.list = KeyedList(TwoLineDelegate(theme))
        self._summary = QLabel(self)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setContentsMargins(10, 8, 10, 6)
        _stack(self, [self.choice, self._summary], self.view, self.list)
        self.choice.activated.connect(
            lambda row: self.document_picked.emit(self.choice.itemData(row))
        )
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(lambda number: self.opened.emit(self._arcs[number]))
        self.list.chosen.connect(self._go_to)
        self.list.activated.connect(lambda _: self.open_chosen())

    def show_documents(self, titles: Mapping[DocumentId, str], current: DocumentId) -> None:
        """List the documents that can be shown, of which `current` is."""
        self.choice.clear()
        for number, title in titles.items():
            self.choice.addItem(one_line(title), number)
        self.choice.setCurrentIndex(self.choice.findData(current))
        if current != self._document:
            self._document = current
            self.list.choose(None)

    def show_document(
        self,
        length: int,
        arcs: Sequence[Arc],
        elsewhere: Sequence[tuple[int, Span]],
        speeches: Sequence[tuple[str, int]],
        words: MapWords,
    ) -> None:
        """Show a document; the arguments are those of `ArcsView`."""
        self._arcs = arcs
        self.view.show_document(length, arcs, elsewhere, speeches, words.arc)
        self.list.show_rows(
            [
                KeyedRow(number, words.arc_row(arc), tool_tip(words.arc(arc)))
                for number, arc in enumerate(arcs)
            ]
        )
        key = self.list.key
        self.view.show_current(key if isinstance(key, int) and key < len(arcs) else None)
        if arcs:
            told = self.tr("%n 对相同的段落", "", len(arcs))
            hint = self.tr("弧线两端是同样的内容；实线一字不差，虚线大同小异")
            self._summary.setText(f"{told} · {hint}")
        else:
            self._summary.setText(self.tr("这份文稿里没有出现两次的段落"))

    def open_chosen(self) -> None:
        """Ask to compare the ends of the chosen arc."""
        key = self.list.key
        if isinstance(key, int) and key < len(self._arcs):
            self.opened.emit(self._arcs[key])

    def _choose(self, number: int) -> None:
        self.list.choose(number)
        self._go_to(number)

    def _go_to(self, number: int) -> None:
        self.view.show_current(number)
        self.chosen.emit(self._arcs[number])

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.view.set_theme(theme)
        self.list.set_theme(theme)
        mute(self._summary, theme)

    def retranslate(self) -> None:
        """Word everything in the language of the moment."""
        self.choice.setAccessibleName(self.tr("看哪一篇文稿"))
        self.view.setAccessibleName(self.tr("篇内重复弧线图"))
        self.view.setAccessibleDescription(self.tr("下面的列表逐对列出同样的段落"))
        self.list.setAccessibleName(self.tr("篇内重复的段落，逐对"))


def _stack(page: QWidget, top: Sequence[QWidget], drawing: QWidget, rows: QWidget) -> None:
    """Put a drawing above a list, with what stands above both."""
    halves = QSplitter(Qt.Orientation.Vertical, page)
    halves.addWidget(drawing)
    halves.addWidget(rows)
    halves.setChildrenCollapsible(False)
    halves.setSizes([380, 220])
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 6, 0, 0)
    column.setSpacing(0)
    for widget in top:
        column.addWidget(widget)
    column.addWidget(halves, 1)
