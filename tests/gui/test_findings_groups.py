"""Findings in groups: headings that count, fold, stand for their findings, and keep their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reviewer.garble.finding import Finding, Kind
from reviewer.gui.models.across_row import rows_of
from reviewer.gui.models.findings_across import AcrossFindings
from reviewer.gui.models.findings_columns import Column
from reviewer.gui.models.findings_filter import FindingsFilter, StateChoice
from reviewer.gui.models.findings_grouping import Grouping
from reviewer.gui.models.findings_groups import GroupedFindings
from reviewer.gui.models.findings_model import FindingsModel
from reviewer.gui.panels.findings_panel import FindingsPanel
from reviewer.gui.theme import Theme, load_theme
from reviewer.review.decision import UNDECIDED, Decision, Verdict
from reviewer.review.marks import Mark
from reviewer.text.span import Span
from reviewer.text.wording import Language, Wording

WORDS = ("甲(jiǎ)", "乙**", "丙(bǐng)", "丁**", "甲(jiǎ)", "戊&amp;")
TEXT = "\n".join(WORDS) + "\n"
KINDS = {"(": Kind.PINYIN_INJECTION, "*": Kind.MASKED_TEXT, "&": Kind.HTML_ENTITY}


def mark(number: int) -> Mark:
    """The mark on what stands behind the first character of a line; its anchor is its number."""
    words = WORDS[number]
    start = sum(len(line) + 1 for line in WORDS[:number]) + 1
    finding = Finding(
        KINDS[words[1]],
        Span(start, start + len(words) - 1),
        words[1:],
        None if words[1] == "*" else "",
        0.5 + number / 20,
        safe=False,
        reason=Wording("检查过", "checked"),
        rule=f"rules/{words[1:]}",
    )
    return Mark(finding, str(number), UNDECIDED, overwritten=False)


MARKS = [mark(number) for number in range(len(WORDS))]


def decided(marks: Sequence[Mark], *anchors: str) -> list[Mark]:
    rejected = Decision(Verdict.REJECTED)
    return [replace(one, decision=rejected) if one.anchor in anchors else one for one in marks]


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> FindingsPanel:
    """The panel on the screen, its findings grouped by kind."""
    made = FindingsPanel(theme)
    qtbot.addWidget(made)
    made.resize(460, 720)
    made.show()
    made.activateWindow()
    made.show_marks(MARKS, TEXT, Language.CHINESE)
    made.view_bar.set_grouping(Grouping.KIND)
    made.table.setFocus()
    qtbot.waitUntil(made.table.hasFocus)
    return made


def shown(panel: FindingsPanel) -> list[str]:
    """Headings as `name 1/2`, open of all, and findings as their anchors, from top to bottom."""
    model = panel.table.model()
    if not isinstance(model, GroupedFindings):
        return panel.visible_anchors()
    rows: list[str] = []
    for row in range(model.rowCount()):
        heading = model.heading_at(row)
        if heading is None:
            rows.append(str(model.key_at(row)))
        else:
            rows.append(f"{heading.name.label} {heading.open}/{heading.total}")
    return rows


def best_of(rounds: int, work: Callable[[], object]) -> float:
    """The shortest of some runs, in seconds."""
    times: list[float] = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def press(qtbot: QtBot, panel: FindingsPanel, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(panel.table, key)


def go_to_row(panel: FindingsPanel, row: int) -> None:
    panel.table.selectRow(row)


@pytest.mark.parametrize(
    ("grouping", "rows"),
    [
        (
            Grouping.KIND,
            ["混入拼音 3/3", "0", "2", "4", "遮盖文字 2/2", "1", "3", "网页转义符 1/1", "5"],
        ),
        (
            Grouping.TEXT,
            [
                "“(jiǎ)” 2/2",
                "0",
                "4",
                "“**” 2/2",
                "1",
                "3",
                "“(bǐng)” 1/1",
                "2",
                "“&amp;” 1/1",
                "5",
            ],
        ),
        (
            Grouping.PARAGRAPH,
            [part for n in range(6) for part in (f"第 {n + 1} 段 1/1", str(n))],
        ),
        (Grouping.NONE, ["0", "1", "2", "3", "4", "5"]),
    ],
    ids=["kind", "text", "paragraph", "none"],
)
def test_groups_stand_below_headings_with_their_counts(
    panel: FindingsPanel, grouping: Grouping, rows: list[str]
) -> None:
    panel.view_bar.set_grouping(grouping)
    found = shown(panel)
    if grouping is Grouping.KIND:
        # The name of this kind is the engine's.
        rows[7] = f"{Kind.HTML_ENTITY.label.zh} 1/1"
    assert found == rows


def test_rules_are_grouped_by_their_names(panel: FindingsPanel) -> None:
    panel.view_bar.set_grouping(Grouping.RULE)
    assert shown(panel)[:3] == ["混入拼音 · rules/(jiǎ) 2/2", "0", "4"]


def test_one_document_offers_no_groups_of_documents(panel: FindingsPanel) -> None:
    groupings = panel.view_bar.groupings
    assert groupings.findData(Grouping.DOCUMENT) < 0
    panel.view_bar.scopes.setCurrentIndex(2)
    assert groupings.findData(Grouping.DOCUMENT) > 0
    assert panel.view_bar.grouping is Grouping.KIND, "the groups stay what they were"


def test_left_folds_a_group_right_unfolds_it_and_left_leads_to_the_heading(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    panel.select_anchor("2")
    press(qtbot, panel, Qt.Key.Key_Left)
    assert panel.heading_is_current
    assert len(shown(panel)) == 9, "the first key only leads to the heading"
    press(qtbot, panel, Qt.Key.Key_Left)
    assert shown(panel)[:3] == ["混入拼音 3/3", "遮盖文字 2/2", "1"]
    assert panel.heading_is_current
    press(qtbot, panel, Qt.Key.Key_Right)
    assert shown(panel)[:2] == ["混入拼音 3/3", "0"]
    press(qtbot, panel, Qt.Key.Key_Space)
    assert shown(panel)[1] == "遮盖文字 2/2"


def test_all_groups_fold_and_unfold_and_the_choice_goes_to_the_heading(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    panel.select_anchor("3")
    qtbot.keyClick(panel.table, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert len(shown(panel)) == 3
    heading = panel.table.heading
    assert heading is not None
    assert heading.name.label == "遮盖文字"
    qtbot.keyClick(panel.table, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert len(shown(panel)) == 9


def test_a_click_on_the_arrow_and_two_on_the_heading_fold(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    table = panel.table
    arrow = table.visualRect(table.model().index(0, Column.STATE)).center()
    words = table.visualRect(table.model().index(0, Column.CHANGE)).center()
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(table.viewport(), left, pos=arrow)
    assert shown(panel)[1] == "遮盖文字 2/2"
    qtbot.mouseClick(table.viewport(), left, pos=words)
    assert shown(panel)[1] == "遮盖文字 2/2", "one click only chooses it"
    qtbot.mouseDClick(table.viewport(), left, pos=words)
    assert shown(panel)[1] == "0"


def test_a_heading_stands_for_its_findings_alone_or_folded(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    go_to_row(panel, 0)
    assert panel.selected_anchors() == ["0", "2", "4"]
    press(qtbot, panel, Qt.Key.Key_Left)
    qtbot.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    # The unfolded heading in between brings only what is selected below it.
    assert panel.selected_anchors() == ["0", "2", "4", "1"]


def test_a_heading_shows_no_detail_and_tells_of_no_finding(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    panel.select_anchor("0")
    assert panel.detail.isVisible()
    chosen: list[str] = []
    panel.mark_chosen.connect(chosen.append)
    press(qtbot, panel, Qt.Key.Key_Up)
    assert (panel.detail.isVisible(), chosen) == (False, [])
    press(qtbot, panel, Qt.Key.Key_Down)
    assert (panel.detail.isVisible(), chosen) == (True, ["0"])


def test_a_finding_chosen_from_outside_unfolds_its_group(panel: FindingsPanel) -> None:
    panel.table.fold_all(True)
    panel.select_anchor("3")
    assert panel.selected_anchors() == ["3"]
    assert len(shown(panel)) == 5, "the other groups stay folded"


def test_groups_keep_their_order_while_decisions_empty_them(panel: FindingsPanel) -> None:
    go_to_row(panel, 0)
    panel.update_marks(decided(MARKS, "0", "2"), TEXT, Language.CHINESE)
    assert shown(panel)[:3] == ["混入拼音 1/1", "4", "遮盖文字 2/2"]
    assert panel.heading_is_current, "the heading stays chosen"
    panel.update_marks(decided(MARKS, "0", "2", "4"), TEXT, Language.CHINESE)
    assert shown(panel)[0] == "遮盖文字 2/2"
    panel.update_marks(MARKS, TEXT, Language.CHINESE)
    assert shown(panel)[0] == "混入拼音 3/3", "what is undone comes back to its place"


def test_headings_count_what_is_still_open_among_all(panel: FindingsPanel) -> None:
    panel.filter_bar.set_value(FindingsFilter(state=StateChoice.ALL))
    panel.update_marks(decided(MARKS, "0"), TEXT, Language.CHINESE)
    assert shown(panel)[0] == "混入拼音 2/3"


def test_the_largest_of_the_groups_that_a_filter_leaves_comes_first(panel: FindingsPanel) -> None:
    panel.filter_bar.set_value(FindingsFilter(minimum=0.5, words="**"))
    assert shown(panel) == ["遮盖文字 2/2", "1", "3"]
    panel.filter_bar.set_value(FindingsFilter(words="rules/(jiǎ)"))
    assert shown(panel) == ["混入拼音 2/2", "0", "4"], "rules are searched too"


def test_sorting_orders_the_findings_inside_their_groups(panel: FindingsPanel) -> None:
    panel.table.set_sorting(Column.CONFIDENCE, descending=True)
    assert shown(panel)[:4] == ["混入拼音 3/3", "4", "2", "0"]


def test_walking_follows_the_groups_and_goes_into_folded_ones(panel: FindingsPanel) -> None:
    panel.table.fold_all(True)
    walked = [panel.next_anchor(None, only_open=False)]
    while walked[-1] is not None:
        walked.append(panel.next_anchor(walked[-1], only_open=False))
    assert walked == ["0", "2", "4", "1", "3", "5", None]
    assert panel.previous_anchor("1", only_open=False) == "4"
    panel.filter_bar.set_value(FindingsFilter(state=StateChoice.ALL))
    panel.update_marks(decided(MARKS, "2", "4"), TEXT, Language.CHINESE)
    assert panel.next_anchor("0", only_open=True) == "1"


def test_another_document_is_grouped_anew(panel: FindingsPanel) -> None:
    panel.view_bar.set_grouping(Grouping.PARAGRAPH)
    moved = [
        replace(one, finding=one.finding.at(Span(one.finding.span.start + 1, one.finding.span.end)))
        for one in MARKS[:1]
    ]
    panel.show_marks(moved, "\n\n\n甲(jiǎ)\n", Language.CHINESE)
    assert shown(panel)[1:] == ["0"]
    assert shown(panel)[0].startswith("第 3 段")


def test_groups_are_remembered(qtbot: QtBot, panel: FindingsPanel) -> None:
    panel.view_bar.set_grouping(Grouping.TEXT)
    other = FindingsPanel()
    qtbot.addWidget(other)
    other.show_marks(MARKS, TEXT, Language.CHINESE)
    other.restore_filter_state(panel.filter_state())
    assert shown(other) == shown(panel)
    other.restore_filter_state({"grouping": "no such"})
    assert other.view_bar.grouping is Grouping.NONE


def test_headings_are_spoken_and_drawn(panel: FindingsPanel) -> None:
    model = panel.table.model()
    index = model.index(0, Column.CHANGE)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "混入拼音，3 处，未决 3，已展开"
    pictures = []
    for name in ("light", "dark"):
        panel.set_theme(load_theme(name))
        panel.table.fold_all(name == "dark")
        pictures.append(panel.grab().toImage())
    assert pictures[0] != pictures[1]


def test_a_heading_that_is_drawn_cell_by_cell_is_whole(panel: FindingsPanel) -> None:
    table = panel.table
    table.clearSelection()
    whole = table.viewport().grab().toImage()
    area = table.visualRect(table.model().index(0, Column.CHANGE))
    part = table.viewport().grab(area).toImage()
    corners = [QPoint(x, y) for x in range(area.width()) for y in range(area.height())]
    differing = [
        place for place in corners if part.pixel(place) != whole.pixel(area.topLeft() + place)
    ]
    assert differing == []


@pytest.mark.slow
def test_groups_cost_a_small_multiple_of_the_list_without_them(qtbot: QtBot) -> None:
    marks = [replace(MARKS[n % 6], anchor=str(n)) for n in range(50_000)]
    model = FindingsModel()
    model.show(marks, TEXT, Language.CHINESE)
    words = FindingsFilter(words="检查过")
    flat = best_of(3, lambda: model.set_filter(words))
    grouped = GroupedFindings(model)
    grouped.group_by(Grouping.TEXT)
    assert best_of(3, lambda: model.set_filter(words)) < 6 * flat
    assert best_of(3, lambda: grouped.fold_all(True)) < 6 * flat


# Several documents in one table


def across(*sheets: int) -> AcrossFindings:
    model = AcrossFindings()
    model.begin(sheets, Language.CHINESE)
    model.take({number: rows_of(number, f"文稿{number}", TEXT, MARKS) for number in sheets})
    return model


def test_equal_findings_of_copies_are_told_apart_by_their_documents() -> None:
    model = across(7, 3)
    assert model.anchors()[:2] == ["7:0", "7:1"], "in the order of the library"
    assert model.anchors()[6] == "3:0"
    place = model.index(6, Column.PLACE).data()
    assert place == "文稿3 · 1"
    model.sort(Column.PLACE, Qt.SortOrder.DescendingOrder)
    assert model.anchors()[0] == "3:5"


def test_documents_filter_by_their_names_and_sort_with_the_others() -> None:
    model = across(1, 2)
    model.set_filter(FindingsFilter(words="文稿2"))
    assert {key.partition(":")[0] for key in model.anchors()} == {"2"}
    model.set_filter(FindingsFilter())
    model.sort(Column.CONFIDENCE, Qt.SortOrder.DescendingOrder)
    assert model.anchors()[:2] == ["1:5", "2:5"]
    model.sort(Column.STATE)
    changed = rows_of(2, "文稿2", TEXT, decided(MARKS, "0"))
    model.take({2: changed})
    model.set_filter(FindingsFilter(state=StateChoice.ALL))
    assert model.anchors()[-1] == "2:0"
    assert (model.total, model.open_count) == (12, 11)


def test_a_decision_changes_one_document_and_keeps_the_rows() -> None:
    model = across(1, 2)
    model.set_filter(FindingsFilter(state=StateChoice.ALL))
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.take({2: rows_of(2, "文稿2", TEXT, decided(MARKS, "3"))})
    assert resets == []
    found = model.mark("2:3")
    assert found is not None
    assert not found.open
    assert model.open_count == 11
    model.set_filter(FindingsFilter(state=StateChoice.DECIDED))
    assert model.anchors() == ["2:3"]
    model.begin((1,), Language.CHINESE)
    assert (model.total, model.open_count, model.mark("2:3")) == (6, 6, None)
    model.take({2: []})
    assert model.total == 6, "what is no longer asked for is not taken"


@pytest.mark.parametrize("grouping", [g for g in Grouping if g is not Grouping.NONE])
def test_grouped_tables_are_ones_that_qt_can_walk(grouping: Grouping) -> None:
    for source in (across(1, 2), FindingsModel()):
        if isinstance(source, FindingsModel):
            if grouping is Grouping.DOCUMENT:
                continue
            source.show(MARKS, TEXT, Language.CHINESE)
        model = GroupedFindings(source)
        mode = QAbstractItemModelTester.FailureReportingMode.Warning
        tester = QAbstractItemModelTester(model, mode)
        model.group_by(grouping)
        model.fold_all(True)
        model.sort(Column.KIND)
        source.set_filter(FindingsFilter(words="检查过", minimum=0.55))
        model.fold_all(False)
        assert tester.model() is model
        folded = [model.heading_at(row) for row in range(model.rowCount())]
        assert sum(heading is None for heading in folded) == source.rowCount()
