"""The documents of a library: taking them in, what they are to the editor, what repeats in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from reviewer.loading.errors import LoadError
from reviewer.review.reviewed import ReviewedDocument
from reviewer.review.role import Role
from reviewer.review.speeches import Part
from reviewer.review.steps import DocumentId, Step, last_text_steps
from reviewer.store.documents import StoredDocument
from reviewer.store.parts import PartPlace
from reviewer.store.repeats import RepeatSearch
from reviewer.store.repeats_update import RepeatsUpdate
from reviewer.store.store import Store
from reviewer.store.texts import text_hash
from reviewer.text.document import Document
from reviewer.workflow.analysing import Repeats
from reviewer.workflow.importing import Prepared, prepared
from reviewer.workflow.library_index import LibraryIndex, prints_of

MOST_TAKEN_IN = 8_000_000
"""Code points of texts that have come in and are kept until they are looked at."""

HASHES_KEPT = 64
"""Texts of which the hash is remembered."""


class Shelf:
    """What stands in a library. Everything is saved when it is done; nothing here is undone."""

    def __init__(self, store: Store) -> None:
        """Use `store`, which stays open."""
        self._store = store
        self._open: dict[DocumentId, ReviewedDocument] = {}
        self._search: RepeatSearch | None = None
        self._rest: frozenset[DocumentId] | None = None
        self._taken_in: dict[DocumentId, str] = {}
        self.index = LibraryIndex(store)
        # Every list of repeats asks for the hashes of the texts that are open.
        self.hash_of = lru_cache(maxsize=HASHES_KEPT)(text_hash)
        self.catalogue = store.catalogue

    def documents(self) -> tuple[StoredDocument, ...]:
        """The documents of the library, in the order in which they were added."""
        return self._store.documents()

    def stored(self, document: DocumentId) -> StoredDocument | None:
        """One document of the library, or None where it is not in it."""
        return next(iter(self._store.documents(document)), None)

    def is_opened(self, document: DocumentId) -> bool:
        """Whether the document is in memory."""
        return document in self._open

    def add(self, document: Document, ready: Prepared | None = None) -> DocumentId:
        """Take a loaded document into the library; one that is already there keeps its number.

        The library index knows it from then on. `ready` is what was made of it before.
        """
        ready = ready or prepared(document)
        number = self._store.add_document(document, ready.prints, ready.packed)
        if sum(map(len, self._taken_in.values())) + len(document.text) <= MOST_TAKEN_IN:
            self._taken_in[number] = document.text
        return number

    def source_text(self, document: DocumentId) -> str:
        """The text of record of a document; one that has just come in is not read back.

        Raises:
            UnknownDocument: there is none with this number.
            TextDamaged: it is not what was saved.
        """
        return self._taken_in.pop(document, None) or self._store.source_text(document)

    def add_part(self, part: Document, parent: DocumentId, place: Part) -> DocumentId:
        """Take a part of a collection in as a document of its own; the collection stays.

        Args:
            part: its text and the origin of the collection.
            parent: the collection.
            place: its title and its place in the collection's source text.

        Raises:
            UnknownDocument: there is no such collection.
            ValueError: the collection has another text in that place.
        """
        where = PartPlace(parent, place.span)
        return self._store.add_part(part, where, place.title, prints_of(part.text))

    def parts(self) -> Mapping[DocumentId, PartPlace]:
        """Which documents are parts of collections, and where they were taken from."""
        return self._store.parts()

    def record_refusal(self, error: LoadError) -> None:
        """Keep that a file could not be loaded."""
        self._store.record_refusal(error.path, error.reason.value)

    def set_role(self, documents: Iterable[DocumentId], role: Role) -> None:
        """Keep what some documents are to the editor.

        Raises:
            UnknownDocument: there is none with one of these numbers.
        """
        self._store.set_role(documents, role)

    def with_role(self, role: Role) -> frozenset[DocumentId]:
        """The documents of the library that are this to the editor."""
        return self._store.with_role(role)

    def take_repeats(self, searched: Sequence[tuple[DocumentId, str]], repeats: Repeats) -> None:
        """Save what a search for repeats found among the texts of `searched`, and nothing else."""
        self._store.save_repeats(searched, repeats.families, repeats.disagreements)
        self._search = self._rest = None

    def update_repeats(self, update: RepeatsUpdate) -> None:
        """Save what a search of a part of the library changes in what is known of repeats."""
        self._store.update_repeats(update)
        self._search = self._rest = None

    def searched_states(self) -> frozenset[tuple[DocumentId, int]]:
        """Documents, each with a step after which its text was analysed and searched for repeats.

        Step 0 stands for the text as it was loaded.
        """
        return self._store.searched_states()

    def changed_since_analysis(self, steps: Iterable[Step]) -> frozenset[DocumentId]:
        """The documents whose text, by the steps in force, is not as it was analysed.

        No document is opened. One whose text was changed and changed back is among them.
        """
        last, known = last_text_steps(steps), self.catalogue.analysed_states()
        numbers = (row.id for row in self.documents())
        return frozenset(number for number in numbers if (number, last.get(number, 0)) not in known)

    def at_rest(self, steps: Iterable[Step]) -> frozenset[DocumentId]:
        """The documents whose text, by the steps in force, is as it was searched for repeats.

        The answer is kept until `stir`: what is said of a document that is open may be out of date.
        """
        if self._rest is None:
            last = last_text_steps(steps)
            self._rest = frozenset(
                number for number, step in self.searched_states() if step == last.get(number, 0)
            )
        return self._rest

    def stir(self) -> None:
        """Texts of documents that are not open may have changed."""
        self._rest = None

    def last_search(self) -> RepeatSearch | None:
        """What is known of repeats, as the texts were when they were searched; None if nothing."""
        if self._search is None:
            self._search = self._store.repeats()
        return self._search
