"""The library index in the store: which documents have a fingerprint, kept with the documents.

New fingerprints are one row and are read through from end to end; when there are many such rows,
`post` puts them into the table that is looked up by hash, all in order. So a document costs one
small write when it comes in, and a look-up costs the same in a library of any size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.review.steps import DocumentId
from reviewer.store.connection import StoreConnection
from reviewer.store.texts import text_hash

if TYPE_CHECKING:
    # Brings numpy, which an open store does without until the index is used.
    import numpy as np
    from numpy.typing import NDArray

    from reviewer.repeats.fingerprints import Fingerprints

MOST_HOLDERS = 200
"""So many documents are named for one fingerprint. What more have is a phrase that all use; and
where it is not, because there are a thousand copies, the first ones stand for the others."""

POSTED_FROM = 256
"""So many new documents are read through at every look-up, which takes 2 to 3 ms."""

_ASKED_AT_ONCE = 500
"""Fingerprints that one query looks up."""

_STORED = "<u4"
_STORED_BYTES = 4


@dataclass(frozen=True, slots=True)
class TextPrints:
    """The fingerprints of one text of a document, ready to be kept.

    Attributes:
        text: the text.
        hashes: its fingerprints, each once, rising.
        method: by which rules they were made; others are not compared with them.
    """

    text: str
    hashes: Fingerprints
    method: int


@dataclass(frozen=True, slots=True)
class KeptPrints:
    """The fingerprints that the index has of a document.

    Attributes:
        digest: SHA-256 of the text that they are of.
        hashes: each once, rising.
    """

    digest: bytes
    hashes: Fingerprints


@dataclass(slots=True)
class Holders:
    """The documents that have fingerprints of one text.

    Attributes:
        of: for each document the places in the list of fingerprints that was asked about.
        frequency: for each fingerprint of that list how many documents have it, as far as counted.
    """

    frequency: list[int]
    of: dict[DocumentId, list[int]] = field(default_factory=dict[DocumentId, list[int]])

    def add(self, place: int, document: DocumentId) -> None:
        """Note that a document has the fingerprint at `place`."""
        self.frequency[place] += 1
        self.of.setdefault(document, []).append(place)


def keep_fingerprints(
    connection: StoreConnection, document: DocumentId, prints: TextPrints
) -> None:
    """Keep the fingerprints of a document's text, inside a transaction, in the place of others.

    What is kept of the same text already stays. Cost: one row; where the earlier ones were posted,
    also one deletion for each.
    """
    digest = text_hash(prints.text)
    row = connection.row(
        "SELECT text_sha256, method FROM fingerprints WHERE document = ?", (document,)
    )
    if row == (digest, prints.method):
        return
    _forget(connection, document)
    connection.insert(
        "fingerprints",
        {
            "document": document,
            "text_sha256": digest,
            "method": prints.method,
            "posted": 0,
            "hashes": prints.hashes.astype(_STORED).tobytes(),
        },
    )


def kept_fingerprints(connection: StoreConnection, document: DocumentId) -> KeptPrints | None:
    """What the index has of a document, or None."""
    import numpy as np

    row = connection.row(
        "SELECT text_sha256, hashes FROM fingerprints WHERE document = ?", (document,)
    )
    if row is None:
        return None
    return KeptPrints(row[0], np.frombuffer(row[1], dtype=_STORED).astype(np.uint32))


def _forget(connection: StoreConnection, document: DocumentId) -> None:
    posted = connection.row(
        "SELECT hashes FROM fingerprints WHERE document = ? AND posted", (document,)
    )
    if posted is not None:
        hashes = memoryview(posted[0])
        connection.execute_many(
            "DELETE FROM posting WHERE hash = ? AND document = ?",
            (
                (int.from_bytes(hashes[at : at + _STORED_BYTES], "little"), document)
                for at in range(0, len(hashes), _STORED_BYTES)
            ),
        )
    connection.execute("DELETE FROM fingerprints WHERE document = ?", (document,))


def keep_all_fingerprints(
    connection: StoreConnection, method: int, rows: Iterable[tuple[DocumentId, TextPrints]]
) -> None:
    """Keep the fingerprints of many documents in one transaction, and post what is due.

    Whatever was made by another method than `method` is thrown away first.

    Raises:
        StoreRuleBroken: there is no such document.
    """
    with connection.writing():
        _forget_other_methods(connection, method)
        for document, prints in rows:
            keep_fingerprints(connection, document, prints)
    post(connection)


def _forget_other_methods(connection: StoreConnection, method: int) -> None:
    row = connection.row("SELECT 1 FROM fingerprints WHERE method <> ? LIMIT 1", (method,))
    if row is not None:
        connection.execute("DELETE FROM posting")
        connection.execute("DELETE FROM fingerprints WHERE method <> ?", (method,))
        connection.execute("UPDATE fingerprints SET posted = 0 WHERE posted")


def post(connection: StoreConnection, least: int = POSTED_FROM) -> None:
    """Put new fingerprints into the table by hash, where at least so many documents have such.

    Cost: one pass over that table; about 0.4 s for 256 new documents among 10,000.
    """
    count = connection.row("SELECT count(*) FROM fingerprints WHERE posted = 0")
    if count is None or count[0] < max(1, least):
        return
    import numpy as np

    with connection.writing():
        documents, hashes = _not_posted(connection)
        order = np.lexsort((documents, hashes))
        connection.execute_many(
            "INSERT INTO posting (hash, document) VALUES (?, ?)",
            zip(hashes[order].tolist(), documents[order].tolist(), strict=True),
        )
        connection.execute("UPDATE fingerprints SET posted = 1 WHERE posted = 0")


def _not_posted(connection: StoreConnection) -> tuple[NDArray[np.int64], Fingerprints]:
    """Every pair of a document and a fingerprint that is only in the document's own row."""
    import numpy as np

    rows = connection.rows("SELECT document, hashes FROM fingerprints WHERE posted = 0")
    numbers = np.array([document for document, _ in rows], dtype=np.int64)
    counts = [len(data) // _STORED_BYTES for _, data in rows]
    hashes = np.frombuffer(b"".join(data for _, data in rows), dtype=_STORED)
    return np.repeat(numbers, counts), hashes


def holders(connection: StoreConnection, asked: Fingerprints, but: DocumentId | None) -> Holders:
    """The documents of the library that have some of these fingerprints.

    Args:
        connection: the store.
        asked: fingerprints, each once, rising.
        but: a document that is left out: the one that they are of, say.

    Cost: a look-up for each fingerprint and a pass over the documents that are not posted yet;
    about 20 ms for 600 fingerprints among 10,000 documents.
    """
    removed = connection.rows("SELECT id FROM document WHERE removed_at IS NOT NULL")
    left_out = {but, *(row[0] for row in removed)}
    found = Holders([0] * len(asked))
    for place, document in _posted_holders(connection, asked):
        if document not in left_out and found.frequency[place] < MOST_HOLDERS:
            found.add(place, document)
    for place, document in _new_holders(connection, asked, left_out):
        if found.frequency[place] < MOST_HOLDERS:
            found.add(place, document)
    return found


def _posted_holders(
    connection: StoreConnection, asked: Fingerprints
) -> Iterator[tuple[int, DocumentId]]:
    if connection.row("SELECT 1 FROM posting LIMIT 1") is None:
        return
    hashes: list[int] = asked.tolist()
    places = {number: place for place, number in enumerate(hashes)}
    for first in range(0, len(hashes), _ASKED_AT_ONCE):
        piece = hashes[first : first + _ASKED_AT_ONCE]
        marks = ", ".join("?" * len(piece))
        for number, document in connection.rows(
            f"SELECT hash, document FROM posting WHERE hash IN ({marks}) ORDER BY hash, document",
            piece,
        ):
            yield places[number], document


def _new_holders(
    connection: StoreConnection, asked: Fingerprints, left_out: Set[DocumentId | None]
) -> Iterator[tuple[int, DocumentId]]:
    import numpy as np

    documents, hashes = _not_posted(connection)
    if not len(asked) or not len(hashes):
        return
    places = np.minimum(np.searchsorted(asked, hashes), len(asked) - 1)
    known = asked[places] == hashes
    # One that is left out is as a rule the one that was asked about: it has them all.
    known &= ~np.isin(documents, [number for number in left_out if number is not None])
    yield from zip(places[known].tolist(), documents[known].tolist(), strict=True)


def without_fingerprints(connection: StoreConnection, method: int) -> tuple[DocumentId, ...]:
    """The documents of the library that have no fingerprints made by this method."""
    rows = connection.rows(
        "SELECT id FROM document"
        " LEFT JOIN fingerprints ON fingerprints.document = id AND method = ?"
        " WHERE removed_at IS NULL AND fingerprints.document IS NULL ORDER BY id",
        (method,),
    )
    return tuple(row[0] for row in rows)
