"""What can go wrong with a store, as typed errors, and the one seam that makes them.

No exception of the SQLite library and no OSError leaves this room.
"""

from __future__ import annotations

import errno
from collections.abc import Generator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from reviewer.store.engine import sqlite
from reviewer.text.errors import ReviewerError


class StoreInUse(ReviewerError):
    """Another window or program has the store open.

    Attributes:
        path: the store.
        process: the number of the process that holds it, where that is known.
        computer: the name of the computer on which that process runs, where that is known.
    """

    def __init__(self, path: Path, process: int | None = None, computer: str | None = None) -> None:
        super().__init__(f"{path} is in use (process {process or '?'} on {computer or '?'})")
        self.path = path
        self.process = process
        self.computer = computer


class StoreTooNew(ReviewerError):
    """A newer version of the program made the store, or wrote something into it.

    Attributes:
        path: the store, which was left as it was.
        what: what is newer than this program, such as `schema 7`.
    """

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path} was written by a newer version: {what}")
        self.path = path
        self.what = what


class Stranger(Enum):
    """Why a path is not a store."""

    FOLDER = "a folder"
    NOT_A_FILE = "not an ordinary file"
    EMPTY = "an empty file"
    OTHER_FORMAT = "not a database"
    OTHER_PROGRAM = "another program's database"


class NotAStore(ReviewerError):
    """What stands at the path is no store of this program; it was left as it was.

    Attributes:
        path: the path.
        found: what stands there.
    """

    def __init__(self, path: Path, found: Stranger) -> None:
        super().__init__(f"{path} is not a store: {found.value}")
        self.path = path
        self.found = found


class StoreDamaged(ReviewerError):
    """The store does not hold what was written to it.

    Attributes:
        path: the store.
        detail: what does not fit.
    """

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path} is damaged: {detail}")
        self.path = path
        self.detail = detail


class TextDamaged(ReviewerError):
    """One text is not what was saved; the rest of the store may be sound.

    Attributes:
        path: the store.
        document: the number of the document.
        version: the number of its version, 0 for the text as imported.
    """

    def __init__(self, path: Path, document: int, version: int) -> None:
        super().__init__(f"{path}: version {version} of document {document} is not what was saved")
        self.path = path
        self.document = document
        self.version = version


class Obstacle(Enum):
    """Why nothing can be written."""

    DISK_FULL = "the disk is full"
    READ_ONLY = "no right to write"
    NO_FOLDER = "no such folder"
    STORE_GONE = "the file was moved or deleted while it was open"
    OLD_SQLITE = "the SQLite library is too old"
    OTHER = "the disk or the system refused"


class StoreUnwritable(ReviewerError):
    """The store cannot be written now; what was saved before is intact.

    Attributes:
        path: the store.
        obstacle: what stands in the way.
    """

    def __init__(self, path: Path, obstacle: Obstacle, detail: str = "") -> None:
        super().__init__(f"{path}: {obstacle.value}" + (f" ({detail})" if detail else ""))
        self.path = path
        self.obstacle = obstacle


class UnknownDocument(ReviewerError):
    """There is no document with this number.

    Attributes:
        document: the number.
    """

    def __init__(self, document: int) -> None:
        super().__init__(f"no document {document}")
        self.document = document


class StoreRuleBroken(ReviewerError):
    """The store was asked for something that its own rules forbid: a mistake in the program.

    Attributes:
        detail: the rule, in SQLite's words.
    """

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


_OBSTACLES = {
    "SQLITE_FULL": Obstacle.DISK_FULL,
    "SQLITE_READONLY": Obstacle.READ_ONLY,
    "SQLITE_PERM": Obstacle.READ_ONLY,
    "SQLITE_AUTH": Obstacle.READ_ONLY,
    "SQLITE_CANTOPEN": Obstacle.OTHER,
    "SQLITE_IOERR": Obstacle.OTHER,
    "SQLITE_NOLFS": Obstacle.OTHER,
}
_SYSTEM_OBSTACLES = {
    errno.ENOSPC: Obstacle.DISK_FULL,
    errno.EDQUOT: Obstacle.DISK_FULL,
    errno.EACCES: Obstacle.READ_ONLY,
    errno.EPERM: Obstacle.READ_ONLY,
    errno.EROFS: Obstacle.READ_ONLY,
    errno.ENOENT: Obstacle.NO_FOLDER,
    errno.ENOTDIR: Obstacle.NO_FOLDER,
}
_MISTAKES = (sqlite.IntegrityError, sqlite.ProgrammingError, sqlite.InterfaceError)


@contextmanager
def sqlite_errors(path: Path) -> Generator[None]:
    """The seam: inside it SQLite and the system may fail, outside only errors of this module."""
    try:
        yield
    except (sqlite.Error, sqlite.Warning) as error:
        raise _of_sqlite(path, error) from error
    except UnicodeDecodeError as error:
        # A message of SQLite that quotes the damaged place.
        raise StoreDamaged(path, str(error)) from error
    except OSError as error:
        obstacle = _SYSTEM_OBSTACLES.get(error.errno or 0, Obstacle.OTHER)
        raise StoreUnwritable(path, obstacle, error.strerror or "") from error


def _of_sqlite(path: Path, error: Exception) -> ReviewerError:
    detail = str(error)
    # Extended names, such as SQLITE_IOERR_WRITE, begin with the primary one.
    name = "_".join(getattr(error, "sqlite_errorname", "SQLITE_ERROR").split("_")[:2])
    if isinstance(error, _MISTAKES):
        return StoreRuleBroken(detail)
    if name in ("SQLITE_BUSY", "SQLITE_LOCKED"):
        return StoreInUse(path)
    if name == "SQLITE_NOTADB":
        return NotAStore(path, Stranger.OTHER_FORMAT)
    if name in _OBSTACLES:
        return StoreUnwritable(path, _OBSTACLES[name], detail)
    return StoreDamaged(path, detail)
