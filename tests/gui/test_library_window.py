"""The library in the whole window: figures, status, and the way to the next document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from library_window import Library
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.library_list_controller import KEEP_AFTER
from reviewer.review.status import Status
from reviewer.workflow.summaries import Summaries


@pytest.fixture
def library(qtbot: QtBot, tmp_path: Path) -> Iterator[Library]:
    made = Library(qtbot, tmp_path)
    yield made
    made.window.close()


# Figures


def test_a_session_opens_the_document_that_it_shows_and_no_other(library: Library) -> None:
    before = [library.row(title) for title in ("甲", "乙", "丙", "净")]
    library.restart()
    desk = library.window.workspace.desk
    opened = [row.title for row in library.window.workspace.documents if desk.is_opened(row.id)]
    assert opened == [library.current()]
    assert [library.row(title) for title in ("甲", "乙", "丙", "净")] == before
    assert before[0].open_findings == before[0].findings > 0


def test_a_decision_changes_its_row_and_leaves_the_list_as_it_is(library: Library) -> None:
    library.show("乙")
    before = library.row("乙")
    other = library.row("甲")
    model = library.panel.list.model()
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    library.window.press(ActionId.NEXT_FINDING)
    library.window.press(ActionId.REJECT)
    now = library.row("乙")
    assert (now.open_findings, now.status) == (before.open_findings - 1, Status.IN_REVIEW)
    assert library.row("甲") is other
    assert resets == []


def test_going_back_many_steps_brings_every_row_along(library: Library) -> None:
    before = {title: library.row(title).open_findings for title in ("甲", "乙")}
    for title in before:
        library.show(title)
        library.window.press(ActionId.NEXT_FINDING)
        library.window.press(ActionId.REJECT)
    assert all(library.row(title).open_findings < count for title, count in before.items())
    workspace = library.window.workspace
    workspace.after_step(workspace.desk.travel(0))
    assert {title: library.row(title).open_findings for title in before} == before


def test_figures_are_saved_when_there_is_time_and_not_with_the_decision(library: Library) -> None:
    desk = library.window.workspace.desk
    library.show("甲")
    library.settle()
    number = library.number("甲")
    library.qtbot.waitUntil(lambda: number in Summaries(desk).kept(), timeout=KEEP_AFTER + 5_000)
    library.window.press(ActionId.NEXT_FINDING)
    library.window.press(ActionId.REJECT)
    assert number not in Summaries(desk).kept()
    library.qtbot.waitUntil(lambda: number in Summaries(desk).kept(), timeout=KEEP_AFTER + 5_000)


def test_switching_off_a_kind_counts_all_documents_anew(library: Library) -> None:
    assert library.row("丙").findings > 0
    workspace = library.window.workspace
    kinds = frozenset(mark.finding.kind for mark in workspace.desk.marks(library.number("丙")))
    workspace.prefer(replace(workspace.desk.preferences, kinds_off=kinds))
    assert [library.row(title).findings for title in ("甲", "乙", "丙")] == [0, 0, 0]


# Status


def test_done_asks_nothing_and_says_what_is_open(library: Library) -> None:
    library.show("甲")
    left = library.row("甲").open_findings
    library.window.press(ActionId.MARK_DONE)
    assert library.row("甲").status is Status.DONE
    assert library.said() == f"1 份文稿：审毕；仍有 {left} 处未决"
    library.show("净")
    library.window.press(ActionId.MARK_DONE)
    assert library.said() == "1 份文稿：审毕"


def test_several_documents_get_a_status_at_once(library: Library) -> None:
    library.select("乙", "丙")
    library.window.window.actions_of[ActionId.SET_ASIDE].trigger()
    assert [library.row(title).status for title in ("甲", "乙", "丙")] == [
        Status.NEW, Status.SET_ASIDE, Status.SET_ASIDE,
    ]  # fmt: skip


def test_the_list_shows_one_status_alone(library: Library) -> None:
    library.show("甲")
    library.window.press(ActionId.MARK_DONE)
    library.panel.bar.ask_for_status(Status.DONE, True)
    assert library.panel.documents == [library.number("甲")]
    library.panel.bar.ask_for_status(Status.SET_ASIDE, True)
    library.panel.bar.ask_for_status(Status.DONE, False)
    assert library.panel.documents == []
    library.panel.bar.show_all()
    assert len(library.panel.documents) == 4


# The next document


def test_one_key_leads_to_the_next_document_that_needs_work(library: Library) -> None:
    order = library.panel.documents
    titles = {row.id: row.title for row in library.window.workspace.documents}
    library.show(titles[order[0]])
    visited: list[str] = []
    for _ in range(3):
        library.window.press(ActionId.NEXT_TO_REVIEW)
        visited.append(library.current())
    assert visited == [titles[number] for number in order[1:]]
    library.window.press(ActionId.MARK_DONE)
    library.show(titles[order[2]])
    library.window.press(ActionId.NEXT_TO_REVIEW)
    assert library.current() == titles[order[0]], "what is done is passed over, round the end"


def test_when_nothing_is_left_it_says_so(library: Library) -> None:
    library.show("甲")
    library.select("甲", "乙", "丙", "净")
    library.window.press(ActionId.MARK_DONE)
    current = library.current()
    library.window.press(ActionId.NEXT_TO_REVIEW)
    assert (library.current(), library.said()) == (current, "所有文稿都已处理。")
    library.select("乙")
    library.window.window.actions_of[ActionId.MARK_NEW].trigger()
    library.panel.bar.ask_for_status(Status.DONE, True)
    library.window.press(ActionId.NEXT_TO_REVIEW)
    assert library.said() == "列表所示文稿都已处理；其余文稿被筛选隐藏。"


@pytest.mark.parametrize("moves_on", [True, False])
def test_after_the_last_decision_the_next_document_is_offered(
    library: Library, moves_on: bool
) -> None:
    library.show("甲")
    library.window.window.actions_of[ActionId.MOVE_ON].setChecked(moves_on)
    library.settle()
    library.decide_all()
    library.settle()
    offered = "本篇已全部判定。按 Ctrl+J 转到下一篇待审文稿。"
    assert (library.said() == offered) is moves_on
    library.window.press(ActionId.NEXT_TO_REVIEW)
    assert library.current() in ("乙", "丙", "净")
