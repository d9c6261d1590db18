"""Laying two stretches of letters side by side."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from reviewer.repeats.alignment import CHUNK, Block, align
from reviewer.repeats.comparison import blocks_in_any_order, blocks_in_order
from reviewer.repeats.settings import RepeatSettings

LETTERS = st.text(alphabet="甲乙丙丁戊己庚辛", max_size=60)
SETTINGS = RepeatSettings()


@given(LETTERS, LETTERS)
def test_blocks_are_equal_letters_in_order(left: str, right: str) -> None:
    reached = (0, 0)
    for block in align(left, right):
        assert block.left >= reached[0]
        assert block.right >= reached[1]
        reached = block.left + block.length, block.right + block.length
        assert left[block.left : reached[0]] == right[block.right : reached[1]]


@given(LETTERS)
def test_equal_texts_are_one_block(text: str) -> None:
    assert align(text, text) == ([Block(0, 0, len(text))] if text else [])


def long_text(seed: int, length: int) -> str:
    rng = random.Random(seed)
    return "".join(chr(0x4E00 + rng.randrange(900)) for _ in range(length))


def test_anchors_do_not_cost_a_long_alignment_its_quality() -> None:
    left = long_text(1, 12 * CHUNK)
    right = left[:900] + "改" + left[940:3000] + long_text(2, 70) + left[3000:]
    letters = sum(block.length for block in blocks_in_order(left, right, SETTINGS))
    assert letters == len(left) - 40


def test_an_anchor_that_crosses_a_longer_one_is_not_trusted() -> None:
    short, long = long_text(3, 20), long_text(4, 3 * CHUNK)
    left, right = f"{short}{long}", f"{long}{short}"
    anchors = [Block(0, len(long), len(short)), Block(len(short), 0, len(long))]
    assert align(left, right, anchors) == [Block(len(short), 0, len(long))]


def test_moved_stretches_are_found_in_any_order() -> None:
    parts = [long_text(seed, 80) for seed in range(6)]
    left, right = "".join(parts), "".join(parts[at] for at in (4, 1, 5, 0, 3, 2))
    blocks = blocks_in_any_order(left, right, SETTINGS)
    assert sum(block.length for block in blocks) == len(left)
    for block in blocks:
        end = block.left + block.length
        assert left[block.left : end] == right[block.right : block.right + block.length]
