"""While the editor works the text is searched by itself: nobody presses a key for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from opened_window import SEARCH_TIME, OpenedWindow
from pytestqt.qtbot import QtBot

from reviewer.garble.finding import Kind
from reviewer.gui.actions import ActionId
from reviewer.review.decision import Verdict
from reviewer.review.marks import Mark
from reviewer.store.store import Store
from reviewer.text.span import Span
from reviewer.workflow.desk import ReviewDesk
from reviewer.workflow.searching import search_order

PASSAGE = (
    "水库移民安置工作涉及面广，各乡镇要把搬迁、住房、就业三件事统筹起来，逐户登记，逐户落实。"
    "安置房的质量由县住建局负总责，钥匙没有交到群众手里之前，谁都不能说任务完成了。"
)
SPEECH = f"同志们：\n今天我们开一个短会。\n{PASSAGE}\n全年完成投资8650。4万元。\n谢谢大家。\n"


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> OpenedWindow:
    path = tmp_path / "讲话.txt"
    path.write_text(SPEECH, "utf-8")
    window = OpenedWindow(qtbot, tmp_path, [path])
    window.wait_for_search()
    return window


def kinds(opened: OpenedWindow) -> list[Kind]:
    return [mark.finding.kind for mark in opened.marks if not mark.overwritten]


def point_marks(opened: OpenedWindow) -> list[Mark]:
    return [mark for mark in opened.marks if mark.finding.kind is Kind.DECIMAL_POINT_CORRUPTION]


def type_at(opened: OpenedWindow, place: int, text: str) -> None:
    view = opened.window.parts.text.view
    view.place_cursor(Span(place, place))
    view.replace_selection(text)


def wait_until_settled(qtbot: QtBot, opened: OpenedWindow) -> None:
    """Wait until the text of the moment was searched, and what was found is kept."""

    def settled() -> None:
        state = opened.workspace.reviewed
        assert state is not None
        assert not state.stale
        assert not opened.session.search.running
        assert not opened.workspace.desk.found.waiting

    qtbot.waitUntil(settled, timeout=SEARCH_TIME)


def test_damage_that_is_typed_is_found_when_typing_pauses(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    assert kinds(opened) == [Kind.DECIMAL_POINT_CORRUPTION]
    type_at(opened, 5, "20XX年")
    wait_until_settled(qtbot, opened)
    assert kinds(opened) == [Kind.MASKED_TEXT, Kind.DECIMAL_POINT_CORRUPTION]
    rows = opened.window.parts.findings
    qtbot.waitUntil(lambda: rows.visible_anchors() == [mark.anchor for mark in opened.marks])


def test_what_is_repaired_by_hand_is_found_no_longer(qtbot: QtBot, opened: OpenedWindow) -> None:
    place = opened.marks[0].finding.span.start
    type_at(opened, place + 5, "0")
    wait_until_settled(qtbot, opened)
    before = len(point_marks(opened))
    opened.press(ActionId.UNDO)
    wait_until_settled(qtbot, opened)
    assert (before, len(point_marks(opened))) == (1, 1)
    view = opened.window.parts.text.view
    view.place_cursor(Span(place + 4, place + 5))
    opened.type(".")
    wait_until_settled(qtbot, opened)
    assert kinds(opened) == []


def test_a_passage_that_is_pasted_is_shown_as_a_repeat(qtbot: QtBot, opened: OpenedWindow) -> None:
    assert not opened.workspace.repeats.families
    view = opened.window.parts.text.view
    view.place_cursor(Span(len(SPEECH), len(SPEECH)))
    view.replace_selection(PASSAGE + "\n")
    wait_until_settled(qtbot, opened)
    (family,) = opened.workspace.repeats.families
    assert [member.span.start for member in family.members] == [
        SPEECH.index(PASSAGE),
        len(SPEECH),
    ]
    opened.press(ActionId.UNDO)
    wait_until_settled(qtbot, opened)
    qtbot.waitUntil(lambda: not opened.workspace.repeats.families, timeout=SEARCH_TIME)


def test_repeats_stay_on_the_screen_while_the_text_is_searched_again(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    view = opened.window.parts.text.view
    view.place_cursor(Span(len(SPEECH), len(SPEECH)))
    view.replace_selection(PASSAGE + "\n")
    wait_until_settled(qtbot, opened)
    counts: list[int] = []
    workspace = opened.workspace
    for signal in (workspace.findings_changed, workspace.repeats_changed, workspace.settled):
        signal.connect(lambda *_: counts.append(len(workspace.repeats.families)))
    type_at(opened, 5, "各位来宾，")
    wait_until_settled(qtbot, opened)
    assert counts
    assert set(counts) == {1}


def test_a_decision_holds_when_the_editor_types_beside_it(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    opened.workspace.show_finding(opened.marks[0].anchor)
    opened.press(ActionId.ACCEPT)
    type_at(opened, opened.marks[0].finding.span.start, "额")
    wait_until_settled(qtbot, opened)
    (mark,) = point_marks(opened)
    assert mark.decision.verdict is Verdict.ACCEPTED


def test_a_decision_about_what_was_just_found_outlives_a_crash(
    qtbot: QtBot, opened: OpenedWindow
) -> None:
    type_at(opened, 5, "20XX年")
    qtbot.waitUntil(lambda: Kind.MASKED_TEXT in kinds(opened), timeout=SEARCH_TIME)
    mask = next(mark for mark in opened.marks if mark.finding.kind is Kind.MASKED_TEXT)
    opened.workspace.show_finding(mark_anchor := mask.anchor)
    opened.press(ActionId.REJECT)
    opened.session.search.close()
    # The process is gone: nothing but what is on the disk is left.
    opened.workspace.desk._store.close()
    with Store.open(opened.store) as store:
        desk = ReviewDesk(store)
        marks = {mark.anchor: mark for mark in desk.reviewed(1).marks}
        assert marks[mark_anchor].decision.verdict is Verdict.REJECTED
    opened.window.closing.disconnect(opened.session.close)


def test_a_search_that_was_stopped_leaves_other_documents_alone(
    qtbot: QtBot, opened: OpenedWindow, tmp_path: Path
) -> None:
    other = tmp_path / "另一篇.txt"
    other.write_text("".join(f"第{n}条，20XX年，{PASSAGE}\n" for n in range(3000)), "utf-8")
    opened.session.library.open_paths([other])
    qtbot.waitUntil(lambda: opened.session.search.running, timeout=SEARCH_TIME)
    opened.press(ActionId.CANCEL_SEARCH)
    assert not opened.session.search.running
    first, second = opened.workspace.documents
    opened.workspace.show_document(first.id)
    type_at(opened, 5, "20XX年")
    wait_until_settled(qtbot, opened)
    assert Kind.MASKED_TEXT in kinds(opened)
    # What has copies in it is looked at again together with what is still to be searched.
    assert second.id in [number for number, _ in search_order(opened.workspace.desk).texts]
    opened.press(ActionId.SEARCH_AGAIN)
    opened.wait_for_search()
