"""The list of notes: what it says, how a note is rewritten, and that nothing written is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reviewer.gui.models.keyed_rows import ROW_WORDS, RowWords
from reviewer.gui.models.notes_rows import ListedNote
from reviewer.gui.panels.notes_panel import NotesPanel
from reviewer.gui.theme import Theme, load_theme
from reviewer.review.annotation import Annotation, NoteColour, NoteContent
from reviewer.text.span import Span

ROAD = Annotation("a", Span(6, 12), "修路二十公里", "请核实里程\n问交通局")
LOST = Annotation("b", Span(3, 3), "删掉的话", "这句为什么删？")
EMPTY = Annotation("c", Span(14, 16), "结尾", "")
NOTES = [ROAD, LOST, EMPTY]
PARAGRAPHS = {"a": 2, "b": 1, "c": 3}


def listed(notes: Sequence[Annotation], placed: bool = True) -> list[ListedNote]:
    """The notes with the numbers of their paragraphs."""
    return [ListedNote(note, PARAGRAPHS.get(note.uid) if placed else None) for note in notes]


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> NotesPanel:
    """The panel on the screen with three notes."""
    made = NotesPanel(theme)
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show_notes(listed(NOTES))
    made.show()
    made.activateWindow()
    made.list.setFocus()
    qtbot.waitUntil(made.list.hasFocus)
    return made


@pytest.fixture
def told(panel: NotesPanel) -> list[tuple[str, ...]]:
    """Everything that the panel tells, in order."""
    reported: list[tuple[str, ...]] = []
    panel.note_chosen.connect(lambda uid: reported.append(("chosen", uid)))
    panel.note_changed.connect(lambda uid, said: reported.append(("rewritten", uid, said.note)))
    panel.note_deleted.connect(lambda uid: reported.append(("deleted", uid)))
    return reported


def row_words(panel: NotesPanel, row: int) -> RowWords:
    return panel.list.model().index(row, 0).data(ROW_WORDS)


def place_of(panel: NotesPanel, row: int) -> QPoint:
    return panel.list.visualRect(panel.list.model().index(row, 0)).center()


def click(qtbot: QtBot, panel: NotesPanel, row: int) -> None:
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place_of(panel, row))


def write(panel: NotesPanel, words: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(panel.area, event)


def labels(panel: NotesPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_each_note_says_what_it_is_about_and_where(panel: NotesPanel) -> None:
    first, lost, empty = (row_words(panel, row) for row in range(3))
    assert (first.heading, first.words, first.aside) == (
        "请核实里程",
        "「修路二十公里」",
        "第 2 段",
    )
    assert (lost.aside, lost.warns) == ("位置已失", True)
    assert empty.heading == "（未写内容）"
    assert "3 条批注" in labels(panel)


def test_without_the_text_no_place_is_made_up(panel: NotesPanel) -> None:
    panel.show_notes(listed(NOTES, placed=False))
    assert [row_words(panel, row).aside for row in range(3)] == ["", "位置已失", ""]


def test_without_notes_it_says_how_to_make_one(panel: NotesPanel) -> None:
    panel.show_notes([])
    assert "还没有批注" in labels(panel)
    assert not panel.area.isVisible()


def test_choosing_a_note_shows_all_of_it(
    qtbot: QtBot, panel: NotesPanel, told: list[tuple[str, ...]]
) -> None:
    assert not panel.area.isVisible()
    click(qtbot, panel, 0)
    assert panel.area.toPlainText() == "请核实里程\n问交通局"
    assert "「修路二十公里」" in labels(panel)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert told == [("chosen", "a"), ("chosen", "b")]
    click(qtbot, panel, 1)
    assert told[2:] == [("chosen", "b")], "a click on the chosen note leads back to its place"


def test_control_and_enter_commit(
    qtbot: QtBot, panel: NotesPanel, told: list[tuple[str, ...]]
) -> None:
    panel.edit_note("b")
    assert panel.area.hasFocus()
    write(panel, "已问过")
    qtbot.keyClick(panel.area, Qt.Key.Key_Return)
    write(panel, "办公室")
    qtbot.keyClick(panel.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == [("rewritten", "b", "这句为什么删？已问过\n办公室")]
    assert panel.list.hasFocus()


def test_leaving_the_area_commits_once(
    qtbot: QtBot, panel: NotesPanel, told: list[tuple[str, ...]]
) -> None:
    panel.edit_note("c")
    write(panel, "写好了")
    panel.list.setFocus()
    panel.area.setFocus()
    panel.list.setFocus()
    assert told == [("rewritten", "c", "写好了")]


def test_what_was_written_goes_to_its_own_note_when_another_is_clicked(
    qtbot: QtBot, panel: NotesPanel, told: list[tuple[str, ...]]
) -> None:
    def follow(uid: str, said: NoteContent) -> None:
        notes = [note.saying(said) if note.uid == uid else note for note in NOTES]
        panel.show_notes(listed(notes))

    panel.note_changed.connect(follow)
    panel.edit_note("c")
    write(panel, "写好了")
    click(qtbot, panel, 0)
    assert told == [("rewritten", "c", "写好了"), ("chosen", "a")]
    assert row_words(panel, 2).heading == "写好了"
    assert panel.area.toPlainText() == ROAD.note


def test_nothing_is_committed_that_was_not_changed(
    qtbot: QtBot, panel: NotesPanel, told: list[tuple[str, ...]]
) -> None:
    panel.edit_note("a")
    write(panel, "错")
    qtbot.keyClick(panel.area, Qt.Key.Key_Backspace)
    panel.commit()
    qtbot.keyClick(panel.area, Qt.Key.Key_Escape)
    assert told == []


def test_escape_goes_back_to_what_the_note_said(
    qtbot: QtBot, panel: NotesPanel, told: list[tuple[str, ...]]
) -> None:
    panel.edit_note("b")
    write(panel, "不要了")
    qtbot.keyClick(panel.area, Qt.Key.Key_Escape)
    assert panel.area.toPlainText() == LOST.note
    assert panel.list.hasFocus()
    assert told == []


def test_what_is_being_written_outlives_new_notes_around_it(panel: NotesPanel) -> None:
    panel.edit_note("b")
    write(panel, "还在写")
    panel.show_notes(listed([ROAD, LOST]))
    assert panel.area.toPlainText() == LOST.note + "还在写"
    assert panel.area.hasFocus()


def test_another_document_gets_what_was_written_told_first(
    panel: NotesPanel, told: list[tuple[str, ...]]
) -> None:
    panel.edit_note("b")
    write(panel, "没写完")
    panel.show_notes([])
    assert told == [("rewritten", "b", LOST.note + "没写完")]


def test_a_note_that_was_undone_shows_what_it_says_now(panel: NotesPanel) -> None:
    panel.edit_note("a")
    panel.list.setFocus()
    panel.show_notes(listed([replace(ROAD, note="旧的话"), LOST]))
    assert panel.area.toPlainText() == "旧的话"
    assert panel.chosen == "a"


def test_deleting_is_asked_for_the_chosen_note_and_saves_what_was_written_before(
    qtbot: QtBot, panel: NotesPanel, told: list[tuple[str, ...]]
) -> None:
    panel.edit_note("b")
    write(panel, "补充")
    qtbot.waitUntil(lambda: panel.delete_button.height() > 10)
    qtbot.mouseClick(panel.delete_button, Qt.MouseButton.LeftButton)
    assert told == [("rewritten", "b", LOST.note + "补充"), ("deleted", "b")]


def test_the_delete_key_in_the_list_deletes_nothing(
    qtbot: QtBot, panel: NotesPanel, told: list[tuple[str, ...]]
) -> None:
    click(qtbot, panel, 0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert told == [("chosen", "a")]


def test_an_unknown_note_is_not_edited(panel: NotesPanel) -> None:
    panel.edit_note("no such note")
    assert panel.chosen is None
    assert not panel.area.isVisible()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_quotes_and_notes_are_never_read_as_markup(panel: NotesPanel, name: str) -> None:
    panel.set_theme(load_theme(name))
    note = Annotation("m", Span(0, 2), "<b>\n\udc80", "<i>斜</i>\u202e" * 200)
    panel.show_notes(listed([note]))
    panel.edit_note("m")
    assert row_words(panel, 0).words == "「<b>⏎�」"
    [quote] = [label for label in panel.findChildren(QLabel) if label.text() == "「<b>⏎�」"]
    assert quote.textFormat() is Qt.TextFormat.PlainText
    tip = panel.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<p>&lt;i&gt;斜")
    assert not panel.grab().isNull()


def test_every_control_has_a_name_and_the_tab_key_reaches_it(
    qtbot: QtBot, panel: NotesPanel
) -> None:
    form, bar = panel.form, panel.filter
    controls = (panel, panel.list, panel.area, form.label, form.colours, panel.delete_button)
    controls += (bar.words, bar.choices, bar.scopes, *form.colours.buttons.values())
    assert all(control.accessibleName() for control in controls)
    assert form.task.text()
    click(qtbot, panel, 0)
    yellow = form.colours.buttons[NoteColour.YELLOW]
    for expected in (panel.area, form.label, yellow, form.task, panel.delete_button):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert expected.hasFocus()
