"""From what a user points at to loaded documents; what fails is told and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.loading.errors import LoadError
from reviewer.loading.sources import find_sources
from reviewer.loading.text_file import load_text_file
from reviewer.text.document import Document
from reviewer.text.progress import Progress, no_progress


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """The outcome for one file: its document, or why there is none.

    Attributes:
        path: the file.
        document: the loaded text, or None.
        error: why it was not loaded, or None.
    """

    path: Path
    document: Document | None
    error: LoadError | None


def iterate_files(paths: Sequence[Path]) -> Iterator[tuple[LoadedFile, int, int]]:
    """Load every file that `paths`, files and folders, stand for, one at a time.

    Yields:
        The outcome of one file, how many are done and how many there are; in reading order,
        folders that cannot be read last.
    """
    sources = find_sources(paths)
    total = len(sources.files) + len(sources.problems)
    for done, path in enumerate(sources.files, 1):
        yield _load(path), done, total
    for done, problem in enumerate(sources.problems, len(sources.files) + 1):
        yield LoadedFile(problem.path, None, problem), done, total


def load_files(paths: Sequence[Path], progress: Progress = no_progress) -> tuple[LoadedFile, ...]:
    """The outcomes of `iterate_files`, all together.

    Raises:
        Cancelled: from `progress`.
    """
    loaded: list[LoadedFile] = []
    for file, done, total in iterate_files(paths):
        progress("load", done, total)
        loaded.append(file)
    return tuple(loaded)


def _load(path: Path) -> LoadedFile:
    try:
        return LoadedFile(path, load_text_file(path), None)
    except LoadError as error:
        return LoadedFile(path, None, error)
