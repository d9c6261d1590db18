"""Whole texts into the other script, as edits that can be refused one by one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.text.conversion import convert, converted
from reviewer.text.script import Script
from reviewer.text.span import Span

CLEAN = Path(__file__).resolve().parents[1] / "data" / "clean"


def applied(text: str, edits: list[tuple[Span, str]]) -> str:
    for span, replacement in reversed(edits):
        text = text[: span.start] + replacement + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("头发发白", "頭髮發白"),
        ("干部干活不怕干旱", "幹部幹活不怕乾旱"),
        ("皇后以后", "皇后以後"),
        ("三公里以里面为界", "三公里以裏面爲界"),
        ("一只碗、制造与制度", "一隻碗、製造與制度"),
        ("复杂的复习和重复", "複雜的複習和重複"),
        ("吃面的那一面", "喫麪的那一面"),
    ],
)
def test_the_phrase_decides_between_several_forms(simplified: str, traditional: str) -> None:
    assert converted(simplified, Script.TRADITIONAL) == traditional


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [("乾隆年間的乾糧", "乾隆年间的干粮"), ("瞭望塔上瞭解情況", "瞭望塔上了解情况")],
)
def test_phrases_decide_in_the_other_direction_too(traditional: str, simplified: str) -> None:
    assert converted(traditional, Script.SIMPLIFIED) == simplified


def test_edits_say_where_and_what_and_leave_the_rest() -> None:
    text = "今天，我们开会。"
    assert convert(text, Script.TRADITIONAL) == [(Span(4, 7), "們開會")]


def test_what_is_of_that_script_already_stays_as_it_is() -> None:
    text = "這裡的羣眾為什麼說著話"
    assert converted(text, Script.TRADITIONAL) == text
    assert convert("这里的群众为什么说着话", Script.SIMPLIFIED) == []


def test_phrases_are_seen_through_characters_of_the_other_script() -> None:
    assert converted("這里的頭发", Script.TRADITIONAL) == "這裏的頭髮"


def test_a_text_has_to_go_to_one_of_the_two_scripts() -> None:
    with pytest.raises(KeyError):
        convert("文", Script.MIXED)


@pytest.mark.parametrize(
    ("name", "to", "config"),
    [
        ("simplified", Script.TRADITIONAL, "s2t"),
        ("traditional", Script.SIMPLIFIED, "t2s"),
    ],
)
def test_a_whole_speech_becomes_what_opencc_makes_of_it(name: str, to: Script, config: str) -> None:
    text = (CLEAN / f"{name}.txt").read_text(encoding="utf-8")
    expected = opencc.OpenCC(config).convert(text)
    assert applied(text, convert(text, to)) == expected
    assert convert(expected, to) == []


@settings(max_examples=80)
@given(
    st.text(alphabet="后于发头干部里面复制台松只皇这為乾隆著名A，\n\ud800𠀀", max_size=30),
    st.sampled_from([Script.SIMPLIFIED, Script.TRADITIONAL]),
)
def test_edits_keep_lengths_and_never_meet(text: str, to: Script) -> None:
    edits = convert(text, to)
    assert applied(text, edits) == converted(text, to)
    assert all(len(span) == len(form) > 0 for span, form in edits)
    for (one, _), (other, _) in pairwise(edits):
        assert one.end < other.start
