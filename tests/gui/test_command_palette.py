"""The command palette: what is typed finds the command, Enter runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from opened_window import OpenedWindow
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.command_match import Rank, rank_of
from reviewer.gui.command_palette import CommandPalette


@pytest.mark.parametrize(
    ("typed", "name", "rank"),
    [
        ("", "采纳", Rank.START),
        ("采", "采纳", Rank.START),
        ("缩小", "缩小文字", Rank.START),
        ("文字", "缩小文字", Rank.INSIDE),
        ("cn", "采纳", Rank.INITIALS),
        ("QHMA", "切换明暗", Rank.INITIALS),
        ("显稿", "显示清稿", Rank.SCATTERED),
        ("next f", "Next finding", Rank.START),
        ("nf", "Next finding", Rank.SCATTERED),
        ("稿显", "显示清稿", None),
        ("cnx", "采纳", None),
        ("z", "采纳", None),
    ],
)
def test_a_few_letters_find_a_command(typed: str, name: str, rank: Rank | None) -> None:
    assert rank_of(typed, name) is rank


def opened_palette(opened: OpenedWindow) -> CommandPalette:
    opened.press(ActionId.COMMANDS)
    (palette,) = opened.window.findChildren(CommandPalette)
    return palette


def names(palette: CommandPalette) -> list[str]:
    items = [palette.list.topLevelItem(row) for row in range(palette.list.topLevelItemCount())]
    return [item.text(0) for item in items if item is not None]


def test_the_best_answer_is_run_by_enter(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    size = opened.window.parts.text.view.font().pointSizeF()
    palette = opened_palette(opened)
    assert len(names(palette)) == len(ActionId) - 1
    QTest.keyClicks(palette.field, "fdwz")
    assert names(palette) == ["放大文字"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not opened.window.findChildren(CommandPalette))
    assert opened.window.parts.text.view.font().pointSizeF() > size
    opened.close()


def test_a_command_that_is_of_no_use_now_is_shown_but_not_run(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    palette = opened_palette(opened)
    palette.field.setText("采纳本篇所有同类")
    assert names(palette) == ["采纳本篇所有同类"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.field.clear()
    first = palette.list.currentItem()
    assert first is not None
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentItem() is palette.list.topLevelItem(1)
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not opened.window.findChildren(CommandPalette))
    opened.close()
