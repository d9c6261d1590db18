"""What a search for words finds in all documents, and what would stand there instead."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.messages import error_text
from reviewer.gui.models.quoting import near, one_line
from reviewer.gui.workspace import Workspace
from reviewer.review.edits import Edit
from reviewer.review.steps import DocumentId
from reviewer.review.text_search import Query, hits, replacement_edits
from reviewer.text.errors import ReviewerError
from reviewer.text.span import Span

AROUND = 14
"""Code points of the text that are shown on either side of a hit."""

MOST_ROWS = 2_000
"""Hits that are listed; all that were found are counted and can be replaced."""

SLICE = 0.02
"""Seconds of searching after which the window has its turn."""

_PLACE = Qt.ItemDataRole.UserRole


class LibraryHits(QDialog):
    """A tree of documents with their hits; those with a tick are replaced, in one step.

    Signals:
        place_chosen(int, Span): the editor wants to see a hit in its document.
    """

    place_chosen = Signal(int, object)

    def __init__(
        self,
        workspace: Workspace,
        query: Query,
        replacement: str | None,
        parent: QWidget | None = None,
    ) -> None:
        """Search all documents for `query`; with a `replacement`, show what it would make."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._query = query
        self._replacement = replacement
        self._waiting = [row.id for row in workspace.documents]
        self._names = {row.id: row.title for row in workspace.documents}
        self._edits: dict[DocumentId, list[Edit]] = {}
        self._count = self._listed = 0
        self.setWindowTitle(self.tr("全部文稿中的“{0}”").format(one_line(query.words)))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.header().hide()
        self.tree.setUniformRowHeights(True)
        self.tree.itemActivated.connect(self._choose)
        self.summary = QLabel()
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.replace = QPushButton(self.tr("替换勾选的文稿"))
        self.replace.setVisible(replacement is not None)
        self.replace.setEnabled(False)
        self.replace.clicked.connect(self._replace)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.replace, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.summary, self.tree, buttons):
            column.addWidget(widget)
        self.resize(640, 520)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def _go_on(self) -> None:
        """Search documents for a moment."""
        end = time.monotonic() + SLICE
        while self._waiting and time.monotonic() < end:
            try:
                self._search(self._waiting.pop(0))
            except ReviewerError as error:
                self._waiting.clear()
                self._timer.stop()
                self.summary.setText(error_text(error))
                return
        if not self._waiting:
            self._timer.stop()
            self.replace.setEnabled(any(self._edits.values()))
        self._say()

    def _say(self) -> None:
        found = self.tr("共 {0} 处，{1} 篇").format(self._count, self.tree.topLevelItemCount())
        if self._waiting:
            found += self.tr("，还有 {0} 篇待查").format(len(self._waiting))
        if self._listed < self._count:
            found += self.tr("；只列出前 {0} 处").format(self._listed)
        self.summary.setText(found)

    def _search(self, document: DocumentId) -> None:
        text = self._workspace.desk.reviewed(document).text
        spans = [hit.span for hit in hits(text, self._query)]
        if not spans:
            return
        put: dict[int, str] = {}
        if self._replacement is not None:
            edits = replacement_edits(text, self._query, self._replacement)
            self._edits[document] = edits
            put = {edit.start: edit.inserted for edit in edits}
        self._count += len(spans)
        top = QTreeWidgetItem([f"{one_line(self._names[document])}  ({len(spans)})"])
        top.setData(0, _PLACE, (document, spans[0]))
        if put:
            top.setCheckState(0, Qt.CheckState.Checked)
        for span in spans[: MOST_ROWS - self._listed]:
            item = QTreeWidgetItem([_line(text, span, put.get(span.start))])
            item.setData(0, _PLACE, (document, span))
            top.addChild(item)
            self._listed += 1
        self.tree.addTopLevelItem(top)
        top.setExpanded(self.tree.topLevelItemCount() == 1)

    def _choose(self, item: QTreeWidgetItem) -> None:
        document, span = item.data(0, _PLACE)
        self.place_chosen.emit(document, span)

    def _replace(self) -> None:
        items = [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]
        ticked = [
            item.data(0, _PLACE)[0]
            for item in items
            if item is not None and item.checkState(0) is Qt.CheckState.Checked
        ]
        rows = [(document, self._edits.get(document, [])) for document in ticked]
        self._workspace.after_step(self._workspace.desk.replace_words(rows))
        self.accept()


def _line(text: str, span: Span, put: str | None) -> str:
    """A hit in its line, and what would stand there."""
    quote = near(text, span, AROUND)
    change = quote.marked if put is None else f"{quote.marked} → {one_line(put) or '∅'}"
    return f"{quote.before}【{change}】{quote.after}"
