"""No copies: what the editor has said of a family holds after new searches, and can be undone."""

from __future__ import annotations

import pytest
from bench import Bench
from speech_library import Author, settle, take_in

from reviewer.review.edits import Edit
from reviewer.review.steps import StepKind
from reviewer.workflow.library_repeats import LibraryFamily
from reviewer.workflow.searching import search_library

AUTHOR = Author(21)
PASSAGE = AUTHOR.prose(200)
FOREWORDS = [AUTHOR.prose(150) for _ in range(4)]


@pytest.fixture
def pair(bench: Bench) -> Bench:
    """A library with two copies of a passage."""
    for number in range(2):
        take_in(bench, FOREWORDS[number] + PASSAGE, f"{number}.txt")
    search_library(bench.desk)
    return bench


def only(bench: Bench) -> LibraryFamily:
    (family,) = bench.desk.repeats().families
    return family


def counts(bench: Bench) -> tuple[int, int]:
    """How many families are shown, and how many are no copies."""
    repeats = bench.desk.repeats()
    return len(repeats.families), len(repeats.dismissed)


def test_a_family_that_is_none_is_not_shown_and_undo_brings_it_back(pair: Bench) -> None:
    family = only(pair)
    step = pair.desk.dismiss_repeat(family)
    assert step is not None
    assert step.kind is StepKind.DISMISS_REPEAT
    assert counts(pair) == (0, 1)
    assert pair.desk.repeats().dismissed == (family,)
    pair.desk.undo()
    assert only(pair) == family
    pair.desk.redo()
    pair.reopen()
    assert counts(pair) == (0, 1)


def test_it_can_be_taken_back_later(pair: Bench) -> None:
    family = only(pair)
    pair.desk.dismiss_repeat(family)
    pair.desk.annotate(1, family.members[0].span, "查")
    pair.desk.restore_repeat(pair.desk.repeats().dismissed[0])
    assert only(pair) == family


def test_it_holds_though_the_texts_change_around_it_and_are_searched_again(pair: Bench) -> None:
    pair.desk.dismiss_repeat(only(pair))
    pair.desk.type_text(1, Edit(0, "", "新的开头，和别的稿子都不一样。\n"))
    settle(pair, 1)
    text = pair.desk.text_of(2)
    pair.clock.now += 60
    pair.desk.type_text(2, Edit(len(text) - 1, text[-1], ""))
    settle(pair, 2)
    search_library(pair.desk)
    assert counts(pair) == (0, 1)


def test_a_copy_that_comes_in_later_is_shown_with_what_it_copies(pair: Bench) -> None:
    pair.desk.dismiss_repeat(only(pair))
    take_in(pair, FOREWORDS[2] + PASSAGE, "2.txt")
    search_library(pair.desk)
    assert 3 in {member.document for member in only(pair).members}
    assert counts(pair) == (1, 0)


def test_one_member_alone_may_be_no_copy(pair: Bench) -> None:
    take_in(pair, FOREWORDS[2] + PASSAGE, "2.txt")
    search_library(pair.desk)
    family = only(pair)
    chosen = next(member for member in family.members if not member.representative)
    pair.desk.dismiss_repeat(family, chosen)
    assert chosen not in only(pair).members
    assert len(only(pair).members) == 2
    assert only(pair).number == family.number


def test_another_repeat_of_the_same_documents_is_still_shown(pair: Bench) -> None:
    pair.desk.dismiss_repeat(only(pair))
    other = Author(22).prose(200)
    for number in (1, 2):
        pair.clock.now += 60
        place = 0 if number == 1 else len(pair.desk.text_of(2))
        pair.desk.type_text(number, Edit(place, "", "\n" + other + "\n"))
        settle(pair, number)
    search_library(pair.desk)
    assert counts(pair) == (1, 1)
    assert only(pair).members[0].span.of(pair.desk.text_of(1))[:100] in other


def test_copies_inside_one_document_can_be_dismissed(bench: Bench) -> None:
    take_in(bench, PASSAGE + FOREWORDS[0] + PASSAGE, "一.txt")
    search_library(bench.desk)
    bench.desk.dismiss_repeat(only(bench))
    assert counts(bench) == (0, 1)


def test_a_decision_on_repeats_decides_nothing_else(pair: Bench) -> None:
    before = [mark.decision for mark in pair.desk.reviewed(1).marks]
    pair.desk.dismiss_repeat(only(pair))
    assert [mark.decision for mark in pair.desk.reviewed(1).marks] == before
    assert pair.desk.text_of(1) == FOREWORDS[0] + PASSAGE
