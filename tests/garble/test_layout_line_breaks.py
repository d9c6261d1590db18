"""Breaks inside sentences are joined; speeches on one line get their lines back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.blanks import blanks_of
from reviewer.garble.finding import Finding
from reviewer.garble.line_breaks import find_line_breaks
from reviewer.garble.paragraphs import LayoutText
from reviewer.garble.searched import SearchedText

PROSE = "各级各部门要把思想统一到会议精神上来，认真抓好落实，确保完成全年任务。"


def found(text: str) -> list[Finding]:
    layout = LayoutText(SearchedText(text))
    return list(find_line_breaks(layout, blanks_of(layout)))


def sure(text: str) -> list[Finding]:
    return [f for f in found(text) if not f.is_suggestion]


def repaired(text: str) -> str:
    for finding in sorted(sure(text), key=lambda finding: finding.span, reverse=True):
        text = text[: finding.span.start] + (finding.replacement or "") + text[finding.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("灭火器过期三年没有人换。有的安全员照片挂\n在墙上，人却不在岗上。", "照片挂在墙上"),
        (
            "会议指出，按照市委市政府的统一部署，明年\n\n三月将进行验收，各单位要早作准备。",
            "明年三月",
        ),
        ("要加强对工地、道路、\n河道的巡查，发现问题要做到及时处理。", "道路、河道"),
        ("我們要總結經驗。各鄉鎮要把責任落實到村、落實到\n人，不留死角。", "落實到人"),
    ],
)
def test_a_broken_sentence_is_joined(text: str, clean: str) -> None:
    assert clean in repaired(text)


@pytest.mark.parametrize(
    "text",
    [
        "凝心聚力，攻坚克难，推动工作再上新台阶\n同志们：今天我们开会，部署工作。",
        "一、统一思想，提高认识，增强做好工作的责任感\n做好这项工作，意义重大。",
        f"{PROSE}二、突出重点，狠抓落实\n{PROSE}",
        f"{PROSE}\n{PROSE}",
        f"三是加强督查\n{PROSE}",
        "讲话人 王某某\n2015年3月，我县召开会议。",
        "演员名气渐渐大，\n片酬行情天天涨。",
        "县委书记张大和\n编者按：近年来，来信不断增多。",
    ],
)
def test_headings_and_whole_paragraphs_are_left_alone(text: str) -> None:
    assert sure(text) == []


def test_a_text_wrapped_at_one_width_is_unwrapped() -> None:
    prose = PROSE * 8
    wrapped = "\n".join(prose[start : start + 25] for start in range(0, len(prose), 25))
    joined = repaired(wrapped)
    assert joined.count("\n") <= 1
    assert joined.replace("\n", "") == prose


def test_a_speech_on_one_line_gets_its_headings_back() -> None:
    line = "同志们：今天开会，我讲三点意见。"
    for mark in ("一、", "二、", "三、"):
        line += mark + "提高认识。" + PROSE * 17
    assert len(line) > 1500
    lines = repaired(line).split("\n")
    assert [text[:2] for text in lines] == ["同志", "今天", "一、", "二、", "三、"]


def test_a_short_list_inside_a_sentence_stays() -> None:
    assert sure("今年办三件事：一、修路；二、架桥；三、通水。" + PROSE * 45) == []


def test_a_heading_stuck_to_a_paragraph_is_split_where_its_siblings_are_lines() -> None:
    text = f"一、提高认识\n{PROSE}\n二、突出重点\n{PROSE}{PROSE}三、加强领导，落实责任\n{PROSE}"
    assert "任务。\n三、加强领导" in repaired(f"{text}\n四、严肃纪律\n{PROSE}")


def test_blanks_that_stand_for_breaks_become_breaks() -> None:
    text = f"各位领导、同志们： {PROSE} 一、提高认识 {PROSE} 二、加强领导 {PROSE}"
    assert repaired(text).count("\n") == 5


def test_a_heading_run_into_its_paragraph_by_a_blank_is_split() -> None:
    assert repaired(f"一、提高认识 {PROSE}{PROSE}").startswith("一、提高认识\n各级")


@settings(max_examples=60)
@given(st.text(alphabet="市县要\n　 ，。：一二三、()（）同志们指出", max_size=80))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in found(text):
        assert finding.text == finding.span.of(text)
        assert finding.replacement in ("", "\n")


def test_a_new_paragraph_in_mid_sentence_is_told_by_its_words() -> None:
    head = "要把工作抓实。各部门要密切配合，坚决完成全年目标"
    text = f"{head}\n\n任务，不得敷衍。会后请大家分头落实。"
    (finding,) = [finding for finding in found(text) if finding.replacement == ""]
    assert finding.span.start == len(head)
    assert finding.text == "\n\n"


def test_a_short_speech_on_one_line_gets_its_headings_back() -> None:
    part = "要认清形势，落实责任，把每一件事情办好，让群众得到实惠。" * 5
    text = f"同志们：今天开会。一、提高认识，{part}二、抓好落实，{part}三、加强领导，{part}"
    starts = [text[f.span.end : f.span.end + 2] for f in found(text) if f.replacement == "\n"]
    assert {"一、", "二、", "三、"} <= set(starts)
