"""Keys are the editor's to choose: searched, recorded, taken over, kept, and in force at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from opened_window import OpenedWindow
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.gui.action_table import SPECS
from reviewer.gui.actions import ActionId, Place
from reviewer.gui.command_palette import commands_of
from reviewer.gui.help_window import HelpWindow
from reviewer.gui.key_choices import KeyChoices, Slot, profile_keys
from reviewer.gui.key_file import NoKeyFile, read_keys, write_keys
from reviewer.gui.key_names import alike
from reviewer.gui.key_profiles import PROFILES, Profile
from reviewer.gui.key_rules import Refusal, plain_key, refusal
from reviewer.gui.keys_dialog import KeysDialog
from reviewer.gui.remembered import Remembered
from reviewer.text.resources import resource

ACCEPT = Slot(Place.WINDOW, ActionId.ACCEPT)
NEXT = Slot(Place.WINDOW, ActionId.NEXT_FINDING)
SETTINGS = Slot(Place.WINDOW, ActionId.SETTINGS)
ACCEPT_LETTER = Slot(Place.LIST, ActionId.ACCEPT)
REJECT_LETTER = Slot(Place.LIST, ActionId.REJECT)


# Which keys an action may have


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("A", Refusal.TYPING),
        ("Shift+A", Refusal.TYPING),
        ("7", Refusal.TYPING),
        (",", Refusal.TYPING),
        ("Space", Refusal.TYPING),
        ("Return", Refusal.EDITING),
        ("Shift+Return", Refusal.EDITING),
        ("Backspace", Refusal.EDITING),
        ("Ctrl+Backspace", Refusal.EDITING),
        ("Down", Refusal.EDITING),
        ("Ctrl+Shift+Right", Refusal.EDITING),
        ("PgDown", Refusal.EDITING),
        ("Tab", Refusal.EDITING),
        ("Shift+Ins", Refusal.EDITING),
        ("Ctrl+C", Refusal.OWNED),
        ("Ctrl+A", Refusal.OWNED),
        ("Ctrl+Z", Refusal.OWNED),
        ("Esc", Refusal.OWNED),
        ("Alt+F", Refusal.MENU),
        ("Alt+Tab", Refusal.DESKTOP),
        ("Ctrl+Alt+F2", Refusal.DESKTOP),
        ("Num+5", Refusal.TYPING),
        ("Num+Enter", Refusal.EDITING),
        ("Alt+F4", Refusal.DESKTOP),
        ("Ctrl+Space", Refusal.DESKTOP),
        ("Meta+L", Refusal.DESKTOP),
        ("F10", None),
        ("Shift+F2", None),
        ("Ctrl+J", None),
        ("Ctrl+,", None),
        ("Ctrl+PgDown", None),
        ("Alt+Down", None),
        ("Alt+1", None),
        ("Ctrl+Tab", None),
        ("Ctrl+Alt+K", None),
    ],
)
def test_what_the_text_needs_is_refused_with_its_reason(key: str, why: Refusal | None) -> None:
    assert plain_key(key) == key
    assert refusal(key, Place.WINDOW, ActionId.ACCEPT) is why


@pytest.mark.parametrize(
    ("key", "why"),
    [("X", None), ("7", None), ("/", None), *((k, Refusal.LETTER_ONLY) for k in (
        "F9", "Ctrl+X", "Shift+X", "Space", "Return", "Down", "Esc"))],
)  # fmt: skip
def test_the_list_takes_single_keys_and_no_others(key: str, why: Refusal | None) -> None:
    assert refusal(key, Place.LIST, ActionId.ACCEPT) is why


@pytest.mark.parametrize("text", ["", "nonsense", "Ctrl+K, Ctrl+S", "Ctrl+", "X" * 500])
def test_what_is_not_one_key_is_none(text: str) -> None:
    assert refusal(plain_key(text), Place.WINDOW, ActionId.ACCEPT) is Refusal.UNKNOWN


def test_copying_keeps_its_own_key() -> None:
    assert refusal("Ctrl+C", Place.WINDOW, ActionId.COPY) is None
    slot = Slot(Place.WINDOW, ActionId.COPY)
    assert KeyChoices().without_key(slot, "Ctrl+C").in_force()[slot] == ("Ctrl+C",)


@pytest.mark.parametrize("profile", Profile)
def test_no_profile_gives_a_key_twice_or_one_that_is_refused(profile: Profile) -> None:
    rows = [
        (slot, key)
        for slot, keys in {
            **{Slot(Place.WINDOW, number): spec.keys for number, spec in SPECS.items()},
            **{Slot(Place.WINDOW, n): keys for n, keys in PROFILES[profile].keys.items()},
            **{Slot(Place.LIST, n): keys for n, keys in PROFILES[profile].letters.items()},
        }.items()
        for key in keys
    ]
    held = [(slot.place, plain_key(key)) for slot, key in rows]
    assert sorted(key for _, key in held) == sorted(key for _, key in set(held))
    for slot, key in rows:
        assert refusal(plain_key(key), slot.place, slot.action) is None, (slot, key)


LEFT = {"F1", "F2", "F3", "F4", "F5", *"12345QWERTASDFGZXCVB"}
ONE_HAND = (
    ActionId.NEXT_FINDING, ActionId.PREVIOUS_FINDING, ActionId.ACCEPT, ActionId.REJECT,
    ActionId.POSTPONE, ActionId.EDIT_REPLACEMENT, ActionId.ADD_NOTE, ActionId.UNDO,
)  # fmt: skip


@pytest.mark.parametrize("number", ONE_HAND)
def test_the_left_hand_alone_can_review(number: ActionId) -> None:
    keys = profile_keys(Profile.LEFT_HAND)
    assert LEFT & set(keys[Slot(Place.LIST, number)])
    in_text = [key.split("+") for key in keys[Slot(Place.WINDOW, number)]]
    assert any(parts[-1] in LEFT and {*parts[:-1]} <= {"Ctrl", "Shift"} for parts in in_text)


def test_the_standard_letters_are_not_all_under_the_left_hand() -> None:
    keys = profile_keys(Profile.STANDARD)
    assert not all(LEFT & set(keys[Slot(Place.LIST, number)]) for number in ONE_HAND)


# What is chosen


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Ctrl+{", "Ctrl+Shift+[", True),
        ("Ctrl++", "Ctrl+Shift+=", True),
        ("Ctrl+*", "Ctrl+Shift+*", True),
        ("Ctrl+!", "Ctrl+Shift+1", True),
        ("Ctrl++", "Ctrl+=", False),
        ("Ctrl+[", "Ctrl+Shift+[", False),
        ("F1", "Shift+F1", False),
    ],
)
def test_a_key_has_one_meaning_under_both_of_its_names(first: str, second: str, same: bool) -> None:
    assert (alike(first) == alike(second)) is same
    slot = Slot(Place.WINDOW, ActionId.ABOUT)
    taken = KeyChoices().with_key(slot, first).with_key(SETTINGS, second).in_force()
    assert (first not in taken[slot]) is same


def test_a_key_that_is_taken_over_leaves_the_other_action_and_comes_back() -> None:
    taken = KeyChoices().with_key(ACCEPT, "F8")
    assert taken.in_force()[ACCEPT] == ("F9", "Ctrl+Return", "F8")
    assert taken.in_force()[NEXT] == ("Alt+Down",)
    assert taken.without_key(ACCEPT, "F8") == KeyChoices(changed={Profile.STANDARD: {}})
    again = taken.reset(NEXT)
    assert again.in_force()[NEXT] == ("F8", "Alt+Down")
    assert again.in_force()[ACCEPT] == ("F9", "Ctrl+Return")


def test_the_same_key_may_do_one_thing_in_the_list_and_another_nowhere_else() -> None:
    letters = KeyChoices().with_key(ACCEPT_LETTER, "R")
    assert letters.in_force()[REJECT_LETTER] == ()
    assert letters.in_force()[ACCEPT] == ("F9", "Ctrl+Return")


def test_every_profile_keeps_its_own_changes() -> None:
    choice = KeyChoices().with_key(SETTINGS, "F10").with_profile(Profile.LEFT_HAND)
    assert choice.in_force()[SETTINGS] == ("Ctrl+,",)
    back = choice.reset_all().with_profile(Profile.STANDARD)
    assert back.in_force()[SETTINGS] == ("Ctrl+,", "F10")


def test_only_differences_are_kept_and_read_again(tmp_path: Path) -> None:
    choice = KeyChoices().with_key(ACCEPT, "F8").with_key(ACCEPT_LETTER, "X")
    plain = choice.to_plain()
    assert plain["changed"] == {
        "standard": {
            "keys": {"ACCEPT": ["F9", "Ctrl+Return", "F8"]},
            "letters": {"ACCEPT": ["A", "X"]},
        }
    }
    assert KeyChoices.from_plain(json.loads(json.dumps(plain))) == choice
    write_keys(choice, tmp_path / "keys.json")
    assert read_keys(tmp_path / "keys.json") == choice


@pytest.mark.parametrize(
    "value",
    [
        None, 7, [], "x", {"profile": 3}, {"profile": "three hands"}, {"changed": []},
        {"changed": {"standard": {"keys": {"NO_SUCH_ACTION": ["F10"]}}}},
        {"changed": {"no_such_profile": {"keys": {"ACCEPT": ["F10"]}}}},
        {"changed": {"standard": {"keys": {"ACCEPT": "F10"}}}},
        {"changed": {"standard": {"letters": {"QUIT": ["Q"]}}}},
    ],
)  # fmt: skip
def test_unknown_names_and_broken_values_change_nothing(value: object) -> None:
    assert KeyChoices.from_plain(value).in_force() == KeyChoices().in_force()


def test_of_a_broken_row_the_good_keys_are_kept() -> None:
    rows = {"ACCEPT": ["F10", 7, "A", "??", "F10"], "REJECT": ["F10", "F11"], "COPY": []}
    keys = KeyChoices.from_plain({"changed": {"standard": {"keys": rows}}}).in_force()
    assert keys[ACCEPT] == ("F10",)
    assert keys[Slot(Place.WINDOW, ActionId.REJECT)] == ("F11",)
    assert keys[Slot(Place.WINDOW, ActionId.COPY)] == ("Ctrl+C",)
    assert keys[Slot(Place.WINDOW, ActionId.THREE_VIEWS)] == ()


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"[" * 9999, b'{"format": 1}'])
def test_a_file_of_another_sort_is_no_key_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(NoKeyFile):
        read_keys(tmp_path / "x.json")


# The dialog


def opened_keys(opened: OpenedWindow) -> KeysDialog:
    opened.window.actions_of[ActionId.CHANGE_KEYS].trigger()
    return opened.window.findChildren(KeysDialog)[-1]


def record(dialog: KeysDialog, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """Press a key in the field for new ones."""
    field = dialog.editor.field
    field.setFocus()
    QTest.keyClick(field, key, modifier)
    QApplication.processEvents()


def chips(dialog: KeysDialog) -> list[str]:
    return [chip.text().split()[0] for chip in dialog.editor.chips]


def test_every_action_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    dialog = opened_keys(opened)
    for slot in KeyChoices().in_force():
        dialog.tree.choose(slot)
        assert dialog.slot == slot
    dialog.reject()
    opened.close()


def test_a_recorded_key_holds_at_once_and_after_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    opened.window.actions_of[ActionId.SHOW_KEYS].trigger()
    (shown,) = opened.window.findChildren(HelpWindow)
    assert "F10" not in shown.page.toPlainText()
    dialog = opened_keys(opened)
    dialog.tree.choose(Slot(Place.WINDOW, ActionId.EXPORT_DOCUMENT))
    assert chips(dialog) == ["Ctrl+E"]
    dialog.editor.chips[0].click()
    record(dialog, Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier)
    assert chips(dialog) == ["F10"]
    action = opened.window.actions_of[ActionId.EXPORT_DOCUMENT]
    assert action.shortcuts() == [QKeySequence("F10")]
    assert action.toolTip().endswith("F10")
    assert "F10" in shown.page.toPlainText()
    assert "F10" in [command.keys for command in commands_of(opened.window.actions_of)]
    dialog.reject()
    shown.close()
    opened.close()
    again = OpenedWindow(qtbot, tmp_path)
    assert again.window.actions_of.keys(ActionId.EXPORT_DOCUMENT) == ("F10",)
    assert again.window.actions_of.keys(ActionId.EXPORT_ALL) == ("Ctrl+Shift+E",)
    again.close()


def test_a_key_that_another_action_has_is_asked_about(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    dialog, actions = opened_keys(opened), opened.window.actions_of
    dialog.tree.choose(ACCEPT)
    record(dialog, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    assert "下一处" in dialog.editor.message.text()
    dialog.editor.leave_button.click()
    assert not dialog.editor.take_button.isVisible()
    assert actions.keys(ActionId.NEXT_FINDING) == ("F8", "Alt+Down")
    record(dialog, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    dialog.editor.take_button.click()
    assert actions.keys(ActionId.ACCEPT) == ("F9", "Ctrl+Return", "F8")
    assert actions.keys(ActionId.NEXT_FINDING) == ("Alt+Down",)
    dialog.editor.reset_button.click()
    assert actions.keys(ActionId.NEXT_FINDING) == ("F8", "Alt+Down")
    dialog.reject()
    opened.close()


def test_a_key_for_typing_is_refused_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    dialog = opened_keys(opened)
    dialog.tree.choose(ACCEPT)
    record(dialog, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier)
    assert "打字" in dialog.editor.message.text()
    assert chips(dialog) == ["F9", "Ctrl+回车"] or chips(dialog) == ["F9", "Ctrl+Return"]
    dialog.tree.choose(ACCEPT_LETTER)
    assert dialog.editor.message.text() == ""
    record(dialog, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier)
    assert chips(dialog) == ["A", "X"]
    dialog.reject()
    opened.close()


def test_actions_are_found_by_name_by_pinyin_and_by_key(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    dialog = opened_keys(opened)

    def found() -> set[str]:
        shown = [s for s in KeyChoices().in_force() if not dialog.tree.is_hidden(s)]
        return {slot.action.name for slot in shown}

    dialog.search.setText("打印预览")
    assert found() == {"PRINT_PREVIEW"}
    dialog.search.setText("dyyl")
    assert found() == {"PRINT_PREVIEW"}
    dialog.search.setText("没有这个")
    assert found() == set()
    assert dialog.slot is None
    assert not dialog.editor.isEnabled()
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert dialog.search.text() == ""
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.tree
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert dialog.editor.isAncestorOf(dialog.focusWidget())
    QTest.keyClick(dialog.key_search, Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier)
    assert found() == {"PREVIOUS_FINDING"}
    assert dialog.slot == Slot(Place.WINDOW, ActionId.PREVIOUS_FINDING)
    dialog.reject()
    opened.close()


def test_the_keys_of_a_profile_work_in_the_text_and_in_the_list(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = OpenedWindow(qtbot, tmp_path, sorted(resource("samples").glob("*.txt"))[:1])
    opened.wait_for_search()
    dialog = opened_keys(opened)
    dialog.profile.setCurrentIndex(dialog.profile.findData(Profile.LEFT_HAND))
    dialog.profile.activated.emit(dialog.profile.currentIndex())
    dialog.reject()
    opened.activate()
    view, table = opened.window.parts.text.view, opened.window.parts.findings.table
    QTest.keyClick(view, Qt.Key.Key_F2)
    first = opened.workspace.anchor
    assert first is not None
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_S)
    second = opened.workspace.anchor
    assert second not in (None, first)
    QTest.keyClick(table, Qt.Key.Key_N)
    assert opened.workspace.anchor == second, "N is no key of this profile"
    QTest.keyClick(table, Qt.Key.Key_W)
    assert opened.workspace.anchor == first
    open_before = sum(mark.open for mark in opened.marks)
    QTest.keyClick(table, Qt.Key.Key_R)
    assert sum(mark.open for mark in opened.marks) == open_before - 1
    QTest.keyClick(table, Qt.Key.Key_Z)
    assert sum(mark.open for mark in opened.marks) == open_before
    opened.close()


@pytest.mark.parametrize("key", ["F10", "Ctrl+J", "Ctrl+K", "Ctrl+Alt+K", "Ctrl+PgDown"])
def test_an_allowed_key_reaches_its_action_while_the_text_is_edited(
    qtbot: QtBot, tmp_path: Path, key: str
) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    actions, view = opened.window.actions_of, opened.window.parts.text.view
    actions.use_keys(KeyChoices().with_key(Slot(Place.WINDOW, ActionId.LARGER_TEXT), key))
    size = view.font().pointSizeF()
    opened.activate()
    view.show()
    view.setFocus()
    QTest.keySequence(view, QKeySequence(key))
    assert view.font().pointSizeF() > size
    opened.close()


def test_a_choice_is_carried_over_in_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    dialog = opened_keys(opened)
    dialog.tree.choose(SETTINGS)
    dialog.give("F10")
    dialog.write(tmp_path / "keys.json")
    dialog.reset_all_button.click()
    assert opened.window.actions_of.keys(ActionId.SETTINGS) == ("Ctrl+,",)
    dialog.read(tmp_path / "library.db")
    assert "library.db" in dialog.editor.message.text()
    dialog.read(tmp_path / "keys.json")
    assert opened.window.actions_of.keys(ActionId.SETTINGS) == ("Ctrl+,", "F10")
    dialog.write(tmp_path / "no such folder" / "keys.json")
    assert "keys.json" in dialog.editor.message.text()
    dialog.reject()
    opened.close()


def test_settings_that_are_broken_leave_the_usual_keys(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    settings.setValue("keys", "{no json")
    assert Remembered(settings).keys() is None
