"""A file that the library knows already is told of when it comes in."""

from __future__ import annotations

from pathlib import Path

from opened_window import OpenedWindow
from pytestqt.qtbot import QtBot

KNOWN = "".join(
    f"第{number}条渠道今年要清淤加固，由沿线各村包干，汛前完工，费用从水利专项中列支。\n"
    f"第{number}座泵站的机组要检修，值班人员名单贴在门上，电话二十四小时有人接。\n"
    for number in ("一", "二", "三", "四", "五", "六")
)
OTHER = "学校的操场坏了三年，今年暑假一定修好，请教育局拿出图纸，请家长代表监督。\n" * 2


def opened_library(qtbot: QtBot, folder: Path) -> OpenedWindow:
    for name, text in (("渠道", KNOWN), ("操场", OTHER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    opened = OpenedWindow(qtbot, folder, [folder / "渠道.txt", folder / "操场.txt"])
    opened.wait_for_search()
    return opened


def test_a_copy_that_comes_in_is_told_of(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_library(qtbot, tmp_path)
    notice = opened.window.parts.notice
    assert not notice.isVisible()
    copy = tmp_path / "副本.txt"
    copy.write_text("这是另一份。\n" + KNOWN, encoding="utf-8")
    opened.session.library.open_paths([copy])
    qtbot.waitUntil(notice.isVisible)
    assert "《副本》" in notice.text
    assert "《渠道》" in notice.text
    opened.wait_for_search()
    opened.close()


def test_a_new_speech_is_not_told_of(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_library(qtbot, tmp_path)
    new = tmp_path / "新稿.txt"
    new.write_text("菜市场明天开业，摊位按抽签的号码入场，车辆停到后面的空地。\n", encoding="utf-8")
    opened.session.library.open_paths([new])
    qtbot.waitUntil(lambda: len(opened.workspace.documents) == 3)
    opened.wait_for_search()
    assert not opened.window.parts.notice.isVisible()
    opened.close()
