"""Documents that were taken out of collections, with their places there."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.review.steps import DocumentId
from reviewer.store.connection import StoreConnection
from reviewer.store.documents import bring_back, expect_document, keep_new_document, source_text
from reviewer.store.fingerprints import TextPrints
from reviewer.text.document import Document
from reviewer.text.span import Span


@dataclass(frozen=True, slots=True)
class PartPlace:
    """Where a part was taken from.

    Attributes:
        parent: the collection.
        span: the part's place in the collection's text of record.
    """

    parent: DocumentId
    span: Span


def add_part(
    connection: StoreConnection,
    document: Document,
    place: PartPlace,
    title: str,
    prints: TextPrints | None,
) -> DocumentId:
    """Keep a part of a collection as a document of its own; what is there keeps its number.

    Args:
        connection: the store.
        document: the part's own text, and the origin of the file that it came in.
        place: where it was taken from.
        title: its name for people.
        prints: the fingerprints of its text, for the library index.

    Raises:
        UnknownDocument: there is no such collection.
        ValueError: the collection has another text in that place.
    """
    expect_document(connection, place.parent)
    if place.span.of(source_text(connection, place.parent)) != document.text:
        raise ValueError(f"document {place.parent} has another text at {place.span}")
    span = place.span
    known = connection.row(
        "SELECT document FROM part WHERE parent = ? AND start = ? AND stop = ?",
        (place.parent, span.start, span.end),
    )
    with connection.writing():
        if known is not None:
            bring_back(connection, known[0])
            return known[0]
        number = keep_new_document(connection, title, document, prints)
        connection.execute(
            "UPDATE document SET batch = (SELECT batch FROM document WHERE id = ?) WHERE id = ?",
            (place.parent, number),
        )
        connection.insert(
            "part",
            {"document": number, "parent": place.parent, "start": span.start, "stop": span.end},
        )
    return number


def parts(connection: StoreConnection) -> dict[DocumentId, PartPlace]:
    """Where each part was taken from, removed ones too."""
    rows = connection.rows("SELECT document, parent, start, stop FROM part ORDER BY document")
    with connection.decoding("part"):
        return {
            document: PartPlace(parent, Span(start, stop)) for document, parent, start, stop in rows
        }
