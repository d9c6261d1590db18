"""The documents of a library as lines for a terminal, or as JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reviewer.loading.names import shown_name
from reviewer.review.status import Status
from reviewer.text.wording import Language, Wording

FORMAT = "reviewer-library/1"

_HEADINGS = (
    Wording("编号", "number"),
    Wording("状态", "status"),
    Wording("未决", "open"),
    Wording("问题", "findings"),
    Wording("重复", "repeated"),
    Wording("名称", "title"),
    Wording("标签", "tags"),
)
_LEFT = (1, 5, 6)
"""The columns that begin at the left; figures end at the right."""


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """One document of a library.

    Attributes:
        number: its number in the library.
        title: its name.
        path: where it came from.
        status: how far it is.
        tags: the editor's words for it, sorted.
        batch: the name of the import that it came with, or None.
        characters: the length of its text as it is now, in code points.
        findings: how many findings are shown.
        open_findings: how many of them still have to be decided.
        repeated_share: which part of the text is a copy of a passage elsewhere, from 0 to 1.
        analysed: whether it was searched.
        added_at: when it came in, in UTC.
        worked_at: when something was last done to it, in UTC, or None.
    """

    number: int
    title: str
    path: Path
    status: Status
    tags: tuple[str, ...]
    batch: str | None
    characters: int
    findings: int
    open_findings: int
    repeated_share: float
    analysed: bool
    added_at: datetime
    worked_at: datetime | None


def library_json(documents: Sequence[ListedDocument]) -> str:
    """The documents as one JSON object, with a line end."""
    rows = [
        {
            "number": row.number,
            "title": row.title,
            "path": str(row.path),
            "status": row.status.value,
            "tags": list(row.tags),
            "batch": row.batch,
            "characters": row.characters,
            "findings": row.findings,
            "open": row.open_findings,
            "repeated": round(row.repeated_share, 4),
            "analysed": row.analysed,
            "added": row.added_at.isoformat(),
            "worked": None if row.worked_at is None else row.worked_at.isoformat(),
        }
        for row in documents
    ]
    return json.dumps({"format": FORMAT, "documents": rows}, ensure_ascii=False, indent=1) + "\n"


def library_text(documents: Sequence[ListedDocument], language: Language) -> str:
    """The documents as a table, one on a line, headings above; hidden characters escaped."""
    table = [tuple(heading.text(language) for heading in _HEADINGS)]
    table += [
        (
            str(row.number),
            row.status.label.text(language),
            str(row.open_findings) if row.analysed else "-",
            str(row.findings) if row.analysed else "-",
            f"{row.repeated_share:.0%}" if row.analysed else "-",
            _one_line(row.title),
            " ".join(f"#{_one_line(tag)}" for tag in row.tags),
        )
        for row in documents
    ]
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    return "".join(_line(row, widths) for row in table)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells: list[str] = []
    for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
        blanks = " " * (width - _width(cell))
        cells.append(cell + blanks if column in _LEFT else blanks + cell)
    return "  ".join(cells).rstrip() + "\n"


def _one_line(text: str) -> str:
    return shown_name(Path(text)) if text else ""


def _width(text: str) -> int:
    """Columns of a terminal: a Han character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
