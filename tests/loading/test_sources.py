"""Which files a person means who names files and folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.loading.errors import LoadReason
from reviewer.loading.sources import find_sources
from reviewer.text.progress import Cancelled


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("讲话", encoding="utf-8")


def names_below(folder: Path, *paths: Path) -> list[str]:
    sources = find_sources(paths or [folder])
    assert not sources.problems
    return [path.relative_to(folder).as_posix() for path in sources.files]


def test_a_folder_gives_its_text_files_and_those_of_its_folders(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "A.TXT", "notes.docx", "txt", "2024/春/c.Txt", "2024/d.txt.bak")
    assert names_below(tmp_path) == ["2024/春/c.Txt", "A.TXT", "b.txt"]


def test_numbers_in_names_are_sorted_by_value(tmp_path: Path) -> None:
    make(tmp_path, "讲话10.txt", "讲话2.txt", "讲话1.txt", "x²3.txt", "9" * 200 + ".txt")
    assert names_below(tmp_path) == [
        "9" * 200 + ".txt",
        "x²3.txt",
        "讲话1.txt",
        "讲话2.txt",
        "讲话10.txt",
    ]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, ".hidden.txt", ".git/a.txt", "seen.txt")
    assert names_below(tmp_path) == ["seen.txt"]


def test_a_named_file_is_always_tried(tmp_path: Path) -> None:
    make(tmp_path, "speech", ".hidden.txt", "page.html")
    names = ("speech", ".hidden.txt", "page.html", "missing.txt", "nul\0.txt", "长" * 200 + ".txt")
    named = [tmp_path / name for name in names]
    assert set(find_sources(named).files) == set(named)


def test_a_file_that_is_named_twice_is_taken_once(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    (tmp_path / "link.txt").symlink_to("b.txt")
    again = tmp_path / "." / ".." / tmp_path.name / "a.txt"
    assert find_sources([tmp_path / "a.txt", again, tmp_path]).files[0] == tmp_path / "a.txt"
    assert len(find_sources([tmp_path / "a.txt", again, tmp_path]).files) == 2


@pytest.mark.timeout(20)
def test_links_to_folders_are_not_followed_inside_a_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    make(outside, "private.txt")
    make(tmp_path / "in", "a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in" / "away").symlink_to(outside, target_is_directory=True)
    (tmp_path / "in" / "broken.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "in" / "itself.txt").symlink_to(tmp_path / "in" / "itself.txt")
    assert names_below(tmp_path, tmp_path / "in") == ["in/a.txt"]
    named = tmp_path / "in" / "away"
    assert find_sources([named]).files == (named / "private.txt",)


def test_folders_are_searched_to_a_depth_that_no_person_makes(tmp_path: Path) -> None:
    deep = Path(*["d"] * 32)
    make(tmp_path, f"{deep}/a.txt", f"{deep}/d/too-deep.txt")
    assert names_below(tmp_path) == [f"{deep}/a.txt"]


def test_a_folder_that_cannot_be_read_is_a_problem_and_no_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "good/a.txt", "locked/b.txt")
    from reviewer.loading import sources

    scan = sources.os.scandir

    def scan_or_refuse(folder: Path) -> object:
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(sources.os, "scandir", scan_or_refuse)
    found = find_sources([tmp_path])
    assert [path.name for path in found.files] == ["a.txt"]
    assert [(p.reason, p.path.name) for p in found.problems] == [(LoadReason.UNREADABLE, "locked")]


def test_a_flood_of_files_is_cut_and_told(tmp_path: Path) -> None:
    make(tmp_path, *(f"{number}.txt" for number in range(12)))
    make(tmp_path / "below", "a.txt")
    exact = find_sources([tmp_path], most=13)
    cut = find_sources([tmp_path], most=5)
    assert (len(exact.files), exact.problems) == (13, ())
    assert len(cut.files) == 5
    assert [problem.reason for problem in cut.problems] == [LoadReason.TOO_MANY_FILES]


def test_the_search_can_be_cancelled(tmp_path: Path) -> None:
    make(tmp_path, "a/b/c.txt")
    seen: list[int] = []

    def stop_soon(stage: str, done: int, total: int) -> None:
        seen.append(done)
        if len(seen) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        find_sources([tmp_path], progress=stop_soon)
    assert len(seen) == 2
