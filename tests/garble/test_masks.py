"""Masks with what they hide, masks that ran over numbers, and years that were overwritten."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.masks import What, find_masks, hidden_by, what_masks_hide
from reviewer.garble.searched import SearchedText
from reviewer.garble.years import KnownYears, RangeRule, find_overwritten_years
from reviewer.garble.years import known_years as _known
from reviewer.garble.years import range_rules as _ranges

CLEAN = sorted((Path(__file__).resolve().parents[1] / "data" / "clean").glob("*.txt"))
HIDDEN = [(row, text, mask) for row in what_masks_hide() for text, mask in row.cases]
NOT_HIDDEN = [(row, text) for row in what_masks_hide() for text in row.counter_cases]
RANGES = [(rule, text, found) for rule in _ranges() for text, found in rule.cases]
KNOWN = [(rule, *case) for rule in _known() for case in rule.cases]
RIGHT_YEARS = [(rule, text) for rule in (*_ranges(), *_known()) for text in rule.counter_cases]


def masks(text: str) -> list[Finding]:
    return sorted(find_masks(SearchedText(text)), key=lambda finding: finding.span)


def years(text: str) -> list[Finding]:
    return sorted(find_overwritten_years(SearchedText(text)), key=lambda finding: finding.span)


@pytest.mark.parametrize(
    ("row", "text", "mask"), HIDDEN, ids=lambda value: getattr(value, "id", "")
)
def test_the_context_tells_what_a_mask_hides(row: What, text: str, mask: str) -> None:
    searched = SearchedText(text)
    told = [(f.text, hidden_by(searched, f).id) for f in masks(text)]
    assert (mask, row.id) in told


@pytest.mark.parametrize(("row", "text"), NOT_HIDDEN, ids=lambda value: getattr(value, "id", ""))
def test_another_row_tells_a_counter_case(row: What, text: str) -> None:
    searched = SearchedText(text)
    told = [hidden_by(searched, finding).id for finding in masks(text)]
    assert told
    assert row.id not in told


def test_what_a_mask_hides_is_said_in_the_reason() -> None:
    (finding,) = masks("刚才，**县委发了通报。")
    assert finding.reason.zh == "“**”遮盖了地名"
    assert finding.replacement is None


def test_an_injected_reading_behind_a_mask_does_not_hide_its_context() -> None:
    (finding,) = masks("**區(qū)紀念林")
    assert "地名" in finding.reason.zh


@pytest.mark.parametrize(
    ("text", "replacement"),
    [
        ("栽下果树20XX余棵", "2000"),
        ("走访农户20xx多户", "2000"),
        ("惠及近20XX户人家", "2000"),
        ("铺设管道20XX米", None),
        ("硬化地面20XX平方米", None),
        ("補助20XX。6萬元", None),
        ("拆除棚舍20××間", None),
        ("培训骨干20XX人次", None),
    ],
)
def test_a_mask_over_a_number_is_told_from_a_masked_year(
    text: str, replacement: str | None
) -> None:
    (finding,) = masks(text)
    assert finding.kind is Kind.OVER_MASKING
    assert finding.replacement == replacement


@pytest.mark.parametrize(
    "text",
    ["20XX年的工作", "20xx 年年底", "(20XX—20XX学年)", "20XX届毕业生", "〔20XX〕3号", "近20XX年来"],
)
def test_a_masked_year_is_no_masked_number(text: str) -> None:
    assert masks(text)
    assert all(finding.kind is Kind.MASKED_TEXT for finding in masks(text))


@pytest.mark.parametrize(
    "text",
    [
        "做一次X光检查，再填7+X方案。",
        "二○○二年，某些村还没有通车。",
        "尺寸为3×5米，型号20XXL。",
        "要点如下：\n***\n* 一\n* 二",
    ],
)
def test_signs_of_other_use_are_no_masks(text: str) -> None:
    assert masks(text) == []


@pytest.mark.parametrize(("rule", "text", "found"), RANGES, ids=lambda v: getattr(v, "id", ""))
def test_years_that_cannot_both_be_right(rule: RangeRule, text: str, found: str) -> None:
    findings = years(text)
    assert findings
    assert {(f.text, f.rule) for f in findings} == {(found, f"years/{rule.id}")}
    assert all(f.replacement is None for f in findings)


@pytest.mark.parametrize(
    ("rule", "text", "found", "right"), KNOWN, ids=lambda v: getattr(v, "id", "")
)
def test_years_that_everybody_knows(rule: KnownYears, text: str, found: str, right: str) -> None:
    (finding,) = years(text)
    assert (finding.text, finding.replacement) == (found, right)
    assert finding.rule == f"years/{rule.id}"


@pytest.mark.parametrize(("rule", "text"), RIGHT_YEARS, ids=lambda v: getattr(v, "id", ""))
def test_years_that_can_be_right_are_left_alone(rule: RangeRule | KnownYears, text: str) -> None:
    assert years(text) == [], rule.id


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_prose_has_no_masks_and_no_odd_years(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert masks(text) == []
    assert years(text) == []


@settings(max_examples=60)
@given(st.text(alphabet="20Xx*×_年届某○□区市。.余近户—至到比周是建党五十(9)\n", max_size=50))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in [*masks(text), *years(text)]:
        assert finding.text == finding.span.of(text)
        assert finding.text


@pytest.mark.seeds
def test_the_masks_of_the_seed_speeches(seed_files: list[Path]) -> None:
    counts = [Counter(f.kind for f in masks(path.read_text("utf-8"))) for path in seed_files]
    assert [count[Kind.OVER_MASKING] for count in counts] == [0, 8, 0, 0, 0]
    assert [count[Kind.MASKED_TEXT] for count in counts] == [0, 63, 19, 3, 86]
