"""Copies of a passage are folded away and unfolded; the text itself never knows."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reviewer.gui.text.folds import Fold
from reviewer.gui.text.layers import RepeatedSpan
from reviewer.gui.text.view import TextView
from reviewer.review.edits import Edit, EditScript
from reviewer.text.span import Span

PARAGRAPH = "城市管理是一项系统工程，涉及面广、任务繁重，需要各级各部门齐抓共管。"
LINES = [f"第{number}段：{PARAGRAPH}" for number in range(40)]
TEXT = "\n".join(LINES)


def line(number: int, behind: int = 0) -> int:
    """The offset at which a paragraph begins, or of one of its characters."""
    return sum(len(LINES[before]) + 1 for before in range(number)) + behind


COPY = RepeatedSpan(Span(line(3), line(9) - 1), 1, 0, folds=True)
"""Paragraphs 3 to 8 as a whole."""

PARTLY = RepeatedSpan(Span(line(12, 5), line(16, 7)), 2, 1, folds=True)
"""From the middle of paragraph 12 to the middle of 16."""

ORIGINAL = RepeatedSpan(Span(line(20), line(22)), 1, 0)


@pytest.fixture
def folded(view: TextView) -> TextView:
    """A view in which all copies are folded."""
    view.show_document(TEXT, repeats=[COPY, PARTLY, ORIGINAL])
    assert view.fold_all()
    return view


def shown_paragraphs(view: TextView) -> list[str]:
    """The text of every block that is shown."""
    paragraphs: list[str] = []
    block = view.document().begin()
    while block.isValid():
        if block.isVisible():
            paragraphs.append(block.text())
        block = block.next()
    return paragraphs


def all_paragraphs(view: TextView) -> str:
    """What the document holds, shown or not, the pieces of a paragraph joined."""
    text = view.document().toPlainText()
    positions = view.positions
    return "".join(
        letter
        for unit, letter in enumerate(text)
        if not (letter == "\n" and positions.is_break(unit))
    )


def on_screen(view: TextView) -> str:
    return "".join(
        Span(view.positions.offset(row.first), view.positions.offset(row.last)).of(view.record)
        for row in view.visible_rows(view.viewport().rect()).rows
    )


def test_whole_paragraphs_of_a_copy_go_and_those_at_its_borders_stay(folded: TextView) -> None:
    gone = {3, 4, 5, 6, 7, 8, 13, 14, 15}
    assert shown_paragraphs(folded) == [
        words for number, words in enumerate(LINES) if number not in gone
    ]
    assert folded.record == TEXT
    assert "第4段" not in on_screen(folded)
    assert "第12段" in on_screen(folded)


def test_the_original_is_not_folded(view: TextView) -> None:
    view.show_document(TEXT, repeats=[ORIGINAL])
    assert not view.fold_all()
    assert not view.fold_here()
    assert shown_paragraphs(view) == LINES


def test_a_row_says_what_is_folded_where_it_was(folded: TextView) -> None:
    first, second = folded.fold_rows(folded.viewport().rect())
    assert (first.run.paragraphs, len(first.run.span)) == (6, len(COPY.span))
    assert (second.run.paragraphs, list(second.run.families)) == (3, [2])
    rows = folded.visible_rows(folded.viewport().rect()).rows
    above, below = rows[2], next(row for row in rows if folded.record[row.first :][:3] == "第9段")
    assert above.top + above.height <= first.band.top()
    assert first.band.bottom() <= below.top
    image = folded.viewport().grab().toImage()
    band = first.band.toRect()
    assert any(
        image.pixelColor(x, band.center().y()) != folded.theme.roles.alternate
        for x in range(band.left() + 10, band.left() + 200)
    )


def test_a_click_on_the_row_unfolds_it_alone_and_the_caret_stays(
    qtbot: QtBot, folded: TextView
) -> None:
    folded.place_cursor(Span(line(1), line(1)))
    band = folded.fold_rows(folded.viewport().rect())[0].band
    qtbot.mouseClick(folded.viewport(), Qt.MouseButton.LeftButton, pos=band.center().toPoint())
    assert [fold.family for fold in folded.folds] == [2]
    assert "第4段" in on_screen(folded)
    assert folded.cursor_offset == line(1)


def test_a_click_on_the_bracket_folds_and_beside_a_row_unfolds(
    qtbot: QtBot, view: TextView
) -> None:
    view.show_document(TEXT, repeats=[COPY])
    margin = view._margin
    assert margin is not None
    inside = view.visible_rows(view.viewport().rect()).rows[4]
    at = QPoint(margin.width() - 4, round(inside.top + inside.height / 2))
    qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=at - QPoint(margin.width() - 6, 0))
    assert not view.folds
    qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=at)
    assert len(view.folds) == 1
    level = round(view.fold_rows(view.viewport().rect())[0].band.center().y())
    qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(at.x(), level))
    assert not view.folds


def test_resting_on_the_row_says_how_to_unfold(
    folded: TextView, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _point, words, *_: said.append(words))
    point = folded.fold_rows(folded.viewport().rect())[0].band.center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, point, folded.viewport().mapToGlobal(point))
    QApplication.sendEvent(folded.viewport(), event)
    assert said == ["单击展开"]


def test_revealing_a_place_or_selecting_one_unfolds_it(folded: TextView) -> None:
    folded.reveal(Span(line(5, 3), line(5, 5)))
    assert [fold.family for fold in folded.folds] == [2]
    assert "第5段" in on_screen(folded)
    folded.place_cursor(Span(line(14, 2), line(14, 9)))
    assert not folded.folds
    assert folded.selected_span() == Span(line(14, 2), line(14, 9))


def test_revealing_a_place_elsewhere_leaves_folds_alone(folded: TextView) -> None:
    folded.reveal(Span(line(30), line(30, 4)))
    assert len(folded.folds) == 2
    assert "第30段" in on_screen(folded)
    folded.show_place(line(5))
    assert len(folded.folds) == 2
    assert "第9段" in on_screen(folded)


def test_the_caret_is_put_out_of_what_is_folded(view: TextView) -> None:
    view.show_document(TEXT, repeats=[COPY])
    view.place_cursor(Span(line(5, 4), line(5, 4)))
    assert view.fold_here()
    assert view.cursor_offset == line(9)
    assert view.textCursor().block().isVisible()


@pytest.mark.parametrize(
    ("start", "key", "expected"),
    [
        (line(2, len(LINES[2])), Qt.Key.Key_Right, line(9)),
        (line(9), Qt.Key.Key_Left, line(2, len(LINES[2]))),
    ],
)
def test_the_arrows_step_over_what_is_folded(
    folded: TextView, start: int, key: Qt.Key, expected: int
) -> None:
    folded.place_cursor(Span(start, start))
    QTest.keyClick(folded, key)
    assert folded.cursor_offset == expected
    assert len(folded.folds) == 2
    folded.place_cursor(Span(start, start))
    QTest.keyClick(folded, key, Qt.KeyboardModifier.ShiftModifier)
    assert folded.selected_span() == Span(min(start, expected), max(start, expected))
    assert len(folded.folds) == 2


def test_down_and_up_step_over_what_is_folded(folded: TextView) -> None:
    folded.place_cursor(Span(line(2), line(2)))
    seen = []
    for key in [Qt.Key.Key_Down] * 3 + [Qt.Key.Key_Up] * 3:
        QTest.keyClick(folded, key)
        assert folded.textCursor().block().isVisible()
        seen.append(folded.cursor_offset)
    assert max(seen) >= line(9)
    assert len(folded.folds) == 2


def test_a_copy_holds_what_is_folded_within_it(folded: TextView) -> None:
    folded.selectAll()
    folded.copy()
    assert QApplication.clipboard().text() == TEXT


def test_a_deletion_at_the_border_unfolds_what_it_joins(folded: TextView) -> None:
    folded.place_cursor(Span(line(9), line(9)))
    QTest.keyClick(folded, Qt.Key.Key_Backspace)
    assert folded.record == TEXT[: line(9) - 1] + TEXT[line(9) :]
    assert folded.textCursor().block().isVisible()
    assert all_paragraphs(folded) == folded.record


def test_typing_elsewhere_keeps_folds_with_their_paragraphs(folded: TextView) -> None:
    folded.place_cursor(Span(0, 0))
    QTest.keyClicks(folded, "abc")
    QTest.keyClick(folded, Qt.Key.Key_Return)
    assert sorted(fold.span for fold in folded.folds) == [
        Span(span.start + 4, span.end + 4) for span in (COPY.span, PARTLY.span)
    ]
    assert LINES[4] not in shown_paragraphs(folded)


def test_an_undo_inside_a_fold_keeps_it_folded(folded: TextView) -> None:
    folded.apply_edit(Edit(line(5, 2), "", "新\n段"))
    assert len(folded.folds) == 2
    assert "段段：" not in "".join(shown_paragraphs(folded))
    assert all_paragraphs(folded) == folded.record


def test_another_document_begins_unfolded(folded: TextView) -> None:
    folded.show_document(TEXT)
    assert not folded.folds
    assert shown_paragraphs(folded) == LINES


def test_pieces_of_an_endless_line_can_be_folded(view: TextView) -> None:
    text = PARAGRAPH * 300
    view.show_document(text, repeats=[RepeatedSpan(Span(2_000, 8_000), 1, 0, folds=True)])
    assert view.fold_all()
    view.show_place(5_000)
    (row,) = view.fold_rows(view.viewport().rect())
    assert row.run.paragraphs == 1
    assert 3_000 < sum(len(words) for words in shown_paragraphs(view)) < len(text) - 3_000
    view.unfold_all()
    assert all_paragraphs(view) == view.record == text


def test_scrolling_reaches_the_end_and_no_further(folded: TextView) -> None:
    bar = folded.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert on_screen(folded).endswith(LINES[-1])
    rows = folded.visible_rows(folded.viewport().rect()).rows
    assert rows[-1].top + rows[-1].height > folded.viewport().height() / 2
    before = bar.maximum()
    folded.unfold_all()
    assert bar.maximum() > before


def random_edit(dice: random.Random, record: str) -> Edit:
    start = dice.randint(0, len(record))
    end = min(len(record), start + dice.choice([0, 0, 1, 3, 60]))
    return Edit(start, record[start:end], dice.choice(["", "字", "\n", "甲\n乙", "很长的" * 30]))


def random_fold(dice: random.Random, length: int) -> Fold:
    start = dice.randint(0, length)
    return Fold(Span(start, min(length, start + dice.randint(1, 400))), dice.randint(1, 3))


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_folded_and_edited_the_text_is_whole_and_the_caret_in_sight(
    view: TextView, seed: int
) -> None:
    dice = random.Random(seed)
    view.show_document(TEXT if seed % 2 else "\n".join([*LINES[:8], PARAGRAPH * 200, *LINES[8:]]))
    model = view.record
    for _ in range(60):
        match dice.randint(0, 5):
            case 0:
                view.fold([random_fold(dice, len(model))])
            case 1:
                fold = random_fold(dice, len(model))
                view.unfold(fold.span)
            case 2:
                at = dice.randint(0, len(model))
                view.place_cursor(Span(at, at))
                view.replace_selection("打\n字")
                model = model[:at] + "打\n字" + model[at:]
            case 3:
                QTest.keyClick(view, dice.choice([Qt.Key.Key_Left, Qt.Key.Key_Right]))
            case 4:
                view.moveCursor(dice.choice(list(QTextCursor.MoveOperation)))
            case _:
                edit = random_edit(dice, model)
                script = EditScript((edit,))
                view.apply_script(script)
                model = script.apply(model)
        assert view.record == model
        assert all_paragraphs(view) == model
        assert view.textCursor().block().isVisible()
        hidden = len(shown_paragraphs(view)) < view.blockCount()
        assert hidden == bool(view.folds)
    view.unfold_all()
    assert len(shown_paragraphs(view)) == view.blockCount()
