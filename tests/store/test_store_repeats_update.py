"""The newest search brought up to date: what falls away, what stays, what comes to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import store_samples as samples

from reviewer.repeats.family import (
    Disagreement,
    DisagreementCategory,
    Family,
    FamilyKind,
    Passage,
)
from reviewer.store.errors import StoreRuleBroken, UnknownDocument
from reviewer.store.repeats_update import RepeatsUpdate
from reviewer.store.store import Store
from reviewer.store.texts import text_hash
from reviewer.text.span import Span

TEXTS = {number: f"第{number}篇：" + samples.SPEECH for number in range(1, 6)}


def passage(document: int, start: int = 0) -> Passage:
    return Passage(document, Span(start, start + 5))


def family(*passages: Passage) -> Family:
    return Family(FamilyKind.EXACT, 1.0, passages)


def year(owner: int, *readings: Passage) -> Disagreement:
    return Disagreement(owner, DisagreementCategory.YEAR, readings)


@pytest.fixture
def searched(store: Store) -> Store:
    """A store with five documents, of which four were searched."""
    for number, text in TEXTS.items():
        store.add_document(samples.sample_document(text, f"/稿件/{number}.txt"))
    first, second = family(passage(0), passage(1)), family(passage(2), passage(3))
    third = family(passage(0, 10), passage(2, 10), passage(3, 10))
    rows = [year(0, passage(0, 1), passage(1, 1)), year(2, passage(0, 11), passage(2, 11))]
    four = [(number, TEXTS[number]) for number in range(1, 5)]
    store.save_repeats(four, [first, second, third], rows)
    return store


NOTHING = RepeatsUpdate((), (), frozenset(), (), (), ())


def state(store: Store) -> tuple[list[list[int]], list[tuple[int, list[int]]]]:
    """The documents of each family, and of each disagreement with the place of its family."""
    search = store.repeats()
    assert search is not None

    def documents(passages: tuple[Passage, ...]) -> list[int]:
        return [search.documents[one.document] for one in passages]

    return (
        [documents(one.passages) for one in search.families],
        [(row.family, documents(row.readings)) for row in search.disagreements],
    )


def test_an_update_of_nothing_changes_nothing(searched: Store) -> None:
    before = searched.repeats()
    searched.update_repeats(NOTHING)
    assert searched.repeats() == before


def test_a_new_document_brings_families_and_replaces_some(searched: Store) -> None:
    search = searched.repeats()
    assert search is not None
    update = RepeatsUpdate(
        searched=((5, TEXTS[5]),),
        gone=(),
        replaced=frozenset({search.numbers[1]}),
        among=(3, 4, 5),
        families=(family(passage(0), passage(1), passage(2)), family(passage(0, 9), passage(2, 9))),
        disagreements=(year(1, passage(0, 9), passage(2, 9)),),
    )
    searched.update_repeats(update)
    assert state(searched) == (
        [[1, 2], [1, 3, 4], [3, 4, 5], [3, 5]],
        [(0, [1, 2]), (1, [1, 3]), (3, [3, 5])],
    )
    after = searched.repeats()
    assert after is not None
    assert after.hashes[after.documents.index(5)] == text_hash(TEXTS[5])


def test_a_changed_document_takes_its_families_with_it(searched: Store) -> None:
    changed = replace(NOTHING, searched=((1, "改过了"),))
    searched.update_repeats(changed)
    assert state(searched) == ([[3, 4]], [])
    after = searched.repeats()
    assert after is not None
    assert after.hashes[after.documents.index(1)] == text_hash("改过了")


def test_a_document_that_is_gone_is_forgotten(searched: Store) -> None:
    searched.update_repeats(replace(NOTHING, gone=(2,)))
    assert state(searched) == ([[3, 4], [1, 3, 4]], [(1, [1, 3])])
    after = searched.repeats()
    assert after is not None
    assert 2 not in after.documents


def test_without_an_earlier_search_an_update_is_the_first(store: Store) -> None:
    number = store.add_document(samples.sample_document())
    store.update_repeats(replace(NOTHING, searched=((number, samples.SPEECH),)))
    assert state(store) == ([], [])
    assert store.searched_states() == frozenset()
    store.save_analysis(number, samples.sample_analysis(), "1")
    assert store.searched_states() == {(number, 0)}


@pytest.mark.parametrize(
    ("update", "error"),
    [
        (replace(NOTHING, searched=((9, ""),)), UnknownDocument),
        (replace(NOTHING, among=(1,), families=(family(passage(0), passage(1)),)), ValueError),
        (replace(NOTHING, disagreements=(year(0, passage(0)),)), ValueError),
        (replace(NOTHING, among=(1, 5), families=(family(passage(0), passage(1)),)),
         StoreRuleBroken),
    ],
    ids=["no such document", "no such place", "no such family", "never searched"],
)  # fmt: skip
def test_an_update_that_makes_no_sense_is_refused_whole(
    searched: Store, update: RepeatsUpdate, error: type[Exception]
) -> None:
    before = searched.repeats()
    with pytest.raises(error):
        searched.update_repeats(replace(update, replaced=frozenset({0})))
    assert searched.repeats() == before
