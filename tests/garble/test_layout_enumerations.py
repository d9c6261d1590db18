"""Steps of a list that are missing or stand twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.enumerations import find_enumeration_errors
from reviewer.garble.finding import Finding
from reviewer.garble.paragraphs import LayoutText
from reviewer.garble.searched import SearchedText


def found(text: str) -> list[Finding]:
    return list(find_enumeration_errors(LayoutText(SearchedText(text))))


@pytest.mark.parametrize(
    ("text", "mark", "right"),
    [
        ("一是修路。二是架桥。三是通水。五是种树。六是治污。", "五是", None),
        ("一是修路；二是架桥；四是种树。", "四是", "三是"),
        ("一、修路\n二、架桥\n四、种树", "四、", "三、"),
        ("（一）修路\n（二）架桥\n（二）种树", "（二）", "(三)"),
        ("1、修路\n2、架桥\n4、种树\n5、治污", "4、", None),
        ("第一，修路。第二，架桥。第四，种树。", "第四，", "第三,"),
        ("一是修路。\n二是架桥。\n第三，要种树。", "第三，", "三是"),
        ("一、修路\n二、架桥\n三、通水\n四、种树\n三、治污\n四、扩绿", "三、", None),
        ("一要修路。二要架桥。二要种树。", "二要", "三要"),
    ],
)
def test_a_wrong_step_is_marked(text: str, mark: str, right: str | None) -> None:
    (finding,) = found(text)
    assert (finding.text, finding.replacement) == (mark, right)


@pytest.mark.parametrize(
    "text",
    [
        "一、修路\n（一）要快\n（二）要好\n二、架桥\n（一）要快\n（二）要好\n三、通水",
        "一是抓路：一是快，二是好。二是抓桥。三是抓水。",
        "一是修路,二是架桥,三是通水。",
        "一、修路\n二、架桥\n同志们\n一、通水\n二、种树",
        "发展第二、第三产业，办好十八届三中、四中全会精神学习班。",
        "一是洪水大；其次是雨多；三是水位高。",
        "一要整治。要修路。\n二要保洁。首先，要清扫。其次，要检查。第三，要通报。",
        "今年是第三次开会。三是不对的。",
        "十一是国庆。二是数字。",
        "（一）修路\n1、快\n2、好\n（二）架桥\n1、快",
        "一、二年级的学生\n三、四月份的工作",
    ],
)
def test_lists_that_are_right_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_lost_number_is_supplied_between_its_neighbours() -> None:
    text = "我讲三点。一、修路。要快。、架桥。要好。三、通水。要稳。"
    (finding,) = found(text)
    assert (finding.text, finding.replacement) == ("、", "二、")
    assert found("、架桥要好。")[0].replacement is None


@settings(max_examples=80)
@given(st.text(alphabet="一二三十是要、，。（）第1234\n市", max_size=80))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in found(text):
        assert finding.text == finding.span.of(text)
