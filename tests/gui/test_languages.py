"""The languages: every catalogue is complete, and switching words everything anew."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest
import traditional
import translations
from opened_window import OpenedWindow
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import ActionId
from reviewer.gui.help_window import HelpWindow
from reviewer.gui.languages import OWN_NAMES
from reviewer.gui.remembered import Remembered
from reviewer.text.resources import resource
from reviewer.text.wording import Language


def test_every_word_of_the_window_is_translated_and_compiled() -> None:
    assert translations.problems() == []


def test_a_word_that_changes_makes_the_traditional_files_stale(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    fresh.write_text(
        translations.CATALOGUE.read_text(encoding="utf-8").replace("下一处差异", "下一处不同"),
        encoding="utf-8",
    )
    made = translations.traditional_files(fresh)[traditional.CATALOGUE]
    assert "下一處不同" in made
    assert made != traditional.CATALOGUE.read_text(encoding="utf-8")


def shown_words() -> list[str]:
    """Every Traditional word of the window and the help."""
    messages = ET.parse(traditional.CATALOGUE).getroot().iter("message")
    found = [form.text or "" for message in messages for form in message.iter() if form.text]
    sources = {
        m.findtext("source", "") for m in ET.parse(traditional.CATALOGUE).getroot().iter("message")
    }
    return [word for word in found if word not in sources] + list(
        traditional.help_chapters().values()
    )


def test_no_simplified_character_is_left_in_the_traditional_window_and_help() -> None:
    words = shown_words()
    assert len(words) > 300
    assert {word: traditional.left_simplified(word) for word in words if
            traditional.left_simplified(word)} == {}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "left"),
    [("打开文件", set("开")), ("游標", set()), ("游泳", set("游")), ("開啟檔案", set())],
)
def test_a_simplified_character_would_be_seen(text: str, left: set[str]) -> None:
    assert traditional.left_simplified(text) == left


@pytest.mark.parametrize(
    ("simplified", "shown"),
    [
        ("打开文件(&O)…", "開啟檔案(&O)…"),
        ("查找下一个(&N)", "尋找下一個(&N)"),
        ("撤销(&U)", "復原(&U)"),
        ("剪切(&T)", "剪下(&T)"),
        ("粘贴(&P)", "貼上(&P)"),
        ("打印预览(&V)…", "列印預覽(&V)…"),
        ("已保存 {0:%H:%M:%S}", "已儲存 {0:%H:%M:%S}"),
        ("检查项目(&I)…", "檢查項目(&I)…"),
        ("全部恢复默认", "全部恢復預設"),
        ("光标处的文字没有重复", "游標處的文字沒有重複"),
        ("没有权限", "沒有權限"),
        ("点“打开”", "點「開啟」"),
    ],
)
def test_the_words_are_those_of_programs_in_taiwan(simplified: str, shown: str) -> None:
    assert traditional.worded(simplified) == shown


def test_the_window_changes_its_language_while_it_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path, sorted(resource("samples").glob("*.txt"))[:1])
    opened.wait_for_search()
    actions = opened.window.actions_of
    assert actions[ActionId.ACCEPT].text() == "采纳(&A)"
    opened.press(ActionId.NEXT_FINDING)
    for language, accept, tab, figures in (
        (Language.ENGLISH, "&Accept", "Findings", "open"),
        (Language.TRADITIONAL, "採納(&A)", "問題", "未決"),
        (Language.CHINESE, "采纳(&A)", "问题", "未决"),
    ):
        opened.speak(language)
        qtbot.waitUntil(lambda accept=accept: actions[ActionId.ACCEPT].text() == accept)
        assert opened.window.parts.side.tabText(0) == tab
        assert figures in _shown(opened)
    opened.close()


def _shown(opened: OpenedWindow) -> str:
    return " ".join(label.text() for label in opened.window.parts.status.figures)


def test_the_menu_offers_each_language_by_its_own_name(qtbot: QtBot, tmp_path: Path) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    menu = opened.session.settings.languages
    assert [entry.text() for entry in menu.actions()] == list(OWN_NAMES.values())
    assert [entry.text() for entry in menu.actions() if entry.isChecked()] == ["简体中文"]
    menu.actions()[1].trigger()
    assert [entry.text() for entry in menu.actions() if entry.isChecked()] == ["繁體中文"]
    opened.window.actions_of[ActionId.SWITCH_LANGUAGE].trigger()
    assert [entry.text() for entry in menu.actions() if entry.isChecked()] == ["English"]
    opened.speak(Language.CHINESE)
    opened.close()


def test_reasons_are_traditional_and_what_they_quote_is_not(qtbot: QtBot, tmp_path: Path) -> None:
    source = tmp_path / "稿.txt"
    source.write_text("各位代表，同志们：\n\n我们以经完成了全部任务(wù)。\n", encoding="utf-8")
    opened = OpenedWindow(qtbot, tmp_path, [source])
    opened.wait_for_search()
    opened.speak(Language.TRADITIONAL)
    reasons = [mark.finding.reason.text(Language.TRADITIONAL) for mark in opened.marks]
    assert "此處「以经」應為「已经」" in reasons
    opened.press(ActionId.HELP)
    shown = opened.window.findChildren(HelpWindow)[-1]
    assert "從這裡開始" in shown.page.toPlainText()
    opened.speak(Language.CHINESE)
    shown.close()
    opened.close()


@pytest.mark.parametrize("language", Language)
def test_no_two_entries_of_a_menu_share_a_mnemonic(
    qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    opened = OpenedWindow(qtbot, tmp_path)
    opened.speak(language)
    bar = opened.window.menuBar()
    menus = [menu for action in bar.actions() if isinstance(menu := action.menu(), QMenu)]
    assert len(menus) == len(bar.actions())
    for owner in (bar, *menus):
        entries = [action.text() for action in owner.actions() if not action.isSeparator()]
        letters = Counter(found[1].upper() for entry in entries
                          if (found := re.search("&([^&])", entry)))  # fmt: skip
        twice = [letter for letter, count in letters.items() if count > 1]
        assert twice == [], [entry for entry in entries if any(f"&{t}" in entry for t in twice)]
        assert sum(letters.values()) >= len(entries) - 2, "nearly every entry has one"
    opened.speak(Language.CHINESE)
    opened.close()


def test_a_language_that_nobody_knows_is_the_desktops(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "tlh")
    assert Remembered(settings).language() is None
    settings.setValue("language", "zh_Hant")
    assert Remembered(settings).language() is Language.TRADITIONAL
