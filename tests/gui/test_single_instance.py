"""A second start hands its files to the first window; strangers and dead windows do no harm."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from opened_window import OpenedWindow
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from reviewer.gui.single_instance import (
    FORMAT,
    SingleInstance,
    may_be_running,
    message,
    paths_in,
    sockets_folder,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets have no folder there")

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from reviewer.gui.single_instance import SingleInstance
application = QCoreApplication([])
store, folder, *paths = map(Path, sys.argv[1:])
print(SingleInstance(store, folder).hand_over(paths))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of the sockets of this test alone."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return runtime


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def door(qtbot: QtBot, store: Path, folder: Path) -> SingleInstance:
    made = SingleInstance(store, folder)
    assert made.listen()
    return made


def second_start(qtbot: QtBot, *arguments: Path, cwd: Path | None = None) -> str:
    """What a process says that finds a window there, while this one goes on."""
    process = subprocess.Popen(
        [sys.executable, "-c", SECOND_START, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=cwd,
    )
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    said, _ = process.communicate()
    return said.strip()


def test_the_first_window_gets_the_files_of_the_second_start(
    qtbot: QtBot, door: SingleInstance, store: Path, folder: Path, tmp_path: Path
) -> None:
    asked: list[list[Path]] = []
    door.asked.connect(asked.append)
    assert second_start(qtbot, store, folder, Path("讲话 1.txt"), cwd=tmp_path) == "True"
    assert asked == [[tmp_path / "讲话 1.txt"]], "a relative path is meant from where it was given"
    other = store.parent / "." / store.name
    assert second_start(qtbot, other, folder) == "True", "one store under another name"
    assert asked[1] == []
    door.close()


def test_another_store_is_another_window(
    qtbot: QtBot, door: SingleInstance, folder: Path, tmp_path: Path
) -> None:
    assert not SingleInstance(tmp_path / "other.db", folder).hand_over([])
    door.close()


def test_a_dead_windows_socket_is_nobody_and_gives_way(
    qtbot: QtBot, store: Path, folder: Path
) -> None:
    import socket

    dead = SingleInstance(store, folder)
    with socket.socket(socket.AF_UNIX) as left_behind:
        left_behind.bind(dead.name)
    assert may_be_running(folder)
    assert not SingleInstance(store, folder).hand_over([])
    assert dead.listen()
    dead.close()
    assert not may_be_running(folder)


def test_nothing_is_loaded_where_no_window_can_be_there(folder: Path) -> None:
    code = (
        "import sys; from reviewer.gui.application import handed_over; "
        "print(handed_over([]), 'PySide6.QtNetwork' in sys.modules, 'platformdirs' in sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == ["False", "False", "False"]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"paths": ["/a"]}',
        b'{"format": "reviewer-open/1", "paths": "/a"}',
        b'{"format": "reviewer-open/1", "paths": ["relative"]}',
        b'{"format": "reviewer-open/1", "paths": ["/a", 7]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_request_is_refused(line: bytes) -> None:
    assert paths_in(line) is None


def test_names_that_are_no_utf8_arrive_as_they_are() -> None:
    odd = Path("/tmp/\udcff讲话\n.txt")
    line = message([odd])
    assert line.count(b"\n") == 1
    assert paths_in(line.rstrip(b"\n")) == [odd]
    assert FORMAT.encode() in line


def test_a_stranger_at_the_door_is_sent_away_and_the_next_is_heard(
    qtbot: QtBot, door: SingleInstance, store: Path, folder: Path
) -> None:
    stranger, silent = QLocalSocket(), QLocalSocket()
    for guest in (stranger, silent):
        guest.connectToServer(door.name)
        assert guest.waitForConnected(1000)
    stranger.write(b"hello\n")
    stranger.flush()
    gone = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: stranger.state() is gone)
    assert second_start(qtbot, store, folder, Path("/a.txt")) == "True"
    silent.abort()
    door.close()


def test_a_folder_that_others_can_enter_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = tmp_path / "public"
    public.mkdir()
    public.chmod(0o755)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(public))
    assert sockets_folder() != public


def test_the_window_opens_the_files_of_a_second_start(
    qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    opened = OpenedWindow(qtbot, tmp_path, single=True)
    source = tmp_path / "第二次.txt"
    source.write_text("同志們：責(zé)任重大。\n", encoding="utf-8")
    opened.window.showMinimized()
    assert second_start(qtbot, opened.store, folder, source) == "True"
    opened.wait_for_search()
    assert opened.workspace.stored is not None
    assert opened.workspace.stored.title == "第二次"
    assert not opened.window.isMinimized()
    opened.close()
    assert not may_be_running(folder), "the door is closed with the window"
