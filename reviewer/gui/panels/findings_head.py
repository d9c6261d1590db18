"""What stands above the list of findings: filter, documents, groups, and how many are shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reviewer.gui.models.findings_filter import FindingsFilter, StateChoice
from reviewer.gui.models.findings_grouping import Grouping, Source
from reviewer.gui.panels.drawing import MARGIN, mute
from reviewer.gui.panels.findings_filter_bar import FindingsFilterBar
from reviewer.gui.panels.findings_view_bar import FindingsViewBar
from reviewer.gui.theme import Theme

EVERYTHING = FindingsFilter(state=StateChoice.ALL)


class FindingsHead(QWidget):
    """Two bars and a line.

    Attributes:
        filter_bar: which findings are shown.
        view_bar: of which documents, and in which groups.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing is counted yet."""
        super().__init__(parent)
        self.filter_bar, self.view_bar = FindingsFilterBar(theme, self), FindingsViewBar(self)
        self._count, self._reset = QLabel(self), QToolButton(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        counts = QHBoxLayout()
        counts.addWidget(self._count, 1)
        counts.addWidget(self._reset)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(MARGIN, MARGIN, MARGIN, 4)
        rows.setSpacing(4)
        rows.addWidget(self.filter_bar)
        rows.addWidget(self.view_bar)
        rows.addLayout(counts)
        self._reset.clicked.connect(self.show_everything)
        self.set_theme(theme)

    def show_counts(self, source: Source, progress: tuple[int, int] | None) -> None:
        """Say how many findings are shown.

        Args:
            source: the table of findings without headings.
            progress: how many of how many documents are read, where there are several.
        """
        self.filter_bar.show_counts(source.kind_counts, source.language)
        shown = source.rowCount()
        words = self.tr("显示 {shown} / {total} · 未决 {open}").format(
            shown=shown, total=source.total, open=source.open_count
        )
        done, expected = progress or (0, 0)
        if done < expected:
            reading = self.tr("正在读入 {done} / {total} 篇")
            words = f"{words} · {reading.format(done=done, total=expected)}"
        self._count.setText(words)
        self._count.setVisible(bool(source.total) or progress is not None)
        self._reset.setVisible(shown < source.total)

    def show_everything(self) -> None:
        """Filter nothing any more."""
        self.view_bar.documents.setCurrentIndex(0)
        self.filter_bar.set_value(EVERYTHING)

    def state(self) -> dict[str, object]:
        """Filter and groups as plain values, for the settings."""
        return self.filter_bar.value().as_dict() | {"grouping": self.view_bar.grouping.value}

    def restore(self, state: Mapping[str, object]) -> None:
        """Set filter and groups as `state` told them; what is damaged is not said."""
        groupings = {grouping.value: grouping for grouping in Grouping}
        self.view_bar.set_grouping(groupings.get(str(state.get("grouping")), Grouping.NONE))
        self.filter_bar.set_value(FindingsFilter.from_dict(state))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.filter_bar.set_theme(theme)
        mute(self._count, theme)

    def retranslate(self) -> None:
        """Word everything anew but the counts."""
        self._reset.setText(self.tr("清除筛选"))
        self._reset.setAccessibleName(self.tr("清除筛选"))
        self.filter_bar.retranslate()
        self.view_bar.retranslate()
