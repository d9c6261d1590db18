"""Findings of several documents in one list, and decisions over many of them, in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from opened_window import OpenedWindow, answer
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.models.findings_filter import FindingsFilter, StateChoice
from reviewer.gui.models.findings_grouping import Grouping
from reviewer.gui.panels.findings_head import FindingsHead
from reviewer.gui.panels.findings_panel import FindingsPanel
from reviewer.gui.panels.findings_view_bar import Scope
from reviewer.text.resources import resource

LIBRARY, TABS = Scope.LIBRARY, Scope.TABS


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenedWindow]:
    """The window on the searched samples."""
    made = OpenedWindow(qtbot, tmp_path, sorted(resource("samples").glob("*.txt")))
    made.wait_for_search()
    yield made
    made.close()


def findings(opened: OpenedWindow) -> FindingsPanel:
    return opened.window.parts.findings


def show_scope(qtbot: QtBot, opened: OpenedWindow, scope: Scope) -> None:
    scopes = findings(opened).view_bar.scopes
    scopes.setCurrentIndex(scopes.findData(scope))
    qtbot.waitUntil(lambda: "正在读入" not in count_line(opened))


def count_line(opened: OpenedWindow) -> str:
    [words] = [
        label.text()
        for label in findings(opened).findChildren(QLabel)
        if label.text().startswith("显示 ")
    ]
    return words


def documents_listed(opened: OpenedWindow) -> list[int]:
    """The documents that the list shows findings of, in its order."""
    numbers = [int(key.partition(":")[0]) for key in findings(opened).visible_anchors()]
    return list(dict.fromkeys(numbers))


def open_marks(opened: OpenedWindow) -> int:
    desk = opened.workspace.desk
    return sum(mark.open for row in opened.workspace.documents for mark in desk.marks(row.id))


def dismiss(asked: list[str]) -> None:
    """Read the next question and press its Cancel."""

    def read() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(f"{box.text()} {box.informativeText()}")
            box.button(QMessageBox.StandardButton.Cancel).click()
        else:
            QTimer.singleShot(20, read)

    QTimer.singleShot(0, read)


def test_the_library_lists_the_findings_of_all_documents(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    numbers = [row.id for row in opened.workspace.documents]
    show_scope(qtbot, opened, LIBRARY)
    assert documents_listed(opened) == numbers
    total = open_marks(opened)
    assert count_line(opened) == f"显示 {total} / {total} · 未决 {total}"


def test_documents_that_were_not_open_are_put_away_again(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    desk, numbers = opened.workspace.desk, [row.id for row in opened.workspace.documents]
    current = opened.workspace.document
    desk.put_away(number for number in numbers if number != current)
    show_scope(qtbot, opened, LIBRARY)
    assert [number for number in numbers if desk.holds(number)] == [current]
    assert documents_listed(opened) == numbers


def test_the_tabs_list_follows_the_tabs(qtbot: QtBot, opened: OpenedWindow) -> None:
    numbers = [row.id for row in opened.workspace.documents]
    opened.workspace.tabs.keep(opened.workspace.document)
    opened.workspace.show_document(numbers[2])
    show_scope(qtbot, opened, TABS)
    assert documents_listed(opened) == [numbers[0], numbers[2]]
    opened.press(ActionId.CLOSE_TAB)
    qtbot.waitUntil(lambda: documents_listed(opened) == [numbers[0]])
    opened.workspace.show_document(numbers[3])
    qtbot.waitUntil(lambda: documents_listed(opened) == [numbers[0], numbers[3]])


def test_a_finding_of_another_document_opens_it_and_walking_goes_on_there(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    show_scope(qtbot, opened, LIBRARY)
    panel, workspace = findings(opened), opened.workspace
    first, second = (row.id for row in workspace.documents[:2])
    keys = panel.visible_anchors()
    border = next(place for place, key in enumerate(keys) if key.startswith(f"{second}:"))
    panel.table.setFocus()
    panel.table.selectRow(border - 1)
    assert (workspace.document, workspace.anchor) == (first, keys[border - 1].partition(":")[2])
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert (workspace.document, workspace.anchor) == (second, keys[border].partition(":")[2])
    assert panel.selected_anchors() == [keys[border]]
    assert panel.table.hasFocus()
    assert panel.detail.isVisible()
    opened.press(ActionId.PREVIOUS_FINDING)
    assert workspace.document == first
    assert panel.selected_anchors() == [keys[border - 1]]


def test_what_is_chosen_in_the_text_is_chosen_in_the_list(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    show_scope(qtbot, opened, LIBRARY)
    anchor = opened.marks[3].anchor
    opened.window.parts.text.view.mark_clicked.emit(anchor)
    assert findings(opened).selected_anchors() == [f"{opened.workspace.document}:{anchor}"]


def test_a_decision_goes_on_to_the_next_document_and_its_undo_comes_back(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    show_scope(qtbot, opened, LIBRARY)
    panel, workspace = findings(opened), opened.workspace
    second = workspace.documents[1].id
    keys = panel.visible_anchors()
    border = next(place for place, key in enumerate(keys) if key.startswith(f"{second}:"))
    panel.table.selectRow(border - 1)
    opened.press(ActionId.REJECT)
    assert workspace.document == second
    assert panel.selected_anchors() == [keys[border]]
    qtbot.waitUntil(lambda: keys[border - 1] not in panel.visible_anchors())
    opened.press(ActionId.UNDO)
    qtbot.waitUntil(lambda: panel.visible_anchors() == keys)


def test_what_the_list_shows_is_rejected_as_one_step_after_saying_how_many(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    show_scope(qtbot, opened, LIBRARY)
    total, asked = open_marks(opened), list[str]()
    dismiss(asked)
    opened.window.actions_of[ActionId.REJECT_SHOWN].trigger()
    documents = len(opened.workspace.documents)
    assert asked == [f"驳回 {total} 处？ 涉及 {documents} 篇文稿。可一次撤销。"]
    assert open_marks(opened) == total, "cancel does nothing"
    answer()
    opened.window.actions_of[ActionId.REJECT_SHOWN].trigger()
    assert open_marks(opened) == 0
    qtbot.waitUntil(lambda: not findings(opened).visible_anchors())
    opened.press(ActionId.UNDO)
    assert open_marks(opened) == total
    qtbot.waitUntil(lambda: len(findings(opened).visible_anchors()) == total)


@pytest.mark.parametrize(
    ("action", "question"),
    [
        (ActionId.REJECT_LIKE_THIS_EVERYWHERE, "驳回 3 处？"),
        (ActionId.ACCEPT_LIKE_THIS_EVERYWHERE, "采纳 4 处修改？"),
    ],
    ids=["same text", "same kind"],
)
def test_all_alike_in_all_documents_are_judged_as_one_step_after_asking(
    qtbot: QtBot, tmp_path: Path, action: ActionId, question: str
) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    texts = (
        "切实負起責(zé)任。\n各負其責(zé)。\n",
        "負起責(zé)任，動(dòng)員起來。\n",
        "乾淨的文字。\n",
    )
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    opened = OpenedWindow(qtbot, tmp_path, paths)
    opened.wait_for_search()
    model = next(mark for mark in opened.workspace.marks if mark.finding.text == "(zé)")
    opened.workspace.show_finding(model.anchor)
    before = open_marks(opened)
    asked: list[str] = []
    dismiss(asked)
    opened.press(action)
    assert asked == [f"{question} 涉及 2 篇文稿。可一次撤销。"]
    assert open_marks(opened) == before, "cancel does nothing"
    answer()
    opened.press(action)
    assert open_marks(opened) == before - int(question.split()[1])
    opened.press(ActionId.UNDO)
    assert open_marks(opened) == before
    opened.close()


def test_a_letter_on_a_heading_judges_the_whole_group_as_one_step(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    opened.workspace.show_document(opened.workspace.documents[3].id)
    panel = findings(opened)
    panel.view_bar.set_grouping(Grouping.KIND)
    panel.table.fold_all(True)
    panel.table.setFocus()
    panel.table.selectRow(1)
    group = set(panel.selected_anchors())
    assert 1 < len(group) < 20, "few enough not to be asked about"
    QTest.keyClick(panel.table, Qt.Key.Key_R)
    judged = {mark.anchor for mark in opened.workspace.marks if not mark.open}
    assert judged == group
    opened.press(ActionId.UNDO)
    assert all(mark.open for mark in opened.workspace.marks)


def test_a_word_that_is_never_asked_about_again_leads_on_and_can_be_brought_back(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    workspace, panel = opened.workspace, findings(opened)
    workspace.show_document(workspace.documents[3].id)
    keys = panel.visible_anchors()
    workspace.show_finding(keys[12])
    first = workspace.mark
    assert first is not None
    before = workspace.desk.preferences
    opened.press(ActionId.NEVER_AGAIN)
    assert keys[12] not in panel.visible_anchors()
    assert workspace.anchor in panel.visible_anchors()
    assert keys.index(str(workspace.anchor)) > 12, "the next finding is current"
    assert panel.selected_anchors() == [workspace.anchor]
    assert first.finding.text in opened.window.parts.status.currentMessage()
    workspace.prefer(before)
    assert panel.visible_anchors() == keys
    opened.window.actions_of[ActionId.RULE_OFF].trigger()
    assert len(panel.visible_anchors()) < len(keys)


def test_one_of_the_documents_can_be_listed_alone(qtbot: QtBot, opened: OpenedWindow) -> None:
    show_scope(qtbot, opened, LIBRARY)
    documents = findings(opened).view_bar.documents
    rows = opened.workspace.documents
    assert documents.isVisible()
    assert [documents.itemText(place) for place in range(documents.count())] == [
        "全部文稿",
        *(row.title for row in rows),
    ]
    documents.setCurrentIndex(documents.findData(rows[2].id))
    assert documents_listed(opened) == [rows[2].id]
    answer()
    opened.session.library.remove([rows[2].id])
    qtbot.waitUntil(lambda: documents_listed(opened) == [rows[n].id for n in (0, 1, 3)])
    documents.setCurrentIndex(1)
    head = findings(opened).findChild(FindingsHead)
    assert isinstance(head, FindingsHead)
    head.show_everything()
    assert documents_listed(opened) == [rows[n].id for n in (0, 1, 3)]
    show_scope(qtbot, opened, Scope.DOCUMENT)
    assert not documents.isVisible()


def test_one_document_again_lists_that_document(qtbot: QtBot, opened: OpenedWindow) -> None:
    panel = findings(opened)
    before = panel.visible_anchors()
    show_scope(qtbot, opened, LIBRARY)
    panel.filter_bar.set_value(FindingsFilter(state=StateChoice.DECIDED))
    assert panel.visible_anchors() == []
    panel.filter_bar.set_value(FindingsFilter())
    show_scope(qtbot, opened, Scope.DOCUMENT)
    assert panel.visible_anchors() == before
    opened.press(ActionId.NEXT_FINDING)
    assert panel.selected_anchors() == before[:1]
