"""The documents of the library: which there are, how far each is, and which one is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.icons import IconName, icon
from reviewer.gui.models.library_model import LibraryOrder, LibraryRow, arranged, keyed_rows
from reviewer.gui.panels.drawing import MARGIN, mute
from reviewer.gui.panels.empty_hint import EmptyHint
from reviewer.gui.panels.keyed_list import KeyedList
from reviewer.gui.panels.search_field import SearchField
from reviewer.gui.panels.two_line_delegate import TwoLineDelegate
from reviewer.gui.theme import LIGHT, Theme, load_theme


class LibraryPanel(QWidget):
    """Lists the documents. It opens and removes nothing: it tells what is asked for.

    Signals:
        document_chosen(int): the editor went to this document.
        remove_requested(int): the editor wants this document out of the library.
        menu_requested(QPoint): a menu for the chosen document is asked for, at this place of the
            screen.
        open_requested(): the editor wants to open files.
        samples_requested(): the editor wants to see the sample speeches.
        document_dragged(int): this document is being dragged.
    """

    document_chosen = Signal(int)
    remove_requested = Signal(int)
    menu_requested = Signal(QPoint)
    open_requested = Signal()
    samples_requested = Signal()
    document_dragged = Signal(int)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        """Make an empty panel, in the colours of `theme`, or light ones until `set_theme`."""
        super().__init__(parent)
        theme = theme or load_theme(LIGHT)
        self._rows: Sequence[LibraryRow] = ()
        self.search = SearchField(theme, self)
        self.orders = QComboBox(self)
        self.remove_button = QToolButton(self)
        self.list = KeyedList(TwoLineDelegate(theme, bars=True), self)
        self._hint = EmptyHint(theme, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._hint)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        for order in LibraryOrder:
            self.orders.addItem("", order)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        order_row = QHBoxLayout()
        order_row.setSpacing(4)
        order_row.addWidget(self.orders, 1)
        order_row.addWidget(self.remove_button)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        top.setSpacing(6)
        top.addWidget(self.search)
        top.addLayout(order_row)
        self._count.setContentsMargins(MARGIN, 6, MARGIN, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(self._count)
        self.setFocusProxy(self.list)
        chain = (self.search, self.orders, self.remove_button, self.list)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._show)
        self.search.left.connect(self.list.enter)
        self.orders.currentIndexChanged.connect(self._show)
        self.list.chosen.connect(self._follow_choice)
        self.list.menu_requested.connect(self.menu_requested)
        self.list.let_drag()
        self.list.dragged.connect(self.document_dragged.emit)
        self.remove_button.clicked.connect(self._ask_to_remove)

    # What is shown

    def show_rows(self, rows: Sequence[LibraryRow]) -> None:
        """Show these documents, given as they were added; choice and scrolling stay."""
        if rows != self._rows:
            self._rows = rows
            self._show()

    def select_document(self, document: int | None) -> None:
        """Choose a document, or none, without a signal."""
        self.list.choose(document)
        self._enable()

    @property
    def documents(self) -> list[int]:
        """The numbers of the documents that are listed, from top to bottom."""
        return [row.document for row in self._arranged()]

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for part in (self.search, self.list, self._hint):
            part.set_theme(theme)
        self.remove_button.setIcon(icon(IconName.CANCEL, theme))
        mute(self._count, theme)

    def filter_state(self) -> dict[str, object]:
        """The order as plain values, for the settings."""
        return {"order": self.orders.currentData().value}

    def restore_filter_state(self, state: Mapping[str, object]) -> None:
        """Set the order as `filter_state` told it; one that is unknown is not said."""
        values = [order.value for order in LibraryOrder]
        order = str(state.get("order"))
        self.orders.setCurrentIndex(values.index(order) if order in values else 0)

    def _arranged(self) -> list[LibraryRow]:
        return arranged(self._rows, self.orders.currentData(), self.search.text())

    def _show(self) -> None:
        shown = self._arranged()
        self.list.show_rows(keyed_rows(shown))
        self._stack.setCurrentWidget(self.list if shown else self._hint)
        self._count.setVisible(bool(self._rows))
        unsettled = sum(row.open_findings for row in self._rows)
        counted = self.tr("%n 份文稿", "", len(self._rows))
        self._count.setText(
            self.tr("{documents} · 未决 {open}").format(documents=counted, open=f"{unsettled:,}")
        )
        if not self._rows:
            self._invite()
        elif not shown:
            offer = (self.tr("显示全部"), self.search.clear)
            self._hint.say(self.tr("没有名称相符的文稿"), "", [offer])
        self._enable()

    def _invite(self) -> None:
        self._hint.say(
            self.tr("文稿库还是空的"),
            self.tr("拖入文件或点“打开”。源文件不会被改动。"),
            [
                (self.tr("打开…"), self.open_requested.emit),
                (self.tr("看看示例文稿"), self.samples_requested.emit),
            ],
        )

    def _enable(self) -> None:
        listed = self.list.key is not None and self.list.currentIndex().isValid()
        self.remove_button.setEnabled(listed)
        for part in (self.search, self.orders):
            part.setEnabled(bool(self._rows))

    def _follow_choice(self, document: int) -> None:
        self._enable()
        self.document_chosen.emit(document)

    def _ask_to_remove(self) -> None:
        if isinstance(self.list.key, int):
            self.remove_requested.emit(self.list.key)

    # Words

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word everything anew."""
        self.setAccessibleName(self.tr("文稿库"))
        self.list.setAccessibleName(self.tr("文稿列表"))
        self.search.setPlaceholderText(self.tr("筛选文稿"))
        self.search.setAccessibleName(self.tr("筛选文稿"))
        self.orders.setAccessibleName(self.tr("文稿排序"))
        self.orders.setToolTip(self.tr("文稿排序"))
        self.remove_button.setAccessibleName(self.tr("从文稿库移除"))
        self.remove_button.setToolTip(self.tr("从文稿库移除（源文件不受影响）"))
        words = {
            LibraryOrder.ADDED: self.tr("按加入先后"),
            LibraryOrder.NAME: self.tr("按名称"),
            LibraryOrder.OPEN: self.tr("按未决多少"),
            LibraryOrder.REPEATED: self.tr("按重复多少"),
        }
        with QSignalBlocker(self.orders):
            for place, order in enumerate(LibraryOrder):
                self.orders.setItemText(place, words[order])
        self._show()
