"""Lines full of the words of sites go, above and below a speech; the same words inside it stay."""

from __future__ import annotations

import pytest

from reviewer.garble.boilerplate import find_boilerplate
from reviewer.garble.finding import Kind
from reviewer.garble.searched import SearchedText
from reviewer.garble.site_words import site_words
from reviewer.text.folding import folded_text

SPEECH = """在全县工作会议上的讲话
同志们：
今天的会议开得很好。下面，我讲三点意见。
要把责任落到实处。要把好事办好，让群众满意。
谢谢大家！
"""
LINES_BETWEEN = "".join(f"第{n}件事，要抓紧办好。大家要分头去做。\n" for n in "一二三四五六")
LONG_SPEECH = SPEECH.replace("谢谢大家", LINES_BETWEEN + "谢谢大家")


def lines_found(text: str) -> list[str]:
    found = find_boilerplate(SearchedText(text))
    return [finding.text for finding in found if finding.kind is Kind.SITE_BOILERPLATE]


@pytest.mark.parametrize("line", site_words().cases)
def test_a_line_of_a_site_is_found_above_and_below(line: str) -> None:
    assert lines_found(f"{line}\n{LONG_SPEECH}") == [line]
    assert lines_found(f"{LONG_SPEECH}{line}\n") == [line]


@pytest.mark.parametrize("line", site_words().counter_cases)
def test_a_line_of_a_speech_stays(line: str) -> None:
    assert lines_found(f"{line}\n{LONG_SPEECH}") == []
    assert lines_found(f"{LONG_SPEECH}{line}\n") == []


def test_a_paste_in_a_short_paragraph_does_not_take_it_along() -> None:
    text = LONG_SPEECH + "要扎实推进【点击下载全文】各项工作。\n"
    assert lines_found(text) == []


def test_inside_a_speech_the_words_of_sites_are_words() -> None:
    line = "网址和二维码要贴在大厅，方便群众扫码下载。要经常更新。"
    assert lines_found(LONG_SPEECH.replace("第三件事", f"{line}\n第三件事")) == []


def test_the_lists_are_folded_and_do_not_overlap() -> None:
    words = site_words().words.pattern.replace("\\", "").split("|")
    assert len(words) == len(set(words))
    assert all(folded_text(word) == word for word in words)
