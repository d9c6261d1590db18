"""Words written twice are marked; words doubled on purpose are Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.doubled_text import FILE, doublings, find_doubled_text
from reviewer.garble.finding import Finding
from reviewer.garble.paragraphs import LayoutText
from reviewer.garble.rules import read_table
from reviewer.garble.searched import SearchedText

TABLE = read_table(FILE)
CASES = [tuple(case) for case in TABLE["run_cases"]]
CASES += [case for row in doublings().values() for case in row.cases]
CASES += [(f"大家看到，{word}{word}就在这里。", word * 2) for word in TABLE["words"]]
COUNTER_CASES = [*TABLE["run_counter_cases"], *TABLE["word_counter_cases"]]
COUNTER_CASES += [text for row in doublings().values() for text in row.counter_cases]


def found(text: str) -> list[Finding]:
    return list(find_doubled_text(LayoutText(SearchedText(text))))


@pytest.mark.parametrize(("text", "doubled"), CASES)
def test_a_doubled_word_is_found(text: str, doubled: str) -> None:
    (finding,) = found(f"同志们，{text}，要注意。")
    assert finding.text == doubled
    assert finding.replacement == doubled[: len(doubled) // 2]


@pytest.mark.parametrize("text", COUNTER_CASES)
def test_what_only_seems_doubled_is_left_alone(text: str) -> None:
    assert found(f"同志们，{text}，要注意。") == []


@pytest.mark.parametrize(
    "text",
    [
        "大家认认真真地学，一步一步地走，一个一个地过。",
        "天天如此，点点滴滴，许许多多，年年岁岁，高高兴兴。",
        "这件事要讨论讨论、研究研究，再商量商量。",
        "莎莎说谢谢，妈妈刚刚走，渐渐远了，等等我。",
        "为了了解情况，我们参与与群众座谈，目的的确达到。",
        "学习学习再学习，创新创新再创新。",
    ],
)
def test_words_doubled_on_purpose_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_clause_written_twice_is_marked_once() -> None:
    text = "要把思想统一到会议精神上来，要把思想统一到会议精神上来，抓好落实。"
    (finding,) = found(text)
    assert finding.text == "，要把思想统一到会议精神上来"


def test_headlines_that_run_together_are_left_alone() -> None:
    assert found("县长会见张国强张国强介绍全县情况\n") == []


def test_traditional_text_keeps_its_script() -> None:
    (finding,) = found("應急、住建、交通各部門各部門要把檢查表填實，不許代填。")
    assert finding.replacement == "各部門"


@settings(max_examples=80)
@given(st.text(alphabet="各部门的的我们，。\n是和要", max_size=60))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in found(text):
        assert finding.text == finding.span.of(text)
