"""Stray spaces are marked; blanks with a purpose stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.blanks import blanks_of
from reviewer.garble.finding import Finding
from reviewer.garble.paragraphs import LayoutText
from reviewer.garble.searched import SearchedText
from reviewer.garble.spaces import find_stray_spaces


def found(text: str) -> list[Finding]:
    layout = LayoutText(SearchedText(text))
    return list(find_stray_spaces(layout, blanks_of(layout)))


def sure(text: str) -> list[Finding]:
    return [f for f in found(text) if not f.is_suggestion]


def repaired(text: str) -> str:
    for finding in reversed(sure(text)):
        text = text[: finding.span.start] + (finding.replacement or "") + text[finding.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("今年要完成河东片区的下水道 工程改造，确保汛期不积水。", "下水道工程"),
        ("全县共排查各类隐患 3 46 条，已经全部建立台账。", "隐患346条"),
        ("自20xx 年开展这项工作以来，成效明显，群众满意。", "自20xx年开展"),
        ("去年3 月15 日，县里召开了动员大会，作了部署。", "去年3月15日"),
        ("要认真分析工作的 “短板”在什么地方，逐项补上。", "工作的“短板”在"),
        ("不管遇到什么“ 困难” 都要敢于担当，不能后退。", "什么“困难”都要"),
        ("要抓好文化教育、社区服务、 发挥党员的作用，形成合力。", "服务、发挥"),
        ("一要突出文化特色。 文化是一座城市的根，不能丢。", "特色。文化"),
        ("灵活运用ppp 等多种模式，引导社会资本参与建设。", "ppp等多种"),
        ("各单位要高度重视 ，把这项工作抓紧抓好，抓出成效。", "重视，把"),
        ("縣裏要把這項 工作抓緊抓好，年底之前必須完成。", "這項工作"),
        ("今年新增了12 个服务窗口，群众办事方便多了。", "12个服务"),
    ],
)
def test_a_stray_space_goes(text: str, clean: str) -> None:
    assert clean in repaired(text)


@pytest.mark.parametrize(
    "text",
    [
        "通  知",
        "在全县农村工作会议上的讲话 县长",
        "贯彻新理念 推进新发展 开创新局面",
        "参加会议的有：张三 李四 王五，以及各镇负责人。",
        "受表彰的同志是：王 强、李 明、赵 刚，希望再接再厉。",
        "由王 强同志负责这项工作，各单位要积极配合。",
        "会标是“守护一江碧水 建设美丽家园”，请各单位统一悬挂。",
        "姓名\t单位\t职务：主任，副主任，干事",
        "第三篇 在全县农村工作会议上的讲话，共三个部分",
        "　　同志们：今天的会议开得很好，也很及时。",
        "一、 要提高认识，把思想统一到会议精神上来。",
        "系统安装了Windows XP和Office 2007，运行平稳。",
        "联系电话是0571 8765 4321，欢迎大家来电咨询。",
        "项目    金额    单位    备注，单位：万元",
    ],
)
def test_a_blank_with_a_purpose_stays(text: str) -> None:
    assert sure(text) == []


def test_a_document_that_sets_figures_apart_throughout_keeps_its_habit() -> None:
    text = "去年完成投资 3200 万元，修路 46 公里，惠及 9 个乡镇、126 个村，增长 12 个百分点。"
    assert sure(text * 3) == []


def test_a_blank_between_characters_is_safe_and_one_after_a_stop_is_not() -> None:
    (between,) = sure("要把这项 工作抓紧抓好，年底之前必须完成任务。")
    assert between.safe
    (after,) = sure("一要突出文化特色。 文化是一座城市的根，不能丢掉。")
    assert not after.safe


def test_a_name_cut_out_after_a_title_is_no_stray_space() -> None:
    assert sure("这项工作由分管副县长 牵头，各有关部门积极配合。") == []


def test_blanks_in_furniture_are_left_to_its_own_rule() -> None:
    speech = "同志们：\n" + "今天会议的主要任务是总结经验、部署工作，请大家认真领会。" * 6
    assert sure(speech + "\n推荐度:\n点击下载文档文档为doc格式\n相关工作信息\n") == []


@settings(max_examples=60)
@given(st.text(alphabet="市县 　\xa0\t\n，。“”3x一、:", max_size=60))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in found(text):
        assert finding.text == finding.span.of(text)
        assert not finding.text.strip()


@pytest.mark.seeds
def test_the_stray_spaces_of_the_seed_speeches(seed_files: list[Path]) -> None:
    counts = [len(sure(path.read_text("utf-8"))) for path in seed_files]
    assert counts == [0, 0, 0, 0, 91]
