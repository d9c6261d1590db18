"""The library index: which documents of the library share passages with a text, told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reviewer.repeats.fingerprints import FINGERPRINT_VERSION, Fingerprints, fingerprints_of
from reviewer.review.steps import DocumentId
from reviewer.store.fingerprints import KeptPrints, TextPrints
from reviewer.store.store import Store
from reviewer.text.canonical import canonical_text
from reviewer.text.progress import Progress, no_progress

_AT_ONCE = 250
"""Documents that are taken into the index in one transaction."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """A document of the library that has fingerprints of a text.

    Attributes:
        document: which one.
        share: the share of the text's fingerprints that it has, from 0 to 1.
        evidence: how telling they are: each counts the less, the more documents have it.
    """

    document: DocumentId
    share: float
    evidence: float


@dataclass(frozen=True, slots=True)
class Shared:
    """What the index knows of a text.

    Attributes:
        share: the share of its fingerprints that any document has, from 0 to 1.
        documents: the documents that have some, the one with the largest share first.
    """

    share: float
    documents: tuple[Sharing, ...]


def prints_of(text: str) -> TextPrints:
    """The fingerprints of a text, as the index keeps them."""
    return TextPrints(text, fingerprints_of(canonical_text(text)), FINGERPRINT_VERSION)


class LibraryIndex:
    """The fingerprints of all documents of a library. What is asked is right after `catch_up`."""

    def __init__(self, store: Store) -> None:
        """Use the index that `store` keeps."""
        self._store = store

    def put(self, rows: Iterable[tuple[DocumentId, TextPrints]]) -> None:
        """Take the texts of documents in, in one transaction, in the place of earlier ones."""
        prints = tuple(rows)
        if prints:
            self._store.keep_fingerprints(FINGERPRINT_VERSION, prints)

    def prints(self, document: DocumentId) -> KeptPrints:
        """What the index has of a document; after `catch_up` it has something of each."""
        kept = self._store.kept_fingerprints(document)
        assert kept is not None, "the index has not caught up"
        return kept

    def catch_up(
        self, text_of: Callable[[DocumentId], str], progress: Progress = no_progress
    ) -> None:
        """Take in what is not there yet: documents of an older store, or of an older method.

        Args:
            text_of: gives the text of a document as it was searched last.
            progress: told how many documents are done; what was done stays when it cancels.

        Raises:
            Cancelled: from `progress`.
        """
        missing = self._store.without_fingerprints(FINGERPRINT_VERSION)
        for done in range(0, len(missing), _AT_ONCE):
            progress("index", done, len(missing))
            now = missing[done : done + _AT_ONCE]
            self.put((document, prints_of(text_of(document))) for document in now)

    def sharing(self, prints: Fingerprints, but: DocumentId | None = None) -> Shared:
        """The documents, save one, that share passages with the text of these fingerprints.

        Every document that has an equal stretch of `GUARANTEED` letters is among them, unless it
        stands in more documents than the index names; most with edited copies are, too.
        """
        holders = self._store.holders(prints, but)
        documents = [
            Sharing(
                document,
                len(places) / len(prints),
                sum(1 / holders.frequency[place] for place in places),
            )
            for document, places in holders.of.items()
        ]
        documents.sort(key=lambda each: (-each.share, each.document))
        held = sum(1 for count in holders.frequency if count)
        return Shared(held / len(prints) if len(prints) else 0.0, tuple(documents))
