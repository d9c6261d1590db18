"""Text read in the wrong encoding is read back where its bytes are there; nothing is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.mojibake import find_mojibake
from reviewer.garble.searched import SearchedText

CLEAN = sorted((Path(__file__).resolve().parents[1] / "data" / "clean").glob("*.txt"))
SENTENCE = "各乡镇要把防汛责任落实到人，水库大坝每天巡查两遍，发现险情立即报告。"
BEFORE, AFTER = "同志们，今年的雨水比往年多。\n", "\n大家要有思想准备，不能麻痹大意。"
PAIRS = [("utf-8", "latin-1"), ("utf-8", "gb18030"), ("gbk", "latin-1"), ("gbk", "big5")]


def found(text: str, kind: Kind = Kind.MOJIBAKE) -> list[Finding]:
    return [finding for finding in find_mojibake(SearchedText(text)) if finding.kind is kind]


def repaired(text: str) -> str:
    for finding in reversed(found(text)):
        if finding.replacement is not None:
            text = text[: finding.span.start] + finding.replacement + text[finding.span.end :]
    return text


def garbled(text: str, right: str, wrong: str) -> str | None:
    """`text` with its bytes read in the wrong encoding; None where bytes are lost."""
    try:
        shown = text.encode(right).decode(wrong)
        return shown if shown.encode(wrong) == text.encode(right) else None
    except UnicodeError:
        return None


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_a_line_that_lost_no_byte_comes_back_whole(right: str, wrong: str) -> None:
    tried = 0
    for length in range(len(SENTENCE), 19, -1):
        shown = garbled(SENTENCE[:length], right, wrong)
        if shown is not None:
            tried += 1
            assert repaired(BEFORE + shown + AFTER) == BEFORE + SENTENCE[:length] + AFTER
    assert tried or (right, wrong) == ("gbk", "big5")


@pytest.mark.parametrize("text", ["锟斤拷锟斤拷", "烫烫烫烫烫烫", "\ufffd\ufffd\ufffd"])
def test_what_is_lost_for_good_is_reported_and_nothing_is_invented(text: str) -> None:
    findings = found(BEFORE + "会议" + text + "要求" + AFTER, Kind.REPLACEMENT_CHARACTER)
    assert findings
    assert all(finding.replacement is None for finding in findings)


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_prose_is_left_alone(path: Path) -> None:
    assert list(find_mojibake(SearchedText(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "text",
    [
        "他读了《Les Misérables》和 naïve art 的介绍，去过 São Paulo。",
        "日本の首相は今日、東京で記者会見を行った。",
        "龘靐齉爩是四个生僻字，燚和喆是人名。",
        "責(zé)任、創(chuàng)建、區(qū)域",
    ],
)
def test_other_languages_and_rare_characters_are_left_alone(text: str) -> None:
    assert list(find_mojibake(SearchedText(BEFORE + text + AFTER))) == []


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in find_mojibake(SearchedText(text)):
        assert finding.text == finding.span.of(text)
