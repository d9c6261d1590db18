"""The one connection to an open store: safe settings, rows, and whole transactions."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from reviewer.store.engine import SMALLEST_VERSION, sqlite
from reviewer.store.errors import (
    Obstacle,
    StoreDamaged,
    StoreTooNew,
    StoreUnwritable,
    sqlite_errors,
)

Row = tuple[Any, ...]
Value = str | bytes | int | float | None
Word = TypeVar("Word", bound=Enum)

_BUSY_SECONDS = 0.25
"""How long a scanner or a backup program that looks at the file is waited for."""

_PRAGMAS = (
    # First of all, so that no shared-memory file is made and no second connection gets in.
    "locking_mode = EXCLUSIVE",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "foreign_keys = ON",
    # INSERT OR REPLACE would otherwise delete without waking the triggers that refuse it.
    "recursive_triggers = ON",
    "journal_size_limit = 67108864",
)


class StoreConnection:
    """An open store file. Used by one thread, the one that opened it."""

    def __init__(self, path: Path) -> None:
        """Open an existing file with the store's settings, in exclusive mode.

        Args:
            path: absolute; the file is never created here.

        Raises:
            StoreInUse: another connection has the file.
            StoreUnwritable: it cannot be written.
            NotAStore: SQLite cannot read it.
            StoreDamaged: SQLite finds it damaged.
        """
        if sqlite.sqlite_version_info < SMALLEST_VERSION:
            raise StoreUnwritable(path, Obstacle.OLD_SQLITE, sqlite.sqlite_version)
        self.path = path
        with sqlite_errors(path):
            self._stat = path.stat()
            self.raw = sqlite.connect(
                _uri(path), uri=True, timeout=_BUSY_SECONDS, isolation_level=None
            )
            try:
                self._configure()
            except BaseException:
                self.raw.close()
                raise

    def _configure(self) -> None:
        for pragma in _PRAGMAS:
            self.raw.execute(f"PRAGMA {pragma}")
        mode = self.raw.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        if mode != "wal":
            raise StoreUnwritable(self.path, Obstacle.OTHER, f"journal mode {mode}")
        self.raw.execute("PRAGMA synchronous = FULL")
        if sys.platform == "darwin":
            self.raw.execute("PRAGMA fullfsync = ON")
            self.raw.execute("PRAGMA checkpoint_fullfsync = ON")
        # A file that cannot be written opens without complaint; this tells.
        self.raw.execute("BEGIN IMMEDIATE")
        self.raw.execute("ROLLBACK")

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query."""
        with sqlite_errors(self.path):
            return self.raw.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row of a query, if there is one."""
        with sqlite_errors(self.path):
            return self.raw.execute(sql, values).fetchone()

    @contextmanager
    def writing(self) -> Generator[None]:
        """One transaction: committed and on the disk when it ends, or undone as a whole.

        Raises:
            StoreUnwritable: the disk is full, say, or the file is gone from its place.
        """
        with sqlite_errors(self.path):
            self._expect_in_place()
            self.raw.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.raw.execute("COMMIT")
            except BaseException:
                if self.raw.in_transaction:
                    with suppress(sqlite.Error):
                        self.raw.execute("ROLLBACK")
                raise

    def insert(self, table: str, values: dict[str, Value]) -> int:
        """Add one row inside a transaction; its rowid (of no meaning WITHOUT ROWID)."""
        columns = ", ".join(f'"{column}"' for column in values)
        marks = ", ".join("?" * len(values))
        cursor = self.raw.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values())
        )
        return cursor.lastrowid or 0

    def execute(self, sql: str, values: Sequence[Value] = ()) -> None:
        """Run one statement inside a transaction."""
        self.raw.execute(sql, values)

    def execute_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each row, inside a transaction."""
        self.raw.executemany(sql, rows)

    def meaning(self, words: type[Word], word: str) -> Word:
        """The member of an enumeration that a stored word stands for.

        Raises:
            StoreTooNew: this program does not know the word.
        """
        try:
            return words(word)
        except ValueError:
            raise StoreTooNew(self.path, f"{words.__name__} {word!r}") from None

    @contextmanager
    def decoding(self, what: str) -> Generator[None]:
        """Rows are made into values here; where they make no sense, the store is damaged.

        Raises:
            StoreDamaged: a value refused its row.
        """
        try:
            yield
        except (ValueError, TypeError, LookupError) as error:
            raise StoreDamaged(self.path, f"{what}: {error}") from error

    def checkpoint(self) -> None:
        """Move everything from the log into the file itself."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Checkpoint and close. What was committed is safe even where the checkpoint fails."""
        with suppress(sqlite.Error):
            self.raw.execute("PRAGMA optimize")
            self.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with sqlite_errors(self.path):
            self.raw.close()

    def _expect_in_place(self) -> None:
        """SQLite writes on into a file that was deleted, and all of it vanishes at the end."""
        try:
            if os.path.samestat(self._stat, self.path.stat()):
                return
        except FileNotFoundError:
            pass
        raise StoreUnwritable(self.path, Obstacle.STORE_GONE)


def now() -> str:
    """The time as the store keeps it: UTC, ISO 8601, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _uri(path: Path) -> str:
    """A URI for SQLite that opens, never creates; names need not be UTF-8, or may be UNC."""
    name = path.as_posix()
    slash = "" if name.startswith("/") else "/"
    return f"file://{slash}{quote(os.fsencode(name))}?mode=rw"
