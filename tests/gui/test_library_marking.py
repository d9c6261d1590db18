"""The library in the whole window: batches, tags, and several documents at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from library_window import Library
from opened_window import answer
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidgetItem
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.models.library_arrangement import LibraryGrouping
from reviewer.gui.panels.tags_dialog import TagsDialog
from reviewer.review.status import Status


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


def items(dialog: TagsDialog) -> list[QListWidgetItem]:
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
