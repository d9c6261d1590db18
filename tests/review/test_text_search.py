"""Finding and replacing words: as they are, through both scripts, by expression."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.review.edits import EditScript
from reviewer.review.text_search import (
    PatternInvalid,
    PatternTooSlow,
    Query,
    hits,
    replacement_edits,
)


def found(text: str, query: Query) -> list[str]:
    return [hit.span.of(text) for hit in hits(text, query)]


def replaced(text: str, query: Query, replacement: str) -> str:
    return EditScript(tuple(replacement_edits(text, query, replacement))).apply(text)


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("会议开始，会议结束。", Query("会议"), ["会议", "会议"]),
        ("哈哈哈", Query("哈哈"), ["哈哈"]),
        ("共 3.5 亿", Query("."), ["."]),
        ("農業和农业", Query("农业"), ["农业"]),
        ("農業和农业", Query("农业", through_scripts=True), ["農業", "农业"]),
        ("農業和农业", Query("農業", through_scripts=True), ["農業", "农业"]),
        ("（一）(二)", Query("(", through_scripts=True), ["（", "("]),
        ("ppp 与 PPP", Query("ppp", through_scripts=True), ["ppp", "PPP"]),
        ("ppp 与 PPP", Query("ppp"), ["ppp"]),
        ("2022年和2010年", Query(r"\d{4}年", as_pattern=True), ["2022年", "2010年"]),
        ("一、二\n三、四", Query(r"^.、", as_pattern=True), ["一、", "三、"]),
        ("空", Query("x*", as_pattern=True), []),
        ("什么都不找", Query(""), []),
    ],
)
def test_what_is_found(text: str, query: Query, expected: list[str]) -> None:
    assert found(text, query) == expected


@pytest.mark.parametrize(
    ("text", "query", "replacement", "expected"),
    [
        ("会议开始，会议结束。", Query("会议"), "大会", "大会开始，大会结束。"),
        ("a.b", Query("."), r"\1", r"a\1b"),
        ("10。5元", Query(r"(\d)。(\d)", as_pattern=True), r"\1.\2", "10.5元"),
        ("10。5元", Query(r"(?P<a>\d)。", as_pattern=True), r"\g<a>.", "10.5元"),
        ("甲；乙", Query("；", as_pattern=True), r"；\n", "甲；\n乙"),
        ("甲；乙", Query("；", as_pattern=True), "\\\\", "甲\\乙"),
        ("農業部", Query("(农)业", True, True), r"\1业", "農业部"),
        ("ac", Query("a(b)?c", as_pattern=True), r"[\1]", "[]"),
    ],
)
def test_what_stands_there_afterwards(
    text: str, query: Query, replacement: str, expected: str
) -> None:
    assert replaced(text, query, replacement) == expected


def test_a_place_that_stays_as_it_is_gives_no_edit() -> None:
    assert replacement_edits("大会大会", Query("大会"), "大会") == []


@pytest.mark.parametrize("pattern", ["(", "[", "a{2,1}", "(?P<a>x)(?P<a"])
def test_an_expression_that_is_none_is_refused(pattern: str) -> None:
    with pytest.raises(PatternInvalid):
        hits("甲", Query(pattern, as_pattern=True))


@pytest.mark.parametrize("replacement", [r"\2", r"\g<b>"])
def test_a_replacement_that_names_no_group_is_refused(replacement: str) -> None:
    with pytest.raises(PatternInvalid):
        replacement_edits("甲", Query("(甲)", as_pattern=True), replacement)


def test_an_expression_that_never_ends_is_stopped() -> None:
    with pytest.raises(PatternTooSlow):
        hits("一" * 40 + "二", Query("(?:一+)+三|(?:一|一)*四", as_pattern=True))


@given(st.text("会议農农，a", max_size=40), st.text("会议农a", min_size=1, max_size=3))
def test_what_is_found_is_what_is_asked_for(text: str, words: str) -> None:
    assert found(text, Query(words)) == [words] * text.count(words)
    assert replaced(text, Query(words), "") == text.replace(words, "")
