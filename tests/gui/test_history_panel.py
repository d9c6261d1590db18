"""The list of steps: what was done in words, and going back to any of them."""

from __future__ import annotations

from pathlib import Path

from opened_window import OpenedWindow, answer
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.models.keyed_rows import ROW_WORDS, RowWords
from reviewer.gui.panels.history_panel import HistoryPanel
from reviewer.text.span import Span

TEXT = "各村要责(zé)任到人，&nbsp;抓紧落实。\n"


def rows(panel: HistoryPanel) -> list[RowWords]:
    model = panel.list.model()
    return [model.data(model.index(row, 0), ROW_WORDS) for row in range(model.rowCount())]


def worked(qtbot: QtBot, folder: Path) -> OpenedWindow:
    """A document in which a repair was accepted, a word typed and a note written."""
    path = folder / "稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    opened = OpenedWindow(qtbot, folder, [path])
    opened.wait_for_search()
    mark = next(mark for mark in opened.marks if "&nbsp;" in mark.finding.text)
    opened.workspace.show_finding(mark.anchor)
    opened.press(ActionId.ACCEPT)
    view = opened.window.parts.text.view
    view.place_cursor(Span(0, 0))
    opened.type("ab")
    view.place_cursor(Span(0, 2))
    answer("请核对")
    opened.press(ActionId.ADD_NOTE)
    opened.activate()
    opened.window.parts.side.setCurrentWidget(opened.window.parts.history)
    return opened


def test_every_step_is_listed_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    opened = worked(qtbot, tmp_path)
    panel = opened.window.parts.history
    assert [row.heading for row in rows(panel)] == ["添加批注", "修改正文", "采纳", "最初的文稿"]
    assert [row.words for row in rows(panel)][:2] == ["请核对", "+ ab"]
    assert rows(panel)[0].aside == "稿"
    opened.close()


def test_going_to_a_step_takes_back_all_later_ones_and_they_can_return(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = worked(qtbot, tmp_path)
    panel, view = opened.window.parts.history, opened.window.parts.text.view
    panel.list.chosen.emit(1)
    assert view.record == TEXT
    assert opened.workspace.reviewed is not None
    assert not opened.workspace.reviewed.notes
    assert [row.aside for row in rows(panel)][:2] == ["已撤销", "已撤销"]
    panel.list.chosen.emit(3)
    assert view.record == "ab" + TEXT
    assert len(opened.workspace.reviewed.notes) == 1
    panel.list.chosen.emit(0)
    assert all(mark.open for mark in opened.marks)
    opened.close()
    again = OpenedWindow(qtbot, tmp_path)
    again.window.parts.side.setCurrentWidget(again.window.parts.history)
    assert len(rows(again.window.parts.history)) == 4, "what was taken back can return"
    again.close()
