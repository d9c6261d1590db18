"""What holds of every search for repeats, whatever the texts."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.repeats.family import Family
from reviewer.repeats.search import find_families
from reviewer.text.canonical import canonical_text

HAN = [chr(0x4E00 + 11 * at) for at in range(1500)]
WEIGHTS = [1 / (at + 10) for at in range(len(HAN))]
"""Some signs are far more frequent than others, as in prose."""


def prose(length: int, seed: int) -> str:
    """Letters in no order, with punctuation: nothing in it repeats but by chance."""
    rng = random.Random(seed)
    signs = rng.choices(HAN, WEIGHTS, k=length)
    for at in range(12, length, 17):
        signs[at] = rng.choice("，。、；\n")
    return "".join(signs)


def search(texts: list[str]) -> tuple[Family, ...]:
    return find_families([canonical_text(text) for text in texts])


def places(families: tuple[Family, ...], order: list[int]) -> set[tuple[tuple[int, int, int], ...]]:
    return {
        tuple(
            sorted((order[one.document], one.span.start, one.span.end) for one in family.passages)
        )
        for family in families
    }


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    length=st.integers(40, 900),
    before=st.integers(0, 1500),
    after=st.integers(0, 1500),
    same_document=st.booleans(),
)
def test_a_planted_passage_is_found_with_its_borders(
    seed: int, length: int, before: int, after: int, same_document: bool
) -> None:
    passage = prose(length, seed)
    head = prose(before, seed + 1) + passage + prose(700, seed + 2)
    tail = prose(600, seed + 3) + passage + prose(after, seed + 4)
    texts = [head + tail] if same_document else [head, tail]
    families = search(texts)
    assert len(families) == 1
    first, second = families[0].passages
    shift = len(head) if same_document else 0
    for found, start in ((first, before), (second, shift + 600)):
        assert abs(found.span.start - start) <= 4
        assert abs(found.span.end - (start + length)) <= 4


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), rate=st.floats(0.0, 0.2), order=st.permutations(range(4)))
def test_the_order_of_the_documents_is_of_no_matter(
    seed: int, rate: float, order: list[int]
) -> None:
    rng = random.Random(seed)
    passages = [prose(rng.randrange(60, 400), seed + at) for at in range(3)]
    texts: list[str] = []
    for number in range(4):
        parts = [prose(rng.randrange(100, 500), seed + 10 * number + at) for at in range(4)]
        for passage in rng.sample(passages, 2):
            edited = (rng.choice(HAN) if rng.random() < rate else sign for sign in passage)
            parts.insert(rng.randrange(len(parts)), "".join(edited))
        texts.append("".join(parts))
    found = search([texts[at] for at in order])
    assert places(search(texts), [0, 1, 2, 3]) == places(found, list(order))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.text(alphabet="会议工作今天我们，。\n1X*", max_size=400), min_size=0, max_size=4)
)
def test_families_are_well_formed_on_any_texts(texts: list[str]) -> None:
    for family in search(texts):
        assert len(family.passages) >= 2
        assert 0 <= family.representative < len(family.passages)
        assert 0.0 < family.similarity <= 1.0
        assert list(family.passages) == sorted(family.passages)
        for passage in family.passages:
            assert passage.span.end <= len(texts[passage.document])
        for one, other in pairwise(family.passages):
            assert one.document != other.document or one.span.end <= other.span.start


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), unit=st.integers(45, 120), times=st.integers(2, 30))
def test_a_row_of_copies_is_one_family(seed: int, unit: int, times: int) -> None:
    row = prose(unit, seed)
    families = search([prose(200, seed + 1) + row * times + prose(200, seed + 2)])
    assert [len(family.passages) for family in families] == [times]


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), size=st.integers(1, 4000))
def test_prose_in_which_nothing_repeats_has_no_families(seed: int, size: int) -> None:
    assert search([prose(size, seed), prose(size, seed + 1)]) == ()
