"""The findings of the current document: a table to work through, and one finding in detail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.models.findings_columns import Column
from reviewer.gui.models.findings_filter import FindingsFilter, StateChoice
from reviewer.gui.models.findings_model import FindingsModel
from reviewer.gui.panels.drawing import MARGIN, mute
from reviewer.gui.panels.empty_hint import EmptyHint
from reviewer.gui.panels.finding_detail import FindingDetail
from reviewer.gui.panels.findings_filter_bar import FindingsFilterBar
from reviewer.gui.panels.findings_table import FindingsTable
from reviewer.gui.theme import LIGHT, Theme, load_theme
from reviewer.text.wording import Language

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.marks import Mark

EVERYTHING = FindingsFilter(state=StateChoice.ALL)


FIRST_HEIGHTS = [600, 220]
"""The share of the list and of the details at first, in pixels of a common window."""


class FindingsPanel(QWidget):
    """Lists, filters and sorts what was found. It decides nothing: it tells what is asked for.

    Signals:
        mark_chosen(str): the editor went to the finding with this anchor.
        replacement_given(str, str): the editor wants this text in place of the finding with this
            anchor; empty to delete it.
        menu_requested(QPoint): a menu for the selected findings is asked for, at this place of the
            screen.
    """

    mark_chosen = Signal(str)
    # An object, for a `str` that goes through Qt loses lone surrogates.
    replacement_given = Signal(str, object)
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        """Make an empty panel, in the colours of `theme`, or light ones until `set_theme`."""
        super().__init__(parent)
        theme = theme or load_theme(LIGHT)
        self._searched = False
        self._model = FindingsModel(self)
        self.filter_bar = FindingsFilterBar(theme, self)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._reset = QToolButton(self)
        self.table = FindingsTable(self._model, theme, self)
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
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        counts = QHBoxLayout()
        counts.addWidget(self._count, 1)
        counts.addWidget(self._reset)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, MARGIN, MARGIN, 4)
        top.setSpacing(4)
        top.addWidget(self.filter_bar)
        top.addLayout(counts)
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
        column.addLayout(top)
        column.addWidget(parts, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self._filter_changed)
        self.filter_bar.left.connect(self._enter_list)
        self._reset.clicked.connect(self._show_everything)
        self.table.chosen.connect(self._follow_choice)
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
        self.table.choose(None)
        self._model.show(marks, text, language)
        self.table.scrollToTop()
        self._show_counts()
        self._show_detail()

    def show_nothing(self) -> None:
        """No document is open."""
        self.show_marks((), "", self._model.language, searched=False)

    def update_marks(self, marks: Sequence[Mark], text: str, language: Language) -> None:
        """Show what became of the findings of the same document: decisions, places, a new search.

        Choice, filter, sorting and scrolling stay, and so does what is being typed. The arguments
        are those of `show_marks`.
        """
        with self.table.keeping_choice():
            if language is self._model.language and self._model.has_same_findings(marks):
                self._model.update_decisions(marks, text)
            else:
                self._model.show(marks, text, language)
        self._searched = True
        self._show_counts()
        self._show_detail()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for part in (self.filter_bar, self.table, self._hint, self.detail):
            part.set_theme(theme)
        mute(self._count, theme)

    def _show_detail(self) -> None:
        mark = self._model.mark(self.table.current)
        self._detail_area.setVisible(mark is not None)
        if mark is not None:
            paragraph = self._model.paragraph(mark)
            self.detail.show_mark(mark, self._model.text, paragraph, self._model.language)

    def _show_counts(self) -> None:
        model, wanted = self._model, self.filter_bar.value()
        self.filter_bar.show_counts(model.kind_counts, model.language)
        words = self.tr("显示 {shown} / {total} · 未决 {open}")
        self._count.setText(
            words.format(shown=model.rowCount(), total=model.total, open=model.open_count)
        )
        self._count.setVisible(bool(model.total))
        self._reset.setVisible(model.rowCount() < model.total)
        if not model.rowCount():
            self._explain_emptiness(wanted)
        self._list.setCurrentWidget(self.table if model.rowCount() else self._hint)

    def _explain_emptiness(self, wanted: FindingsFilter) -> None:
        show_all = [(self.tr("显示全部"), self._show_everything)]
        if self._model.total and wanted == FindingsFilter():
            hint = self.tr("这份文稿的问题都已有决定。")
            self._hint.say(self.tr("全部处理完毕"), hint, show_all)
        elif self._model.total:
            self._hint.say(self.tr("没有符合筛选条件的问题"), "", show_all)
        elif self._searched:
            self._hint.say(self.tr("没有发现问题"), self.tr("这份文稿里没有找到乱码或错漏。"))
        else:
            self._hint.say(self.tr("尚无结果"), self.tr("打开并检查一份文稿，问题会列在这里。"))

    # The choice

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
        return self._model.anchors()

    def next_anchor(self, after: str | None, only_open: bool) -> str | None:
        """The finding below `after` in the order shown, or the first one; None at the end.

        Args:
            after: an anchor, which the filter may hide by now, or None.
            only_open: pass over what is decided.
        """
        return self._model.step(after, only_open, backwards=False)

    def previous_anchor(self, before: str | None, only_open: bool) -> str | None:
        """The finding above `before` in the order shown, or the last one; None at the start."""
        return self._model.step(before, only_open, backwards=True)

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
        if not self.table.selected() and self._model.rowCount():
            self.table.selectRow(max(0, self.table.currentIndex().row()))

    # Filter and sorting

    def filter_state(self) -> dict[str, object]:
        """Filter and sorting as plain values, for the settings."""
        column, descending = self.table.sorting
        sorting = {"sort": column.name.lower(), "descending": descending}
        return self.filter_bar.value().as_dict() | sorting

    def restore_filter_state(self, state: Mapping[str, object]) -> None:
        """Set filter and sorting as `filter_state` told them; what is damaged is not said."""
        columns = {column.name.lower(): column for column in Column}
        column = columns.get(str(state.get("sort")), Column.PLACE)
        self.table.set_sorting(column, state.get("descending") is True)
        self.filter_bar.set_value(FindingsFilter.from_dict(state))

    def _show_everything(self) -> None:
        self.filter_bar.set_value(EVERYTHING)

    def _filter_changed(self) -> None:
        with self.table.keeping_choice():
            self._model.set_filter(self.filter_bar.value())
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
        self._reset.setText(self.tr("清除筛选"))
        self._reset.setAccessibleName(self.tr("清除筛选"))
        self.filter_bar.retranslate()
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._show_counts()
