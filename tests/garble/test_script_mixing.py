"""Simplified in Traditional texts and the reverse: what is sure, what is open, what is right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.finding import Finding
from reviewer.garble.rules import read_table
from reviewer.garble.script_mixing import FILE, find_script_mixing
from reviewer.garble.searched import SearchedText

TABLES: dict[str, dict[str, Any]] = {
    name: row for name, row in read_table(FILE).items() if isinstance(row, dict)
}
CLEAN = sorted((Path(__file__).resolve().parents[1] / "data" / "clean").glob("*.txt"))
TRADITIONAL = "同學們，圖書館的門開著，書記說過許多遍，這件事關係到大家。"
SIMPLIFIED = "同学们，图书馆的门开着，书记说过许多遍，这件事关系到大家。"


def mixing(text: str) -> list[Finding]:
    return sorted(find_script_mixing(SearchedText(text)), key=lambda finding: finding.span)


@pytest.mark.parametrize(
    ("name", "text", "found", "form"),
    [(name, *case) for name, row in TABLES.items() for case in row["cases"]],
)
def test_a_sort_finds_its_cases(name: str, text: str, found: str, form: str) -> None:
    (finding,) = mixing(text)
    assert (finding.text, finding.replacement) == (found, form)
    assert finding.is_suggestion == (name in ("by-phrase", "alone"))


@pytest.mark.parametrize(
    ("name", "text"),
    [(name, text) for name, row in TABLES.items() for text in row["counter_cases"]],
)
def test_a_sort_leaves_its_counter_cases_alone(name: str, text: str) -> None:
    assert mixing(text) == [], name


@pytest.mark.parametrize(
    ("clause", "form"),
    [
        ("头发白了", "頭髮"),
        ("发现问题", "發現問題"),
        ("谁验收,谁签字", "誰驗收,誰簽"),
        ("复杂的问题", "複雜的問題"),
        ("财务报销制度", "財務報銷"),
    ],
)
def test_a_simplified_clause_is_one_finding_resolved_by_its_phrases(clause: str, form: str) -> None:
    (finding,) = mixing(f"{TRADITIONAL}{clause}。{TRADITIONAL}")
    assert finding.replacement == form
    assert not finding.is_suggestion
    assert not finding.safe


@pytest.mark.parametrize(
    ("phrase", "character", "form"),
    [
        ("今后", "后", "後"),
        ("這里面", "里", "裏"),
        ("示范點", "范", "範"),
        ("真抓實干", "干", "幹"),
    ],
)
def test_a_character_of_both_scripts_is_resolved_as_a_suggestion(
    phrase: str, character: str, form: str
) -> None:
    (finding,) = mixing(f"{TRADITIONAL}{phrase}。")
    assert (finding.text, finding.replacement) == (character, form)
    assert finding.is_suggestion


@pytest.mark.parametrize("phrase", ["皇后", "三公里", "干涉", "游泳", "台灣", "拮据", "北斗星"])
def test_such_a_character_in_its_own_word_is_right(phrase: str) -> None:
    assert mixing(f"{TRADITIONAL}{phrase}。") == []


def test_an_injected_reading_does_not_break_the_phrase() -> None:
    text = "關(guān)于這件事，圖書館要開會，書記說過許多遍。"
    (finding,) = mixing(text)
    assert (finding.text, finding.replacement) == ("于", "於")


def test_a_character_with_several_forms_and_no_phrase_shows_them_all() -> None:
    (finding,) = mixing(f"{TRADITIONAL}他发，{TRADITIONAL}")
    assert {finding.replacement, *finding.alternatives} == {"發", "髮"}
    assert finding.confidence < 0.7


@pytest.mark.parametrize("name", ["乾隆年间", "著名学者", "毕昇", "於菟", "徐瑞鍾"])
def test_names_and_words_that_simplified_texts_write_so_are_right(name: str) -> None:
    assert mixing(f"{SIMPLIFIED}{name}。") == []


def test_bytes_out_of_step_are_not_read_for_their_look() -> None:
    text = TRADITIONAL * 3 + "這是當?shù)卣卫韺嵙椭卫硭降母纱啾磉_。"
    assert mixing(text) == []


def test_text_read_with_the_wrong_codec_is_not_another_script() -> None:
    assert mixing(SIMPLIFIED * 3 + "鍩庡競绠＄悊娌℃湁鎹峰緞锛岃吹鍦ㄥぉ澶╁仛。") == []


def test_a_paragraph_in_the_other_script_is_marked_though_the_text_is_mixed() -> None:
    text = f"{TRADITIONAL * 3}\n{SIMPLIFIED}\n{TRADITIONAL}"
    findings = [finding for finding in mixing(text) if not finding.is_suggestion]
    assert findings
    assert all(finding.span.start > len(TRADITIONAL) * 3 for finding in findings)


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_prose_mixes_nothing(path: Path) -> None:
    assert mixing(path.read_text(encoding="utf-8")) == []


@settings(max_examples=60)
@given(st.text(alphabet="后於于發发髮头頭谁誰验乾干(guān)關?i\n，。A", max_size=40))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in mixing(text):
        assert finding.text == finding.span.of(text)
        assert finding.replacement is not None
        assert len(finding.replacement) == len(finding.text)
        assert finding.replacement != finding.text


@pytest.mark.seeds
def test_the_seed_speeches_mix_only_characters_of_both_scripts(seed_files: list[Path]) -> None:
    for path in seed_files:
        assert all(finding.is_suggestion for finding in mixing(path.read_text("utf-8")))
