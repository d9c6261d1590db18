"""What findings are grouped by: the group of each, and the words above it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from reviewer.garble.finding import Group, Kind
from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.findings_across import AcrossFindings
from reviewer.gui.models.findings_model import FindingsModel
from reviewer.gui.models.quoting import cut_middle, one_line

Source = FindingsModel | AcrossFindings
"""A table of findings without headings."""

LONGEST_LABEL = 60
"""Code points of a marked text that stand above its group."""


class Grouping(Enum):
    """What the members of a group have in common. The values are remembered by the window."""

    NONE = "none"
    KIND = "kind"
    RULE = "rule"
    TEXT = "text"
    PARAGRAPH = "paragraph"
    DOCUMENT = "document"


BY_SIZE = (Grouping.KIND, Grouping.RULE, Grouping.TEXT)
"""Groupings whose largest group comes first; the others follow the order of the texts."""

_PARAGRAPH = QT_TRANSLATE_NOOP("Findings", "第 {number} 段")
_PARAGRAPH_OF = QT_TRANSLATE_NOOP("Findings", "{title} · 第 {number} 段")
_NO_RULE = QT_TRANSLATE_NOOP("Findings", "未注明规则")


@dataclass(frozen=True, slots=True)
class GroupName:
    """What a group is called.

    Attributes:
        key: tells groups of the same grouping apart, over decisions and new searches.
        label: the words above it.
        place: where it comes in the order of the texts.
        colour: the group of damage whose sign it has, or None for none.
    """

    key: str
    label: str
    place: tuple[int, int] = (0, 0)
    colour: Group | None = None


def group_of(source: Source, row: int, grouping: Grouping) -> GroupName:
    """The group of the finding that a row of `source` shows."""
    finding = source.mark_at(row).finding
    if grouping is Grouping.KIND:
        return _of_kind(finding.kind, source)
    if grouping is Grouping.RULE:
        rule = finding.rule or QCoreApplication.translate("Findings", _NO_RULE)
        kind = finding.kind.label.text(source.language)
        key = f"{finding.kind.value} {finding.rule}"
        return GroupName(key, f"{kind} · {rule}", colour=finding.kind.group)
    if grouping is Grouping.TEXT:
        label = cut_middle(one_line(finding.text), LONGEST_LABEL)
        return GroupName(finding.text, f"“{label}”")
    return _of_place(source, row, grouping)


def _of_kind(kind: Kind, source: Source) -> GroupName:
    return GroupName(kind.value, kind.label.text(source.language), colour=kind.group)


def _of_place(source: Source, row: int, grouping: Grouping) -> GroupName:
    if isinstance(source, FindingsModel):
        number = source.paragraph(source.mark_at(row))
        words = QCoreApplication.translate("Findings", _PARAGRAPH).format(number=number)
        return GroupName(str(number), words, (0, number))
    shown = source.row_at(row)
    rank = source.rank_of(shown.document)
    if grouping is Grouping.DOCUMENT:
        return GroupName(str(shown.document), shown.title, (rank, 0))
    words = QCoreApplication.translate("Findings", _PARAGRAPH_OF)
    label = words.format(title=shown.title, number=shown.paragraph)
    return GroupName(f"{shown.document}:{shown.paragraph}", label, (rank, shown.paragraph))
