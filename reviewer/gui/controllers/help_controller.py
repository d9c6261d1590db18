"""The help: opened by its key, at the first page or at the list of keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId
from reviewer.gui.appearance import Appearance
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.languages import engine_language

if TYPE_CHECKING:
    # The help is loaded when somebody asks for it.
    from PySide6.QtWidgets import QWidget

    from reviewer.gui.help_window import HelpWindow


class HelpController(QObject):
    """One help window, kept while the main one lives."""

    def __init__(
        self, store: Path, actions: ActionSet, appearance: Appearance, window: QWidget
    ) -> None:
        """Tell of the keys of `actions`, and of the store where an editor's work is kept."""
        super().__init__(window)
        self._store = store
        self._actions = actions
        self._appearance = appearance
        self._window = window
        self._help: HelpWindow | None = None
        actions.keys_changed.connect(self._tell_anew)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {ActionId.HELP: self.open, ActionId.SHOW_KEYS: self.open_keys}

    def _tell_anew(self) -> None:
        if self._help is not None:
            self._help.tell_anew()

    def open_keys(self) -> None:
        """Show the list of keys."""
        from reviewer.gui.help_text import KEYS_CHAPTER

        self.open(KEYS_CHAPTER)

    def open(self, chapter: str | None = None) -> None:
        """Show the help, at a chapter of it if one is named."""
        from reviewer.gui.help_text import chapters
        from reviewer.gui.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(
                lambda: chapters(self._actions, engine_language(), self._store),
                lambda: self._appearance.theme,
                self._window,
            )
        self._help.open_at(chapter)
