"""Recent files, dragging out, the page of an empty library, the title, the help."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from opened_window import OpenedWindow
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QMouseEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.help_window import HelpWindow
from reviewer.text.resources import resource
from reviewer.text.wording import Language

SPEECH = "同志們：\n責(zé)任重大，現(xiàn)在要發(fā)展。\n"


def opened_files(qtbot: QtBot, folder: Path, *names: str) -> OpenedWindow:
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text(SPEECH + path.stem, encoding="utf-8")
    opened = OpenedWindow(qtbot, folder, paths)
    opened.wait_for_search()
    return opened


def entries(opened: OpenedWindow) -> list[str]:
    opened.session.recent.fill()
    return [action.text() for action in opened.session.recent.menu.actions() if action.text()]


# Recent files


def test_what_was_opened_is_offered_again_the_last_one_first(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_files(qtbot, tmp_path, "甲&乙.txt")
    opened.session.library.open_paths([tmp_path / "丙.txt"])
    opened.session.library.open_paths([tmp_path / "甲&乙.txt"])
    opened.session.library.open_samples()
    assert [text.partition(" — ")[0] for text in entries(opened)] == [
        "&1  甲&&乙.txt", "&2  丙.txt", "清除列表(&C)",
    ]  # fmt: skip
    opened.close()
    again = OpenedWindow(qtbot, tmp_path)
    assert len(entries(again)) == 3, "they are remembered"
    again.close()


def test_a_file_that_is_gone_is_told_and_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_files(qtbot, tmp_path, "甲.txt", "乙.txt")
    (tmp_path / "乙.txt").unlink()
    entries(opened)
    opened.session.recent.menu.actions()[1].trigger()
    assert "乙.txt" in opened.window.parts.notice.text
    assert entries(opened)[0].startswith("&1  甲.txt — ")
    opened.session.recent.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: len(opened.workspace.documents) == 2)
    entries(opened)
    opened.session.recent.menu.actions()[-1].trigger()
    assert entries(opened) == ["（还没有）"]
    opened.close()


def test_only_so_many_are_offered_and_odd_names_survive(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    odd = Path("/nowhere/\udcff\u202e稿.txt")
    opened.session.recent.remember([odd, *(Path(f"/nowhere/{n}.txt") for n in range(40))])
    shown = entries(opened)
    assert len(shown) == 12 + 1
    assert "\\xff\\u202e稿.txt" in shown[0]
    assert opened.window.actions_of[ActionId.RECENT_FILES].menu() is opened.session.recent.menu
    opened.close()


# Dragging out


def entered(opened: OpenedWindow, path: Path) -> QDragEnterEvent:
    """What became of files that are dragged over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    event.ignore()
    QApplication.sendEvent(opened.window, event)
    return event


def test_a_dragged_document_is_its_clean_text_as_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_files(qtbot, tmp_path, "讲话：一.txt")
    opened.press(ActionId.ACCEPT_SAFE)
    number = opened.workspace.documents[0].id
    data = opened.session.drag_out.content(number)
    assert data is not None
    (url,) = data.urls()
    file = Path(url.toLocalFile())
    assert file.name == "讲话：一.txt"
    assert file.read_text(encoding="utf-8") == "同志們：\n責任重大，現在要發展。\n讲话：一"
    opened.close()
    assert not file.exists(), "it goes with the window"


def test_a_title_that_is_no_file_name_becomes_one(qtbot: QtBot, tmp_path: Path) -> None:
    name = "a:b*" + "长" * 70
    opened = opened_files(qtbot, tmp_path, f"{name}.txt")
    data = opened.session.drag_out.content(opened.workspace.documents[0].id)
    assert data is not None
    assert Path(data.urls()[0].toLocalFile()).name == "a_b_" + "长" * 56 + ".txt"
    opened.close()


def test_the_list_lets_its_rows_be_dragged(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = opened_files(qtbot, tmp_path, "甲.txt", "乙.txt")
    dragged: list[int] = []
    panel = opened.window.parts.library
    carried: list[QMimeData] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _action: carried.append(drag.mimeData()))
    panel.document_dragged.connect(dragged.append)
    rows = panel.list
    place = rows.visualRect(rows.model().index(1, 0)).center()
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    QTest.mousePress(rows.viewport(), left, pos=place)
    for step in (20, 40):
        there = QPointF(place + QPoint(step, 0))
        everywhere = rows.viewport().mapToGlobal(there)
        move = QEvent.Type.MouseMove
        event = QMouseEvent(move, there, everywhere, none, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(rows.viewport(), event)
    QTest.mouseRelease(rows.viewport(), left, pos=place + QPoint(40, 0))
    assert dragged == [opened.workspace.documents[1].id]
    assert len(carried) == 1
    opened.close()


def test_what_is_dragged_out_of_the_window_is_not_opened_in_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = opened_files(qtbot, tmp_path, "甲.txt")
    monkeypatch.setattr(QDragEnterEvent, "source", lambda _event: opened.window.parts.library)
    assert not entered(opened, tmp_path).isAccepted()
    opened.close()


def test_files_from_outside_are_taken(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    assert entered(opened, tmp_path).isAccepted()
    opened.close()


# The page of an empty library, the title


def test_an_empty_library_shows_how_to_begin(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *_: (asked.append("open"), ([], ""))[1]
    )
    opened = OpenedWindow(qtbot, tmp_path)
    parts = opened.window.parts
    assert parts.first_page.isVisible()
    assert not parts.views.isVisible()
    assert opened.window.windowTitle() == "审校"
    parts.first_page.open_button.click()
    assert asked == ["open"]
    parts.first_page.samples_button.click()
    qtbot.waitUntil(lambda: len(opened.workspace.documents) > 1, timeout=20_000)
    assert not parts.first_page.isVisible()
    assert parts.views.isVisible()
    assert opened.window.windowTitle() == f"{opened.workspace.documents[0].title} — 审校"
    opened.session.search.cancel()
    for row in opened.workspace.documents:
        opened.workspace.desk.remove(row.id)
    opened.workspace.reload_documents()
    assert parts.first_page.isVisible()
    assert opened.window.windowTitle() == "审校"
    opened.close()


def test_the_page_of_an_empty_library_changes_its_language(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    page = opened.window.parts.first_page
    assert page.samples_button.text() == "打开示例文稿"
    opened.speak(Language.ENGLISH)
    qtbot.waitUntil(lambda: page.samples_button.text() == "Open Samples")
    opened.speak(Language.CHINESE)
    qtbot.waitUntil(lambda: page.samples_button.text() == "打开示例文稿")
    opened.close()


# Help


def opened_help(opened: OpenedWindow, action: ActionId) -> HelpWindow:
    opened.window.actions_of[action].trigger()
    (shown,) = opened.window.findChildren(HelpWindow)
    return shown


def test_every_chapter_is_there_in_every_language() -> None:
    names = [
        [path.name for path in sorted(resource("help", language).glob("*.md"))]
        for language in ("zh", "zh_Hant", "en")
    ]
    assert names[0] == names[1] == names[2] != []


def test_the_help_tells_keys_kinds_and_where_the_work_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    shown = opened_help(opened, ActionId.HELP)
    assert shown.isVisible()
    assert "Ctrl+O" in shown.page.toPlainText()
    pages: list[str] = []
    for row in range(shown.list.count()):
        shown.list.setCurrentRow(row)
        pages.append(shown.page.toPlainText())
    whole = "\n".join(pages)
    assert "混入拼音" in whole
    assert str(opened.store) in whole
    assert not re.search(r"\{\w|\*\*|\|--", whole), "every place is filled, and read as markup"
    for number in ActionId:
        assert opened.window.actions_of.all_keys_of(number) in pages[-1]
    assert "保留这份，删去其余（右边）" in pages[-1]
    opened.speak(Language.ENGLISH)
    qtbot.waitUntil(lambda: shown.windowTitle() == "Help")
    assert shown.chapter == "keys"
    shown.list.setCurrentRow(1)
    assert "injected pinyin" in shown.page.toPlainText()
    opened.speak(Language.CHINESE)
    opened.close()


def test_the_list_of_keys_is_a_chapter_of_the_one_help(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    opened_help(opened, ActionId.HELP)
    shown = opened_help(opened, ActionId.SHOW_KEYS)
    assert shown.chapter == "keys"
    shown.close()
    opened.close()


# Printing dialogs


@pytest.mark.parametrize(
    ("action", "kind"),
    [(ActionId.PRINT, QPrintDialog), (ActionId.PRINT_PREVIEW, QPrintPreviewDialog)],
)
def test_printing_asks_first(
    qtbot: QtBot, tmp_path: Path, action: ActionId, kind: type[QPrintDialog | QPrintPreviewDialog]
) -> None:
    opened = opened_files(qtbot, tmp_path, "甲.txt")
    opened.press(action)
    (dialog,) = opened.window.findChildren(kind)
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()
    opened.close()
