"""Documents, the files that they came from, and the versions of their texts."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reviewer.loading.names import shown_name
from reviewer.review.role import Role
from reviewer.review.status import Status
from reviewer.review.steps import DocumentId
from reviewer.store.connection import Row, StoreConnection, now
from reviewer.store.errors import UnknownDocument
from reviewer.store.fingerprints import TextPrints, keep_fingerprints
from reviewer.store.texts import PackedText, keep_text, text_hash, version_text
from reviewer.text.document import Document, Newline, Origin

LOADED = "loaded"
"""The outcome of a source file that became a document."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document of the library, without its text.

    Attributes:
        id: its number for life.
        title: its name for people; at first the file's name, hidden characters escaped.
        origin: where it came from.
        characters: the length of its text of record, in code points.
        added_at: when it was added, in UTC.
        role: what it is to the editor.
        status: how far it is.
        batch: the number of the import that it came with, or None for one from before.
        worked_at: when something was last done to it, in UTC, or None.
    """

    id: DocumentId
    title: str
    origin: Origin
    characters: int
    added_at: datetime
    role: Role = Role.INCOMING
    status: Status = Status.NEW
    batch: int | None = None
    worked_at: datetime | None = None


def add_document(
    connection: StoreConnection,
    document: Document,
    prints: TextPrints | None = None,
    packed: PackedText | None = None,
) -> DocumentId:
    """Keep a document; the same bytes from the same path, read the same way, are the same one.

    A document that was removed from the library comes back with everything that was done to it.
    The fingerprints of its text come into the library index with it. `packed` is its text, where
    that was packed before.
    """
    known = _known(connection, document, packed)
    with connection.writing():
        if known is not None:
            bring_back(connection, known)
            return known
        title = shown_name(Path(document.origin.path.stem))
        return keep_new_document(connection, title, document, prints, packed)


def bring_back(connection: StoreConnection, document: DocumentId) -> None:
    """Let a document be in the library again, inside a transaction."""
    connection.execute(
        "UPDATE document SET removed_at = NULL WHERE id = ? AND removed_at IS NOT NULL",
        (document,),
    )


def keep_new_document(
    connection: StoreConnection,
    title: str,
    document: Document,
    prints: TextPrints | None,
    packed: PackedText | None = None,
) -> DocumentId:
    """Keep a document that is not there yet, inside a transaction; its number."""
    number = connection.insert("document", {"title": title, "added_at": now()})
    _keep_source(connection, number, document.origin)
    keep_version(connection, number, document.text, packed)
    if prints is not None:
        keep_fingerprints(connection, number, prints)
    return number


def _known(
    connection: StoreConnection, document: Document, packed: PackedText | None
) -> DocumentId | None:
    origin = document.origin
    digest = packed.digest if packed else text_hash(document.text)
    row = connection.row(
        "SELECT source.document FROM source"
        " JOIN version ON version.document = source.document AND version.seq = 0"
        " JOIN blob ON blob.id = version.blob"
        " WHERE source.sha256 = ? AND source.path_bytes = ? AND blob.sha256 = ?"
        " AND source.document NOT IN (SELECT document FROM part)",
        (bytes.fromhex(origin.sha256), _path_bytes(origin.path), digest),
    )
    return None if row is None else row[0]


def _keep_source(connection: StoreConnection, number: DocumentId, origin: Origin) -> None:
    connection.insert(
        "source",
        {
            "document": number,
            "outcome": LOADED,
            "path_bytes": _path_bytes(origin.path),
            "path_shown": shown_name(origin.path),
            "size": origin.byte_count,
            "sha256": bytes.fromhex(origin.sha256),
            "encoding": origin.encoding,
            "runner_up": origin.runner_up,
            "confidence": origin.confidence,
            "newline": origin.newline.value,
            "had_bom": origin.had_bom,
            "at": now(),
        },
    )


def record_refusal(
    connection: StoreConnection, path: Path, reason: str, byte_count: int | None
) -> None:
    """Note that a file could not become a document, for the import report.

    Args:
        connection: the store.
        path: the file.
        reason: one word for why, such as the name of the loader's error; not `loaded`.
        byte_count: the file's size, where it is known.

    Raises:
        StoreRuleBroken: the reason is `loaded`.
    """
    with connection.writing():
        connection.insert(
            "source",
            {
                "outcome": reason,
                "path_bytes": _path_bytes(path),
                "path_shown": shown_name(path),
                "size": byte_count,
                "at": now(),
            },
        )


_DOCUMENTS = (
    "SELECT document.id, title, added_at, path_bytes, encoding, runner_up, confidence, newline,"
    " had_bom, size, source.sha256, blob.characters, role, status, batch, step_event.at"
    " FROM document"
    " JOIN source ON source.document = document.id"
    " JOIN version ON version.document = document.id AND version.seq = 0"
    " JOIN blob ON blob.id = version.blob"
    " LEFT JOIN step_event ON step_event.id = last_event"
    " WHERE removed_at IS NULL"
)


def documents(
    connection: StoreConnection, only: DocumentId | None = None
) -> tuple[StoredDocument, ...]:
    """The documents of the library in the order in which they were added; no text is read.

    Args:
        connection: the store.
        only: the number of the one document that is wanted, or None for all.
    """
    if only is None:
        rows = connection.rows(f"{_DOCUMENTS} ORDER BY document.id")
    else:
        rows = connection.rows(f"{_DOCUMENTS} AND document.id = ?", (only,))
    with connection.decoding("documents"):
        return tuple(_stored_document(connection, row) for row in rows)


def _stored_document(connection: StoreConnection, row: Row) -> StoredDocument:
    number, title, added_at, path, encoding, runner_up, confidence, newline = row[:8]
    had_bom, size, digest, characters, role, status, batch, worked_at = row[8:]
    origin = Origin(
        path=Path(os.fsdecode(path)),
        encoding=encoding,
        runner_up=runner_up,
        confidence=confidence,
        newline=connection.meaning(Newline, newline),
        had_bom=bool(had_bom),
        byte_count=size,
        sha256=digest.hex(),
    )
    return StoredDocument(
        number,
        title,
        origin,
        characters,
        datetime.fromisoformat(added_at),
        connection.meaning(Role, role),
        connection.meaning(Status, status),
        batch,
        None if worked_at is None else datetime.fromisoformat(worked_at),
    )


def touch(connection: StoreConnection, numbers: Iterable[DocumentId], event: int) -> None:
    """Note, inside a transaction, which event touched documents last; new ones are in review."""
    connection.execute_many(
        "UPDATE document SET last_event = ?,"
        " status = CASE status WHEN ? THEN ? ELSE status END WHERE id = ?",
        [(event, Status.NEW.value, Status.IN_REVIEW.value, number) for number in numbers],
    )


def set_role(connection: StoreConnection, documents: Iterable[DocumentId], role: Role) -> None:
    """Keep what some documents are to the editor.

    Raises:
        UnknownDocument: there is none with one of these numbers.
    """
    numbers = list(documents)
    for number in numbers:
        expect_document(connection, number)
    with connection.writing():
        connection.execute_many(
            "UPDATE document SET role = ? WHERE id = ?",
            [(role.value, number) for number in numbers],
        )


def remove_document(connection: StoreConnection, document: DocumentId) -> None:
    """Take a document out of the library; its texts and what was done to it are kept.

    Raises:
        UnknownDocument: there is none with this number.
    """
    expect_document(connection, document)
    with connection.writing():
        connection.execute(
            "UPDATE document SET removed_at = ? WHERE id = ? AND removed_at IS NULL",
            (now(), document),
        )


def with_role(connection: StoreConnection, role: Role) -> frozenset[DocumentId]:
    """The documents of the library that are this to the editor."""
    rows = connection.rows(
        "SELECT id FROM document WHERE removed_at IS NULL AND role = ?", (role.value,)
    )
    return frozenset(row[0] for row in rows)


def source_text(connection: StoreConnection, document: DocumentId) -> str:
    """The text of record.

    Raises:
        UnknownDocument: there is no document with this number.
        TextDamaged: the text is not what was saved.
    """
    row = connection.row("SELECT id FROM version WHERE document = ? AND seq = 0", (document,))
    if row is None:
        raise UnknownDocument(document)
    return version_text(connection, row[0])


def keep_version(
    connection: StoreConnection,
    document: DocumentId,
    text: str,
    packed: PackedText | None = None,
) -> int:
    """Keep a state of a document's text, inside a transaction; the id of its version.

    A state that was kept before is not kept again. `packed` is the same text, packed before.
    """
    blob = keep_text(connection, text, packed)
    known = connection.row(
        "SELECT id FROM version WHERE document = ? AND blob = ?", (document, blob)
    )
    if known is not None:
        return known[0]
    newest = connection.row("SELECT max(seq) FROM version WHERE document = ?", (document,))
    seq = 0 if newest is None or newest[0] is None else newest[0] + 1
    return connection.insert(
        "version", {"document": document, "seq": seq, "blob": blob, "made_at": now()}
    )


def expect_document(connection: StoreConnection, document: DocumentId) -> None:
    """Make sure that there is a document with this number, removed or not.

    Raises:
        UnknownDocument: there is none.
    """
    if connection.row("SELECT 1 FROM document WHERE id = ?", (document,)) is None:
        raise UnknownDocument(document)


def _path_bytes(path: Path) -> bytes:
    """The path as the file system has it; absolute, for the store outlives the current folder."""
    return os.fsencode(path.absolute())
