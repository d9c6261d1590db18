"""The row above the findings that says which of them are shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from reviewer.garble.finding import Kind
from reviewer.gui.models.findings_filter import FindingsFilter, StateChoice
from reviewer.gui.panels.drawing import CHIP_SIZE
from reviewer.gui.panels.search_field import SearchField
from reviewer.gui.text.patterns import group_swatch
from reviewer.gui.theme import Theme
from reviewer.text.wording import Language

MINIMA = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99)
"""The least confidences that are offered."""

_SPACING = 6


class FindingsFilterBar(QWidget):
    """Words, kind, state and least confidence.

    Signals:
        changed(): the editor, or `set_value`, asked for other findings.
        left(): the editor is done with the words and wants to go on in the list.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Everything is shown that is open."""
        super().__init__(parent)
        self._theme = theme
        self._counts: Mapping[Kind, int] = {}
        self._language = Language.CHINESE
        self.words = SearchField(theme, self)
        self.kinds, self.states, self.minima = QComboBox(self), QComboBox(self), QComboBox(self)
        self._lay_out()
        self.set_value(FindingsFilter())
        self.words.textChanged.connect(self.changed)
        self.words.left.connect(self.left)
        for box in (self.kinds, self.states, self.minima):
            box.currentIndexChanged.connect(self.changed)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_SPACING)
        grid.addWidget(self.words, 0, 0, 1, 3)
        for column, (box, share) in enumerate(
            ((self.kinds, 5), (self.states, 3), (self.minima, 4))
        ):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(3)
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            grid.addWidget(box, 1, column)
            grid.setColumnStretch(column, share)
        for state in StateChoice:
            self.states.addItem("", state)
        for minimum in MINIMA:
            self.minima.addItem("", minimum)
        self.retranslate()

    def value(self) -> FindingsFilter:
        """The filter that is set."""
        return FindingsFilter(
            words=self.words.text(),
            kind=self.kinds.currentData(),
            state=self.states.currentData(),
            minimum=self.minima.currentData(),
        )

    def set_value(self, wanted: FindingsFilter) -> None:
        """Set a filter. A least confidence that is not offered becomes the next lower one."""
        with QSignalBlocker(self):
            self.words.setText(wanted.words)
            self.kinds.setCurrentIndex(max(0, self.kinds.findData(wanted.kind)))
            self.states.setCurrentIndex(max(0, self.states.findData(wanted.state)))
            lower = [minimum for minimum in MINIMA if minimum <= wanted.minimum]
            self.minima.setCurrentIndex(max(0, len(lower) - 1))
        self.changed.emit()

    def show_counts(self, counts: Mapping[Kind, int], language: Language) -> None:
        """Show how many findings of each kind there are."""
        if counts != self._counts or language is not self._language:
            self._counts, self._language = dict(counts), language
            self._name_kinds()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self.words.set_theme(theme)
        self._name_kinds()

    def retranslate(self) -> None:
        """Word everything anew."""
        self.words.setPlaceholderText(self.tr("筛选文字、改法、类型、理由、规则"))
        self.words.setAccessibleName(self.tr("筛选问题"))
        self.kinds.setAccessibleName(self.tr("按类型筛选"))
        self.states.setAccessibleName(self.tr("按处理状态筛选"))
        self.minima.setAccessibleName(self.tr("按最低把握筛选"))
        for box in (self.kinds, self.states, self.minima):
            box.setToolTip(box.accessibleName())
        words = {
            StateChoice.OPEN: self.tr("未决"),
            StateChoice.ALL: self.tr("全部"),
            StateChoice.DECIDED: self.tr("已决"),
            StateChoice.LATER: self.tr("稍后"),
        }
        for place, state in enumerate(StateChoice):
            self.states.setItemText(place, words[state])
        for place, minimum in enumerate(MINIMA):
            text = self.tr("把握 ≥ {percent} %").format(percent=round(minimum * 100))
            self.minima.setItemText(place, text if minimum else self.tr("把握不限"))
        self._name_kinds()

    def _name_kinds(self) -> None:
        chosen, total = self.kinds.currentData(), sum(self._counts.values())
        ratio = self.devicePixelRatioF()
        with QSignalBlocker(self.kinds):
            self.kinds.clear()
            everything = self.tr("全部类型（{count}）").format(count=total)
            self.kinds.addItem(everything, None)
            for kind in Kind:
                label = self.tr("{kind}（{count}）").format(
                    kind=kind.label.text(self._language), count=self._counts.get(kind, 0)
                )
                swatch = group_swatch(kind.group, self._theme, CHIP_SIZE, ratio)
                self.kinds.addItem(swatch, label, kind)
                if not self._counts.get(kind):
                    place = self.kinds.count() - 1
                    self.kinds.setItemData(
                        place, self._theme.roles.muted, Qt.ItemDataRole.ForegroundRole
                    )
            self.kinds.setCurrentIndex(max(0, self.kinds.findData(chosen)))
        width = self.kinds.view().sizeHintForColumn(0)
        self.kinds.view().setMinimumWidth(width + 24)
