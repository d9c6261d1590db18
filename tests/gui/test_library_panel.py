"""The list of documents: what it says of each, how it is sorted, and what it tells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from listed_library import (
    FARMS,
    ROWS,
    SAFETY,
    labels,
    panel_on_screen,
    row_words,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.gui.models.library_arrangement import (
    LibraryOrder,
    arranged,
)
from reviewer.gui.panels.library_panel import LibraryPanel
from reviewer.gui.theme import Theme, load_theme


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> LibraryPanel:
    return panel_on_screen(qtbot, theme)


@pytest.fixture
def chosen(panel: LibraryPanel) -> list[int]:
    """Every document that the panel reports as chosen."""
    reported: list[int] = []
    panel.document_chosen.connect(reported.append)
    return reported


def place_of(panel: LibraryPanel, row: int) -> QPoint:
    return panel.list.visualRect(panel.list.model().index(row, 0)).center()


def click(qtbot: QtBot, panel: LibraryPanel, row: int) -> None:
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place_of(panel, row))


def button(panel: LibraryPanel, words: str) -> QPushButton:
    [found] = [
        button
        for button in panel.findChildren(QPushButton)
        if button.isVisible() and button.text() == words
    ]
    return found


@pytest.mark.parametrize(
    ("row", "state", "repeated", "progress"),
    [
        (0, "未审 · 未决 12 / 968", "重复 27 %", pytest.approx(956 / 968)),
        (1, "未审 · 45 处均已判定", "", 1.0),
        (2, "未审 · 未决 40 / 50", "重复 <1 %", pytest.approx(0.2)),
        (3, "未审 · 未发现问题", "重复 99 %", None),
        (4, "未审 · 尚未检查", "", None),
    ],
    ids=["in work", "done", "hardly repeated", "clean", "unsearched"],
)
def test_each_document_says_how_far_it_is(
    panel: LibraryPanel, row: int, state: str, repeated: str, progress: float | None
) -> None:
    words = row_words(panel, row)
    assert words.heading == ROWS[row].title
    assert (words.words, words.words_aside, words.progress) == (state, repeated, progress)
    assert "5 份文稿 · 未决 52" in labels(panel)


@pytest.mark.parametrize(
    ("order", "documents"),
    [
        (LibraryOrder.ADDED, [1, 2, 3, 4, 5]),
        (LibraryOrder.NAME, [2, 4, 3, 1, 5]),
        (LibraryOrder.OPEN, [3, 1, 2, 4, 5]),
        (LibraryOrder.REPEATED, [4, 1, 3, 2, 5]),
        (LibraryOrder.DAMAGE, [1, 3, 2, 4, 5]),
        (LibraryOrder.LENGTH, [1, 2, 3, 4, 5]),
    ],
)
def test_documents_are_sorted_as_asked(
    panel: LibraryPanel, order: LibraryOrder, documents: list[int]
) -> None:
    panel.bar.orders.setCurrentIndex(panel.bar.orders.findData(order))
    assert panel.documents == documents


def test_names_are_sorted_by_sound_and_numbers_by_value() -> None:
    titles = ["重点工作", "第10篇", "第9篇", "安全", "Zebra", "<b>"]
    rows = [replace(FARMS, document=n, title=title) for n, title in enumerate(titles)]
    found = [row.title for row in arranged(rows, LibraryOrder.NAME)]
    assert [title for title in found if title in titles[:4]] == [
        "安全",
        "第9篇",
        "第10篇",
        "重点工作",
    ]


def test_the_order_is_remembered(qtbot: QtBot, panel: LibraryPanel) -> None:
    panel.bar.orders.setCurrentIndex(panel.bar.orders.findData(LibraryOrder.OPEN))
    other = LibraryPanel()
    qtbot.addWidget(other)
    other.show_rows(ROWS)
    other.restore_filter_state(panel.filter_state())
    assert other.documents == panel.documents
    other.restore_filter_state({"order": "no such order"})
    assert other.documents == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("words", "documents"), [("农业", [1, 3]), ("NEW", [5]), ("没有", [])], ids=str
)
def test_words_filter_titles_and_paths(
    panel: LibraryPanel, words: str, documents: list[int]
) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(panel.bar.search, event)
    assert panel.documents == documents


def test_a_filter_that_nothing_passes_offers_a_way_out(qtbot: QtBot, panel: LibraryPanel) -> None:
    panel.bar.search.setText("没有")
    assert "没有相符的文稿" in labels(panel)
    qtbot.mouseClick(button(panel, "显示全部"), Qt.MouseButton.LeftButton)
    assert panel.documents == [1, 2, 3, 4, 5]


def test_clicks_and_arrows_choose_a_document(
    qtbot: QtBot, panel: LibraryPanel, chosen: list[int]
) -> None:
    click(qtbot, panel, 1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert chosen == [2, 3]


def test_the_keyboard_alone_chooses_nothing(panel: LibraryPanel, chosen: list[int]) -> None:
    assert panel.list.hasFocus()
    assert chosen == []
    assert panel.list.key is None


def test_the_filter_is_left_for_the_first_document_found(
    qtbot: QtBot, panel: LibraryPanel, chosen: list[int]
) -> None:
    panel.bar.search.setFocus()
    panel.bar.search.setText("农业")
    qtbot.keyClick(panel.bar.search, Qt.Key.Key_Return)
    assert panel.list.hasFocus()
    assert chosen == [1]


def test_new_rows_keep_the_choice_and_tell_nothing(panel: LibraryPanel, chosen: list[int]) -> None:
    panel.select_document(3)
    panel.show_rows([replace(row, open_findings=0) for row in ROWS])
    assert panel.list.key == 3
    assert panel.list.currentIndex().row() == 2
    panel.show_rows(ROWS[1:])
    assert panel.list.currentIndex().row() == 1
    panel.bar.orders.setCurrentIndex(panel.bar.orders.findData(LibraryOrder.OPEN))
    assert panel.list.currentIndex().row() == 0
    assert chosen == []


def test_the_choice_comes_back_when_the_filter_goes(panel: LibraryPanel) -> None:
    panel.select_document(3)
    panel.bar.search.setText("廉政")
    assert not panel.list.currentIndex().isValid()
    panel.bar.search.clear()
    assert panel.list.currentIndex().row() == 2


def test_scrolling_stays_when_numbers_change(panel: LibraryPanel) -> None:
    many = [replace(FARMS, document=n, title=f"第{n}篇") for n in range(200)]
    panel.show_rows(many)
    panel.list.verticalScrollBar().setValue(700)
    panel.show_rows([replace(row, open_findings=1) for row in many])
    assert panel.list.verticalScrollBar().value() == 700


def test_removing_is_asked_for_the_chosen_document_alone(qtbot: QtBot, panel: LibraryPanel) -> None:
    assert not panel.bar.remove_button.isEnabled()
    click(qtbot, panel, 3)
    with qtbot.waitSignal(panel.remove_requested) as asked:
        qtbot.mouseClick(panel.bar.remove_button, Qt.MouseButton.LeftButton)
    assert asked.args == []
    assert panel.selected == [4]
    panel.show_rows(ROWS[:3])
    assert not panel.bar.remove_button.isEnabled()


def test_the_delete_key_removes_nothing(qtbot: QtBot, panel: LibraryPanel) -> None:
    click(qtbot, panel, 3)
    with qtbot.assertNotEmitted(panel.remove_requested):
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)


def test_a_menu_is_asked_for_where_the_mouse_is(qtbot: QtBot, panel: LibraryPanel) -> None:
    place = place_of(panel, 2)
    with qtbot.waitSignal(panel.menu_requested) as asked:
        panel.list.customContextMenuRequested.emit(place)
    assert asked.args == [panel.list.viewport().mapToGlobal(place)]


def test_an_empty_library_invites_to_open_files_or_samples(
    qtbot: QtBot, panel: LibraryPanel
) -> None:
    panel.show_rows([])
    assert "拖入文件或点“打开”。源文件不会被改动。" in labels(panel)
    with qtbot.waitSignal(panel.open_requested):
        qtbot.mouseClick(button(panel, "打开…"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.samples_requested):
        qtbot.mouseClick(button(panel, "看看示例文稿"), Qt.MouseButton.LeftButton)


def test_names_of_files_are_never_read_as_markup(panel: LibraryPanel) -> None:
    panel.show_rows([replace(FARMS, title="<b>粗</b>\u202e\udc80", path_shown="/a/<i>\udcff.txt")])
    assert row_words(panel, 0).heading == "<b>粗</b>⟨U+202E⟩�"
    tip = panel.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<p>&lt;b&gt;粗&lt;/b&gt;")
    assert "/a/&lt;i&gt;�.txt<br/>9,592 字<br/>每千字 100.9 处问题</p>" in tip
    assert not panel.grab().isNull()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_long_title_is_cut_and_the_bar_is_drawn(panel: LibraryPanel, name: str) -> None:
    theme = load_theme(name)
    panel.set_theme(theme)
    panel.show_rows([replace(FARMS, title="很长的题目" * 40), SAFETY])
    picture = panel.list.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert {theme.roles.accent.name(), theme.roles.success.name()} <= colours


def test_every_control_has_a_name_and_every_row_can_be_spoken(panel: LibraryPanel) -> None:
    bar = panel.bar
    controls = (
        panel, bar.search, bar.orders, bar.groupings, bar.filter_button, bar.remove_button,
        panel.list,
    )  # fmt: skip
    assert all(control.accessibleName() for control in controls)
    spoken = panel.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "农业会议讲话10，未审，未决 12 / 968，已判定 99 %，重复 27 %"


def test_the_tab_key_goes_from_filter_to_list(qtbot: QtBot, panel: LibraryPanel) -> None:
    panel.select_document(1)
    panel.bar.search.setFocus()
    chain = (
        panel.bar.filter_button, panel.bar.orders, panel.bar.groupings,
        panel.bar.remove_button, panel.list,
    )  # fmt: skip
    for expected in chain:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert expected.hasFocus()
