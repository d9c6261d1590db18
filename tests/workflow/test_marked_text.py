"""The text with its marks: the clean text and the text before it can be read from the runs."""

from __future__ import annotations

from bench import SPEECH, Bench
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.export.marked_text import RunStyle, marked_text
from reviewer.review.edits import Edit
from reviewer.text.wording import Language

CHINESE = Language.CHINESE


@given(
    choices=st.lists(st.sampled_from(["accept", "reject", "edit", "later", "open"]), max_size=20)
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_of_either_text_is_lost(bench: Bench, choices: list[str]) -> None:
    number = bench.add(SPEECH)
    for choice, mark in zip(choices, bench.marks(number), strict=False):
        if choice == "accept" and mark[1].finding.repairable:
            bench.desk.accept([mark])
        elif choice == "edit":
            bench.desk.replace_with(mark, "改\n好")
        elif choice == "reject":
            bench.desk.reject([mark])
        elif choice == "later":
            bench.desk.postpone([mark])
        else:
            bench.desk.reopen([mark])
    state = bench.desk.reviewed(number)
    marked = marked_text(state, state.marks, CHINESE)
    before = "".join(run.text for run in marked.runs if run.style is not RunStyle.INSERTED)
    after = "".join(run.text for run in marked.runs if run.style is not RunStyle.REMOVED)
    assert before == state.text
    assert after == state.cleaned(CHINESE).text
    assert [run.number for run in marked.runs if run.number] == [
        reason.number for reason in marked.reasons
    ]


def test_open_findings_are_marked_and_rejected_ones_are_not(bench: Bench) -> None:
    number = bench.add(SPEECH)
    marks = bench.marks(number)
    bench.desk.reject(marks[:1])
    state = bench.desk.reviewed(number)
    marked = marked_text(state, state.marks, CHINESE)
    assert {run.style for run in marked.runs} == {RunStyle.PLAIN, RunStyle.DOUBTED}
    assert len(marked.reasons) == len(marks) - 1
    assert marked.reasons[0].before == marks[1][1].finding.text
    assert marked.reasons[0].words.startswith("混入拼音: ")


def test_what_is_not_shown_is_not_marked_but_what_was_changed_is(bench: Bench) -> None:
    number = bench.add(SPEECH)
    bench.desk.accept(bench.marks(number)[:1])
    bench.desk.type_text(number, Edit(0, "", "各位"))
    state = bench.desk.reviewed(number)
    marked = marked_text(state, [], Language.ENGLISH)
    (reason,) = marked.reasons
    assert reason.after == ""
    assert reason.words.startswith("injected pinyin: ")
