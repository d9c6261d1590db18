"""Reading a path that may hold anything: a named error, never a hang."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from reviewer.loading import reading
from reviewer.loading.errors import LoadError, LoadReason, TooLarge
from reviewer.loading.reading import read_file


def reason_of(path: Path) -> LoadReason:
    with pytest.raises(LoadError) as caught:
        read_file(path)
    return caught.value.reason


def test_all_bytes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = os.urandom(3_000_000)
    path.write_bytes(data)
    assert read_file(path) == data


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("x")
    for path in (tmp_path / "no.txt", tmp_path / "file.txt" / "below", tmp_path / "nul\0.txt"):
        assert reason_of(path) is LoadReason.MISSING


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert reason_of(tmp_path) is LoadReason.IS_FOLDER


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system")
@pytest.mark.timeout(20)
def test_a_pipe_a_socket_and_a_device_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.fspath(tmp_path / "s"))
        for path in (tmp_path / "pipe.txt", tmp_path / "s", Path("/dev/zero"), Path("/dev/tty")):
            assert reason_of(path) is LoadReason.NOT_A_FILE


def test_a_link_that_leads_to_itself_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "loop.txt"
    path.symlink_to(path)
    assert reason_of(path) is LoadReason.UNREADABLE


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert read_file(tmp_path / "link.txt") == b"abc"


def test_a_name_that_no_system_takes_is_unreadable(tmp_path: Path) -> None:
    assert reason_of(tmp_path / ("长" * 200 + ".txt")) is LoadReason.UNREADABLE


def test_a_refusal_of_the_system_is_told_in_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret.txt"
    path.write_bytes(b"abc")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied", os.fspath(path))

    monkeypatch.setattr(reading.os, "open", refuse)
    with pytest.raises(LoadError, match=r"secret\.txt: cannot be read: .+") as caught:
        read_file(path)
    assert caught.value.reason is LoadReason.UNREADABLE


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(TooLarge) as caught:
        read_file(path)
    assert caught.value.byte_count == 1 << 40
    path.write_bytes(b"12345")
    assert read_file(path, limit=5) == b"12345"
    with pytest.raises(TooLarge):
        read_file(path, limit=4)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc")
def test_what_is_read_counts_and_not_the_size_that_is_stated() -> None:
    assert read_file(Path("/proc/self/status"))
    with pytest.raises(TooLarge):
        read_file(Path("/proc/self/status"), limit=10)


@pytest.mark.parametrize(("changes", "reason"), [(1, None), (2, LoadReason.CHANGED)])
def test_a_file_that_grows_while_it_is_read_is_read_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: int, reason: LoadReason | None
) -> None:
    path = tmp_path / "growing.txt"
    path.write_bytes(b"one\n")
    left = changes
    system_read = os.read

    def read_and_grow(descriptor: int, count: int) -> bytes:
        nonlocal left
        data = system_read(descriptor, count)
        if left and not data:
            left -= 1
            with path.open("ab") as file:
                file.write(b"more\n")
        return data

    monkeypatch.setattr(reading.os, "read", read_and_grow)
    if reason is None:
        assert read_file(path) == b"one\nmore\n"
    else:
        assert reason_of(path) is reason
