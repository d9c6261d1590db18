"""A process that brings a store to a schema of the future, slowly, and says how far it is.

Run as `python migration_runner.py STORE`. It writes a line after every statement of the migration.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reviewer.store.connection import StoreConnection
from reviewer.store.migrations import LATEST, MIGRATIONS
from reviewer.store.opening import open_store

FUTURE = LATEST + 1
STATEMENTS = 30


def in_silence() -> None:
    """Say nothing."""


def aloud() -> None:
    """Say that a statement is done."""
    os.write(1, b".\n")


def future_schema(connection: StoreConnection, say: Callable[[], None] = in_silence) -> None:
    """A change of the schema as a later version might make it: tables, columns, rows."""
    connection.execute("ALTER TABLE document ADD COLUMN spoken_on TEXT")
    for number in range(STATEMENTS - 1):
        connection.execute(f"CREATE TABLE future_{number} (id INTEGER PRIMARY KEY, x BLOB) STRICT")
        connection.execute_many(
            f"INSERT INTO future_{number} (x) VALUES (?)", ((os.urandom(2000),) for _ in range(20))
        )
        say()


FUTURE_MIGRATIONS = {**MIGRATIONS, FUTURE: future_schema}


def main() -> None:
    """Open the store with the future schema."""
    migrations = {**MIGRATIONS, FUTURE: partial(future_schema, say=aloud)}
    open_store(Path(sys.argv[1]), migrations).close()
    os.write(1, b"done\n")


if __name__ == "__main__":
    main()
