"""The library in the whole window: status, batches, tags, and the way to the next document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from opened_window import OpenedWindow, answer
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.library_list_controller import KEEP_AFTER
from reviewer.gui.models.library_arrangement import LibraryGrouping
from reviewer.gui.models.library_row import LibraryRow
from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.panels.tags_dialog import TagsDialog
from reviewer.review.status import Status
from reviewer.workflow.summaries import Summaries

DAMAGED = "同志們：\n責(zé)任重大，現(xiàn)在要發(fā)展。\n"
CLEAN = "同志们：\n今天的会议很重要，请大家认真听。\n"


class Library:
    """A window with three damaged documents and a clean one, opened as a folder and a file."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        spring = folder / "春季"
        spring.mkdir()
        for name in ("甲", "乙", "丙"):
            (spring / f"{name}.txt").write_text(DAMAGED + name, encoding="utf-8")
        (folder / "净.txt").write_text(CLEAN, encoding="utf-8")
        self.open([spring, folder / "净.txt"])

    def open(self, paths: list[Path]) -> None:
        self.window = OpenedWindow(self.qtbot, self.folder)
        for path in paths:
            self.window.session.library.open_paths([path])
        if paths:
            self.window.wait_for_search()
        self.settle()

    def restart(self) -> None:
        self.window.close()
        self.open([])

    def settle(self) -> None:
        """Wait until every row says what its document is."""
        rows = self.window.session.library_list
        self.qtbot.waitUntil(lambda: not rows.counting and not rows.late)

    @property
    def panel(self) -> LibraryPanel:
        return self.window.window.parts.library

    def number(self, title: str) -> int:
        return next(row.id for row in self.window.workspace.documents if row.title == title)

    def row(self, title: str) -> LibraryRow:
        self.settle()
        number = self.number(title)
        found = [
            row for group in self.panel.list.groups for row in group.rows if row.document == number
        ]
        return found[0]

    def show(self, title: str) -> None:
        self.window.workspace.show_document(self.number(title))
        QApplication.processEvents()

    def current(self) -> str:
        stored = self.window.workspace.stored
        return "" if stored is None else stored.title

    def select(self, *titles: str) -> None:
        self.panel.list.select([self.number(title) for title in titles])

    def said(self) -> str:
        return self.window.window.statusBar().currentMessage()

    def decide_all(self) -> None:
        """Reject every finding of the current document, one after the other."""
        while any(mark.open for mark in self.window.workspace.marks):
            if self.window.workspace.mark is None or not self.window.workspace.mark.open:
                self.window.press(ActionId.NEXT_FINDING)
            self.window.press(ActionId.REJECT)


@pytest.fixture
def library(qtbot: QtBot, tmp_path: Path) -> Iterator[Library]:
    made = Library(qtbot, tmp_path)
    yield made
    made.window.close()


def in_dialog(do: Callable[[TagsDialog], None]) -> None:
    """Do something in the dialog of tags that comes up next."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, TagsDialog):
            do(dialog)
        else:
            QTimer.singleShot(20, act)

    QTimer.singleShot(0, act)


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


# Batches


def headings(library: Library) -> list[str]:
    library.settle()
    return [group.name for group in library.panel.list.groups]


def test_every_opening_is_a_batch_that_folds_and_can_be_renamed(library: Library) -> None:
    bar = library.panel.bar
    bar.groupings.setCurrentIndex(bar.groupings.findData(LibraryGrouping.BATCH))
    assert headings(library) == ["净.txt", "春季"]
    rows = library.panel.list
    spring = rows.model().index(1, 0)
    assert rows.isExpanded(spring)
    click_on(library, spring)
    assert not rows.isExpanded(spring)
    library.restart()
    assert headings(library) == ["净.txt", "春季"]
    rows = library.panel.list
    assert [rows.isExpanded(rows.model().index(row, 0)) for row in (0, 1)] == [True, False]
    library.show("乙")
    answer("春季会议")
    library.window.window.actions_of[ActionId.RENAME_BATCH].trigger()
    assert headings(library) == ["净.txt", "春季会议"]


def click_on(library: Library, index: QModelIndex) -> None:
    rows = library.panel.list
    place = rows.visualRect(index).center()
    library.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_menu_of_a_heading_is_for_all_documents_below_it(library: Library) -> None:
    bar = library.panel.bar
    bar.groupings.setCurrentIndex(bar.groupings.findData(LibraryGrouping.BATCH))
    rows = library.panel.list
    # The menu itself would wait for the mouse.
    library.panel.menu_requested.disconnect()
    rows.customContextMenuRequested.emit(rows.visualRect(rows.model().index(1, 0)).center())
    assert sorted(library.panel.selected) == sorted(map(library.number, ("甲", "乙", "丙")))


# Tags


def test_tags_are_written_for_several_documents_and_vanish_when_taken_off(
    library: Library,
) -> None:
    def write(dialog: TagsDialog) -> None:
        dialog.field.setText("重点，待核年份")
        dialog.add_written()
        dialog.accept()

    library.select("甲", "乙")
    in_dialog(write)
    library.window.press(ActionId.EDIT_TAGS)
    assert library.row("甲").tags == library.row("乙").tags == ("待核年份", "重点")
    assert library.row("丙").tags == ()
    library.panel.bar.search.setText("重点")
    assert sorted(library.panel.documents) == sorted(map(library.number, ("甲", "乙")))
    library.panel.bar.show_all()

    def untick(dialog: TagsDialog) -> None:
        assert [item.text() for item in items(dialog)] == ["待核年份", "重点"]
        for item in items(dialog):
            assert item.checkState() is Qt.CheckState.PartiallyChecked
        items(dialog)[1].setCheckState(Qt.CheckState.Unchecked)
        dialog.accept()

    library.select("甲", "丙")
    in_dialog(untick)
    library.window.press(ActionId.EDIT_TAGS)
    tags = {title: library.row(title).tags for title in ("甲", "乙", "丙")}
    assert tags == {"甲": ("待核年份",), "乙": ("待核年份", "重点"), "丙": ()}


def items(dialog: TagsDialog) -> list:
    return [dialog.list.item(row) for row in range(dialog.list.count())]


def test_a_dialog_that_is_cancelled_changes_no_tag(library: Library) -> None:
    def write(dialog: TagsDialog) -> None:
        dialog.field.setText("重点")
        dialog.reject()

    library.show("甲")
    in_dialog(write)
    library.window.press(ActionId.EDIT_TAGS)
    assert library.row("甲").tags == ()


# Several documents


def test_several_selected_documents_are_removed_together(library: Library) -> None:
    library.select("甲", "净")
    answer()
    library.window.window.actions_of[ActionId.REMOVE_DOCUMENT].trigger()
    assert {row.title for row in library.window.workspace.documents} == {"丙", "乙"}


def test_several_selected_documents_are_exported_together(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "清稿"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    library.select("乙", "净")
    library.window.window.actions_of[ActionId.EXPORT_CHOSEN].trigger()
    assert sorted(path.name for path in target.glob("*.txt")) == ["乙.txt", "净.txt"]


def test_selecting_several_documents_goes_to_none_of_them(library: Library) -> None:
    library.show("甲")
    rows = library.panel.list
    index = rows.model().index(3, 0)
    flags = QItemSelectionModel.SelectionFlag.Select
    rows.selectionModel().setCurrentIndex(index, flags)
    assert len(library.panel.selected) == 2
    assert library.current() == "甲"


def test_what_was_asked_for_is_remembered(library: Library) -> None:
    library.show("甲")
    library.window.press(ActionId.MARK_DONE)
    bar = library.panel.bar
    bar.groupings.setCurrentIndex(bar.groupings.findData(LibraryGrouping.STATUS))
    bar.ask_for_status(Status.DONE, True)
    bar.search.setText("甲")
    library.restart()
    assert headings(library) == ["审毕"]
    assert library.panel.bar.search.text() == "甲"
    library.panel.restore_filter_state(
        {"grouping": 7, "statuses": ["?", 3], "tags": "no list", "folded": None, "words": ""}
    )
    assert len(library.panel.documents) == 4
