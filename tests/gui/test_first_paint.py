"""What is there at the first paint, and what is not loaded until then."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from opened_window import OpenedWindow
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.gui.action_table import SPECS
from reviewer.gui.actions import ActionId
from reviewer.gui.appearance import Appearance
from reviewer.gui.application import Starter
from reviewer.gui.menus import MENUS, TOOLBAR
from reviewer.gui.remembered import Remembered
from reviewer.gui.theme import first_theme_name, load_theme, palette_of

AT_FIRST_PAINT = """
import sys
import PySide6.QtCore
from PySide6.QtWidgets import QApplication
from reviewer.gui import application

def begin(starter):
    heavy = ["numpy", "sqlite3", "json", "PySide6.QtNetwork"]
    found = [name for name in heavy if name in sys.modules]
    print(found + ["Qt"] * ("Qt" in vars(PySide6.QtCore)))
    QApplication.quit()

application.Starter.begin = begin
application.run([])
"""


def test_the_first_paint_waits_for_nothing_heavy(tmp_path: Path) -> None:
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "TMPDIR")
    places = {name: str(tmp_path) for name in names}
    done = subprocess.run(
        [sys.executable, "-c", AT_FIRST_PAINT],
        env=os.environ | places,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


@pytest.fixture
def starter(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Starter:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "zh")
    made = Starter(qapp, [], Remembered(settings), tmp_path / "library.db")
    qtbot.addWidget(made.window)
    return made


def test_the_first_paint_shows_title_menus_and_toolbar(starter: Starter) -> None:
    window = starter.window
    window.show()
    assert not window.is_furnished
    assert window.windowTitle() == "审校"
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == [title for title, _ in MENUS]
    toolbar = window.actions_of.toolbar
    assert toolbar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    drawn = [number for number in TOOLBAR if number is not None and SPECS[number].icon]
    assert drawn
    assert not any(window.actions_of[number].icon().isNull() for number in drawn)


def test_the_toolbar_stands_still_when_the_window_is_furnished(starter: Starter) -> None:
    window = starter.window
    window.show()
    before = window.actions_of.toolbar.geometry()
    starter.begin()
    QApplication.processEvents()
    assert window.actions_of.toolbar.geometry() == before
    menu_only = [number for number, spec in SPECS.items() if spec.icon and number not in TOOLBAR]
    assert not any(window.actions_of[number].icon().isNull() for number in menu_only)
    window.close()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_first_theme_is_that_of_the_desktop(
    qapp: QApplication, tmp_path: Path, name: str
) -> None:
    qapp.setPalette(palette_of(load_theme(name)))
    assert first_theme_name() == name
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    assert Appearance(qapp, Remembered(settings)).theme.name == name
    settings.setValue("theme", "light")
    assert Appearance(qapp, Remembered(settings)).theme.name == "light"
    qapp.setPalette(QPalette())


@pytest.mark.parametrize("_", range(6))
def test_themes_change_while_windows_come_and_go(qtbot: QtBot, tmp_path: Path, _: int) -> None:
    for presses in (3, 1):
        opened = OpenedWindow(qtbot, tmp_path)
        for _ in range(presses):
            before = opened.window.palette().window().color()
            opened.press(ActionId.TOGGLE_THEME)
            qtbot.wait(5)
            assert opened.window.palette().window().color() != before
        opened.close()
