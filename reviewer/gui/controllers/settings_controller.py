"""The settings: what each is now, where it is kept, and what a change of it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId
from reviewer.gui.appearance import Appearance
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.languages import OWN_NAMES, Translation, system_language
from reviewer.gui.main_window import MainWindow
from reviewer.gui.remembered import Remembered
from reviewer.gui.settings_dialog import SettingsDialog, Value
from reviewer.gui.settings_table import SettingId
from reviewer.text.wording import Language


class SettingsController(QObject):
    """Opens the settings and puts them in force.

    Signals:
        language_changed(): the window speaks another language.
    """

    language_changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        appearance: Appearance,
        translation: Translation,
        remembered: Remembered,
    ) -> None:
        """Let the settings of `window` be changed and remembered."""
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._translation = translation
        self._remembered = remembered
        self.languages = QMenu(window)
        self._choices = QActionGroup(self)
        for language, name in OWN_NAMES.items():
            entry = self.languages.addAction(name)
            entry.setCheckable(True)
            entry.setData(language.value)
            self._choices.addAction(entry)
            entry.triggered.connect(lambda _=False, language=language: self.speak(language))
        window.actions_of[ActionId.SWITCH_LANGUAGE].setMenu(self.languages)
        self._tick()

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {
            ActionId.SETTINGS: self.open_dialog,
            ActionId.TOGGLE_THEME: self._appearance.toggle,
            ActionId.SWITCH_LANGUAGE: self._switch_language,
        }

    def open_dialog(self) -> None:
        """Show the settings as they are."""
        dialog = SettingsDialog(self._values(), self._window)
        dialog.changed.connect(self.put_in_force)
        dialog.open()

    def _values(self) -> dict[SettingId, Value]:
        language = self._remembered.language()
        actions = self._window.actions_of
        return {
            SettingId.LANGUAGE: language.value if language else "",
            SettingId.THEME: self._remembered.theme() or "",
            SettingId.TEXT_FAMILY: self._remembered.text_family(),
            SettingId.TEXT_SIZE: self._window.parts.text.view.font().pointSizeF(),
            SettingId.ROW_LENGTH: str(self._remembered.row_length()),
            SettingId.LINE_PITCH: str(self._remembered.line_pitch()),
            SettingId.MOVE_ON: actions[ActionId.MOVE_ON].isChecked(),
            SettingId.SUGGESTIONS: actions[ActionId.SHOW_SUGGESTIONS].isChecked(),
        }

    def put_in_force(self, setting: SettingId, value: Value) -> None:
        """Remember one setting and let it hold at once."""
        actions: ActionSet = self._window.actions_of
        todo: dict[SettingId, Callable[[], object]] = {
            SettingId.LANGUAGE: lambda: self.speak(Language.of_code(str(value)) if value else None),
            SettingId.THEME: lambda: self._appearance.choose(str(value) or None),
            SettingId.TEXT_FAMILY: lambda: self._set_font(family=str(value)),
            SettingId.TEXT_SIZE: lambda: self._set_font(size=cast("float", value)),
            SettingId.ROW_LENGTH: lambda: self._set_rows(length=int(str(value))),
            SettingId.LINE_PITCH: lambda: self._set_rows(pitch=float(str(value))),
            SettingId.MOVE_ON: actions[ActionId.MOVE_ON].trigger,
            SettingId.SUGGESTIONS: actions[ActionId.SHOW_SUGGESTIONS].trigger,
        }
        todo[setting]()

    def _set_font(self, size: float | None = None, family: str | None = None) -> None:
        remembered = self._remembered
        if size is not None:
            remembered.keep_text_size(size)
        if family is not None:
            remembered.keep_text_family(family)
        views = self._window.parts.views
        views.set_text_font(remembered.text_size(), remembered.text_family())

    def _set_rows(self, length: int | None = None, pitch: float | None = None) -> None:
        remembered = self._remembered
        if length is not None:
            remembered.keep_row_length(length)
        if pitch is not None:
            remembered.keep_line_pitch(pitch)
        views = self._window.parts.views
        views.set_rows(remembered.row_length(), remembered.line_pitch())

    def _switch_language(self) -> None:
        """Speak the next language: what the palette and a key do; in the menu one is chosen."""
        every = list(Language)
        place = every.index(self._translation.language) + 1
        self.speak(every[place % len(every)])

    def speak(self, language: Language | None) -> None:
        """Word everything in `language`, or in that of the desktop, from now on."""
        self._remembered.keep_language(language)
        self._translation.use(language or system_language())
        self._tick()
        self.language_changed.emit()

    def _tick(self) -> None:
        for entry in self._choices.actions():
            entry.setChecked(entry.data() == self._translation.language.value)
