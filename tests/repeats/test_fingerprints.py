"""Fingerprints: equal stretches are never missed, and the same text has the same ones for good."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.repeats.fingerprints import (
    FINGERPRINT_VERSION,
    GUARANTEED,
    RUN_LETTERS,
    fingerprints_of,
    places_of,
)
from reviewer.repeats.settings import RepeatSettings
from reviewer.text.canonical import canonical_text

PINNED = [2780544902, 3741517324]
"""The fingerprints of a certain sentence by version 1."""

LETTERS = "春耕动员防汛值班水库移民安置登记搬迁"
prose = st.text(alphabet=LETTERS, max_size=120)


def prints(text: str) -> set[int]:
    return set(fingerprints_of(canonical_text(text)).tolist())


@settings(deadline=None)
@given(prose, prose, prose, prose, st.text(LETTERS, min_size=GUARANTEED, max_size=GUARANTEED))
def test_texts_that_share_a_long_enough_stretch_share_a_fingerprint(
    a: str, b: str, c: str, d: str, shared: str
) -> None:
    assert prints(a + shared + b) & prints(c + shared + d)


def test_the_guarantee_covers_the_shortest_passage() -> None:
    assert RepeatSettings().passage_letters >= GUARANTEED


@settings(deadline=None)
@given(st.text(alphabet=LETTERS + "，。\n ａA2012", max_size=300))
def test_fingerprints_rise_and_stand_where_their_letters_stand(text: str) -> None:
    stream = canonical_text(text)
    found = fingerprints_of(stream)
    assert found.dtype == np.uint32
    assert (np.diff(found.astype(np.int64)) > 0).all()
    assert len(found) <= max(0, len(stream) - RUN_LETTERS + 1)
    assert len(places_of(stream, found)) >= len(found)
    own = {int(place) for place in places_of(stream, found)}
    for place in own:
        run = stream.offsets.to_text(place, place + RUN_LETTERS).of(text)
        assert prints(run) <= prints(text)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("防汛值班要落实到人，堤坝巡查要责任到岗。", "防汛值班要落实到人堤坝巡查要责任到岗"),
        (
            "全縣共落實責任田三萬畝，春耕動員已經完成。",
            "全县共落实责任田三万亩，春耕动员已经完成。",
        ),
        ("完成投资１２３４万元，比上年增长５．６％。", "完成投资99万元，比上年增长7.8%。"),
    ],
    ids=["layout", "script", "figures"],
)
def test_what_counts_as_the_same_wording_has_the_same_fingerprints(text: str, other: str) -> None:
    assert prints(text) == prints(other) != set()


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("  \n", 0), ("防汛值班", 0), ("防汛值班到人了", 1), ("好" * 1_000_000, 1)],
    ids=["nothing", "blanks", "too short", "one run", "one letter a million times"],
)
def test_poor_texts_have_few_fingerprints(text: str, count: int) -> None:
    assert len(prints(text)) == count


def test_few_runs_are_kept_of_many() -> None:
    rng = np.random.default_rng(5)
    text = "".join(chr(0x4E00 + int(code)) for code in rng.integers(0, 3000, 20_000))
    assert len(prints(text)) == pytest.approx(len(text) / 8, rel=0.1)


def test_fingerprints_that_stores_hold_are_still_those_of_their_texts() -> None:
    """If this fails, raise FINGERPRINT_VERSION, and put the new numbers here."""
    found = fingerprints_of(canonical_text("今天召开的这次会议，主要任务是安排部署春耕生产工作。"))
    assert (FINGERPRINT_VERSION, found.tolist()) == (1, PINNED)
