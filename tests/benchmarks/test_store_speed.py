"""How fast the store keeps what an editor does, beside sqlite-utils writing the bare rows."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest
from sqlite_utils import Database

from reviewer.review.decision import Decision, Verdict
from reviewer.review.steps import DecisionMade, StepKind
from reviewer.store.store import Store
from reviewer.text.document import Document, Newline, Origin

BULK = 1335
ROUNDS = 15

pytestmark = pytest.mark.benchmark


def typical(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of some rounds, in milliseconds."""
    times: list[float] = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with one document."""
    store = Store.open(tmp_path / "library.reviewer")
    origin = Origin(Path("/x.txt"), "utf-8", None, 1.0, Newline.LF, False, 9, "0" * 64)
    store.add_document(Document("讲话稿" * 20_000, origin))
    return store


def test_a_bulk_step_costs_little_more_than_its_bare_rows(store: Store, tmp_path: Path) -> None:
    changes = [
        DecisionMade(1, f"{number:032x}", Decision(Verdict.ACCEPTED, "")) for number in range(BULK)
    ]
    peer = Database(tmp_path / "peer.db")
    peer.enable_wal()
    peer.execute("PRAGMA synchronous = FULL")
    rows = [
        {"document": 1, "anchor": each.anchor, "verdict": "accept", "replacement": ""}
        for each in changes
    ]

    ours = typical(lambda: store.append_step(StepKind.ACCEPT, changes))
    theirs = typical(lambda: peer.table("decision").insert_all(rows, batch_size=BULK))
    one = typical(lambda: store.append_step(StepKind.ACCEPT, changes[:1]), 200)
    began = time.perf_counter()
    decisions = sum(len(step.changes) for step in store.history().in_force)
    read = (time.perf_counter() - began) * 1000
    print(
        f"\n{BULK} decisions in one step {ours:.1f} ms (sqlite-utils, bare rows: {theirs:.1f} ms);"
        f" one decision {one:.2f} ms; {decisions} decisions read and checked in {read:.0f} ms"
    )
    assert ours < 4 * theirs
    store.close()
    peer.close()
