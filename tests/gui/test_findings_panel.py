"""The list of findings: what it shows, how it is worked through, and what it tells."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QPoint, QSortFilterProxyModel, Qt, QTranslator
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer.garble.finding import Finding, Kind
from reviewer.gui.models.findings_columns import Column
from reviewer.gui.models.findings_filter import FindingsFilter
from reviewer.gui.models.findings_model import FindingsModel
from reviewer.gui.panels.findings_panel import FindingsPanel
from reviewer.gui.theme import Theme, load_theme
from reviewer.review.decision import UNDECIDED, Decision, Verdict, accept
from reviewer.review.marks import Mark
from reviewer.text.span import Span
from reviewer.text.wording import Language, Wording

TEXT = (
    "春天到了，大家切实负起责(zé)任。\n"
    "全县修路21。4公里，&ldquo;成效明显。\n"
    "****同志表示感谢；欢迎下载更多范文；最后一段(duàn)话。\n"
)


def mark(
    text: str,
    kind: Kind,
    replacement: str | None,
    confidence: float = 0.9,
    reason: str = "检查过",
    alternatives: tuple[str, ...] = (),
) -> Mark:
    """A mark on the only place of `TEXT` that says `text`; its anchor is that text."""
    start = TEXT.index(text)
    finding = Finding(
        kind,
        Span(start, start + len(text)),
        text,
        replacement,
        confidence,
        safe=False,
        reason=Wording(reason, "checked"),
        alternatives=alternatives,
    )
    return Mark(finding, text, UNDECIDED, overwritten=False)


MARKS = [
    mark("(zé)", Kind.PINYIN_INJECTION, "", 0.99, "括号里是读音"),
    mark("。4", Kind.DECIMAL_POINT_CORRUPTION, ".4", 0.8),
    mark("&ldquo;", Kind.HTML_ENTITY, "“", 0.97),
    mark("****", Kind.MASKED_TEXT, None, 0.6, alternatives=("王某", "张某")),
    mark("欢迎下载更多范文；", Kind.SITE_BOILERPLATE, "", 0.7, "网站附加的话"),
    mark("(duàn)", Kind.PINYIN_INJECTION, "", 0.99, "括号里是读音"),
]
ANCHORS = [one.anchor for one in MARKS]
ALL = {"state": "all"}


def decided(marks: Sequence[Mark], anchor: str, decision: Decision) -> list[Mark]:
    return [replace(one, decision=decision) if one.anchor == anchor else one for one in marks]


def accepted(marks: Sequence[Mark], anchor: str) -> list[Mark]:
    finding = next(one.finding for one in marks if one.anchor == anchor)
    return decided(marks, anchor, accept(finding))


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> FindingsPanel:
    """The panel on the screen with six open findings."""
    made = FindingsPanel(theme)
    qtbot.addWidget(made)
    made.resize(460, 720)
    made.show()
    made.activateWindow()
    made.show_marks(MARKS, TEXT, Language.CHINESE)
    made.table.setFocus()
    qtbot.waitUntil(made.table.hasFocus)
    return made


@pytest.fixture
def chosen(panel: FindingsPanel) -> list[str]:
    """Every anchor that the panel reports as chosen."""
    reported: list[str] = []
    panel.mark_chosen.connect(reported.append)
    return reported


@pytest.fixture
def given(panel: FindingsPanel) -> list[tuple[str, str]]:
    """Every replacement that the panel reports."""
    reported: list[tuple[str, str]] = []
    panel.replacement_given.connect(lambda anchor, text: reported.append((anchor, text)))
    return reported


def cell(panel: FindingsPanel, row: int, column: Column) -> str:
    model = panel.table.model()
    return model.data(model.index(row, column), Qt.ItemDataRole.DisplayRole)


def labels(panel: FindingsPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def click(
    qtbot: QtBot,
    panel: FindingsPanel,
    row: int,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> QPoint:
    table = panel.table
    place = table.visualRect(table.model().index(row, Column.CHANGE)).center()
    qtbot.mouseClick(table.viewport(), button, modifier, place)
    return place


def commit(field: QWidget, words: str) -> None:
    """Type as an input method does; Qt's own key clicks know no Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def key(qtbot: QtBot, panel: FindingsPanel, pressed: Qt.Key) -> None:
    qtbot.keyClick(panel.table, pressed)


# What is shown


def test_every_finding_is_listed_with_its_repair_confidence_and_paragraph(
    panel: FindingsPanel,
) -> None:
    rows = [[cell(panel, row, column) for column in Column] for row in range(6)]
    assert rows[0] == ["待定", "混入拼音", "(zé) → 删", "99 %", "1"]
    assert rows[1] == ["待定", "小数点误作句号", "。4 → .4", "80 %", "2"]
    assert rows[3] == ["待定", "遮盖文字", "**** → —", "60 %", "3"]
    assert "显示 6 / 6 · 未决 6" in labels(panel)


def test_states_are_said_in_words(panel: FindingsPanel) -> None:
    marks = accepted(MARKS, ANCHORS[0])
    marks = decided(marks, ANCHORS[1], Decision(Verdict.REJECTED))
    marks = decided(marks, ANCHORS[2], Decision(Verdict.LATER))
    marks = decided(marks, ANCHORS[3], Decision(Verdict.EDITED, "李某"))
    marks[4] = replace(marks[4], overwritten=True)
    panel.restore_filter_state(ALL)
    panel.update_marks(marks, TEXT, Language.CHINESE)
    states = [cell(panel, row, Column.STATE) for row in range(6)]
    assert states == ["已采纳", "已驳回", "以后再看", "已改写", "正文已改动", "待定"]
    assert cell(panel, 3, Column.CHANGE) == "**** → 李某"
    assert "显示 6 / 6 · 未决 2" in labels(panel)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_state_can_be_drawn_narrow_and_wide(panel: FindingsPanel, name: str) -> None:
    panel.set_theme(load_theme(name))
    panel.restore_filter_state(ALL)
    marks = [
        replace(one, decision=decision)
        for one, decision in zip(
            MARKS,
            (
                UNDECIDED,
                Decision(Verdict.ACCEPTED, ".4"),
                Decision(Verdict.REJECTED),
                Decision(Verdict.LATER),
                Decision(Verdict.EDITED, "改" * 80),
                UNDECIDED,
            ),
            strict=True,
        )
    ]
    marks[5] = replace(marks[5], overwritten=True)
    panel.update_marks(marks, TEXT, Language.CHINESE)
    panel.select_anchor(ANCHORS[4])
    pictures = []
    for width in (240, 460, 1200):
        panel.resize(width, 600)
        pictures.append(panel.grab().toImage())
    assert len({picture.pixelColor(5, 5).name() for picture in pictures}) == 1
    assert all(len(colours_of(picture)) > 20 for picture in pictures)


def colours_of(picture: object) -> set[int]:
    return {
        picture.pixel(x, y)  # pyright: ignore[reportAttributeAccessIssue]
        for x in range(0, picture.width(), 2)  # pyright: ignore[reportAttributeAccessIssue]
        for y in range(0, picture.height(), 2)  # pyright: ignore[reportAttributeAccessIssue]
    }


def test_the_kinds_are_named_in_the_language_that_was_given(panel: FindingsPanel) -> None:
    panel.select_anchor(ANCHORS[0])
    panel.update_marks(MARKS, TEXT, Language.ENGLISH)
    assert cell(panel, 0, Column.KIND) == "injected pinyin"
    assert "checked" in labels(panel)
    assert panel.selected_anchors() == [ANCHORS[0]]


def test_a_file_that_holds_markup_is_shown_letter_by_letter(panel: FindingsPanel) -> None:
    text = "前<b>粗</b>后"
    finding = Finding(
        Kind.HTML_MARKUP,
        Span(1, 4),
        "<b>",
        "<i>&",
        0.9,
        False,
        Wording("<u>理由</u>", "x"),
        ("<s>&",),
    )
    panel.show_marks([Mark(finding, "a", UNDECIDED, False)], text, Language.CHINESE)
    panel.select_anchor("a")
    assert cell(panel, 0, Column.CHANGE) == "<b> → <i>&"
    assert panel.detail.preview == ("前<b>粗</b>后", "前<i>&粗</b>后")
    reasons = [label for label in panel.findChildren(QLabel) if label.text() == "<u>理由</u>"]
    assert [label.textFormat() for label in reasons] == [Qt.TextFormat.PlainText]
    index = panel.table.model().index(0, Column.CHANGE)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<p>&lt;u&gt;理由&lt;/u&gt;</p>"
    [button] = panel.detail.alternatives
    assert button.text() == "<s>&&"
    assert button.toolTip() == "<p>&lt;s&gt;&amp;</p>"


def test_what_cannot_be_seen_or_kept_by_qt_is_shown_by_a_sign(panel: FindingsPanel) -> None:
    text = "前\u200b\ud83c\n\U00020000后"
    finding = Finding(
        Kind.MASKED_TEXT, Span(1, 5), text[1:5], "\u202e", 0.9, False, Wording("", "")
    )
    panel.show_marks([Mark(finding, "a", UNDECIDED, False)], text, Language.CHINESE)
    panel.select_anchor("a")
    assert cell(panel, 0, Column.CHANGE) == "⟨U+200B⟩�⏎\U00020000 → ⟨U+202E⟩"
    assert not panel.grab().isNull()


# Order and filter


def test_a_click_on_a_header_sorts_and_a_second_one_turns_the_order(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    header = panel.table.horizontalHeader()
    left = header.sectionViewportPosition(Column.CONFIDENCE)
    place = QPoint(left + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    rising = panel.visible_anchors()
    assert rising == ["****", "欢迎下载更多范文；", "。4", "&ldquo;", "(zé)", "(duàn)"]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    # Equal ones stay in the order of the text.
    assert panel.visible_anchors()[:3] == ["(zé)", "(duàn)", "&ldquo;"]


def test_sorting_keeps_the_choice_and_tells_nothing(
    panel: FindingsPanel, chosen: list[str]
) -> None:
    panel.select_anchor("****")
    panel.table.set_sorting(Column.CONFIDENCE, descending=True)
    assert panel.selected_anchors() == ["****"]
    assert panel.table.currentIndex().row() == 5
    assert chosen == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ZÉ", ["(zé)"]),
        ("“", ["&ldquo;"]),
        ("小数点", ["。4"]),
        ("网站附加的话", ["欢迎下载更多范文；"]),
        ("  读音 ", ["(zé)", "(duàn)"]),
        ("没有这句", []),
    ],
    ids=["text", "replacement", "kind", "reason", "two", "none"],
)
def test_words_filter_text_repair_kind_and_reason(
    qtbot: QtBot, panel: FindingsPanel, words: str, found: list[str]
) -> None:
    panel.focus_filter()
    commit(panel.filter_bar.words, words)
    assert panel.visible_anchors() == found


def test_kinds_are_counted_and_filter(panel: FindingsPanel) -> None:
    kinds = panel.filter_bar.kinds
    names = [kinds.itemText(place) for place in range(kinds.count())]
    assert names[0] == "全部类型（6）"
    assert "混入拼音（2）" in names
    assert "网页标签（0）" in names
    kinds.setCurrentIndex(names.index("混入拼音（2）"))
    assert panel.visible_anchors() == ["(zé)", "(duàn)"]


def test_states_filter(panel: FindingsPanel) -> None:
    marks = accepted(MARKS, "(zé)")
    marks = decided(marks, "。4", Decision(Verdict.LATER))
    marks[2] = replace(marks[2], overwritten=True)
    panel.update_marks(marks, TEXT, Language.CHINESE)
    shown = {}
    for place in range(panel.filter_bar.states.count()):
        panel.filter_bar.states.setCurrentIndex(place)
        shown[panel.filter_bar.states.itemText(place)] = panel.visible_anchors()
    assert shown == {
        "未决": ["。4", "****", "欢迎下载更多范文；", "(duàn)"],
        "全部": ANCHORS,
        "已决": ["(zé)", "&ldquo;"],
        "稍后": ["。4"],
    }


def test_a_least_confidence_filters(panel: FindingsPanel) -> None:
    minima = panel.filter_bar.minima
    minima.setCurrentIndex(minima.findText("把握 ≥ 80 %"))
    assert panel.visible_anchors() == ["(zé)", "。4", "&ldquo;", "(duàn)"]


def test_filter_and_sorting_are_remembered(qtbot: QtBot, panel: FindingsPanel) -> None:
    panel.filter_bar.words.setText("读音")
    panel.filter_bar.kinds.setCurrentIndex(panel.filter_bar.kinds.findData(Kind.PINYIN_INJECTION))
    panel.filter_bar.minima.setCurrentIndex(4)
    panel.table.set_sorting(Column.PLACE, descending=True)
    state = panel.filter_state()
    other = FindingsPanel()
    qtbot.addWidget(other)
    other.show_marks(MARKS, TEXT, Language.CHINESE)
    other.restore_filter_state(state)
    assert other.visible_anchors() == ["(duàn)", "(zé)"]
    assert other.filter_state() == state


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"kind": "no_such_kind", "state": "gone", "minimum": "much", "words": None},
        {"sort": 7, "descending": "yes", "minimum": -1.0},
        {"minimum": float("nan")},
    ],
    ids=["nothing", "unknown", "wrong types", "not a number"],
)
def test_a_damaged_memory_shows_what_is_open(
    panel: FindingsPanel, state: dict[str, object]
) -> None:
    panel.restore_filter_state(state)
    assert panel.visible_anchors() == ANCHORS


def test_a_list_without_rows_says_why_and_offers_a_way_out(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    panel.filter_bar.words.setText("没有这句")
    assert "没有符合筛选条件的问题" in labels(panel)
    [way_out] = [
        button
        for button in panel.findChildren(QPushButton)
        if button.isVisible() and button.text() == "显示全部"
    ]
    qtbot.mouseClick(way_out, Qt.MouseButton.LeftButton)
    assert panel.visible_anchors() == ANCHORS


def test_an_empty_list_tells_unsearched_from_clean_and_from_done(panel: FindingsPanel) -> None:
    panel.show_nothing()
    assert "尚无结果" in labels(panel)
    panel.show_marks((), "干净的文字", Language.CHINESE)
    assert "没有发现问题" in labels(panel)
    done = [replace(one, decision=Decision(Verdict.REJECTED)) for one in MARKS]
    panel.show_marks(done, TEXT, Language.CHINESE)
    assert "全部处理完毕" in labels(panel)


def test_the_keyboard_stays_in_the_list_when_its_last_row_goes_and_comes_back(
    panel: FindingsPanel,
) -> None:
    panel.select_anchor(ANCHORS[0])
    done = [replace(one, decision=Decision(Verdict.REJECTED)) for one in MARKS]
    panel.update_marks(done, TEXT, Language.CHINESE)
    assert not panel.detail.field.hasFocus()
    panel.update_marks(MARKS, TEXT, Language.CHINESE)
    assert panel.table.hasFocus()


# The choice


def test_arrows_and_clicks_choose_and_tell_it_once(
    qtbot: QtBot, panel: FindingsPanel, chosen: list[str]
) -> None:
    click(qtbot, panel, 1)
    key(qtbot, panel, Qt.Key.Key_Down)
    key(qtbot, panel, Qt.Key.Key_Up)
    assert chosen == [ANCHORS[1], ANCHORS[2], ANCHORS[1]]
    click(qtbot, panel, 1)
    assert chosen[3:] == [ANCHORS[1]], "a click on the current row leads back to its place"


def test_choosing_from_outside_tells_nothing_and_shows_the_row(
    panel: FindingsPanel, chosen: list[str]
) -> None:
    panel.select_anchor("****")
    assert panel.selected_anchors() == ["****"]
    assert chosen == []


def test_what_was_chosen_before_the_list_was_shown_is_in_sight_afterwards(
    qtbot: QtBot, theme: Theme
) -> None:
    panel = FindingsPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(460, 700)
    panel.show_marks(
        [replace(MARKS[n % 6], anchor=f"{n}") for n in range(99)], TEXT, Language.CHINESE
    )
    panel.select_anchor(panel.visible_anchors()[2])
    panel.show()
    qtbot.waitExposed(panel)
    qtbot.wait(20)
    assert panel.table.verticalScrollBar().value() == 0
    panel.hide()
    panel.select_anchor(panel.visible_anchors()[90])
    panel.show()
    index = panel.table.model().index(90, Column.CHANGE)
    qtbot.waitUntil(lambda: panel.table.viewport().rect().contains(panel.table.visualRect(index)))


def test_several_rows_can_be_selected_while_the_caller_follows(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    panel.mark_chosen.connect(panel.select_anchor)
    click(qtbot, panel, 1)
    click(qtbot, panel, 3, Qt.KeyboardModifier.ShiftModifier)
    assert panel.selected_anchors() == ANCHORS[1:4]
    click(qtbot, panel, 5, Qt.KeyboardModifier.ControlModifier)
    assert panel.selected_anchors() == [*ANCHORS[1:4], ANCHORS[5]]
    click(qtbot, panel, 2, Qt.KeyboardModifier.ControlModifier)
    assert panel.selected_anchors() == [ANCHORS[1], ANCHORS[3], ANCHORS[5]]


def test_decisions_keep_choice_sorting_and_scrolling(qtbot: QtBot, panel: FindingsPanel) -> None:
    many = [replace(MARKS[i % 6], anchor=f"{i}") for i in range(600)]
    panel.restore_filter_state(ALL | {"sort": "confidence", "descending": True})
    panel.show_marks(many, TEXT, Language.CHINESE)
    panel.select_anchor("300")
    bar = panel.table.verticalScrollBar()
    bar.setValue(bar.value() + 5)
    before, place = panel.visible_anchors(), bar.value()
    panel.update_marks(accepted(many, "300"), TEXT, Language.CHINESE)
    assert panel.visible_anchors() == before
    assert panel.selected_anchors() == ["300"]
    assert bar.value() == place > 0


def test_a_decided_row_leaves_the_open_ones_and_the_arrows_go_on_from_there(
    qtbot: QtBot, panel: FindingsPanel, chosen: list[str]
) -> None:
    click(qtbot, panel, 2)
    panel.update_marks(accepted(MARKS, ANCHORS[2]), TEXT, Language.CHINESE)
    assert ANCHORS[2] not in panel.visible_anchors()
    assert panel.selected_anchors() == []
    key(qtbot, panel, Qt.Key.Key_Down)
    assert chosen == [ANCHORS[2], ANCHORS[3]]
    assert panel.selected_anchors() == [ANCHORS[3]]


def test_new_findings_of_the_same_document_keep_the_choice(panel: FindingsPanel) -> None:
    panel.select_anchor("****")
    panel.update_marks(MARKS[2:], TEXT, Language.CHINESE)
    assert panel.visible_anchors() == ANCHORS[2:]
    assert panel.selected_anchors() == ["****"]


def test_another_document_starts_without_a_choice(panel: FindingsPanel) -> None:
    panel.select_anchor("****")
    panel.show_marks(MARKS[:2], TEXT, Language.CHINESE)
    assert panel.selected_anchors() == []
    assert not panel.detail.isVisible()


def test_walking_follows_the_order_shown(panel: FindingsPanel) -> None:
    panel.update_marks(accepted(MARKS, "。4"), TEXT, Language.CHINESE)
    panel.restore_filter_state(ALL)
    assert panel.next_anchor(None, only_open=False) == "(zé)"
    assert panel.next_anchor("(zé)", only_open=False) == "。4"
    assert panel.next_anchor("(zé)", only_open=True) == "&ldquo;"
    assert panel.next_anchor("(duàn)", only_open=False) is None
    assert panel.previous_anchor(None, only_open=False) == "(duàn)"
    assert panel.previous_anchor("&ldquo;", only_open=True) == "(zé)"
    assert panel.previous_anchor("(zé)", only_open=True) is None
    panel.table.set_sorting(Column.PLACE, descending=True)
    assert panel.next_anchor("(zé)", only_open=False) is None
    assert panel.next_anchor("****", only_open=False) == "&ldquo;"


def test_walking_goes_on_from_a_finding_that_the_filter_hides(panel: FindingsPanel) -> None:
    panel.update_marks(accepted(MARKS, "。4"), TEXT, Language.CHINESE)
    assert "。4" not in panel.visible_anchors()
    assert panel.next_anchor("。4", only_open=True) == "&ldquo;"
    assert panel.previous_anchor("。4", only_open=True) == "(zé)"
    assert panel.next_anchor("of another document", only_open=True) == "(zé)"


def test_the_filter_is_left_for_the_list_by_the_down_key(
    qtbot: QtBot, panel: FindingsPanel, chosen: list[str]
) -> None:
    panel.focus_filter()
    commit(panel.filter_bar.words, "读音")
    qtbot.keyClick(panel.filter_bar.words, Qt.Key.Key_Down)
    assert panel.table.hasFocus()
    assert chosen == ["(zé)"]
    qtbot.keyClick(panel.filter_bar.words, Qt.Key.Key_Escape)
    assert panel.filter_bar.words.text() == ""


def test_the_right_button_chooses_a_row_and_asks_for_a_menu_there(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    place = panel.table.visualRect(panel.table.model().index(3, Column.CHANGE)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.RightButton, pos=place)
    with qtbot.waitSignal(panel.menu_requested) as asked:
        panel.table.customContextMenuRequested.emit(place)
    assert asked.args == [panel.table.viewport().mapToGlobal(place)]
    assert panel.selected_anchors() == [ANCHORS[3]]


def test_letters_and_delete_change_nothing(
    qtbot: QtBot, panel: FindingsPanel, chosen: list[str], given: list[tuple[str, str]]
) -> None:
    click(qtbot, panel, 1)
    for pressed in (Qt.Key.Key_Delete, Qt.Key.Key_A, Qt.Key.Key_Backspace):
        key(qtbot, panel, pressed)
    assert chosen == [ANCHORS[1]]
    assert given == []


# One finding in detail


def test_the_detail_shows_reason_and_the_sentence_before_and_after(panel: FindingsPanel) -> None:
    panel.select_anchor("。4")
    assert "检查过" in labels(panel)
    assert "待定 · 把握 80 % · 第 2 段" in labels(panel)
    before, after = panel.detail.preview
    assert before == "全县修路21。4公里，&ldquo;成效明显。"
    assert after == "全县修路21.4公里，&ldquo;成效明显。"


def test_enter_gives_the_replacement_and_goes_back_to_the_list(
    qtbot: QtBot, panel: FindingsPanel, given: list[tuple[str, str]]
) -> None:
    panel.select_anchor("****")
    panel.focus_replacement()
    assert panel.detail.field.hasFocus()
    assert panel.detail.field.text() == "****", "without a repair it starts from the text itself"
    commit(panel.detail.field, "王某某")
    qtbot.keyClick(panel.detail.field, Qt.Key.Key_Return)
    assert given == [("****", "王某某")]
    assert panel.table.hasFocus()


def test_an_empty_field_deletes(
    qtbot: QtBot, panel: FindingsPanel, given: list[tuple[str, str]]
) -> None:
    panel.select_anchor("(zé)")
    assert panel.detail.field.text() == ""
    panel.focus_replacement()
    qtbot.keyClick(panel.detail.field, Qt.Key.Key_Return)
    assert given == [("(zé)", "")]


def test_line_ends_can_be_seen_and_typed(
    qtbot: QtBot, panel: FindingsPanel, given: list[tuple[str, str]]
) -> None:
    exact = "甲\n\ud83c\u2028"
    marks = [replace(MARKS[0], finding=replace(MARKS[0].finding, replacement=exact)), *MARKS[1:]]
    panel.show_marks(marks, TEXT, Language.CHINESE)
    panel.select_anchor("(zé)")
    field = panel.detail.field
    assert field.text().startswith("甲⏎")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.setText("甲⏎乙")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert given == [("(zé)", exact), ("(zé)", "甲\n乙")]


def test_escape_gives_up_what_was_typed(
    qtbot: QtBot, panel: FindingsPanel, given: list[tuple[str, str]]
) -> None:
    panel.select_anchor("&ldquo;")
    panel.focus_replacement()
    commit(panel.detail.field, "错")
    qtbot.keyClick(panel.detail.field, Qt.Key.Key_Escape)
    assert panel.detail.field.text() == "“"
    assert panel.table.hasFocus()
    assert given == []


def test_what_is_being_typed_outlives_a_decision_elsewhere_but_not_another_choice(
    panel: FindingsPanel,
) -> None:
    panel.select_anchor("****")
    panel.detail.field.setText("半句")
    panel.update_marks(accepted(MARKS, "(zé)"), TEXT, Language.CHINESE)
    assert panel.detail.field.text() == "半句"
    panel.select_anchor("&ldquo;")
    assert panel.detail.field.text() == "“"


def test_a_click_on_an_alternative_gives_it(
    qtbot: QtBot, panel: FindingsPanel, given: list[tuple[str, str]]
) -> None:
    panel.select_anchor("****")
    qtbot.waitUntil(panel.detail.alternatives[1].isVisible)
    assert [button.text() for button in panel.detail.alternatives] == ["王某", "张某"]
    qtbot.mouseClick(panel.detail.alternatives[1], Qt.MouseButton.LeftButton)
    assert given == [("****", "张某")]
    panel.select_anchor("(zé)")
    assert panel.detail.alternatives == []


def test_after_another_choice_the_rules_own_repair_is_offered_again(panel: FindingsPanel) -> None:
    marks = decided(MARKS, "&ldquo;", Decision(Verdict.EDITED, "「"))
    panel.update_marks(marks, TEXT, Language.CHINESE)
    panel.select_anchor("&ldquo;")
    assert [button.text() for button in panel.detail.alternatives] == ["“"]


def test_what_was_typed_over_takes_no_replacement(
    qtbot: QtBot, panel: FindingsPanel, given: list[tuple[str, str]]
) -> None:
    panel.update_marks([replace(MARKS[3], overwritten=True)], TEXT, Language.CHINESE)
    panel.select_anchor("****")
    assert not panel.detail.field.isEnabled()
    qtbot.waitUntil(panel.detail.alternatives[0].isVisible)
    qtbot.mouseClick(panel.detail.alternatives[0], Qt.MouseButton.LeftButton)
    assert given == []


def test_a_finding_that_the_filter_hid_is_chosen_again_when_it_comes_back(
    qtbot: QtBot, panel: FindingsPanel, chosen: list[str]
) -> None:
    click(qtbot, panel, 3)
    panel.filter_bar.words.setText("读音")
    assert panel.selected_anchors() == []
    panel.filter_bar.words.clear()
    assert panel.selected_anchors() == ["****"]
    assert chosen == ["****"]


def test_a_hidden_finding_is_still_shown_in_detail(panel: FindingsPanel) -> None:
    panel.filter_bar.words.setText("读音")
    panel.select_anchor("****")
    assert panel.selected_anchors() == []
    assert panel.detail.isVisible()


# Language and accessibility


class Shouting(QTranslator):
    """Translates everything into the same words in brackets."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"[{source}]"


def test_another_language_words_everything_anew_and_keeps_the_rest(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    panel.select_anchor("****")
    translator = Shouting()
    application = QApplication.instance()
    assert application is not None
    application.installTranslator(translator)
    try:
        qtbot.waitUntil(lambda: panel.filter_bar.states.itemText(0) == "[未决]")
        header = panel.table.model().headerData(
            Column.PLACE, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole
        )
        assert header == "[段]"
        assert "[显示 6 / 6 · 未决 6]" in labels(panel)
        assert "[[待定] · 把握 60 % · 第 3 段]" in labels(panel)
        assert panel.selected_anchors() == ["****"]
    finally:
        application.removeTranslator(translator)
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.filter_bar.states.itemText(0) == "未决"


def test_every_control_has_a_name(panel: FindingsPanel) -> None:
    panel.select_anchor("****")
    bar = panel.filter_bar
    controls = [bar.words, bar.kinds, bar.states, bar.minima, panel.table, panel.detail.field]
    controls += [panel.view_bar.scopes, panel.view_bar.groupings]
    controls += panel.detail.alternatives
    assert all(control.accessibleName() for control in (panel, *controls))


def test_the_tab_key_goes_through_filter_list_and_detail(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    panel.select_anchor("&ldquo;")
    panel.focus_filter()
    bar = panel.filter_bar
    views = panel.view_bar
    chain = (bar.kinds, bar.states, bar.minima, views.scopes, views.groupings)
    for expected in (*chain, panel.table, panel.detail.field):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert expected.hasFocus()


def test_the_table_is_one_that_qt_can_walk() -> None:
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(MARKS, TEXT, Language.CHINESE)
    model.sort(Column.KIND)
    model.set_filter(FindingsFilter(words="读音"))
    model.update_decisions(accepted(MARKS, "(zé)"), TEXT)
    assert tester.model() is model
    assert model.anchors() == ["(duàn)"]


def best_of(rounds: int, work: Callable[[], object]) -> float:
    """The shortest of some runs, in seconds."""
    times: list[float] = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


@pytest.mark.slow
def test_sorting_and_filtering_are_far_faster_than_a_proxy_model(qtbot: QtBot) -> None:
    marks = [replace(MARKS[n % 6], anchor=f"{n * 7919 % 20_000}") for n in range(20_000)]
    model = FindingsModel()
    model.show(marks, TEXT, Language.CHINESE)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setFilterKeyColumn(Column.CHANGE)
    proxied = best_of(1, lambda: proxy.sort(Column.CHANGE))
    proxied_filter = best_of(1, lambda: proxy.setFilterFixedString("duàn"))
    proxy.setSourceModel(FindingsModel())
    assert best_of(3, lambda: model.sort(Column.CHANGE)) * 10 < proxied
    words = FindingsFilter(words="duàn")
    assert best_of(3, lambda: model.set_filter(words)) * 3 < proxied_filter


def test_start_up_does_not_load_the_engine() -> None:
    names = [
        f"reviewer.gui.panels.{name}_panel" for name in ("findings", "library", "repeats", "notes")
    ]
    code = f"import sys, {', '.join(names)}; print('numpy' in sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "False"
