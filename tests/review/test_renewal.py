"""A new analysis takes the place of an earlier one: what the editor decided stays decided."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.garble.finding import Finding, Kind
from reviewer.review.analysis import Analysis
from reviewer.review.decision import Decision, Verdict, anchors_of
from reviewer.review.edits import Edit, EditScript
from reviewer.review.marks import marks_of
from reviewer.review.renewal import is_undecided, renewed
from reviewer.text.span import Span
from reviewer.text.wording import Wording

TEXT = "全年完成投资8650。4万元，同比增长9。5％。"
REASON = Wording("小数点", "a decimal point")
REJECTED = Decision(Verdict.REJECTED)


def finding(text: str, start: int, end: int, kind: Kind = Kind.DECIMAL_POINT_CORRUPTION) -> Finding:
    span = Span(start, end)
    return Finding(kind, span, span.of(text), "x", 0.9, False, REASON)


def analysis(text: str, *findings: Finding) -> Analysis:
    return Analysis(1, text, findings, tuple(anchors_of(text, findings)))


EARLIER = analysis(TEXT, finding(TEXT, 6, 12), finding(TEXT, 19, 22))


def renew(
    new: Analysis,
    since: EditScript | None = None,
    decisions: dict[str, Decision] | None = None,
    earlier: Analysis = EARLIER,
) -> Analysis:
    return renewed(new, marks_of(earlier, since or EditScript(), decisions or {}))


def typed(start: int, inserted: str, removed: str = "") -> tuple[str, EditScript]:
    script = EditScript((Edit(start, removed, inserted),))
    return script.apply(TEXT), script


def test_a_finding_whose_context_is_edited_keeps_its_name() -> None:
    text, since = typed(5, "额")
    new = analysis(text, finding(text, 7, 13), finding(text, 20, 23))
    assert new.anchors[0] != EARLIER.anchors[0], "by itself it would have another name"
    assert renew(new, since).anchors == EARLIER.anchors


def test_a_finding_that_was_typed_over_is_a_new_one() -> None:
    text, since = typed(10, "0")
    new = analysis(text, finding(text, 6, 13))
    (anchor,) = renew(new, since, {EARLIER.anchors[0]: REJECTED}).anchors
    assert anchor not in EARLIER.anchors


def test_another_kind_in_the_same_place_is_another_finding() -> None:
    new = analysis(TEXT, finding(TEXT, 6, 12, Kind.MASKED_TEXT))
    (anchor,) = renew(new).anchors
    assert anchor not in EARLIER.anchors


def test_what_was_decided_stays_a_finding_though_it_is_found_no_longer() -> None:
    text, since = typed(0, "今年，")
    decided = {EARLIER.anchors[1]: REJECTED}
    kept = renew(analysis(text), since, decided)
    assert kept.anchors == (EARLIER.anchors[1],)
    assert kept.findings[0].span == Span(22, 25)
    assert renew(analysis(text), since).findings == ()
    reopened = {EARLIER.anchors[1]: Decision(Verdict.OPEN)}
    assert renew(analysis(text), since, reopened).findings == ()


def test_what_was_decided_stands_against_a_new_finding_that_crosses_it() -> None:
    crossing, apart = finding(TEXT, 10, 15, Kind.STRAY_SPACE), finding(TEXT, 19, 22)
    decided = {EARLIER.anchors[0]: REJECTED}
    kept = renew(analysis(TEXT, crossing, apart), None, decided)
    assert [one.span for one in kept.findings] == [Span(6, 12), Span(19, 22)]
    assert kept.anchors == EARLIER.anchors


def test_one_decision_makes_a_difference() -> None:
    assert is_undecided(marks_of(EARLIER, EditScript(), {}))
    assert not is_undecided(marks_of(EARLIER, EditScript(), {EARLIER.anchors[1]: REJECTED}))
    assert is_undecided(marks_of(analysis(TEXT), EditScript(), {}))


def test_without_earlier_findings_nothing_changes() -> None:
    assert renew(EARLIER, earlier=analysis(TEXT)) == EARLIER


@given(st.lists(st.integers(0, 9), min_size=2, max_size=12, unique=True), st.integers(0, 60))
def test_names_are_never_shared(places: list[int], at: int) -> None:
    """Many findings that look alike, with an edit anywhere between them."""
    text = "一二三四五六" * 10
    spans = [Span(place * 6, place * 6 + 2) for place in sorted(places)]
    before = analysis(text, *(finding(text, span.start, span.end) for span in spans[::2]))
    script = EditScript((Edit(at, "", "一二三四五六"),))
    after = script.apply(text)
    new = analysis(after, *(finding(after, span.start, span.end) for span in spans))
    result = renew(new, script, earlier=before)
    assert len(set(result.anchors)) == len(result.findings) == len(spans)
