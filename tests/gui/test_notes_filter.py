"""The list of notes is searched, filtered and ticked; the form changes label, colour and to-do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer.gui.models.keyed_rows import ROW_WORDS, RowWords
from reviewer.gui.models.notes_filter import NoteChoice, NoteScope, NotesFilter
from reviewer.gui.models.notes_rows import ListedNote
from reviewer.gui.panels.notes_list import tick_box
from reviewer.gui.panels.notes_panel import NotesPanel
from reviewer.gui.theme import Theme
from reviewer.review.annotation import Annotation, NoteColour, NoteContent, Task
from reviewer.text.span import Span

ROAD = Annotation(
    "road", Span(6, 12), "修路二十公里", "里程待核", "数字", NoteColour.BLUE, Task.OPEN
)
MAYOR = Annotation("mayor", Span(14, 16), "王县长", "问办公室", "人名", NoteColour.PINK, Task.DONE)
LOST = Annotation("lost", Span(3, 3), "删掉的话", "为什么删？", "", NoteColour.GREEN, Task.OPEN)
PRAISE = Annotation("praise", Span(20, 24), "比喻", "写得好 WELL")
NOTES = [ROAD, MAYOR, LOST, PRAISE]
LABELS = ["人名", "数字"]


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> NotesPanel:
    """The panel on the screen with four notes of all sorts."""
    made = NotesPanel(theme)
    qtbot.addWidget(made)
    made.resize(420, 560)
    made.show_notes([ListedNote(note, 1) for note in NOTES], LABELS)
    made.show()
    made.activateWindow()
    made.list.setFocus()
    qtbot.waitUntil(made.list.hasFocus)
    return made


def choose(panel: NotesPanel, words: str) -> None:
    place = panel.filter.choices.findText(words)
    assert place >= 0, words
    panel.filter.choices.setCurrentIndex(place)


def words_of(panel: NotesPanel, uid: str) -> RowWords:
    row = panel.list.keys.index(uid)
    return panel.list.model().index(row, 0).data(ROW_WORDS)


def place_of(panel: NotesPanel, uid: str) -> QPoint:
    index = panel.list.model().index(panel.list.keys.index(uid), 0)
    return tick_box(panel.list.visualRect(index)).center()


def labels(panel: NotesPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("里程", ["road"]),
        ("人名", ["mayor"]),
        ("二十", ["road"]),
        ("well", ["praise"]),
        ("待", ["road"]),
        ("没有这样的话", []),
        ("  ", ["road", "mayor", "lost", "praise"]),
    ],
)
def test_words_are_looked_for_in_note_label_and_quote(
    panel: NotesPanel, words: str, found: list[str]
) -> None:
    panel.filter.words.setText(words)
    assert panel.list.keys == found


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ("待办", ["road", "lost"]),
        ("已完成", ["mayor"]),
        ("位置已失", ["lost"]),
        ("标签：数字", ["road"]),
        ("全部批注", ["road", "mayor", "lost", "praise"]),
    ],
)
def test_one_choice_says_which_notes_are_listed(
    panel: NotesPanel, choice: str, found: list[str]
) -> None:
    choose(panel, choice)
    assert panel.list.keys == found
    assert ("4 条批注 · 待办 2" if len(found) == 4 else f"列出 {len(found)} 条") in labels(panel)[0]


def test_where_nothing_is_found_a_button_shows_all_again(qtbot: QtBot, panel: NotesPanel) -> None:
    choose(panel, "已完成")
    panel.filter.words.setText("里程")
    assert "没有符合条件的批注" in labels(panel)
    panel.filter.show_all()
    assert len(panel.list.keys) == 4
    assert panel.filter.value == NotesFilter()


def test_a_label_that_went_out_of_use_stays_chosen_and_is_remembered(panel: NotesPanel) -> None:
    choose(panel, "标签：数字")
    panel.show_notes([ListedNote(PRAISE, 1)], [])
    assert panel.list.keys == []
    state = panel.filter_state()
    other = NotesPanel()
    other.restore_filter_state(state)
    assert other.filter.value == NotesFilter(label="数字")
    other.restore_filter_state({"choice": "nonsense", "scope": 7})
    assert other.filter.value.choice is NoteChoice.ALL
    other.deleteLater()


def test_a_row_names_its_colour_and_to_do_for_those_who_do_not_see_them(panel: NotesPanel) -> None:
    road, mayor, praise = (words_of(panel, uid) for uid in ("road", "mayor", "praise"))
    assert (road.ticked, mayor.ticked, praise.ticked) == (False, True, None)
    assert "蓝色，待办" in road.spoken
    assert "粉色，已完成" in mayor.spoken
    assert "黄色" in praise.spoken
    assert "待办" not in praise.spoken
    assert road.words_aside == "数字"


def test_a_note_of_another_document_names_that_document(panel: NotesPanel) -> None:
    panel.show_notes([ListedNote(ROAD, None, "另一篇讲话"), ListedNote(LOST, None, "另一篇讲话")])
    assert (words_of(panel, "road").words_aside, words_of(panel, "road").aside) == (
        "数字 · 另一篇讲话",
        "",
    )
    assert words_of(panel, "lost").aside == "位置已失"


def test_a_click_on_the_box_ticks_and_neither_chooses_nor_opens(
    qtbot: QtBot, panel: NotesPanel
) -> None:
    told: list[str] = []
    panel.note_ticked.connect(lambda uid: told.append(f"ticked {uid}"))
    panel.note_chosen.connect(lambda uid: told.append(f"chosen {uid}"))
    panel.note_opened.connect(lambda uid: told.append(f"opened {uid}"))
    left, port = Qt.MouseButton.LeftButton, panel.list.viewport()
    qtbot.mouseClick(port, left, pos=place_of(panel, "lost"))
    assert told == ["ticked lost"]
    assert panel.chosen is None
    qtbot.mouseClick(port, left, pos=place_of(panel, "praise"))
    assert told == ["ticked lost", "chosen praise", "opened praise"], "a remark has no box"


def test_the_space_bar_ticks_the_chosen_note(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.list.choose("mayor")
    with qtbot.waitSignal(panel.note_ticked) as told:
        qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert told.args == ["mayor"]


def test_enter_in_the_list_leads_into_the_words(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.list.choose("road")
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.area.hasFocus()


def said(panel: NotesPanel) -> list[tuple[str, NoteContent]]:
    """All that the panel tells of notes that say something else, from now on."""
    told: list[tuple[str, NoteContent]] = []
    panel.note_changed.connect(lambda uid, content: told.append((uid, content)))
    return told


def test_a_colour_a_tick_and_a_label_are_told_at_once(qtbot: QtBot, panel: NotesPanel) -> None:
    told = said(panel)
    panel.edit_note("praise")
    form = panel.form
    qtbot.waitUntil(lambda: form.colours.height() > 10)
    qtbot.mouseClick(form.colours.buttons[NoteColour.PURPLE], Qt.MouseButton.LeftButton)
    assert told[-1] == ("praise", NoteContent("写得好 WELL", "", NoteColour.PURPLE))
    form.task.click()
    assert told[-1][1].task is Task.OPEN
    form.label.setEditText("  措辞 ")
    qtbot.keyClick(form.label, Qt.Key.Key_Return)
    assert told[-1][1] == NoteContent("写得好 WELL", "措辞", NoteColour.PURPLE, Task.OPEN)
    assert len(told) == 3


def test_the_arrow_keys_choose_a_colour(qtbot: QtBot, panel: NotesPanel) -> None:
    told = said(panel)
    panel.edit_note("praise")
    yellow = panel.form.colours.buttons[NoteColour.YELLOW]
    yellow.setFocus()
    qtbot.keyClick(yellow, Qt.Key.Key_Right)
    assert [content.colour for _, content in told] == [NoteColour.GREEN]


def test_changing_the_words_of_what_is_done_leaves_it_done(panel: NotesPanel) -> None:
    told = said(panel)
    panel.edit_note("mayor")
    panel.area.insertPlainText("，已问")
    panel.commit()
    assert told == [("mayor", NoteContent("问办公室，已问", "人名", NoteColour.PINK, Task.DONE))]


def test_a_label_that_cannot_be_shown_as_it_is_stays_what_it_was(panel: NotesPanel) -> None:
    odd = Annotation("odd", Span(0, 1), "开", "查", "甲\udc80\n乙")
    panel.show_notes([ListedNote(odd, 1)], [odd.label])
    told = said(panel)
    panel.edit_note("odd")
    panel.commit()
    assert told == []
    panel.area.insertPlainText("过")
    panel.commit()
    assert told[0][1].label == odd.label


def test_choosing_a_note_that_the_filter_hides_shows_all(panel: NotesPanel) -> None:
    choose(panel, "已完成")
    panel.choose("road")
    assert panel.chosen == "road"
    assert panel.filter.value.choice is NoteChoice.ALL


def test_the_scope_is_asked_for_and_remembered(qtbot: QtBot, panel: NotesPanel) -> None:
    with qtbot.waitSignal(panel.scope_changed):
        panel.filter.set_scope(NoteScope.LIBRARY)
    assert panel.filter_state()["scope"] == "library"
