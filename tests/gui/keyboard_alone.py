"""A keyboard and nothing else: every key goes to whatever has the focus."""

from __future__ import annotations

from collections.abc import Callable

from opened_window import OpenedWindow
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton, QWidget

from reviewer.gui.action_table import SPECS
from reviewer.gui.actions import ActionId

BACK_TAB = "Shift+Tab"
MOST_TABS = 60
"""After so many tab keys one has been everywhere."""


class Keyboard:
    """Presses keys and sees to it that none is ever lost."""

    def __init__(self, opened: OpenedWindow) -> None:
        """Type into an opened window."""
        self.opened = opened
        self._answers = False

    @property
    def focus(self) -> QWidget:
        """What has the keyboard; there is always something."""
        if QApplication.activeWindow() is None:
            # A window manager would do so when a dialog closes.
            self.opened.window.activateWindow()
            QApplication.processEvents()
        widget = QApplication.focusWidget()
        assert widget is not None, "the keyboard leads nowhere"
        assert widget.isVisible()
        return widget

    @property
    def in_text(self) -> bool:
        """Whether the text has the keyboard."""
        return self.focus is self.opened.window.parts.text.view

    def press(self, *keys: str) -> None:
        """Press keys, such as `Ctrl+E` or `Down`, one after the other."""
        for key in keys:
            if key == BACK_TAB:
                # Keyboards have a key of its own for it.
                shift = Qt.KeyboardModifier.ShiftModifier
                QTest.keyClick(self.focus, Qt.Key.Key_Backtab, shift)
            else:
                QTest.keySequence(self.focus, QKeySequence(key))
            QApplication.processEvents()
        if self.opened.window.isVisible() and not self._answers:
            # A dialog that was just answered has not let go yet.
            assert self.focus.isEnabled()

    def do(self, action: ActionId) -> None:
        """Press the key of an action."""
        assert self.opened.window.actions_of[action].isEnabled(), action
        self.press(SPECS[action].keys[0])

    def type(self, text: str) -> None:
        """Type letters; what has no key comes through the input method."""
        for character in text:
            if character.isascii():
                QTest.keyClicks(self.focus, character)
            else:
                event = QInputMethodEvent()
                event.setCommitString(character)
                QApplication.sendEvent(self.focus, event)
        QApplication.processEvents()

    def walk_to(self, reached: Callable[[QWidget], bool], key: str = "Tab") -> None:
        """Press a key until the keyboard is there."""
        for _ in range(MOST_TABS):
            if reached(self.focus):
                return
            self.press(key)
        raise AssertionError(f"{key} never leads there")

    def answering(self, answer: Callable[[], None], ask: Callable[[], None]) -> None:
        """Do what may ask something, and answer with keys while its dialog is open."""
        failed: list[Exception] = []
        timer = QTimer()

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or QApplication.activeWindow() is not dialog:
                return
            timer.stop()
            self._answers = True
            try:
                answer()
                assert not dialog.isVisible(), "the dialog is still open"
            except Exception as error:
                # A dialog that stays open would keep the test from ever ending.
                failed.append(error)
                dialog.close()

        timer.timeout.connect(look)
        timer.start(10)
        ask()
        timer.stop()
        self._answers = False
        if failed:
            raise failed[0]

    def confirm(self) -> None:
        """Press the button of a dialog that says yes."""
        # Backwards, for an area in which one writes may keep the tab key for itself.
        self.walk_to(_says_yes, BACK_TAB)
        self.press("Return")

    def save_note(self) -> None:
        """Leave the area of a note; where Ctrl+Enter does not do, by its button."""
        dialog = QApplication.activeModalWidget()
        self.press("Ctrl+Return")
        if dialog is not None and dialog.isVisible():
            self.confirm()

    def back_to_text(self) -> None:
        """Escape leads to the text from wherever one is."""
        for _ in range(4):
            if self.in_text:
                return
            self.press("Escape")
        assert self.in_text, f"Escape does not lead back from {self.focus}"


def _says_yes(widget: QWidget) -> bool:
    box = widget.parentWidget()
    if not isinstance(widget, QPushButton) or not isinstance(box, QDialogButtonBox):
        return False
    role = QDialogButtonBox.ButtonRole
    return box.buttonRole(widget) in (role.AcceptRole, role.YesRole)
