"""The tree of repeats: families, members, disagreements, and what it tells of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.gui.models.keyed_rows import ROW_WORDS, RowWords
from reviewer.gui.models.repeats_model import RepeatsModel
from reviewer.gui.panels.repeats_panel import RepeatsPanel, Scope
from reviewer.gui.theme import Theme, load_theme
from reviewer.repeats.family import DisagreementCategory, FamilyKind
from reviewer.text.errors import ReviewerError
from reviewer.text.span import Span
from reviewer.workflow.library_repeats import FactReadings, LibraryFamily, LibraryRepeats, Member

HEAD = "开场的话说过一遍。\n"
BODY = "在2010年，全县修通了二十公里的路；大家都很高兴。\n"
TEXTS = {1: HEAD + BODY, 2: HEAD + BODY.replace("2010", "2022"), 3: "另起一篇。\n" + BODY}
TITLES = {1: "甲稿", 2: "乙稿", 3: "丙稿"}


def span_of(document: int, words: str) -> Span:
    start = TEXTS[document].index(words)
    return Span(start, start + len(words))


OPENING = LibraryFamily(
    1,
    FamilyKind.EXACT,
    1.0,
    (Member(1, span_of(1, HEAD), True), Member(2, span_of(2, HEAD), False)),
    (),
)
ROAD = LibraryFamily(
    2,
    FamilyKind.NEAR,
    0.96,
    (
        Member(1, span_of(1, BODY), True),
        Member(2, Span(len(HEAD), len(TEXTS[2])), False),
        Member(3, span_of(3, BODY), False),
    ),
    (
        FactReadings(
            DisagreementCategory.YEAR,
            (
                Member(1, span_of(1, "2010年"), False),
                Member(2, span_of(2, "2022年"), False),
                Member(3, span_of(3, "2010年"), False),
            ),
        ),
    ),
)
ELSEWHERE = LibraryFamily(
    3,
    FamilyKind.REORDERED,
    0.8,
    (Member(2, Span(0, 3), True), Member(3, Span(0, 3), False)),
    (),
)
REPEATS = LibraryRepeats((OPENING, ROAD, ELSEWHERE))

# Where rows stand in the tree when ROAD comes first.
FAMILY = (0,)
FACTS = (0, 0)
READING_OF_2022 = (0, 0, 1)
FIRST_MEMBER = (0, 1)
SECOND_MEMBER = (0, 2)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> RepeatsPanel:
    """The panel on the screen, document 1 being shown."""
    made = RepeatsPanel(theme)
    qtbot.addWidget(made)
    made.resize(440, 640)
    made.show_repeats(REPEATS, TITLES, TEXTS.__getitem__, 1)
    made.show()
    made.activateWindow()
    made.tree.setFocus()
    qtbot.waitUntil(made.tree.hasFocus)
    return made


@pytest.fixture
def chosen(panel: RepeatsPanel) -> list[tuple[int, Span]]:
    """Every place that the panel reports as chosen."""
    reported: list[tuple[int, Span]] = []
    panel.passage_chosen.connect(lambda document, span: reported.append((document, span)))
    return reported


def index_of(panel: RepeatsPanel, path: tuple[int, ...]) -> QModelIndex:
    index = QModelIndex()
    for row in path:
        index = panel.tree.model().index(row, 0, index)
        assert index.isValid()
    return index


def row_words(panel: RepeatsPanel, path: tuple[int, ...]) -> RowWords:
    return index_of(panel, path).data(ROW_WORDS)


def click(qtbot: QtBot, panel: RepeatsPanel, path: tuple[int, ...]) -> None:
    index = index_of(panel, path)
    panel.tree.scrollTo(index)
    place = panel.tree.visualRect(index).center()
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def numbers(panel: RepeatsPanel) -> list[int]:
    return [family.number for family in panel.tree.families]


def labels(panel: RepeatsPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_families_that_save_most_come_first(panel: RepeatsPanel) -> None:
    assert numbers(panel) == [2, 1]
    words = row_words(panel, FAMILY)
    assert words.heading == "第 2 组 · 大同小异"
    assert words.words == f"相似 96 % · 3 处 · 可省 {2 * len(BODY)} 字"
    assert (words.aside, words.warns) == ("1 处说法不一", True)
    assert row_words(panel, (1,)).heading == "第 1 组 · 完全相同"
    assert f"2 组重复 · 可省 {len(HEAD) + 2 * len(BODY)} 字 · 1 处说法不一" in labels(panel)


def test_a_member_says_where_it_stands_and_how_it_begins(panel: RepeatsPanel) -> None:
    first, second = row_words(panel, FIRST_MEMBER), row_words(panel, SECOND_MEMBER)
    assert first.heading == "甲稿 · 第 2 段"
    assert first.words.startswith("在2010年，全县修通了")
    assert first.aside == f"底本 · {len(BODY)} 字"
    assert second.heading == "乙稿 · 第 2 段"
    assert second.aside == f"{len(BODY)} 字"
    assert first.chip == second.chip == 1


def test_a_disagreement_shows_all_readings_side_by_side(panel: RepeatsPanel) -> None:
    words = row_words(panel, FACTS)
    assert (words.heading, words.words) == ("年份不一", "2010年 ×2 ｜ 2022年")
    reading = row_words(panel, READING_OF_2022)
    assert (reading.heading, reading.words) == ("2022年", "乙稿 · 第 2 段")


def test_few_families_are_unfolded_at_first(panel: RepeatsPanel) -> None:
    assert panel.tree.isExpanded(index_of(panel, FAMILY))
    assert not panel.tree.isExpanded(index_of(panel, FACTS))


def test_the_scope_is_the_document_or_the_library(qtbot: QtBot, panel: RepeatsPanel) -> None:
    qtbot.mouseClick(panel.scopes[Scope.LIBRARY], Qt.MouseButton.LeftButton)
    assert numbers(panel) == [2, 1, 3]
    qtbot.mouseClick(panel.scopes[Scope.DOCUMENT], Qt.MouseButton.LeftButton)
    assert numbers(panel) == [2, 1]


def test_without_a_document_the_library_is_shown(panel: RepeatsPanel) -> None:
    panel.show_repeats(REPEATS, TITLES, TEXTS.__getitem__, None)
    assert numbers(panel) == [2, 1, 3]
    assert not panel.scopes[Scope.DOCUMENT].isEnabled()


def test_the_scope_is_remembered(qtbot: QtBot, panel: RepeatsPanel) -> None:
    panel.restore_filter_state({"scope": "library"})
    assert numbers(panel) == [2, 1, 3]
    assert panel.filter_state() == {"scope": "library"}
    panel.restore_filter_state({"scope": "the moon"})
    assert panel.filter_state() == {"scope": "library"}


def test_clicks_and_arrows_lead_to_the_passage(
    qtbot: QtBot, panel: RepeatsPanel, chosen: list[tuple[int, Span]]
) -> None:
    click(qtbot, panel, FIRST_MEMBER)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    assert chosen == [(1, ROAD.members[0].span), (2, ROAD.members[1].span)]
    click(qtbot, panel, SECOND_MEMBER)
    assert chosen[2:] == [(2, ROAD.members[1].span)], "a click on the chosen row leads back"


def test_a_reading_leads_to_its_own_place(
    qtbot: QtBot, panel: RepeatsPanel, chosen: list[tuple[int, Span]]
) -> None:
    panel.tree.expandAll()
    click(qtbot, panel, READING_OF_2022)
    assert chosen == [(2, span_of(2, "2022年"))]


def test_a_family_leads_to_its_passage_in_the_document_shown_and_to_no_other(
    qtbot: QtBot, panel: RepeatsPanel, chosen: list[tuple[int, Span]]
) -> None:
    click(qtbot, panel, FAMILY)
    assert chosen == [(1, ROAD.members[0].span)]
    panel.restore_filter_state({"scope": "library"})
    click(qtbot, panel, (2,))
    assert chosen[1:] == []


def test_the_keyboard_alone_chooses_nothing(
    panel: RepeatsPanel, chosen: list[tuple[int, Span]]
) -> None:
    assert panel.tree.hasFocus()
    assert chosen == []
    assert not panel.remove_button.isEnabled()


def test_only_a_passage_can_be_removed(qtbot: QtBot, panel: RepeatsPanel) -> None:
    panel.tree.expandAll()
    for path in (FAMILY, FACTS, READING_OF_2022):
        click(qtbot, panel, path)
        assert not panel.remove_button.isEnabled()
        assert panel.selected_member() is None
    click(qtbot, panel, SECOND_MEMBER)
    assert panel.selected_member() == (ROAD, ROAD.members[1])
    with qtbot.waitSignal(panel.remove_copy_requested) as asked:
        qtbot.mouseClick(panel.remove_button, Qt.MouseButton.LeftButton)
    assert asked.args == [2, ROAD.members[1].span]


def test_the_delete_key_removes_nothing(qtbot: QtBot, panel: RepeatsPanel) -> None:
    click(qtbot, panel, SECOND_MEMBER)
    with qtbot.assertNotEmitted(panel.remove_copy_requested):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)


def test_a_new_list_of_the_same_families_keeps_choice_and_unfolding(
    qtbot: QtBot, panel: RepeatsPanel, chosen: list[tuple[int, Span]]
) -> None:
    panel.tree.expandAll()
    panel.tree.collapse(index_of(panel, (1,)))
    click(qtbot, panel, SECOND_MEMBER)
    panel.show_repeats(REPEATS, TITLES, TEXTS.__getitem__, 2)
    assert panel.selected_member() == (ROAD, ROAD.members[1])
    assert panel.tree.isExpanded(index_of(panel, FACTS))
    unfolded = {
        family.number: panel.tree.isExpanded(index_of(panel, (row,)))
        for row, family in enumerate(panel.tree.families)
    }
    assert unfolded == {1: False, 2: True, 3: False}
    assert len(chosen) == 1


def test_a_chosen_passage_that_is_gone_can_be_chosen_again_when_it_is_back(
    qtbot: QtBot, panel: RepeatsPanel, chosen: list[tuple[int, Span]]
) -> None:
    click(qtbot, panel, SECOND_MEMBER)
    panel.show_repeats(LibraryRepeats((OPENING,)), TITLES, TEXTS.__getitem__, 1)
    assert panel.selected_member() is None
    assert not panel.remove_button.isEnabled()
    panel.show_repeats(REPEATS, TITLES, TEXTS.__getitem__, 1)
    panel.tree.expandAll()
    click(qtbot, panel, SECOND_MEMBER)
    assert len(chosen) == 2


def test_texts_are_read_only_for_rows_that_are_looked_at(qtbot: QtBot) -> None:
    asked: list[int] = []

    def text_of(document: int) -> str:
        asked.append(document)
        return TEXTS[document]

    many = [replace(ROAD, number=number) for number in range(1, 2001)]
    panel = RepeatsPanel()
    qtbot.addWidget(panel)
    panel.show_repeats(LibraryRepeats(tuple(many)), TITLES, text_of, 1)
    panel.show()
    qtbot.waitExposed(panel)
    panel.grab()
    assert asked == []
    panel.tree.expand(panel.tree.model().index(0, 0))
    panel.grab()
    assert 0 < len(asked) < 20


class Unreadable(ReviewerError):
    """The store cannot give a text."""


def test_a_text_that_cannot_be_read_says_so(panel: RepeatsPanel) -> None:
    def text_of(document: int) -> str:
        raise Unreadable(f"document {document}")

    panel.show_repeats(REPEATS, TITLES, text_of, 1)
    assert row_words(panel, FIRST_MEMBER).heading == "甲稿"
    assert row_words(panel, FIRST_MEMBER).words == "（原文读不出）"
    assert row_words(panel, FACTS).words == "（原文读不出） ×3"
    assert index_of(panel, FIRST_MEMBER).data(Qt.ItemDataRole.ToolTipRole) == ""
    panel.tree.expandAll()
    assert not panel.grab().isNull()


def test_an_empty_tree_tells_what_will_be_here(qtbot: QtBot, panel: RepeatsPanel) -> None:
    panel.show_repeats(LibraryRepeats(), TITLES, TEXTS.__getitem__, 1)
    assert "没有重复段落" in labels(panel)


def test_a_document_without_repeats_leads_to_the_library(qtbot: QtBot, panel: RepeatsPanel) -> None:
    panel.show_repeats(LibraryRepeats((ELSEWHERE,)), TITLES, TEXTS.__getitem__, 1)
    assert "这份文稿没有重复段落" in labels(panel)
    [way_out] = [button for button in panel.findChildren(QPushButton) if button.isVisible()]
    qtbot.mouseClick(way_out, Qt.MouseButton.LeftButton)
    assert numbers(panel) == [3]


def test_texts_and_titles_are_never_read_as_markup(panel: RepeatsPanel) -> None:
    text = "<b>粗</b>\n\udc80尾"
    family = LibraryFamily(
        1,
        FamilyKind.DOCUMENT,
        1.0,
        (Member(1, Span(0, 11), True), Member(1, Span(0, 11), False)),
        (),
    )
    panel.show_repeats(LibraryRepeats((family,)), {1: "<i>\u202e"}, lambda _: text, 1)
    words = row_words(panel, (0, 0))
    assert words.heading == "<i>⟨U+202E⟩ · 第 1 段"
    assert words.words == "<b>粗</b>⏎�尾"
    tip = index_of(panel, (0, 0)).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<p>&lt;b&gt;粗&lt;/b&gt;<br/>�尾</p>"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_families_are_drawn_in_their_own_colours(panel: RepeatsPanel, name: str) -> None:
    theme = load_theme(name)
    panel.set_theme(theme)
    picture = panel.tree.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert {theme.repeat(0).name(), theme.repeat(1).name()} <= colours


def test_the_tree_is_one_that_qt_can_walk() -> None:
    model = RepeatsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for repeats in (REPEATS, LibraryRepeats(), LibraryRepeats((ROAD,))):
        model.show(repeats, TITLES, TEXTS.__getitem__)
    assert tester.model() is model
    assert model.rowCount() == 1


def test_every_control_has_a_name_and_the_tab_key_reaches_it(
    qtbot: QtBot, panel: RepeatsPanel
) -> None:
    buttons = [*panel.scopes.values(), panel.remove_button]
    assert all(control.accessibleName() for control in (panel, panel.tree, *buttons))
    click(qtbot, panel, SECOND_MEMBER)
    panel.scopes[Scope.DOCUMENT].setFocus()
    for expected in (panel.remove_button, panel.tree):
        tab_until(qtbot, expected.hasFocus)


def tab_until(qtbot: QtBot, arrived: Callable[[], bool]) -> None:
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        if arrived():
            return
    raise AssertionError("the tab key does not get there")


def test_panels_know_nothing_of_each_other_nor_of_desk_and_store() -> None:
    folder = Path(__file__).resolve().parents[2] / "reviewer" / "gui"
    names = {f"{name}_panel" for name in ("findings", "library", "repeats", "notes")}
    for path in (*folder.glob("panels/*.py"), *folder.glob("models/*.py")):
        imports = [
            line
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.lstrip().startswith(("from ", "import "))
        ]
        for line in imports:
            assert "reviewer.store" not in line
            assert "workflow.desk" not in line
            assert not any(f"panels.{name} " in line for name in names), path.name
