"""What recurs and is no copy is told by its kind, when somebody asks."""

from __future__ import annotations

import pytest

from reviewer.repeats.formulas import Formula, FormulaKind, find_formulas
from reviewer.repeats.search import find_families
from reviewer.text.canonical import canonical_text
from reviewer.text.progress import Cancelled

PHRASE = "各部门要高度重视切实加强领导"
HEADING = "三、加强领导，狠抓落实"


def formulas(*texts: str) -> tuple[Formula, ...]:
    streams = [canonical_text(text) for text in texts]
    return find_formulas(texts, streams, find_families(streams))


def words(formula: Formula, *texts: str) -> list[str]:
    return [one.span.of(texts[one.document]) for one in formula.passages]


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def test_a_phrase_in_three_speeches_is_a_phrase(library: str, reservoir: str, school: str) -> None:
    texts = [f"{lines(one)[1]}{PHRASE}。{lines(one)[2]}" for one in (library, reservoir, school)]
    (found,) = formulas(*texts)
    assert found.kind is FormulaKind.PHRASE
    assert words(found, *texts) == [PHRASE] * 3


def test_a_line_that_stands_in_three_speeches_is_a_heading(
    library: str, reservoir: str, school: str
) -> None:
    texts = [f"{lines(one)[1]}\n{HEADING}\n{lines(one)[2]}" for one in (library, reservoir, school)]
    (found, *_) = formulas(*texts)
    assert found.kind is FormulaKind.HEADING
    assert [one.document for one in found.passages] == [0, 1, 2]


def test_sentences_built_alike_are_a_parallelism(school: str) -> None:
    text = (
        f"{lines(school)[1]}\n我们要坚持把孩子放在心上，让他们更有盼头；"
        "我们要坚持把老人放在心上，让晚年更有盼头；我们要坚持把工人放在心上，让车间更有盼头。"
        f"{lines(school)[2]}"
    )
    (found,) = [one for one in formulas(text) if one.kind is FormulaKind.PARALLEL]
    assert len(found.passages) == 3
    assert all(one.startswith("我们要坚持把") for one in words(found, text))


def test_speeches_without_formulas_have_none(library: str, reservoir: str, school: str) -> None:
    assert formulas(library, reservoir, school) == ()


def test_what_recurs_inside_copies_alone_is_no_formula(library: str) -> None:
    assert formulas(library, library, library) == ()


@pytest.mark.parametrize("texts", [[], [""], ["会"], ["会" * 5000], [" \n" * 50]])
def test_texts_that_are_no_speeches_have_none(texts: list[str]) -> None:
    assert formulas(*texts) == ()


def test_the_search_can_be_stopped(library: str) -> None:
    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        find_formulas([library], [canonical_text(library)], progress=stop)
