"""The keys of one action: each with a button that removes it, and a field that takes new ones."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.key_names import key_name
from reviewer.gui.key_rules import plain_key
from reviewer.gui.theme import Theme


class Tone(Enum):
    """How a sentence is meant."""

    DONE = auto()
    REFUSED = auto()
    ASKED = auto()


class KeyField(QKeySequenceEdit):
    """A field that takes one key with its modifiers."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        """Be called `name`, and say `hint` while empty."""
        super().__init__(parent)
        self._hint = hint
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)
        self.setAccessibleName(name)
        self.keySequenceChanged.connect(lambda _: self._say_hint())
        self._say_hint()

    def _say_hint(self) -> None:
        # Qt puts its own words there again whenever the field is emptied.
        line = self.findChild(QLineEdit)
        if isinstance(line, QLineEdit):
            line.setPlaceholderText(self._hint)

    @property
    def key(self) -> str:
        """The key as settings have it, or nothing."""
        return plain_key(self.keySequence().toString(QKeySequence.SequenceFormat.PortableText))


class KeyEditor(QGroupBox):
    """Shows keys, records keys, and says at once why one cannot be had.

    Attributes:
        follows: what the tab key leads here from; the keys that can be removed come right behind.

    Signals:
        key_pressed(str): the editor pressed a key to be added.
        key_removed(str): a key is to be removed.
        taken(str): the key is wanted though another action has it.
        reset_requested(): the keys of the profile are wanted again.
    """

    key_pressed = Signal(str)
    key_removed = Signal(str)
    taken = Signal(str)
    reset_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no action yet."""
        super().__init__(parent)
        self._theme = theme
        self._asked = ""
        self.chips: list[QToolButton] = []
        self.follows: QWidget | None = None
        self._chips = QHBoxLayout()
        self.field = KeyField(self.tr("新按键"), self.tr("按下新的键"), self)
        self.field.editingFinished.connect(self._record)
        self.reset_button = self._button(self.tr("恢复默认"))
        self.reset_button.clicked.connect(self.reset_requested)
        self.message = QLabel(self)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.take_button, self.leave_button = (
            self._button(self.tr("改归此命令")),
            self._button(self.tr("保持不变")),
        )
        self.take_button.clicked.connect(lambda: self.taken.emit(self._asked))
        self.leave_button.clicked.connect(self._leave)
        self._lay_out()

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        # Enter in a field of the dialog must not press it.
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        self._chips.setSpacing(6)
        adding = QHBoxLayout()
        label = QLabel(self.tr("添加按键："), self)
        label.setBuddy(self.field)
        adding.addWidget(label)
        adding.addWidget(self.field, 1)
        adding.addWidget(self.reset_button)
        telling = QHBoxLayout()
        telling.addWidget(self.message, 1)
        telling.addWidget(self.take_button)
        telling.addWidget(self.leave_button)
        column = QVBoxLayout(self)
        column.addLayout(self._chips)
        column.addLayout(adding)
        column.addLayout(telling)
        # The dialog must not jump while sentences come and go.
        self.message.setMinimumHeight(self.take_button.sizeHint().height())
        self._ask("")

    def show_keys(self, name: str, keys: Sequence[str], fixed: frozenset[str], own: bool) -> None:
        """Show the keys of another action, or of the same one after a change.

        Args:
            name: the action, for people.
            keys: its keys.
            fixed: those that cannot be removed.
            own: whether they are not those of the profile.
        """
        self.setTitle(name.replace("&", "&&"))
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        while self._chips.takeAt(0) is not None:
            pass
        self.chips = [self._chip(key, key in fixed) for key in keys]
        for chip in self.chips:
            self._chips.addWidget(chip)
        if self.follows is not None:
            for one, other in pairwise((self.follows, *self.chips)):
                self.setTabOrder(one, other)
        if not keys:
            self._chips.addWidget(self._none())
        self._chips.addStretch(1)
        self.reset_button.setEnabled(own)

    def _none(self) -> QToolButton:
        chip = QToolButton(self)
        chip.setText(self.tr("没有按键"))
        chip.setEnabled(False)
        self.chips.append(chip)
        return chip

    def _chip(self, key: str, fixed: bool) -> QToolButton:
        name = key_name(key)
        chip = QToolButton(self)
        chip.setText(name if fixed else f"{name}  ✕")
        chip.setEnabled(not fixed)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = self.tr("正文输入框自己认得这个键，不能去掉") if fixed else self.tr("去掉 {0}")
        chip.setToolTip(words.format(name))
        chip.setAccessibleName(words.format(name))
        chip.clicked.connect(lambda: self.key_removed.emit(key))
        return chip

    def say(self, words: str, tone: Tone, asked: str = "") -> None:
        """Tell what became of a key; where `asked` is a key, offer to take it over."""
        roles = self._theme.roles
        colour = {
            Tone.DONE: roles.success,
            Tone.REFUSED: roles.danger,
            Tone.ASKED: roles.warning,
        }[tone]
        palette = self.message.palette()
        palette.setColor(self.message.foregroundRole(), colour)
        self.message.setPalette(palette)
        self.message.setText(words)
        self._ask(asked)

    def _ask(self, key: str) -> None:
        self._asked = key
        for button in (self.take_button, self.leave_button):
            button.setVisible(bool(key))
        if key:
            self.take_button.setFocus()

    def _leave(self) -> None:
        self.say("", Tone.DONE)
        self.field.setFocus()

    def _record(self) -> None:
        key = self.field.key
        if key:
            self.field.clear()
            self.key_pressed.emit(key)
