"""Migrations: an older store becomes a newer one whole or stays as it was, with a backup."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import migration_runner
import pytest
import store_samples as samples
from migration_runner import FUTURE, FUTURE_MIGRATIONS

from reviewer.store.connection import StoreConnection
from reviewer.store.engine import sqlite
from reviewer.store.errors import (
    Obstacle,
    StoreDamaged,
    StoreRuleBroken,
    StoreTooNew,
    StoreUnwritable,
)
from reviewer.store.migrations import LATEST, MIGRATIONS, Migration, publish
from reviewer.store.opening import open_store
from reviewer.store.store import Store


@pytest.fixture
def old(store_path: Path) -> Path:
    """A filled store of today's schema, which a future program finds."""
    with Store.open(store_path) as store:
        samples.write_sample(store)
    return store_path


def schema_in_header(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def backup_of(path: Path, suffix: str = "") -> Path:
    return path.with_name(f"{path.name}.v{LATEST}{suffix}.bak")


@pytest.mark.parametrize("version", range(1, LATEST + 1))
def test_every_released_schema_can_still_be_opened(version: int, store_path: Path) -> None:
    frozen = samples.FROZEN / f"v{version}.db"
    assert frozen.is_file(), f"freeze schema {version}: python tests/store/store_samples.py"
    assert schema_in_header(frozen) == version
    shutil.copy(frozen, store_path)
    with Store.open(store_path) as store:
        samples.expect_sample(store, version)
    assert schema_in_header(store_path) == LATEST


def schema_of_file(path: Path) -> list[tuple[str]]:
    with closing(sqlite.connect(path)) as connection:
        return connection.execute(
            "SELECT sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
        ).fetchall()


def test_a_frozen_store_of_any_age_ends_with_the_schema_of_a_new_one(store_path: Path) -> None:
    Store.open(store_path).close()
    for frozen in sorted(samples.FROZEN.iterdir()):
        copy = store_path.with_name(frozen.name)
        shutil.copy(frozen, copy)
        Store.open(copy).close()
        assert schema_of_file(copy) == schema_of_file(store_path), "a released schema was edited"


def test_an_older_store_is_backed_up_and_brought_up_to_date(old: Path) -> None:
    opened = open_store(old, FUTURE_MIGRATIONS)
    assert schema_in_header(old) == FUTURE, "at once, for it is read before SQLite opens the file"
    samples.expect_sample(Store(opened))
    opened.close()
    assert sorted(path.name for path in old.parent.iterdir()) == [old.name, backup_of(old).name]
    with pytest.raises(StoreTooNew):
        Store.open(old)
    # Going back to the older program is opening the backup.
    backup_of(old).replace(old)
    with Store.open(old) as store:
        samples.expect_sample(store)


def test_a_store_that_is_up_to_date_is_not_backed_up(old: Path) -> None:
    Store.open(old).close()
    assert list(old.parent.iterdir()) == [old]


def breaks_off(connection: StoreConnection) -> None:
    connection.execute("ALTER TABLE document ADD COLUMN place TEXT")
    connection.execute("DELETE FROM setting")
    raise StoreRuleBroken("half way")


def leaves_orphans(connection: StoreConnection) -> None:
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute("INSERT INTO decision VALUES (77, 0, 1, 'a', 'later', NULL)")


def fills_the_disk(connection: StoreConnection) -> None:
    connection.execute("DELETE FROM setting")
    connection.raw.execute("PRAGMA max_page_count = 1")
    connection.execute("CREATE TABLE t AS SELECT zeroblob(100000)")


def misspells(connection: StoreConnection) -> None:
    connection.execute("DELETE FROM setting")
    connection.execute("ALTER TABLE document ADD COLUMN")


@pytest.mark.parametrize(
    ("migration", "error"),
    [
        (breaks_off, StoreRuleBroken),
        (leaves_orphans, StoreDamaged),
        (fills_the_disk, StoreUnwritable),
        (misspells, StoreDamaged),
    ],
)
def test_a_migration_that_fails_leaves_the_old_store(
    old: Path, migration: Migration, error: type[Exception]
) -> None:
    with pytest.raises(error):
        open_store(old, {**MIGRATIONS, FUTURE: migration})
    assert schema_in_header(old) == LATEST
    with Store.open(old) as store:
        samples.expect_sample(store)


def test_the_schemas_between_are_kept_where_only_the_last_step_fails(old: Path) -> None:
    with pytest.raises(StoreRuleBroken):
        open_store(old, {**FUTURE_MIGRATIONS, FUTURE + 1: breaks_off})
    opened = open_store(old, FUTURE_MIGRATIONS)
    samples.expect_sample(Store(opened))
    opened.close()


def test_an_earlier_backup_is_never_overwritten(old: Path) -> None:
    backup_of(old).write_bytes(b"precious")
    for _ in range(2):
        with pytest.raises(StoreRuleBroken):
            open_store(old, {**MIGRATIONS, FUTURE: breaks_off})
    assert backup_of(old).read_bytes() == b"precious"
    for suffix in ("-2", "-3"):
        copy = old.with_name("copy")
        shutil.copy(backup_of(old, suffix), copy)
        with Store.open(copy) as store:
            samples.expect_sample(store)


def test_a_store_that_is_not_sound_is_not_migrated(old: Path) -> None:
    with closing(sqlite.connect(old)) as connection:
        [(page,)] = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'source_by_hash'"
        ).fetchall()
    data = bytearray(old.read_bytes())
    # An index that says nothing is there, although rows are.
    data[(page - 1) * 4096 + 3 : (page - 1) * 4096 + 5] = bytes(2)
    old.write_bytes(data)
    with pytest.raises(StoreDamaged):
        open_store(old, FUTURE_MIGRATIONS)
    assert schema_in_header(old) == LATEST
    assert list(old.parent.iterdir()) == [old], "no backup that is not sound, no half one"


def test_without_room_for_the_backup_nothing_is_migrated(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reviewer.store.migrations.tempfile.mkstemp", no_room)
    with pytest.raises(StoreUnwritable) as caught:
        open_store(old, FUTURE_MIGRATIONS)
    assert caught.value.obstacle is Obstacle.DISK_FULL
    with Store.open(old) as store:
        samples.expect_sample(store)


def test_a_new_store_that_cannot_be_finished_leaves_nothing(store_path: Path) -> None:
    broken: Mapping[int, Migration] = {**MIGRATIONS, FUTURE: breaks_off}
    with pytest.raises((StoreRuleBroken, StoreDamaged)):
        open_store(store_path, broken)
    assert list(store_path.parent.iterdir()) == []


def test_a_store_that_somebody_else_makes_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    part, target = tmp_path / "part", tmp_path / "target"
    part.write_bytes(b"mine")
    target.write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        publish(part, target)
    assert target.read_bytes() == b"theirs"


def test_where_files_cannot_be_linked_they_are_renamed_but_never_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    part, target = tmp_path / "part", tmp_path / "target"
    part.write_bytes(b"mine")
    publish(part, target)
    assert (target.read_bytes(), part.exists()) == (b"mine", False)
    part.write_bytes(b"again")
    with pytest.raises(FileExistsError):
        publish(part, target)
    assert target.read_bytes() == b"mine"


def killed_after(path: Path, statements: int) -> None:
    """Let another process migrate the store and kill it after so many statements."""
    script = Path(migration_runner.__file__)
    with subprocess.Popen(
        [sys.executable, str(script), str(path)], stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        for _ in range(statements):
            assert child.stdout.readline() == b".\n"
        child.send_signal(signal.SIGKILL)
    assert child.returncode == -signal.SIGKILL


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")
@pytest.mark.parametrize("statements", [1, 7, 15, migration_runner.STATEMENTS - 1])
def test_a_process_that_dies_in_a_migration_leaves_the_old_store_or_the_new_one(
    old: Path, statements: int
) -> None:
    killed_after(old, statements)
    with closing(sqlite.connect(old)) as connection:
        [(schema,)] = connection.execute("PRAGMA user_version").fetchall()
        tables = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE name LIKE 'future%'"
        ).fetchone()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    if statements < migration_runner.STATEMENTS - 1:
        assert schema == LATEST
    assert tables == (0 if schema == LATEST else migration_runner.STATEMENTS - 1,)
    opened = open_store(old, MIGRATIONS if schema == LATEST else FUTURE_MIGRATIONS)
    samples.expect_sample(Store(opened))
    opened.close()
    with Store.open(backup_of(old)) as backup:
        samples.expect_sample(backup)
