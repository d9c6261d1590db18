"""Which copy of a family in the library would be kept, as findings and decisions are now."""

from __future__ import annotations

from dataclasses import replace

from reviewer.garble.finding import Finding, Kind
from reviewer.repeats.family import FamilyKind
from reviewer.review.decision import UNDECIDED, Decision, Verdict
from reviewer.review.marks import Mark
from reviewer.text.span import Span
from reviewer.text.wording import Wording
from reviewer.workflow.kept_members import KeepRule
from reviewer.workflow.library_repeats import LibraryFamily, Member

FAMILY = LibraryFamily(
    1,
    FamilyKind.NEAR,
    0.95,
    (Member(4, Span(0, 100), True), Member(7, Span(50, 150), False), Member(9, Span(0, 90), False)),
    (),
)


def mark(start: int, decision: Decision = UNDECIDED, *, overwritten: bool = False) -> Mark:
    finding = Finding(
        Kind.MASKED_TEXT,
        Span(start, start + 4),
        "****",
        None,
        0.9,
        False,
        Wording("遮盖", "masked"),
    )
    return Mark(finding, f"m{start}", decision, overwritten)


def kept_with(marks: dict[int, list[Mark]], own: tuple[int, ...] = ()) -> tuple[int, str]:
    kept = KeepRule(lambda number: marks.get(number, []), own).kept(FAMILY)
    return kept.member.document, kept.reason.zh


def test_the_least_damaged_copy_is_kept() -> None:
    document, reason = kept_with({4: [mark(10)], 9: [mark(10), mark(20)]})
    assert document == 7
    assert "损坏最少" in reason


def test_damage_outside_the_passage_does_not_count() -> None:
    assert kept_with({4: [mark(10)], 7: [mark(0), mark(200)], 9: [mark(0)]})[0] == 7


def test_what_is_repaired_called_right_or_overwritten_is_no_damage() -> None:
    settled = [
        mark(10, Decision(Verdict.ACCEPTED, "")),
        mark(20, Decision(Verdict.REJECTED)),
        mark(30, overwritten=True),
    ]
    assert kept_with({4: settled, 7: [mark(60)], 9: [mark(0)]})[0] == 4


def test_what_was_put_off_still_is_damage() -> None:
    assert kept_with({4: [mark(10, Decision(Verdict.LATER))]})[0] == 7


def test_the_copy_of_the_library_wins_over_a_cleaner_one() -> None:
    document, reason = kept_with({9: [mark(0), mark(10)]}, own=(9,))
    assert document == 9
    assert "文稿库" in reason


def test_of_a_row_of_one_unit_the_first_is_kept() -> None:
    rule = KeepRule(lambda number: [mark(10)] if number == 4 else [])
    assert rule.kept(replace(FAMILY, kind=FamilyKind.PERIODIC)).member.document == 4
