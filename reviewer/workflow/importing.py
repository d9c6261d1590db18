"""From what a user points at to loaded documents; what fails is told and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.loading.errors import LoadError
from reviewer.loading.sources import find_sources
from reviewer.loading.text_file import load_text_file
from reviewer.store.fingerprints import TextPrints
from reviewer.store.texts import PackedText, packed_text
from reviewer.text.document import Document
from reviewer.text.progress import Progress, no_progress
from reviewer.workflow.library_index import prints_of


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


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the library wants of a text, made before the library gets it: on any thread.

    Attributes:
        prints: its fingerprints.
        packed: the text as the store keeps it.
    """

    prints: TextPrints
    packed: PackedText


def prepared(document: Document) -> Prepared:
    """All that takes long when a document is taken into a library."""
    return Prepared(prints_of(document.text), packed_text(document.text))


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
