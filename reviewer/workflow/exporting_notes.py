"""Exporting notes: those of some documents or of the library, as a table, Markdown or JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reviewer.export.files import expect_not_among, write_whole
from reviewer.export.notes_list import NOTE_FORMATS, NoteLine
from reviewer.store.documents import StoredDocument
from reviewer.text.errors import ReviewerError
from reviewer.text.wording import Language
from reviewer.workflow.desk import ReviewDesk


class NotesFormatUnknown(ReviewerError):
    """A list of notes cannot be written in the format that its file's name asks for.

    Attributes:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        known = ", ".join(NOTE_FORMATS)
        super().__init__(f"{path}: notes are written to files that end in {known}")
        self.path = path


def export_notes(
    desk: ReviewDesk, documents: Sequence[StoredDocument], target: Path, language: Language
) -> int:
    """Write the notes of `documents` to a file; its suffix says in which format.

    Returns:
        How many notes there were. A list without notes is written too.

    Raises:
        NotesFormatUnknown: no format has this suffix.
        ExportError: the file cannot be written, or is the source of a document.
        TextDamaged: a text of the store is not what was saved.
    """
    write = NOTE_FORMATS.get(target.suffix.lower())
    if write is None:
        raise NotesFormatUnknown(target)
    expect_not_among(target, [row.origin.path for row in desk.documents()])
    lines = [line for row in documents for line in _lines(desk, row)]
    write_whole(target, write(lines, language))
    return len(lines)


def _lines(desk: ReviewDesk, document: StoredDocument) -> Iterator[NoteLine]:
    """The notes of one document. Only documents that have notes are read."""
    notes = desk.notes.of(document.id)
    if not notes:
        return
    times = desk.notes.times()
    was_open = desk.has_open(document.id)
    text = desk.text_of(document.id)
    if not was_open:
        desk.put_away([document.id])
    paragraph, counted = 1, 0
    for note in notes:
        start = note.annotation.span.start
        paragraph += text.count("\n", counted, start)
        counted = start
        yield NoteLine(document.title, note.annotation, paragraph, times.get(note.step))
