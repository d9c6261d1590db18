"""Original, marked and clean text side by side: what they show, and that they scroll together."""

from __future__ import annotations

from pathlib import Path

from opened_window import OpenedWindow
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.text.span import Span

LINES = [f"第{number}段讲的是水利建设和春耕生产，各村要抓紧落实。" for number in range(1, 161)]
TEXT = "\n".join(LINES).replace("第100段讲", "第100段责(zé)讲&nbsp;") + "\n"


def opened_text(qtbot: QtBot, folder: Path) -> OpenedWindow:
    path = folder / "稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    opened = OpenedWindow(qtbot, folder, [path])
    opened.wait_for_search()
    return opened


def test_the_three_texts_stand_side_by_side(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_text(qtbot, tmp_path)
    views, middle = opened.window.parts.views, opened.window.parts.text.view
    assert not views.original.isVisible()
    opened.press(ActionId.THREE_VIEWS)
    assert views.original.isVisible()
    assert views.clean.isVisible()
    assert not opened.window.parts.library.isVisible()
    mark = next(mark for mark in opened.marks if "&nbsp;" in mark.finding.text)
    opened.workspace.show_finding(mark.anchor)
    opened.press(ActionId.ACCEPT)
    middle.place_cursor(Span(0, 0))
    opened.type("New")
    qtbot.waitUntil(lambda: views.clean.record.startswith("New"))
    assert views.original.record == TEXT
    assert "&nbsp;" not in views.clean.record
    opened.press(ActionId.THREE_VIEWS)
    assert not views.clean.isVisible()
    assert opened.window.parts.library.isVisible()
    opened.close()


def test_the_three_texts_scroll_together(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_text(qtbot, tmp_path)
    views, middle = opened.window.parts.views, opened.window.parts.text.view
    opened.press(ActionId.THREE_VIEWS)
    for moved in (middle, views.original, views.clean):
        place = moved.record.index("第120段") if moved is middle else moved.record.index("第60段")
        moved.scroll_to(moved.positions.unit(place))
        for view in (views.original, middle, views.clean):
            top = view.record[view.first_visible_offset() :]
            assert top.startswith(moved.record[place : place + 8])
    opened.close()
