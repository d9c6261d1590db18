"""Finding and replacing words in the window: in one document, in the library, by keys."""

from __future__ import annotations

from pathlib import Path

from opened_window import OpenedWindow
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.library_hits import LibraryHits

FIRST = "農業是根本。\n农业工作要抓紧，农业要增产。\n"
SECOND = "工业和农业都要发展。\n"


def opened_texts(qtbot: QtBot, folder: Path) -> OpenedWindow:
    paths = [folder / "1.txt", folder / "2.txt"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    opened = OpenedWindow(qtbot, folder, paths)
    opened.wait_for_search()
    opened.workspace.show_document(opened.workspace.documents[0].id)
    return opened


def selected(opened: OpenedWindow) -> tuple[int, str]:
    view = opened.window.parts.text.view
    span = view.selected_span()
    return span.start, span.of(view.record)


def asked_in_library(qtbot: QtBot, opened: OpenedWindow) -> LibraryHits:
    """The list of what would be replaced in all documents, once it is complete."""
    bar = opened.window.parts.find
    opened.press(ActionId.REPLACE)
    bar.words.setText("农业")
    bar.replacement.setText("林业")
    bar.library_asked.emit()
    (dialog,) = opened.window.findChildren(LibraryHits)
    qtbot.waitUntil(dialog.replace.isEnabled)
    return dialog


def test_walking_through_what_is_found(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path)
    bar = opened.window.parts.find
    assert not bar.isVisible()
    opened.press(ActionId.FIND)
    assert bar.isVisible()
    bar.words.setText("农业")
    assert bar.said == "0 / 3", "both scripts are searched unless told otherwise"
    for expected in ((0, "農業"), (7, "农业"), (15, "农业"), (0, "農業")):
        QTest.keyClick(bar.words, Qt.Key.Key_Return)
        assert selected(opened) == expected
    QTest.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert selected(opened) == (15, "农业")
    assert bar.said == "3 / 3"
    bar.through_scripts.click()
    assert bar.said == "2 / 2"
    bar.words.setText("水利")
    assert bar.said == "没有找到"
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert opened.window.parts.text.view.layers.hits.touching(0, 100) == []
    opened.close()


def test_a_broken_expression_is_told_and_nothing_is_found(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path)
    bar = opened.window.parts.find
    opened.press(ActionId.FIND)
    bar.as_pattern.click()
    bar.words.setText("农(业")
    assert bar.said == "不是有效的正则表达式"
    bar.words.setText("农(业|村)")
    assert bar.said.endswith("/ 3")
    opened.close()


def test_replacing_one_by_one_and_all_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path)
    bar, view = opened.window.parts.find, opened.window.parts.text.view
    opened.press(ActionId.REPLACE)
    bar.through_scripts.click()
    bar.words.setText("农业")
    bar.replacement.setText("林业")
    bar.replacement.setFocus()
    QTest.keyClick(bar.replacement, Qt.Key.Key_Return)
    assert view.record == FIRST, "the first press goes to the first hit"
    QTest.keyClick(bar.replacement, Qt.Key.Key_Return)
    assert view.record == FIRST.replace("农业", "林业", 1)
    assert selected(opened)[1] == "农业"
    bar.all_replaced.emit()
    assert view.record == FIRST.replace("农业", "林业")
    view.setFocus()
    opened.press(ActionId.UNDO)
    assert view.record == FIRST.replace("农业", "林业", 1)
    opened.press(ActionId.UNDO)
    assert view.record == FIRST
    opened.close()


def test_replacing_in_the_library_is_one_step(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path)
    dialog = asked_in_library(qtbot, opened)
    assert dialog.summary.text() == "共 4 处，2 篇"
    top = dialog.tree.topLevelItem(1)
    assert top is not None
    row = top.child(0)
    assert row is not None
    assert row.text(0) == "工业和【农业 → 林业】都要发展。"
    dialog.tree.itemActivated.emit(row, 0)
    assert opened.workspace.document == opened.workspace.documents[1].id
    dialog.replace.click()
    QApplication.processEvents()
    texts = [opened.workspace.desk.reviewed(row.id).text for row in opened.workspace.documents]
    assert texts == [
        FIRST.replace("農業", "林业").replace("农业", "林业"),
        "工业和林业都要发展。\n",
    ]
    opened.activate()
    opened.press(ActionId.UNDO)
    texts = [opened.workspace.desk.reviewed(row.id).text for row in opened.workspace.documents]
    assert texts == [FIRST, SECOND]
    opened.close()


def test_a_document_without_a_tick_is_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path)
    dialog = asked_in_library(qtbot, opened)
    top = dialog.tree.topLevelItem(0)
    assert top is not None
    top.setCheckState(0, Qt.CheckState.Unchecked)
    dialog.replace.click()
    assert opened.workspace.desk.reviewed(opened.workspace.documents[0].id).text == FIRST
    assert "林业" in opened.workspace.desk.reviewed(opened.workspace.documents[1].id).text
    opened.close()
