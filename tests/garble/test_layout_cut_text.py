"""Names and ends that are missing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.blanks import CUT_FILE
from reviewer.garble.cut_text import find_missing_text, find_truncated_text
from reviewer.garble.paragraphs import LayoutText
from reviewer.garble.pattern_rules import matches
from reviewer.garble.rules import Rule, load_rules
from reviewer.garble.searched import SearchedText

CASES = [(rule, *case) for rule in load_rules(CUT_FILE) for case in rule.cases]
COUNTER_CASES = [(rule, text) for rule in load_rules(CUT_FILE) for text in rule.counter_cases]
SPEECH = "同志们：\n" + "今天会议的主要任务是总结经验、部署工作，请大家认真领会。" * 6


def name(value: object) -> str:
    return str(getattr(value, "id", ""))


def truncated(text: str) -> list[str]:
    return [finding.text for finding in find_truncated_text(LayoutText(SearchedText(text)))]


@pytest.mark.parametrize(("rule", "text", "found"), CASES, ids=name)
def test_a_rule_finds_its_case(rule: Rule, text: str, found: str) -> None:
    assert [span.of(text) for span, _ in matches(SearchedText(text), rule)] == [found]


@pytest.mark.parametrize(("rule", "text"), COUNTER_CASES, ids=name)
def test_a_rule_leaves_its_counter_case_alone(rule: Rule, text: str) -> None:
    assert list(matches(SearchedText(text), rule)) == []


def test_what_was_cut_out_is_not_invented() -> None:
    (finding,) = find_missing_text(LayoutText(SearchedText("由县政府副县长 牵头，马上进行。")))
    assert finding.replacement is None
    assert not finding.safe


@pytest.mark.parametrize(
    ("end", "last"),
    [("让工人高高兴兴上班、平平安安回", "平平安安回"), ("要落实责任，", "要落实责任，")],
)
def test_a_speech_that_breaks_off_is_marked_at_its_end(end: str, last: str) -> None:
    assert truncated(SPEECH + end) == [last]


def test_the_end_of_the_speech_is_before_the_furniture_of_the_page() -> None:
    tail = "\n推荐度:\n点击下载文档文档为doc格式\n相关工作信息\n"
    assert truncated(SPEECH + "对工作不力的单位，要进行通" + tail) == ["要进行通"]
    assert truncated(SPEECH + tail) == []


@pytest.mark.parametrize(
    "end", ["", "谢谢大家", "\n二〇一五年三月八日", "\n县长 王强", "2015年3月"]
)
def test_a_speech_that_ends_is_left_alone(end: str) -> None:
    assert truncated(SPEECH + end) == []


@settings(max_examples=60)
@given(st.text(alphabet="市县长 牵头，。“”《》()党的和十八届\n", max_size=80))
def test_any_text_is_searched_without_failing(text: str) -> None:
    layout = LayoutText(SearchedText(text))
    for finding in (*find_missing_text(layout), *find_truncated_text(layout)):
        assert finding.text == finding.span.of(text)
