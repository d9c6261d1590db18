"""Figures: what repeats and what does not, the largest source, and who shares what with whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.repeats.family import Family, FamilyKind, Passage
from reviewer.repeats.figures import figures_of
from reviewer.text.span import Span, covered_length


def family(*passages: tuple[int, int, int]) -> Family:
    places = sorted(Passage(number, Span(start, end)) for number, start, end in passages)
    return Family(FamilyKind.EXACT, 1.0, tuple(places))


def test_a_passage_in_two_documents() -> None:
    figures = figures_of([100, 50, 10], [family((0, 10, 30), (1, 0, 25))])
    first, second, third = figures.documents
    assert (first.repeated_share, first.unique_share, first.removable_share) == (0.2, 0.8, 0.0)
    assert (second.repeated_share, second.removable_share) == (0.5, 0.5)
    assert first.largest_source is not None
    assert (first.largest_source.document, first.largest_source.share) == (1, 0.2)
    assert third.largest_source is None
    assert third.unique_share == 1.0
    assert list(figures.matrix()) == [(0, 1, 20), (1, 0, 25)]


def test_a_document_that_repeats_itself_is_on_the_diagonal() -> None:
    figures = figures_of([100], [family((0, 0, 20), (0, 40, 60), (0, 70, 90))])
    assert list(figures.matrix()) == [(0, 0, 60)]
    assert figures.documents[0].largest_source is None
    assert figures.documents[0].removable == 40


def test_families_inside_each_other_count_a_character_once() -> None:
    families = [family((0, 0, 50), (1, 0, 50)), family((0, 10, 20), (1, 10, 20), (2, 0, 10))]
    figures = figures_of([100, 50, 10], families)
    assert list(figures.matrix()) == [
        (0, 1, 50),
        (0, 2, 10),
        (1, 0, 50),
        (1, 2, 10),
        (2, 0, 10),
        (2, 1, 10),
    ]
    assert figures.whole.repeated == 110


def test_the_kept_copy_is_not_counted_as_removable() -> None:
    families = [family((0, 0, 20), (1, 0, 20))]
    assert [one.removable for one in figures_of([20, 20], families, [1]).documents] == [20, 0]


def test_nothing_is_no_failure() -> None:
    figures = figures_of([0, 5], [])
    assert [one.unique_share for one in figures.documents] == [1.0, 1.0]
    assert list(figures.matrix()) == []
    assert figures_of([], []).whole.unique_share == 1.0


def test_a_thousand_copies_are_counted() -> None:
    figures = figures_of([40] * 1000, [family(*((number, 5, 35) for number in range(1000)))])
    assert sum(1 for _ in figures.matrix()) == 1000 * 999
    assert {one.repeated for one in figures.documents} == {30}


SPANS = st.tuples(st.integers(0, 3), st.integers(0, 90), st.integers(1, 10))
FAMILIES = st.lists(
    st.lists(SPANS, min_size=2, max_size=5).map(
        lambda rows: family(*((number, start, start + length) for number, start, length in rows))
    ),
    max_size=6,
)


@given(FAMILIES)
def test_shares_add_up_and_the_matrix_agrees_with_them(families: list[Family]) -> None:
    figures = figures_of([100] * 4, families)
    for number, one in enumerate(figures.documents):
        assert one.repeated_share + one.unique_share == pytest.approx(1.0)
        assert 0 <= one.removable <= one.repeated <= one.characters
        assert all(count <= one.repeated for count in one.shared.values())
        if one.largest_source is not None:
            assert one.largest_source.document != number
            others = [count for other, count in one.shared.items() if other != number]
            assert one.largest_source.characters == max(others)
    for number, other, characters in figures.matrix():
        spans = [
            passage.span
            for row in families
            for passage in row.passages
            if passage.document == number
            and any(one.document == other and one != passage for one in row.passages)
        ]
        if number != other:
            assert characters == covered_length(spans)
