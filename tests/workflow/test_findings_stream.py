"""Findings arrive as they were sent, and what was sent before is not sent again."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from reviewer.garble.detect import find_garble
from reviewer.garble.finding import Finding, Kind
from reviewer.text.span import Span
from reviewer.text.wording import Wording
from reviewer.workflow import findings_stream
from reviewer.workflow.findings_stream import FindingsMemory, Run

REASON = Wording("试", "a test")


def finding(start: int, text: str = "字") -> Finding:
    span = Span(start, start + len(text))
    return Finding(Kind.WRONG_WORD, span, text, "", 0.9, False, REASON)


def row(count: int, first: int = 0) -> tuple[Finding, ...]:
    return tuple(finding(first + 3 * at) for at in range(count))


def test_what_moved_or_stayed_is_only_named() -> None:
    here, there = FindingsMemory(), FindingsMemory()
    before = row(1000)
    assert there.told(1, here.named(1, before)) == before
    moved = tuple(one.at(one.span.shifted(7)) for one in before[501:])
    after = (*before[:500], finding(1501, "新字"), *moved)
    items = here.named(1, after)
    assert [type(item) for item in items] == [Run, Finding, Run]
    assert there.told(1, items) == after


def test_what_was_never_sent_is_sent_whole() -> None:
    here = FindingsMemory()
    here.named(1, row(1000))
    assert here.named(2, row(1000)) == list(row(1000))
    changed = tuple(finding(3 * at, "改") for at in range(1000))
    assert here.named(1, changed) == list(changed)


def test_few_findings_are_not_remembered() -> None:
    here, there = FindingsMemory(), FindingsMemory()
    there.told(1, here.named(1, row(5)))
    assert here.named(1, row(5)) == list(row(5))


@given(st.lists(st.lists(st.integers(0, 40), unique=True, max_size=25), max_size=5))
def test_any_row_of_states_arrives(states: list[list[int]]) -> None:
    here, there = FindingsMemory(), FindingsMemory()
    findings_stream_from, findings_stream.REMEMBERED_FROM = findings_stream.REMEMBERED_FROM, 1
    try:
        for state in states:
            sent = tuple(finding(start, "字" * (start % 2 + 1)) for start in sorted(state))
            items = pickle.loads(pickle.dumps(here.named(1, sent)))
            assert there.told(1, items) == sent
    finally:
        findings_stream.REMEMBERED_FROM = findings_stream_from


def test_a_finding_that_was_pickled_is_the_same() -> None:
    (one,) = find_garble("全年完成投资8650。4万元。")
    assert pickle.loads(pickle.dumps(one)) == one
