"""A whole review by keyboard alone: no mouse, and no call of anything but the keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from keyboard_alone import BACK_TAB, Keyboard
from opened_window import OpenedWindow
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.compare.compare_window import CompareWindow
from reviewer.gui.languages import engine_language
from reviewer.gui.library_hits import LibraryHits
from reviewer.review.decision import Verdict
from reviewer.review.marks import Mark
from reviewer.text.resources import resource

NOTE = "please check the original"


@pytest.fixture(autouse=True)
def plain_dialogs() -> None:
    """Qt's own dialogs, which take keys of a test."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def current(opened: OpenedWindow) -> Mark:
    mark = opened.workspace.mark
    assert mark is not None
    return mark


def mark_at(opened: OpenedWindow, anchor: str) -> Mark:
    return next(mark for mark in opened.marks if mark.anchor == anchor)


def open_by_keyboard(keys: Keyboard, path: Path) -> None:
    """Open a file with the dialog, whose field takes a path."""

    def name() -> None:
        keys.type(str(path))
        keys.press("Return")

    before = len(keys.opened.workspace.documents)
    keys.answering(name, lambda: keys.do(ActionId.OPEN_FILES))
    assert len(keys.opened.workspace.documents) >= before


def judge(keys: Keyboard) -> str:
    """Walk and judge from the text; the anchor of what was rejected."""
    opened = keys.opened
    anchors: list[str] = []
    keys.do(ActionId.NEXT_FINDING)
    first = current(opened).anchor
    keys.do(ActionId.NEXT_FINDING)
    keys.do(ActionId.PREVIOUS_FINDING)
    assert current(opened).anchor == first
    for action, verdict in (
        (ActionId.REJECT, Verdict.REJECTED),
        (ActionId.ACCEPT, Verdict.ACCEPTED),
        (ActionId.POSTPONE, Verdict.LATER),
    ):
        while not (current(opened).open and current(opened).finding.repairable):
            keys.do(ActionId.NEXT_FINDING)
        anchor = current(opened).anchor
        keys.do(action)
        anchors.append(anchor)
        assert mark_at(opened, anchor).decision.verdict is verdict
        assert keys.in_text
    return anchors[0]


def rewrite(keys: Keyboard) -> str:
    """Write an own replacement; the anchor of its finding."""
    opened = keys.opened
    keys.do(ActionId.NEXT_FINDING)
    while not current(opened).open:
        keys.do(ActionId.NEXT_FINDING)
    anchor = current(opened).anchor
    keys.do(ActionId.EDIT_REPLACEMENT)
    assert not keys.in_text
    keys.press("Ctrl+A")
    keys.type("another ")
    keys.press("Return")
    assert mark_at(opened, anchor).decision.replacement == "another "
    keys.back_to_text()
    return anchor


def annotate(keys: Keyboard) -> None:
    def write() -> None:
        keys.type(NOTE)
        keys.save_note()

    keys.answering(write, lambda: keys.do(ActionId.ADD_NOTE))
    state = keys.opened.workspace.reviewed
    assert state is not None
    assert [note.note for note in state.notes] == [NOTE]
    keys.do(ActionId.GO_TO_NOTES)
    assert keys.opened.window.parts.notes.chosen == state.notes[0].uid
    keys.back_to_text()


def work_in_list(keys: Keyboard) -> None:
    """Filter the list, judge in it by single letters, come back."""
    opened = keys.opened
    panel = opened.window.parts.findings
    every = len(panel.visible_anchors())
    keys.do(ActionId.FILTER_FINDINGS)
    keys.type(current(opened).finding.text[:1])
    assert 0 < len(panel.visible_anchors()) < every
    keys.press("Down")
    assert keys.focus is panel.table
    keys.press("Up", "Down")
    anchor = panel.table.current
    assert anchor is not None
    keys.press("R")
    assert mark_at(opened, anchor).decision.verdict is Verdict.REJECTED
    keys.do(ActionId.UNDO)
    assert mark_at(opened, anchor).open
    keys.do(ActionId.FILTER_FINDINGS)
    keys.press("Escape")
    assert len(panel.visible_anchors()) >= every
    keys.back_to_text()


def judge_many(keys: Keyboard) -> None:
    opened = keys.opened
    while not (current(opened).open and current(opened).finding.repairable):
        keys.do(ActionId.NEXT_FINDING)
    for action in (ActionId.ACCEPT_LIKE_THIS, ActionId.ACCEPT_SAFE):
        before = sum(mark.open for mark in opened.marks)
        keys.answering(keys.confirm, lambda action=action: keys.do(action))
        after = sum(mark.open for mark in opened.marks)
        assert after < before
        keys.do(ActionId.UNDO)
        assert sum(mark.open for mark in opened.marks) == before
        keys.do(ActionId.REDO)
        assert sum(mark.open for mark in opened.marks) == after
        if not opened.window.actions_of[ActionId.ACCEPT_SAFE].isEnabled():
            return


def find_and_replace(keys: Keyboard) -> None:
    opened = keys.opened
    view = opened.window.parts.text.view
    word = max("的是不了一", key=view.record.count)
    count = view.record.count(word)
    assert count > 1
    keys.do(ActionId.REPLACE)
    keys.type(word)
    keys.press("Return")
    assert view.selected_span().of(view.record) == word
    replacement = opened.window.parts.find.replacement
    keys.walk_to(lambda widget: widget is replacement)
    keys.type("W")
    keys.press("Return")
    assert view.record.count(word) == count - 1
    button = "在全部文稿中查找…"
    keys.walk_to(
        lambda widget: isinstance(widget, QPushButton) and widget.text() == button, BACK_TAB
    )
    keys.press("Space")
    assert isinstance(QApplication.activeWindow(), LibraryHits)
    keys.press("Escape")
    assert not isinstance(QApplication.activeWindow(), LibraryHits)
    keys.back_to_text()
    assert not opened.window.parts.find.isVisible()
    keys.do(ActionId.UNDO)
    assert view.record.count(word) == count


def compare_copies(keys: Keyboard) -> None:
    """Walk through the repeats, compare one, take one of its copies out and back in."""
    opened = keys.opened
    keys.do(ActionId.GO_TO_REPEATS)
    tree = opened.window.parts.repeats.tree
    assert keys.focus is tree
    keys.press("Home")
    keys.press("Down", "Up")
    keys.do(ActionId.COMPARE_COPIES)
    compare = QApplication.activeWindow()
    assert isinstance(compare, CompareWindow)
    if compare.columns.stops:
        keys.press("F8")
        assert compare.columns.number == 1
    keys.press("Escape")
    assert not compare.isVisible()
    for _ in range(200):
        if tree.selected_member() is not None:
            break
        keys.press("Right", "Down")
    chosen = tree.selected_member()
    assert chosen is not None
    text = opened.workspace.desk.text_of(chosen[1].document)
    remove = opened.window.parts.repeats.remove_button
    keys.walk_to(lambda widget: widget is remove, BACK_TAB)
    assert isinstance(keys.focus, QToolButton)
    keys.press("Space")
    assert len(opened.workspace.desk.text_of(chosen[1].document)) < len(text)
    keys.do(ActionId.UNDO)
    assert opened.workspace.desk.text_of(chosen[1].document) == text
    keys.back_to_text()


def look_around(keys: Keyboard) -> None:
    """Through the views, the panels and the dialogs, and always back."""
    opened = keys.opened
    keys.do(ActionId.THREE_VIEWS)
    assert opened.window.parts.views.shows_all
    assert keys.in_text
    keys.do(ActionId.THREE_VIEWS)
    keys.do(ActionId.SHOW_CLEAN)
    keys.do(ActionId.SHOW_CLEAN)
    assert keys.in_text
    for action in (
        ActionId.GO_TO_LIBRARY,
        ActionId.GO_TO_FINDINGS,
        ActionId.GO_TO_REPEATS,
        ActionId.GO_TO_NOTES,
        ActionId.GO_TO_HISTORY,
        ActionId.FIND,
        ActionId.SETTINGS,
        ActionId.COMMANDS,
        ActionId.HELP,
        ActionId.REPEAT_MAP,
    ):
        keys.do(action)
        assert not keys.in_text, action
        keys.back_to_text()


def export(keys: Keyboard, target: Path) -> None:
    def name() -> None:
        keys.press("Ctrl+A")
        keys.type(str(target))
        keys.press("Return")

    keys.answering(name, lambda: keys.do(ActionId.EXPORT_DOCUMENT))
    assert target.exists()


def review(qtbot: QtBot, folder: Path, paths: list[Path], document: Path | None = None) -> None:
    """Review one document from opening it to its clean file, and look at it after a restart."""
    opened = OpenedWindow(qtbot, folder, paths)
    keys = Keyboard(opened)
    if document is not None:
        open_by_keyboard(keys, document)
        qtbot.waitUntil(lambda: len(opened.workspace.documents) > len(paths), timeout=30_000)
    opened.wait_for_search()
    assert keys.in_text
    rejected = judge(keys)
    rewritten = rewrite(keys)
    annotate(keys)
    work_in_list(keys)
    judge_many(keys)
    find_and_replace(keys)
    reviewed = opened.workspace.document
    if opened.workspace.repeats.families:
        compare_copies(keys)
    for _ in range(len(opened.workspace.documents)):
        if opened.workspace.document != reviewed:
            keys.do(ActionId.NEXT_DOCUMENT)
    assert opened.workspace.document == reviewed
    look_around(keys)
    export(keys, folder / "clean.txt")
    state = opened.workspace.reviewed
    assert state is not None
    clean = (folder / "clean.txt").read_text(encoding="utf-8")
    assert clean == state.cleaned(engine_language()).text
    assert "another " in clean
    marks = [(mark.anchor, mark.decision) for mark in state.marks]
    keys.press("Ctrl+Q")
    qtbot.waitUntil(lambda: not opened.window.isVisible())

    again = OpenedWindow(qtbot, folder)
    kept = again.workspace.reviewed
    assert kept is not None
    assert again.workspace.document == reviewed
    assert [(mark.anchor, mark.decision) for mark in kept.marks] == marks
    assert mark_at(again, rejected).decision.verdict is Verdict.REJECTED
    assert mark_at(again, rewritten).decision.replacement == "another "
    assert [note.note for note in kept.notes] == [NOTE]
    again.close()


def test_a_sample_is_reviewed_by_keyboard_alone(qtbot: QtBot, tmp_path: Path) -> None:
    samples = sorted(resource("samples").glob("*.txt"))
    review(qtbot, tmp_path, [samples[1]], samples[0])


@pytest.mark.seeds
def test_a_real_speech_is_reviewed_by_keyboard_alone(
    qtbot: QtBot, tmp_path: Path, seed_files: list[Path]
) -> None:
    review(qtbot, tmp_path, [seed_files[2]])


def test_the_first_page_has_the_keyboard_and_leads_to_the_samples(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    keys = Keyboard(opened)
    first = opened.window.parts.first_page
    keys.press("Escape")
    assert keys.focus is first.open_button
    keys.press("Tab")
    assert keys.focus is first.samples_button
    keys.press("Space")
    opened.wait_for_search()
    assert keys.in_text
    opened.close()


def test_the_tab_key_goes_all_round_the_window_and_gets_stuck_nowhere(
    qtbot: QtBot, tmp_path: Path
) -> None:
    samples = sorted(resource("samples").glob("*.txt"))
    opened = OpenedWindow(qtbot, tmp_path, samples[:2])
    opened.wait_for_search()
    keys = Keyboard(opened)
    parts = opened.window.parts
    keys.do(ActionId.NEXT_FINDING)
    keys.do(ActionId.GO_TO_LIBRARY)
    seen: list[object] = []
    for _ in range(40):
        if keys.focus in seen:
            break
        seen.append(keys.focus)
        # In the text a tab is a character; Ctrl+Tab leaves it in Qt, and so do our keys.
        keys.press("Alt+2") if keys.in_text else keys.press("Tab")
    for panel in (parts.library.list, parts.findings.table, parts.findings.detail.field):
        assert panel in seen
    assert keys.focus in seen
    opened.close()


def test_keys_lead_to_fields_that_another_tab_hides(qtbot: QtBot, tmp_path: Path) -> None:
    samples = sorted(resource("samples").glob("*.txt"))
    opened = OpenedWindow(qtbot, tmp_path, samples[2:3])
    opened.wait_for_search()
    keys = Keyboard(opened)
    parts = opened.window.parts
    keys.do(ActionId.NEXT_FINDING)
    for action, field in (
        (ActionId.EDIT_REPLACEMENT, parts.findings.detail.field),
        (ActionId.FILTER_FINDINGS, parts.findings.filter_bar.words),
    ):
        keys.do(ActionId.GO_TO_HISTORY)
        assert parts.side.currentWidget() is parts.history
        keys.do(action)
        assert keys.focus is field
    keys.back_to_text()
    keys.do(ActionId.GO_TO_REPEATS)
    assert keys.focus is not None, "an empty panel takes the keyboard all the same"
    keys.back_to_text()
    opened.close()


def test_escape_in_the_text_closes_what_stands_above_it(qtbot: QtBot, tmp_path: Path) -> None:
    samples = sorted(resource("samples").glob("*.txt"))
    opened = OpenedWindow(qtbot, tmp_path, samples[2:3])
    opened.wait_for_search()
    keys = Keyboard(opened)
    parts = opened.window.parts
    parts.notice.say("已在文稿库中")
    keys.do(ActionId.FIND)
    keys.type("x")
    keys.do(ActionId.FOCUS_TEXT)
    keys.press("Escape")
    assert not parts.find.isVisible()
    assert parts.notice.isVisible()
    keys.press("Escape")
    assert not parts.notice.isVisible()
    assert keys.in_text
    opened.close()


def test_findings_are_spoken_in_whole_sentences(qtbot: QtBot, tmp_path: Path) -> None:
    speech = tmp_path / "speech.txt"
    speech.write_text(
        "同志們：\n責(zé)任重大，現(xiàn)在要發(fā)展。責(zé)任到人。\n", encoding="utf-8"
    )
    opened = OpenedWindow(qtbot, tmp_path, [speech])
    opened.wait_for_search()
    keys = Keyboard(opened)
    view, table = opened.window.parts.text.view, opened.window.parts.findings.table
    assert view.accessibleDescription() == ""
    keys.do(ActionId.NEXT_FINDING)
    sentence = view.accessibleDescription()
    for words in ("“(zé)”删去", "待定", "第 2 段"):
        assert words in sentence
    spoken = table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == sentence
    anchor = opened.workspace.anchor
    keys.do(ActionId.ACCEPT)
    keys.do(ActionId.PREVIOUS_FINDING)
    assert opened.workspace.anchor != anchor or "已采纳" in view.accessibleDescription()
    keys.do(ActionId.SHOW_CLEAN)
    assert view.accessibleDescription() == ""
    opened.close()
