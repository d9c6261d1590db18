"""The shortcut editor: every action with its keys. What is changed holds at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import Place
from reviewer.gui.command_match import Rank, rank_of
from reviewer.gui.key_choices import MOST_KEYS, KeyChoices, Slot
from reviewer.gui.key_editor import KeyEditor, KeyField, Tone
from reviewer.gui.key_file import NoKeyFile, read_keys, write_keys
from reviewer.gui.key_names import alike, key_name
from reviewer.gui.key_profiles import PROFILES
from reviewer.gui.key_rules import UNMOVED, Refusal, refusal
from reviewer.gui.keys_tree import KeysTree
from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.panels.search_field import SearchField
from reviewer.gui.theme import Theme

SIZE = (620, 640)
"""Pixels."""

_REFUSALS = {
    Refusal.UNKNOWN: QT_TRANSLATE_NOOP("KeysDialog", "认不出这个键。"),
    Refusal.TYPING: QT_TRANSLATE_NOOP(
        "KeysDialog", "{key} 要用来打字。请用功能键，或加上 Ctrl、Alt。"
    ),
    Refusal.EDITING: QT_TRANSLATE_NOOP("KeysDialog", "{key} 要用来在正文里移动、换行或删字。"),
    Refusal.OWNED: QT_TRANSLATE_NOOP("KeysDialog", "{key} 在所有输入框里都另有用处。"),
    Refusal.MENU: QT_TRANSLATE_NOOP("KeysDialog", "{key} 要用来打开菜单。"),
    Refusal.DESKTOP: QT_TRANSLATE_NOOP("KeysDialog", "{key} 由系统或输入法占用。"),
    Refusal.LETTER_ONLY: QT_TRANSLATE_NOOP(
        "KeysDialog", "列表里的单键只能是一个字母、数字或符号，不加 Ctrl、Alt、Shift。"
    ),
}


class KeysDialog(QDialog):
    """Search on top, the actions by menu below, the keys of the chosen one at the bottom.

    Signals:
        changed(KeyChoices): the editor chose other keys.
    """

    changed = Signal(object)

    def __init__(self, actions: ActionSet, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the keys of `actions` as they are."""
        super().__init__(parent)
        self.setObjectName("keys")
        self.setWindowTitle(self.tr("更改按键"))
        self._actions = actions
        self._choices = actions.choices or KeyChoices()
        self.profile = QComboBox()
        for profile, spec in PROFILES.items():
            self.profile.addItem(_translated(spec.text), profile)
        self.search = SearchField(theme)
        words = self.tr("或按下一个键来查找")
        self.key_search = KeyField(words, words, self)
        self.tree = KeysTree(actions, self._choices)
        self.editor = KeyEditor(theme, self)
        self._lay_out()
        self._name_parts()
        self._connect()
        self.resize(*SIZE)
        self._show_choices()
        self.tree.choose_first()
        self.search.setFocus()

    @property
    def slot(self) -> Slot | None:
        """The action that is chosen, and where its keys work."""
        return self.tree.slot

    # Made once

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(8)
        profiles = QHBoxLayout()
        label = QLabel(self.tr("按键方案："))
        label.setBuddy(self.profile)
        profiles.addWidget(label)
        profiles.addWidget(self.profile)
        profiles.addStretch(1)
        files: list[QPushButton] = []
        for words, handler in (
            (self.tr("从文件读入…"), self._ask_for_source),
            (self.tr("存为文件…"), self._ask_for_target),
        ):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(handler)
            profiles.addWidget(button)
            files.append(button)
        searches = QHBoxLayout()
        searches.addWidget(self.search, 3)
        searches.addWidget(self.key_search, 2)
        column.addLayout(profiles)
        column.addLayout(searches)
        column.addWidget(self.tree, 1)
        column.addWidget(self.editor)
        buttons = QDialogButtonBox()
        self.reset_all_button = QPushButton(self.tr("全部恢复默认"))
        buttons.addButton(self.reset_all_button, QDialogButtonBox.ButtonRole.ResetRole)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        for button in (self.reset_all_button, close):
            button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        in_order = (self.profile, *files, self.search, self.key_search, self.tree)
        in_order += (self.editor.field, self.editor.reset_button, self.reset_all_button, close)
        for one, other in pairwise(in_order):
            self.setTabOrder(one, other)
        self.editor.follows = self.tree

    def _name_parts(self) -> None:
        self.search.setPlaceholderText(self.tr("按名称或拼音首字母查找"))
        self.search.setAccessibleName(self.tr("按名称查找"))

    def _connect(self) -> None:
        self.profile.activated.connect(
            lambda: self._use(self._choices.with_profile(self.profile.currentData()))
        )
        self.search.textChanged.connect(lambda _: self._filter())
        self.key_search.keySequenceChanged.connect(lambda _: self._filter())
        self.tree.slot_changed.connect(self._show_slot)
        self.search.left.connect(self.tree.setFocus)
        self.tree.activated.connect(lambda _: self.editor.field.setFocus())
        self.editor.key_pressed.connect(self.give)
        self.editor.taken.connect(self.take)
        self.editor.key_removed.connect(self._remove)
        self.editor.reset_requested.connect(self._reset)
        self.reset_all_button.clicked.connect(lambda: self._use(self._choices.reset_all()))

    # Showing

    def _show_choices(self) -> None:
        self.profile.setCurrentIndex(self.profile.findData(self._choices.profile))
        self.reset_all_button.setEnabled(bool(self._choices.changes))
        self.tree.show_choices(self._choices)
        self._filter()
        self._show_keys()

    def _show_slot(self) -> None:
        self.editor.say("", Tone.DONE)
        self._show_keys()

    def _show_keys(self) -> None:
        slot = self.slot
        self.editor.setEnabled(slot is not None)
        if slot is not None:
            fixed = UNMOVED if slot.place is Place.WINDOW else frozenset[str]()
            keys = self._choices.in_force()[slot]
            self.editor.show_keys(self._name(slot), keys, fixed, self._choices.differs(slot))

    def _name(self, slot: Slot) -> str:
        name = self._actions.name(slot.action)
        return self.tr("{0}（问题列表）").format(name) if slot.place is Place.LIST else name

    def _filter(self) -> None:
        self.tree.show_only(set(self._found()))

    def _found(self) -> Iterator[Slot]:
        typed, key = self.search.text(), self.key_search.key
        for slot, keys in self._choices.in_force().items():
            rank = rank_of(typed, self._actions.name(slot.action))
            named = rank is not None and rank <= Rank.INITIALS
            if named and (not key or alike(key) in map(alike, keys)):
                yield slot

    # Changing

    def _use(self, choices: KeyChoices) -> None:
        self._choices = choices
        self.changed.emit(choices)
        self._show_choices()

    def give(self, key: str) -> None:
        """Give the chosen action `key`, unless it cannot have it or another one has it."""
        slot = self.slot
        if slot is None:
            return
        keys, holder = self._choices.in_force()[slot], self._choices.holder(key, slot.place)
        why, shown = refusal(key, slot.place, slot.action), key_name(key)
        if why is not None:
            self.editor.say(_translated(_REFUSALS[why]).format(key=shown), Tone.REFUSED)
        elif holder == slot:
            self.editor.say(self.tr("已经有 {0} 了。").format(shown), Tone.DONE)
        elif len(keys) >= MOST_KEYS:
            words = self.tr("一个命令最多 {0} 个键，请先去掉一个。")
            self.editor.say(words.format(MOST_KEYS), Tone.REFUSED)
        elif holder is not None:
            words = self.tr("{0} 现在属于“{1}”。")
            self.editor.say(words.format(shown, self._name(holder)), Tone.ASKED, key)
        else:
            self.take(key)

    def take(self, key: str) -> None:
        """Give the chosen action `key`, whoever has it."""
        if self.slot is not None:
            self._use(self._choices.with_key(self.slot, key))
            self.editor.say(self.tr("已添加 {0}").format(key_name(key)), Tone.DONE)
            self.editor.field.setFocus()

    def _remove(self, key: str) -> None:
        if self.slot is not None:
            self._use(self._choices.without_key(self.slot, key))
            self.editor.say(self.tr("已去掉 {0}").format(key_name(key)), Tone.DONE)
            self.editor.field.setFocus()

    def _reset(self) -> None:
        if self.slot is not None:
            self._use(self._choices.reset(self.slot))
            self.editor.say(self.tr("已恢复默认"), Tone.DONE)

    # Files

    def _ask_for_source(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("读入按键"), "", self.tr("按键文件 (*.json)")
        )
        if name:
            self.read(Path(name))

    def read(self, source: Path) -> None:
        """Use the keys that `source` tells; it may be no such file."""
        try:
            self._use(read_keys(source))
        except NoKeyFile:
            words = self.tr("{0} 不是按键文件，或读不出来。")
            self.editor.say(words.format(source.name), Tone.REFUSED)
        else:
            self.editor.say(self.tr("已读入 {0}").format(source.name), Tone.DONE)

    def _ask_for_target(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("保存按键"), "keys.json", self.tr("按键文件 (*.json)")
        )
        if name:
            self.write(Path(name))

    def write(self, target: Path) -> None:
        """Write the keys to `target`."""
        try:
            write_keys(self._choices, target)
        except OSError as problem:
            words = self.tr("无法写入 {0}：{1}").format(target.name, problem.strerror)
            self.editor.say(words, Tone.REFUSED)
        else:
            self.editor.say(self.tr("已保存 {0}").format(target.name), Tone.DONE)


def _translated(text: str) -> str:
    return QCoreApplication.translate("KeysDialog", text)
