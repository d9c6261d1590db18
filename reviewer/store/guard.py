"""One window for one store: a lock file beside it that says who holds it.

SQLite's own exclusive lock keeps other programs out. This one adds three things: it tells who the
holder is; it frees itself when the holder dies; and it holds inside one process too. The last
matters on POSIX, where a process loses its locks on a file as soon as it closes any descriptor of
that file, so the store's header must never be read while this process has the store open.
"""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

from reviewer.store.errors import StoreInUse

if sys.platform == "win32":
    import msvcrt

    _LOCKED_BYTE = 1 << 30  # far behind the words, which stay readable for others

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Guard:
    """The right to open one store, until it is released or the process ends."""

    def __init__(self, path: Path, descriptor: int) -> None:
        """Hold the lock file at `path`, open and locked as `descriptor`."""
        self._path = path
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, store: Path) -> Guard:
        """Take the right to open `store`.

        Raises:
            StoreInUse: somebody else has it, in this process or in another one.
            OSError: the lock file cannot be made.
        """
        path = store.with_name(store.name + ".lock")
        while True:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(descriptor)
            except (BlockingIOError, PermissionError):
                holder = os.read(descriptor, 300)
                os.close(descriptor)
                raise StoreInUse(store, *_holder(holder)) from None
            except OSError:
                # A file system without such locks: SQLite's own lock must do.
                return cls(path, descriptor)
            if _is_still_at(path, descriptor):
                break
            os.close(descriptor)
        os.truncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n{socket.gethostname()}\n".encode())
        return cls(path, descriptor)

    def release(self) -> None:
        """Give the right back and tidy the lock file away; a second time does nothing."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        if os.name == "nt":
            # An open file cannot be deleted there.
            os.close(descriptor)
            with suppress(OSError):
                self._path.unlink()
        else:
            with suppress(OSError):
                self._path.unlink()
            os.close(descriptor)


def _is_still_at(path: Path, descriptor: int) -> bool:
    """Whether the open file was not tidied away by its former holder in the meantime."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _holder(words: bytes) -> tuple[int | None, str | None]:
    lines = words.decode("utf-8", "replace").splitlines()
    if len(lines) < 2 or not lines[0].isdecimal():
        return None, None
    return int(lines[0]), lines[1]
