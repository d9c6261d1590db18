"""The chapters of the help: texts from the data files, with keys, kinds and places filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reviewer.garble.finding import Kind
from reviewer.garble.group import Group
from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId, Place
from reviewer.gui.compare.compare_commands import COMMANDS, SIDE_COMMANDS, Command, compare_keys
from reviewer.gui.key_names import key_name
from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.menus import MENUS
from reviewer.text.resources import resource
from reviewer.text.wording import Language

KEYS_CHAPTER = "keys"
"""The name of the chapter that is made from the table of actions."""

_PLACE = re.compile(r"\{(?:(key|letter):)?(\w+)\}")
_KEYS_TITLE = QT_TRANSLATE_NOOP("Help", "按键一览")
_COMMAND = QT_TRANSLATE_NOOP("Help", "命令")
_KEYS = QT_TRANSLATE_NOOP("Help", "按键")
_LIST = QT_TRANSLATE_NOOP("Help", "问题列表中的单键")
_COMPARE = QT_TRANSLATE_NOOP("Help", "对照窗口")
_LEFT = QT_TRANSLATE_NOOP("Help", "{0}（左边）")
_RIGHT = QT_TRANSLATE_NOOP("Help", "{0}（右边）")
_NO_KEY = QT_TRANSLATE_NOOP("Help", "（未设按键）")

_GROUPS = {
    Group.ENCODING: QT_TRANSLATE_NOOP("Help", "编码与网页残留"),
    Group.CHARACTERS: QT_TRANSLATE_NOOP("Help", "错字与异体"),
    Group.WORDING: QT_TRANSLATE_NOOP("Help", "用词"),
    Group.MASKS: QT_TRANSLATE_NOOP("Help", "遮盖与数字"),
    Group.LAYOUT: QT_TRANSLATE_NOOP("Help", "版面与标点"),
    Group.FURNITURE: QT_TRANSLATE_NOOP("Help", "网站和编辑留下的文字"),
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the help.

    Attributes:
        name: its name for the program, the same in every language.
        title: its first heading.
        markdown: all of it.
    """

    name: str
    title: str
    markdown: str


def chapters(actions: ActionSet, language: Language, store: Path) -> list[Chapter]:
    """Every chapter in `language`, the keys last.

    Args:
        actions: whose keys are told.
        language: of the texts.
        store: the file that the editor's work is kept in.

    Raises:
        ResourceMissing: the data files are not there.
    """

    def fill(match: re.Match[str]) -> str:
        if match[1]:
            place = Place.LIST if match[1] == "letter" else Place.WINDOW
            return key_words(actions, ActionId[match[2]], place)
        return {"kinds": lambda: kinds_list(language), "store": lambda: str(store)}[match[2]]()

    found = [_read(path, fill) for path in sorted(resource("help", language.value).glob("*.md"))]
    title = QCoreApplication.translate("Help", _KEYS_TITLE)
    return [*found, Chapter(KEYS_CHAPTER, title, f"# {title}\n\n{key_tables(actions)}")]


def _read(path: Path, fill: Callable[[re.Match[str]], str]) -> Chapter:
    text = _PLACE.sub(fill, path.read_text(encoding="utf-8"))
    title = text.partition("\n")[0].lstrip("# ")
    return Chapter(path.stem.partition("-")[2], title, text)


def key_words(actions: ActionSet, number: ActionId, place: Place = Place.WINDOW) -> str:
    """The first key of an action in bold, or words that say that it has none."""
    keys = [_escaped(key_name(key)) for key in actions.keys(number, place)[:1]]
    return f"**{keys[0]}**" if keys else QCoreApplication.translate("Help", _NO_KEY)


def key_tables(actions: ActionSet) -> str:
    """Every action of every menu with its keys, then the keys of one list and of one window."""
    parts: list[str] = []
    for title, numbers in MENUS:
        menu = QCoreApplication.translate("Actions", title).partition("(&")[0].replace("&", "")
        rows = [(actions.name(n), actions.all_keys_of(n)) for n in numbers if n is not None]
        parts.append(_table(menu, rows))
    letters = dict.fromkeys(actions.letters().values())
    rows = [(actions.name(n), actions.all_keys_of(n, Place.LIST)) for n in letters]
    parts.append(_table(QCoreApplication.translate("Help", _LIST), rows))
    compare = [
        (_compare_name(command), " / ".join(map(key_name, keys)))
        for command, keys in compare_keys(actions.keys).items()
        if keys
    ]
    parts.append(_table(QCoreApplication.translate("Help", _COMPARE), compare))
    return "\n".join(parts)


def _compare_name(command: Command) -> str:
    """The button of a command, with its side where each copy has one."""
    name = QCoreApplication.translate("Compare", COMMANDS[command].text)
    for side, commands in zip((_LEFT, _RIGHT), SIDE_COMMANDS, strict=True):
        if command in commands:
            return QCoreApplication.translate("Help", side).format(name)
    return name


def _table(title: str, rows: Sequence[tuple[str, str]]) -> str:
    head = "| {} | {} |\n|---|---|\n".format(
        QCoreApplication.translate("Help", _COMMAND), QCoreApplication.translate("Help", _KEYS)
    )
    # The keys may be signs that mean something in Markdown.
    body = "\n".join(f"| {name} | {_escaped(keys)} |" for name, keys in rows)
    return f"## {title}\n\n{head}{body}\n"


def _escaped(keys: str) -> str:
    return re.sub(r"([\\`*_|<>\[\]~#-])", r"\\\1", keys)


def kinds_list(language: Language) -> str:
    """Every kind of finding by its group."""
    comma = "、" if language.is_chinese else ", "
    lines: list[str] = []
    for group, name in _GROUPS.items():
        kinds = [kind.label.text(language) for kind in Kind if kind.group is group]
        lines.append(f"- **{QCoreApplication.translate('Help', name)}**: {comma.join(kinds)}")
    return "\n".join(lines)
