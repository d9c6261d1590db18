"""Which kinds of damage are shown, which rules are off, which words are never asked about again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.garble.finding import Kind
from reviewer.gui.languages import engine_language
from reviewer.gui.text.substitution import shown
from reviewer.review.preferences import Preferences

_DATA = Qt.ItemDataRole.UserRole


class RulesDialog(QDialog):
    """A tick for each kind that is shown and for each rule and word that stays off."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show `preferences`; `chosen` tells what became of them."""
        super().__init__(parent)
        self._preferences = preferences
        self._values: list[object] = []
        self.setWindowTitle(self.tr("检查项目"))
        self.kinds = QListWidget()
        self.kinds.setAccessibleName(self.tr("显示的类型"))
        for kind in Kind:
            self._add(
                self.kinds,
                kind.label.text(engine_language()),
                kind,
                kind not in preferences.kinds_off,
            )
        self.off = QListWidget()
        self.off.setAccessibleName(self.tr("停用的规则和文字"))
        for rule in sorted(preferences.rules_off):
            self._add(self.off, self.tr("规则 {0}").format(rule), rule, True)
        for kind, text in sorted(preferences.never_again, key=lambda row: row[1]):
            label = f"{shown(text)} · {kind.label.text(engine_language())}"
            self._add(self.off, label, (kind, text), True)
        self._arrange()

    def _add(self, target: QListWidget, label: str, data: object, ticked: bool) -> None:
        item = QListWidgetItem(label, target)
        # Qt would turn a pair into a list, so an item carries the place of its value.
        item.setData(_DATA, len(self._values))
        self._values.append(data)
        item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(_heading(self.tr("显示哪些类型的问题："), self.kinds))
        layout.addWidget(self.kinds, 3)
        if self.off.count():
            words = self.tr("不再提示的规则和文字（取消勾选即恢复）：")
            layout.addWidget(_heading(words, self.off))
            layout.addWidget(self.off, 2)
        layout.addWidget(buttons)
        self.resize(420, 600)

    def chosen(self) -> Preferences:
        """The preferences as they are ticked now."""
        kept = self._ticked(self.off)
        never = frozenset(row for row in self._preferences.never_again if row in kept)
        return Preferences(
            suggestions=self._preferences.suggestions,
            kinds_off=frozenset(Kind) - frozenset(self._ticked(self.kinds)),
            rules_off=frozenset(row for row in kept if isinstance(row, str)),
            never_again=never,
        )

    def _ticked(self, rows: QListWidget) -> list[object]:
        items = [rows.item(place) for place in range(rows.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return [self._values[item.data(_DATA)] for item in ticked]


def _heading(words: str, rows: QListWidget) -> QLabel:
    heading = QLabel(words)
    heading.setWordWrap(True)
    heading.setBuddy(rows)
    return heading
