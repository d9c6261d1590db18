"""The window on a library of its own with the samples, set up so that its pictures repeat.

Fonts, scale, clock and caret are pinned here; `environment` says what must be pinned before Qt
is loaded.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.gui.actions import ActionId
from reviewer.gui.application import Starter
from reviewer.gui.main_window import MainWindow
from reviewer.gui.remembered import Remembered

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "samples"
FAMILY = "Noto Sans CJK SC"
FONT_PIXELS = 15
SMALL_SIZE = (1280, 720)
"""The smallest window in which nothing may be cut off, in pixels without scaling."""

SCREEN = (2560, 1440)
LONGEST_WAIT = 60.0
SETTLE = 0.15
"""Seconds after which a search counts as stuck, and that the window has to become quiet."""

_CLOCK = datetime(2026, 5, 4, 9, 30, 0)

Take = Callable[[QWidget], None]
"""Takes a picture of a widget as it is now."""


@dataclass(frozen=True, slots=True)
class Look:
    """A language and a theme."""

    language: str
    theme: str

    @property
    def name(self) -> str:
        """The name in files and on the command line."""
        return f"{self.language}.{self.theme}"


LOOKS = [Look(language, theme) for theme in ("light", "dark") for language in ("zh", "en")]


def environment(folder: Path, scale: int = 1) -> dict[str, str]:
    """What the environment of a process must say so that its pictures are everywhere the same.

    Args:
        folder: takes the description of the screen.
        scale: device pixels per pixel.
    """
    width, height = (length * scale for length in SCREEN)
    screen = {"name": "stage", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96}
    described = folder / f"screen-{scale}.json"
    described.write_text(json.dumps({"screens": [screen | dots]}), encoding="utf-8")
    return {
        "QT_QPA_PLATFORM": f"offscreen:configfile={described}",
        "QT_SCALE_FACTOR": str(scale),
        "QT_FONT_DPI": "96",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def pinned_application() -> QApplication:
    """The application with the style, font and caret that pictures are taken with."""
    application = QApplication.instance() or QApplication(["stage"])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    application.setCursorFlashTime(0)
    application.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)
    font = QFont(FAMILY)
    font.setPixelSize(FONT_PIXELS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    application.setFont(font)
    return application


class Stage:
    """One window with its session."""

    def __init__(
        self, look: Look, folder: Path, paths: Collection[Path], size: tuple[int, int] = SMALL_SIZE
    ) -> None:
        """Open the window.

        Args:
            look: its language and theme.
            folder: an empty one, for its library and settings.
            paths: what it opens.
            size: of the window, in pixels.
        """
        self.application = pinned_application()
        folder.mkdir(parents=True, exist_ok=True)
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        settings.setValue("language", look.language)
        settings.setValue("theme", look.theme)
        self.starter = Starter(
            self.application, list(paths), Remembered(settings), folder / "library.db"
        )
        self.window: MainWindow = self.starter.window
        self.window.resize(*size)
        self.window.show()
        self.starter.begin()
        self.session = self.starter.session
        self.window.parts.status.clock = lambda: _CLOCK
        self.activate()
        self.settle()

    def activate(self) -> None:
        """Give the window the keyboard."""
        self.window.activateWindow()
        self.window.parts.text.view.setFocus()

    def press(self, *actions: ActionId) -> None:
        """Trigger actions of the window, one after the other."""
        for action in actions:
            self.window.actions_of[action].trigger()
            self.settle(0.02)

    def settle(self, seconds: float = SETTLE) -> None:
        """Let events pass."""
        end = time.monotonic() + seconds
        while True:
            self.application.processEvents()
            if time.monotonic() >= end:
                return
            time.sleep(0.002)

    def wait_for_search(self) -> None:
        """Wait until everything that was opened is loaded and searched.

        Raises:
            TimeoutError: that takes longer than `LONGEST_WAIT`.
        """
        end = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < end:
            self.settle(0.05)
            workspace = self.window.workspace
            states = [workspace.desk.reviewed(row.id) for row in workspace.documents]
            if states and not self.session.search.running and not any(s.stale for s in states):
                return
        raise TimeoutError("the search did not end")

    def in_new_window(self, open_it: Callable[[], object], take: Take) -> None:
        """Take the window that `open_it` opens, modal or not, and close it.

        Raises:
            LookupError: no window came.
        """
        before, taken = set(self._on_screen()), list[QWidget]()
        end = time.monotonic() + LONGEST_WAIT / 6
        timer = QTimer()

        def look() -> None:
            new = [widget for widget in self._on_screen() if widget not in before]
            if new and not taken:
                taken.append(new[-1])
                self.settle()
                take(new[-1])
                new[-1].close()
            elif time.monotonic() > end:
                timer.stop()

        timer.timeout.connect(look)
        timer.start(30)
        open_it()
        while not taken and timer.isActive():
            self.settle(0.03)
        timer.stop()
        if not taken:
            raise LookupError("no window came")

    def clear(self) -> None:
        """Close what a scene left open and take back what it did."""
        for widget in self._on_screen():
            if widget is not self.window:
                widget.close()
        parts, actions = self.window.parts, self.window.actions_of
        parts.find.close_bar()
        parts.notice.hide()
        parts.status.clearMessage()
        for action in (ActionId.SHOW_CLEAN, ActionId.THREE_VIEWS):
            if actions[action].isChecked():
                actions[action].trigger()
        parts.side.setCurrentIndex(0)
        self.settle(0.02)

    def close(self) -> None:
        """Close the window and let go of it."""
        self.window.close()
        self.settle(0.02)
        self.window.deleteLater()
        self.settle(0.02)

    def _on_screen(self) -> list[QWidget]:
        found: list[QWidget] = []
        for widget in QApplication.topLevelWidgets():
            # What Qt is just deleting has no answer any more.
            with suppress(RuntimeError):
                tip = widget.windowType() is Qt.WindowType.ToolTip
                if widget.isVisible() and not tip:
                    found.append(widget)
        return found
