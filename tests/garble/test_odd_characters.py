"""Invisible, private and look-alike characters: what goes, what is replaced, what stays."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.odd_character_table import FILE
from reviewer.garble.odd_characters import find_encoding_damage
from reviewer.garble.rules import read_table
from reviewer.garble.searched import SearchedText

CLEAN_FILES = sorted((Path(__file__).resolve().parents[1] / "data" / "clean").glob("*.txt"))


def found(text: str) -> list[Finding]:
    return list(find_encoding_damage(SearchedText(text)))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("划出\u200b自产自销区", "\u200b"),
        ("划出\u200b\u200d\ufeff自产", "\u200b\u200d\ufeff"),
        ("会\u2060议", "\u2060"),
        ("发\u00ad展", "\u00ad"),
        ("\u202a会议通知", "\u202a"),
        ("会议\u202e通知", "\u202e"),
        ("第\x07一", "\x07"),
        ("第\x9d一", "\x9d"),
        ("会议\ufffc通知", "\ufffc"),
        ("会议\ufffe通知", "\ufffe"),
        ("会议\u3164\u3164通知", "\u3164\u3164"),
        ("葛\U000e0100市长", "\U000e0100"),
    ],
)
def test_what_cannot_be_seen_goes_unseen(text: str, mark: str) -> None:
    (finding,) = found(text)
    assert (finding.text, finding.replacement, finding.safe) == (mark, "", True)
    assert finding.kind is Kind.INVISIBLE_CHARACTER


@pytest.mark.parametrize("separator", ["\u2028", "\v", "\f", "\x85"])
def test_a_hidden_line_break_becomes_a_visible_one(separator: str) -> None:
    (finding,) = found(f"第一条。{separator}第二条。")
    assert finding.replacement == "\n"


def test_a_hidden_break_beside_a_line_break_goes() -> None:
    (finding,) = found("第一条。\f\n第二条。")
    assert finding.replacement == ""


def test_a_zero_width_space_between_latin_words_is_not_taken_out_unseen() -> None:
    (finding,) = found("Open\u200bSource")
    assert not finding.safe


@pytest.mark.parametrize(
    "text",
    [
        "第一条。\n\t第二条。\xa0第三条。\u3000第四条。",
        "می\u200cخواهم、क्\u200dष",
        "一家人👨\u200d👩\u200d👧、❤️",
        "他说 \u202bשלום\u202c 再见",
        "旗子🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f、한\u3164글",
        "甲、乙、丙；Ａ、Ｂ、Ｃ；２０２０年，２０２１年",
        "XX县、ｘｘ镇",
        "部首有⼀⼁⼂⼃⼄等",
        "人羣散去，羣衆滿意",
    ],
)
def test_what_a_script_or_a_text_needs_stays(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mark", "right"),
    [
        ("这是⼀项工作", "⼀", "一"),
        ("⽇常工作", "⽇", "日"),
        ("⻓江大桥", "⻓", "长"),
        ("隆\uf9dc重", "\uf9dc", "隆"),
        ("\ufa19社", "\ufa19", "神"),
    ],
)
def test_a_look_alike_becomes_the_usual_character(text: str, mark: str, right: str) -> None:
    (finding,) = found(text)
    assert (finding.text, finding.replacement, finding.safe) == (mark, right, True)
    assert finding.kind is Kind.VARIANT_CHARACTER


@pytest.mark.parametrize(
    ("text", "mark", "right"),
    [
        ("到２０20年底", "２０20", "2020"),
        ("增长８.5个点", "８.5", "8.5"),
        ("用Ａ4纸打印", "Ａ4", "A4"),
        ("推广ＰPP模式", "ＰPP", "PPP"),
    ],
)
def test_full_and_half_width_in_one_token_become_half(text: str, mark: str, right: str) -> None:
    (finding,) = found(text)
    assert (finding.text, finding.replacement, finding.safe) == (mark, right, True)


def test_full_width_figures_in_a_half_width_text_are_a_suggestion() -> None:
    (finding,) = found("2019年3项，2020年5项，2021年8项，２０２２年9项")
    assert (finding.text, finding.replacement) == ("２０２２", "2022")
    assert finding.is_suggestion


@pytest.mark.parametrize("mark", ["\ue123\ue124", "\uf8ff", "\U000f0001"])
def test_a_private_character_without_a_known_meaning_is_only_reported(mark: str) -> None:
    (finding,) = found(f"会议由{mark}主持")
    assert (finding.text, finding.replacement, finding.safe) == (mark, None, False)
    assert finding.kind is Kind.PRIVATE_USE_CHARACTER


PRIVATE_ROWS: list[dict[str, Any]] = read_table(FILE)["private_use"]
VARIANT_ROWS: list[dict[str, Any]] = read_table(FILE)["variants"]


@pytest.mark.parametrize("row", PRIVATE_ROWS, ids=lambda row: row["id"])
def test_a_private_character_with_a_known_meaning_is_replaced(row: dict[str, Any]) -> None:
    for text, right in row["cases"]:
        (finding,) = found(text)
        assert finding.replacement == right
        assert finding.rule == f"odd_characters/{row['id']}"
    assert [found(text) for text in row["counter_cases"]] == [[] for _ in row["counter_cases"]]


@pytest.mark.parametrize("row", VARIANT_ROWS, ids=lambda row: row["id"])
def test_a_variant_is_suggested_where_the_text_writes_the_other_form(row: dict[str, Any]) -> None:
    for text, mark in row["cases"]:
        (finding,) = found(text)
        assert finding.text == mark
        assert finding.is_suggestion
    assert [found(text) for text in row["counter_cases"]] == [[] for _ in row["counter_cases"]]


def test_odd_characters_inside_mojibake_belong_to_it() -> None:
    garbled = "防汛工作不能等雨下来了再安排".encode().decode("utf-16-le")
    assert any("\ue000" <= character < "\uf900" for character in garbled)
    (finding,) = found(f"大家好。\n{garbled}\n散会。")
    assert (finding.kind, finding.text) == (Kind.MOJIBAKE, garbled)


@pytest.mark.parametrize("path", CLEAN_FILES, ids=lambda path: path.stem)
def test_clean_prose_is_left_alone(path: Path) -> None:
    assert found(path.read_text(encoding="utf-8")) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in found(text):
        assert finding.text == finding.span.of(text)


@settings(max_examples=100, deadline=None)
@given(
    st.text(
        st.sampled_from("会议a1Ａ\u200b\u200d\u202e\ue5e5\ue123⼀羣群\f\n\uf9dc😀م"), max_size=40
    )
)
def test_findings_never_overlap(text: str) -> None:
    ordered = sorted(finding.span for finding in found(text))
    assert all(a.end <= b.start for a, b in pairwise(ordered))
