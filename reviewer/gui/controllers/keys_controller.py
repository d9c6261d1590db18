"""The shortcut editor: opened by its action; what is chosen there holds at once and stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId
from reviewer.gui.appearance import Appearance
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.remembered import Remembered

if TYPE_CHECKING:
    from reviewer.gui.key_choices import KeyChoices


class KeysController(QObject):
    """Lets the editor give the actions other keys."""

    def __init__(
        self, actions: ActionSet, appearance: Appearance, remembered: Remembered, window: QWidget
    ) -> None:
        """Change the keys of `actions`, and remember the changes."""
        super().__init__(window)
        self._actions = actions
        self._appearance = appearance
        self._remembered = remembered
        self._window = window
        self._use_kept()

    def _use_kept(self) -> None:
        kept = self._remembered.keys()
        if kept is not None:
            # Most never change a key, and the window is there sooner without.
            from reviewer.gui.key_choices import KeyChoices

            self._actions.use_keys(KeyChoices.from_plain(kept))

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {ActionId.CHANGE_KEYS: self.open_dialog}

    def open_dialog(self) -> None:
        """Show the keys as they are."""
        from reviewer.gui.keys_dialog import KeysDialog

        dialog = KeysDialog(self._actions, self._appearance.theme, self._window)
        dialog.changed.connect(self._use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _use(self, choices: KeyChoices) -> None:
        self._actions.use_keys(choices)
        self._remembered.keep_keys(choices.to_plain())
