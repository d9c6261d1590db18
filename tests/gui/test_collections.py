"""Splitting a file of several speeches in the window, and documents of the library's own."""

from __future__ import annotations

from pathlib import Path

from opened_window import OpenedWindow, answer
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.review.role import Role

OPENING = "同志们：\n今天我们开会，主要是安排下一步的工作。大家要统一思想，抓好落实。\n"
POINTS = (
    "一是要落实责任，把任务分到村、分到户、分到人，谁出问题就找谁。二是要加强检查，做到有布置、"
    "有督促、有结果。三是要搞好服务，把群众的事当成自己的事来办。\n"
)
SPEECHES = [
    (
        f"第{number}篇：在全镇{topic}会议上的讲话",
        f"{OPENING}关于{topic}，我讲三点意见。\n{POINTS * 2}",
    )
    for number, topic in (("一", "防汛"), ("二", "春耕"), ("三", "安全生产"))
]
COLLECTION = "\n".join(f"{title}\n{body}" for title, body in SPEECHES)


def opened_collection(qtbot: QtBot, folder: Path, text: str) -> OpenedWindow:
    path = folder / "汇编.txt"
    path.write_text(text, encoding="utf-8")
    opened = OpenedWindow(qtbot, folder, [path])
    opened.wait_for_search()
    return opened


def test_a_collection_becomes_its_speeches(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_collection(qtbot, tmp_path, COLLECTION)
    answer()
    opened.window.actions_of[ActionId.SPLIT_DOCUMENT].trigger()
    titles = [row.title for row in opened.workspace.documents]
    assert titles == [title.partition("：")[2] for title, _ in SPEECHES]
    assert opened.workspace.document == opened.workspace.documents[0].id
    texts = [opened.workspace.desk.text_of(row.id) for row in opened.workspace.documents]
    assert "".join(texts) == COLLECTION
    opened.wait_for_search()
    opened.close()


def test_the_editor_may_say_no(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_collection(qtbot, tmp_path, COLLECTION)
    asked: list[str] = []

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        box.button(QMessageBox.StandardButton.No).click()

    QTimer.singleShot(0, refuse)
    opened.window.actions_of[ActionId.SPLIT_DOCUMENT].trigger()
    assert "拆分为 3 篇" in asked[0]
    assert "2. 在全镇春耕会议上的讲话" in asked[0]
    assert [row.title for row in opened.workspace.documents] == ["汇编"]
    opened.close()


def test_one_speech_is_not_split(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_collection(qtbot, tmp_path, SPEECHES[0][1])
    opened.window.actions_of[ActionId.SPLIT_DOCUMENT].trigger()
    assert "一篇讲话" in opened.window.parts.status.currentMessage()
    assert len(opened.workspace.documents) == 1
    opened.close()


def test_a_document_can_be_the_librarys_own(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_collection(qtbot, tmp_path, SPEECHES[0][1])
    action = opened.window.actions_of[ActionId.OWN_DOCUMENT]
    assert not action.isChecked()
    action.trigger()
    assert opened.workspace.documents[0].role is Role.OWN
    assert action.isChecked()
    opened.close()
    again = OpenedWindow(qtbot, tmp_path)
    assert again.window.actions_of[ActionId.OWN_DOCUMENT].isChecked()
    again.window.actions_of[ActionId.OWN_DOCUMENT].trigger()
    assert again.workspace.documents[0].role is Role.INCOMING
    again.close()
