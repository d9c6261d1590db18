"""What the file itself refuses, whoever writes to it; and that the schema is what was reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import store_samples as samples
from sqlite_utils import Database

from reviewer.store.engine import sqlite
from reviewer.store.migrations import statements_of
from reviewer.store.opening import APPLICATION_ID
from reviewer.store.store import Store

IMMUTABLE = ("blob", "version", "source", "step", "step_event", "decision", "text_edit", "note")
REPLACEABLE = ("analysis", "finding", "passage", "reading")


@pytest.fixture
def database(store: Store) -> Iterator[Database]:
    """The filled store behind the program's back, through its own connection."""
    samples.write_sample(store)
    yield Database(store._connection.raw, recursive_triggers=False, execute_plugins=False)
    samples.expect_sample(store)


@pytest.mark.parametrize("table", IMMUTABLE + REPLACEABLE)
def test_rows_that_were_written_are_never_changed(database: Database, table: str) -> None:
    column = database.table(table).columns[-1].name
    with pytest.raises(sqlite.IntegrityError, match=r"immutable|append-only"):
        database.execute(f"UPDATE {table} SET {column} = {column}")


@pytest.mark.parametrize("table", [*IMMUTABLE, "document"])
def test_the_editors_work_is_never_deleted(database: Database, table: str) -> None:
    with pytest.raises(sqlite.IntegrityError, match=r"kept|append-only|removed_at"):
        database.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", IMMUTABLE)
def test_replacing_a_row_is_deleting_it_and_refused(database: Database, table: str) -> None:
    with pytest.raises(sqlite.IntegrityError, match=r"kept|append-only"):
        database.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1")


BAD_ROWS = [
    ("text in a number", "INSERT INTO step VALUES ('one', 'type')"),
    ("a verdict without its text", "INSERT INTO decision VALUES (1, 9, 1, 'a', 'accept', NULL)"),
    ("a text without its verdict", "INSERT INTO decision VALUES (1, 9, 1, 'a', 'later', 'x')"),
    ("a number for a text", "INSERT INTO text_edit VALUES (1, 9, 1, 0, 5, '', '')"),
    ("a place before the text", "INSERT INTO text_edit VALUES (1, 9, 1, -1, '', '', '')"),
    ("a span that runs backwards", "INSERT INTO note"
     " (step, ordinal, document, uid, start, stop, quote, note)"
     " VALUES (1, 9, 1, 'u', 5, 4, '', '')"),
    ("a note without a place", "INSERT INTO note"
     " (step, ordinal, document, uid, start, stop, quote, note)"
     " VALUES (1, 9, 1, 'u', NULL, NULL, '', '')"),
    ("a number for a label", "INSERT INTO note"
     " (step, ordinal, document, uid, start, stop, quote, note, label)"
     " VALUES (1, 9, 1, 'u', 4, 5, '', '', 7)"),
    ("a step of no document", "INSERT INTO decision VALUES (1, 9, 77, 'a', 'later', NULL)"),
    ("a change of no step", "INSERT INTO decision VALUES (77, 0, 1, 'a', 'later', NULL)"),
    ("an event that is none", "INSERT INTO step_event(what, step, changes, digest, at)"
     " VALUES ('forget', 1, 0, zeroblob(16), '')"),
    ("a step that brings nothing", "INSERT INTO step_event(what, step, changes, digest, at)"
     " VALUES ('do', 1, 0, zeroblob(16), '')"),
    ("half a hash", "INSERT INTO blob VALUES (99, x'00', 'raw', 0, 0, x'')"),
    ("an unknown packing", "INSERT INTO blob VALUES (99, zeroblob(32), 'lzma', 0, 0, x'')"),
    ("a setting without a value", "INSERT INTO setting VALUES ('k', NULL)"),
    ("a loaded file without a document", "INSERT INTO source(outcome, path_bytes, path_shown, at)"
     " VALUES ('loaded', x'', '', '')"),
]  # fmt: skip


@pytest.mark.parametrize("sql", [row[1] for row in BAD_ROWS], ids=[row[0] for row in BAD_ROWS])
def test_rows_that_make_no_sense_are_refused(database: Database, sql: str) -> None:
    with pytest.raises(sqlite.IntegrityError):
        database.execute(sql)


def test_every_table_is_strict_and_every_owner_is_named(database: Database) -> None:
    assert all(table.strict for table in database.tables if not table.name.startswith("sqlite_"))
    owners = {
        table.name: {key.other_table for key in table.foreign_keys} for table in database.tables
    }
    for table in ("decision", "text_edit", "note"):
        assert owners[table] == {"step", "document"}
    assert owners["version"] == {"document", "blob"}
    assert owners["finding"] == {"analysis"}
    assert owners["passage"] == {"family", "searched"}


def test_the_connection_is_as_safe_as_it_was_meant_to_be(store: Store) -> None:
    wanted = {
        "locking_mode": "exclusive",
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "recursive_triggers": 1,
        "mmap_size": 0,
        "application_id": APPLICATION_ID,
    }
    for pragma, value in wanted.items():
        row = store._connection.row(f"PRAGMA {pragma}")
        # A build without memory mapping answers nothing at all.
        assert (row[0] if row else 0) == value, pragma


def test_a_closed_store_is_one_sound_file(store_path: Path) -> None:
    with Store.open(store_path) as store:
        samples.write_sample(store)
    assert [path.name for path in store_path.parent.iterdir()] == [store_path.name]
    with closing(sqlite.connect(store_path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    ("script", "statements"),
    [
        ("SELECT 1;\n SELECT 2;", ["SELECT 1;", "SELECT 2;"]),
        ("SELECT ';';", ["SELECT ';';"]),
        ("-- a; b\nSELECT 1; -- end\n", ["-- a; b\nSELECT 1;"]),
        (
            "CREATE TRIGGER t AFTER UPDATE ON a BEGIN SELECT 1; SELECT 2; END; SELECT 3;",
            ["CREATE TRIGGER t AFTER UPDATE ON a BEGIN SELECT 1; SELECT 2; END;", "SELECT 3;"],
        ),
        ("-- nothing\n", []),
    ],
)
def test_a_script_is_cut_into_whole_statements(script: str, statements: list[str]) -> None:
    assert list(statements_of(script)) == statements


@pytest.mark.parametrize("script", ["SELECT 1", "SELECT ';", "BEGIN; CREATE TRIGGER t BEGIN x;"])
def test_a_script_that_breaks_off_is_noticed(script: str) -> None:
    with pytest.raises(ValueError, match="unfinished"):
        list(statements_of(script))
