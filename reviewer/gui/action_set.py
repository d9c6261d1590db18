"""The actions of one window, made from the table: menus, toolbar, keys, enabling, translation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from reviewer.gui.action_table import SPECS
from reviewer.gui.actions import ActionId, Need, Place
from reviewer.gui.icons import icon
from reviewer.gui.key_names import key_name
from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.menus import LETTER_KEYS, MENUS, TOOLBAR
from reviewer.gui.mnemonics import with_own_letters
from reviewer.gui.theme import Theme

if TYPE_CHECKING:
    # Comes when a key was changed.
    from reviewer.gui.key_choices import KeyChoices

_IN_LIST = QT_TRANSLATE_NOOP("Actions", "列表中 {0}")


class ActionSet(QObject):
    """The actions of a window, with the menus and the toolbar that show them.

    Signals:
        keys_changed(): actions have other keys.
    """

    keys_changed = Signal()

    def __init__(self, window: QMainWindow) -> None:
        """Make every action of the table, menus and toolbar included, on `window`."""
        super().__init__(window)
        self.choices: KeyChoices | None = None
        self._keys = {
            **{(Place.WINDOW, number): spec.keys for number, spec in SPECS.items()},
            **{(Place.LIST, number): keys for number, keys in LETTER_KEYS.items()},
        }
        self._actions = {number: QAction(window) for number in ActionId}
        self._menus: list[tuple[QMenu, str]] = []
        for number, action in self._actions.items():
            spec = SPECS[number]
            action.setObjectName(number.name)
            action.setCheckable(spec.checkable)
            action.setEnabled(spec.need is None)
            window.addAction(action)
        for title, numbers in MENUS:
            menu = window.menuBar().addMenu("")
            self._menus.append((menu, title))
            self.fill(menu, numbers)
        self.toolbar = self._toolbar(window)
        self._set_shortcuts()
        self.translate()

    def _toolbar(self, window: QMainWindow) -> QToolBar:
        toolbar = QToolBar(window)
        toolbar.setObjectName("toolbar")
        toolbar.setMovable(False)
        # By its name, for the first paint does without the namespace Qt.
        toolbar.setProperty("toolButtonStyle", "ToolButtonTextUnderIcon")
        self.fill(toolbar, TOOLBAR)
        window.addToolBar(toolbar)
        return toolbar

    def fill(self, bar: QMenu | QToolBar, numbers: Iterable[ActionId | None]) -> None:
        """Add actions to a menu or a toolbar, with a line between groups where there is a None."""
        for number in numbers:
            if number is None:
                bar.addSeparator()
            else:
                bar.addAction(self._actions[number])

    def __getitem__(self, number: ActionId) -> QAction:
        return self._actions[number]

    def use_keys(self, choices: KeyChoices) -> None:
        """Give the actions other keys, everywhere and at once."""
        self.choices = choices
        in_force = choices.in_force().items()
        self._keys = {(slot.place, slot.action): keys for slot, keys in in_force}
        self._set_shortcuts()
        self.translate()
        self.keys_changed.emit()

    def _set_shortcuts(self) -> None:
        for number, action in self._actions.items():
            action.setShortcuts([QKeySequence(key) for key in self.keys(number)])

    def connect_handlers(self, handlers: Mapping[ActionId, Callable[[], object]]) -> None:
        """Let each action do what its handler does."""
        for number, handler in handlers.items():
            self._actions[number].triggered.connect(lambda _=False, run=handler: run())

    def enable(self, there: Collection[Need]) -> None:
        """Enable the actions whose need is among `there`, and those without one."""
        for number, action in self._actions.items():
            need = SPECS[number].need
            action.setEnabled(need is None or need in there)

    def translate(self) -> None:
        """Word everything in the language of the moment."""
        for number, action in self._actions.items():
            spec = SPECS[number]
            action.setText(QCoreApplication.translate("Actions", spec.text))
            if spec.short:
                action.setIconText(QCoreApplication.translate("Actions", spec.short))
            action.setToolTip("  ".join(filter(None, (self.name(number), self._hint(number)))))
        titles = [QCoreApplication.translate("Actions", title) for _, title in self._menus]
        for (menu, _), title in zip(self._menus, with_own_letters(titles), strict=True):
            menu.setTitle(title)
            entries = [action for action in menu.actions() if not action.isSeparator()]
            texts = with_own_letters([entry.text() for entry in entries])
            for entry, text in zip(entries, texts, strict=True):
                entry.setText(text)

    def _hint(self, number: ActionId) -> str:
        """The first key of an action, and its first one in the list of findings."""
        letter = "".join(self.keys(number, Place.LIST)[:1])
        words = QCoreApplication.translate("Actions", _IN_LIST).format(letter) if letter else ""
        return " · ".join(filter(None, (self.keys_of(number), words)))

    def name(self, number: ActionId) -> str:
        """The name of an action without its mnemonic and dots."""
        text = QCoreApplication.translate("Actions", SPECS[number].text)
        bare, _, rest = text.partition("(&")
        return (bare + rest[2:]).replace("&", "").rstrip("….")

    def draw(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        for number, action in self._actions.items():
            name = SPECS[number].icon
            if name is not None:
                action.setIcon(icon(name, theme))

    def draw_toolbar(self, theme: Theme) -> None:
        """Draw what the first paint shows; `draw` comes after it."""
        size = self.toolbar.iconSize().height()
        for number in TOOLBAR:
            name = SPECS[number].icon if number is not None else None
            if number is not None and name is not None:
                self._actions[number].setIcon(icon(name, theme, [size]))

    def keys(self, number: ActionId, place: Place = Place.WINDOW) -> tuple[str, ...]:
        """The keys of an action as settings have them, the first one shown."""
        return self._keys.get((place, number), ())

    def keys_of(self, number: ActionId) -> str:
        """The first key of an action for people, or nothing."""
        return "".join(key_name(key) for key in self.keys(number)[:1])

    def all_keys_of(self, number: ActionId, place: Place = Place.WINDOW) -> str:
        """All keys of an action for people, or nothing."""
        return " / ".join(key_name(key) for key in self.keys(number, place))

    def letters(self) -> dict[str, ActionId]:
        """The single keys of the list of findings, and what they do."""
        return {
            key: number
            for (place, number), keys in self._keys.items()
            if place is Place.LIST
            for key in keys
        }
