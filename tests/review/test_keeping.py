"""Which copy is kept, why, and what dropping the others leaves."""

from __future__ import annotations

import pytest

from reviewer.garble.finding import Finding, Kind
from reviewer.repeats.family import Family, FamilyKind, Passage
from reviewer.review.dropping import dropping_edits
from reviewer.review.edits import EditScript
from reviewer.review.keeping import Copy, Damage, copies_of, kept_copy, kept_of
from reviewer.text.span import Span
from reviewer.text.wording import Language, Wording


def finding(start: int, confidence: float = 0.9, **other: object) -> Finding:
    facts: dict[str, object] = {"replacement": None, "safe": False, **other}
    return Finding(
        Kind.MASKED_TEXT,
        Span(start, start + 1),
        "x",
        facts["replacement"],  # pyright: ignore[reportArgumentType]
        confidence,
        bool(facts["safe"]),
        Wording("", ""),
    )


def copy(document: int, damage: float = 0.0, length: int = 100, in_library: bool = False) -> Copy:
    return Copy(in_library, damage, length, Passage(document, Span(0, length)))


@pytest.mark.parametrize(
    ("copies", "kept", "word"),
    [
        ([copy(0), copy(1, 9.0, in_library=True)], 1, "library"),
        ([copy(0, 3.0, 200), copy(1, 2.9, 100)], 1, "least damaged: 2.9"),
        ([copy(0, 1.0, 100), copy(1, 1.0, 101)], 1, "longest: 101"),
        ([copy(0), copy(1), copy(2)], 0, "first"),
        ([copy(0, 5.0, in_library=True), copy(1, 2.0, in_library=True)], 1, "least damaged"),
    ],
    ids=["library", "least damaged", "longest", "earliest", "between two of the library"],
)
def test_the_rule_and_its_reason(copies: list[Copy], kept: int, word: str) -> None:
    choice = kept_copy(copies)
    assert choice.index == kept
    assert word in choice.reason.en


def test_the_editor_can_always_choose() -> None:
    choice = kept_copy([copy(0, in_library=True), copy(1, 9.0, 20)], chosen=1)
    assert choice.index == 1
    assert "editor" in choice.reason.en


def test_damage_counts_what_cannot_be_repaired_most_and_suggestions_not_at_all() -> None:
    text = Span(0, 1000)
    figures = [
        Damage([one]).in_span(text)
        for one in (
            finding(5, 0.4),
            finding(5, 1.0, replacement="", safe=True),
            finding(5, 1.0, replacement=""),
            finding(5, 1.0),
        )
    ]
    assert figures == [0.0, 0.5, 1.0, 2.0]


def test_damage_is_that_of_the_passage_alone() -> None:
    damage = [Damage([finding(3), finding(250)]), Damage([])]
    family = Family(FamilyKind.EXACT, 1.0, (Passage(0, Span(0, 100)), Passage(0, Span(100, 200))))
    first, second = copies_of(family, damage)
    assert first.damage > second.damage == 0.0


def drop(
    texts: list[str], families: list[Family], findings: list[list[Finding]] | None = None
) -> list[str]:
    edits = dropping_edits(texts, findings or [[] for _ in texts], families, Language.ENGLISH)
    return [EditScript(tuple(one)).apply(text) for text, one in zip(texts, edits, strict=True)]


def family(*passages: tuple[int, int, int]) -> Family:
    return Family(
        FamilyKind.EXACT, 1.0, tuple(Passage(number, Span(*span)) for number, *span in passages)
    )


def test_dropping_keeps_the_least_damaged_copy_and_says_why() -> None:
    texts = ["甲" * 10 + "\n", "甲" * 10 + "\n"]
    findings = [[finding(2)], []]
    families = [family((0, 0, 10), (1, 0, 10))]
    assert drop(texts, families, findings) == ["", texts[1]]
    (edit,) = dropping_edits(texts, findings, families, Language.ENGLISH)[0]
    assert "character 1 of document 2" in edit.reason
    assert "least damaged" in edit.reason


def test_a_copy_inside_a_dropped_passage_is_not_the_one_that_stays() -> None:
    texts = ["一二三四五六七八九十", "一二三四五六七八九十", "三四五"]
    families = [family((0, 0, 10), (1, 0, 10)), family((1, 2, 5), (2, 0, 3))]
    assert drop(texts, families) == [texts[0], "", "三四五"]


def test_of_a_row_of_one_unit_the_first_stays() -> None:
    row = Family(FamilyKind.PERIODIC, 1.0, (Passage(0, Span(0, 2)), Passage(0, Span(2, 40))))
    assert drop(["好的" * 20], [row]) == ["好的"]
    assert kept_of(row, copies_of(row, [Damage([])])).index == 0
    assert kept_of(row, copies_of(row, [Damage([])]), row.passages[1]).index == 1


def test_passages_that_are_alike_only_in_part_stay() -> None:
    one = Family(FamilyKind.NEAR, 0.69, (Passage(0, Span(0, 3)), Passage(1, Span(0, 3))))
    assert drop(["甲乙丙", "甲丁丙"], [one]) == ["甲乙丙", "甲丁丙"]


def test_nothing_goes_where_nothing_repeats() -> None:
    assert drop(["一二三"], []) == ["一二三"]


def test_thousands_of_copies_leave_one() -> None:
    texts = ["重复的一行\n" * 20_000]
    families = [family(*((0, place, place + 5) for place in range(0, 120_000, 6)))]
    assert drop(texts, families) == ["重复的一行\n"]
