"""The columns of the findings, their names, and the order of the states."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.review.decision import Verdict


class Column(IntEnum):
    """The columns of the table, from left to right."""

    STATE = 0
    KIND = 1
    CHANGE = 2
    CONFIDENCE = 3
    PLACE = 4


_HEADERS = {
    Column.KIND: QT_TRANSLATE_NOOP("Findings", "类型"),
    Column.CHANGE: QT_TRANSLATE_NOOP("Findings", "原文 → 改为"),
    Column.CONFIDENCE: QT_TRANSLATE_NOOP("Findings", "把握"),
    Column.PLACE: QT_TRANSLATE_NOOP("Findings", "段"),
}
_EXPLAINED = {
    Column.STATE: QT_TRANSLATE_NOOP("Findings", "处理状态"),
    Column.KIND: QT_TRANSLATE_NOOP("Findings", "问题类型"),
    Column.CHANGE: QT_TRANSLATE_NOOP("Findings", "有问题的文字与建议的改法"),
    Column.CONFIDENCE: QT_TRANSLATE_NOOP("Findings", "判断的把握"),
    Column.PLACE: QT_TRANSLATE_NOOP("Findings", "段落号"),
}

VERDICT_ORDER = (Verdict.OPEN, Verdict.LATER, Verdict.ACCEPTED, Verdict.EDITED, Verdict.REJECTED)
"""The order of the states; what was typed over comes last."""


def column_header(column: Column) -> str:
    """The name above a column; the column of the states has none, for it is too narrow."""
    source = _HEADERS.get(column)
    return QCoreApplication.translate("Findings", source) if source else ""


def column_meaning(column: Column) -> str:
    """What a column holds, for tool tips and screen readers."""
    return QCoreApplication.translate("Findings", _EXPLAINED[column])
