"""The map of repeats: what documents share with each other, and what joins places of one."""

from __future__ import annotations

from reviewer.repeats.family import FamilyKind
from reviewer.text.span import Span
from reviewer.workflow.library_repeats import LibraryFamily, LibraryRepeats, Member
from reviewer.workflow.repeat_map import SharedTexts, arcs_of, shared_elsewhere


def family(number: int, *places: tuple[int, int, int]) -> LibraryFamily:
    members = tuple(
        Member(document, Span(start, end), at == 0)
        for at, (document, start, end) in enumerate(places)
    )
    return LibraryFamily(number, FamilyKind.NEAR, 0.9, members, ())


TWICE = family(1, (5, 0, 400), (5, 500, 900), (8, 0, 300))
ELSEWHERE = family(2, (5, 900, 950), (8, 300, 350))
REPEATS = LibraryRepeats((TWICE, ELSEWHERE))
LENGTHS = {5: 1000, 6: 700, 8: 500}


def test_a_cell_tells_how_much_of_the_row_stands_in_the_column() -> None:
    texts = SharedTexts(REPEATS, LENGTHS)
    assert (texts.shared(5, 8).characters, texts.shared(5, 8).share) == (850, 0.85)
    assert (texts.shared(8, 5).characters, texts.shared(8, 5).share) == (350, 0.7)
    assert texts.shared(5, 6).characters == 0


def test_the_diagonal_tells_what_a_document_repeats_within_itself() -> None:
    texts = SharedTexts(REPEATS, LENGTHS)
    assert texts.shared(5, 5).characters == 800
    assert texts.shared(8, 8).characters == 0


def test_the_list_has_every_pair_that_shares_something_the_largest_share_first() -> None:
    rows = SharedTexts(REPEATS, LENGTHS).all()
    assert [(row.document, row.other) for row in rows] == [(5, 8), (5, 5), (8, 5)]


def test_documents_that_are_gone_have_no_part_in_it() -> None:
    texts = SharedTexts(REPEATS, {5: 1000, 6: 700})
    assert [(row.document, row.other) for row in texts.all()] == [(5, 5)]


def test_arcs_join_each_copy_with_the_next_one_the_longest_first() -> None:
    three = family(3, (5, 950, 960), (5, 970, 980), (5, 985, 995))
    arcs = arcs_of(LibraryRepeats((three, TWICE, ELSEWHERE)), 5)
    assert [(arc.family.number, arc.first.span.start, arc.second.span.start) for arc in arcs] == [
        (1, 0, 500),
        (3, 950, 970),
        (3, 970, 985),
    ]
    assert arcs_of(REPEATS, 8) == []


def test_what_others_have_too_is_told_apart_from_what_only_this_one_repeats() -> None:
    own = family(3, (5, 950, 960), (5, 970, 980))
    found = shared_elsewhere(LibraryRepeats((*REPEATS.families, own)), 5)
    assert [member.span.start for _, member in found] == [0, 500, 900]
