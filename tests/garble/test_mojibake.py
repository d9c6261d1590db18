"""Mojibake: bytes read with the wrong charset come back, lost ones are not invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.mojibake import LOST_BYTES, find_mojibake
from reviewer.garble.pattern_rules import matches
from reviewer.garble.rules import Rule, load_rules
from reviewer.garble.searched import SearchedText
from reviewer.text.script import traditional_forms

SENTENCE = "各位同志，防汛工作不能等雨下来了再安排，今天就要把沙袋运到堤上。"
BEFORE, AFTER = "大家上午好。", "下面请水利局的同志发言。"


def sloppy(data: bytes) -> str:
    """Bytes as browsers show them as Windows-1252: five bytes without a sign pass through."""
    return "".join(
        chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes((byte,)).decode("cp1252")
        for byte in data
    )


def reader(codec: str) -> Callable[[bytes], str]:
    return lambda data: data.decode(codec)


LOSSLESS = [
    ("utf-8", sloppy),
    ("utf-8", reader("latin-1")),
    ("gbk", sloppy),
    ("cp950", sloppy),
    ("cp950", reader("gb18030")),
    ("utf-16-le", sloppy),
    ("utf-16-be", sloppy),
    ("utf-8", reader("utf-16-le")),
    ("utf-8", reader("utf-16-be")),
    ("gbk", reader("utf-16-be")),
    ("utf-16-le", reader("utf-16-be")),
    ("utf-16-be", reader("utf-16-le")),
]
TWICE = [
    ("utf-8", sloppy, sloppy),
    ("gbk", sloppy, sloppy),
    ("gbk", sloppy, reader("gb18030")),
    ("cp950", sloppy, reader("gb18030")),
    ("cp950", reader("gb18030"), sloppy),
]


def found(text: str) -> list[Finding]:
    return list(find_mojibake(SearchedText(text)))


def repaired(text: str) -> str:
    for finding in sorted(found(text), key=lambda finding: -finding.span.start):
        if finding.replacement is not None:
            span = finding.span
            text = text[: span.start] + finding.replacement + text[span.end :]
    return text


def sentence_for(codec: str) -> str:
    forms = traditional_forms() if codec == "cp950" else {}
    return "".join(forms.get(character, character) for character in SENTENCE)


@pytest.mark.parametrize(("right", "wrong"), LOSSLESS)
def test_a_line_read_with_the_wrong_charset_comes_back(
    right: str, wrong: Callable[[bytes], str]
) -> None:
    sentence = sentence_for(right)
    garbled = wrong(sentence.encode(right))
    assert repaired(f"{BEFORE}\n{garbled}\n{AFTER}") == f"{BEFORE}\n{sentence}\n{AFTER}"


@pytest.mark.parametrize(("right", "wrong"), LOSSLESS)
def test_half_a_line_comes_back(right: str, wrong: Callable[[bytes], str]) -> None:
    sentence = sentence_for(right)
    garbled = wrong(sentence.encode(right))
    (finding,) = found(BEFORE + garbled + AFTER)
    assert (finding.text, finding.replacement) == (garbled, sentence)
    assert finding.safe


@pytest.mark.parametrize(("right", "wrong"), [("utf-8", "gb18030"), ("gbk", "cp950")])
def test_every_beginning_of_a_line_that_loses_no_byte_comes_back(right: str, wrong: str) -> None:
    tried = 0
    for length in range(12, len(SENTENCE) + 1):
        part = SENTENCE[:length].replace("，", "")
        try:
            garbled = part.encode(right).decode(wrong)
        except UnicodeDecodeError:
            continue
        tried += 1
        assert repaired(f"{BEFORE}\n{garbled}\n{AFTER}") == f"{BEFORE}\n{part}\n{AFTER}"
    assert tried


@pytest.mark.parametrize(("right", "wrong", "wrong_again"), TWICE)
def test_a_mistake_made_twice_is_undone_twice(
    right: str, wrong: Callable[[bytes], str], wrong_again: Callable[[bytes], str]
) -> None:
    sentence = sentence_for(right)
    garbled = wrong_again(wrong(sentence.encode(right)).encode("utf-8"))
    (finding,) = found(f"{BEFORE}\n{garbled}\n{AFTER}")
    assert finding.replacement == sentence
    assert finding.safe


def test_utf_8_read_as_gbk_names_both_charsets() -> None:
    sentence = "城市管理没有捷径，贵在天天做"
    (finding,) = found(f"我常讲：{sentence.encode().decode('gb18030')}。")
    assert finding.replacement == sentence
    assert finding.kind is Kind.MOJIBAKE
    assert "UTF-8" in finding.reason.en
    assert "GBK" in finding.reason.en
    assert finding.safe


def test_every_line_is_a_finding_of_its_own() -> None:
    lines = ["第一，看天气预报。", "第二，看水库水位。"]
    garbled = "\n".join(sloppy(line.encode()) for line in lines)
    assert [finding.replacement for finding in found(garbled)] == lines


def test_figures_at_the_ends_of_a_run_stay_as_they_are() -> None:
    garbled = sloppy("项水利工程全部完工，投资".encode())
    (finding,) = found(f"今年 12 {garbled} 35 亿元")
    assert finding.replacement == "项水利工程全部完工，投资"


def test_hz_that_was_never_decoded_is_read() -> None:
    raw = "防汛".encode("hz").decode("ascii")
    (finding,) = found(f"安排{raw}工作")
    assert (finding.text, finding.replacement, finding.safe) == (raw, "防汛", True)


def test_hz_without_its_end_is_not_safe() -> None:
    raw = "防汛工作".encode("hz").decode("ascii").removesuffix("~}")
    (finding,) = found(f"安排{raw}\n散会")
    assert (finding.replacement, finding.safe) == ("防汛工作", False)


@pytest.mark.parametrize("hole", ["�", "?"])
def test_where_a_byte_is_lost_the_rest_is_repaired_and_nothing_is_safe(hole: str) -> None:
    sentence = "防汛工作不能等雨下来了再安排。"
    garbled = sentence.encode().decode("gb18030", "replace").replace("�", hole)
    (finding,) = found(f"{BEFORE}\n{garbled}\n{AFTER}")
    assert (finding.replacement or "").startswith("防汛工作不能等雨下来了再安排")
    assert not finding.safe
    assert "lost" in finding.reason.en


def test_a_character_that_context_cannot_tell_stays_a_hole() -> None:
    data = "联系人是老".encode() + "瞿".encode()[:2] + b"\xff" + "和老".encode()
    garbled = data.decode("gb18030", "replace")
    (finding,) = found(f"{BEFORE}\n{garbled}\n{AFTER}")
    assert "�" in (finding.replacement or "")
    assert not finding.safe


def test_gbk_read_as_utf_8_is_reported_and_not_invented() -> None:
    garbled = "城市管理没有捷径".encode("gbk").decode("utf-8", "replace")
    findings = found(f"我常讲：{garbled}。")
    assert findings
    assert all(finding.replacement is None for finding in findings)
    assert all(finding.kind is Kind.REPLACEMENT_CHARACTER for finding in findings)


RULES = load_rules(LOST_BYTES)


@pytest.mark.parametrize(
    ("rule", "text", "mark"), [(rule, *case) for rule in RULES for case in rule.cases]
)
def test_a_mark_of_lost_bytes_is_reported_without_a_repair(
    rule: Rule, text: str, mark: str
) -> None:
    assert [span.of(text) for span, _ in matches(SearchedText(text), rule)] == [mark]
    assert [(one.text, one.replacement, one.safe) for one in found(text)] == [(mark, None, False)]


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule in RULES for text in rule.counter_cases]
)
def test_what_only_resembles_such_a_mark_is_left_alone(rule: Rule, text: str) -> None:
    assert list(matches(SearchedText(text), rule)) == []
    assert found(text) == []


CLEAN = [
    "与会人员：昝瑩、翟璐、仝晔、亓官懿、缑旻旸、郗琰珺、禤晓琪、侴喆、谌龑、骆垚淼、阚珺瑶、酆嬿",
    "關關雎鳩，在河之洲。參差荇菜，左右流之。蒹葭萋萋，白露未晞。鴟鴞鴟鴞，既取我子。",
    "烷烃、烯烃、嘌呤、嘧啶、镧铈镨钕钷钐铕钆铽镝钬铒铥镱镥；鸬鹚、鹈鹕、䴙䴘、鸲鹆、蚱蜢、蟋蟀",
    "地名：盱眙、郯城、鄄城、綦江、渑池、岢岚、井陉、枞阳、歙县、黟县、盩厔、邛崃、珙县、砀山",
    "龘靐齉爩是四个生僻字，燚和喆是人名。",
    "「ご来場の皆様、本日はお忙しい中、誠にありがとうございます」カタカナとデジタル庁",
    "日本の首相は今日、東京で記者会見を行った。",
    "안녕하세요 여러분, 대한민국 서울특별시 방문을 환영합니다. 金正恩（김정은）",
    "Café à la crème, déjà vu : où êtes-vous ? Créée à Besançon, Citroën, L’Oréal, Größe",
    "他读了《Les Misérables》和 naïve art 的介绍，去过 São Paulo。",
    "Tiếng Việt: Nguyễn Ái Quốc, đường phố, kỷ niệm; Привет, товарищи; Dvořák, Łódź, smørrebrød",
    "发音为 [ˈtʃaɪnə]、/ʃʊə/、[nɪˈhaʊ]；āáǎà ōóǒò ǖǘǚǜ；ㄅㄆㄇㄈ ㄋㄧˇㄏㄠˇ",
    "①②③④⑤ ⑴⑵⑶ ㈠㈡ ⅠⅡⅢ ■□▲△◆●★※→←↑↓┌──┬──┐│项目│ ½ ≥ ∑ ℃ № ㎡ €100 ©®™",
    "责(zé)任、內(nèi)容、發(fā)展。我們?nèi)〉昧俗審V大市民的支持。",
    "目录在 C:\\~temp\\{a} 下，用 ~{ 和 ~} 括起来",
]
CLEAN_FILES = sorted((Path(__file__).resolve().parents[1] / "data" / "clean").glob("*.txt"))


@pytest.mark.parametrize("text", CLEAN)
def test_rare_names_and_other_languages_are_no_mojibake(text: str) -> None:
    assert found(text) == []
    assert found(f"{BEFORE}\n{text}\n{AFTER}") == []


@pytest.mark.parametrize("path", CLEAN_FILES, ids=lambda path: path.stem)
def test_clean_prose_is_left_alone(path: Path) -> None:
    assert found(path.read_text(encoding="utf-8")) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_searched_and_every_finding_shows_its_text(text: str) -> None:
    for finding in found(BEFORE + text):
        assert finding.span.of(BEFORE + text) == finding.text


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from("防汛工作安排部署责任落实到人，沙袋上堤。"), min_size=12, max_size=40)
)
def test_what_is_safe_reads_back_into_what_stood_there(characters: list[str]) -> None:
    garbled = sloppy("".join(characters).encode("gbk"))
    for finding in found(garbled):
        if finding.safe and finding.replacement is not None:
            assert sloppy(finding.replacement.encode("gbk")) == finding.text
