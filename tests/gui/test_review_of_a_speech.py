"""The main job through the window: open, walk, judge, note, type, undo, restart, export."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from opened_window import OpenedWindow, answer
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.cli import run
from reviewer.garble.finding import Kind
from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.bulk_controller import ASK_FROM
from reviewer.review.decision import Verdict
from reviewer.review.marks import Mark
from reviewer.store.errors import StoreInUse
from reviewer.store.store import Store
from reviewer.text.resources import resource
from reviewer.text.span import Span


def sample_paths() -> list[Path]:
    return sorted(resource("samples").glob("*.txt"))


def state_of(opened: OpenedWindow) -> object:
    """Everything that an editor did in the current document."""
    state = opened.workspace.reviewed
    assert state is not None
    decisions = [(mark.anchor, mark.decision) for mark in state.marks]
    return state.text, decisions, list(state.notes)


def look_of(mark: Mark) -> tuple[Kind, str, str | None]:
    """What must be the same for findings to be decided together as the same text."""
    return mark.finding.kind, mark.finding.text, mark.finding.replacement


def work_through(opened: OpenedWindow) -> int:
    """Walk, accept, reject, edit, annotate, type and accept in bulk; how many steps that was."""
    opened.press(ActionId.NEXT_FINDING)
    first = opened.workspace.anchor
    assert first == opened.marks[0].anchor
    opened.press(ActionId.REJECT)
    assert opened.workspace.anchor != first, "a judgement leads on to the next finding"
    repairable = next(mark for mark in opened.marks if mark.finding.repairable and mark.open)
    opened.workspace.show_finding(repairable.anchor)
    opened.press(ActionId.ACCEPT)
    second = next(mark for mark in opened.marks if mark.open)
    opened.workspace.show_finding(second.anchor)
    opened.window.parts.findings.replacement_given.emit(second.anchor, "另改")
    opened.press(ActionId.POSTPONE)
    answer("请核对原件")
    opened.press(ActionId.ADD_NOTE)
    opened.activate()
    opened.type("abc")
    same = Counter(look_of(mark) for mark in opened.marks if mark.open)
    most, count = same.most_common(1)[0]
    alike = next(mark for mark in opened.marks if mark.open and look_of(mark) == most)
    opened.workspace.show_finding(alike.anchor)
    if count >= ASK_FROM:
        answer()
    opened.press(ActionId.REJECT_LIKE_THIS)
    assert not any(mark.open and look_of(mark) == most for mark in opened.marks)
    return 7


def check_whole_job(qtbot: QtBot, folder: Path, paths: list[Path], document: int) -> None:
    opened = OpenedWindow(qtbot, folder, paths)
    opened.wait_for_search()
    opened.workspace.show_document(opened.workspace.documents[document].id)
    untouched = state_of(opened)
    steps = work_through(opened)
    # What was typed is searched by itself; until then the findings are those of the text before.
    opened.wait_for_search()
    worked = state_of(opened)
    for _ in range(steps):
        opened.press(ActionId.UNDO)
    opened.wait_for_search()
    assert state_of(opened) == untouched
    assert not opened.window.actions_of[ActionId.UNDO].isEnabled()
    for _ in range(steps):
        opened.press(ActionId.REDO)
    opened.wait_for_search()
    assert state_of(opened) == worked
    current = opened.workspace.document
    opened.close()

    again = OpenedWindow(qtbot, folder)
    assert again.workspace.document == current
    assert state_of(again) == worked
    assert again.window.parts.text.view.record == worked[0]  # type: ignore[index]
    again.session.export.export_all_to(folder / "window")
    again.close()
    assert run(["export", "--store", str(again.store), "--output", str(folder / "cli")]) == 0
    for path in (folder / "cli").glob("*.txt"):
        assert path.read_bytes() == (folder / "window" / path.name).read_bytes()


def test_the_main_job_on_the_samples(qtbot: QtBot, tmp_path: Path) -> None:
    check_whole_job(qtbot, tmp_path, sample_paths(), document=2)


@pytest.mark.seeds
def test_the_main_job_on_a_file_of_nine_speeches(
    qtbot: QtBot, tmp_path: Path, seed_files: list[Path]
) -> None:
    opened = OpenedWindow(qtbot, tmp_path, [seed_files[4]])
    opened.wait_for_search()
    opened.close()
    (tmp_path / "two").mkdir()
    check_whole_job(qtbot, tmp_path / "two", [seed_files[0], seed_files[4]], document=1)


def test_every_verdict_is_shown_in_the_list_and_the_text(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path, sample_paths()[2:3])
    opened.wait_for_search()
    opened.press(ActionId.NEXT_FINDING)
    anchor = opened.workspace.anchor
    opened.press(ActionId.ACCEPT)
    decided = next(mark for mark in opened.marks if mark.anchor == anchor)
    assert decided.decision.verdict is Verdict.ACCEPTED
    assert opened.window.parts.findings.selected_anchors() == [opened.workspace.anchor]
    opened.close()


def test_the_clean_view_shows_the_export_and_cannot_be_typed_in(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = OpenedWindow(qtbot, tmp_path, sample_paths()[2:3])
    opened.wait_for_search()
    answer()
    opened.press(ActionId.ACCEPT_SAFE)
    opened.press(ActionId.SHOW_CLEAN)
    shown = opened.window.parts.text.view.record
    assert "(" not in shown
    opened.type("x")
    assert opened.window.parts.text.view.record == shown
    target = tmp_path / "清稿.txt"
    opened.session.export.export_to(target)
    assert target.read_text(encoding="utf-8") == shown
    opened.press(ActionId.SHOW_CLEAN)
    state = opened.workspace.reviewed
    assert state is not None
    assert opened.window.parts.text.view.record == state.text
    opened.close()


def test_a_bad_file_is_named_and_the_others_are_opened(qtbot: QtBot, tmp_path: Path) -> None:
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    answer()
    opened = OpenedWindow(qtbot, tmp_path, [empty, sample_paths()[0]])
    opened.wait_for_search()
    assert len(opened.workspace.documents) == 1
    opened.close()
    with Store.open(opened.store) as store:
        assert sorted(row.outcome for row in store.import_report()) == ["empty", "loaded"]


def test_the_window_comes_back_as_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path, sample_paths())
    opened.wait_for_search()
    opened.workspace.show_document(opened.workspace.documents[3].id)
    opened.window.parts.findings.restore_filter_state({"state": "all", "sort": "kind"})
    kept = opened.window.parts.findings.filter_state()
    opened.window.parts.text.view.zoom(2)
    size = opened.window.parts.text.view.font().pointSizeF()
    opened.close()
    again = OpenedWindow(qtbot, tmp_path)
    assert again.workspace.document == again.workspace.documents[3].id
    assert again.window.parts.findings.filter_state() == kept
    assert again.window.parts.text.view.font().pointSizeF() == size
    again.close()


def test_a_note_that_is_being_written_is_kept_when_the_document_changes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = OpenedWindow(qtbot, tmp_path, sample_paths())
    opened.wait_for_search()
    first = opened.workspace.document
    assert first is not None
    opened.workspace.desk.annotate(first, Span(0, 4), "旧")
    opened.workspace.after_step(opened.workspace.desk.next_undo)
    (note,) = opened.workspace.desk.reviewed(first).notes
    opened.window.parts.side.setCurrentWidget(opened.window.parts.notes)
    opened.window.parts.notes.edit_note(note.uid)
    opened.window.parts.notes.area.selectAll()
    opened.window.parts.notes.area.insertPlainText("新写的批注")
    opened.press(ActionId.NEXT_DOCUMENT)
    assert opened.workspace.document != first
    (note,) = opened.workspace.desk.reviewed(first).notes
    assert note.note == "新写的批注"
    opened.close()


def test_undoing_a_step_of_another_document_brings_that_one_up(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = OpenedWindow(qtbot, tmp_path, sample_paths())
    opened.wait_for_search()
    first = opened.workspace.document
    opened.press(ActionId.NEXT_FINDING)
    opened.press(ActionId.ACCEPT)
    opened.press(ActionId.NEXT_DOCUMENT)
    assert opened.workspace.document != first
    opened.press(ActionId.UNDO)
    assert opened.workspace.document == first
    assert all(mark.open for mark in opened.marks)
    opened.close()


def test_files_can_be_dropped_on_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in sample_paths()])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    drops = QDropEvent(QPointF(5, 5), copy, data, left, none)
    for event in (enters, drops):
        QApplication.sendEvent(opened.window, event)
        assert event.isAccepted()
    opened.wait_for_search()
    assert len(opened.workspace.documents) == 4
    opened.close()


def test_a_search_can_be_stopped_and_taken_up_again(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path, sample_paths())
    qtbot.waitUntil(lambda: opened.session.search.running, timeout=20_000)
    opened.window.actions_of[ActionId.CANCEL_SEARCH].trigger()
    assert not opened.session.search.running
    assert opened.window.actions_of[ActionId.SEARCH_AGAIN].isEnabled()
    opened.press(ActionId.SEARCH_AGAIN)
    opened.wait_for_search()
    assert opened.marks
    opened.close()


def test_a_second_window_on_the_same_library_is_told_so(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    with pytest.raises(StoreInUse):
        Store.open(opened.store)
    opened.close()
    Store.open(opened.store).close()
