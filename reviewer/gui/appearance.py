"""Light or dark, chosen or as the desktop has it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reviewer.gui.remembered import Remembered
from reviewer.gui.theme import (
    DARK,
    LIGHT,
    Theme,
    apply_theme,
    first_theme_name,
    load_theme,
    system_theme_name,
)


class Appearance(QObject):
    """The theme in force.

    Signals:
        changed(): another theme is in force.
    """

    changed = Signal()

    def __init__(self, application: QApplication, remembered: Remembered) -> None:
        """Put the chosen theme in force, or the one that goes with the desktop."""
        super().__init__(application)
        self._application = application
        self._remembered = remembered
        self.theme: Theme = load_theme(remembered.theme() or first_theme_name())
        apply_theme(application, self.theme)
        application.styleHints().colorSchemeChanged.connect(lambda _scheme: self._follow())

    def toggle(self) -> None:
        """Change from light to dark or back, and keep it so."""
        self.choose(LIGHT if self.theme.dark else DARK)

    def choose(self, name: str | None) -> None:
        """Put the theme `name` in force and keep it so; with None, follow the desktop."""
        self._remembered.keep_theme(name)
        self._use(name or system_theme_name())

    def _follow(self) -> None:
        if self._remembered.theme() is None:
            self._use(system_theme_name())

    def _use(self, name: str) -> None:
        if name != self.theme.name:
            self.theme = load_theme(name)
            apply_theme(self._application, self.theme)
            self.changed.emit()
