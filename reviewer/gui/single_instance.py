"""One window for one store: a second start hands its files to the first window and ends.

The windows meet at a local socket that only this user can reach, named after the store. What the
second start sends is one line of JSON; the first answers with one line when it has it. Qt's
network library is loaded where another window may be there, and otherwise after the first paint.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDir, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

FORMAT = "reviewer-open/1"
PREFIX = "reviewer-"
ANSWER = b"taken\n"
LONGEST_MESSAGE = 1 << 20
"""Bytes; more is not read."""

CONNECT_TIME = 500
ANSWER_TIME = 3000
"""Milliseconds to reach a window and to hear from it."""


class SingleInstance(QObject):
    """The door of one store's window.

    Signals:
        asked(list[Path]): another start was asked to open these files, perhaps none.
    """

    asked = Signal(object)

    def __init__(self, store: Path, folder: Path | None, parent: QObject | None = None) -> None:
        """A door that is not open yet.

        Args:
            store: the store file.
            folder: where sockets stand, for this user alone; None where the system keeps names
                for sockets (Windows).
            parent: the owner.
        """
        super().__init__(parent)
        self._store = store
        self._folder = folder
        self._server: QLocalServer | None = None
        self._heard: dict[QLocalSocket, bytes] = {}

    @property
    def name(self) -> str:
        """The name of the socket: the same for every way to write the store's path."""
        from hashlib import blake2b

        place = os.path.normcase(os.path.realpath(self._store))
        digest = blake2b(os.fsencode(place), digest_size=10).hexdigest()
        name = f"{PREFIX}{digest}"
        return name if self._folder is None else str(self._folder / name)

    def hand_over(self, paths: Sequence[Path]) -> bool:
        """Let the window that is there open `paths` and come to the front.

        Args:
            paths: files and folders; relative ones are meant from here.

        Returns:
            Whether there is one that took them.
        """
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self.name)
        if not socket.waitForConnected(CONNECT_TIME):
            return False
        socket.write(message(paths))
        while not socket.canReadLine():
            if not socket.waitForReadyRead(ANSWER_TIME):
                return False
        return socket.readLine().data() == ANSWER

    def listen(self) -> bool:
        """Open the door; whoever holds the store may take away the socket of a dead window.

        Returns:
            Whether it is open. Where it is not, a second start tells that the store is in use.
        """
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._greet)
        QLocalServer.removeServer(self.name)
        if not server.listen(self.name):
            return False
        self._server = server
        return True

    def close(self) -> None:
        """Close the door and take its name away."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _greet(self) -> None:
        while self._server is not None and (guest := self._server.nextPendingConnection()):
            self._heard[guest] = b""
            guest.readyRead.connect(lambda guest=guest: self._hear(guest))
            guest.disconnected.connect(lambda guest=guest: self._part(guest))
            self._hear(guest)

    def _hear(self, guest: QLocalSocket) -> None:
        if guest not in self._heard:
            return
        self._heard[guest] += guest.readAll().data()
        line, ended, _ = self._heard[guest].partition(b"\n")
        if not ended and len(line) < LONGEST_MESSAGE:
            return
        paths = paths_in(line) if ended else None
        if paths is None:
            guest.abort()
            return
        self._heard[guest] = b""
        guest.write(ANSWER)
        guest.flush()
        guest.disconnectFromServer()
        self.asked.emit(paths)

    def _part(self, guest: QLocalSocket) -> None:
        self._heard.pop(guest, None)
        guest.deleteLater()


def message(paths: Sequence[Path]) -> bytes:
    """The line that asks to open `paths`, in ASCII: a name that is no UTF-8 keeps its bytes."""
    import json

    names = [str(path.absolute()) for path in paths]
    return json.dumps({"format": FORMAT, "paths": names}).encode("ascii") + b"\n"


def paths_in(line: bytes) -> list[Path] | None:
    """The paths that a line asks for, or None where it is no such line."""
    import json

    try:
        asked: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(asked, dict):
        return None
    told = cast("dict[str, object]", asked)
    names = told.get("paths")
    if told.get("format") != FORMAT or not isinstance(names, list):
        return None
    paths = [Path(name) for name in cast("list[object]", names) if isinstance(name, str)]
    whole = len(paths) == len(names) and all(path.is_absolute() for path in paths)
    return paths if whole else None


def sockets_folder() -> Path | None:
    """Where the sockets of this user stand; it belongs to them and nobody else can enter it.

    Raises:
        OSError: there is no such place.
    """
    if sys.platform == "win32":
        return None
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and _is_private(Path(runtime)):
        return Path(runtime)
    own = Path(QDir.tempPath()) / f"{PREFIX}{os.getuid()}"
    own.mkdir(mode=0o700, exist_ok=True)
    if not _is_private(own):
        raise PermissionError(f"{own} belongs to somebody else")
    return own


def _is_private(folder: Path) -> bool:
    try:
        facts = folder.lstat()
    except OSError:
        return False
    return folder.is_dir() and facts.st_uid == os.getuid() and not facts.st_mode & 0o077


def may_be_running(folder: Path | None) -> bool:
    """Whether some window of this user may be there: cheap, and right whenever it says no."""
    if folder is None:
        return True
    with os.scandir(folder) as entries:
        return any(entry.name.startswith(PREFIX) for entry in entries)
