"""Two copies side by side: differences, readings, and which copy stays; each step can be undone."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from opened_window import OpenedWindow, answer
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId, Place
from reviewer.gui.compare.compare_commands import Command
from reviewer.gui.compare.compare_window import CompareWindow
from reviewer.gui.compare.difference_looks import LOOKS, colour_of
from reviewer.gui.key_choices import KeyChoices, Slot
from reviewer.gui.key_profiles import Profile
from reviewer.gui.panels.repeats_panel import Scope
from reviewer.gui.theme import load_theme
from reviewer.text.span import Span
from reviewer.text.wording import Language
from reviewer.workflow.differences import DifferenceKind

HEAD = "在全县春季工作会议上的讲话\n"
FIELDS = "春耕生产要抓紧落实，各村的干部要到田间地头去看一看，问一问群众还缺什么。\n"
WATER = "水利建设关系到千家万户，今年冬天要修好三条水渠，2010年年底以前全部完工。\n"
SCHOOL = "学校的危房改造不能再拖，九月开学以前必须完工，这件事由教育局负责到底。\n"
STYLE = "最后讲一讲作风问题，少开会，多办事，办实事，一级做给一级看，一级带着一级干。\n"

ONE = HEAD + FIELDS + WATER + SCHOOL + STYLE
OTHER = HEAD + FIELDS + SCHOOL + WATER.replace("2010", "2022") + STYLE.replace("少开会，", "")
THIRD = "转发如下。\n" + ONE.replace("三条", "四条")


def opened_texts(qtbot: QtBot, folder: Path, **texts: str) -> OpenedWindow:
    paths: list[Path] = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    opened = OpenedWindow(qtbot, folder, paths)
    opened.wait_for_search()
    return opened


def text_of(opened: OpenedWindow, title: str) -> str:
    [number] = [row.id for row in opened.workspace.documents if row.title == title]
    return opened.workspace.desk.text_of(number)


def compared(opened: OpenedWindow) -> CompareWindow:
    """Compare the copies that the caret stands in."""
    opened.window.parts.text.view.place_cursor(Span(40, 40))
    opened.press(ActionId.COMPARE_COPIES)
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, CompareWindow)]
    [window] = [one for one in windows if one.isVisible()]
    return window


def press(window: CompareWindow, command: Command) -> None:
    """Press the key of a command in the compare window."""
    assert window.actions_of[command].isEnabled(), command
    window.activateWindow()
    focus = window.focusWidget() or window
    QTest.keySequence(focus, window.actions_of[command].shortcut())
    QApplication.processEvents()


def words(window: CompareWindow) -> tuple[str, str]:
    """What both copies say at the current difference."""
    current = window.columns.current
    assert current is not None
    left, right = (column.view.record for column in window.columns.sides)
    return current.left.of(left), current.right.of(right)


def go_to(window: CompareWindow, *wanted: str) -> None:
    """Walk to the difference that has these words on one of its sides."""
    for _ in window.columns.stops:
        press(window, Command.NEXT)
        if set(wanted) & set(words(window)):
            return
    raise AssertionError(f"no difference with {wanted}")


def choose_reading(window: CompareWindow, words: str) -> None:
    tree = window.readings
    for row in range(tree.topLevelItemCount()):
        top = tree.topLevelItem(row)
        assert top is not None
        for place in range(top.childCount()):
            child = top.child(place)
            assert child is not None
            if child.text(0).startswith(words):
                tree.setCurrentItem(child)
                return
    raise AssertionError(f"no reading {words}")


def test_differences_are_walked_by_key_and_told_apart_by_kind(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER)
    window = compared(opened)
    kinds = {row.kind for row in window.columns.stops}
    assert {DifferenceKind.MOVED, DifferenceKind.CHANGED} < kinds
    assert kinds & {DifferenceKind.ONLY_LEFT, DifferenceKind.ONLY_RIGHT}
    seen: list[tuple[str, str]] = []
    for _ in window.columns.stops:
        press(window, Command.NEXT)
        seen.append(words(window))
    assert {"2010", "2022"} in [set(pair) for pair in seen]
    press(window, Command.NEXT)
    assert words(window) == seen[0]
    press(window, Command.PREVIOUS)
    assert words(window) == seen[-1]
    opened.close()


def test_what_one_copy_says_goes_into_the_other_and_back_by_one_undo(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER)
    window = compared(opened)
    before = (text_of(opened, "甲"), text_of(opened, "乙"))
    go_to(window, "少开会，")
    count = len(window.columns.stops)
    longer_left = words(window)[0] != ""
    press(window, Command.TAKE_LEFT if longer_left else Command.TAKE_RIGHT)
    assert "少开会，" in text_of(opened, "乙")
    assert text_of(opened, "甲") == before[0]
    assert len(window.columns.stops) == count - 1
    press(window, Command.UNDO)
    assert (text_of(opened, "甲"), text_of(opened, "乙")) == before
    assert len(window.columns.stops) == count
    opened.close()


def test_a_chosen_reading_goes_into_the_copy_beside_it(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER)
    window = compared(opened)
    steps = len(opened.workspace.desk.steps)
    assert window.readings.isVisible()
    choose_reading(window, "2022")
    press(window, Command.USE_READING)
    assert "2022年" in text_of(opened, "甲")
    assert len(opened.workspace.desk.steps) == steps + 1
    assert not window.readings.isVisible(), "nothing is disputed any more"
    press(window, Command.UNDO)
    assert "2010年" in text_of(opened, "甲")
    assert window.readings.isVisible()
    opened.close()


def test_a_reading_goes_into_every_copy_where_there_are_more(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER, 丙=THIRD)
    window = compared(opened)
    steps = len(opened.workspace.desk.steps)
    choose_reading(window, "2022")
    press(window, Command.USE_EVERYWHERE)
    assert all("2022年" in text_of(opened, title) for title in "甲乙丙")
    assert len(opened.workspace.desk.steps) == steps + 1
    opened.close()


def test_any_two_members_can_be_compared(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER, 丙=THIRD)
    window = compared(opened)
    left, right = (column.choice for column in window.columns.sides)
    assert left.count() == right.count() == 3
    other = ({0, 1, 2} - {left.currentIndex(), right.currentIndex()}).pop()
    before = left.currentIndex()
    right.setFocus()
    right.setCurrentIndex(other)
    right.activated.emit(other)
    assert (left.currentIndex(), right.currentIndex()) == (before, other)
    shown = window.shown
    assert window.columns.sides[1].view.record == shown.passage(shown.family.members[other])
    left.activated.emit(other)
    assert (left.currentIndex(), right.currentIndex()) == (other, before), "they change over"
    opened.close()


def test_keeping_a_copy_says_how_many_go_and_is_one_step(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER, 丙=THIRD)
    window = compared(opened)
    texts = {title: text_of(opened, title) for title in "甲乙丙"}
    kept = window.shown.left.document
    steps = len(opened.workspace.desk.steps)
    asked: list[str] = []

    def refuse(*words: object) -> QMessageBox.StandardButton:
        asked.append(str(words[2]))
        return QMessageBox.StandardButton.No

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QMessageBox, "question", refuse)
        press(window, Command.KEEP_LEFT)
    assert "2 份" in asked[0]
    assert len(opened.workspace.desk.steps) == steps
    answer()
    press(window, Command.KEEP_LEFT)
    assert len(opened.workspace.desk.steps) == steps + 1
    titles = {row.id: row.title for row in opened.workspace.documents}
    for number, title in titles.items():
        whole = text_of(opened, title)
        assert (whole == texts[title]) is (number == kept)
        assert (WATER[:10] in whole) is (number == kept)
    assert not window.isVisible(), "nothing is left to compare"
    opened.activate()
    opened.press(ActionId.UNDO)
    assert {title: text_of(opened, title) for title in "甲乙丙"} == texts
    opened.close()


def test_a_copy_is_removed_from_its_own_document_alone(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER, 丙=THIRD)
    window = compared(opened)
    gone = window.shown.right.document
    press(window, Command.REMOVE_RIGHT)
    documents = {member.document for member in window.shown.family.members}
    assert gone not in documents
    assert len(documents) == 2
    opened.close()


def test_what_is_no_copy_is_not_listed_again_until_undone(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER)
    window = compared(opened)
    window.actions_of[Command.NO_COPY_RIGHT].trigger()
    assert opened.workspace.repeats.families == ()
    assert not window.isVisible()
    opened.activate()
    opened.press(ActionId.UNDO)
    assert len(opened.workspace.repeats.families) == 1
    opened.close()


def test_what_was_called_no_copy_is_listed_apart_and_can_be_one_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER)
    panel = opened.window.parts.repeats
    opened.window.parts.side.setCurrentWidget(panel)
    apart = panel.scopes[Scope.DISMISSED]
    assert not apart.isVisible()
    compared(opened).actions_of[Command.NO_COPY_RIGHT].trigger()
    assert apart.isVisible()
    assert panel.tree.families == []
    qtbot.mouseClick(apart, Qt.MouseButton.LeftButton)
    assert len(panel.tree.families) == 1
    panel.tree.setCurrentIndex(panel.tree.model().index(0, 0))
    assert not panel.remove_button.isVisible()
    qtbot.mouseClick(panel.restore_button, Qt.MouseButton.LeftButton)
    assert len(opened.workspace.repeats.families) == 1
    assert not apart.isVisible()
    assert panel.scope is Scope.LIBRARY
    assert panel.compare_button.isVisible()
    opened.close()


def test_both_copies_scroll_together(qtbot: QtBot, tmp_path: Path) -> None:
    chance = Random(7)
    letters = "水利建设关系千家万户今年冬天修好条渠学校危房改造九月开完工事由教育局负责到底"
    lines = [
        f"第{number}条，{''.join(chance.choices(letters, k=24))}。\n" for number in range(1, 121)
    ]
    one = "".join(lines)
    other = "".join(lines[:30]) + FIELDS * 2 + WATER + STYLE + "".join(lines[30:])
    opened = opened_texts(qtbot, tmp_path, 甲=one, 乙=other)
    window = compared(opened)
    window.resize(1100, 420)
    QApplication.processEvents()
    for moved, follows in ((0, 1), (1, 0)):
        view, follower = (window.columns.sides[side].view for side in (moved, follows))
        place = view.record.index("第70条")
        view.scroll_to(view.positions.unit(place))
        top = follower.record[follower.first_visible_offset() :]
        assert top.startswith("第70条")
        view.scroll_to(0)
    opened.close()


def test_the_caret_makes_a_difference_current(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER)
    window = compared(opened)
    view = window.columns.sides[0].view
    year = next(row for row in window.columns.stops if "20" in row.left.of(view.record)[:2])
    view.place_cursor(Span(year.left.start, year.left.start))
    assert window.columns.current == year
    assert view.explanation(year.left.start)
    opened.close()


def test_the_chosen_row_of_the_list_is_compared_and_names_the_copy_to_keep(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER)
    panel = opened.window.parts.repeats
    opened.window.parts.side.setCurrentWidget(panel)
    panel.tree.expandAll()
    model = panel.tree.model()
    family = model.index(0, 0)
    rows = [model.index(row, 0, family) for row in range(model.rowCount(family))]
    spoken = [str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]
    assert sum("建议保留" in words for words in spoken) == 1
    panel.tree.setCurrentIndex(rows[-1])
    panel.tree.setFocus()
    qtbot.waitUntil(panel.tree.hasFocus)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    window = opened.session.compare.window
    assert window is not None
    assert window.isVisible()
    opened.close()


def test_a_place_that_is_not_repeated_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲="这一篇只有自己。\n")
    opened.press(ActionId.COMPARE_COPIES)
    assert opened.session.compare.window is None
    assert "没有重复" in opened.window.parts.status.currentMessage()
    opened.close()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_kind_has_a_colour_and_a_line_of_its_own(name: str) -> None:
    theme = load_theme(name)
    assert len({colour_of(kind, theme).name() for kind in DifferenceKind}) == len(DifferenceKind)
    assert len({LOOKS[kind].pattern for kind in DifferenceKind}) == len(DifferenceKind)


def test_no_two_commands_share_a_key_and_all_controls_have_names(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER)
    window = compared(opened)
    keys = [key.toString() for action in window.actions_of.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys)) > 15
    assert window.readings.accessibleName()
    names = [
        name
        for column in window.columns.sides
        for name in (column.view.accessibleName(), column.choice.accessibleName())
    ]
    assert all(names)
    assert len(set(names)) == len(names)
    opened.speak(Language.ENGLISH)
    qtbot.waitUntil(lambda: window.actions_of[Command.NEXT].text() == "Next difference")
    assert window.windowTitle().startswith("Compare Copies")
    opened.speak(Language.CHINESE)
    opened.close()


def test_the_window_fits_a_small_screen(qtbot: QtBot, tmp_path: Path) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER, 丙=THIRD)
    window = compared(opened)
    for language in (Language.ENGLISH, Language.TRADITIONAL, Language.CHINESE):
        opened.speak(language)
        QApplication.processEvents()
        least = window.minimumSizeHint()
        assert least.width() <= 1280
        assert least.height() <= 680
    opened.close()


def test_what_is_done_alike_has_the_keys_that_the_editor_chose(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = opened_texts(qtbot, tmp_path, 甲=ONE, 乙=OTHER)
    window, actions = compared(opened), opened.window.actions_of

    def keys(command: Command) -> list[str]:
        return [key.toString() for key in window.actions_of[command].shortcuts()]

    assert keys(Command.NEXT) == ["F8", "Alt+Down"]
    actions.use_keys(KeyChoices(Profile.LEFT_HAND))
    assert keys(Command.NEXT) == ["F2", "F8", "Alt+Down"]
    assert window.actions_of[Command.NEXT].toolTip().endswith("F2")
    assert keys(Command.KEEP_LEFT) == ["Ctrl+1"]
    undo = Slot(Place.WINDOW, ActionId.UNDO)
    actions.use_keys(KeyChoices().with_key(undo, "Ctrl+1").without_key(undo, "Ctrl+Z"))
    assert keys(Command.UNDO) == ["Ctrl+1"]
    assert keys(Command.KEEP_LEFT) == [], "a key does one thing"
    opened.close()
