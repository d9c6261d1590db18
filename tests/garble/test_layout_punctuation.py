"""Signs in a row, missing stops and odd widths are marked; styles are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.finding import Finding
from reviewer.garble.paragraphs import LayoutText
from reviewer.garble.pattern_rules import matches
from reviewer.garble.punctuation import FILE, Gap, find_punctuation, gap_places, gaps
from reviewer.garble.rules import Rule, load_rules
from reviewer.garble.searched import SearchedText
from reviewer.text.folding import folded_text

CASES = [(rule, *case) for rule in load_rules(FILE) for case in rule.cases]
COUNTER_CASES = [(rule, text) for rule in load_rules(FILE) for text in rule.counter_cases]
GAPS = [(gap, text) for gap in gaps() for text in gap.cases]
NO_GAPS = [(gap, text) for gap in gaps() for text in gap.counter_cases]


def name(value: object) -> str:
    return str(getattr(value, "id", ""))


def sure(text: str) -> list[Finding]:
    return [f for f in find_punctuation(LayoutText(SearchedText(text))) if not f.is_suggestion]


def repaired(text: str) -> str:
    for finding in reversed(sure(text)):
        text = text[: finding.span.start] + (finding.replacement or "") + text[finding.span.end :]
    return text


@pytest.mark.parametrize(("rule", "text", "found"), CASES, ids=name)
def test_a_rule_finds_its_case(rule: Rule, text: str, found: str) -> None:
    assert [span.of(text) for span, _ in matches(SearchedText(text), rule)] == [found]


@pytest.mark.parametrize(("rule", "text"), COUNTER_CASES, ids=name)
def test_a_rule_leaves_its_counter_case_alone(rule: Rule, text: str) -> None:
    assert list(matches(SearchedText(text), rule)) == []


@pytest.mark.parametrize(("gap", "text"), GAPS, ids=name)
def test_a_gap_is_found(gap: Gap, text: str) -> None:
    assert len(list(gap_places(folded_text(text), gap))) == 1


@pytest.mark.parametrize(("gap", "text"), NO_GAPS, ids=name)
def test_there_is_no_gap(gap: Gap, text: str) -> None:
    assert list(gap_places(folded_text(text), gap)) == []


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("要提高认识，，把工作抓好。", "要提高认识，把工作抓好。"),
        ("任务已经完成。。下面转入第二项。", "任务已经完成。下面转入第二项。"),
        ("公安、、城管要配合。", "公安、城管要配合。"),
        ("不能只顾赶工期,，。要讲安全。", "不能只顾赶工期。要讲安全。"),
        ("不能只顾进度，。要讲质量。", "不能只顾进度。要讲质量。"),
        ("开展“回头看“活动。", "开展“回头看”活动。"),
    ],
)
def test_of_signs_in_a_row_one_stays(text: str, clean: str) -> None:
    assert repaired(text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "他说：“好。”，大家都笑了。",
        "太好了！！真的吗？？",
        "等等……。",
        "事情还没有完。。。",
        "std::vector是C++的容器",
        "“第一段没有说完。\n“第二段接着说完。”",
        "公安、城管、工商等部门。",
        "时间10:30,地点在会议室。",
    ],
)
def test_what_is_meant_is_left_alone(text: str) -> None:
    assert sure(text) == []


def test_half_width_signs_among_full_ones_are_widened() -> None:
    text = "县里开会，镇上落实，" * 8 + "村里行动,户户参与，人人动手。"
    (finding,) = sure(text)
    assert (finding.text, finding.replacement, finding.safe) == (",", "，", True)


def test_a_document_that_is_half_width_throughout_is_left_alone() -> None:
    assert sure("县里开会,镇上落实,村里行动,户户参与。" * 8) == []


def test_a_missing_stop_at_the_end_of_a_paragraph() -> None:
    body = "会议很重要。大家要认真学习。各单位要迅速传达，切实抓好各项工作的落实"
    (finding,) = sure(f"{body}\n二、加强领导\n要落实责任。")
    assert (finding.span.start, finding.replacement) == (len(body), "。")


def test_a_heading_at_the_end_of_a_paragraph_needs_no_stop() -> None:
    body = "会议很重要。大家要认真学习。二、加强领导，落实责任，确保完成任务"
    assert sure(f"{body}\n\n要落实责任。大家要行动起来。") == []


def test_an_unpaired_mark_is_a_suggestion() -> None:
    (finding,) = find_punctuation(LayoutText(SearchedText("组织开展“学习型、创新型活动。")))
    assert finding.is_suggestion
    assert finding.text == "“"


@settings(max_examples=60)
@given(st.text(alphabet="市县下面同志们,，。、:“”《》\n我就", max_size=60))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in find_punctuation(LayoutText(SearchedText(text))):
        assert finding.text == finding.span.of(text)
