"""The bytes of a file, read so that nothing found at a path can hang or flood the program."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from reviewer.loading.errors import (
    ChangedWhileReading,
    FileMissing,
    IsFolder,
    LoadError,
    NotAFile,
    TooLarge,
    Unreadable,
)

LARGEST_FILE = 64 * 1024 * 1024
"""The most bytes that are read of one file: some two hundred novels."""

_ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR})


def read_file(path: Path, limit: int = LARGEST_FILE) -> bytes:
    """All bytes of the regular file `path`, which is opened for reading only.

    A file that another program writes at the same moment is read once more.

    Raises:
        FileMissing, IsFolder, NotAFile, Unreadable: what stands at the path.
        TooLarge: it has more than `limit` bytes, whatever its stated size.
        ChangedWhileReading: it changed during both attempts.
    """
    try:
        for _ in range(2):
            data = _read_once(path, limit)
            if data is not None:
                return data
    except OSError as error:
        raise load_error(path, error) from error
    except ValueError as error:
        # The name has a NUL: no file system can hold such a file.
        raise FileMissing(path) from error
    raise ChangedWhileReading(path)


def load_error(path: Path, error: OSError) -> LoadError:
    """The typed form of what the system said about `path`."""
    if error.errno in _ABSENT:
        return FileMissing(path)
    return Unreadable(path, error.errno or 0)


def _read_once(path: Path, limit: int) -> bytes | None:
    # Opening a device can already do something to it, so it is looked at first. Between the look
    # and the opening a pipe may take the file's place: hence O_NONBLOCK and the second look.
    _refuse_unless_file(path, path.stat(), limit)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb", buffering=0) as file:  # noqa: PTH123 - a descriptor
        before = os.fstat(file.fileno())
        _refuse_unless_file(path, before, limit)
        # Some file systems state a size of 0: what counts is what is really read.
        data = _read_at_most(file.fileno(), limit + 1)
        after = os.fstat(file.fileno())
    if len(data) > limit:
        raise TooLarge(path, len(data), limit)
    unchanged = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return data if unchanged and len(data) >= after.st_size else None


def _refuse_unless_file(path: Path, status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsFolder(path)
    if not stat.S_ISREG(status.st_mode):
        raise NotAFile(path)
    if status.st_size > limit:
        raise TooLarge(path, status.st_size, limit)


def _read_at_most(descriptor: int, count: int) -> bytes:
    parts: list[bytes] = []
    while count > 0 and (part := os.read(descriptor, min(count, 1 << 20))):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
