"""Splitting collections: each speech of a file becomes a document of its own, the file stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reviewer.export.files import OutputFolder
from reviewer.export.parts import parts_json
from reviewer.loading.errors import LoadError
from reviewer.review.speeches import Part, find_parts
from reviewer.review.steps import DocumentId
from reviewer.text.document import Document
from reviewer.text.progress import Progress, no_progress
from reviewer.text.wording import Language
from reviewer.workflow.desk import ReviewDesk
from reviewer.workflow.importing import load_files


class PartShelf(Protocol):
    """Where parts are kept: a library that knows which document each was taken from."""

    def add_part(self, part: Document, parent: DocumentId, place: Part) -> DocumentId:
        """Keep `part`, the stretch `place.span` of the source text of `parent`.

        A part that is already there keeps its number. The title is that of `place`.
        """
        ...


@dataclass(frozen=True, slots=True)
class SplitFile:
    """One file that was looked at.

    Attributes:
        source: the file.
        parts: the speeches in it; none where it is one speech.
        targets: where each of them was written.
    """

    source: Path
    parts: tuple[Part, ...]
    targets: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class SplittingOutcome:
    """What was split and what could not be read."""

    files: tuple[SplitFile, ...]
    errors: tuple[LoadError, ...]


def documents_of(whole: Document, parts: Sequence[Part]) -> tuple[Document, ...]:
    """A document for each part: its own text, and the origin of the file that it came in."""
    return tuple(Document(part.span.of(whole.text), whole.origin) for part in parts)


def split_document(shelf: PartShelf, parent: DocumentId, whole: Document) -> tuple[DocumentId, ...]:
    """Take each speech of a collection into the library; the whole stays as it is.

    Args:
        shelf: the library.
        parent: the number of the collection in it.
        whole: the collection: its source text and its origin.

    Returns:
        The numbers of the parts, in order; none where the document is one speech.
    """
    parts = find_parts(whole.text)
    return tuple(
        shelf.add_part(document, parent, part)
        for part, document in zip(parts, documents_of(whole, parts), strict=True)
    )


def split_in_library(desk: ReviewDesk, document: DocumentId) -> tuple[DocumentId, ...]:
    """Put the speeches of a collection in its place in the library.

    The collection leaves the library, or every speech would be a copy of a part of it. It comes
    back with all that was done to it when its file is opened again.

    Returns:
        The numbers of the parts, in order; none where the document is one speech and stays.
    """
    stored = next(row for row in desk.documents() if row.id == document)
    whole = Document(desk.reviewed(document).source, stored.origin)
    numbers = split_document(desk, document, whole)
    if numbers:
        desk.remove(document)
    return numbers


def split_files(
    paths: Sequence[Path], output: Path, language: Language, progress: Progress = no_progress
) -> SplittingOutcome:
    """Write every speech of the collections among `paths` into a file of its own.

    Beside the speeches of each file stands a list of them with their places in it. Files that are
    one speech are left alone. No source is ever written.

    Raises:
        ExportError: a result cannot be written.
        Cancelled: from `progress`.
    """
    files = load_files(paths, progress)
    folder = OutputFolder(output, [file.path for file in files])
    split = tuple(
        _split(folder, file.path, file.document, language)
        for file in files
        if file.document is not None
    )
    return SplittingOutcome(split, tuple(file.error for file in files if file.error is not None))


def _split(folder: OutputFolder, source: Path, whole: Document, language: Language) -> SplitFile:
    parts = find_parts(whole.text)
    if not parts:
        return SplitFile(source, (), ())
    name = folder.name_for(source)
    digits = max(2, len(str(len(parts))))
    targets: list[Path] = []
    for place, document in enumerate(documents_of(whole, parts), 1):
        part_name = folder.name_for(Path(f"{name}-{place:0{digits}}.txt"))
        targets.append(folder.write_text(part_name, document.text, whole.origin.newline))
    files = [target.name for target in targets]
    folder.write_parts(name, parts_json(whole, parts, files, language))
    return SplitFile(source, parts, tuple(targets))
