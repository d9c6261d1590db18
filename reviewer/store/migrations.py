"""From one schema to the next: a step is made whole or not at all, after a backup.

`user_version` says which schema a store has. Each migration runs in one transaction together with
the new number, so that a process which dies half way leaves the old store. `executescript` is never
used: it commits first.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from importlib.resources import files
from itertools import count
from pathlib import Path

from reviewer.store.connection import StoreConnection
from reviewer.store.engine import sqlite
from reviewer.store.errors import StoreDamaged, StoreTooNew

Migration = Callable[[StoreConnection], None]
"""Changes an open store to the next schema, inside a transaction."""


def _run(connection: StoreConnection, name: str) -> None:
    """Run the statements of one of the scripts beside this module."""
    script = files("reviewer.store").joinpath(name).read_text(encoding="utf-8")
    for statement in statements_of(script):
        connection.execute(statement)


def first_schema(connection: StoreConnection) -> None:
    """Make schema 1 in an empty file."""
    _run(connection, "schema_1.sql")


def second_schema(connection: StoreConnection) -> None:
    """Add the library index, which is filled later, and the roles of documents."""
    _run(connection, "schema_2.sql")


def third_schema(connection: StoreConnection) -> None:
    """Add what a note is besides its words, and how far a document is."""
    _run(connection, "schema_3.sql")


MIGRATIONS: Mapping[int, Migration] = {1: first_schema, 2: second_schema, 3: third_schema}
"""By the schema that each one makes. A released migration is never edited."""

LATEST = max(MIGRATIONS)
"""The schema that this program writes."""


def migrate(connection: StoreConnection, migrations: Mapping[int, Migration]) -> None:
    """Bring a store to the latest of `migrations`; a store that has content is backed up first.

    Raises:
        StoreTooNew: it is newer than that.
        StoreDamaged: its rows contradict each other after a migration, which is then undone.
        StoreUnwritable: there is no room for the backup or the new schema.
    """
    version = schema_of(connection)
    latest = max(migrations)
    if version > latest:
        raise StoreTooNew(connection.path, f"schema {version}")
    if version == latest:
        return
    if version:
        back_up(connection, f"v{version}")
    for number in range(version + 1, latest + 1):
        with connection.writing():
            migrations[number](connection)
            if connection.row("PRAGMA foreign_key_check") is not None:
                raise StoreDamaged(connection.path, f"rows without owners in schema {number}")
            connection.execute(f"PRAGMA user_version = {number}")
    # The header in the file itself must say so too: it is read before SQLite opens the file.
    connection.checkpoint()


def schema_of(connection: StoreConnection) -> int:
    """The number of the store's schema; 0 for a file without one."""
    row = connection.row("PRAGMA user_version")
    return row[0] if row else 0


def statements_of(script: str) -> Iterator[str]:
    """The statements of an SQL script, one by one; triggers and quoted semicolons stay whole.

    Raises:
        ValueError: the last one does not end.
    """
    *pieces, rest = script.split(";")
    statement = ""
    for piece in pieces:
        statement += piece + ";"
        if sqlite.complete_statement(statement):
            yield statement.strip()
            statement = ""
    lines = [line.strip() for line in (statement + rest).splitlines()]
    if not all(line.startswith("--") for line in lines if line):
        raise ValueError(f"an unfinished statement: {statement}{rest}")


def back_up(connection: StoreConnection, label: str) -> Path:
    """Copy the store beside itself under a new name, checked before it gets that name.

    Args:
        connection: the store.
        label: what the name says, as in `library.reviewer.v1.bak`.

    Returns:
        The backup's path. An earlier backup is never overwritten.

    Raises:
        StoreDamaged: the copy does not pass SQLite's check.
    """
    store = connection.path
    part = part_beside(store)
    try:
        with closing(sqlite.connect(part)) as target:
            connection.raw.backup(target)
            # One file without a log beside it, so that it can be moved about.
            target.execute("PRAGMA journal_mode = DELETE")
            answer = target.execute("PRAGMA quick_check").fetchone()[0]
        if answer != "ok":
            raise StoreDamaged(store, f"the backup is not sound: {answer}")
        for number in count(1):
            suffix = f".{label}.bak" if number == 1 else f".{label}-{number}.bak"
            try:
                publish(part, store.with_name(store.name + suffix))
            except FileExistsError:
                continue
            return store.with_name(store.name + suffix)
    finally:
        part.unlink(missing_ok=True)
    raise AssertionError("numbers do not end")


def part_beside(store: Path) -> Path:
    """A new empty file in the store's folder that only its owner can read."""
    descriptor, name = tempfile.mkstemp(".part", store.name + ".", store.parent)
    os.close(descriptor)
    return Path(name)


def publish(part: Path, target: Path) -> None:
    """Give a finished file its name, for good, unless the name is taken.

    Raises:
        FileExistsError: something stands there already.
    """
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links, such as FAT.
        if target.exists():
            raise FileExistsError(target) from None
        part.rename(target)
    else:
        part.unlink()
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
