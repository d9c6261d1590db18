"""Runs of equal letters: all that a slow search finds, and no more than are paired on purpose."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reviewer.repeats.seeds import find_runs
from reviewer.repeats.settings import RepeatSettings, SeedRate
from reviewer.text.codes import code_points

LENGTH = 4
NEAR = 6
EVERYTHING = replace(
    RepeatSettings(), fine=SeedRate(LENGTH, 1, 10**6), passage_letters=NEAR, medium_from=10**9
)


def worth(window: str) -> bool:
    triples = [window[at : at + 3] for at in range(len(window) - 2)]
    return "\0" not in window and any(len(set(triple)) == 3 for triple in triples)


def slow_runs(text: str) -> set[tuple[int, int, int]]:
    """All maximal stretches of equal windows, by comparing each place with each other."""
    found: set[tuple[int, int, int]] = set()
    for shift in range(NEAR, len(text)):
        start, end = -1, -1
        for left in range(len(text) - shift - LENGTH + 1):
            window = text[left : left + LENGTH]
            if window != text[left + shift : left + shift + LENGTH] or not worth(window):
                continue
            if start >= 0 and left - (end - LENGTH) <= LENGTH:
                end = left + LENGTH
            else:
                if start >= 0:
                    found.add((start, shift, end - start))
                start, end = left, left + LENGTH
        if start >= 0:
            found.add((start, shift, end - start))
    return found


@given(st.text(alphabet="甲乙丙丁\0", max_size=120))
def test_runs_are_those_that_a_slow_search_finds(text: str) -> None:
    runs = find_runs(code_points(text), EVERYTHING)
    found = set(zip(runs.left.tolist(), runs.shift.tolist(), runs.length.tolist(), strict=True))
    assert found == slow_runs(text)


def test_large_groups_are_linked_from_one_to_the_next() -> None:
    unit = "甲乙丙丁戊己庚辛壬癸" * 3
    runs = find_runs(code_points(unit * 400), RepeatSettings())
    assert len(runs) <= 400 * 3
    assert int(runs.shift.min()) == len(unit)


def test_a_large_collection_is_sampled_by_content() -> None:
    letters = code_points("".join(chr(0x4E00 + 3 * at) for at in range(5000)))
    twice = np.concatenate((letters, np.zeros(200, dtype=np.uint32), letters))
    coarse = replace(RepeatSettings(), medium_from=0, medium=SeedRate(8, 4, 4))
    runs = find_runs(twice, coarse)
    assert set(runs.shift.tolist()) == {5200}
    assert 0.5 * 5000 < int(runs.length.sum()) <= 5000
