"""Slips and years that only a copy tells, and differences that are nobody's mistake."""

from __future__ import annotations

import pytest
from canal_speech import SPEECH, compared, damaged, told

from reviewer.garble.finding import Kind
from reviewer.repeats.family import DisagreementCategory
from reviewer.workflow.analysing import search_findings


@pytest.mark.parametrize(
    ("right", "wrong", "sign", "repair"),
    [
        ("动工之前", "动公之前", "公", "工"),
        ("希望大家", "希望太家", "太", "大"),
        ("希望大家", "希望大加", "加", "家"),
    ],
)
def test_a_slip_is_told_by_the_copy_in_the_worse_text_alone(
    right: str, wrong: str, sign: str, repair: str
) -> None:
    texts = (damaged(right, wrong), SPEECH)
    assert not any(one.text == sign for one in search_findings(texts)[0])
    result = compared(*texts)
    (slip,) = [one for one in result.findings[0] if one.rule.startswith("copies/")]
    assert (slip.text, slip.replacement, slip.safe) == (sign, repair, False)
    assert slip.kind in (Kind.WRONG_WORD, Kind.OCR_CONFUSION)
    assert "修渠讲话副本" in slip.reason.zh
    assert not any(one.rule.startswith("copies/") for one in result.findings[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [("青石村", "清石村"), ("哪座山上", "哪坐山上"), ("住了六夜", "住了九夜")],
    ids=["a place", "a habit of writers", "two figures"],
)
def test_where_both_may_be_right_nothing_is_called_wrong_for_sure(one: str, other: str) -> None:
    result = compared(SPEECH, damaged(one, other))
    told_by_copies = [
        row for found in result.findings for row in found if row.rule.startswith("copies/")
    ]
    assert all(row.is_suggestion for row in told_by_copies)


def test_names_on_which_copies_differ_are_a_disagreement_and_no_slip() -> None:
    texts = tuple(damaged("副县长牵头", f"{name}牵头") for name in ("周晓明", "周小明"))
    result = compared(*texts)
    assert not any(one.rule.startswith("copies/") for found in result.findings for one in found)
    (row,) = result.repeats.disagreements
    assert row.category is DisagreementCategory.WORDING
    assert [one.span.of(texts[one.document]) for one in row.readings] == ["晓", "小"]


def test_a_year_written_over_others_is_told_by_the_copy() -> None:
    text = damaged("2016年秋天", "2022年秋天") + "规划期为2022—2022年。\n"
    found = told((text, SPEECH), Kind.YEAR_OVERWRITTEN)
    assert ("2022", "2016") in [(one.text, one.replacement) for one in found]


def test_years_that_only_differ_are_no_damage() -> None:
    assert told((damaged("2016年秋天", "2022年秋天"), SPEECH), Kind.YEAR_OVERWRITTEN) == []
