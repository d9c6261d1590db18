"""Chinese and English: the catalogue is complete, and switching words everything anew."""

from __future__ import annotations

from pathlib import Path

import translations
from opened_window import OpenedWindow
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.text.resources import resource


def test_every_word_of_the_window_is_translated_and_compiled() -> None:
    assert translations.problems() == []


def test_the_window_changes_its_language_while_it_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path, sorted(resource("samples").glob("*.txt"))[:1])
    opened.wait_for_search()
    actions = opened.window.actions_of
    assert actions[ActionId.ACCEPT].text() == "采纳(&A)"
    opened.press(ActionId.NEXT_FINDING)
    actions[ActionId.SWITCH_LANGUAGE].trigger()
    qtbot.waitUntil(lambda: actions[ActionId.ACCEPT].text() == "&Accept")
    assert opened.window.parts.side.tabText(0) == "Findings"
    assert "open" in _shown(opened)
    actions[ActionId.SWITCH_LANGUAGE].trigger()
    qtbot.waitUntil(lambda: actions[ActionId.ACCEPT].text() == "采纳(&A)")
    assert "未决" in _shown(opened)
    opened.close()


def _shown(opened: OpenedWindow) -> str:
    return " ".join(label.text() for label in opened.window.parts.status.figures)
