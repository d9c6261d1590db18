"""A disk that lies or is full: damage is noticed, and what was saved before stays whole."""

from __future__ import annotations

import random
import tracemalloc
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import store_samples as samples

from reviewer.repeats.family import Family, FamilyKind, Passage
from reviewer.review.decision import Decision, Verdict
from reviewer.review.edits import Edit
from reviewer.review.steps import DecisionMade, Step, StepKind, TextEdited
from reviewer.store.engine import sqlite
from reviewer.store.errors import Obstacle, StoreDamaged, StoreUnwritable, TextDamaged
from reviewer.store.store import Store
from reviewer.text.errors import ReviewerError
from reviewer.text.span import Span

LONG = "".join(f"第{number}条：切实抓好春耕生产，落实到户。\n" for number in range(900))


@pytest.fixture
def closed(store_path: Path) -> Path:
    """A filled store that nobody has open."""
    with Store.open(store_path) as store:
        samples.write_sample(store)
    return store_path


def flip(path: Path, place: int, bit: int = 0) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1 << bit
    path.write_bytes(data)


def place_of(path: Path, content: bytes) -> int:
    data = path.read_bytes()
    assert data.count(content) == 1, "the place must be one alone"
    return data.index(content) + len(content) // 2


@pytest.mark.parametrize("text", [LONG, "麦苗返青"], ids=["packed", "as it is"])
def test_a_flipped_bit_in_a_text_is_noticed_and_names_the_document(closed: Path, text: str) -> None:
    with Store.open(closed) as store:
        store.add_document(samples.sample_document(text, "/稿件/长稿.txt"))
        [row] = store._connection.rows("SELECT data FROM blob WHERE characters = ?", (len(text),))
    flip(closed, place_of(closed, row[0][:60] if text == LONG else text.encode()))
    with Store.open(closed) as store:
        assert len(store.documents()) == 3
        with pytest.raises(TextDamaged) as caught:
            store.source_text(3)
        assert (caught.value.document, caught.value.version) == (3, 0)
        assert store.source_text(1) == samples.SPEECH


def without_triggers(store: Store) -> sqlite.Connection:
    raw = store._connection.raw
    triggers = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    return raw


def test_a_text_in_the_place_of_another_is_noticed(closed: Path) -> None:
    with Store.open(closed) as store:
        other = zlib.compress(samples.COPY.encode())
        without_triggers(store).execute(
            "UPDATE blob SET data = ?, codec = 'zlib', bytes = ?",
            (other, len(samples.COPY.encode())),
        )
        with pytest.raises(TextDamaged):
            store.source_text(1)
        assert store.source_text(2) == samples.COPY


def test_a_stream_that_unpacks_without_end_is_cut_off(closed: Path) -> None:
    with Store.open(closed) as store:
        bomb = zlib.compress(bytes(64_000_000))
        without_triggers(store).execute("UPDATE blob SET data = ?, codec = 'zlib'", (bomb,))
        tracemalloc.start()
        try:
            with pytest.raises(TextDamaged):
                store.source_text(1)
            assert tracemalloc.get_traced_memory()[1] < 8_000_000
        finally:
            tracemalloc.stop()


@pytest.mark.parametrize("content", ["各位同志", "年份待核"])
def test_a_flipped_bit_in_the_editors_own_words_is_noticed(closed: Path, content: str) -> None:
    # One bit of a Chinese character makes another one: SQLite sees nothing wrong.
    flip(closed, place_of(closed, content.encode()), bit=1)
    with Store.open(closed) as store, pytest.raises(StoreDamaged):
        store.history()


TAMPERING = [
    ("an event is lost", "DELETE FROM step_event WHERE id = 2"),
    ("a change is lost", "DELETE FROM decision WHERE step = 2"),
    ("a change is added", "INSERT INTO decision VALUES (2, 1, 1, 'a', 'later', NULL)"),
    ("a verdict is turned", "UPDATE decision SET verdict = 'open' WHERE step = 2"),
    ("a change moves to another step", "UPDATE decision SET step = 3, ordinal = 1 WHERE step = 2"),
    ("two steps change places", "UPDATE step_event SET step = 5 - step WHERE step IN (2, 3)"),
    ("a step is called another thing", "UPDATE step SET kind = 'reject' WHERE number = 1"),
    ("a step without an event", "INSERT INTO step VALUES (9, 'type')"),
]


@pytest.mark.parametrize(
    "sql", [case[1] for case in TAMPERING], ids=[case[0] for case in TAMPERING]
)
def test_a_journal_that_was_tampered_with_is_noticed(closed: Path, sql: str) -> None:
    with Store.open(closed) as store:
        without_triggers(store).execute(sql)
    with Store.open(closed) as store, pytest.raises(StoreDamaged):
        store.history()


def everything(path: Path) -> tuple[list[str], tuple[list[Step], list[Step]]]:
    """The texts and steps of a store; every other reader is called too."""
    with Store.open(path) as store:
        texts = [store.source_text(number) for number in (1, 2)]
        steps = samples.state_of(store.history())
        for read in (store.documents, store.repeats, store.import_report, store.row_counts):
            with suppress(ReviewerError):
                read()
        with suppress(ReviewerError):
            store.analyses(1)
        with suppress(ReviewerError):
            store.setting("min_confidence")
    return texts, steps


def whole(path: Path, wanted: object) -> bool:
    """Whether the store reads as it should; else it must say that it does not."""
    try:
        found = everything(path)
    except ReviewerError:
        return False
    assert found == wanted, "wrong texts or steps without a word"
    return True


@pytest.mark.parametrize(
    "copies", [pytest.param(150, id="few"), pytest.param(4000, id="many", marks=pytest.mark.slow)]
)
def test_no_damage_shows_a_wrong_text_or_step_without_a_word(closed: Path, copies: int) -> None:
    wanted = everything(closed)
    sound = closed.read_bytes()
    chance = random.Random(copies)
    noticed = 0
    for number in range(copies):
        data = bytearray(sound)
        place = chance.randrange(len(data))
        if number % 3:
            data[place] ^= 1 << chance.randrange(8)
        else:
            start = place - place % 512
            data[start : start + 512] = bytes(512)
        for left in closed.parent.iterdir():
            left.unlink()
        closed.write_bytes(data)
        noticed += not whole(closed, wanted)
    assert noticed > copies / 20, "the damage must have hit something"


@pytest.mark.parametrize("share", [0.25, 0.5, 0.9])
def test_a_store_that_was_cut_short_is_noticed(closed: Path, share: float) -> None:
    data = closed.read_bytes()
    closed.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ReviewerError):
        everything(closed)


MANY = [
    Family(FamilyKind.EXACT, 1.0, (Passage(0, Span(n, n + 40)), Passage(0, Span(n + 90, n + 130))))
    for n in range(4_000)
]

WRITES: list[tuple[str, Callable[[Store], object]]] = [
    ("a step", lambda store: store.append_step(StepKind.TYPE, [TextEdited(1, Edit(0, "", LONG))])),
    ("more of a step", lambda store: store.extend_step(4, [TextEdited(1, Edit(0, "", LONG))])),
    (
        "a bulk step",
        lambda store: store.append_step(
            StepKind.REJECT,
            [DecisionMade(1, f"{n:032x}", Decision(Verdict.REJECTED)) for n in range(2000)],
        ),
    ),
    ("a document", lambda store: store.add_document(samples.sample_document(noise(), "/x"))),
    ("a search", lambda store: store.save_repeats([(1, noise())], MANY, [])),
    ("a setting", lambda store: store.set_setting("k", noise())),
]


def noise() -> str:
    """A text that does not compress."""
    chance = random.Random(1)
    return "".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(40_000))


@pytest.mark.parametrize("write", [case[1] for case in WRITES], ids=[case[0] for case in WRITES])
def test_on_a_full_disk_nothing_that_was_saved_is_lost(
    closed: Path, write: Callable[[Store], object]
) -> None:
    with Store.open(closed) as store:
        [pages] = store._connection.rows("PRAGMA page_count")
        store._connection.rows(f"PRAGMA max_page_count = {pages[0]}")
        with pytest.raises(StoreUnwritable) as caught:
            write(store)
        assert caught.value.obstacle is Obstacle.DISK_FULL
        samples.expect_sample(store)
        # When there is room again the same work goes through, with no number lost.
        store._connection.rows("PRAGMA max_page_count = 1000000")
        write(store)
        assert store.append_step(StepKind.TYPE, [TextEdited(1, Edit(0, "", "一"))]).number in (6, 7)
        store.history()
