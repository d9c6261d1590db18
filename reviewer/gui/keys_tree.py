"""The actions of the window by menu, with their keys: what the shortcut editor chooses from."""

from __future__ import annotations

from collections.abc import Container, Iterator

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import Place
from reviewer.gui.key_choices import KeyChoices, Slot, profile_keys
from reviewer.gui.key_names import key_name
from reviewer.gui.menus import MENUS

_SLOT = Qt.ItemDataRole.UserRole


class KeysTree(QTreeWidget):
    """One row for each action; those that have other keys than the profile are bold.

    Signals:
        slot_changed(): another action is chosen, or none.
    """

    slot_changed = Signal()

    def __init__(
        self, actions: ActionSet, choices: KeyChoices, parent: QWidget | None = None
    ) -> None:
        """List every action of the menus, then the single keys of the list of findings."""
        super().__init__(parent)
        self._items: dict[Slot, QTreeWidgetItem] = {}
        self._slots: list[Slot] = []
        self.setAccessibleName(self.tr("命令与按键"))
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("命令"), self.tr("按键"), self.tr("方案原有")])
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            mode = QHeaderView.ResizeMode.ResizeToContents
            self.header().setSectionResizeMode(column, mode)
        self.setUniformRowHeights(True)
        for title, numbers in MENUS:
            menu = QCoreApplication.translate("Actions", title).partition("(&")[0].replace("&", "")
            slots = [Slot(Place.WINDOW, number) for number in numbers if number is not None]
            self._add_group(menu, slots, actions)
        rest = [
            slot
            for slot in choices.in_force()
            if slot.place is Place.WINDOW and slot not in self._items
        ]
        if rest:
            self._add_group(self.tr("其他"), rest, actions)
        letters = [slot for slot in choices.in_force() if slot.place is Place.LIST]
        self._add_group(self.tr("问题列表中的单键"), letters, actions)
        self.currentItemChanged.connect(lambda *_: self.slot_changed.emit())

    def _add_group(self, title: str, slots: list[Slot], actions: ActionSet) -> None:
        group = QTreeWidgetItem(self, [title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFirstColumnSpanned(True)
        group.setFont(0, _bold(self.font()))
        for slot in slots:
            item = QTreeWidgetItem(group, [actions.name(slot.action)])
            # Qt would turn a value of ours into a list, so an item carries its place.
            item.setData(0, _SLOT, len(self._slots))
            self._slots.append(slot)
            self._items[slot] = item
        group.setExpanded(True)

    @property
    def slot(self) -> Slot | None:
        """What is chosen and shown."""
        item = self.currentItem()
        place = None if item is None or item.isHidden() else item.data(0, _SLOT)
        return None if place is None else self._slots[place]

    def choose(self, slot: Slot) -> None:
        """Choose a row and bring it into view."""
        self.setCurrentItem(self._items[slot])

    def is_hidden(self, slot: Slot) -> bool:
        """Whether the search leaves this row out."""
        return self._items[slot].isHidden()

    def choose_first(self) -> None:
        """Choose the first row that is shown, if there is one."""
        shown = next((item for item in self._items.values() if not item.isHidden()), None)
        if shown is not None:
            self.setCurrentItem(shown)

    def show_choices(self, choices: KeyChoices) -> None:
        """Show the keys that are in force, and those of the profile where they differ."""
        given, in_force = profile_keys(choices.profile), choices.in_force()
        for slot, item in self._items.items():
            other = in_force[slot] != given[slot]
            item.setText(1, _words(in_force[slot]))
            item.setText(2, _words(given[slot]) or "—" if other else "")
            for column in (0, 1):
                item.setFont(column, _bold(self.font(), other))

    def show_only(self, slots: Container[Slot]) -> None:
        """Hide the other rows, and menus that have none left."""
        for slot, item in self._items.items():
            item.setHidden(slot not in slots)
        for group in self._groups():
            own = (item for item in self._items.values() if item.parent() is group)
            group.setHidden(all(item.isHidden() for item in own))
        if self.slot is None:
            self.choose_first()
        self.slot_changed.emit()

    def _groups(self) -> Iterator[QTreeWidgetItem]:
        for row in range(self.topLevelItemCount()):
            group = self.topLevelItem(row)
            if group is not None:
                yield group


def _bold(font: QFont, bold: bool = True) -> QFont:
    made = QFont(font)
    made.setBold(bold)
    return made


def _words(keys: tuple[str, ...]) -> str:
    return " / ".join(map(key_name, keys))
