"""One document of the library as a row: what it says, and how it is spoken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from reviewer.gui.languages import QT_TRANSLATE_NOOP, engine_language
from reviewer.gui.models.keyed_rows import RowWords
from reviewer.gui.models.quoting import one_line, percent, tool_tip
from reviewer.review.status import Status


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
        status: how far it is.
        tags: the editor's words for it, sorted.
        batch: the number of the import that it came with, or None.
        worked_at: when something was last done to it, in UTC, or None.
        counted: whether its findings are counted already.
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
    status: Status = Status.NEW
    tags: tuple[str, ...] = ()
    batch: int | None = None
    worked_at: datetime | None = None
    counted: bool = True
    open_tasks: int = 0

    @property
    def damage(self) -> float:
        """Findings per 1,000 characters."""
        return 1000 * self.findings / self.characters if self.characters else 0.0

    @property
    def needs_work(self) -> bool:
        """Whether the editor still has something to do here."""
        return not self.status.settled and (self.open_findings > 0 or self.status is Status.NEW)


_COUNTING = QT_TRANSLATE_NOOP("Library", "正在统计…")
_UNSEARCHED = QT_TRANSLATE_NOOP("Library", "尚未检查")
_CLEAN = QT_TRANSLATE_NOOP("Library", "未发现问题")
_DECIDED = QT_TRANSLATE_NOOP("Library", "{total} 处均已判定")
_OPEN = QT_TRANSLATE_NOOP("Library", "未决 {open} / {total}")
_REPEATED = QT_TRANSLATE_NOOP("Library", "重复 {share}")
_CHARACTERS = QT_TRANSLATE_NOOP("Library", "{count} 字")
_DAMAGE = QT_TRANSLATE_NOOP("Library", "每千字 {count} 处问题")
_PROGRESS = QT_TRANSLATE_NOOP("Library", "已判定 {share}")
_TASKS = QT_TRANSLATE_NOOP("Library", " · 待办 {count}")
_TAGS = QT_TRANSLATE_NOOP("Library", "标签：{tags}")
_WORKED = QT_TRANSLATE_NOOP("Library", "最近处理：{time}")


_COMMA = QT_TRANSLATE_NOOP("Library", "、")


def listed(words: Iterable[str]) -> str:
    """Words in one line, as the editor's language strings them together."""
    return QCoreApplication.translate("Library", _COMMA).join(map(one_line, words))


def status_word(status: Status) -> str:
    """The status in the editor's language."""
    return status.label.text(engine_language())


def words_of(row: LibraryRow) -> RowWords:
    """What a row says."""
    repeated = row.analysed and row.repeated_share > 0
    return RowWords(
        heading=one_line(row.title),
        words=f"{status_word(row.status)} · {_state(row)}",
        words_aside=filled(_REPEATED, share=percent(row.repeated_share)) if repeated else "",
        progress=_progress(row),
    )


def spoken(row: LibraryRow) -> str:
    """What a screen reader says of a row: its words, how far it is, and its tags."""
    words, progress = words_of(row), _progress(row)
    parts = [words.heading, status_word(row.status), _state(row)]
    if progress is not None:
        parts.append(filled(_PROGRESS, share=percent(progress)))
    parts.append(words.words_aside)
    if row.tags:
        parts.append(filled(_TAGS, tags=listed(row.tags)))
    return "，".join(part for part in parts if part)


def tip_of(row: LibraryRow) -> str:
    """The tool tip of a row, escaped markup."""
    lines = [row.title, row.path_shown, filled(_CHARACTERS, count=f"{row.characters:,}")]
    if row.findings:
        lines.append(filled(_DAMAGE, count=f"{row.damage:.1f}"))
    if row.tags:
        lines.append(filled(_TAGS, tags=listed(row.tags)))
    if row.worked_at is not None:
        lines.append(filled(_WORKED, time=f"{row.worked_at.astimezone():%Y-%m-%d %H:%M}"))
    return tool_tip("\n".join(lines))


def filled(source: str, **facts: str) -> str:
    """A sentence in the editor's language with its `{places}` filled."""
    return QCoreApplication.translate("Library", source).format(**facts)


def _progress(row: LibraryRow) -> float | None:
    return 1 - row.open_findings / row.findings if row.counted and row.findings else None


def _state(row: LibraryRow) -> str:
    tasks = filled(_TASKS, count=f"{row.open_tasks}") if row.open_tasks else ""
    return _findings_state(row) + tasks


def _findings_state(row: LibraryRow) -> str:
    if not row.counted:
        return filled(_COUNTING)
    if not row.analysed:
        return filled(_UNSEARCHED)
    if not row.findings:
        return filled(_CLEAN)
    if not row.open_findings:
        return filled(_DECIDED, total=f"{row.findings:,}")
    return filled(_OPEN, open=f"{row.open_findings:,}", total=f"{row.findings:,}")
