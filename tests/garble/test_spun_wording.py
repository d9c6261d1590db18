"""Spun wording: non-words anywhere, ordinary words only where a text shows that it was spun."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble import spun_pairs
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.rules import RuleError, read_table
from reviewer.garble.searched import SearchedText
from reviewer.garble.spun_pairs import FILE, WORD, spun_table, written_contexts
from reviewer.garble.spun_search import Level, find_hits
from reviewer.garble.spun_wording import find_spun_wording

CLEAN = sorted((Path(__file__).resolve().parents[1] / "data" / "clean").glob("*.txt"))
ROWS: list[dict[str, Any]] = [row for group in read_table(FILE)["group"] for row in group["pairs"]]
LEVELS = {"sure": Level.SURE, "spun": Level.SPUN, "likely": Level.LIKELY}

SPUN = (
    "同志们，这次会议要谨慎总结去年的工作，分析存在问题的主要缘由。各单位要踊跃协作，"
    "刚好解决群众关心的问题，随时驾驭工作进度，坚固树立效劳意识，强化根底设施建设。"
    "要让市民生活得更美妙、更华蜜。"
)
UNSPUN = (
    "同志们，这次会议要认真总结去年的工作，分析存在问题的主要原因。各单位要积极配合，"
    "及时解决群众关心的问题，随时掌握工作进度，牢固树立服务意识，强化基础设施建设。"
    "要让市民生活得更美好、更幸福。"
)


def found(text: str) -> list[Finding]:
    return sorted(find_spun_wording(SearchedText(text)), key=lambda finding: finding.span)


def pairs(text: str) -> list[tuple[str, str | None]]:
    return [(finding.text, finding.replacement) for finding in found(text)]


def repaired(text: str) -> str:
    for finding in reversed(found(text)):
        if not finding.is_suggestion and finding.replacement is not None:
            text = text[: finding.span.start] + finding.replacement + text[finding.span.end :]
    return text


def levels_of(row: dict[str, Any], column: str) -> Iterator[tuple[str, set[Level]]]:
    """Each context of a column as a text, with the levels at which this very pair is found."""
    for context, _ in written_contexts(row.get(column, "")):
        text = context.replace(WORD, row["written"])
        only = spun_pairs.SpunTable({row["written"][:2]: (spun_pairs.pair_of(row),)}, {})
        hits = find_hits(SearchedText(text), only)
        yield text, {hit.level for hit in hits if hit.start <= context.index(WORD) < hit.end}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['written']}-{row['original']}")
def test_every_context_of_the_table_says_what_its_column_says(row: dict[str, Any]) -> None:
    for column, level in LEVELS.items():
        for text, levels in levels_of(row, column):
            assert levels == {level}, (text, column)
    for text, levels in levels_of(row, "kept"):
        assert levels == set(), text


def test_every_pair_stands_in_the_table_once() -> None:
    names = [(row["written"], original) for row in ROWS for original in row["original"].split("|")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "written", "original"),
    [
        ("我们得明白考试规那么，才能拿到高分。", "规那么", "规则"),
        ("要坚持分级负责的原那么。", "原那么", "原则"),
        ("各级干部要增强责随意识。", "责随意识", "责任意识"),
        ("结果令人不行思议。", "不行思议", "不可思议"),
        ("会议开了四非常钟。", "四非常钟", "四十分钟"),
        ("要體如今工作上。", "要體如今工", "要體現在工"),
        ("堅持屬地管理的原那麼，不讓步。", "原那麼", "原則"),
        ("增強責(zé)隨意識(shí)。", "責(zé)隨意識(shí)", "責任意識"),
    ],
)
def test_a_non_word_is_sure_in_any_text(text: str, written: str, original: str) -> None:
    (finding,) = found(text)
    assert (finding.text, finding.replacement) == (written, original)
    assert finding.kind is Kind.SPUN_WORDING
    assert finding.confidence >= 0.9
    assert not finding.safe
    assert finding.text == finding.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "如果不合规那么就要整改。",
        "按照常规那么办也可以。",
        "站在高原那么大的地方。",
        "文件批准那么就执行。",
        "能否那么做，要看情况。",
        "这样下去不行，必须换个办法。",
        "不要随意识别，也不要随意见人。",
        "智能体如今工作得很好。",
        "要开展活动，建立长效机制，取得丰硕成果。",
        "他驾驭马车，效劳于人，踊跃报名。",
    ],
)
def test_texts_with_the_same_characters_that_are_right_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_spun_text_is_put_back_word_for_word() -> None:
    assert repaired(SPUN) == UNSPUN


def test_one_odd_word_in_a_right_text_is_not_marked() -> None:
    assert found(UNSPUN.replace("认真总结", "谨慎总结")) == []
    assert found(UNSPUN.replace("原因", "缘由").replace("认真", "谨慎")) == []


def test_a_spun_speech_does_not_cast_doubt_on_another_in_the_same_file() -> None:
    other = "会议没有休息。" * 500 + "他强调了三点看法。"
    ends = [finding.span.end for finding in found(SPUN + other)]
    assert len(ends) > 5
    assert max(ends) <= len(SPUN)


def test_words_in_their_right_company_stay_in_a_spun_text() -> None:
    right = "要开展活动，建立健全机制，踊跃报名参加，转化科技成果。"
    assert repaired(SPUN + right) == UNSPUN + right


def test_the_repair_is_in_the_script_of_the_text() -> None:
    text = "要謹慎總結，踴躍協作，剛好解決問題，堅固樹立效勞意識，強化根底設施。"
    right = "要認真總結，積極配合，及時解決問題，牢固樹立服務意識，強化基礎設施。"
    assert repaired(text) == right


def test_traditional_zhe_is_read_as_the_same_word() -> None:
    text = "這次會議要謹慎總結，踴躍協作，剛好解決問題，接著保持良好勢頭，堅固樹立效勞意識。"
    assert ("接著", "繼續") in pairs(text)


def test_the_reason_names_the_evidence() -> None:
    finding = next(finding for finding in found(SPUN) if finding.text == "驾驭")
    assert finding.reason.zh.count("“") >= 4
    assert "掌握" in finding.reason.zh
    assert "掌握" in finding.reason.en


def test_a_word_with_several_originals_offers_the_others() -> None:
    (finding,) = [one for one in found(SPUN + "我讲三点看法。") if one.text == "看法"]
    assert finding.replacement == "意见"
    assert "态度" in finding.alternatives


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_prose_has_none(path: Path) -> None:
    assert found(path.read_text(encoding="utf-8")) == []


@pytest.mark.seeds
def test_speeches_that_nobody_spun_have_none(seed_files: list[Path]) -> None:
    for path in seed_files:
        if not path.name.startswith("002"):
            assert found(path.read_text(encoding="utf-8")) == [], path.name


@pytest.mark.parametrize(
    "row",
    [
        {"written": "甲乙"},
        {"written": "甲乙", "original": "甲乙"},
        {"written": "甲", "original": "丙"},
        {"written": "甲乙", "original": "丙丁", "spun": "没有波浪号"},
        {"written": "甲乙", "original": "丙丁", "kept": "~[未完"},
        {"written": "甲乙", "original": "丙丁", "sure": "~.*"},
    ],
)
def test_a_line_that_cannot_be_meant_is_refused(row: dict[str, str]) -> None:
    with pytest.raises(RuleError):
        spun_pairs.pair_of(row)


def test_a_set_of_characters_is_written_out() -> None:
    written = [context for context, _ in written_contexts("[一二]~[0-9]")]
    assert len(written) == 20
    assert "二~9" in written


_WORDS = [
    *spun_table().pairs,
    "那么",
    "規",
    "責(zé)",
    "原",
    "，",
    "\n",
    "不可",
    "𠀀",
    "x",
    "\ud800",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(_WORDS), max_size=60).map("".join))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in find_spun_wording(SearchedText(text)):
        assert finding.text == finding.span.of(text)
        assert finding.replacement != finding.text
        assert 0 < finding.confidence <= 1
