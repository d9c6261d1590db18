"""Documents under headings: by batch, status and tag, found by words, moved in their list."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from listed_library import (
    CLEAN,
    FARMS,
    FRESH,
    PRIZES,
    ROWS,
    SAFETY,
    labels,
    panel_on_screen,
    row_words,
)
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.gui.models.library_arrangement import BatchName, LibraryGrouping, LibraryOrder
from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.theme import Theme, load_theme
from reviewer.review.status import Status

MARKED = [
    replace(FARMS, status=Status.DONE, tags=("年份", "重点")),
    replace(
        SAFETY, status=Status.IN_REVIEW, tags=("重点",), worked_at=datetime(2026, 5, 2, tzinfo=UTC)
    ),
    replace(PRIZES, batch=7, worked_at=datetime(2026, 5, 3, tzinfo=UTC)),
    replace(CLEAN, batch=7),
    replace(FRESH, batch=8),
]
BATCHES = {
    7: BatchName("春季", datetime(2026, 3, 1, tzinfo=UTC)),
    8: BatchName("秋季", datetime(2026, 9, 1, tzinfo=UTC)),
}


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> LibraryPanel:
    return panel_on_screen(qtbot, theme)


def outline(panel: LibraryPanel) -> dict[str, list[int]]:
    return {group.name: [row.document for row in group.rows] for group in panel.list.groups}


def group_by(panel: LibraryPanel, grouping: LibraryGrouping) -> None:
    panel.bar.groupings.setCurrentIndex(panel.bar.groupings.findData(grouping))


@pytest.mark.parametrize(
    ("grouping", "groups"),
    [
        (LibraryGrouping.NONE, {"": [1, 2, 3, 4, 5]}),
        (LibraryGrouping.BATCH, {"秋季": [5], "春季": [3, 4], "更早的文稿": [1, 2]}),
        (LibraryGrouping.STATUS, {"未审": [3, 4, 5], "审校中": [2], "审毕": [1]}),
        (LibraryGrouping.TAG, {"年份": [1], "重点": [1, 2], "无标签": [3, 4, 5]}),
    ],
)
def test_documents_stand_under_headings(
    panel: LibraryPanel, grouping: LibraryGrouping, groups: dict[str, list[int]]
) -> None:
    panel.show_rows(MARKED, BATCHES)
    group_by(panel, grouping)
    assert outline(panel) == groups
    assert list(outline(panel)) == list(groups)
    assert sorted(panel.documents) == [1, 2, 3, 4, 5]


def test_a_heading_says_how_far_its_documents_are(panel: LibraryPanel) -> None:
    panel.show_rows(MARKED, BATCHES)
    group_by(panel, LibraryGrouping.TAG)
    words = row_words(panel, 1)
    assert (words.heading, words.words) == ("重点", "2 篇 · 审毕 1 · 未决 0")
    assert "5 份文稿 · 审毕 1 · 未决 40" in labels(panel)


@pytest.mark.parametrize(
    ("words", "documents"),
    [("重点", [1, 2]), ("审毕", [1]), ("未审 农业", [3]), ("年份 安全", []), ("/稿/表", [3])],
)
def test_words_are_looked_for_in_tags_and_status_too(
    panel: LibraryPanel, words: str, documents: list[int]
) -> None:
    panel.show_rows(MARKED, BATCHES)
    panel.bar.search.setText(words)
    assert panel.documents == documents


def test_the_last_worked_on_comes_first(panel: LibraryPanel) -> None:
    panel.show_rows(MARKED, BATCHES)
    panel.bar.orders.setCurrentIndex(panel.bar.orders.findData(LibraryOrder.WORKED))
    assert panel.documents == [3, 2, 1, 4, 5]


def test_a_tag_that_is_gone_hides_nothing(panel: LibraryPanel) -> None:
    panel.show_rows(MARKED, BATCHES)
    panel.bar.ask_for_tag("年份", True)
    assert panel.documents == [1]
    assert panel.bar.filter_button.accessibleDescription() == "年份"
    panel.show_rows(ROWS)
    assert panel.documents == [1, 2, 3, 4, 5]
    assert panel.bar.filter_button.accessibleDescription() == ""


def test_rows_move_to_their_new_places_and_keep_what_is_selected(panel: LibraryPanel) -> None:
    panel.bar.orders.setCurrentIndex(panel.bar.orders.findData(LibraryOrder.OPEN))
    panel.select_document(1)
    panel.list.select([1, 4])
    resets: list[bool] = []
    panel.list.model().modelReset.connect(lambda: resets.append(True))
    panel.show_rows([replace(row, open_findings=int(row.document == 4)) for row in ROWS])
    assert panel.documents == [4, 1, 2, 3, 5]
    assert sorted(panel.selected) == [1, 4]
    assert resets == []
    panel.show_rows(ROWS[:4])
    assert resets == [True], "a document that is gone cannot only be moved"
    assert sorted(panel.selected) == [1, 4]


def test_tags_and_signs_are_drawn_in_both_themes(panel: LibraryPanel) -> None:
    tagged = replace(FARMS, tags=tuple(f"很长的标签{number}" for number in range(9)))
    panel.show_rows([tagged, *MARKED[1:]], BATCHES)
    group_by(panel, LibraryGrouping.STATUS)
    for name in ("light", "dark"):
        panel.set_theme(load_theme(name))
        assert not panel.grab().isNull()


def test_a_row_is_spoken_with_status_and_tags(panel: LibraryPanel) -> None:
    panel.show_rows(MARKED, BATCHES)
    spoken = panel.list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "安全生产讲话，审校中，45 处均已判定，已判定 100 %，标签：重点"
