"""A choice between copies as edits: which reading goes where, what is removed and what is not."""

from __future__ import annotations

from reviewer.review.edits import EditScript
from reviewer.text.span import Span
from reviewer.text.wording import Language
from reviewer.workflow.copy_edits import (
    EditRows,
    TextOf,
    reading_edits,
    removal_edits,
    removed_characters,
)
from reviewer.workflow.library_repeats import Member

BODY = "在2010年全县修通了公路。"
TEXTS = {
    1: f"甲\n{BODY}\n尾",
    2: f"乙\n{BODY.replace('2010', '2022')}\n{BODY.replace('2010', '2022')}\n尾",
}


def text_of(document: int) -> str:
    return TEXTS[document]


def member(document: int, words: str, skip: int = 0) -> Member:
    start = TEXTS[document].index(words, skip)
    return Member(document, Span(start, start + len(words)), False)


def applied(rows: EditRows, texts: TextOf = text_of) -> dict[int, str]:
    return {number: EditScript(tuple(edits)).apply(texts(number)) for number, edits in rows}


def test_a_reading_goes_into_the_copies_that_say_something_else() -> None:
    chosen = member(1, "2010")
    first = member(2, "2022")
    others = [chosen, first, member(2, "2022", first.span.end)]
    rows = reading_edits(chosen, others, text_of, Language.CHINESE)
    assert applied(rows) == {2: TEXTS[2].replace("2022", "2010")}
    assert {edit.reason for _, edits in rows for edit in edits} == {"改用另一份副本的说法"}


def test_copies_that_say_the_same_are_left_alone() -> None:
    first = member(2, "2022")
    again = member(2, "2022", first.span.end)
    assert reading_edits(first, [again], text_of, Language.CHINESE) == []


def test_all_copies_but_one_go_with_their_lines() -> None:
    words = BODY.replace("2010", "2022")
    first = member(2, words)
    others = [first, member(2, words, first.span.end)]
    rows = removal_edits(member(1, BODY), others, text_of, Language.ENGLISH)
    assert applied(rows) == {2: "乙\n尾"}
    assert removed_characters(rows) == len(TEXTS[2]) - len("乙\n尾")


def test_nothing_of_the_copy_that_stays_goes_with_one_that_overlaps_it() -> None:
    text = "一二三四五六七八"
    kept, other = Member(3, Span(0, 5), True), Member(3, Span(3, 8), False)
    rows = removal_edits(kept, [other], lambda _: text, Language.CHINESE)
    assert applied(rows, lambda _: text) == {3: "一二三四五"}


def test_copies_that_overlap_each_other_are_removed_once() -> None:
    text = "零一二三四五六七八九"
    others = [Member(3, Span(2, 6), False), Member(3, Span(4, 8), False)]
    rows = removal_edits(Member(1, Span(0, 1), True), others, lambda _: text, Language.CHINESE)
    assert applied(rows, lambda _: text) == {3: "零一八九"}
    assert removed_characters(rows) == 6
