"""Parts of collections and roles of documents are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
import store_samples as samples

from reviewer.review.role import Role
from reviewer.store.engine import sqlite
from reviewer.store.errors import UnknownDocument
from reviewer.store.parts import PartPlace
from reviewer.store.store import Store
from reviewer.text.document import Document
from reviewer.text.span import Span

WHOLE = "第一篇\n春耕。\n第二篇\n春耕。\n"
FIRST, SECOND = Span(4, 8), Span(12, 16)


def collection(store: Store) -> tuple[int, Document]:
    """A store's only document, which holds the same speech twice."""
    whole = samples.sample_document(WHOLE)
    return store.add_document(whole), whole


def part(whole: Document, span: Span) -> Document:
    return Document(span.of(whole.text), whole.origin)


def test_equal_parts_are_documents_of_their_own_and_know_their_places(
    store: Store, store_path: Path
) -> None:
    parent, whole = collection(store)
    numbers = [
        store.add_part(part(whole, span), PartPlace(parent, span), title, None)
        for span, title in ((FIRST, "一"), (SECOND, "二"))
    ]
    assert [row.title for row in store.documents()] == ["春耕动员", "一", "二"]
    assert [store.source_text(number) for number in numbers] == ["春耕。\n"] * 2
    store.close()
    with Store.open(store_path) as again:
        assert again.parts() == {
            numbers[0]: PartPlace(parent, FIRST),
            numbers[1]: PartPlace(parent, SECOND),
        }
        # Splitting once more, or opening the file once more, adds nothing.
        assert (
            again.add_part(part(whole, SECOND), PartPlace(parent, SECOND), "", None) == numbers[1]
        )
        assert again.add_document(whole) == parent
        again.remove_document(numbers[0])
        again.add_part(part(whole, FIRST), PartPlace(parent, FIRST), "", None)
        assert len(again.documents()) == 3


def test_a_file_that_reads_like_a_part_is_not_taken_for_it(store: Store) -> None:
    parent, whole = collection(store)
    number = store.add_part(part(whole, FIRST), PartPlace(parent, FIRST), "一", None)
    assert store.add_document(part(whole, FIRST)) not in (parent, number)


def test_a_part_must_stand_in_its_collection(store: Store) -> None:
    parent, whole = collection(store)
    with pytest.raises(ValueError, match="another text"):
        store.add_part(part(whole, FIRST), PartPlace(parent, Span(0, 4)), "一", None)
    with pytest.raises(UnknownDocument):
        store.add_part(part(whole, FIRST), PartPlace(99, FIRST), "一", None)
    assert len(store.documents()) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE part SET start = 0",
        "DELETE FROM part",
        "INSERT OR REPLACE INTO part SELECT * FROM part",
        "INSERT INTO part VALUES (1, 1, 5, 4)",
        "INSERT INTO fingerprints VALUES (1, zeroblob(31), 1, 0, x'')",
        "INSERT INTO fingerprints VALUES (1, zeroblob(32), 1, 0, x'00')",
        "INSERT INTO fingerprints VALUES (9, zeroblob(32), 1, 0, x'')",
    ],
)
def test_the_file_refuses_what_makes_no_sense(store: Store, sql: str) -> None:
    parent, whole = collection(store)
    store.add_part(part(whole, FIRST), PartPlace(parent, FIRST), "一", None)
    with pytest.raises(sqlite.IntegrityError):
        store._connection.raw.execute(sql)


def test_a_document_comes_in_to_be_looked_at_and_may_be_made_ones_own(store: Store) -> None:
    number, _ = collection(store)
    assert [row.role for row in store.documents()] == [Role.INCOMING]
    store.set_role([number], Role.OWN)
    assert [row.role for row in store.documents()] == [Role.OWN]
    with pytest.raises(UnknownDocument):
        store.set_role([number, 99], Role.INCOMING)
    assert [row.role for row in store.documents()] == [Role.OWN]
