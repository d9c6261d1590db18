"""The settings dialog: every setting is there, holds at once and is remembered."""

from __future__ import annotations

from pathlib import Path

from opened_window import OpenedWindow
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.settings_dialog import SettingsDialog
from reviewer.gui.settings_table import GROUPS, SettingId


def opened_dialog(opened: OpenedWindow) -> SettingsDialog:
    opened.window.actions_of[ActionId.SETTINGS].trigger()
    return opened.window.findChildren(SettingsDialog)[-1]


def choose(dialog: SettingsDialog, setting: SettingId, value: str) -> None:
    field = dialog.fields[setting]
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData(value))


def test_every_setting_stands_in_one_group() -> None:
    rows = [setting for _, specs in GROUPS for setting in specs]
    assert sorted(rows, key=lambda row: row.value) == list(SettingId)


def test_what_is_changed_holds_at_once_and_after_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    dialog = opened_dialog(opened)
    size, moves_on = dialog.fields[SettingId.TEXT_SIZE], dialog.fields[SettingId.MOVE_ON]
    assert isinstance(size, QDoubleSpinBox)
    assert isinstance(moves_on, QCheckBox)
    assert moves_on.isChecked()
    size.setValue(20.0)
    moves_on.click()
    choose(dialog, SettingId.THEME, "dark")
    view = opened.window.parts.text.view
    assert view.font().pointSizeF() == 20.0
    assert view.theme.dark
    dialog.accept()
    opened.close()
    again = OpenedWindow(qtbot, tmp_path)
    assert again.window.parts.text.view.font().pointSizeF() == 20.0
    assert again.window.parts.text.view.theme.dark
    assert not again.window.actions_of[ActionId.MOVE_ON].isChecked()
    again.close()


def test_another_language_words_the_dialog_itself_anew(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    dialog = opened_dialog(opened)
    choose(dialog, SettingId.LANGUAGE, "en")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Settings")
    assert opened.window.parts.side.tabText(0) == "Findings"
    choose(dialog, SettingId.LANGUAGE, "zh")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "设置")
    dialog.accept()
    opened.close()


def test_defaults_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    dialog = opened_dialog(opened)
    before = opened.window.parts.text.view.font().pointSizeF()
    size = dialog.fields[SettingId.TEXT_SIZE]
    assert isinstance(size, QDoubleSpinBox)
    size.setValue(30.0)
    dialog.restore_defaults()
    assert opened.window.parts.text.view.font().pointSizeF() == before
    choose(dialog, SettingId.LANGUAGE, "zh")
    dialog.accept()
    opened.close()


def test_rows_are_as_long_and_as_far_apart_as_chosen_also_after_a_restart(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "甲.txt"
    path.write_text("城市管理是一项系统工程，涉及面广。" * 40, encoding="utf-8")
    opened = OpenedWindow(qtbot, tmp_path, [path])
    opened.wait_for_search()
    opened.window.resize(2200, 900)

    def looks(window: OpenedWindow) -> tuple[int, float]:
        view = window.window.parts.text.view
        first, second, *_ = view.visible_rows(view.viewport().rect()).rows
        return first.last - first.first, (second.top - first.top) / view.em

    dialog = opened_dialog(opened)
    lengths: list[int] = []
    for length in ("34", "46", "60", "0"):
        choose(dialog, SettingId.ROW_LENGTH, length)
        lengths.append(looks(opened)[0])
    assert lengths[0] <= 34 < lengths[1] <= 46 < lengths[2] <= 60 < lengths[3]
    pitches: list[float] = []
    for pitch in ("1.5", "1.8", "2.2"):
        choose(dialog, SettingId.LINE_PITCH, pitch)
        pitches.append(round(looks(opened)[1], 1))
    assert pitches == sorted(set(pitches))
    choose(dialog, SettingId.ROW_LENGTH, "34")
    dialog.accept()
    chosen = looks(opened)
    opened.close()
    again = OpenedWindow(qtbot, tmp_path)
    again.wait_for_search()
    again.window.resize(2200, 900)
    assert looks(again) == chosen
    again.close()
