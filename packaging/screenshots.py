"""Makes the pictures of the documents anew: the window with the sample speeches.

    python packaging/screenshots.py

Works without a screen. The fonts of the machine are used; Noto Sans CJK gives the pictures that
the documents show.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from reviewer.gui.application import Starter

ROOT = Path(__file__).resolve().parents[1]
SIZE = (1360, 840)
LONGEST_WAIT = 60.0
"""Seconds after which the search counts as stuck."""

PICTURES = (
    ("window.zh.png", "zh", "light", "findings"),
    ("window.en.png", "en", "light", "findings"),
    ("window-dark.zh.png", "zh", "dark", "findings"),
    ("repeats.zh.png", "zh", "light", "repeats"),
    ("three-views.en.png", "en", "light", "three views"),
    ("compare.en.png", "en", "light", "compare"),
    ("map.zh.png", "zh", "dark", "map"),
)
"""File, language and theme of each picture, and what it shows."""


def take(target: Path, language: str, theme: str, scene: str) -> None:
    """Open the window on a library of its own with the samples and save a picture of it."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from reviewer.gui.application import Starter
    from reviewer.gui.remembered import Remembered

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)
        settings.setValue("language", language)
        settings.setValue("theme", theme)
        samples = sorted((ROOT / "resources" / "samples").glob("*.txt"))
        store = Path(folder) / "library.db"
        starter = Starter(application, samples, Remembered(settings), store)
        window = starter.window
        window.resize(*SIZE)
        window.show()
        starter.begin()
        _wait_for_search(application, starter)
        shown = _set(starter, scene)
        window.parts.status.clearMessage()
        _let_events_pass(application, 0.5)
        shown.grab().save(str(target))
        window.close()


def _set(starter: Starter, scene: str) -> QWidget:
    """Bring the window into a state; what is to be taken a picture of."""
    from reviewer.gui.actions import ActionId
    from reviewer.gui.repeat_map.map_window import MapWindow

    window = starter.window
    press = window.actions_of.__getitem__
    documents = window.workspace.documents
    repeats = scene in ("repeats", "compare", "map", "three views")
    window.workspace.show_document(documents[0 if repeats else 2].id)
    if scene == "three views":
        press(ActionId.ACCEPT_SAFE).trigger()
        press(ActionId.THREE_VIEWS).trigger()
    elif scene == "findings":
        for action in (ActionId.NEXT_FINDING, ActionId.ACCEPT, ActionId.REJECT, ActionId.ACCEPT):
            press(action).trigger()
    window.parts.side.setCurrentIndex(1 if scene == "repeats" else 0)
    window.parts.repeats.tree.expandAll()
    if scene == "compare":
        family = window.workspace.repeats.families[0]
        starter.session.compare.compare(family)
        made = starter.session.compare.window
    elif scene == "map":
        press(ActionId.REPEAT_MAP).trigger()
        made = window.findChild(MapWindow)
    else:
        made = window
    if made is None:
        raise LookupError(scene)
    return made


def _wait_for_search(application: QApplication, starter: Starter) -> None:
    end = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < end:
        _let_events_pass(application, 0.05)
        workspace = starter.window.workspace
        states = [workspace.desk.reviewed(row.id) for row in workspace.documents]
        running = starter.session.search.running
        if states and not running and not any(state.stale for state in states):
            return
    raise TimeoutError("the search did not end")


def _let_events_pass(application: QApplication, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.005)


def make(number: int) -> None:
    """Make one picture in this process."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_SCALE_FACTOR", "1")
    from PySide6.QtWidgets import QApplication

    QApplication(sys.argv[:1]).setStyle("Fusion")
    name, language, theme, scene = PICTURES[number]
    take(ROOT / "docs" / name, language, theme, scene)


def main() -> int:
    """Make every picture, each in a process of its own; the exit status."""
    if len(sys.argv) > 1:
        make(int(sys.argv[1]))
        return 0
    (ROOT / "docs").mkdir(exist_ok=True)
    for number, (name, *_) in enumerate(PICTURES):
        subprocess.run([sys.executable, __file__, str(number)], check=True)
        print(ROOT / "docs" / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
