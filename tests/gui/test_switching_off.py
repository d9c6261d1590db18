"""Switching things off and on again: this word, this rule, a kind, suggestions."""

from __future__ import annotations

from pathlib import Path

from opened_window import OpenedWindow
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.garble.finding import Kind
from reviewer.gui.actions import ActionId
from reviewer.gui.rules_dialog import RulesDialog
from reviewer.text.resources import resource


def opened_on(qtbot: QtBot, folder: Path, sample: int) -> OpenedWindow:
    opened = OpenedWindow(qtbot, folder, sorted(resource("samples").glob("*.txt"))[sample:][:1])
    opened.wait_for_search()
    return opened


def dialog_of(opened: OpenedWindow) -> RulesDialog:
    opened.window.actions_of[ActionId.CHOOSE_RULES].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RulesDialog)
    return dialog


def test_a_word_is_never_shown_again_until_it_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_on(qtbot, tmp_path, 1)
    opened.press(ActionId.NEXT_FINDING)
    mark = opened.workspace.mark
    assert mark is not None
    text = mark.finding.text
    before = len(opened.workspace.marks)
    opened.press(ActionId.NEVER_AGAIN)
    assert text not in [row.finding.text for row in opened.workspace.marks]
    opened.close()

    again = OpenedWindow(qtbot, tmp_path)
    assert len(again.workspace.marks) < before
    dialog = dialog_of(again)
    dialog.off.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    assert len(again.workspace.marks) == before
    again.close()


def test_a_rule_can_be_switched_off(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_on(qtbot, tmp_path, 1)
    opened.press(ActionId.NEXT_FINDING)
    mark = opened.workspace.mark
    assert mark is not None
    opened.window.actions_of[ActionId.RULE_OFF].trigger()
    assert mark.finding.rule not in {row.finding.rule for row in opened.workspace.marks}
    opened.close()


def test_a_kind_can_be_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_on(qtbot, tmp_path, 2)
    dialog = dialog_of(opened)
    for place in range(dialog.kinds.count()):
        item = dialog.kinds.item(place)
        if item.text() == Kind.PINYIN_INJECTION.label.zh:
            item.setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    kinds = {row.finding.kind for row in opened.workspace.marks}
    assert Kind.PINYIN_INJECTION not in kinds
    assert Kind.BYTE_SHIFT_MOJIBAKE in kinds
    opened.close()


def test_suggestions_are_shown_and_hidden(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_on(qtbot, tmp_path, 3)
    before = len(opened.workspace.marks)
    opened.press(ActionId.SHOW_SUGGESTIONS)
    assert opened.window.actions_of[ActionId.SHOW_SUGGESTIONS].isChecked()
    assert len(opened.workspace.marks) >= before
    opened.press(ActionId.SHOW_SUGGESTIONS)
    assert len(opened.workspace.marks) == before
    opened.close()
