"""Which figures a text states, and what only looks like one."""

from __future__ import annotations

import pytest

from reviewer.repeats.facts import facts_in


def figures(text: str) -> list[tuple[str, str]]:
    return [(fact.span.of(text), fact.sort.value) for fact in facts_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2010年全县完成投资1,636.6亿元", [("2010", "year"), ("1,636.6亿", "number")]),
        ("增长１２．７％", [("１２．７", "number")]),
        ("二〇一〇年，三十五人", [("二〇一〇", "year"), ("三十五", "number")]),
        ("投資3.5萬元", [("3.5萬", "number")]),
        ("2010、2011两年", [("2010", "year"), ("2011", "year"), ("两", "number")]),
        ("20XX年X月，**镇", [("20XX", "mask"), ("X", "mask"), ("**", "mask")]),
        ("某同志在○○公司", [("某", "mask"), ("○○", "mask")]),
        ("占地21。4平方公里", [("21。4", "number")]),
        ("到了2。3月份再说", [("2", "number"), ("3", "date")]),
        ("3月15日上午，二十号", [("3", "date"), ("15", "date"), ("二十", "date")]),
        ("40日内，13月", [("40", "number"), ("13", "number")]),
        ("功率252千瓦", [("252", "number")]),
        ("长5×8米", [("5", "number"), ("8", "number")]),
        ("百分之五十以上", [("百分之五十", "number")]),
        ("编号1234", [("1234", "number")]),
    ],
)
def test_figures_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一、统一思想",
        "（二）加强领导",
        "3.狠抓落实",
        "四是要落实责任",
        "会前讲话。五是总结",
        "第7篇讲话稿",
        "统一认识，十分重视，千方百计",
        "某些同志，某种情况",
        "XL码的衣服",
        "a_b",
        "* 一个星号开头的单子"[:1],
    ],
)
def test_what_counts_points_or_belongs_to_a_word_is_no_figure(text: str) -> None:
    assert figures(text) == []
