"""Byte-shifted runs: what a site's rewriting breaks, the search brings back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from corrupter import damaged, half_width, traditional, whole_list
from hypothesis import given
from hypothesis import strategies as st

from reviewer.garble.bare_shift import BareShift, bare_shifts
from reviewer.garble.byte_shift import find_byte_shifts, may_hold_byte_shifts
from reviewer.garble.detect import find_garble
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.hidden_cells import HiddenCells
from reviewer.garble.pinyin_injection import learn_injections
from reviewer.garble.searched import SearchedText
from reviewer.garble.shift_page import Page
from reviewer.text.character_model import character_model

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


def without_damage(text: str, findings: Iterable[Finding]) -> str:
    """`text` with the repairs made; one that lies inside another goes with it."""
    pieces: list[str] = []
    done = 0
    for finding in findings:
        if finding.replacement is not None and finding.span.start >= done:
            pieces += text[done : finding.span.start], finding.replacement
            done = finding.span.end
    return "".join([*pieces, text[done:]])


def bytes_restored(text: str) -> str:
    """`text` without its injected readings and byte shifts."""
    kinds = (Kind.BYTE_SHIFT_MOJIBAKE, Kind.PINYIN_INJECTION)
    return without_damage(text, [f for f in find_garble(text) if f.kind in kinds])


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


def test_the_reading_behind_the_last_character_of_a_run_goes_too() -> None:
    listed = whole_list()
    clean = [half_width(traditional(each)) for each in SENTENCES[:6]]
    clean.append(traditional("村裡要加強領導"))
    broken = [damaged(each, listed) for each in clean]
    assert re.search(r"[a-zA-Z]\(", broken[-1]), "the last byte of the run stands before a bracket"
    assert bytes_restored("\n".join(broken)) == "\n".join(clean)


def test_a_reading_inside_a_reading_goes_with_it() -> None:
    listed = whole_list()
    clean = traditional("優勢產業要優先發展，讓農民實現增收")
    broken = damaged(clean, listed, one_after_another=True)
    assert "優(yōu(zī))" in broken
    assert bytes_restored(broken) == half_width(clean)


def test_two_readings_in_one_character_are_one_run() -> None:
    text = (
        "內(nèi)容、現(xiàn)在、發(fā)展。要全面?ná)?fù)?lāo)鸾M(zǔ)織(zhī)協(xié)調(diào)的工作。"
    )
    (finding,) = shifts(text)
    assert finding.replacement == "面擔負起組"


def test_what_is_not_sure_shows_up_to_three_candidates() -> None:
    text = "優(yōu)先、現(xiàn)在、發(fā)展。模式轉變?yōu)?1+X的執法。"
    (finding,) = shifts(text)
    assert 1 <= len(finding.alternatives) <= 3
    assert finding.replacement not in finding.alternatives


def test_words_of_the_page_decide_between_guesses() -> None:
    run = "保序?qū)m椪?。制定了"
    sure = "專項整治要常抓,專項整治要嚴抓,專項整治要大家抓。"
    listed = "內(nèi)容、現(xiàn)在、發(fā)展。"
    (alone,) = shifts(f"{listed}一是全力推進{run}")
    (helped,) = shifts(f"{listed}{sure}一是全力推進{run}")
    assert helped.replacement == "序專項整治"
    assert alone.replacement != helped.replacement


def test_a_run_whose_reading_was_deleted_is_found_by_its_look() -> None:
    text = "內(nèi)容、現(xiàn)在、發(fā)展。“做好這件事?!卑搀泫i說。"
    assert may_hold_byte_shifts(text)
    searched = SearchedText(text)
    cells = HiddenCells(character_model())
    (finding,) = find_byte_shifts(searched, learn_injections(searched), cells)
    assert finding.text == "事?!卑搀泫i"
    assert finding.replacement == "事。”安筱鵬"
    assert not finding.safe
    assert finding.rule == "bare_shift"


@pytest.mark.parametrize(
    "text",
    [
        "你們知道嗎?我們的A級景區有三處。",
        "要不要去?去的話選B。",
        "还有什么困难?请找王科长A座二楼办理。",
        "怎么办?找K先生。",
        "是不是?饕餮纹瓿镌i",
    ],
)
def test_a_question_before_prose_is_no_run_without_a_reading(text: str) -> None:
    assert not shifts(text)
    assert not list(bare_shifts_of(text))


def bare_shifts_of(text: str) -> Iterator[BareShift]:
    searched = SearchedText(text)
    yield from bare_shifts(
        Page(searched, learn_injections(searched)), HiddenCells(character_model())
    )


@pytest.mark.parametrize(
    "text",
    [
        "砼(tóng)是混凝土的简写,这批砼(tóng)已经送到。",
        "大碶(qì)街道和霞浦街道。",
        "春(chūn)眠(mián)不(bù)觉(jué)晓(xiǎo)",
        "甲骨文的龜(guī)字最像,其餘的字都沒有注音。",
        "你知道嗎?(jù)說不是。要不要去?a)去 b)不去",
    ],
)
def test_glosses_on_purpose_are_no_damage(text: str) -> None:
    kinds = (Kind.BYTE_SHIFT_MOJIBAKE, Kind.PINYIN_INJECTION)
    assert [finding for finding in find_garble(text) if finding.kind in kinds] == []


TRADITIONAL_ONLY = sorted(
    character for character in whole_list() if character in "們責發經進產業實際問題關係"
)


@given(st.lists(st.sampled_from("的一是在了有和人這中大為上個國我以要他時來用們"), min_size=1))
def test_readings_that_break_nothing_come_off_again(characters: list[str]) -> None:
    listed = whole_list()
    clean = "，".join([*TRADITIONAL_ONLY, *characters])
    broken = damaged(clean, listed)
    assert "?" not in broken
    assert bytes_restored(broken) == half_width(clean)


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
    restored = bytes_restored(broken)
    same = sum(a == b for a, b in zip(clean.split("\n"), restored.split("\n"), strict=True))
    assert same >= 0.9 * len(SENTENCES)


@pytest.mark.seeds
def test_the_broken_runs_of_the_seed_speeches(seed_files: list[Path]) -> None:
    found = [f for path in seed_files for f in shifts(path.read_text("utf-8"))]
    # Each reading follows from the bytes and was checked against the sentence around it.
    right = {
        "們取得了讓廣", "變為“", "域實際", "當的獎勵;", "變為1", "入參與", "序專項整治",
        "輸到日常執", "當等違", "地政府治理實力和治理水平的干脆表達",
    }  # fmt: skip
    assert len(found) == 10
    assert sum(finding.replacement in right for finding in found) >= 9
    assert all(finding.replacement in right for finding in found if finding.safe)
