"""The collection among the seed speeches holds three speeches twice; each is one family."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.repeats.disagreements import find_disagreements
from reviewer.repeats.family import Family
from reviewer.repeats.search import find_families
from reviewer.text.canonical import canonical_text
from reviewer.text.span import Span

pytestmark = pytest.mark.seeds

COLLECTION = 4

COPIES = [
    pytest.param(Span(13597, 23220), Span(23223, 32768), id="the fifth speech twice in itself"),
    pytest.param(Span(41452, 48003), Span(48005, 54553), id="the seventh and the eighth speech"),
    pytest.param(Span(90, 1027), Span(3514, 4417), id="the first and the head of the third"),
]


@pytest.fixture(scope="module")
def texts(seed_files: list[Path]) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in seed_files]


@pytest.fixture(scope="module")
def families(texts: list[str]) -> tuple[Family, ...]:
    return find_families([canonical_text(text) for text in texts])


def covers(found: Span, wanted: Span) -> bool:
    common = min(found.end, wanted.end) - max(found.start, wanted.start)
    return common >= 0.99 * len(wanted) and len(found) <= 1.01 * len(wanted)


@pytest.mark.parametrize(("first", "second"), COPIES)
def test_a_speech_that_stands_twice_is_one_family_of_two(
    first: Span, second: Span, families: tuple[Family, ...]
) -> None:
    found = [
        family
        for family in families
        if len(family.passages) == 2
        and covers(family.passages[0].span, first)
        and covers(family.passages[1].span, second)
    ]
    assert len(found) == 1
    assert {one.document for one in found[0].passages} == {COLLECTION}
    assert found[0].similarity > 0.98


FACTS = [("year", ["2022", "2010"])]
"""Compared by hand: all facts in which the copies of the collection differ. Its masks differ too,
but only in how they are written."""


def test_the_facts_on_which_the_copies_disagree_are_listed(
    texts: list[str], families: tuple[Family, ...]
) -> None:
    found = [
        (one.category.value, [reading.span.of(texts[COLLECTION]) for reading in one.readings])
        for one in find_disagreements(texts, families)
        if {reading.document for reading in one.readings} == {COLLECTION}
    ]
    assert found == FACTS


def test_most_of_what_is_found_lies_in_those_copies(
    texts: list[str], families: tuple[Family, ...]
) -> None:
    lengths = sorted(sum(len(one.span) for one in family.passages) for family in families)
    assert sum(lengths[-3:]) > 0.9 * sum(lengths)
