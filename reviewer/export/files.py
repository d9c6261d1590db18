"""Writes results to disk: whole or not at all, and never over a source file."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from reviewer.text.document import Newline
from reviewer.text.errors import ReviewerError


class ExportError(ReviewerError):
    """A result could not be written.

    Attributes:
        path: where it should have gone.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path


class OutputFolder:
    """A folder that results are written to, with names that never meet each other or a source."""

    def __init__(self, folder: Path, sources: Iterable[Path]) -> None:
        """Prepare `folder`, which is made where it is missing.

        Args:
            folder: where results go.
            sources: files that must not be written, whatever happens.

        Raises:
            ExportError: the folder cannot be made.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise ExportError(folder, problem.strerror or str(problem)) from problem
        self._folder = folder
        self._sources = {_identity(path) for path in sources}
        self._taken: set[str] = set()

    def name_for(self, source: Path) -> str:
        """A file name without suffix for the results of `source`, not used before."""
        stem = source.stem if source.suffix.lower() == ".txt" else source.name
        name, number = stem, 1
        while name.casefold() in self._taken or _identity(self._text(name)) in self._sources:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.casefold())
        return name

    def _text(self, name: str) -> Path:
        return self._folder / f"{name}.txt"

    def write_text(self, name: str, text: str, newline: Newline) -> Path:
        """Write a cleaned text in UTF-8 with the source's newlines; returns where it stands.

        Raises:
            ExportError: it cannot be written; what stood there before still does.
        """
        path = self._text(name)
        write_whole(path, text.replace("\n", newline.characters))
        return path

    def write_ledger(self, name: str, ledger: str) -> Path:
        """Write a ledger beside its text; returns where it stands.

        Raises:
            ExportError: it cannot be written.
        """
        path = self._folder / f"{name}.ledger.json"
        write_whole(path, ledger)
        return path

    def write_parts(self, name: str, parts: str) -> Path:
        """Write the list of a collection's parts; returns where it stands.

        Raises:
            ExportError: it cannot be written.
        """
        path = self._folder / f"{name}.parts.json"
        write_whole(path, parts)
        return path


def expect_not_among(target: Path, sources: Iterable[Path]) -> None:
    """Check that writing `target` overwrites none of `sources`.

    Raises:
        ExportError: it is one of them.
    """
    if _identity(target) in {_identity(path) for path in sources}:
        raise ExportError(target, "is a source file, and sources are never written")


def write_whole(path: Path, text: str) -> None:
    """Write `text` to `path` in UTF-8 so that at any moment the old or the new file is whole.

    Raises:
        ExportError: it cannot be written; what stood there before still does.
    """
    try:
        data = text.encode("utf-8", "surrogatepass")
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:80]}.")
        part = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            part.chmod(0o644)
            part.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink()
            raise
    except OSError as problem:
        raise ExportError(path, problem.strerror or str(problem)) from problem


def _identity(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))
