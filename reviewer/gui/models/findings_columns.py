"""The columns of the findings: their names and what each is sorted by."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from reviewer.garble.finding import Kind
from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.review.decision import Verdict

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.marks import Mark


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

_VERDICT_RANK = {
    verdict: rank
    for rank, verdict in enumerate(
        (Verdict.OPEN, Verdict.LATER, Verdict.ACCEPTED, Verdict.EDITED, Verdict.REJECTED)
    )
}
_KIND_RANK = {kind: rank for rank, kind in enumerate(Kind)}


def _state_key(mark: Mark) -> int:
    return len(_VERDICT_RANK) if mark.overwritten else _VERDICT_RANK[mark.decision.verdict]


SORT_KEYS: dict[Column, Callable[[Mark], Any]] = {
    Column.STATE: _state_key,
    Column.KIND: lambda mark: _KIND_RANK[mark.finding.kind],
    Column.CHANGE: lambda mark: (mark.finding.text, mark.finding.replacement or ""),
    Column.CONFIDENCE: lambda mark: mark.finding.confidence,
    Column.PLACE: lambda mark: mark.finding.span.start,
}
"""What makes the order of the marks when the table is sorted by a column."""


def column_header(column: Column) -> str:
    """The name above a column; the column of the states has none, for it is too narrow."""
    source = _HEADERS.get(column)
    return QCoreApplication.translate("Findings", source) if source else ""


def column_meaning(column: Column) -> str:
    """What a column holds, for tool tips and screen readers."""
    return QCoreApplication.translate("Findings", _EXPLAINED[column])
