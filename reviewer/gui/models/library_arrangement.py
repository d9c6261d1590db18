"""Which documents of the library are shown, in what order, and under which headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from PySide6.QtCore import QCollator, QLocale

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.library_row import LibraryRow, filled, status_word
from reviewer.gui.models.quoting import one_line
from reviewer.review.status import Status


class LibraryOrder(Enum):
    """What the documents are sorted by. The values are remembered by the window."""

    ADDED = "added"
    NAME = "name"
    OPEN = "open"
    """Most open findings first."""
    DAMAGE = "damage"
    """Most findings per 1,000 characters first."""
    REPEATED = "repeated"
    """Most repeated first."""
    LENGTH = "length"
    """Longest first."""
    WORKED = "worked"
    """Last worked on first."""


class LibraryGrouping(Enum):
    """What the documents are put together by. The values are remembered by the window."""

    NONE = "none"
    BATCH = "batch"
    STATUS = "status"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class BatchName:
    """A batch for the heading of its documents: its name, and when it came in, in UTC."""

    name: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class LibraryFilter:
    """What a document must have to be shown.

    Attributes:
        words: all of these must stand in its title, path, tags or status; letter case is ignored.
        statuses: one of these; any where there are none.
        tags: one of these; any where there are none.
    """

    words: str = ""
    statuses: frozenset[Status] = frozenset()
    tags: frozenset[str] = frozenset()

    def passing(self, rows: Iterable[LibraryRow]) -> list[LibraryRow]:
        """Those of `rows` that pass, in their order."""
        wanted = self.words.casefold().split()
        return [
            row
            for row in rows
            if (not self.statuses or row.status in self.statuses)
            and (not self.tags or not self.tags.isdisjoint(row.tags))
            and (not wanted or _has_all(row, wanted))
        ]


def _has_all(row: LibraryRow, wanted: Sequence[str]) -> bool:
    place = (row.title, row.path_shown, *row.tags, status_word(row.status))
    text = "\n".join(place).casefold()
    return all(word in text for word in wanted)


@dataclass(frozen=True, slots=True)
class LibraryGroup:
    """Documents under one heading.

    Attributes:
        key: its name for the program, such as `batch:3`; empty for the one group of a flat list.
        name: its name for people.
        aside: what stands beside the name, such as a date.
        rows: its documents.
        batch: the number of the batch that it is, or None.
    """

    key: str
    name: str
    aside: str
    rows: list[LibraryRow]
    batch: int | None = None


_EARLIER = QT_TRANSLATE_NOOP("Library", "更早的文稿")
_UNTAGGED = QT_TRANSLATE_NOOP("Library", "无标签")

_Key = Callable[[LibraryRow], float]
_KEYS: dict[LibraryOrder, _Key] = {
    LibraryOrder.OPEN: lambda row: -row.open_findings,
    LibraryOrder.DAMAGE: lambda row: -row.damage,
    LibraryOrder.REPEATED: lambda row: -row.repeated_share,
    LibraryOrder.LENGTH: lambda row: -row.characters,
    LibraryOrder.WORKED: lambda row: -row.worked_at.timestamp() if row.worked_at else 0.0,
}


def arranged(rows: Iterable[LibraryRow], order: LibraryOrder) -> list[LibraryRow]:
    """The rows in `order`; equal ones as they were given."""
    if order is LibraryOrder.NAME:
        return _by_name(rows)
    key = _KEYS.get(order)
    return list(rows) if key is None else sorted(rows, key=key)


def _by_name(rows: Iterable[LibraryRow]) -> list[LibraryRow]:
    """Han characters by their sound, numbers by their value."""
    collator = QCollator(QLocale(QLocale.Language.Chinese))
    collator.setNumericMode(True)
    keyed = [(collator.sortKey(one_line(row.title)), row) for row in rows]
    return [row for _, row in sorted(keyed, key=lambda pair: pair[0])]


def grouped(
    rows: Sequence[LibraryRow], grouping: LibraryGrouping, batches: Mapping[int, BatchName]
) -> list[LibraryGroup]:
    """The rows under their headings, in each as they were given; no heading is empty.

    Batches come newest first, statuses as the work goes on, tags by name. A document with several
    tags stands under each of them.
    """
    match grouping:
        case LibraryGrouping.NONE:
            groups = [LibraryGroup("", "", "", list(rows))]
        case LibraryGrouping.BATCH:
            groups = _by_batch(rows, batches)
        case LibraryGrouping.STATUS:
            groups = [
                LibraryGroup(
                    f"status:{status.value}",
                    status_word(status),
                    "",
                    [row for row in rows if row.status is status],
                )
                for status in Status
            ]
        case LibraryGrouping.TAG:
            groups = _by_tag(rows)
    return [group for group in groups if group.rows]


def _by_batch(rows: Iterable[LibraryRow], batches: Mapping[int, BatchName]) -> list[LibraryGroup]:
    of_batch: dict[int | None, list[LibraryRow]] = {}
    for row in rows:
        of_batch.setdefault(row.batch if row.batch in batches else None, []).append(row)
    newest_first = sorted(
        batches, key=lambda number: (batches[number].made_at, number), reverse=True
    )
    groups = [
        LibraryGroup(
            f"batch:{number}",
            one_line(batches[number].name),
            day_of(batches[number].made_at),
            of_batch.get(number, []),
            number,
        )
        for number in newest_first
    ]
    return [*groups, LibraryGroup("batch:", filled(_EARLIER), "", of_batch.get(None, []))]


def _by_tag(rows: Iterable[LibraryRow]) -> list[LibraryGroup]:
    of_tag: dict[str, list[LibraryRow]] = {}
    untagged: list[LibraryRow] = []
    for row in rows:
        for word in row.tags:
            of_tag.setdefault(word, []).append(row)
        if not row.tags:
            untagged.append(row)
    groups = [
        LibraryGroup(f"tag:{word}", one_line(word), "", of_tag[word]) for word in sorted(of_tag)
    ]
    return [*groups, LibraryGroup("tag:", filled(_UNTAGGED), "", untagged)]


def day_of(moment: datetime) -> str:
    """The day in the editor's own time zone; the year only where it is another one."""
    local, today = moment.astimezone(), datetime.now(UTC).astimezone()
    return f"{local:%m-%d}" if local.year == today.year else f"{local:%Y-%m-%d}"
