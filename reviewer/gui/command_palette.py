"""The command palette: every action of the window, found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId
from reviewer.gui.command_match import rank_of

WIDTH, HEIGHT = 520, 420
"""Pixels."""

TOP = 72
"""How far below the upper edge of the window the palette opens, in pixels."""

_PLACE = Qt.ItemDataRole.UserRole
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Command:
    """What the palette offers.

    Attributes:
        name: as the menu has it, without mnemonic.
        keys: its shortcut for people, or nothing.
        action: what is triggered; it cannot be chosen while it is disabled.
    """

    name: str
    keys: str
    action: QAction


def commands_of(actions: ActionSet) -> list[Command]:
    """Every action of a window but the palette's own."""
    return [
        Command(actions.name(number), actions.keys_of(number), actions[number])
        for number in ActionId
        if number is not ActionId.COMMANDS
    ]


class CommandPalette(QDialog):
    """A field and a list; Enter runs the command, Escape closes the palette."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        """Offer `commands`, those of the moment first."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self._commands = sorted(commands, key=lambda command: not command.action.isEnabled())
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("输入命令名称或拼音首字母"))
        self.field.setAccessibleName(self.tr("命令"))
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list = self._empty_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.resize(WIDTH, HEIGHT)
        self._fill("")

    def _empty_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setColumnCount(2)
        made.header().hide()
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAccessibleName(self.tr("命令"))
        made.itemClicked.connect(self._run)
        return made

    def open_over(self, window: QWidget) -> None:
        """Show the palette at the upper edge of `window`, in its middle."""
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + TOP)
        self.show()
        self.field.setFocus()

    def _fill(self, typed: str) -> None:
        self.list.clear()
        ranked = [(rank_of(typed, command.name), n) for n, command in enumerate(self._commands)]
        for _, place in sorted((rank, n) for rank, n in ranked if rank is not None):
            command = self._commands[place]
            item = QTreeWidgetItem([command.name, command.keys])
            item.setData(0, _PLACE, place)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setDisabled(not command.action.isEnabled())
            self.list.addTopLevelItem(item)
        self.list.setCurrentIndex(self.list.model().index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list and run a command while the field keeps the keyboard."""
        if watched is self.field and isinstance(event, QKeyEvent) and _is_press(event):
            if event.key() in _WALKING:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _run(self, item: QTreeWidgetItem | None) -> None:
        if item is None or item.isDisabled():
            return
        action = self._commands[item.data(0, _PLACE)].action
        self.close()
        action.trigger()


def _is_press(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress
