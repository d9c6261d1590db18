"""The documents of the library: which there are, how far each is, and which one is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from reviewer.gui.models.library_arrangement import (
    BatchName,
    LibraryGroup,
    arranged,
    grouped,
)
from reviewer.gui.models.library_row import LibraryRow
from reviewer.gui.panels.drawing import MARGIN, mute
from reviewer.gui.panels.empty_hint import EmptyHint
from reviewer.gui.panels.library_filter_bar import LibraryFilterBar, words_in
from reviewer.gui.panels.library_tree import LibraryTree
from reviewer.gui.theme import LIGHT, Theme, load_theme
from reviewer.review.status import Status


class LibraryPanel(QWidget):
    """Lists the documents. It opens and changes none: it tells what is asked for.

    Signals:
        document_chosen(int): the editor went to this document.
        selection_changed(): other documents are selected.
        remove_requested(): the editor wants the selected documents out of the library.
        menu_requested(QPoint): a menu for the selected documents is asked for, at this place of
            the screen.
        open_requested(): the editor wants to open files.
        samples_requested(): the editor wants to see the sample speeches.
        document_dragged(int): this document is being dragged.
    """

    document_chosen = Signal(int)
    selection_changed = Signal()
    remove_requested = Signal()
    menu_requested = Signal(QPoint)
    open_requested = Signal()
    samples_requested = Signal()
    document_dragged = Signal(int)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        """Make an empty panel, in the colours of `theme`, or light ones until `set_theme`."""
        super().__init__(parent)
        theme = theme or load_theme(LIGHT)
        self._rows: Sequence[LibraryRow] = ()
        self._batches: Mapping[int, BatchName] = {}
        self._groups: Sequence[LibraryGroup] = ()
        self.bar = LibraryFilterBar(theme, self)
        self.list = LibraryTree(theme, self)
        self._hint = EmptyHint(theme, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._hint)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        top.addWidget(self.bar)
        self._count.setContentsMargins(MARGIN, 6, MARGIN, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(self._count)
        self.setFocusProxy(self.list)
        QWidget.setTabOrder(self.bar.remove_button, self.list)

    def _connect(self) -> None:
        self.bar.changed.connect(self._show)
        self.bar.left.connect(self.list.enter)
        self.bar.remove_button.clicked.connect(self.remove_requested)
        self.list.chosen.connect(self.document_chosen)
        self.list.selection_changed.connect(self._enable)
        self.list.selection_changed.connect(self.selection_changed)
        self.list.menu_requested.connect(self.menu_requested)
        self.list.dragged.connect(self.document_dragged)

    # What is shown

    def show_rows(
        self, rows: Sequence[LibraryRow], batches: Mapping[int, BatchName] | None = None
    ) -> None:
        """Show these documents, given as they were added; choice and scrolling stay.

        Args:
            rows: all documents of the library.
            batches: the batches that they came with; None for those that are known.
        """
        known = self._batches if batches is None else batches
        if rows != self._rows or known != self._batches:
            self._rows, self._batches = rows, known
            tags = sorted({tag for row in rows for tag in row.tags})
            self.bar.offer_tags(tags)
            self._show()

    def select_document(self, document: int | None) -> None:
        """Choose a document, or none, without a signal."""
        self.list.choose(document)
        self._enable()

    @property
    def documents(self) -> list[int]:
        """The numbers of the documents that pass the filter, from top to bottom."""
        return list(dict.fromkeys(row.document for group in self._groups for row in group.rows))

    @property
    def selected(self) -> list[int]:
        """The documents that an action is meant for, from top to bottom."""
        return self.list.selected

    def open_findings(self, document: int) -> int:
        """How many findings of a document are open, by what its row says."""
        return next((row.open_findings for row in self._rows if row.document == document), 0)

    @property
    def batch(self) -> int | None:
        """The batch whose heading, or one of whose documents, is current."""
        group = self.list.group
        return None if group is None else group.batch

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for part in (self.bar, self.list, self._hint):
            part.set_theme(theme)
        mute(self._count, theme)

    def filter_state(self) -> dict[str, object]:
        """Filter, order, headings and folds as plain values, for the settings."""
        return self.bar.state() | {"folded": self.list.folded}

    def restore_filter_state(self, state: Mapping[str, object]) -> None:
        """Set what `filter_state` told; what is unknown is not said."""
        self.list.set_folded(words_in(state, "folded"))
        self.bar.restore(state)

    def _show(self) -> None:
        found = arranged(self.bar.value().passing(self._rows), self.bar.order)
        self._groups = grouped(found, self.bar.grouping, self._batches)
        self.list.show_groups(self._groups)
        self._stack.setCurrentWidget(self.list if found else self._hint)
        self._sum_up()
        if not self._rows:
            self._invite()
        elif not found:
            offer = (self.tr("显示全部"), self.bar.show_all)
            self._hint.say(self.tr("没有相符的文稿"), "", [offer])
        self._enable()

    def _sum_up(self) -> None:
        self._count.setVisible(bool(self._rows))
        left = sum(row.open_findings for row in self._rows if not row.status.settled)
        done = sum(row.status is Status.DONE for row in self._rows)
        counted = self.tr("%n 份文稿", "", len(self._rows))
        parts = [counted, self.tr("未决 {open}").format(open=f"{left:,}")]
        if done:
            parts.insert(1, self.tr("审毕 {done}").format(done=f"{done:,}"))
        self._count.setText(" · ".join(parts))

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
        self.bar.remove_button.setEnabled(bool(self.list.selected))
        for part in (
            self.bar.search, self.bar.orders, self.bar.groupings, self.bar.filter_button
        ):  # fmt: skip
            part.setEnabled(bool(self._rows))

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
        self.bar.retranslate()
        self._show()
        self.list.viewport().update()
