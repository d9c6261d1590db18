"""Which files a person means who names files and folders."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewer.loading.errors import LoadError, TooManyFiles
from reviewer.loading.reading import load_error
from reviewer.text.progress import Progress, no_progress

TEXT_SUFFIXES = frozenset({".txt"})
"""What files are taken from a folder, by suffix in lower case."""

MOST_FILES = 20_000
"""The most files that are taken from folders into one batch."""

_DEEPEST = 32
_NUMBER = re.compile("([0-9]+)")


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a batch.

    Attributes:
        files: each file once, in the order in which people sort them (2 before 10).
        problems: folders that could not be read, or not to the end.
    """

    files: tuple[Path, ...]
    problems: tuple[LoadError, ...]


def find_sources(
    paths: Iterable[Path], *, progress: Progress = no_progress, most: int = MOST_FILES
) -> Sources:
    """The files that `paths` stand for.

    A path that is not a folder is taken as it is, whatever its suffix and whether it is there or
    not: loading it says what is the matter. A folder is searched with all folders in it for text
    files, 32 folders deep. Hidden files and folders inside it are passed over, and so are links to
    folders, so that the search ends and stays where it was sent.

    Args:
        paths: files and folders.
        progress: called after each folder with the number of files so far; the total is not known
            and given as 0.
        most: how many files may be taken from folders.

    Raises:
        Cancelled: by `progress`.
    """
    found: dict[str, Path] = {}
    problems: list[LoadError] = []
    for path in paths:
        if not _is_folder(path):
            found.setdefault(_identity(path), path)
            continue
        for files in _walk(path, problems):
            room = max(most - len(found), 0)
            for file in files[:room]:
                found.setdefault(_identity(file), file)
            progress("find files", len(found), 0)
            if len(files) > room:
                problems.append(TooManyFiles(path, most))
                break
    return Sources(tuple(sorted(found.values(), key=_reading_order)), tuple(problems))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _identity(path: Path) -> str:
    """Equal for two ways to name one file."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return os.fspath(path)


def _walk(top: Path, problems: list[LoadError]) -> Iterator[list[Path]]:
    """The text files of `top` and of every folder below it, folder by folder."""
    waiting = [(top, 0)]
    while waiting:
        folder, depth = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                visible = [entry for entry in entries if not entry.name.startswith(".")]
            below = [entry.name for entry in visible if entry.is_dir(follow_symlinks=False)]
        except OSError as error:
            problems.append(load_error(folder, error))
            continue
        if depth < _DEEPEST:
            waiting.extend((folder / name, depth + 1) for name in below)
        yield sorted(folder / entry.name for entry in visible if _is_text_file(entry))


def _is_text_file(entry: os.DirEntry[str]) -> bool:
    if Path(entry.name).suffix.lower() not in TEXT_SUFFIXES:
        return False
    try:
        return entry.is_file()
    except OSError:
        return False


def _reading_order(path: Path) -> list[list[tuple[int, str]]]:
    """A key that sorts the numbers in names by value."""
    return [
        # Every second piece is a number.
        [(int(piece), "") if place % 2 else (-1, piece) for place, piece in enumerate(pieces)]
        for pieces in map(_NUMBER.split, path.parts)
    ]
