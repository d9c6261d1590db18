"""What the tests of the window share: no screen, one look, and no fault that is only logged."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.gui.text.view import TextView
from reviewer.gui.theme import Theme, load_theme
from reviewer.review.edits import Edit

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The same pixels on every machine that has the same fonts.
os.environ.setdefault("QT_SCALE_FACTOR", "1")
os.environ.setdefault("QT_FONT_DPI", "96")


class Faults(logging.Handler):
    """Keeps what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@pytest.fixture(autouse=True)
def faults() -> Iterator[list[str]]:
    """Drawing never raises out of a paint event, so its faults are looked for in the log.

    A test that means to cause one takes it out of the list.
    """
    handler = Faults()
    logging.getLogger().addHandler(handler)
    yield handler.messages
    logging.getLogger().removeHandler(handler)
    assert handler.messages == []


@pytest.fixture(scope="session", autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Every widget goes while Qt is still there; what outlives it may crash the interpreter."""
    yield
    # The clipboard of the offscreen platform outlives Python, but not what Python put into it.
    QApplication.clipboard().clear()
    for widget in QApplication.topLevelWidgets():
        widget.deleteLater()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """The look that every test begins with, whatever theme the one before it chose."""
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.fixture
def theme() -> Theme:
    return load_theme("light")


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> TextView:
    """An empty text view on the screen, with the keyboard."""
    made = TextView(lambda wording: wording.zh, theme)
    qtbot.addWidget(made)
    made.resize(760, 520)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def edits(view: TextView) -> list[Edit]:
    """Every edit that the view reports."""
    reported: list[Edit] = []
    view.edited.connect(reported.append)
    return reported
