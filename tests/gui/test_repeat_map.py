"""The map of repeats: what a cell or an arc shows, where it leads, and the list beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from opened_window import OpenedWindow
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.repeat_map.arcs_view import ArcsView
from reviewer.gui.repeat_map.map_window import MapWindow
from reviewer.gui.repeat_map.map_words import MapWords
from reviewer.gui.repeat_map.matrix import RepeatMatrix
from reviewer.gui.theme import Theme, load_theme
from reviewer.repeats.family import FamilyKind
from reviewer.text.span import Span
from reviewer.text.wording import Language
from reviewer.workflow.library_repeats import LibraryFamily, LibraryRepeats, Member
from reviewer.workflow.repeat_map import SharedTexts, arcs_of

SPEECH = (
    "春耕生产要抓紧落实，各村的干部要到田间地头去看一看，问一问群众还缺什么。\n"
    "水利建设关系到千家万户，今年冬天要修好三条水渠，年底以前全部完工。\n"
    "学校的危房改造不能再拖，九月开学以前必须完工，这件事由教育局负责到底。\n"
)
OTHER = "防汛工作要早作准备，各乡镇要备足沙袋和木桩，汛期实行昼夜值班制度。\n"


def opened_texts(qtbot: QtBot, folder: Path, **texts: str) -> OpenedWindow:
    paths: list[Path] = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    opened = OpenedWindow(qtbot, folder, paths)
    opened.wait_for_search()
    return opened


def shown_map(opened: OpenedWindow) -> MapWindow:
    opened.press(ActionId.REPEAT_MAP)
    [made] = [one for one in QApplication.topLevelWidgets() if isinstance(one, MapWindow)]
    QApplication.processEvents()
    return made


def number_of(opened: OpenedWindow, title: str) -> int:
    return next(row.id for row in opened.workspace.documents if row.title == title)


def cell_of(page: RepeatMatrix, opened: OpenedWindow, row: str, column: str) -> QPoint:
    numbers = [one.id for one in opened.workspace.documents]
    places = (numbers.index(number_of(opened, title)) for title in (row, column))
    return page.rect_of(*places).center()


def test_the_matrix_tells_what_two_documents_share(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=SPEECH, 乙=OTHER + SPEECH, 丙=OTHER[::-1])
    made = shown_map(opened)
    assert made.pages.currentWidget() is made.library
    matrix = made.library.matrix
    words = matrix.words_at(cell_of(matrix, opened, "甲", "乙"))
    assert "“甲”有" in words
    assert "也见于“乙”" in words
    assert "没有重复" in matrix.words_at(cell_of(matrix, opened, "甲", "丙"))
    assert matrix.words_at(QPoint(2, 2)) == ""
    opened.close()


def test_a_click_on_a_cell_opens_the_passage(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=SPEECH, 乙=OTHER + SPEECH)
    made = shown_map(opened)
    matrix = made.library.matrix
    place = cell_of(matrix, opened, "乙", "甲")
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=place)
    assert opened.workspace.document == number_of(opened, "乙")
    assert opened.window.parts.text.view.cursor_offset == len(OTHER)
    assert made.library.list.key == (number_of(opened, "乙"), number_of(opened, "甲"))
    opened.close()


def test_the_list_does_by_keyboard_what_the_drawing_does_by_mouse(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=SPEECH, 乙=OTHER + SPEECH)
    made = shown_map(opened)
    made.activateWindow()
    made.library.list.enter()
    qtbot.waitUntil(made.library.list.hasFocus)
    qtbot.keyClick(made.library.list, Qt.Key.Key_Down)
    pair = made.library.list.key
    assert isinstance(pair, tuple)
    assert opened.workspace.document == pair[0]
    qtbot.keyClick(made.library.list, Qt.Key.Key_Return)
    window = opened.session.compare.window
    assert window is not None
    assert {window.shown.left.document, window.shown.right.document} == set(pair)
    opened.close()


def test_a_cell_on_the_diagonal_opens_the_arcs_and_its_row_does_so_with_enter(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=OTHER[::-1], 乙=SPEECH + OTHER + SPEECH)
    opened.workspace.show_document(number_of(opened, "甲"))
    made = shown_map(opened)
    assert made.pages.currentWidget() is made.library
    assert opened.workspace.document == number_of(opened, "甲"), "looking moves nothing"
    made.activateWindow()
    made.library.list.enter()
    assert made.pages.currentWidget() is made.library, "the list is walked without jumping away"
    qtbot.keyClick(made.library.list, Qt.Key.Key_Return)
    assert made.pages.currentWidget() is made.document
    made.pages.setCurrentWidget(made.library)
    matrix = made.library.matrix
    place = cell_of(matrix, opened, "乙", "乙")
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=place)
    assert made.pages.currentWidget() is made.document
    assert len(made.document.list.keys) == 1
    opened.close()


def test_a_document_that_holds_a_speech_twice_opens_with_its_arcs(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=SPEECH + OTHER + SPEECH)
    made = shown_map(opened)
    page = made.document
    assert made.pages.currentWidget() is page
    [row] = page.list.keys
    second = page.view.words_at(bar_point(page.view, len(SPEECH + OTHER) + 20, len(SPEECH) * 2))
    assert "第 1 段 与 第 5 段" in second
    assert page.view.words_at(QPoint(3, 3)) == ""
    place = bar_point(page.view, 20, len(SPEECH) * 2)
    qtbot.mouseClick(page.view, Qt.MouseButton.LeftButton, pos=place)
    assert page.list.key == row
    qtbot.mouseDClick(page.view, Qt.MouseButton.LeftButton, pos=place)
    window = opened.session.compare.window
    assert window is not None
    assert window.isVisible()
    opened.close()


def bar_point(view: ArcsView, offset: int, length: int) -> QPoint:
    """The middle of the bar at an offset of a text of about this length."""
    level = next(
        y
        for y in range(view.height() - 1, 0, -1)
        if view.arc_at(QPoint(40, y).toPointF()) is not None
    )
    room = view.width() - 32
    return QPoint(16 + round(room * offset / (length + len(OTHER))), level - 3)


def test_the_map_follows_a_step(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=SPEECH + OTHER + SPEECH)
    made = shown_map(opened)
    assert len(made.document.list.keys) == 1
    [family] = opened.workspace.repeats.families
    member = family.members[1]
    desk = opened.workspace.desk
    opened.workspace.after_step(desk.remove_copy(member.document, member.span))
    assert made.document.list.keys == []
    opened.workspace.after_step(desk.undo())
    assert len(made.document.list.keys) == 1
    opened.close()


def family(number: int, kind: FamilyKind, *places: tuple[int, int, int]) -> LibraryFamily:
    members = tuple(
        Member(document, Span(start, end), at == 0)
        for at, (document, start, end) in enumerate(places)
    )
    return LibraryFamily(number, kind, 0.9, members, ())


REPEATS = LibraryRepeats(
    (
        family(1, FamilyKind.NEAR, (1, 0, 90), (2, 0, 90)),
        family(2, FamilyKind.EXACT, (1, 100, 110), (3, 0, 10)),
        family(3, FamilyKind.EXACT, (1, 120, 160), (1, 160, 200)),
    )
)


def picture(widget: RepeatMatrix | ArcsView) -> QImage:
    widget.resize(700, 420)
    return widget.grab().toImage()


def distance(one: QColor, other: QColor) -> int:
    pairs = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    return sum(abs(first - second) for first, second in pairs)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_more_is_shared_the_stronger_the_tint_and_the_diagonal_is_hatched(
    qtbot: QtBot, name: str
) -> None:
    theme = load_theme(name)
    matrix = RepeatMatrix(theme)
    qtbot.addWidget(matrix)
    texts = SharedTexts(REPEATS, {1: 200, 2: 100, 3: 100})
    matrix.show_texts(texts, (1, 2, 3), {1: "甲", 2: "乙", 3: "丙"}, lambda _: "")
    image = picture(matrix)

    def corner(row: int, column: int) -> QColor:
        return image.pixelColor(matrix.rect_of(row, column).topLeft() + QPoint(4, 4))

    nothing = corner(1, 2)
    assert distance(corner(1, 0), nothing) > distance(corner(0, 1), nothing)
    assert distance(corner(0, 1), nothing) > distance(corner(0, 2), nothing) > 0
    diagonal = matrix.rect_of(0, 0).adjusted(2, 2, -2, -30)
    colours = {
        image.pixelColor(x, y).name()
        for x in range(diagonal.left(), diagonal.right())
        for y in range(diagonal.top(), diagonal.bottom())
    }
    assert len(colours) > 1


@pytest.mark.parametrize("name", ["light", "dark"])
def test_an_arc_has_the_colour_of_its_family_and_lies_over_both_copies(
    qtbot: QtBot, name: str
) -> None:
    theme = load_theme(name)
    view = ArcsView(theme)
    qtbot.addWidget(view)
    arcs = arcs_of(REPEATS, 1)
    view.show_document(200, arcs, [(1, Span(0, 90))], [("开头", 0), ("后半", 100)], lambda _: "弧")
    image = picture(view)
    wanted = theme.repeat(2).name()
    there = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).name() == wanted for y in range(image.height()))
    ]
    middle = 16 + (700 - 32) * 160 / 200
    assert min(there) < middle < max(there)
    assert view.arc_at(QPoint(round(middle), 300).toPointF()) == 0
    assert view.arc_at(QPoint(30, 300).toPointF()) is None


def test_names_for_screen_readers_in_both_languages(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=SPEECH + OTHER + SPEECH, 乙=SPEECH)
    made = shown_map(opened)
    widgets = (
        made.library.matrix,
        made.library.list,
        made.document.view,
        made.document.list,
        made.document.choice,
    )
    chinese = [widget.accessibleName() for widget in widgets]
    assert all(chinese)
    opened.speak(Language.ENGLISH)
    qtbot.waitUntil(lambda: made.windowTitle() == "Map of Repeats")
    english = [widget.accessibleName() for widget in widgets]
    assert not set(chinese) & set(english)
    opened.speak(Language.CHINESE)
    opened.close()


def test_a_large_library_shows_only_documents_that_share_something(
    qtbot: QtBot, theme: Theme
) -> None:
    made = MapWindow(theme)
    qtbot.addWidget(made)
    lengths = dict.fromkeys(range(1, 401), 200)
    titles = {number: f"第{number}篇" for number in lengths}
    words = MapWords(titles, lambda _: "")
    made.library.show_texts(SharedTexts(REPEATS, lengths), titles, words)
    assert made.library.matrix.rect_of(2, 2).right() < made.library.matrix.sizeHint().width()
    assert made.library.matrix.pair_at(made.library.matrix.rect_of(3, 3).center()) is None
