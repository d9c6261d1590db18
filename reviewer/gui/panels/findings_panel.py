"""The findings of one or several documents: a table to work through, and one in detail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.models.across_row import AcrossRow
from reviewer.gui.models.findings_columns import Column
from reviewer.gui.models.findings_lists import FindingsLists
from reviewer.gui.panels.empty_hint import EmptyHint
from reviewer.gui.panels.finding_detail import FindingDetail
from reviewer.gui.panels.findings_emptiness import explain_emptiness
from reviewer.gui.panels.findings_head import FindingsHead
from reviewer.gui.panels.findings_view_bar import Scope
from reviewer.gui.panels.grouped_table import GroupedTable
from reviewer.gui.theme import LIGHT, Theme, load_theme
from reviewer.text.wording import Language

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.marks import Mark

PLACE_WIDTH = 1.6
PLACE_WIDTH_ACROSS = 7.5
"""How wide the places of findings are, in widths of a Han character."""

FIRST_HEIGHTS = [600, 220]
"""The share of the list and of the details at first, in pixels of a common window."""


class FindingsPanel(QWidget):
    """Lists, filters and sorts what was found. It decides nothing: it tells what is asked for.

    Signals:
        mark_chosen(str): the editor went to the finding with this anchor; where the list goes
            across documents, anchors are those of `key_of`, here and in every method.
        scope_changed(): findings of other documents are asked for.
        replacement_given(str, str): the editor wants this text in place of the finding with this
            anchor; empty to delete it.
        menu_requested(QPoint): a menu for the selected findings is asked for, at this place of the
            screen.
    """

    mark_chosen = Signal(str)
    scope_changed = Signal()
    # An object, for a `str` that goes through Qt loses lone surrogates.
    replacement_given = Signal(str, object)
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        """Make an empty panel, in the colours of `theme`, or light ones until `set_theme`."""
        super().__init__(parent)
        theme = theme or load_theme(LIGHT)
        self._searched = False
        self._progress = (0, 0)
        self._lists = FindingsLists(self)
        self._head = FindingsHead(theme, self)
        self.filter_bar, self.view_bar = self._head.filter_bar, self._head.view_bar
        self.table = GroupedTable(self._lists.document, theme, self)
        self._hint = EmptyHint(theme, self)
        self._list = QStackedWidget(self)
        self._list.addWidget(self.table)
        self._list.addWidget(self._hint)
        self.detail = FindingDetail(theme, self)
        self._detail_area = QScrollArea(self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        self._detail_area.setWidget(self.detail)
        self._detail_area.setWidgetResizable(True)
        self._detail_area.setFrameShape(QFrame.Shape.NoFrame)
        self._detail_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._detail_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._detail_area.hide()
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self._list)
        parts.addWidget(self._detail_area)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 0)
        parts.setSizes(FIRST_HEIGHTS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(parts, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self._filter_changed)
        self.filter_bar.left.connect(self._enter_list)
        self.view_bar.scope_changed.connect(self._change_scope)
        self.view_bar.document_changed.connect(self._filter_changed)
        self.view_bar.grouping_changed.connect(self._show_rows)
        self.table.chosen.connect(self._follow_choice)
        self.table.heading_chosen.connect(self._show_detail)
        self.table.menu_requested.connect(self.menu_requested)
        self.detail.replacement_given.connect(self.replacement_given)
        self.detail.left.connect(self.table.setFocus)

    # What is shown

    def show_marks(
        self, marks: Sequence[Mark], text: str, language: Language, *, searched: bool = True
    ) -> None:
        """Show the findings of another document; filter and sorting stay.

        Args:
            marks: sorted by start.
            text: the text that they stand in.
            language: the language of kinds and reasons.
            searched: whether the document was searched at all.
        """
        self._searched = searched
        if not self.is_across:
            self.table.choose(None)
        self._lists.show_document(marks, text, language)
        if not self.is_across:
            self.table.scrollToTop()
        self._show_counts()
        self._show_detail()

    def show_nothing(self) -> None:
        """No document is open."""
        self.show_marks((), "", self._lists.document.language, searched=False)

    def update_marks(self, marks: Sequence[Mark], text: str, language: Language) -> None:
        """Show what became of the findings of the same document: decisions, places, a new search.

        Choice, filter, sorting and scrolling stay, and so does what is being typed. The arguments
        are those of `show_marks`.
        """
        with self.table.keeping_choice():
            self._lists.update_document(marks, text, language)
        self._searched = True
        self._show_counts()
        self._show_detail()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for part in (self._head, self.table, self._hint, self.detail):
            part.set_theme(theme)

    def _show_detail(self) -> None:
        mark = self._lists.mark_in_document(self.table.current)
        self._detail_area.setVisible(mark is not None)
        if mark is not None:
            model = self._lists.document
            self.detail.show_mark(mark, model.text, model.paragraph(mark), model.language)

    def _show_counts(self) -> None:
        model = self._lists.source
        self._head.show_counts(model, self._progress if self.is_across else None)
        if not model.rowCount():
            show_all = (self.tr("显示全部"), self._head.show_everything)
            wanted = self.filter_bar.value()
            explain_emptiness(self._hint, model, wanted, self._is_read, show_all)
        self._list.setCurrentWidget(self.table if model.rowCount() else self._hint)

    # Of which documents, and in which groups

    @property
    def is_across(self) -> bool:
        """Whether findings of several documents are listed."""
        return self.scope is not Scope.DOCUMENT

    @property
    def scope(self) -> Scope:
        """The documents whose findings are asked for."""
        return self.view_bar.scope

    @property
    def _is_read(self) -> bool:
        done, expected = self._progress
        return done >= expected if self.is_across else self._searched

    def begin_across(self, titles: Mapping[int, str], language: Language) -> None:
        """List the findings of documents with these names, in order, as far as they are known."""
        self.view_bar.offer_documents(titles)
        with self.table.keeping_choice():
            self._lists.begin_across(list(titles), language)
        self._show_counts()

    def take_across(self, sheets: Mapping[int, list[AcrossRow]], done: int, expected: int) -> None:
        """Take the findings of documents; so many of so many documents are read now."""
        self._progress = (done, expected)
        if sheets:
            with self.table.keeping_choice():
                self._lists.across.take(sheets)
        self._show_counts()

    def mark_named(self, anchor: str) -> Mark | None:
        """The finding with this anchor, shown or not."""
        return self._lists.source.mark(anchor)

    def _change_scope(self) -> None:
        self.table.choose(None)
        self._show_rows()
        self.scope_changed.emit()

    def _show_rows(self) -> None:
        grouping, sorting = self.view_bar.grouping, self.table.sorting
        self._lists.arrange(grouping, sorting, is_across=self.is_across)
        width = PLACE_WIDTH_ACROSS if self.is_across else PLACE_WIDTH
        self.table.show_rows(self._lists.rows, width)
        self._show_counts()
        self._show_detail()

    # The choice

    @property
    def heading_is_current(self) -> bool:
        """Whether the editor stands on the heading of a group, which stands for its findings."""
        return self.table.heading is not None

    def select_anchor(self, anchor: str | None) -> None:
        """Make a finding the current one, without a signal.

        One that the filter hides is shown in detail alone.
        """
        self.table.choose(anchor)
        self._show_detail()

    def selected_anchors(self) -> list[str]:
        """The anchors of the selected rows, in the order shown."""
        return self.table.selected()

    def visible_anchors(self) -> list[str]:
        """The anchors of all rows that pass the filter, in the order shown."""
        return self._lists.source.anchors()

    def next_anchor(self, after: str | None, only_open: bool) -> str | None:
        """The finding below `after` in the order shown, or the first one; None at the end.

        Args:
            after: an anchor, which the filter may hide by now, or None.
            only_open: pass over what is decided.
        """
        return self._lists.rows.step(after, only_open, backwards=False)

    def previous_anchor(self, before: str | None, only_open: bool) -> str | None:
        """The finding above `before` in the order shown, or the last one; None at the start."""
        return self._lists.rows.step(before, only_open, backwards=True)

    def focus_filter(self) -> None:
        """Put the keyboard into the field of the filter."""
        self.filter_bar.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_bar.words.selectAll()

    def focus_replacement(self) -> None:
        """Put the keyboard into the field of the replacement, where a finding is shown."""
        if self._detail_area.isVisible():
            self.detail.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.detail.field.selectAll()
            self._detail_area.ensureWidgetVisible(self.detail.field)

    def _follow_choice(self, anchor: str) -> None:
        self._show_detail()
        self.mark_chosen.emit(anchor)

    def _enter_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.table.selected() and self._lists.rows.rowCount():
            self.table.selectRow(max(0, self.table.currentIndex().row()))

    # Filter and sorting

    def filter_state(self) -> dict[str, object]:
        """Filter and sorting as plain values, for the settings."""
        column, descending = self.table.sorting
        sorting = {"sort": column.name.lower(), "descending": descending}
        return self._head.state() | sorting

    def restore_filter_state(self, state: Mapping[str, object]) -> None:
        """Set filter and sorting as `filter_state` told them; what is damaged is not said."""
        columns = {column.name.lower(): column for column in Column}
        column = columns.get(str(state.get("sort")), Column.PLACE)
        self.table.set_sorting(column, state.get("descending") is True)
        self._head.restore(state)

    def _filter_changed(self) -> None:
        with self.table.keeping_choice():
            self._lists.set_filter(self.filter_bar.value(), self.view_bar.document)
        self.table.show_current()
        self._show_counts()

    # Words

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word everything anew."""
        self.setAccessibleName(self.tr("问题"))
        self.table.setAccessibleName(self.tr("问题列表"))
        self._detail_area.setAccessibleName(self.tr("问题详情"))
        self._head.retranslate()
        self._lists.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._show_counts()
