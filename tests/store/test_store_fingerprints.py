"""The library index in the store: who has a fingerprint, through all that happens to documents."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import numpy as np
import pytest
import store_samples as samples
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.store import fingerprints
from reviewer.store.errors import StoreRuleBroken, StoreUnwritable
from reviewer.store.fingerprints import TextPrints
from reviewer.store.store import Store

METHOD = samples.METHOD


def prints(hashes: set[int], method: int = METHOD) -> TextPrints:
    """Fingerprints of a text that is another one for other fingerprints."""
    return TextPrints(str(sorted(hashes)), np.array(sorted(hashes), dtype=np.uint32), method)


def asked(hashes: set[int]) -> np.ndarray:
    return np.array(sorted(hashes), dtype=np.uint32)


def add(store: Store, number: int) -> int:
    return store.add_document(samples.sample_document(path=f"/稿件/{number}.txt"))


sets = st.sets(st.integers(0, 30), max_size=12)
events = st.lists(
    st.one_of(
        st.tuples(st.just("keep"), st.integers(1, 4), sets),
        st.tuples(st.just("remove"), st.integers(1, 4), st.none()),
        st.tuples(st.just("return"), st.integers(1, 4), st.none()),
        st.tuples(st.just("post"), st.none(), st.none()),
    ),
    max_size=20,
)


@settings(max_examples=40, deadline=None)
@given(events, sets)
def test_the_index_says_what_a_look_at_every_document_would_say(
    story: list[tuple[str, int | None, set[int] | None]], query: set[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "s") as store:
        kept: dict[int, set[int]] = {}
        present = {add(store, number) for number in range(1, 5)}
        for event, number, hashes in story:
            if event == "post":
                fingerprints.post(store._connection, 1)
            elif event == "keep" and number is not None and hashes is not None:
                store.keep_fingerprints(METHOD, [(number, prints(hashes))])
                kept[number] = hashes
            elif event == "remove" and number is not None:
                store.remove_document(number)
                present.discard(number)
            elif number is not None:
                present.add(add(store, number))
        found = store.holders(asked(query))
        expected = {
            number: kept[number] & query for number in present & kept.keys() if kept[number] & query
        }
        places = sorted(query)
        assert {
            number: {places[at] for at in held} for number, held in found.of.items()
        } == expected
        assert found.frequency == [
            sum(hash_ in held for held in expected.values()) for hash_ in places
        ]
        assert store.without_fingerprints(METHOD) == tuple(sorted(present - kept.keys()))


def test_new_fingerprints_are_posted_when_there_are_many(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprints.post, "__defaults__", (3,))
    for number in range(1, 6):
        add(store, number)
        store.keep_fingerprints(METHOD, [(number, prints({7, number + 10}))])
    assert store.row_counts()["posting"] == 6
    assert set(store.holders(asked({7})).of) == {1, 2, 3, 4, 5}
    assert set(store.holders(asked({12, 15}), but=2).of) == {5}


def test_a_document_comes_in_with_its_fingerprints_or_not_at_all(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = samples.sample_document()

    def refuse(*_: object) -> None:
        raise StoreRuleBroken("half way")

    with monkeypatch.context() as patch:
        patch.setattr("reviewer.store.documents.keep_fingerprints", refuse)
        with pytest.raises(StoreRuleBroken):
            store.add_document(document, samples.sample_prints(document.text))
    assert store.documents() == ()
    number = store.add_document(document, samples.sample_prints(document.text))
    assert store.without_fingerprints(METHOD) == ()
    assert number in store.holders(samples.sample_prints(samples.COPY).hashes).of


def test_fingerprints_of_an_earlier_method_are_thrown_away_together(store: Store) -> None:
    for number in range(1, 4):
        add(store, number)
    store.keep_fingerprints(METHOD, [(number, prints({number})) for number in (1, 2, 3)])
    fingerprints.post(store._connection, 1)
    assert store.without_fingerprints(METHOD + 1) == (1, 2, 3)
    store.keep_fingerprints(METHOD + 1, [(2, prints({2, 3}, METHOD + 1))])
    assert store.without_fingerprints(METHOD + 1) == (1, 3)
    assert set(store.holders(asked({1, 2, 3})).of) == {2}


def test_fingerprints_of_no_document_are_refused_and_nothing_is_kept(store: Store) -> None:
    add(store, 1)
    with pytest.raises(StoreRuleBroken):
        store.keep_fingerprints(METHOD, [(1, prints({1})), (9, prints({1}))])
    assert store.without_fingerprints(METHOD) == (1,)


def test_a_fingerprint_that_all_documents_have_names_a_bounded_number_of_them(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprints, "MOST_HOLDERS", 5)
    numbers = [add(store, number) for number in range(12)]
    store.keep_fingerprints(METHOD, [(number, prints({1, 2})) for number in numbers[:8]])
    fingerprints.post(store._connection, 1)
    store.keep_fingerprints(METHOD, [(number, prints({1, 2})) for number in numbers[8:]])
    found = store.holders(asked({1, 2}))
    # The same ones for both, so that a copy of all of them still finds some whole.
    assert found.of == {number: [0, 1] for number in numbers[:5]}


def test_a_store_that_is_gone_takes_no_fingerprints(store: Store, store_path: Path) -> None:
    add(store, 1)
    store_path.unlink()
    with pytest.raises(StoreUnwritable):
        store.keep_fingerprints(METHOD, [(1, prints({1}))])


def test_a_hundred_thousand_fingerprints_come_back_as_they_were(store: Store) -> None:
    many = set(random.Random(4).sample(range(2**32), 100_000))
    add(store, 1)
    store.keep_fingerprints(METHOD, [(1, prints(many))])
    some = set(random.Random(5).sample(sorted(many), 2000))
    assert store.holders(asked(some)).frequency == [1] * 2000
    fingerprints.post(store._connection, 1)
    assert store.holders(asked(some)).frequency == [1] * 2000
