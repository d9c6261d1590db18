"""Exporting documents of the library: the cleaned text with what was decided, and its ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.export.files import OutputFolder, expect_not_among, write_whole
from reviewer.export.ledger import ledger_json
from reviewer.review.steps import DocumentId
from reviewer.store.documents import StoredDocument
from reviewer.text.errors import ReviewerError
from reviewer.text.wording import Language
from reviewer.workflow.desk import ReviewDesk


class NoSuchDocument(ReviewerError):
    """The library has no document of this title.

    Attributes:
        title: what was asked for.
    """

    def __init__(self, title: str) -> None:
        super().__init__(f"the library has no document called {title!r}")
        self.title = title


@dataclass(frozen=True, slots=True)
class ExportedText:
    """One exported document: its number, where its text went and how many changes it has."""

    document: DocumentId
    target: Path
    edits: int


def named(desk: ReviewDesk, titles: Sequence[str]) -> list[StoredDocument]:
    """The documents with these titles or numbers, or all where none are given.

    Raises:
        NoSuchDocument: there is none.
    """
    documents = desk.documents()
    if not titles:
        return list(documents)
    chosen: list[StoredDocument] = []
    for title in titles:
        matching = [row for row in documents if title in (row.title, str(row.id))]
        if not matching:
            raise NoSuchDocument(title)
        chosen += matching
    return chosen


def export_documents(
    desk: ReviewDesk, documents: Sequence[StoredDocument], output: Path, language: Language
) -> list[ExportedText]:
    """Write the cleaned text and the ledger of each document into the folder `output`.

    Raises:
        ExportError: a file cannot be written.
        TextDamaged: a text of the store is not what was saved.
    """
    folder = OutputFolder(output, [row.origin.path for row in desk.documents()])
    exported: list[ExportedText] = []
    for row in documents:
        cleaned = desk.reviewed(row.id).cleaned(language)
        name = folder.name_for(row.origin.path)
        target = folder.write_text(name, cleaned.text, row.origin.newline)
        folder.write_ledger(name, ledger_json(row.origin, cleaned.ledger))
        exported.append(ExportedText(row.id, target, len(cleaned.ledger)))
    return exported


def export_text(desk: ReviewDesk, document: StoredDocument, target: Path) -> None:
    """Write the cleaned text of one document to a file of the user's choice.

    Raises:
        ExportError: it cannot be written, or it is the source of a document.
    """
    cleaned = desk.reviewed(document.id).cleaned(Language.CHINESE)
    expect_not_among(target, [row.origin.path for row in desk.documents()])
    write_whole(target, cleaned.text.replace("\n", document.origin.newline.characters))
