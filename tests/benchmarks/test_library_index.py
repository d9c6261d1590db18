"""How fast a library of 10,000 speeches answers "seen before?", and what a new document costs."""

from __future__ import annotations

import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from statistics import median

import numpy as np
import pytest
from repeats_samples import vocabulary

from reviewer.repeats.fingerprints import FINGERPRINT_VERSION
from reviewer.review.analysis import Analysis
from reviewer.store.fingerprints import post
from reviewer.store.store import Store
from reviewer.text.document import Document, Newline, Origin
from reviewer.text.progress import no_progress
from reviewer.workflow.desk import ReviewDesk
from reviewer.workflow.library_index import LibraryIndex, prints_of
from reviewer.workflow.orders import Message, RepeatsFound
from reviewer.workflow.search_work import Searcher
from reviewer.workflow.searching import search_library, search_order, take_repeats
from reviewer.workflow.seen_before import seen_before

DOCUMENTS = 10_000
LENGTH = 3_000
ROUNDS = 9

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]


class Press:
    """Prints senseless prose of real words, quickly; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        words, sums = vocabulary()
        self._words = np.array(words, dtype=object)
        self._sums = np.array(sums)
        self._random = np.random.default_rng(seed)
        self._printed = 0

    def prose(self, length: int) -> str:
        """About `length` characters."""
        numbers = self._random.integers(0, self._sums[-1], int(length / 1.6))
        return "".join(self._words[np.searchsorted(self._sums, numbers, side="right")])

    def document(self, text: str) -> Document:
        """A file of its own with this text."""
        self._printed += 1
        digest = sha256(str(self._printed).encode()).hexdigest()
        path = Path(f"/{self._printed}.txt")
        origin = Origin(path, "utf-8", None, 1.0, Newline.LF, False, len(text), digest)
        return Document(text, origin)


def typical(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of some rounds, in milliseconds."""
    times: list[float] = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


def filled(store: Store, press: Press, count: int) -> list[str]:
    """Put documents into a store and its index; their texts."""
    texts = [press.prose(LENGTH) for _ in range(count)]
    for text in texts:
        store.add_document(press.document(text))
    LibraryIndex(store).catch_up(store.source_text)
    return texts


def size(store: Store) -> int:
    store._connection.checkpoint()
    return store.path.stat().st_size


def test_ten_thousand_documents_are_asked_and_added_to_in_no_time(tmp_path: Path) -> None:
    press = Press(1)
    store, bare = Store.open(tmp_path / "library"), Store.open(tmp_path / "bare")
    texts = filled(store, press, DOCUMENTS)
    for text in texts:
        bare.add_document(press.document(text))
    desk = ReviewDesk(store)
    query = texts[77][:1500] + press.prose(2000) + texts[9000][-1500:]
    hashes = prints_of(query).hashes
    connection = store._connection

    def scanned() -> dict[int, int]:
        """Every document's fingerprints are read and compared."""
        rows = connection.rows("SELECT document, hashes FROM fingerprints")
        found = (
            (number, np.isin(np.frombuffer(data, np.uint32), hashes).sum()) for number, data in rows
        )
        return {number: int(count) for number, count in found if count}

    held = np.concatenate([prints_of(text).hashes for text in texts])
    seen = seen_before(desk, query)
    assert {each.document for each in seen.documents[:2]} == {78, 9001}
    assert {n: len(p) for n, p in store.holders(hashes).of.items()} == scanned()

    asked = typical(lambda: seen_before(desk, query))
    lookup = typical(lambda: store.holders(hashes))
    scan = typical(scanned, 3)
    in_memory = typical(lambda: np.isin(held, hashes), 3)
    reading = typical(lambda: [store.source_text(n) for n in range(1, 1001)], 1) * DOCUMENTS / 1000
    new = iter([press.document(press.prose(LENGTH)) for _ in range(40)])
    added = typical(lambda: desk.add(next(new)), 40)
    more = iter([press.document(press.prose(LENGTH)) for _ in range(40)])
    plain = typical(lambda: bare.add_document(next(more)), 40)
    posted = typical(lambda: post(connection, 1), 1)
    print(
        f"\n{DOCUMENTS} documents of {LENGTH} characters, a text of {len(query)}:"
        f" seen before {asked:.0f} ms, of it the look-up of {len(hashes)} fingerprints"
        f" {lookup:.0f} ms (all fingerprints read and compared {scan:.0f} ms, compared in memory"
        f" {in_memory:.0f} ms, all texts read {reading:.0f} ms)"
        f"\none document added {added:.2f} ms (without index {plain:.2f} ms);"
        f" posting of the new ones {posted:.0f} ms;"
        f" store {size(store) / 1e6:.0f} MB, without index {size(bare) / 1e6:.0f} MB"
    )
    assert asked < reading / 10
    assert lookup < scan
    assert added < 10 * plain
    assert size(store) < 3 * size(bare)
    store.close()
    bare.close()


def test_a_search_for_one_new_document_leaves_the_library_alone(tmp_path: Path) -> None:
    press = Press(2)
    store = Store.open(tmp_path / "library")
    texts = filled(store, press, 500)
    for number, text in enumerate(texts, 1):
        store.save_analysis(number, Analysis(0, text, (), ()), "1")
    desk = ReviewDesk(store)
    began = time.process_time()
    search_library(desk)
    full = time.process_time() - began
    text = press.prose(LENGTH) + texts[40][500:1200]
    began = time.process_time()
    number = desk.add(press.document(text))
    assert desk.take_findings(number, text, ())
    order = search_order(desk)
    found: list[Message] = []
    Searcher().search(order, found.append, no_progress)
    last = found[-1]
    assert isinstance(last, RepeatsFound)
    take_repeats(desk, order, last)
    one = time.process_time() - began
    (family,) = desk.repeats().families
    assert {member.document for member in family.members} == {41, number}
    print(
        f"\nrepeats of {len(texts)} documents {full:.2f} s CPU;"
        f" of one more, with {len(order.texts) - 1} candidates, {one:.3f} s CPU"
    )
    assert one < full / 4
    store.close()


def test_an_index_made_by_other_rules_is_made_anew_at_the_cost_of_reading(tmp_path: Path) -> None:
    press = Press(3)
    with Store.open(tmp_path / "library") as store:
        filled(store, press, 1000)
        store.keep_fingerprints(FINGERPRINT_VERSION + 1, [])
        assert len(store.without_fingerprints(FINGERPRINT_VERSION)) == 1000
        index = LibraryIndex(store)
        reading = typical(lambda: [store.source_text(n) for n in range(1, 1001)], 1)
        made = typical(lambda: index.catch_up(store.source_text), 1)
        print(f"\n1,000 documents indexed in {made:.0f} ms (their texts read {reading:.0f} ms)")
        assert store.without_fingerprints(FINGERPRINT_VERSION) == ()
        assert made < 25 * reading
