"""Straight and mixed quotation marks around Chinese words; English and code keep theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.finding import Finding
from reviewer.garble.paragraphs import LayoutText
from reviewer.garble.quotes import find_quotes
from reviewer.garble.searched import SearchedText


def found(text: str) -> list[Finding]:
    return list(find_quotes(LayoutText(SearchedText(text))))


@pytest.mark.parametrize(
    ("text", "quoted", "repaired"),
    [
        ("要增强'走在前列'的意识。", "'走在前列'", "“走在前列”"),
        ('治理"牛皮癣"小广告。', '"牛皮癣"', "“牛皮癣”"),
        ("衔接好'xx'规划。", "'xx'", "“xx”"),
        ("列入'991工程'计划。", "'991工程'", "“991工程”"),
        ("他说“要把'钉钉子'精神学到手”。", "'钉钉子'", "‘钉钉子’"),
        ("他説：「要學'釘釘子'精神」。", "'釘釘子'", "『釘釘子』"),
        ("治理＂牛皮癣＂小广告。", "＂牛皮癣＂", "“牛皮癣”"),
        ('开展“回头看"活动。', '“回头看"', "“回头看”"),
        ("他说:\"要学'雷锋'精神\"。", "\"要学'雷锋'精神\"", "“要学‘雷锋’精神”"),
    ],
)
def test_a_pair_is_one_finding(text: str, quoted: str, repaired: str) -> None:
    (finding,) = found(text)
    assert (finding.text, finding.replacement) == (quoted, repaired)
    assert finding.safe


@pytest.mark.parametrize(
    "text",
    [
        '他们提出的"7+X"工作法值得学习。',
        "It's the mayor's plan, 'as is'.",
        "身高5'10\"的运动员",
        '<img alt="第一页">',
        "print('你好'); x = {'城市': 1}",
        "“双招双引”和‘一带一路’",
        "既要“金山‘银山’”",
        "一个'孤零零的引号",
        "归纳为三个不等”和“两个不忘”。",
        "“一”和“二”、“三”",
        "归纳为三个不等”：要先把家门口扫干净。",
    ],
)
def test_other_marks_stay(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("村里是名副其实的”生命线”。", "”生命线”"),
        ("支部搞”一线工作法“，很有效果。", "”一线工作法“"),
    ],
)
def test_a_pair_that_opens_with_a_closing_mark(text: str, quoted: str) -> None:
    (finding,) = found(text)
    assert (finding.text, finding.replacement) == (quoted, f"“{quoted[1:-1]}”")
    assert not finding.safe


def test_bare_single_marks_in_a_document_of_double_ones() -> None:
    text = "“一”、“二”、“三”、“四”、“五”，实施‘一圈一带’战略，既要“金山‘银山’”。"
    (finding,) = found(text)
    assert finding.replacement == "“一圈一带”"
    assert not finding.safe


@settings(max_examples=60)
@given(st.text(alphabet="市县'\"“”‘’=<x5\n", max_size=60))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in found(text):
        assert finding.text == finding.span.of(text)


@pytest.mark.seeds
def test_the_quotes_of_the_seed_speeches(seed_files: list[Path]) -> None:
    assert [len(found(path.read_text("utf-8"))) for path in seed_files] == [1, 0, 0, 0, 18]
