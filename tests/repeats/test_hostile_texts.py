"""Texts that are no speeches: nothing crashes, nothing runs away, nothing silly is reported."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from reviewer.repeats.family import Family, FamilyKind

Search = Callable[..., tuple[Family, ...]]

LINE = "上级领导一行冒雨察看堤防逐户走访受灾群众并在现场开会研究方案要求各村今夜全部到岗\n"


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([], id="no texts"),
        pytest.param([""], id="an empty text"),
        pytest.param(["", "", ""], id="empty texts"),
        pytest.param([" \n\u3000\t" * 100_000], id="blanks alone"),
        pytest.param(["，。！？" * 1000, "……"], id="punctuation alone"),
        pytest.param(["好", "好", "好"], id="one letter each"),
        pytest.param(["", "同志们，大家好！"], id="an empty text and a short one"),
        pytest.param(["0123456789 " * 20_000], id="figures"),
        pytest.param(["\ud800\udfff" * 1000, "\ud800"], id="lone surrogates"),
    ],
)
def test_texts_without_passages_have_no_families(texts: list[str], search: Search) -> None:
    assert search(*texts) == ()


@pytest.mark.parametrize(
    ("unit", "times"),
    [("会", 1_000_000), ("好天", 50_000), ("好天气", 300_000), ("我们今天在这里开大会", 5_000)],
)
def test_a_short_unit_over_and_over_is_one_row(unit: str, times: int, search: Search) -> None:
    (family,) = search(f"昨天夜里下了雨。{unit * times}。路上都是水")
    first, rest = family.passages
    assert family.kind is FamilyKind.PERIODIC
    assert family.representative == 0
    assert len(first.span) == len(unit)
    assert first.span.start == 8
    assert rest.span.end == 8 + times * len(unit)


def test_rows_in_several_texts_are_a_row_each(search: Search) -> None:
    found = search("会" * 100_000, f"各位{'会' * 70_000}同志")
    assert [family.kind for family in found] == [FamilyKind.PERIODIC] * 2
    assert [family.passages[0].document for family in found] == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("哈哈哈哈哈哈大家都笑了", id="a laugh"),
        pytest.param("".join(f"{month}月{month * 2}日" for month in range(1, 13)), id="dates"),
        pytest.param("一步一步一步走", id="a word thrice"),
    ],
)
def test_short_rows_and_rows_of_figures_are_none(text: str, search: Search) -> None:
    assert search(text) == ()


@pytest.mark.parametrize("alphabet", ["好天", "好天气"])
def test_random_text_of_a_few_letters_has_no_families(alphabet: str, search: Search) -> None:
    rng = random.Random(3)
    assert search("".join(rng.choices(alphabet, k=200_000))) == ()


def test_a_line_twenty_thousand_times_is_one_family(search: Search) -> None:
    (family,) = search(LINE * 20_000)
    assert family.kind is FamilyKind.PERIODIC
    assert len(family.passages) == 20_000


def test_a_line_in_two_thousand_files_is_one_family(search: Search) -> None:
    (family,) = search(*[LINE] * 2_000)
    assert len(family.passages) == 2_000


@pytest.mark.parametrize("filler", [0, 20, 100])
def test_a_thousand_edited_copies_in_one_text_are_one_family(filler: int, search: Search) -> None:
    rng = random.Random(11)
    signs = [chr(0x4E00 + 7 * at) for at in range(2000)]
    passage = rng.choices(signs, k=300)

    def copy() -> str:
        edited = [rng.choice(signs) if rng.random() < 0.05 else sign for sign in passage]
        return "".join(edited + rng.choices(signs, k=filler))

    (family,) = search("".join(copy() for _ in range(1_000)))
    assert len(family.passages) == 1_000
    assert family.kind is FamilyKind.NEAR


def test_a_long_text_with_all_its_paragraphs_moved_is_one_document(search: Search) -> None:
    rng = random.Random(5)
    signs = [chr(0x4E00 + 7 * at) for at in range(2000)]
    paragraphs = ["".join(rng.choices(signs, k=100)) for _ in range(300)]
    moved = rng.sample(paragraphs, len(paragraphs))
    (family,) = search("\n".join(paragraphs), "\n".join(moved))
    assert family.kind is FamilyKind.DOCUMENT
    assert family.similarity > 0.99
