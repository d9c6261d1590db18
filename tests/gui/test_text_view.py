"""Findings, repeats and notes are drawn where their characters are, and the view explains them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QImage,
    QInputMethodEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.group import Group
from reviewer.gui.text.fonts import families
from reviewer.gui.text.layers import RepeatedSpan, SpanIndex
from reviewer.gui.text.map_strip import EDGE, REPEAT_LANE, MapStrip
from reviewer.gui.text.pane import TextPane
from reviewer.gui.text.patterns import GROUP_PATTERNS, Pattern
from reviewer.gui.text.pieces import soft_breaks
from reviewer.gui.text.view import TextView
from reviewer.gui.theme import Theme, load_theme, style_sheet_of
from reviewer.review.annotation import Annotation
from reviewer.review.decision import UNDECIDED, Decision, Verdict
from reviewer.review.edits import Edit, EditScript
from reviewer.review.marks import Mark
from reviewer.text.span import Span
from reviewer.text.wording import Wording

EXT_B = "𠮷"
PARAGRAPH = "城市管理是一项系统工程，涉及面广、任务繁重，需要各级各部门齐抓共管。"
SPEECH = f"题目\n{PARAGRAPH * 4}\n{PARAGRAPH}\n"
ONE_OF_EACH_GROUP = {kind.group: kind for kind in Kind}


def mark(
    span: tuple[int, int],
    kind: Kind = Kind.PINYIN_INJECTION,
    decision: Decision = UNDECIDED,
    *,
    overwritten: bool = False,
    text: str = "(zé)",
    reason: str = "前一个字的拼音",
    replacement: str | None = "",
) -> Mark:
    finding = Finding(
        kind, Span(*span), text, replacement, 0.97, True, Wording(reason, "in English")
    )
    return Mark(finding, f"anchor {span[0]}", decision, overwritten)


def note(start: int, end: int, words: str = "请核对") -> Annotation:
    return Annotation("0" * 32, Span(start, end), SPEECH[start:end], words)


def picture(view: TextView) -> QImage:
    return view.viewport().grab().toImage()


def coloured(image: QImage, colour: QColor) -> list[tuple[int, int]]:
    """The places of the pixels in exactly this colour."""
    wanted = colour.rgb()
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) == wanted
    ]


def changed(before: QImage, after: QImage) -> list[tuple[int, int]]:
    """The places of the pixels that differ."""
    return [
        (x, y)
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]


def box_of(view: TextView, start: int, end: int) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of the characters, one box a row."""
    rows = view.visible_rows(view.viewport().rect())
    units = view.positions
    boxes = rows.boxes(units.unit(start), units.unit(end))
    return [(box.left(), box.top(), box.right(), box.bottom()) for box in boxes]


def middle_of(view: TextView, offset: int) -> QPointF:
    left, top, right, bottom = box_of(view, offset, offset + 1)[0]
    return QPointF((left + right) / 2, (top + bottom) / 2)


# Where things are


def test_boxes_stand_on_the_ink_of_their_characters_in_every_row(view: TextView) -> None:
    text = "一" * 30 + EXT_B + "一" * 150
    view.show_document(text)
    blank = picture(view)
    tops = set()
    for offset in (3, 29, 31, 44, 60, 91, 120, 150):
        view.show_document(text[:offset] + "龍" + text[offset + 1 :])
        ((left, top, right, bottom),) = box_of(view, offset, offset + 1)
        ink = changed(blank, picture(view))
        assert ink
        assert left - 1 <= min(x for x, _ in ink)
        assert max(x for x, _ in ink) <= right + 1
        assert min(y for _, y in ink) <= bottom
        assert max(y for _, y in ink) >= top
        tops.add(top)
    assert len(tops) > 3


def test_a_span_over_several_rows_has_a_box_in_each_and_leaves_no_gap(view: TextView) -> None:
    view.show_document(SPEECH)
    boxes = box_of(view, 3, 3 + 4 * len(PARAGRAPH))
    assert len(boxes) > 2
    assert all(upper[1] < lower[1] for upper, lower in pairwise(boxes))
    rows = view.visible_rows(view.viewport().rect()).rows[1:]
    for row, (left, _, right, _) in zip(rows, boxes, strict=False):
        extent = row.line.naturalTextRect()
        assert left == pytest.approx(row.left + extent.left())
        assert right >= row.left + extent.right() - 1


def test_neighbours_share_a_border(view: TextView) -> None:
    view.show_document(SPEECH)
    first, second = box_of(view, 5, 9)[0], box_of(view, 9, 12)[0]
    assert first[2] == pytest.approx(second[0])


@pytest.mark.parametrize(("span", "width"), [((2, 3), True), ((1, 1), False)])
def test_a_line_end_has_a_width_and_an_empty_span_has_none(
    view: TextView, span: tuple[int, int], width: bool
) -> None:
    view.show_document(SPEECH)
    ((left, _, right, _),) = box_of(view, *span)
    assert (right > left) is width


def test_a_point_gives_the_character_that_is_drawn_there(view: TextView) -> None:
    text = f"题{EXT_B}目\n" + PARAGRAPH * 4
    view.show_document(text)
    for offset in (0, 1, 2, 3, 10, 60, 90, len(text) - 1):
        assert view.offset_at(middle_of(view, offset)) == offset
    assert view.offset_at(QPointF(400, 8)) is None
    assert view.offset_at(QPointF(20, 500)) is None


def test_characters_behind_an_input_methods_text_are_found_where_they_are_shown(
    view: TextView,
) -> None:
    view.show_document(PARAGRAPH)
    view.place_cursor(Span(4, 4))
    before, behind = box_of(view, 2, 3)[0], box_of(view, 8, 9)[0]
    QApplication.sendEvent(view, QInputMethodEvent("拼音", []))
    assert box_of(view, 2, 3)[0] == before
    assert box_of(view, 8, 9)[0][0] == pytest.approx(behind[0] + 2 * view.em, abs=2)
    assert view.offset_at(middle_of(view, 8)) == 8


def test_one_endless_line_is_shown_by_its_visible_rows_alone(view: TextView) -> None:
    text = "城" * 200_000
    marks = [mark((start, start + 3)) for start in range(0, len(text), 20)]
    view.show_document(text, marks)
    view.reveal(Span(150_000, 150_003))
    rows = view.visible_rows(view.viewport().rect())
    assert len(rows.rows) < 60
    assert view.visible_span().start <= 150_000 < view.visible_span().end
    assert coloured(picture(view), view.theme.groups[Group.ENCODING])


# What is drawn


@pytest.mark.parametrize("group", ONE_OF_EACH_GROUP, ids=lambda group: group.value)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_an_open_finding_has_a_ground_and_a_line_under_its_characters_alone(
    view: TextView, group: Group, name: str
) -> None:
    view.set_theme(load_theme(name))
    view.show_document(SPEECH)
    plain = picture(view)
    view.set_marks([mark((10, 16), ONE_OF_EACH_GROUP[group])])
    places = changed(plain, picture(view))
    ((left, top, right, bottom),) = box_of(view, 10, 16)
    assert min(x for x, _ in places) >= left - 1
    assert max(x for x, _ in places) <= right + 1
    assert min(y for _, y in places) >= top - 1
    assert bottom < max(y for _, y in places) < bottom + 0.4 * view.em


def drawn(view: TextView, plain: QImage, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    view.set_marks(marks)
    return changed(plain, picture(view))


def test_every_state_looks_different_and_what_is_typed_over_is_not_drawn(view: TextView) -> None:
    view.show_document(SPEECH)
    plain = picture(view)
    states = [
        Decision(Verdict.OPEN),
        Decision(Verdict.ACCEPTED, ""),
        Decision(Verdict.EDITED, "责"),
        Decision(Verdict.REJECTED),
        Decision(Verdict.LATER),
    ]
    looks = []
    for state in states:
        assert drawn(view, plain, [mark((10, 16), decision=state)])
        looks.append(picture(view))
    assert all(looks[i] != looks[j] for i in range(len(looks)) for j in range(i))
    assert not drawn(view, plain, [mark((10, 16), overwritten=True)])


def test_an_accepted_finding_is_paler_than_its_neighbours(view: TextView, theme: Theme) -> None:
    view.show_document(SPEECH)
    dark = len(coloured(picture(view), theme.roles.text))
    view.set_marks([mark((3, 100), decision=Decision(Verdict.ACCEPTED, ""))])
    assert len(coloured(picture(view), theme.roles.text)) < dark


def test_a_finding_without_characters_is_a_sign_between_two(view: TextView) -> None:
    view.show_document(SPEECH)
    plain = picture(view)
    places = drawn(view, plain, [mark((10, 10), text="")])
    ((left, _, _, bottom),) = box_of(view, 10, 10)
    assert all(abs(x - left) < view.em / 2 for x, _ in places)
    assert all(abs(y - bottom) < view.em / 2 for _, y in places)


def test_the_current_finding_is_framed_over_all_its_rows(view: TextView, theme: Theme) -> None:
    view.show_document(SPEECH, [mark((10, 80))])
    assert not coloured(picture(view), theme.roles.accent)
    view.set_current(Span(10, 80))
    frame = {y for _, y in coloured(picture(view), theme.roles.accent)}
    assert all(
        any(abs(y - edge) < 5 for y in frame)
        for box in box_of(view, 10, 80)
        for edge in (box[1], box[3])
    )
    view.set_current(None)
    assert not coloured(picture(view), theme.roles.accent)


def test_repeats_and_notes_are_drawn_in_the_text_and_beside_it(view: TextView) -> None:
    view.show_document(SPEECH)
    plain, beside = picture(view), view.grab().toImage()
    view.set_repeats([RepeatedSpan(Span(3, 60), 1, 0)])
    assert changed(plain, picture(view))
    with_repeat = view.grab().toImage()
    assert any(x < view.viewport().x() for x, _ in changed(beside, with_repeat))
    view.set_repeats([])
    view.set_notes([note(10, 14), note(30, 30)])
    assert changed(plain, picture(view))
    assert any(x < view.viewport().x() for x, _ in changed(beside, view.grab().toImage()))


def test_paragraphs_are_numbered_and_the_pieces_of_a_long_one_count_once(view: TextView) -> None:
    text = f"题\n{'城市管理。' * 1_000}\n尾"
    view.show_document(text)
    margin = view._margin
    assert margin is not None
    numbers: list[str] = []
    for place in (0, soft_breaks(text)[5], len(text)):
        view.reveal(Span(place, place))
        rows = view.visible_rows(view.viewport().rect()).rows
        numbers += [margin._number(row) for row in rows if row.first == row.shift]
    assert list(dict.fromkeys(numbers)) == ["1", "2", "⋯", "3"]


def test_a_fault_of_drawing_is_logged_once_and_leaves_the_letters(
    view: TextView, monkeypatch: pytest.MonkeyPatch, faults: list[str], theme: Theme
) -> None:
    view.show_document(SPEECH, [mark((3, 6))])

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(view._overlay, "draw_lines", fail)
    assert coloured(picture(view), theme.roles.text)
    assert coloured(picture(view), theme.roles.text)
    assert len(faults) == 1
    faults.clear()


# Marks move along with typing


def shown_marks(view: TextView) -> dict[str, tuple[int, int]]:
    placed = view.layers.marks_touching(0, len(view.record))
    return {one.item.anchor: (one.span.start, one.span.end) for one in placed}


def test_marks_follow_what_is_typed_until_new_ones_come(qtbot: QtBot, view: TextView) -> None:
    view.show_document(SPEECH, [mark((0, 2)), mark((10, 14)), mark((40, 44))])
    view.place_cursor(Span(5, 5))
    qtbot.keyClicks(view, "abc")
    assert shown_marks(view) == {"anchor 0": (0, 2), "anchor 10": (13, 17), "anchor 40": (43, 47)}
    view.place_cursor(Span(14, 15))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert shown_marks(view) == {"anchor 0": (0, 2), "anchor 40": (42, 46)}
    view.set_marks([mark((1, 2))])
    assert shown_marks(view) == {"anchor 1": (1, 2)}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ((0, 5), ["a"]),
        ((5, 6), ["long"]),
        ((10, 12), ["long", "b"]),
        ((30, 40), ["place"]),
        ((29, 30), ["long", "place"]),
        ((50, 60), []),
    ],
)
def test_items_are_found_by_the_range_that_they_touch(
    asked: tuple[int, int], expected: list[str]
) -> None:
    items = [("a", Span(0, 3)), ("long", Span(5, 30)), ("b", Span(11, 12)), ("place", Span(30, 30))]
    index = SpanIndex(items, lambda item: item[1])
    assert [placed.item[0] for placed in index.touching(*asked)] == expected
    index.follow(EditScript((Edit(0, "", "12345"),)))
    moved = [placed.item[0] for placed in index.touching(asked[0] + 5, asked[1] + 5)]
    assert moved == expected


def test_nothing_is_found_at_a_place_that_was_only_just_typed() -> None:
    index = SpanIndex([Span(0, 3), Span(10, 14)], lambda span: span)
    index.follow(EditScript((Edit(5, "", "a" * 20),)))
    assert index.touching(11, 11) == []
    assert [placed.span for placed in index.touching(31, 31)] == [Span(30, 34)]


# What the view says and does


def test_the_explanation_names_kind_change_reason_confidence_and_state(view: TextView) -> None:
    view.show_document(SPEECH, [mark((10, 14)), mark((20, 22), replacement=None)])
    words = view.explanation(12)
    for part in ("混入拼音", "(zé)", "删除", "前一个字的拼音", "97%", "待定"):
        assert part in words
    assert "没有修改建议" in view.explanation(20)
    assert view.explanation(16) == ""


def test_a_decided_replacement_is_shown_in_place_of_the_proposed_one(view: TextView) -> None:
    view.show_document(SPEECH, [mark((10, 14), decision=Decision(Verdict.EDITED, "责任"))])
    assert "责任" in view.explanation(11)
    assert "已改写" in view.explanation(11)


def test_nothing_from_a_file_is_read_as_markup(view: TextView) -> None:
    evil = '<img src="/etc/hostname">\n<b>&amp;'
    marks = [mark((10, 14), text=evil, reason=evil, replacement=evil)]
    view.show_document(SPEECH, marks, [note(10, 14, evil)])
    words = view.explanation(11)
    assert "<img" not in words
    assert "&lt;img" in words
    assert "&amp;amp;" in words


def test_repeats_and_notes_are_explained_too(view: TextView) -> None:
    repeats = [RepeatedSpan(Span(3, 60), 4, 0), RepeatedSpan(Span(8, 30), 2, 1)]
    view.show_document(SPEECH, notes=[note(9, 12), note(50, 50)], repeats=repeats)
    assert "2、4" in view.explanation(10)
    assert "请核对" in view.explanation(10)
    row = view.visible_rows(view.viewport().rect()).rows[1]
    assert "2、4" in view.explanation_of_row(row)


def test_resting_on_a_finding_shows_its_explanation(
    view: TextView, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _point, words, *_: said.append(words))
    view.show_document(SPEECH, [mark((10, 14))])
    for offset in (11, 20):
        point = middle_of(view, offset).toPoint()
        event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
        QApplication.sendEvent(view.viewport(), event)
    assert said == [view.explanation(11), ""]


def test_a_click_on_a_finding_names_it_and_a_click_beside_it_does_not(
    qtbot: QtBot, view: TextView
) -> None:
    view.show_document(SPEECH, [mark((10, 14)), mark((20, 24), overwritten=True)])
    clicked: list[str] = []
    view.mark_clicked.connect(clicked.append)
    for offset in (5, 12, 21):
        at = middle_of(view, offset).toPoint()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked == ["anchor 10"]


def test_a_click_between_two_lines_goes_to_the_nearest_line(qtbot: QtBot, view: TextView) -> None:
    view.show_document(SPEECH)
    row = view.visible_rows(view.viewport().rect()).rows[2]
    x = round(middle_of(view, view.positions.offset(row.first) + 10).x() - view.em / 4)
    for level in (row.top + 1, row.top + row.height - 1):
        at = QPoint(x, round(level))
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert view.cursor_offset == view.positions.offset(row.first) + 10


def test_revealing_a_place_shows_it_and_puts_the_caret_there(view: TextView) -> None:
    text = f"{EXT_B}\n" + f"{PARAGRAPH}\n" * 300
    view.show_document(text)
    moved: list[int] = []
    view.cursor_moved.connect(moved.append)
    for start in (len(text) // 2, 5, len(text) - 1, 200):
        view.reveal(Span(start, min(start + 4, len(text))))
        assert view.cursor_offset == moved[-1] == start
        assert view.visible_span().start <= start <= view.visible_span().end
    half = len(text) // 2
    view.reveal(Span(half, half + 4))
    assert abs(middle_of(view, half).y() - view.viewport().height() / 2) < 3 * view.em


def test_what_is_on_the_screen_does_not_move_when_it_is_revealed(view: TextView) -> None:
    view.show_document(f"{PARAGRAPH}\n" * 300)
    before = view.visible_span()
    view.reveal(Span(before.end - 40, before.end - 38))
    assert view.visible_span() == before


def wheel(view: TextView, angle: int, modifiers: Qt.KeyboardModifier) -> None:
    centre = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        centre,
        view.viewport().mapToGlobal(centre),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_with_ctrl_changes_the_size_and_without_it_scrolls(view: TextView) -> None:
    view.show_document(f"{PARAGRAPH}\n" * 300)
    sizes: list[float] = []
    view.text_size_changed.connect(sizes.append)
    size, em = view.font().pointSizeF(), view.em
    wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    wheel(view, 60, Qt.KeyboardModifier.ControlModifier)
    wheel(view, 60, Qt.KeyboardModifier.ControlModifier)
    assert sizes == [size + 1, size + 2]
    assert view.em > em
    wheel(view, -240, Qt.KeyboardModifier.ControlModifier)
    assert view.font().pointSizeF() == size
    assert view.visible_span().start == 0
    wheel(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.visible_span().start > 0


def test_rows_are_never_wider_than_is_good_to_read(qtbot: QtBot, view: TextView) -> None:
    view.show_document(PARAGRAPH * 10)
    for width in (400, 1600, 760):
        view.resize(width, 500)
        rows = view.visible_rows(view.viewport().rect()).rows
        assert all(row.last - row.first <= 46 for row in rows)
        assert all(
            box[2] <= view.viewport().width() for box in box_of(view, 0, len(PARAGRAPH) * 10)
        )
        assert not view.horizontalScrollBar().maximum()


def test_lines_stand_apart_and_paragraphs_further(view: TextView) -> None:
    view.show_document(SPEECH)
    rows = view.visible_rows(view.viewport().rect()).rows
    within, between = rows[2].top - rows[1].top, rows[1].top - rows[0].top
    assert within > 1.5 * view.em
    assert between > within


def test_the_menu_offers_no_undo_because_that_is_the_windows(
    view: TextView, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []
    monkeypatch.setattr(
        QMenu,
        "popup",
        lambda menu, *_: offered.extend(action.objectName() for action in menu.actions()),
    )
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, 9), QPoint(9, 9))
    view.contextMenuEvent(event)
    assert "edit-paste" in offered
    assert not {"edit-undo", "edit-redo"} & set(offered)


def test_a_new_language_gives_new_names(pane: TextPane) -> None:
    for widget in (pane.view, pane.map):
        widget.setAccessibleName("old")
        QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
        assert widget.accessibleName() not in ("", "old")


@pytest.mark.parametrize(
    ("platform", "installed", "chosen", "expected"),
    [
        ("win32", ["SimSun", "Arial", "Microsoft YaHei"], "", ["Microsoft YaHei", "SimSun"]),
        ("darwin", ["PingFang SC"], "KaiTi", ["PingFang SC"]),
        ("linux", ["KaiTi", "Noto Sans CJK SC"], "KaiTi", ["KaiTi", "Noto Sans CJK SC"]),
        ("freebsd14", ["WenQuanYi Zen Hei", "SimSun"], "", ["WenQuanYi Zen Hei", "SimSun"]),
        ("linux", ["DejaVu Sans"], "", []),
    ],
)
def test_the_best_chinese_family_that_is_there_comes_first(
    platform: str, installed: list[str], chosen: str, expected: list[str]
) -> None:
    assert families(platform, installed, chosen) == expected


# The map


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> TextPane:
    made = TextPane(lambda wording: wording.zh, theme)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


LONG_SPEECH = f"{PARAGRAPH}\n" * 400


def test_the_map_shows_findings_and_repeats_at_their_place(pane: TextPane, theme: Theme) -> None:
    half = len(LONG_SPEECH) // 2
    pane.show_document(
        LONG_SPEECH, [mark((half, half + 4))], repeats=[RepeatedSpan(Span(0, half), 1, 2)]
    )
    image = pane.map.grab().toImage()
    levels = [y for _, y in coloured(image, theme.groups[Group.ENCODING])]
    assert levels
    assert all(abs(level - image.height() / 2) < 8 for level in levels)
    repeated = coloured(image, theme.repeat(2))
    assert max(y for _, y in repeated) == pytest.approx(image.height() / 2, abs=8)
    assert all(EDGE <= x < EDGE + REPEAT_LANE for x, _ in repeated)


def test_a_click_on_the_map_goes_there_and_leaves_the_caret(qtbot: QtBot, pane: TextPane) -> None:
    pane.show_document(LONG_SPEECH)
    strip = pane.map
    for part in (0.5, 0.9, 0.0):
        at = QPoint(strip.width() // 2, round(strip.height() * part))
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)
        seen = pane.view.visible_span()
        assert seen.start - 200 <= part * len(LONG_SPEECH) <= seen.end + 200
    assert pane.view.cursor_offset == 0


def counted(strip: MapStrip, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Counts how often the map's picture is made."""
    made: list[None] = []
    draw = strip._drawn_picture

    def count() -> object:
        made.append(None)
        return draw()

    monkeypatch.setattr(strip, "_drawn_picture", count)
    return lambda: len(made)


def test_the_map_is_drawn_anew_only_when_there_is_something_new(
    qtbot: QtBot, pane: TextPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = counted(pane.map, monkeypatch)
    pane.show_document(LONG_SPEECH, [mark((5, 9))])
    pane.map.grab()
    assert pictures() == 1
    pane.view.verticalScrollBar().setValue(50)
    pane.set_current(Span(5, 9))
    pane.map.grab()
    assert pictures() == 1
    for start in range(10):
        pane.set_marks([mark((start, start + 2))])
    qtbot.waitUntil(lambda: pictures() == 2)
    pane.resize(800, 700)
    pane.map.grab()
    assert pictures() == 3


def test_the_map_follows_a_text_that_grows(qtbot: QtBot, pane: TextPane) -> None:
    pane.show_document("短")
    pane.view.apply_edit(Edit(0, "", LONG_SPEECH))
    jumps: list[int] = []
    pane.map.jumped.connect(jumps.append)
    at = QPoint(5, pane.map.height() - 1)
    qtbot.mouseClick(pane.map, Qt.MouseButton.LeftButton, pos=at)
    assert jumps == [len(LONG_SPEECH) + 1]


def test_an_empty_pane_can_be_shown_and_clicked(qtbot: QtBot, pane: TextPane) -> None:
    pane.show_document("")
    qtbot.mouseClick(pane.map, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton)
    assert pane.view.visible_span() == Span(0, 0)
    assert pane.view.explanation(0) == ""


@pytest.fixture(params=[False, True], ids=["plain", "style sheet"])
def sheet(request: pytest.FixtureRequest, qapp: QApplication, theme: Theme) -> Iterator[None]:
    """The application with its style sheet and without."""
    before = qapp.styleSheet()
    qapp.setStyleSheet(style_sheet_of(theme) if request.param else "")
    yield
    qapp.setStyleSheet(before)


@pytest.mark.usefixtures("sheet")
def test_a_theme_change_recolours_text_and_map(pane: TextPane) -> None:
    pane.show_document(SPEECH, [mark((10, 20))])
    dark = load_theme("dark")
    pane.set_theme(dark)
    image = pane.grab().toImage()
    for colour in (dark.roles.base, dark.roles.text, dark.groups[Group.ENCODING]):
        assert coloured(image, colour)
    assert not coloured(image, load_theme("light").roles.base)


def test_every_pattern_is_in_use() -> None:
    assert set(GROUP_PATTERNS.values()) == set(Pattern)
