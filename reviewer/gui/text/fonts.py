"""The fonts that a speech is read in: the best Chinese family of each platform, with fallbacks."""

from __future__ import annotations

import sys
from collections.abc import Collection

from PySide6.QtGui import QFont, QFontDatabase

DEFAULT_TEXT_SIZE = 12.5
SMALLEST_TEXT_SIZE = 7.0
LARGEST_TEXT_SIZE = 40.0
"""Sizes in points."""

_FAMILIES = {
    "win32": ("Microsoft YaHei UI", "Microsoft YaHei", "DengXian", "SimSun", "SimSun-ExtB"),
    "darwin": ("PingFang SC", "Hiragino Sans GB", "Heiti SC", "Songti SC"),
    "linux": (
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "Source Han Sans SC",
        "WenQuanYi Micro Hei",
        "WenQuanYi Zen Hei",
        "Droid Sans Fallback",
        "HanaMinB",
    ),
}


def families(platform: str, installed: Collection[str], chosen: str = "") -> list[str]:
    """The families to try in turn: the chosen one, those of the platform, those of the others.

    Args:
        platform: `sys.platform`.
        installed: the families that there are; others are left out, because Qt searches long for
            a family that it does not find.
        chosen: the editor's own choice, or empty.
    """
    own = _FAMILIES.get(platform, _FAMILIES["linux"])
    others = [family for known in _FAMILIES.values() if known is not own for family in known]
    present = set(installed)
    return [family for family in dict.fromkeys([chosen, *own, *others]) if family in present]


def text_font(size: float, chosen: str = "") -> QFont:
    """The font of the text view.

    Args:
        size: in points, brought into the range from `SMALLEST_TEXT_SIZE` to `LARGEST_TEXT_SIZE`.
        chosen: the family that the editor chose, or empty.
    """
    font = QFont()
    found = families(sys.platform, QFontDatabase.families(), chosen)
    if found:
        font.setFamilies(found)
    font.setPointSizeF(min(LARGEST_TEXT_SIZE, max(SMALLEST_TEXT_SIZE, size)))
    return font
