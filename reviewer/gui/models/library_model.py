"""The documents of the library as rows: what each says, which are shown, and in what order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCollator, QCoreApplication, QLocale

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.keyed_rows import KeyedRow, RowWords
from reviewer.gui.models.quoting import one_line, percent, tool_tip


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One document of the library.

    Attributes:
        document: its number.
        title: its name.
        path_shown: where it came from, for people.
        characters: the length of its text, in code points.
        open_findings: how many findings still have to be decided.
        findings: how many findings there are.
        repeated_share: which part of the text is a copy of a passage elsewhere, from 0 to 1.
        analysed: whether it was searched.
        open_tasks: how many of its notes ask for work.
    """

    document: int
    title: str
    path_shown: str
    characters: int
    open_findings: int
    findings: int
    repeated_share: float
    analysed: bool
    open_tasks: int = 0


class LibraryOrder(Enum):
    """What the documents are sorted by. The values are remembered by the window."""

    ADDED = "added"
    NAME = "name"
    OPEN = "open"
    """Most open findings first."""
    REPEATED = "repeated"
    """Most repeated first."""


_UNSEARCHED = QT_TRANSLATE_NOOP("Library", "尚未检查")
_CLEAN = QT_TRANSLATE_NOOP("Library", "未发现问题")
_DONE = QT_TRANSLATE_NOOP("Library", "已审完，共 {total} 处")
_OPEN = QT_TRANSLATE_NOOP("Library", "未决 {open} / {total}")
_TASKS = QT_TRANSLATE_NOOP("Library", " · 待办 {count}")
_REPEATED = QT_TRANSLATE_NOOP("Library", "重复 {share}")
_CHARACTERS = QT_TRANSLATE_NOOP("Library", "{count} 字")


def arranged(rows: Iterable[LibraryRow], order: LibraryOrder, words: str = "") -> list[LibraryRow]:
    """The rows whose title or path contains `words`, in `order`; equal ones as they were given."""
    wanted = words.strip().casefold()
    found = [row for row in rows if wanted in f"{row.title}\n{row.path_shown}".casefold()]
    if order is LibraryOrder.NAME:
        return _by_name(found)
    if order is LibraryOrder.OPEN:
        return sorted(found, key=lambda row: -row.open_findings)
    if order is LibraryOrder.REPEATED:
        return sorted(found, key=lambda row: -row.repeated_share)
    return found


def _by_name(rows: Iterable[LibraryRow]) -> list[LibraryRow]:
    """Han characters by their sound, numbers by their value."""
    collator = QCollator(QLocale(QLocale.Language.Chinese))
    collator.setNumericMode(True)
    keyed = [(collator.sortKey(one_line(row.title)), row) for row in rows]
    return [row for _, row in sorted(keyed, key=lambda pair: pair[0])]


def keyed_rows(rows: Iterable[LibraryRow]) -> Sequence[KeyedRow]:
    """The rows in words."""
    return [KeyedRow(row.document, _words(row), _tip(row)) for row in rows]


def _words(row: LibraryRow) -> RowWords:
    repeated = row.analysed and row.repeated_share > 0
    return RowWords(
        heading=one_line(row.title),
        words=_state(row) + (_filled(_TASKS, count=f"{row.open_tasks}") if row.open_tasks else ""),
        words_aside=_filled(_REPEATED, share=percent(row.repeated_share)) if repeated else "",
        progress=1 - row.open_findings / row.findings if row.findings else None,
    )


def _state(row: LibraryRow) -> str:
    if not row.analysed:
        return _filled(_UNSEARCHED)
    if not row.findings:
        return _filled(_CLEAN)
    if not row.open_findings:
        return _filled(_DONE, total=f"{row.findings:,}")
    return _filled(_OPEN, open=f"{row.open_findings:,}", total=f"{row.findings:,}")


def _tip(row: LibraryRow) -> str:
    length = _filled(_CHARACTERS, count=f"{row.characters:,}")
    return tool_tip(f"{row.title}\n{row.path_shown}\n{length}")


def _filled(source: str, **facts: str) -> str:
    """A sentence in the editor's language with its `{places}` filled."""
    return QCoreApplication.translate("Library", source).format(**facts)
