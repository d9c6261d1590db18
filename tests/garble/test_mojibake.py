"""Mojibake: bytes read with the wrong charset come back, lost ones are not invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.mojibake import LOST_BYTES, find_mojibake
from reviewer.garble.pattern_rules import matches
from reviewer.garble.rules import Rule, load_rules
from reviewer.garble.searched import SearchedText
from reviewer.text.script import traditional_forms

SENTENCE = "各位同志，防汛工作不能等雨下来了再安排，今天就要把沙袋运到堤上。"
BEFORE, AFTER = "大家上午好。", "下面请水利局的同志发言。"


def sloppy(data: bytes) -> str:
    """Bytes as browsers show them as Windows-1252: five bytes without a sign pass through."""
    return "".join(
        chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes((byte,)).decode("cp1252")
        for byte in data
    )


def reader(codec: str) -> Callable[[bytes], str]:
    return lambda data: data.decode(codec)


LOSSLESS = [
    ("utf-8", sloppy),
    ("utf-8", reader("latin-1")),
    ("gbk", sloppy),
    ("cp950", sloppy),
    ("cp950", reader("gb18030")),
    ("utf-16-le", sloppy),
    ("utf-16-be", sloppy),
    ("utf-8", reader("utf-16-le")),
    ("utf-8", reader("utf-16-be")),
    ("gbk", reader("utf-16-be")),
    ("utf-16-le", reader("utf-16-be")),
    ("utf-16-be", reader("utf-16-le")),
]
NAME = {
    "utf-8": "UTF-8",
    "gbk": "GBK",
    "cp950": "Big5",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
}
TWICE = [
    ("utf-8", sloppy, sloppy),
    ("gbk", sloppy, sloppy),
    ("gbk", sloppy, reader("gb18030")),
    ("cp950", sloppy, reader("gb18030")),
    ("cp950", reader("gb18030"), sloppy),
]


def found(text: str) -> list[Finding]:
    return list(find_mojibake(SearchedText(text)))


def repaired(text: str) -> str:
    for finding in sorted(found(text), key=lambda finding: -finding.span.start):
        if finding.replacement is not None:
            span = finding.span
            text = text[: span.start] + finding.replacement + text[span.end :]
    return text


def sentence_for(codec: str) -> str:
    forms = traditional_forms() if codec == "cp950" else {}
    return "".join(forms.get(character, character) for character in SENTENCE)


@pytest.mark.parametrize(("right", "wrong"), LOSSLESS)
def test_a_line_read_with_the_wrong_charset_comes_back(
    right: str, wrong: Callable[[bytes], str]
) -> None:
    sentence = sentence_for(right)
    garbled = wrong(sentence.encode(right))
    assert repaired(f"{BEFORE}\n{garbled}\n{AFTER}") == f"{BEFORE}\n{sentence}\n{AFTER}"


@pytest.mark.parametrize(("right", "wrong"), LOSSLESS)
def test_half_a_line_comes_back(right: str, wrong: Callable[[bytes], str]) -> None:
    sentence = sentence_for(right)
    garbled = wrong(sentence.encode(right))
    (finding,) = found(BEFORE + garbled + AFTER)
    assert (finding.text, finding.replacement) == (garbled, sentence)
    assert finding.safe


@pytest.mark.parametrize(("right", "wrong"), [("utf-8", "gb18030"), ("gbk", "cp950")])
def test_every_beginning_of_a_line_that_loses_no_byte_comes_back(right: str, wrong: str) -> None:
    tried = 0
    for length in range(12, len(SENTENCE) + 1):
        part = SENTENCE[:length].replace("，", "")
        try:
            garbled = part.encode(right).decode(wrong)
        except UnicodeDecodeError:
            continue
        tried += 1
        assert repaired(f"{BEFORE}\n{garbled}\n{AFTER}") == f"{BEFORE}\n{part}\n{AFTER}"
    assert tried


@pytest.mark.parametrize(("right", "wrong", "wrong_again"), TWICE)
def test_a_mistake_made_twice_is_undone_twice(
    right: str, wrong: Callable[[bytes], str], wrong_again: Callable[[bytes], str]
) -> None:
    sentence = sentence_for(right)
    garbled = wrong_again(wrong(sentence.encode(right)).encode("utf-8"))
    (finding,) = found(f"{BEFORE}\n{garbled}\n{AFTER}")
    assert finding.replacement == sentence
    assert finding.safe


def test_utf_8_read_as_gbk_names_both_charsets() -> None:
    sentence = "城市管理没有捷径，贵在天天做"
    (finding,) = found(f"我常讲：{sentence.encode().decode('gb18030')}。")
    assert finding.replacement == sentence
    assert finding.kind is Kind.MOJIBAKE
    assert "UTF-8" in finding.reason.en
    assert "GBK" in finding.reason.en
    assert finding.safe


def test_every_line_is_a_finding_of_its_own() -> None:
    lines = ["第一，看天气预报。", "第二，看水库水位。"]
    garbled = "\n".join(sloppy(line.encode()) for line in lines)
    assert [finding.replacement for finding in found(garbled)] == lines


def test_figures_at_the_ends_of_a_run_stay_as_they_are() -> None:
    garbled = sloppy("项水利工程全部完工，投资".encode())
    (finding,) = found(f"今年 12 {garbled} 35 亿元")
    assert finding.replacement == "项水利工程全部完工，投资"


def test_hz_that_was_never_decoded_is_read() -> None:
    raw = "防汛".encode("hz").decode("ascii")
    (finding,) = found(f"安排{raw}工作")
    assert (finding.text, finding.replacement, finding.safe) == (raw, "防汛", True)


def test_hz_without_its_end_is_not_safe() -> None:
    raw = "防汛工作".encode("hz").decode("ascii").removesuffix("~}")
    (finding,) = found(f"安排{raw}\n散会")
    assert (finding.replacement, finding.safe) == ("防汛工作", False)


@pytest.mark.parametrize("hole", ["�", "?"])
def test_where_a_byte_is_lost_the_rest_is_repaired_and_nothing_is_safe(hole: str) -> None:
    sentence = "防汛工作不能等雨下来了再安排。"
    garbled = sentence.encode().decode("gb18030", "replace").replace("�", hole)
    (finding,) = found(f"{BEFORE}\n{garbled}\n{AFTER}")
    assert (finding.replacement or "").startswith("防汛工作不能等雨下来了再安排")
    assert not finding.safe
    assert "lost" in finding.reason.en


def test_a_character_that_context_cannot_tell_stays_a_hole() -> None:
    data = "联系人是老".encode() + "瞿".encode()[:2] + b"\xff" + "和老".encode()
    garbled = data.decode("gb18030", "replace")
    (finding,) = found(f"{BEFORE}\n{garbled}\n{AFTER}")
    assert "�" in (finding.replacement or "")
    assert not finding.safe


def test_a_question_mark_that_may_be_a_lost_character_makes_a_run_doubtful() -> None:
    garbled = sloppy("防汛工作不能?等雨下来了再安排".encode())
    (finding,) = found(f"{BEFORE}\n{garbled}\n{AFTER}")
    assert finding.replacement == "防汛工作不能?等雨下来了再安排"
    assert not finding.safe
    assert "lost" in finding.reason.en


def test_a_question_at_the_end_of_a_line_is_not_doubtful() -> None:
    (finding,) = found(f"{BEFORE}\n{sloppy('防汛工作能等雨下来了再安排吗?'.encode())}\n{AFTER}")
    assert finding.safe


def test_a_square_that_may_be_a_lost_character_makes_a_run_doubtful() -> None:
    garbled = (
        "防汛工作不能".encode("gbk").decode("cp950") + "□" + "等雨下".encode("gbk").decode("cp950")
    )
    (finding,) = found(f"{BEFORE}\n{garbled}\n{AFTER}")
    assert "□" in finding.text
    assert not finding.safe


def test_a_line_that_another_mistake_made_is_read_by_that_one() -> None:
    lines = ["第一，看天气预报，提前三天发通知。", "第二，看水库水位，夜里也要有人守。"] * 2
    wrong = [lines[0].encode().decode("gb18030", "ignore"), sloppy(lines[1].encode("gbk"))]
    (last,) = found(f"{wrong[0]}\n{wrong[1]}\n{wrong[0]}")[1:2]
    assert last.replacement == lines[1]


def test_gbk_read_as_utf_8_is_reported_and_not_invented() -> None:
    garbled = "城市管理没有捷径".encode("gbk").decode("utf-8", "replace")
    findings = found(f"我常讲：{garbled}。")
    assert findings
    assert all(finding.replacement is None for finding in findings)
    assert all(finding.kind is Kind.REPLACEMENT_CHARACTER for finding in findings)


RULES = load_rules(LOST_BYTES)


@pytest.mark.parametrize(
    ("rule", "text", "mark"), [(rule, *case) for rule in RULES for case in rule.cases]
)
def test_a_mark_of_lost_bytes_is_reported_and_nothing_is_invented_for_it(
    rule: Rule, text: str, mark: str
) -> None:
    assert [span.of(text) for span, _ in matches(SearchedText(text), rule)] == [mark]
    (finding,) = found(text)
    assert (finding.text, finding.rule) == (mark, rule.id)
    assert (finding.replacement, finding.safe) == (rule.replacement, rule.safe)
    assert not finding.replacement


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule in RULES for text in rule.counter_cases]
)
def test_what_only_resembles_such_a_mark_is_left_alone(rule: Rule, text: str) -> None:
    assert list(matches(SearchedText(text), rule)) == []
    assert found(text) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_searched_and_every_finding_shows_its_text(text: str) -> None:
    for finding in found(BEFORE + text):
        assert finding.span.of(BEFORE + text) == finding.text


TEXTS = Path(__file__).resolve().parents[1] / "data" / "garble"
SIMPLIFIED, TRADITIONAL = (
    (TEXTS / f"speech_{script}.txt").read_text("utf-8").splitlines()
    for script in ("simplified", "traditional")
)


@pytest.mark.parametrize(("right", "wrong"), LOSSLESS)
@settings(max_examples=15, deadline=None, derandomize=True)
@given(data=st.data())
def test_encoded_rightly_and_decoded_wrongly_two_sentences_come_back(
    right: str, wrong: Callable[[bytes], str], data: st.DataObject
) -> None:
    known = TRADITIONAL if right == "cp950" else SIMPLIFIED + TRADITIONAL
    original = "".join(data.draw(st.lists(st.sampled_from(known), min_size=2, max_size=4)))
    try:
        garbled = wrong(original.encode(right))
    except UnicodeDecodeError:
        assume(False)
    assert repaired(f"{BEFORE}\n{garbled}\n{AFTER}") == f"{BEFORE}\n{original}\n{AFTER}"


@pytest.mark.parametrize(("right", "wrong"), LOSSLESS)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_what_is_safe_reads_back_into_what_stood_there(
    right: str, wrong: Callable[[bytes], str], data: st.DataObject
) -> None:
    signs = st.sampled_from("防汛工作安排部署責任落實到人，沙袋上堤。12 ab\n")
    try:
        garbled = wrong("".join(data.draw(st.lists(signs, min_size=12, max_size=40))).encode(right))
    except UnicodeDecodeError:
        assume(False)
    for finding in found(garbled):
        if finding.safe and f"bytes of {NAME[right]} " in finding.reason.en:
            assert wrong((finding.replacement or "").encode(right)) == finding.text
