"""Notes in the whole window: written, ticked, walked through, listed for the whole library."""

from __future__ import annotations

from pathlib import Path

import pytest
from opened_window import OpenedWindow
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.models.keyed_rows import ROW_WORDS
from reviewer.gui.models.notes_filter import NoteScope
from reviewer.gui.note_dialog import NoteDialog
from reviewer.review.annotation import Annotation, NoteColour, NoteContent, Task
from reviewer.review.edits import Edit
from reviewer.text.span import Span

FIRST = "同志们，今天先讲修路。\n全县修路二十公里。\n再讲造林。\n"
SECOND = "各位代表，下面报告造林情况。\n去年造林三千亩。\n"


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> OpenedWindow:
    """A window on two documents without damage, the first one shown."""
    for name, text in (("一甲", FIRST), ("二乙", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    made = OpenedWindow(qtbot, tmp_path, [tmp_path / "一甲.txt", tmp_path / "二乙.txt"])
    made.wait_for_search()
    made.workspace.show_document(made.workspace.documents[0].id)
    return made


def numbers(opened: OpenedWindow) -> tuple[int, int]:
    first, second = (row.id for row in opened.workspace.documents)
    return first, second


def put(opened: OpenedWindow, document: int, start: int, **content: object) -> Annotation:
    """A note of two characters that is there when the test begins."""
    note = NoteContent(str(content.pop("note", "查")), **content)  # pyright: ignore
    made = opened.workspace.desk.notes.write(document, Span(start, start + 2), note)
    opened.workspace.after_step(opened.workspace.desk.next_undo)
    return made


def tab(opened: OpenedWindow) -> str:
    side = opened.window.parts.side
    return side.tabText(side.indexOf(opened.window.parts.notes))


def caret(opened: OpenedWindow) -> int:
    return opened.window.parts.text.view.selected_span().start


def in_dialog(act: object) -> None:
    """Do something with the next dialog for a note."""

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, NoteDialog):
            act(dialog)  # pyright: ignore
        else:
            QTimer.singleShot(20, wait)

    QTimer.singleShot(0, wait)


def test_a_note_with_label_colour_and_to_do_is_written_by_keys_alone(opened: OpenedWindow) -> None:
    def write(dialog: NoteDialog) -> None:
        form = dialog.form
        QTest.keyClicks(form.area, "ask")
        QTest.keyClick(form.area, Qt.Key.Key_Return)
        QTest.keyClicks(form.area, "again")
        QTest.keyClick(form.area, Qt.Key.Key_Tab)
        line = form.label.lineEdit()
        assert line is not None
        QTest.keyClicks(line, "road")
        form.colours.buttons[NoteColour.BLUE].setFocus()
        QTest.keyClick(form.colours.buttons[NoteColour.BLUE], Qt.Key.Key_Space)
        QTest.keyClick(form.task, Qt.Key.Key_Space)
        QTest.keyClick(form.task, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    opened.window.parts.text.view.place_cursor(Span(8, 10))
    in_dialog(write)
    opened.press(ActionId.ADD_NOTE)
    assert opened.workspace.reviewed is not None
    (note,) = opened.workspace.reviewed.notes
    assert note.content == NoteContent("ask\nagain", "road", NoteColour.BLUE, Task.OPEN)
    assert note.span == Span(8, 10)
    assert tab(opened) == "批注 1"
    opened.close()


def test_escape_writes_no_note_and_an_empty_one_cannot_be_saved(opened: OpenedWindow) -> None:
    def try_empty(dialog: NoteDialog) -> None:
        QTest.keyClick(dialog.form.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert dialog.isVisible()
        QTest.keyClicks(dialog.form.area, "x")
        QTest.keyClick(dialog.form.area, Qt.Key.Key_Escape)

    in_dialog(try_empty)
    opened.press(ActionId.ADD_NOTE)
    assert opened.workspace.reviewed is not None
    assert not opened.workspace.reviewed.notes
    assert opened.workspace.desk.next_undo is None
    opened.close()


def test_a_key_ticks_the_note_at_the_caret_and_undo_takes_it_back(opened: OpenedWindow) -> None:
    first, _ = numbers(opened)
    put(opened, first, 8, task=Task.OPEN)
    assert tab(opened) == "批注 1"
    opened.window.parts.text.view.place_cursor(Span(9, 9))
    opened.press(ActionId.TOGGLE_TASK)
    assert opened.workspace.desk.notes.of(first)[0].annotation.task is Task.DONE
    assert tab(opened) == "批注"
    opened.press(ActionId.UNDO)
    assert opened.workspace.desk.notes.of(first)[0].annotation.task is Task.OPEN
    opened.window.parts.text.view.place_cursor(Span(0, 0))
    opened.press(ActionId.TOGGLE_TASK)
    assert opened.workspace.desk.notes.of(first)[0].annotation.task is Task.OPEN, "none is here"
    opened.close()


def test_keys_lead_from_note_to_note_and_round(opened: OpenedWindow) -> None:
    first, _ = numbers(opened)
    for start in (20, 4, 13):
        put(opened, first, start)
    opened.window.parts.text.view.place_cursor(Span(6, 6))
    places: list[int] = []
    for action in (*[ActionId.NEXT_NOTE] * 4, *[ActionId.PREVIOUS_NOTE] * 2):
        opened.press(action)
        places.append(caret(opened))
    assert places == [13, 20, 4, 13, 4, 20]
    assert opened.window.parts.side.currentWidget() is opened.window.parts.notes
    opened.close()


def test_notes_at_one_place_are_all_passed(opened: OpenedWindow) -> None:
    first, _ = numbers(opened)
    uids = {put(opened, first, 4).uid for _ in range(3)}
    opened.window.parts.text.view.place_cursor(Span(0, 0))
    seen: list[str | None] = []
    for _ in range(3):
        opened.press(ActionId.NEXT_NOTE)
        seen.append(opened.window.parts.notes.chosen)
    assert set(seen) == uids
    opened.close()


def test_the_next_to_do_is_found_in_another_document_and_what_is_done_is_passed(
    opened: OpenedWindow,
) -> None:
    first, second = numbers(opened)
    put(opened, first, 4, task=Task.DONE)
    there = put(opened, second, 6, task=Task.OPEN)
    put(opened, second, 2)
    opened.workspace.show_document(first)
    opened.window.parts.text.view.place_cursor(Span(0, 0))
    opened.press(ActionId.NEXT_TASK)
    assert (opened.workspace.document, caret(opened)) == (second, 6)
    assert opened.window.parts.notes.chosen == there.uid
    opened.press(ActionId.NEXT_TASK)
    assert caret(opened) == 6, "there is no other"
    opened.close()


def test_the_list_of_the_library_has_all_notes_and_a_click_opens_the_document(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    first, second = numbers(opened)
    put(opened, first, 4, task=Task.OPEN)
    there = put(opened, second, 6, note="三千亩？", task=Task.OPEN)
    opened.workspace.show_document(first)
    panel = opened.window.parts.notes
    opened.window.parts.side.setCurrentWidget(panel)
    assert len(panel.list.keys) == 1
    panel.filter.set_scope(NoteScope.LIBRARY)
    assert len(panel.list.keys) == 2
    assert tab(opened) == "批注 2"
    row = panel.list.model().index(1, 0)
    assert row.data(ROW_WORDS).words_aside == "二乙"
    qtbot.mouseClick(
        panel.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=panel.list.visualRect(row).center(),
    )
    assert (opened.workspace.document, caret(opened)) == (second, 6)
    assert panel.chosen == there.uid
    opened.close()


def test_a_to_do_of_another_document_is_ticked_without_opening_it(opened: OpenedWindow) -> None:
    first, second = numbers(opened)
    there = put(opened, second, 6, task=Task.OPEN)
    opened.workspace.show_document(first)
    panel = opened.window.parts.notes
    panel.filter.set_scope(NoteScope.LIBRARY)
    panel.list.ticked.emit(there.uid)
    assert opened.workspace.desk.notes.open_tasks(second) == 0
    assert opened.workspace.document == first
    opened.press(ActionId.UNDO)
    assert opened.workspace.document == second, "what is undone is shown"
    opened.close()


def test_a_note_whose_text_was_deleted_stays_listed_and_says_so(opened: OpenedWindow) -> None:
    first, _ = numbers(opened)
    put(opened, first, 4, note="今天？")
    opened.workspace.desk.type_text(first, Edit(0, FIRST[:8], ""))
    opened.workspace.after_step(opened.workspace.desk.next_undo)
    panel = opened.window.parts.notes
    words = panel.list.model().index(0, 0).data(ROW_WORDS)
    assert (words.heading, words.words, words.aside, words.warns) == (
        "今天？",
        "「今天」",
        "位置已失",
        True,
    )
    opened.close()


def test_the_library_says_how_many_to_dos_a_document_has(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    first, _ = numbers(opened)
    put(opened, first, 4, task=Task.OPEN)
    model = opened.window.parts.library.list.model()

    def have_tasks() -> list[bool]:
        rows = [model.index(row, 0).data(ROW_WORDS).words for row in range(2)]
        return ["待办 1" in words for words in rows]

    qtbot.waitUntil(lambda: have_tasks() == [True, False])
    opened.close()


def test_control_and_enter_in_the_form_keep_the_note_and_accept_no_finding(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "丙.txt"
    path.write_text("各村要责(zé)任到人，&nbsp;抓紧落实。\n", encoding="utf-8")
    opened = OpenedWindow(qtbot, tmp_path, [path])
    opened.wait_for_search()
    note = put(opened, opened.workspace.documents[0].id, 0)
    opened.press(ActionId.NEXT_FINDING)
    panel = opened.window.parts.notes
    opened.window.parts.side.setCurrentWidget(panel)
    panel.edit_note(note.uid)
    panel.area.insertPlainText("过")
    QTest.keyClick(panel.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.workspace.desk.notes.of(1)[0].annotation.note == "查过"
    assert all(mark.open for mark in opened.marks)
    opened.close()


@pytest.mark.parametrize(
    ("action", "chosen", "kind", "written", "count"),
    [
        (ActionId.EXPORT_NOTES, "表.csv", "表格 (*.csv)", "表.csv", 1),
        (ActionId.EXPORT_ALL_NOTES, "表.MD", "表格 (*.csv)", "表.MD", 2),
        (ActionId.EXPORT_ALL_NOTES, "表", "JSON (*.json)", "表.json", 2),
        (ActionId.EXPORT_ALL_NOTES, "第1.2版", "表格 (*.csv)", "第1.2版.csv", 2),
    ],
)
def test_notes_are_exported_to_the_file_that_is_asked_for(
    opened: OpenedWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    action: ActionId,
    chosen: str,
    kind: str,
    written: str,
    count: int,
) -> None:
    first, second = numbers(opened)
    put(opened, second, 6, note="三千亩？")
    put(opened, first, 8, note="先讲什么？")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / chosen), kind))
    opened.window.actions_of[action].trigger()
    text = (tmp_path / written).read_text(encoding="utf-8")
    assert "先讲什么？" in text
    assert ("三千亩？" in text) == (count == 2)
    assert opened.window.parts.status.currentMessage() == f"已导出 {count} 条批注：{written}"
    opened.close()


def test_without_notes_there_is_nothing_to_export_or_walk(opened: OpenedWindow) -> None:
    needing = (
        ActionId.EXPORT_NOTES,
        ActionId.EXPORT_ALL_NOTES,
        ActionId.NEXT_NOTE,
        ActionId.NEXT_TASK,
        ActionId.TOGGLE_TASK,
    )
    actions = opened.window.actions_of
    assert not any(actions[action].isEnabled() for action in needing)
    put(opened, numbers(opened)[0], 8, task=Task.OPEN)
    assert all(actions[action].isEnabled() for action in needing)
    opened.close()


def test_the_note_at_the_caret_is_chosen_in_the_list(opened: OpenedWindow) -> None:
    first, _ = numbers(opened)
    here, there = put(opened, first, 8), put(opened, first, 13)
    panel, view = opened.window.parts.notes, opened.window.parts.text.view
    view.place_cursor(Span(9, 9))
    assert panel.chosen == here.uid
    view.place_cursor(Span(11, 11))
    assert panel.chosen == here.uid, "where there is no note the last one stays"
    view.place_cursor(Span(13, 13))
    assert panel.chosen == there.uid
    panel.area.insertPlainText("还在写")
    view.place_cursor(Span(9, 9))
    assert panel.chosen == there.uid, "what is being written is not taken away"
    opened.close()


def test_what_a_step_about_something_else_leaves_alone_is_not_listed_anew(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    put(opened, numbers(opened)[0], 8)
    model = opened.window.parts.notes.list.model()
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        opened.window.parts.text.view.place_cursor(Span(20, 20))
        opened.type("x")
        qtbot.wait(400)
    opened.close()
