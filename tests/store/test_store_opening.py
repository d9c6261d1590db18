"""Opening: strangers' files stay untouched, one window at a time, clear words for the rest."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import store_samples as samples

from reviewer.store.engine import sqlite
from reviewer.store.errors import (
    NotAStore,
    Obstacle,
    StoreDamaged,
    StoreRuleBroken,
    StoreTooNew,
    StoreUnwritable,
    Stranger,
    sqlite_errors,
)
from reviewer.store.location import STORE_VARIABLE, default_store_path, own_folder
from reviewer.store.migrations import LATEST
from reviewer.store.opening import APPLICATION_ID
from reviewer.store.store import Store

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")


def other_program(path: Path) -> None:
    with closing(sqlite.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 4711")
        connection.execute("CREATE TABLE document (id INTEGER)")
        connection.commit()


def plain_database(path: Path) -> None:
    with closing(sqlite.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")


def patched(offset: int, value: bytes) -> Callable[[Path], None]:
    """Makes a store whose header says something else."""

    def make(path: Path) -> None:
        with Store.open(path) as store:
            samples.write_sample(store)
        data = bytearray(path.read_bytes())
        data[offset : offset + len(value)] = value
        path.write_bytes(data)

    return make


STRANGERS: list[tuple[str, Stranger, Callable[[Path], object]]] = [
    ("empty file", Stranger.EMPTY, lambda path: path.touch()),
    ("text", Stranger.OTHER_FORMAT, lambda path: path.write_text("同志们" * 99, encoding="utf-8")),
    ("torn header", Stranger.OTHER_FORMAT, lambda path: path.write_bytes(b"SQLite format 3\0")),
    ("random bytes", Stranger.OTHER_FORMAT, lambda path: path.write_bytes(os.urandom(5000))),
    ("another program's database", Stranger.OTHER_PROGRAM, other_program),
    ("database without an owner", Stranger.OTHER_PROGRAM, plain_database),
]


@pytest.mark.parametrize(
    ("found", "make"), [case[1:] for case in STRANGERS], ids=[case[0] for case in STRANGERS]
)
def test_a_strangers_file_is_refused_and_untouched(
    store_path: Path, found: Stranger, make: Callable[[Path], object]
) -> None:
    make(store_path)
    before = (store_path.read_bytes(), store_path.stat().st_mtime_ns)
    with pytest.raises(NotAStore) as caught:
        Store.open(store_path)
    assert caught.value.found is found
    assert (store_path.read_bytes(), store_path.stat().st_mtime_ns) == before
    assert list(store_path.parent.iterdir()) == [store_path]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAStore) as caught:
        Store.open(tmp_path)
    assert caught.value.found is Stranger.FOLDER
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(store_path: Path) -> None:
    os.mkfifo(store_path)
    with pytest.raises(NotAStore) as caught:
        Store.open(store_path)
    assert caught.value.found is Stranger.NOT_A_FILE


NEWER = [
    ("schema", 60, (LATEST + 1).to_bytes(4, "big"), f"schema {LATEST + 1}"),
    ("file format for reading", 19, b"\3", "file format 3"),
    ("file format for writing", 18, b"\3", "file format 3"),
]


@pytest.mark.parametrize(
    ("offset", "value", "what"), [case[1:] for case in NEWER], ids=[case[0] for case in NEWER]
)
def test_a_newer_store_is_refused_and_untouched(
    store_path: Path, offset: int, value: bytes, what: str
) -> None:
    patched(offset, value)(store_path)
    before = (store_path.read_bytes(), store_path.stat().st_mtime_ns)
    with pytest.raises(StoreTooNew) as caught:
        Store.open(store_path)
    assert caught.value.what == what
    assert (store_path.read_bytes(), store_path.stat().st_mtime_ns) == before
    assert list(store_path.parent.iterdir()) == [store_path]


def test_a_newer_schema_that_is_still_in_the_log_is_refused_too(store_path: Path) -> None:
    store = Store.open(store_path)
    store._connection.rows(f"PRAGMA user_version = {LATEST + 1}")
    log = store_path.with_name(store_path.name + "-wal")
    # As a process leaves it that dies now: the file still says the old schema.
    left = (store_path.read_bytes(), log.read_bytes())
    store.close()
    store_path.write_bytes(left[0])
    log.write_bytes(left[1])
    with pytest.raises(StoreTooNew):
        Store.open(store_path)


def test_a_word_that_this_program_does_not_know_is_called_newer(store: Store) -> None:
    samples.write_sample(store)
    with store._connection.writing():
        store._connection.execute("INSERT INTO step VALUES (99, 'merge')")
    with pytest.raises(StoreTooNew) as caught:
        store.history()
    assert caught.value.what == "StepKind 'merge'"


def test_a_log_without_its_store_is_not_played_into_a_new_one(store_path: Path) -> None:
    store = Store.open(store_path)
    samples.write_sample(store)
    log = store_path.with_name(store_path.name + "-wal")
    left = log.read_bytes()
    store.close()
    store_path.unlink()
    log.write_bytes(left)
    with pytest.raises(StoreDamaged):
        Store.open(store_path)
    assert log.read_bytes() == left
    assert not store_path.exists()


@pytest.mark.parametrize("missing", ["no/such/library.reviewer", "file/library.reviewer"])
def test_a_missing_folder_is_not_made(tmp_path: Path, missing: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnwritable) as caught:
        Store.open(tmp_path / missing)
    assert caught.value.obstacle is Obstacle.NO_FOLDER
    assert not (tmp_path / "no").exists()


@posix
def test_the_programs_own_folder_is_made_and_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(STORE_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    path = default_store_path()
    assert path.parent == own_folder()
    assert tmp_path in path.parents
    with Store.open(path) as store:
        samples.write_sample(store)
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        for file in path.parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


def test_the_environment_may_name_another_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(STORE_VARIABLE, str(tmp_path / "x"))
    assert default_store_path() == tmp_path / "x"


@pytest.mark.parametrize("name", ["讲话 100%.reviewer", "a?b#c&mode=ro.reviewer", "𠮷'\".reviewer"])
def test_a_store_may_have_any_name(tmp_path: Path, name: str) -> None:
    if os.name == "nt" and set(name) & set('?"'):
        pytest.skip("not a file name on Windows")
    with Store.open(tmp_path / name) as store:
        samples.write_sample(store)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    with Store.open(tmp_path / name) as store:
        samples.expect_sample(store)


@posix
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_store_that_may_not_be_written_says_so(store_path: Path, what: str) -> None:
    Store.open(store_path).close()
    locked = store_path if what == "file" else store_path.parent
    before = locked.stat().st_mode
    locked.chmod(0o444 if what == "file" else 0o555)
    try:
        if os.access(locked, os.W_OK):
            pytest.skip("root may write everywhere")
        with pytest.raises(StoreUnwritable) as caught:
            Store.open(store_path)
        assert caught.value.obstacle is Obstacle.READ_ONLY
    finally:
        locked.chmod(before)


@posix
def test_a_store_that_was_deleted_while_open_takes_nothing_more(
    store: Store, store_path: Path
) -> None:
    samples.write_sample(store)
    store_path.rename(store_path.with_name("moved"))
    with pytest.raises(StoreUnwritable) as caught:
        store.set_setting("k", 1)
    assert caught.value.obstacle is Obstacle.STORE_GONE
    store_path.with_name("moved").rename(store_path)
    store.set_setting("k", 1)
    samples.expect_sample(store)


@pytest.mark.parametrize(
    ("number", "obstacle"),
    [
        (errno.ENOSPC, Obstacle.DISK_FULL),
        (errno.EROFS, Obstacle.READ_ONLY),
        (errno.EACCES, Obstacle.READ_ONLY),
        (errno.ENOENT, Obstacle.NO_FOLDER),
        (errno.EIO, Obstacle.OTHER),
    ],
)
def test_what_the_system_says_becomes_an_obstacle(number: int, obstacle: Obstacle) -> None:
    with pytest.raises(StoreUnwritable) as caught, sqlite_errors(Path("s")):
        raise OSError(number, os.strerror(number))
    assert caught.value.obstacle is obstacle


def test_a_mistake_of_the_program_is_called_one(store: Store) -> None:
    store.close()
    with pytest.raises(StoreRuleBroken):
        store.documents()


def test_the_header_of_every_store_names_the_program(store_path: Path) -> None:
    Store.open(store_path).close()
    assert store_path.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"RVWR"


def test_the_store_is_light_to_import() -> None:
    code = (
        "import sys, reviewer.store.store;"
        "print([m for m in ('numpy', 'sqlite_utils', 'platformdirs') if m in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
