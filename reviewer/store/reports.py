"""Reports over the store, read with sqlite-utils through the store's own connection.

sqlite-utils takes 180 ms to import, so it is imported when a report is asked for, and it never
writes: what the editor does goes through plain statements in one transaction.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.review.steps import DocumentId
from reviewer.store.connection import StoreConnection
from reviewer.store.errors import sqlite_errors

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of one file that was to be imported.

    Attributes:
        path: the file.
        shown: its path for people, hidden characters escaped.
        outcome: `loaded`, or one word for why it was refused.
        document: the document that it became, None where it was refused.
        byte_count: its size, where it is known.
        encoding: the codec with which it was read, None where it was refused.
        at: when, in UTC.
    """

    path: Path
    shown: str
    outcome: str
    document: DocumentId | None
    byte_count: int | None
    encoding: str | None
    at: datetime


def import_report(connection: StoreConnection) -> tuple[ImportedFile, ...]:
    """Every file that was asked for, loaded or refused, in the order in which they came."""
    with sqlite_errors(connection.path), connection.decoding("source"):
        rows = list(_database(connection).table("source").rows)
        return tuple(
            ImportedFile(
                path=Path(os.fsdecode(row["path_bytes"])),
                shown=row["path_shown"],
                outcome=row["outcome"],
                document=row["document"],
                byte_count=row["size"],
                encoding=row["encoding"],
                at=datetime.fromisoformat(row["at"]),
            )
            for row in sorted(rows, key=itemgetter("id"))
        )


def row_counts(connection: StoreConnection) -> dict[str, int]:
    """How many rows each table holds: what a report for support says of a store."""
    with sqlite_errors(connection.path), connection.decoding("tables"):
        tables = _database(connection).tables
        return {table.name: table.count for table in tables if not table.name.startswith("sqlite_")}


def _database(connection: StoreConnection) -> Database:
    from sqlite_utils import Database

    # Neither its plugins nor its own settings have any business with this connection.
    return Database(connection.raw, recursive_triggers=False, execute_plugins=False)
