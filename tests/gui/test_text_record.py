"""Whatever the editor does in the text view, the record follows exactly, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.gui.positions import unit_length
from reviewer.gui.text.pieces import LONGEST_PARAGRAPH, PIECE_LENGTH, piece_ends, soft_breaks
from reviewer.gui.text.substitution import BLOCK_SEPARATOR, is_plain, plain_text, shown
from reviewer.gui.text.view import TextView
from reviewer.review.edits import Edit, EditMismatch, EditScript
from reviewer.text.span import Span

EXT_B = "𠮷"
ODD = "\ufeff甲\u00a0乙\u2028丙\u2029丁\ufdd0戊\ufdd1己\x00庚\ud840辛\r壬\ufffc癸\x0b子\x85丑\ufeff"
SPEECH = "同志们：\n今天开会。\n第一，抓落实。"
LONG = "".join(f"第{number}项工作要抓紧落实。" for number in range(600))

Doing = Callable[[QtBot, TextView], object]


def held(view: TextView) -> str:
    """What the widget's document holds, without the soft breaks."""
    units = view.document().toRawText().encode("utf-16-le")
    pieces = [
        units[2 * unit : 2 * unit + 2]
        for unit in range(len(units) // 2)
        if not view.positions.is_break(unit)
    ]
    return b"".join(pieces).decode("utf-16-le")


def assert_agrees(view: TextView) -> None:
    """The widget shows the record, stand-ins apart, and the positions fit it."""
    assert held(view) == shown(view.record).replace("\n", BLOCK_SEPARATOR)
    assert view.positions.units == view.document().characterCount() - 1
    assert view.positions.length == len(view.record)


def select(view: TextView, start: int, end: int) -> None:
    view.place_cursor(Span(start, end))


def press(key: Qt.Key, *held_keys: Qt.KeyboardModifier) -> Doing:
    modifiers = Qt.KeyboardModifier.NoModifier
    for held_key in held_keys:
        modifiers |= held_key
    return lambda qtbot, view: qtbot.keyClick(view, key, modifiers)


def type_in(text: str) -> Doing:
    return lambda qtbot, view: qtbot.keyClicks(view, text)


def commit(text: str, start: int = 0, length: int = 0) -> Doing:
    """What an input method does: compose, then put `text` for `length` characters from `start`."""

    def send(_: QtBot, view: TextView) -> None:
        QApplication.sendEvent(view, QInputMethodEvent("ni'hao", []))
        event = QInputMethodEvent("", [])
        event.setCommitString(text, start, length)
        QApplication.sendEvent(view, event)

    return send


def paste(text: str) -> Doing:
    def send(_: QtBot, view: TextView) -> None:
        QGuiApplication.clipboard().setText(text)
        view.paste()

    return send


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("text", "selection", "doing", "expected"),
    [
        ("城市", (1, 1), type_in("a"), Edit(1, "", "a")),
        ("城市", (2, 2), type_in("a"), Edit(2, "", "a")),
        ("", (0, 0), type_in("a"), Edit(0, "", "a")),
        ("aaa", (1, 1), type_in("a"), Edit(1, "", "a")),
        (SPEECH, (4, 4), press(Qt.Key.Key_Return), Edit(4, "", "\n")),
        (SPEECH, (4, 4), press(Qt.Key.Key_Return, SHIFT), Edit(4, "", "\n")),
        ("城市", (2, 2), press(Qt.Key.Key_Return), Edit(2, "", "\n")),
        (SPEECH, (5, 5), press(Qt.Key.Key_Backspace), Edit(4, "\n", "")),
        (SPEECH, (4, 4), press(Qt.Key.Key_Delete), Edit(4, "\n", "")),
        (f"甲{EXT_B}乙", (2, 2), press(Qt.Key.Key_Backspace), Edit(1, EXT_B, "")),
        (f"甲{EXT_B}乙", (1, 1), press(Qt.Key.Key_Delete), Edit(1, EXT_B, "")),
        (f"{EXT_B}甲乙", (1, 2), type_in("x"), Edit(1, "甲", "x")),
        (SPEECH, (2, 7), type_in("x"), Edit(2, "们：\n今天", "x")),
        ("城市", (0, 2), press(Qt.Key.Key_Delete), Edit(0, "城市", "")),
        (SPEECH, (0, len(SPEECH)), press(Qt.Key.Key_Backspace), Edit(0, SPEECH, "")),
        (SPEECH, (5, 7), press(Qt.Key.Key_X, CTRL), Edit(5, "今天", "")),
        ("城市", (1, 1), commit("管"), Edit(1, "", "管")),
        ("的的的的", (1, 1), commit("的"), Edit(1, "", "的")),
        ("的的的的", (2, 2), commit("的的"), Edit(2, "", "的的")),
        ("己经开始", (1, 1), commit("已", -1, 1), Edit(0, "己", "已")),
        ("城市", (1, 1), commit("a\r\nb\u2029c"), Edit(1, "", "a\nb\nc")),
        ("己经开始", (1, 1), commit("已\n", -1, 1), Edit(0, "己", "已\n")),
        ("城市", (1, 1), paste("a\r\nb\rc\u2028d"), Edit(1, "", "a\nb\nc\nd")),
        ("城市", (0, 2), paste("\x00新\ufffe"), Edit(0, "城市", "新")),
        ("城市", (1, 1), paste("<b>粗</b>"), Edit(1, "", "<b>粗</b>")),
    ],
)
def test_what_the_editor_does_is_one_exact_edit(
    qtbot: QtBot,
    view: TextView,
    edits: list[Edit],
    text: str,
    selection: tuple[int, int],
    doing: Doing,
    expected: Edit,
) -> None:
    view.show_document(text)
    select(view, *selection)
    doing(qtbot, view)
    assert edits == [expected]
    assert view.record == EditScript((expected,)).apply(text)
    assert view.cursor_offset == expected.start + len(expected.inserted)
    assert_agrees(view)


def test_a_change_from_outside_ends_what_is_being_composed(
    qtbot: QtBot, view: TextView, edits: list[Edit]
) -> None:
    view.show_document("城市管理\n工作")
    select(view, 2, 2)
    QApplication.sendEvent(view, QInputMethodEvent("ni'hao", []))
    view.apply_edit(Edit(1, "", "新\n"))
    assert not view.document().firstBlock().layout().preeditAreaText()
    assert not view.document().firstBlock().next().layout().preeditAreaText()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.cursor_offset <= 3
    assert edits == []
    assert_agrees(view)


def test_composing_over_a_selection_removes_it_before_the_commit(
    qtbot: QtBot, view: TextView, edits: list[Edit]
) -> None:
    view.show_document("城市管理")
    select(view, 1, 3)
    commit(EXT_B)(qtbot, view)
    assert edits == [Edit(1, "市管", ""), Edit(1, "", EXT_B)]
    assert_agrees(view)


@pytest.mark.parametrize(
    "doing",
    [
        press(Qt.Key.Key_Left),
        press(Qt.Key.Key_C, CTRL),
        press(Qt.Key.Key_Z, CTRL),
        paste(""),
        lambda _, view: QApplication.sendEvent(view, QInputMethodEvent("ni", [])),
        lambda _, view: view.set_text_font(20),
        lambda _, view: view.set_theme(view.theme),
        lambda _, view: view.show_document(ODD),
    ],
    ids=["move", "copy", "undo key", "empty paste", "composing", "font", "theme", "load"],
)
def test_what_changes_no_text_is_no_edit(
    qtbot: QtBot, view: TextView, edits: list[Edit], doing: Doing
) -> None:
    view.show_document("城市管理")
    select(view, 1, 1)
    doing(qtbot, view)
    assert edits == []
    assert_agrees(view)


def test_characters_that_qt_would_change_survive_in_the_record(
    qtbot: QtBot, view: TextView, edits: list[Edit]
) -> None:
    view.show_document(ODD)
    assert view.record == ODD
    assert_agrees(view)
    for offset in range(len(ODD), -1, -1):
        select(view, offset, offset)
        commit("x")(qtbot, view)
    assert view.record == "x" + "".join(f"{character}x" for character in ODD)
    assert len(edits) == len(ODD) + 1
    assert_agrees(view)


def test_a_copy_holds_the_record_and_not_its_stand_ins(qtbot: QtBot, view: TextView) -> None:
    text = "甲\u00a0乙\u2028丙\x01丁\n戊"
    for mark in ("", "\ufeff", "\ufffe"):
        view.show_document(mark + text)
        view.selectAll()
        qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
        assert QGuiApplication.clipboard().text() == text


def test_what_is_taken_as_plain_needs_no_stand_in_and_no_second_unit() -> None:
    plain = [character for character in map(chr, range(0x20000)) if is_plain(character)]
    assert shown("".join(plain)) == "".join(plain)
    assert unit_length("".join(plain)) == len(plain)
    assert set("城，。A1 \n\u3000") <= set(plain)
    assert not is_plain(SPEECH + EXT_B)


def test_a_stand_in_never_has_another_length() -> None:
    everything = "".join(map(chr, range(0x110000)))
    assert len(shown(everything)) == len(everything)
    assert shown(shown(everything)) == shown(everything)
    assert set(shown("\r\x00\u2028\ufdd0\ud800")).isdisjoint("\r\x00\u2028\ufdd0\ud800")
    assert shown("城市\t管理\n\u00a0") == "城市\t管理\n\u00a0"
    assert "\ud800" not in plain_text(everything)


class Drop(QDropEvent):
    """The end of a drag from `origin`; a real drag cannot run without a screen."""

    origin: QObject | None = None

    def source(self) -> QObject:
        return self.origin or super().source()


def dropped(view: TextView, text: str, offset: int, origin: QObject | None = None) -> None:
    """Drop `text` at the character at `offset`; with an origin, as a move from there."""
    data = QMimeData()
    data.setText(text)
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.positions.unit(offset))
    event = Drop(
        QPointF(view.cursorRect(cursor).center()),
        Qt.DropAction.MoveAction if origin else Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.origin = origin
    view.dropEvent(event)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (0, [Edit(2, "管理", ""), Edit(0, "", "管理")]),
        (6, [Edit(2, "管理", ""), Edit(4, "", "管理")]),
        (3, []),
        (4, []),
    ],
    ids=["back", "ahead", "into itself", "beside itself"],
)
def test_moving_text_is_a_removal_and_an_insertion(
    view: TextView, edits: list[Edit], place: int, expected: list[Edit]
) -> None:
    view.show_document("城市管理工作\n很重要")
    select(view, 2, 4)
    dropped(view, "管理", place, view.viewport())
    assert edits == expected
    assert sorted(view.record) == sorted("城市管理工作\n很重要")
    assert_agrees(view)


def test_text_from_elsewhere_is_put_where_it_is_dropped(view: TextView, edits: list[Edit]) -> None:
    view.show_document("城市管理")
    select(view, 0, 1)
    dropped(view, "新\r\n", 2)
    assert edits == [Edit(2, "", "新\n")]
    assert_agrees(view)


def test_files_are_not_dropped_into_the_text(view: TextView) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/speech.txt")])
    data.setText("/speech.txt")
    assert not view.canInsertFromMimeData(data)


def test_a_view_to_read_only_takes_nothing(qtbot: QtBot, view: TextView, edits: list[Edit]) -> None:
    view.show_document("城市")
    view.setReadOnly(True)
    for doing in (type_in("a"), press(Qt.Key.Key_Delete), press(Qt.Key.Key_Return, SHIFT)):
        doing(qtbot, view)
    dropped(view, "新", 1)
    assert edits == []
    assert view.record == "城市"


def test_undo_and_redo_keys_reach_the_window(qtbot: QtBot, view: TextView) -> None:
    called: list[str] = []
    for keys in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
        action = QAction(keys.name, view)
        action.setShortcuts(keys)
        action.triggered.connect(lambda _=False, name=keys.name: called.append(name))
        view.addAction(action)
    view.show_document("城市")
    qtbot.keyClicks(view, "x")
    qtbot.keyClick(view, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_Z, CTRL | SHIFT)
    assert called == ["Undo", "Redo"]
    assert view.record == "x城市"


def test_taking_edits_back_from_outside_gives_the_text_back_in_silence(
    qtbot: QtBot, view: TextView, edits: list[Edit]
) -> None:
    view.show_document(ODD + SPEECH)
    for start, end, doing in ((3, 9, type_in("xy")), (0, 0, commit("的")), (7, 20, paste("a\nb"))):
        select(view, start, end)
        doing(qtbot, view)
    done = list(edits)
    for edit in reversed(done):
        view.apply_script(EditScript((edit,)).inverse())
        assert_agrees(view)
    assert view.record == ODD + SPEECH
    assert edits == done


def test_a_change_from_outside_keeps_caret_and_rows_in_place(view: TextView) -> None:
    text = "\n".join(f"第{number}段，城市管理工作要抓紧抓实。" for number in range(300))
    view.show_document(text)
    view.reveal(Span(text.index("第200段"), text.index("第200段")))
    seen, caret = view.visible_span().of(text), view.cursor_offset
    view.apply_script(EditScript((Edit(0, "", "新的开头\n又一段\n"), Edit(3, text[3:9], ""))))
    assert view.visible_span().of(view.record) == seen
    assert view.record[view.cursor_offset :].startswith(text[caret:])
    view.set_text(text)
    assert view.record == text
    assert view.visible_span().of(text) == seen
    assert view.cursor_offset == caret
    assert_agrees(view)


def test_another_document_is_shown_from_its_start(view: TextView, edits: list[Edit]) -> None:
    text = "城市管理\n" * 200
    view.show_document(text)
    view.reveal(Span(600, 610))
    view.show_document(text + "完")
    assert view.cursor_offset == 0
    assert view.visible_span().start == 0
    assert edits == []


def test_an_edit_that_does_not_fit_changes_nothing(view: TextView) -> None:
    view.show_document(SPEECH)
    script = EditScript((Edit(0, "同", "x"), Edit(2, "不", "")))
    with pytest.raises(EditMismatch):
        view.apply_script(script)
    assert view.record == SPEECH
    assert_agrees(view)


def test_a_half_character_in_the_widget_never_enters_the_record(
    view: TextView, edits: list[Edit]
) -> None:
    view.show_document(f"甲{EXT_B}乙")
    cursor = QTextCursor(view.document())
    cursor.setPosition(2)
    cursor.insertText("y")
    assert edits == []
    assert view.record == f"甲{EXT_B}乙"
    assert_agrees(view)


@pytest.mark.parametrize(
    ("offset", "key", "expected"),
    [
        (0, Qt.Key.Key_Backspace, lambda text, at: Edit(at - 1, text[at - 1], "")),
        (-1, Qt.Key.Key_Delete, lambda text, at: Edit(at - 1, text[at - 1], "")),
        (0, Qt.Key.Key_Delete, lambda text, at: Edit(at, text[at], "")),
        (0, Qt.Key.Key_A, lambda _, at: Edit(at, "", "a")),
        (0, Qt.Key.Key_Return, lambda _, at: Edit(at, "", "\n")),
    ],
)
def test_a_soft_break_is_no_character(
    qtbot: QtBot,
    view: TextView,
    edits: list[Edit],
    offset: int,
    key: Qt.Key,
    expected: Callable[[str, int], Edit],
) -> None:
    view.show_document(LONG)
    at = soft_breaks(LONG)[1]
    select(view, at + offset, at + offset)
    qtbot.keyClick(view, key)
    assert edits == [expected(LONG, at)]
    assert_agrees(view)


def test_deleting_ahead_at_the_end_of_a_piece_takes_the_next_character(
    qtbot: QtBot, view: TextView, edits: list[Edit]
) -> None:
    view.show_document(LONG)
    at = soft_breaks(LONG)[0]
    cursor = view.textCursor()
    cursor.setPosition(view.positions.unit(at) - 1)
    view.setTextCursor(cursor)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert edits == [Edit(at, LONG[at], "")]
    assert_agrees(view)


def test_an_over_long_paragraph_stays_one_paragraph_of_the_record(view: TextView) -> None:
    view.show_document(f"题目\n{LONG}\n结尾")
    assert view.record == f"题目\n{LONG}\n结尾"
    assert view.blockCount() > 3
    assert_agrees(view)
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == view.record
    assert view.selected_span() == Span(0, len(view.record))


@pytest.mark.parametrize(
    "paragraph",
    [LONG, "字" * 9_999, EXT_B * 5_000, "，" * 4_001, "a b" * 3_000],
    ids=["sentences", "no stop", "two positions each", "stops alone", "words"],
)
def test_pieces_are_short_and_end_with_a_sentence_where_one_ends(paragraph: str) -> None:
    ends = [0, *piece_ends(paragraph), len(paragraph)]
    lengths = [end - start for start, end in pairwise(ends)]
    assert all(0 < length <= PIECE_LENGTH for length in lengths)
    if "。" in paragraph:
        assert all(paragraph[end - 1] == "。" for end in ends[1:])


def test_ordinary_paragraphs_are_not_cut() -> None:
    assert soft_breaks("\n".join(["字" * LONGEST_PARAGRAPH] * 3)) == []


def longest_block(view: TextView) -> int:
    blocks = range(view.blockCount())
    return max(view.document().findBlockByNumber(number).length() for number in blocks)


def test_a_paragraph_that_is_pasted_or_undone_in_is_cut_too(
    qtbot: QtBot, view: TextView, edits: list[Edit]
) -> None:
    view.show_document(f"题目\n{EXT_B}")
    select(view, 3, 3)
    paste(LONG)(qtbot, view)
    assert longest_block(view) <= LONGEST_PARAGRAPH
    assert_agrees(view)
    view.apply_script(EditScript(tuple(edits)).inverse())
    assert view.blockCount() == 2
    view.apply_script(EditScript(tuple(edits)))
    assert longest_block(view) <= LONGEST_PARAGRAPH
    assert_agrees(view)


LETTERS = st.text(alphabet=["城", "的", "a", "。", "\n", EXT_B, "😀", "\u00a0"], max_size=5)
STARTS = {"odd": ODD, "plain": "城市的的管理\n\n的的😀工作", "long": f"题\n{LONG}\n{EXT_B * 40}尾"}


@pytest.mark.parametrize("start", STARTS)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_the_record_is_what_the_edits_make_of_the_text(
    qtbot: QtBot, view: TextView, edits: list[Edit], start: str, data: st.DataObject
) -> None:
    """Random typing, composing, pasting, deleting and undoing against a plain string."""
    model = STARTS[start]
    view.show_document(model)
    borders = [0, len(model), *soft_breaks(model)]
    for _ in range(data.draw(st.integers(1, 8))):
        edits.clear()
        near = data.draw(st.sampled_from(borders)) + data.draw(st.integers(-3, 3))
        first = min(max(0, near), len(model))
        last = min(len(model), first + data.draw(st.sampled_from([0, 0, 1, 3, 1200])))
        inserted = data.draw(LETTERS)
        select(view, first, last)
        match data.draw(st.sampled_from(["type", "compose", "paste", "program", "cut"])):
            case "type":
                view.textCursor().insertText(inserted)
            case "compose":
                inserted = inserted.replace("\n", "")
                commit(inserted)(qtbot, view)
            case "paste":
                paste(inserted)(qtbot, view)
                inserted = inserted if inserted else model[first:last]
            case "program":
                view.apply_edit(Edit(first, model[first:last], inserted))
            case _:
                view.cut()
                inserted = ""
        reported = model
        for edit in edits:
            reported = EditScript((edit,)).apply(reported)
        model = model[:first] + inserted + model[last:]
        assert view.record == model
        assert not edits or reported == model
        assert_agrees(view)
