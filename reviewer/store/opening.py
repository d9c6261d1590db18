"""Opening a store: looked at from outside first, so that no stranger's file is ever touched."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from reviewer import __version__
from reviewer.store.connection import StoreConnection, now
from reviewer.store.errors import (
    NotAStore,
    StoreDamaged,
    StoreTooNew,
    Stranger,
    sqlite_errors,
)
from reviewer.store.guard import Guard
from reviewer.store.location import own_folder
from reviewer.store.migrations import (
    MIGRATIONS,
    Migration,
    migrate,
    part_beside,
    publish,
)

APPLICATION_ID = 0x52565752
"""What the header of every store says, `RVWR`."""

_MAGIC = b"SQLite format 3\0"
_HEADER_SIZE = 100
_NEWEST_FILE_FORMAT = 2


class OpenStore:
    """An open store file: the connection, and the right to have it open."""

    def __init__(self, connection: StoreConnection, guard: Guard) -> None:
        """Hold both until `close`."""
        self.connection = connection
        self._guard = guard

    def close(self) -> None:
        """Close the file, all of its log moved into it, and let others open it."""
        try:
            self.connection.close()
        finally:
            self._guard.release()


def open_store(path: Path, migrations: Mapping[int, Migration] = MIGRATIONS) -> OpenStore:
    """Open the store at `path`, made new where nothing is, brought to the latest schema.

    Args:
        path: where it stands. Its folder must exist, save the program's own, which is made.
        migrations: the schemas that are known.

    Raises:
        StoreInUse: somebody else has it open.
        NotAStore: something else stands there.
        StoreTooNew: a newer version of the program wrote it.
        StoreDamaged: it is not sound.
        StoreUnwritable: the disk or the system refuses.
    """
    with sqlite_errors(path):
        # The true place: two names of one store must meet at one lock.
        path = Path(os.path.realpath(path))
        _expect_ordinary(path)
        if not path.parent.exists() and path.parent == Path(os.path.realpath(own_folder())):
            path.parent.mkdir(mode=0o700, parents=True)
        guard = Guard.take(path)
        try:
            return OpenStore(_connect(path, migrations), guard)
        except BaseException:
            guard.release()
            raise


def _expect_ordinary(path: Path) -> None:
    if path.is_dir():
        raise NotAStore(path, Stranger.FOLDER)
    if path.exists() and not path.is_file():
        raise NotAStore(path, Stranger.NOT_A_FILE)


def _connect(path: Path, migrations: Mapping[int, Migration]) -> StoreConnection:
    if not path.exists():
        _create(path, migrations)
    _expect_own_header(path, max(migrations))
    # Asked of the system, for SQLite calls a store that is read-only a broken disk.
    path.open("r+b").close()
    connection = StoreConnection(path)
    try:
        migrate(connection, migrations)
    except BaseException:
        connection.close()
        raise
    return connection


def _create(path: Path, migrations: Mapping[int, Migration]) -> None:
    """Make a whole new store under another name and only then give it its own.

    A process that dies meanwhile leaves no half-made store, and a second one that makes the same
    store at the same time overwrites nothing.
    """
    if path.with_name(path.name + "-wal").exists():
        # A log without its store: SQLite would play it into the new file.
        raise StoreDamaged(path, "the store is gone, only its log is there")
    part = part_beside(path)
    try:
        connection = StoreConnection(part)
        try:
            migrate(connection, migrations)
            with connection.writing():
                for key, value in (
                    ("uid", uuid4().hex),
                    ("created_at", now()),
                    ("created_by", __version__),
                ):
                    connection.insert("meta", {"key": key, "value": value})
        finally:
            connection.close()
        with suppress(FileExistsError):
            publish(part, path)
    finally:
        part.unlink(missing_ok=True)


def _expect_own_header(path: Path, latest: int) -> None:
    """Read the first bytes of the file, before SQLite does, and refuse what is not ours."""
    with path.open("rb") as file:
        header = file.read(_HEADER_SIZE)
    if not header:
        raise NotAStore(path, Stranger.EMPTY)
    if len(header) < _HEADER_SIZE or not header.startswith(_MAGIC):
        raise NotAStore(path, Stranger.OTHER_FORMAT)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotAStore(path, Stranger.OTHER_PROGRAM)
    file_format = max(header[18], header[19])
    if file_format > _NEWEST_FILE_FORMAT:
        raise StoreTooNew(path, f"file format {file_format}")
    schema = int.from_bytes(header[60:64], "big")
    if schema > latest:
        raise StoreTooNew(path, f"schema {schema}")
