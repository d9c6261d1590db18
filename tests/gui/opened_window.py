"""The whole window on a store of its own, driven as a user drives it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.application import Starter
from reviewer.gui.main_window import MainWindow
from reviewer.gui.note_dialog import NoteDialog
from reviewer.gui.remembered import Remembered
from reviewer.gui.session import Session
from reviewer.gui.workspace import Workspace
from reviewer.review.marks import Mark
from reviewer.text.wording import Language

SEARCH_TIME = 60_000
"""Milliseconds after which a search counts as stuck."""


class OpenedWindow:
    """A window with its session; `close` and `OpenedWindow` again is a restart."""

    def __init__(
        self, qtbot: QtBot, folder: Path, paths: Sequence[Path] = (), single: bool = False
    ) -> None:
        self._qtbot = qtbot
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        settings.setValue("language", "zh")
        settings.setValue("theme", settings.value("theme", "light"))
        self.store = folder / "library.db"
        starter = Starter(application, paths, Remembered(settings), self.store, single)
        # Qt does not keep it, though signals lead to it.
        self.starter = starter
        self.window: MainWindow = starter.window
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        starter.begin()
        self.session: Session = starter.session
        self.activate()

    def activate(self) -> None:
        """Give the window the keyboard, as a click on it would."""
        self.window.activateWindow()
        self.window.parts.text.view.setFocus()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def workspace(self) -> Workspace:
        return self.window.workspace

    @property
    def marks(self) -> Sequence[Mark]:
        state = self.workspace.reviewed
        return () if state is None else state.marks

    def wait_for_search(self) -> None:
        """Wait until everything that was opened is loaded and searched."""

        def searched() -> None:
            assert self.workspace.documents
            assert not self.session.search.running
            desk = self.workspace.desk
            assert not any(desk.reviewed(row.id).stale for row in self.workspace.documents)

        self._qtbot.waitUntil(searched, timeout=SEARCH_TIME)

    def press(self, action: ActionId) -> None:
        """Press the key of an action, in whatever has the focus."""
        assert self.window.actions_of[action].isEnabled(), action
        if not self.window.isActiveWindow():
            # Without a window manager nothing becomes active again when a dialog closes.
            self.activate()
        focus = QApplication.focusWidget() or self.window
        QTest.keySequence(focus, QKeySequence(self.window.actions_of.keys(action)[0]))
        QApplication.processEvents()

    def speak(self, language: Language) -> None:
        """Choose the language of the window."""
        self.session.settings.speak(language)

    def type(self, text: str) -> None:
        """Type into the text view at its caret."""
        self.window.parts.text.view.setFocus()
        QTest.keyClicks(self.window.parts.text.view, text)

    def close(self) -> None:
        self.window.close()
        self._qtbot.waitUntil(lambda: not self.window.isVisible())


def answer(text: str | None = None) -> None:
    """Answer the next dialog: fill `text` in where it asks for one, and press its OK."""

    def fill() -> None:
        dialog: QWidget | None = QApplication.activeModalWidget()
        if isinstance(dialog, NoteDialog):
            dialog.form.area.insertPlainText(text or "")
            dialog.accept()
        elif isinstance(dialog, QInputDialog):
            dialog.setTextValue(text or "")
            dialog.accept()
        elif isinstance(dialog, QMessageBox):
            buttons = dialog.standardButtons()
            ok = QMessageBox.StandardButton.Ok
            dialog.button(ok if buttons & ok else QMessageBox.StandardButton.Yes).click()
        else:
            QTimer.singleShot(20, fill)

    QTimer.singleShot(0, fill)
