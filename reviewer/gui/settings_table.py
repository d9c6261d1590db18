"""The table of settings: every choice of the editor with its words and what it can be.

The settings dialog is made from it; `SettingsController` says where each is kept and what it does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from reviewer.gui.languages import OWN_NAMES, QT_TRANSLATE_NOOP
from reviewer.gui.text.fonts import DEFAULT_TEXT_SIZE, LARGEST_TEXT_SIZE, SMALLEST_TEXT_SIZE
from reviewer.gui.text.spacing import LINE_PITCH, ROW_LENGTH


class SettingId(Enum):
    """The settings of the window."""

    LANGUAGE = auto()
    THEME = auto()
    TEXT_FAMILY = auto()
    TEXT_SIZE = auto()
    ROW_LENGTH = auto()
    LINE_PITCH = auto()
    MOVE_ON = auto()
    SUGGESTIONS = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values, each with its words."""

    options: tuple[tuple[str, str], ...]
    default: str


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""

    default: bool


@dataclass(frozen=True, slots=True)
class Size:
    """A number between two bounds, in points."""

    least: float
    most: float
    default: float


@dataclass(frozen=True, slots=True)
class Family:
    """A family of fonts that can write Chinese; empty for the desktop's best one."""

    default: str = ""


@dataclass(frozen=True, slots=True)
class SettingSpec:
    """One setting.

    Attributes:
        text: its name.
        form: what it can be.
        hint: a sentence on it, or nothing.
    """

    text: str
    form: Choice | Switch | Size | Family
    hint: str = ""


FOLLOW = ""
"""The value of a choice that follows the desktop."""

GROUPS: tuple[tuple[str, dict[SettingId, SettingSpec]], ...] = (
    (
        QT_TRANSLATE_NOOP("Settings", "外观"),
        {
            SettingId.LANGUAGE: SettingSpec(
                QT_TRANSLATE_NOOP("Settings", "界面语言"),
                Choice(
                    (
                        (FOLLOW, QT_TRANSLATE_NOOP("Settings", "跟随系统")),
                        *((language.value, name) for language, name in OWN_NAMES.items()),
                    ),
                    FOLLOW,
                ),
            ),
            SettingId.THEME: SettingSpec(
                QT_TRANSLATE_NOOP("Settings", "明暗"),
                Choice(
                    (
                        (FOLLOW, QT_TRANSLATE_NOOP("Settings", "跟随系统")),
                        ("light", QT_TRANSLATE_NOOP("Settings", "明亮")),
                        ("dark", QT_TRANSLATE_NOOP("Settings", "暗色")),
                    ),
                    FOLLOW,
                ),
            ),
            SettingId.TEXT_FAMILY: SettingSpec(QT_TRANSLATE_NOOP("Settings", "正文字体"), Family()),
            SettingId.TEXT_SIZE: SettingSpec(
                QT_TRANSLATE_NOOP("Settings", "正文字号"),
                Size(SMALLEST_TEXT_SIZE, LARGEST_TEXT_SIZE, DEFAULT_TEXT_SIZE),
            ),
            SettingId.ROW_LENGTH: SettingSpec(
                QT_TRANSLATE_NOOP("Settings", "正文行宽"),
                Choice(
                    (
                        ("34", QT_TRANSLATE_NOOP("Settings", "窄（34 字）")),
                        ("46", QT_TRANSLATE_NOOP("Settings", "适中（46 字）")),
                        ("60", QT_TRANSLATE_NOOP("Settings", "宽（60 字）")),
                        ("0", QT_TRANSLATE_NOOP("Settings", "与窗口同宽")),
                    ),
                    str(ROW_LENGTH),
                ),
            ),
            SettingId.LINE_PITCH: SettingSpec(
                QT_TRANSLATE_NOOP("Settings", "正文行距"),
                Choice(
                    (
                        ("1.5", QT_TRANSLATE_NOOP("Settings", "紧凑")),
                        ("1.8", QT_TRANSLATE_NOOP("Settings", "适中")),
                        ("2.2", QT_TRANSLATE_NOOP("Settings", "宽松")),
                    ),
                    str(LINE_PITCH),
                ),
            ),
        },
    ),
    (
        QT_TRANSLATE_NOOP("Settings", "审校"),
        {
            SettingId.MOVE_ON: SettingSpec(
                QT_TRANSLATE_NOOP("Settings", "判定后跳到下一处"), Switch(True)
            ),
            SettingId.SUGGESTIONS: SettingSpec(
                QT_TRANSLATE_NOOP("Settings", "显示存疑建议"),
                Switch(False),
                QT_TRANSLATE_NOOP("Settings", "把握不足一半的问题，平时不显示"),
            ),
        },
    ),
)
"""The groups of settings in order."""
