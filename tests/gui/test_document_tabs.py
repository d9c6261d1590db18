"""Documents in tabs: previews, closing and reopening, and the place that one comes back to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from opened_window import OpenedWindow, answer
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.document_tabs import DocumentTab, DocumentTabs
from reviewer.gui.open_tabs import OpenTabs
from reviewer.gui.tab_place import TabPlace, from_plain, to_plain
from reviewer.gui.theme import load_theme
from reviewer.text.span import Span

NAMES = ("甲", "乙", "丙", "丁")


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenedWindow]:
    """The window on four searched documents, the first of them in a tab."""
    paths: list[Path] = []
    for number, name in enumerate(NAMES):
        path = tmp_path / f"{number}{name}.txt"
        lines = "".join(f"第{n}段，大家要切实负起責(zé)任，把工作做好。\n" for n in range(120))
        path.write_text(f"{name}的讲话\n{lines}", encoding="utf-8")
        paths.append(path)
    made = OpenedWindow(qtbot, tmp_path, paths)
    made.wait_for_search()
    yield made
    made.close()


def bar(opened: OpenedWindow) -> DocumentTabs:
    return opened.window.parts.tabs


def tabs(opened: OpenedWindow) -> list[str]:
    """What the tabs say, from left to right; a preview in brackets."""
    shown = bar(opened)
    said = []
    for place in range(shown.count()):
        name = shown.tabText(place)[1:]
        preview = shown.accessibleTabName(place).endswith("，预览")
        said.append(f"（{name}）" if preview else name)
    return said


def current(opened: OpenedWindow) -> str:
    return bar(opened).tabText(bar(opened).currentIndex())[1:]


def click(
    opened: OpenedWindow, name: str, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> QPoint:
    """Click a document in the library."""
    listed = opened.window.parts.library.list
    row = NAMES.index(name)
    place = listed.visualRect(listed.model().index(row, 0)).center()
    QTest.mouseClick(listed.viewport(), button, Qt.KeyboardModifier.NoModifier, place)
    QApplication.processEvents()
    return place


def open_kept(opened: OpenedWindow, *names: str) -> None:
    for name in names:
        place = click(opened, name)
        QTest.mouseDClick(
            opened.window.parts.library.list.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            place,
        )


def middle_click_tab(opened: OpenedWindow, place: int) -> None:
    where = bar(opened).tabRect(place).center()
    QTest.mouseClick(
        bar(opened), Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, where
    )


def test_a_click_in_the_library_shows_a_preview_that_the_next_click_takes_over(
    opened: OpenedWindow,
) -> None:
    assert tabs(opened) == ["甲"], "what was opened from a file stays"
    click(opened, "乙")
    assert tabs(opened) == ["甲", "（乙）"]
    click(opened, "丙")
    assert tabs(opened) == ["甲", "（丙）"]
    assert opened.window.parts.text.view.record.startswith("丙的讲话")
    click(opened, "甲")
    assert (tabs(opened), current(opened)) == (["甲", "（丙）"], "甲")


def test_two_clicks_the_middle_button_and_enter_keep_a_tab(opened: OpenedWindow) -> None:
    open_kept(opened, "乙")
    click(opened, "丙", Qt.MouseButton.MiddleButton)
    click(opened, "丁")
    assert tabs(opened) == ["甲", "乙", "丙", "（丁）"]
    QTest.keyClick(opened.window.parts.library.list, Qt.Key.Key_Return)
    assert tabs(opened) == ["甲", "乙", "丙", "丁"]
    assert opened.window.parts.text.view.hasFocus()


def test_typing_or_a_decision_keeps_the_tab_but_reading_does_not(opened: OpenedWindow) -> None:
    click(opened, "乙")
    opened.press(ActionId.NEXT_FINDING)
    assert tabs(opened) == ["甲", "（乙）"]
    opened.press(ActionId.ACCEPT)
    assert tabs(opened) == ["甲", "乙"]
    click(opened, "丙")
    opened.type("x")
    assert tabs(opened) == ["甲", "乙", "丙"]


def test_two_clicks_on_a_tab_keep_it(opened: OpenedWindow) -> None:
    click(opened, "乙")
    QTest.mouseDClick(
        bar(opened),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        bar(opened).tabRect(1).center(),
    )
    assert tabs(opened) == ["甲", "乙"]


def test_tabs_are_closed_by_key_button_and_middle_click(opened: OpenedWindow) -> None:
    open_kept(opened, "乙", "丙", "丁")
    opened.press(ActionId.CLOSE_TAB)
    assert (tabs(opened), current(opened)) == (["甲", "乙", "丙"], "丙")
    middle_click_tab(opened, 0)
    assert (tabs(opened), current(opened)) == (["乙", "丙"], "丙"), "another one stays shown"
    button = bar(opened).tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert isinstance(button, QToolButton)
    button.click()
    assert (tabs(opened), current(opened)) == (["乙"], "乙")


def test_closed_tabs_come_back_where_they_were_the_last_one_first(opened: OpenedWindow) -> None:
    open_kept(opened, "乙", "丙")
    middle_click_tab(opened, 0)
    middle_click_tab(opened, 0)
    assert tabs(opened) == ["丙"]
    opened.press(ActionId.REOPEN_TAB)
    assert (tabs(opened), current(opened)) == (["乙", "丙"], "乙")
    opened.press(ActionId.REOPEN_TAB)
    assert (tabs(opened), current(opened)) == (["甲", "乙", "丙"], "甲")
    assert not opened.window.actions_of[ActionId.REOPEN_TAB].isEnabled()


def test_without_tabs_the_window_says_how_to_go_on(opened: OpenedWindow) -> None:
    parts = opened.window.parts
    opened.press(ActionId.CLOSE_TAB)
    assert opened.workspace.document is None
    assert (parts.no_document.isVisible(), parts.views.isVisible()) == (True, False)
    assert not bar(opened).isVisible()
    assert opened.window.windowTitle() == "审校"
    click(opened, "甲")
    assert (parts.no_document.isVisible(), parts.views.isVisible()) == (False, True)
    assert tabs(opened) == ["（甲）"]


def test_the_keys_walk_through_the_tabs_and_round(opened: OpenedWindow) -> None:
    open_kept(opened, "丙")
    opened.window.parts.text.view.setFocus()
    before = opened.window.parts.text.view.record
    for expected in ("甲", "丙"):
        opened.press(ActionId.NEXT_TAB)
        assert current(opened) == expected
    opened.press(ActionId.PREVIOUS_TAB)
    assert current(opened) == "甲"
    opened.press(ActionId.PREVIOUS_TAB)
    assert opened.window.parts.text.view.record == before, "the key writes nothing into the text"


def test_each_tab_comes_back_as_it_was_left(opened: OpenedWindow) -> None:
    view = opened.window.parts.text.view
    anchor = opened.marks[40].anchor
    opened.workspace.show_finding(anchor)
    view.place_cursor(Span(900, 905))
    view.scroll_to(view.positions.unit(700))
    left = (view.selected_span(), view.first_visible_offset())
    click(opened, "乙")
    assert view.cursor_offset == 0
    opened.workspace.show_clean(True)
    clean = view.record
    opened.press(ActionId.PREVIOUS_TAB)
    assert (view.selected_span(), view.first_visible_offset()) == left
    assert opened.workspace.anchor == anchor
    assert opened.window.parts.findings.selected_anchors() == [anchor]
    assert not opened.workspace.shows_clean
    opened.press(ActionId.NEXT_TAB)
    assert opened.workspace.shows_clean
    assert view.record == clean


def test_what_shrank_meanwhile_is_shown_at_its_end(opened: OpenedWindow) -> None:
    first, second = (row.id for row in opened.workspace.documents[:2])
    view = opened.window.parts.text.view
    view.place_cursor(Span(2000, 2010))
    opened.workspace.show_document(second)
    rest = opened.workspace.desk.reviewed(first).text[10:]
    opened.workspace.desk.remove_copy(first, Span(10, 10 + len(rest)))
    opened.workspace.show_document(first)
    assert view.selected_span() == Span(10, 10)


def test_tabs_and_places_outlive_the_window(
    qtbot: QtBot, tmp_path: Path, opened: OpenedWindow
) -> None:
    open_kept(opened, "丙")
    click(opened, "丁")
    opened.press(ActionId.PREVIOUS_TAB)
    view = opened.window.parts.text.view
    view.place_cursor(Span(1200, 1203))
    view.scroll_to(view.positions.unit(1000))
    top = view.first_visible_offset()
    opened.close()
    again = OpenedWindow(qtbot, tmp_path)
    assert (tabs(again), current(again)) == (["甲", "丙", "（丁）"], "丙")
    assert again.window.parts.text.view.selected_span() == Span(1200, 1203)
    assert again.window.parts.text.view.first_visible_offset() == top
    again.press(ActionId.CLOSE_TAB)
    again.press(ActionId.CLOSE_TAB)
    again.press(ActionId.CLOSE_TAB)
    again.close()
    empty = OpenedWindow(qtbot, tmp_path)
    assert (tabs(empty), empty.workspace.document) == ([], None), "no tab is a state as well"
    empty.close()


def test_a_document_that_leaves_the_library_loses_its_tab(opened: OpenedWindow) -> None:
    open_kept(opened, "乙", "丙")
    answer()
    opened.session.library.remove([row.id for row in opened.workspace.documents[2:3]])
    assert (tabs(opened), current(opened)) == (["甲", "乙"], "乙")
    assert opened.window.parts.text.view.record.startswith("乙的讲话")
    middle_click_tab(opened, 0)
    answer()
    opened.session.library.remove([opened.workspace.documents[0].id])
    assert not opened.window.actions_of[ActionId.REOPEN_TAB].isEnabled()


def test_the_menu_of_a_tab_acts_on_that_tab(opened: OpenedWindow) -> None:
    open_kept(opened, "乙", "丙")
    place = bar(opened).tabRect(0).center()
    asked: list[QPoint] = []
    bar(opened).menu_requested.disconnect()
    bar(opened).menu_requested.connect(asked.append)
    bar(opened).customContextMenuRequested.emit(place)
    assert asked == [bar(opened).mapToGlobal(place)]
    assert current(opened) == "甲"
    opened.window.actions_of[ActionId.CLOSE_OTHER_TABS].trigger()
    assert tabs(opened) == ["甲"]
    assert not opened.window.actions_of[ActionId.CLOSE_OTHER_TABS].isEnabled()
    assert not opened.window.findChildren(QMenu, "tab menu")


def test_dragging_a_tab_moves_it(opened: OpenedWindow) -> None:
    open_kept(opened, "乙", "丙")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    start, end = (bar(opened).tabRect(place).center() for place in (2, 0))
    QTest.mousePress(bar(opened), left, none, start)
    for step in range(1, 21):
        where = QPointF(start + (end - start) * step / 20 - QPoint(step * 2, 0))
        moved = QMouseEvent(
            QEvent.Type.MouseMove, where, bar(opened).mapToGlobal(where), left, left, none
        )
        QApplication.sendEvent(bar(opened), moved)
    assert not bar(opened).grab().isNull()
    QTest.mouseRelease(bar(opened), left, none, end)
    assert (tabs(opened), current(opened)) == (["丙", "甲", "乙"], "丙")
    assert [*opened.workspace.tabs.documents] == [
        opened.workspace.documents[place].id for place in (2, 0, 1)
    ]


# The row of tabs alone


def test_names_are_shown_letter_by_letter_and_cut_where_they_are_long(qtbot: QtBot) -> None:
    made = DocumentTabs()
    qtbot.addWidget(made)
    rows = [
        DocumentTab(number, f"R&D <b>{number}\n" + "长" * 60, f"/稿/{number}.txt", number == 3)
        for number in range(12)
    ]
    made.resize(500, 40)
    made.show_tabs(rows, 3)
    made.show()
    assert made.tabText(0).startswith("R&&D <b>0⏎")
    assert made.tabToolTip(0).startswith("<p>R&amp;D &lt;b&gt;0<br/>")
    assert "/稿/0.txt" in made.tabToolTip(0)
    assert made.tabRect(0).width() <= 190
    arrows = [b for b in made.findChildren(QToolButton) if b.objectName().startswith("Scroll")]
    assert [arrow.isVisible() for arrow in arrows] == [True, True]
    for name in ("light", "dark"):
        made.set_theme(load_theme(name))
        assert not made.grab().isNull()


def test_a_middle_button_that_goes_down_on_one_tab_and_up_on_another_closes_none(
    qtbot: QtBot,
) -> None:
    made = DocumentTabs()
    qtbot.addWidget(made)
    made.show_tabs([DocumentTab(1, "一", ""), DocumentTab(2, "二", "")], 1)
    made.show()
    closed: list[int] = []
    made.close_requested.connect(closed.append)
    for kind, place in ((QEvent.Type.MouseButtonPress, 0), (QEvent.Type.MouseButtonRelease, 1)):
        where = QPointF(made.tabRect(place).center())
        button, none = Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(made, QMouseEvent(kind, where, where, button, button, none))
    assert closed == []


# The list of tabs alone


def test_a_preview_of_the_left_keeps_its_place() -> None:
    tabs_of = OpenTabs()
    tabs_of.restore([1, 2, 3, 2], 1)
    tabs_of.show(9, beside=3)
    assert (tabs_of.documents, tabs_of.preview) == ((9, 2, 3), 9)
    tabs_of.keep(2)
    assert tabs_of.preview == 9, "only the preview itself is kept"
    tabs_of.keep(9)
    tabs_of.show(5, beside=9)
    assert tabs_of.documents == (9, 5, 2, 3)


@pytest.mark.parametrize(
    ("current", "present", "expected"),
    [(3, {2, 4}, 4), (3, {1, 2}, 2), (2, {2, 4}, 2), (2, set[int](), None), (9, {4}, 4)],
    ids=["right", "left", "itself", "none", "no tab"],
)
def test_what_leaves_the_library_gives_way_to_its_nearest_neighbour(
    current: int, present: set[int], expected: int | None
) -> None:
    tabs_of = OpenTabs()
    tabs_of.restore([1, 2, 3, 4], None)
    assert tabs_of.successor(current, present) == expected
    tabs_of.keep_only(present)
    assert set(tabs_of.documents) == present


def test_places_are_kept_and_damaged_ones_left_out() -> None:
    rows = [(1, TabPlace(3, 5, 2, "a", clean=True)), (2, TabPlace())]
    assert from_plain(to_plain(rows)) == rows
    damaged = [[1, 2], "x", [1, 5, 3, 0, None, False], [1, -1, 3, 0, None, False], None]
    assert from_plain(damaged) == []
