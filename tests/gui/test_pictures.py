"""The window in pictures: as they were, with nothing cut off, everything named, in tab order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import goldens
import pytest
from goldens import Taken
from inspection import cut_off, nameless, out_of_order, without_buddy
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer.gui.find_bar import FindBar
from reviewer.gui.theme import load_theme

LOOKS = ("zh.light", "en.light", "zh.dark", "en.dark")
SIDES = pytest.mark.parametrize("scale", [1, 2])
LANGUAGES = pytest.mark.parametrize("look", LOOKS[:2])
MADE_BY_QT = ("print-preview", "new-note")
"""Dialogs whose parts Qt names and orders."""

ON_PURPOSE = ("Delete this note", "删除这条批注")
"""Whoever has written a note wants to go back to the list, not to delete it."""

Takings = Callable[[str, int], Taken]


@pytest.fixture(scope="module")
def takings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Takings]:
    """All scenes of a look at a scale, taken once, in a process with pinned fonts."""
    wanted = [*((look, 1) for look in LOOKS), *((look, 2) for look in LOOKS[:2])]
    # They mostly wait for something to become quiet, so they may do so together.
    with ThreadPoolExecutor(len(wanted)) as pool:
        known = {
            (look, scale): pool.submit(
                goldens.take, look, tmp_path_factory.mktemp(f"{look}-{scale}"), scale
            )
            for look, scale in wanted
        }
        yield lambda look, scale: known[look, scale].result()


def found(taken: Taken, fault: str) -> list[str]:
    """All faults of one sort, with the scene of each."""
    return [f"{name}: {one}" for name, sorts in taken.found.items() for one in sorts[fault]]


@pytest.mark.parametrize("look", LOOKS)
def test_every_scene_can_be_brought_about_and_shows_something(takings: Takings, look: str) -> None:
    taken = takings(look, 1)
    assert taken.failed == {}
    for name in taken.found:
        image = QImage(str(taken.folder / f"{name}.png"))
        codes = goldens.pixels_of(image).reshape(-1, 3)
        assert len({tuple(code) for code in codes[:: max(1, len(codes) // 20_000)]}) > 2, name


@pytest.mark.parametrize("look", LOOKS)
def test_every_panel_looks_as_it_did(takings: Takings, look: str) -> None:
    reason = goldens.why_not_comparable()
    if reason:
        pytest.skip(f"pixels are not compared: {reason}")
    taken = takings(look, 1)
    assert goldens.compare(taken, look, list(taken.found)) == {}, (
        "python packaging/screenshots.py --differences FOLDER shows them"
    )


@SIDES
@LANGUAGES
def test_nothing_is_cut_off_in_the_smallest_window(takings: Takings, look: str, scale: int) -> None:
    taken = takings(look, scale)
    assert taken.failed == {}
    assert found(taken, "cut off") == []


@LANGUAGES
def test_a_screen_reader_can_name_whatever_takes_the_keyboard(takings: Takings, look: str) -> None:
    faults = found(takings(look, 1), "nameless")
    assert [one for one in faults if not one.startswith(MADE_BY_QT)] == []


@LANGUAGES
def test_the_tab_key_goes_in_reading_order(takings: Takings, look: str) -> None:
    faults = found(takings(look, 1), "out of order")
    ours = [one for one in faults if not one.startswith(MADE_BY_QT)]
    assert [one for one in ours if not any(words in one for words in ON_PURPOSE)] == []


# That each of these checks can fail


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def picture(bar: FindBar) -> QImage:
    bar.words.clearFocus()
    return bar.grab().toImage()


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    made = FindBar(load_theme("light"))
    shown(qtbot, made)
    made.open_bar("水利", replacing=True)
    made.resize(700, made.sizeHint().height())
    return made


def test_a_picture_is_like_itself_and_like_its_golden(bar: FindBar) -> None:
    image = picture(bar)
    assert goldens.difference(image, image) == ""
    assert goldens.difference(goldens.reduced(image), image) == ""
    assert goldens.reduced(image).colorCount() > 4


def test_a_widget_that_moved_is_seen(bar: FindBar) -> None:
    before = picture(bar)
    bar.replacement.move(bar.replacement.x() + 2, bar.replacement.y())
    assert "clearly" in goldens.difference(goldens.reduced(before), picture(bar))


def test_other_words_another_colour_and_another_size_are_seen(bar: FindBar) -> None:
    before = goldens.reduced(picture(bar))
    bar.say("3 / 4")
    assert goldens.difference(before, picture(bar))
    bar.say("")
    assert not goldens.difference(before, picture(bar))
    bar.setStyleSheet("QLineEdit { border: 1px solid #c00000; }")
    assert goldens.difference(before, picture(bar))
    bar.resize(701, bar.height())
    assert goldens.difference(before, picture(bar)).startswith("was 700x")


def test_a_ground_that_is_a_little_darker_is_seen() -> None:
    ground, darker = (QImage(200, 100, QImage.Format.Format_RGB32) for _ in range(2))
    ground.fill(QColor("#ffffff"))
    darker.fill(QColor("#eeeeee"))
    assert "0 of them clearly" in goldens.difference(ground, darker)


def test_a_caret_is_not_a_difference_but_a_word_is() -> None:
    plain = QImage(200, 100, QImage.Format.Format_RGB32)
    plain.fill(QColor("white"))
    for box, seen in ((QRect(20, 20, 1, 12), False), (QRect(20, 20, 6, 12), True)):
        marked = plain.copy()
        painter = QPainter(marked)
        painter.fillRect(box, QColor("black"))
        painter.end()
        assert bool(goldens.difference(plain, marked)) is seen


def test_a_label_a_button_and_a_field_without_room_are_reported(qtbot: QtBot) -> None:
    words = "采纳本篇所有可靠修改"
    for make in (QLabel, QPushButton, QCheckBox, QToolButton):
        widget = make()
        widget.setText(words)
        assert cut_off(shown(qtbot, widget)) == []
        widget.setFixedWidth(60)
        assert words in str(cut_off(widget)), make
    box = QComboBox()
    box.addItem(words)
    shown(qtbot, box)
    assert cut_off(box) == []
    box.setFixedWidth(60)
    assert words in str(cut_off(box))
    field = QLineEdit()
    field.setPlaceholderText(words)
    field.setFixedWidth(60)
    assert words in str(cut_off(shown(qtbot, field)))


def test_lines_that_do_not_fit_below_each_other_are_reported(qtbot: QtBot) -> None:
    label = QLabel("一二三四五六七八九十" * 6)
    label.setWordWrap(True)
    label.setFixedSize(200, 200)
    assert cut_off(shown(qtbot, label)) == []
    label.setFixedSize(200, 20)
    assert "needs" in str(cut_off(label))


def test_tabs_and_tool_buttons_that_found_no_room_are_reported(qtbot: QtBot) -> None:
    tabs = QTabWidget()
    for words in ("问题", "重复", "批注", "历史"):
        tabs.addTab(QWidget(), words)
    tabs.resize(600, 200)
    assert cut_off(shown(qtbot, tabs)) == []
    tabs.resize(90, 200)
    assert "历史" in str(cut_off(tabs))
    window = QWidget()
    bar = QToolBar(window)
    for words in ("打开", "导出", "撤销"):
        bar.addAction(words)
    bar.setFixedWidth(60)
    shown(qtbot, window)
    assert "hidden behind" in str(cut_off(window))


def test_widgets_over_each_other_and_outside_are_reported(qtbot: QtBot) -> None:
    around = QWidget()
    around.setFixedSize(200, 80)
    one, other = QWidget(around), QWidget(around)
    one.setGeometry(0, 0, 100, 40)
    other.setGeometry(100, 0, 100, 40)
    assert cut_off(shown(qtbot, around)) == []
    other.move(80, 0)
    assert "overlap" in str(cut_off(around))
    other.move(150, 40)
    assert "stands out of" in str(cut_off(around))


def test_what_cannot_be_scrolled_into_view_is_reported(qtbot: QtBot) -> None:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside = QWidget()
    inside.setMinimumWidth(300)
    area.setWidget(inside)
    area.resize(400, 100)
    assert cut_off(shown(qtbot, area)) == []
    area.resize(200, 100)
    assert "cannot be scrolled" in str(cut_off(area))
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    assert cut_off(area) == []


def test_what_has_no_name_and_what_goes_back_is_reported(qtbot: QtBot) -> None:
    around = QWidget()
    column = QVBoxLayout(around)
    row = QHBoxLayout()
    first, second, third, label = QLineEdit(), QLineEdit(), QPushButton("好"), QLabel("姓名：")
    for widget in (label, first, third):
        column.addWidget(widget)
    row.addWidget(second)
    column.addLayout(row)
    shown(qtbot, around)
    assert len(nameless(around)) == 2
    assert len(without_buddy(around)) == 1
    first.setAccessibleName("姓")
    label.setBuddy(second)
    assert nameless(around) == without_buddy(around) == []
    QWidget.setTabOrder(first, third)
    QWidget.setTabOrder(third, second)
    assert out_of_order(around) == []
    QWidget.setTabOrder(first, second)
    assert "tab goes back" in str(out_of_order(around))
