"""Byte-shifted runs: what a site's rewriting breaks, the search brings back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from corrupter import damaged, half_width, traditional, whole_list

from reviewer.garble.detect import find_garble
from reviewer.garble.finding import Finding, Kind

SENTENCES = [
    "我们取得了让广大市民满意的成绩。",
    "有关部门及时介入参与，对群众的合理化建议认真采纳。",
    "这个区域实际情况比较复杂，要统筹考虑。",
    "执法程序不当等违法行为要坚决纠正。",
    "大家要把思想统一到会议的要求上来。",
    "各单位要按照职责分工，把任务落实到人。",
    "水库大坝的安全关系到下游几万群众的生命财产。",
    "图书馆要延长开放时间，方便学生和老人。",
    "财政部门要保证资金按时到位，审计部门要跟踪检查。",
    "村里的道路修通了，果子就能运出去。",
    "学校门口的交通秩序要专人负责，早晚高峰不能断人。",
    "我们要学习他们的经验，也要看到自己的差距。",
    "对拖延不办的单位，要进行通报批评并追究责任。",
    "统筹城乡发展，关键在于补齐农村公共服务的短板。",
    "这项工程关系民生，必须保证质量，经得起检验。",
    "从区域内部来看，发展不平衡的问题仍然突出。",
    "要扩大宣传范围，让政策进村入户，家喻户晓。",
    "领导干部要带头调研，亲自协调解决难点问题。",
    "今年的预算执行情况总体较好，但仍有压缩空间。",
    "要优化营商环境，让企业办事更加便利。",
    "各级党组织要把党员的积极性充分调动起来。",
    "对结构不合理的项目，要及时进行调整。",
    "医疗卫生事业直接关系到广大群众的健康。",
    "经济运行中的新情况新问题要加强监测分析。",
]


def shifts(text: str) -> list[Finding]:
    return [f for f in find_garble(text) if f.kind is Kind.BYTE_SHIFT_MOJIBAKE]


def without_damage(text: str, *, safe_only: bool) -> str:
    for finding in reversed(shifts(text)):
        if finding.replacement is not None and (finding.safe or not safe_only):
            span = finding.span
            text = text[: span.start] + finding.replacement + text[span.end :]
    return re.sub(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)", "", text)


def test_a_run_is_restored_from_the_character_before_it_to_its_last_one() -> None:
    text = "內(nèi)容、現(xiàn)在、發(fā)展。我們?nèi)〉昧俗審V大市民的支持。"
    (finding,) = shifts(text)
    assert finding.text == "們?nèi)〉昧俗審V"
    assert finding.replacement == "們取得了讓廣"
    assert finding.safe


def test_an_entity_that_lost_its_ampersand_comes_back_with_the_run() -> None:
    text = "優(yōu)先、現(xiàn)在、發(fā)展。由不合理變?yōu)?ldquo;合理”的存在。"
    (finding,) = shifts(text)
    assert finding.replacement == "變為“"
    assert not finding.safe, "the byte under the question mark is told by context alone"


def test_a_run_that_a_second_bracket_closes_is_one_finding() -> None:
    text = "數(shù)據、執(zhí)行、發(fā)展。把法律知識灌輸?shù)饺粘?zhí)法辦案中。"
    (finding,) = shifts(text)
    assert finding.replacement == "輸到日常執"
    assert not finding.safe


def test_a_run_that_reads_two_ways_is_not_safe_and_shows_the_others() -> None:
    text = "優(yōu)先、現(xiàn)在、發(fā)展。模式轉變?yōu)?1+X的執法。"
    (finding,) = shifts(text)
    assert not finding.safe
    assert finding.confidence <= 0.6


def test_a_question_before_a_bracket_is_no_damage() -> None:
    assert shifts("你知道嗎?(jù)說不是。要不要去?a)去 b)不去") == []


@pytest.fixture(scope="module")
def page() -> tuple[str, str]:
    """Our sentences as a page in Traditional, and the same page after a site rewrote it all."""
    clean = [half_width(traditional(sentence)) for sentence in SENTENCES]
    listed = whole_list()
    return "\n".join(clean), "\n".join(damaged(sentence, listed) for sentence in clean)


def test_the_damage_is_real(page: tuple[str, str]) -> None:
    clean, broken = page
    assert len(shifts(broken)) >= 12
    assert re.sub(r"\([^)]*\)", "", broken) != clean


def test_what_is_safe_is_right(page: tuple[str, str]) -> None:
    clean, broken = page
    safe = [finding for finding in shifts(broken) if finding.safe]
    assert len(safe) >= 5
    assert all((finding.replacement or "?") in clean for finding in safe)


def test_most_sentences_come_back_whole(page: tuple[str, str]) -> None:
    clean, broken = page
    restored = without_damage(broken, safe_only=False)
    same = sum(a == b for a, b in zip(clean.split("\n"), restored.split("\n"), strict=True))
    assert same >= 0.9 * len(SENTENCES)


@pytest.mark.seeds
def test_the_broken_runs_of_the_seed_speeches(seed_files: list[Path]) -> None:
    found = [f for path in seed_files for f in shifts(path.read_text("utf-8"))]
    # Each reading follows from the bytes and was checked against the sentence around it.
    right = {
        "們取得了讓廣", "變為“", "域實際", "當的獎勵;", "入參與", "輸到日常執", "當等違",
    }  # fmt: skip
    assert len(found) == 10
    assert right <= {finding.replacement for finding in found}
    assert all(finding.replacement in right for finding in found if finding.safe)
