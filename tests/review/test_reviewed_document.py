"""However a document came to its state, step by step or by a replay: it is the same state."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.finding import Finding, Kind
from reviewer.review.analysis import Analysis
from reviewer.review.annotation import Annotation
from reviewer.review.decision import UNDECIDED, Decision, Verdict, anchors_of
from reviewer.review.edits import Edit, EditScript
from reviewer.review.history import History
from reviewer.review.marks import Mark, Marks, as_marks
from reviewer.review.past import KEPT_STEPS
from reviewer.review.preferences import Preferences
from reviewer.review.reviewed import ReviewedDocument
from reviewer.review.steps import (
    Change,
    DecisionMade,
    NoteDeleted,
    NoteWritten,
    Step,
    StepKind,
    TextEdited,
)
from reviewer.review.trust import Trust, trust_from
from reviewer.text.span import Span
from reviewer.text.wording import Wording

NUMBER = 7
SOURCE = "工作重(zhòng)要，任務(wù)艱巨，責(zé)任重(zhòng)大。"
REASON = Wording("测试", "test")


def found_in(text: str) -> list[Finding]:
    """Every Latin letter is a finding, and every bracket a surer one of another rule."""
    findings: list[Finding] = []
    for place, letter in enumerate(text):
        if letter.isascii() and not letter.isspace():
            kind = Kind.PINYIN_INJECTION if letter.isalpha() else Kind.PUNCTUATION_ERROR
            sure = 0.9 if letter.isalpha() else 0.55
            span = Span(place, place + 1)
            findings.append(
                Finding(kind, span, letter, "", sure, letter == "(", REASON, (), kind.value)
            )
    return findings


class Desk:
    """A document with a history, as the program keeps them."""

    def __init__(self) -> None:
        self.history = History()
        self.analyses: list[Analysis] = []
        self.numbers = count(1)
        self.state = ReviewedDocument(NUMBER, SOURCE)

    def analyse(self) -> None:
        text = self.state.text
        found = found_in(text)
        made = Analysis(
            self.state.last_text_step, text, tuple(found), tuple(anchors_of(text, found))
        )
        self.analyses = [row for row in self.analyses if row.after_step != made.after_step]
        self.analyses.append(made)
        self.state.add_analysis(made)

    def do(self, *changes: Change) -> None:
        step = Step(next(self.numbers), StepKind.TYPE, changes)
        self.history.do(step)
        self.state.apply(step)

    def go_on(self, change: Change) -> None:
        """Type on in the last step, as long as no search followed it."""
        last = self.history.next_undo
        if last is None or any(row.after_step == last.number for row in self.analyses):
            self.do(change)
            return
        step = Step(last.number, last.kind, (*last.changes, change))
        self.history.extend_last(step)
        self.state.apply(step, len(last.changes))

    def undo(self) -> None:
        step = self.history.undo()
        if step is not None and not self.state.take_back(step):
            self.state.replay(self.history.in_force)

    def redo(self) -> None:
        step = self.history.redo()
        if step is not None:
            self.state.apply(step)

    def replayed(self) -> ReviewedDocument:
        state = ReviewedDocument(NUMBER, SOURCE, self.analyses)
        state.replay(self.history.in_force)
        return state


def facts(state: ReviewedDocument) -> tuple[object, ...]:
    """All that is asked of a state."""
    return (
        state.text,
        state.typed.apply(SOURCE),
        state.last_text_step,
        state.analysed_text,
        state.stale,
        list(state.marks),
        list(state.notes),
        [state.decision_of(mark.anchor) for mark in state.marks],
    )


def edit_of(data: st.DataObject, text: str) -> TextEdited:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 4)))
    inserted = data.draw(st.sampled_from(["", "", "新", "a", "(好)"]))
    return TextEdited(NUMBER, Edit(start, text[start:end], inserted))


def change_of(data: st.DataObject, state: ReviewedDocument) -> Change:
    match data.draw(st.sampled_from(["edit", "decision", "decision", "note", "no note"])):
        case "decision" if len(state.marks):
            place = data.draw(st.integers(0, len(state.marks) - 1))
            decision = data.draw(
                st.sampled_from(
                    [
                        UNDECIDED,
                        Decision(Verdict.REJECTED),
                        Decision(Verdict.ACCEPTED, ""),
                        Decision(Verdict.EDITED, "二"),
                        Decision(Verdict.EDITED, "一"),
                        Decision(Verdict.LATER),
                    ]
                )
            )
            return DecisionMade(NUMBER, state.marks.anchor_at(place), decision)
        case "note":
            start = data.draw(st.integers(0, len(state.text)))
            span = Span(start, min(len(state.text), start + 2))
            uid = data.draw(st.sampled_from(["一", "二"]))
            return NoteWritten(NUMBER, Annotation(uid, span, span.of(state.text), "注"))
        case "no note":
            return NoteDeleted(NUMBER, data.draw(st.sampled_from(["一", "二"])))
        case _:
            return edit_of(data, state.text)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_step_by_step_and_replayed_are_the_same(data: st.DataObject) -> None:
    desk = Desk()
    doings = ["do", "do", "go on", "analyse", "undo", "undo", "redo", "look"]
    for doing in data.draw(st.lists(st.sampled_from(doings), max_size=25)):
        match doing:
            case "do":
                desk.do(change_of(data, desk.state))
            case "go on":
                desk.go_on(edit_of(data, desk.state.text))
            case "analyse":
                desk.analyse()
            case "undo":
                desk.undo()
            case "redo":
                desk.redo()
            case _:
                assert facts(desk.state) == facts(desk.replayed())
    assert facts(desk.state) == facts(desk.replayed())


def test_more_steps_than_are_kept_are_taken_back_by_a_replay() -> None:
    desk = Desk()
    desk.analyse()
    for _ in range(KEPT_STEPS + 5):
        desk.do(TextEdited(NUMBER, Edit(0, "", "加")))
    for _ in range(KEPT_STEPS + 5):
        desk.undo()
    assert desk.state.text == SOURCE
    assert facts(desk.state) == facts(desk.replayed())


def test_a_step_that_is_not_the_last_one_is_not_taken_back() -> None:
    desk = Desk()
    desk.do(TextEdited(NUMBER, Edit(0, "", "一")))
    first = desk.history.next_undo
    desk.do(TextEdited(NUMBER, Edit(0, "", "二")))
    assert first is not None
    assert not desk.state.take_back(first)
    assert desk.state.text.startswith("二一")


@pytest.fixture
def marks() -> Marks:
    desk = Desk()
    desk.analyse()
    anchors = desk.state.marks.anchors()
    desk.do(DecisionMade(NUMBER, anchors[0], Decision(Verdict.REJECTED)))
    desk.do(DecisionMade(NUMBER, anchors[1], Decision(Verdict.LATER)))
    desk.do(DecisionMade(NUMBER, anchors[2], Decision(Verdict.ACCEPTED, "")))
    desk.do(TextEdited(NUMBER, Edit(3, "(z", "")))
    return desk.state.marks


def test_columns_say_what_the_marks_say(marks: Marks) -> None:
    for shown in (marks, marks.only(marks.starts % 2 == 0), as_marks(list(marks))):
        rows = list(shown)
        assert shown == rows
        assert [shown[place] for place in range(len(shown))] == rows
        assert shown[1:3] == rows[1:3]
        assert shown[-1] == rows[-1]
        assert shown.starts.tolist() == [mark.finding.span.start for mark in rows]
        assert shown.are_open.tolist() == [mark.open for mark in rows]
        assert shown.open_count == sum(mark.open for mark in rows)
        assert shown.has_safe is any(mark.open and mark.finding.safe for mark in rows)
        assert [shown.place_of(mark.anchor) for mark in rows] == list(range(len(rows)))
        assert [shown.named(mark.anchor) for mark in rows] == rows
        assert shown.anchors() == [mark.anchor for mark in rows]
    with pytest.raises(IndexError):
        marks[len(marks)]


def test_a_mark_that_is_not_among_those_shown_has_no_place(marks: Marks) -> None:
    first, *others = marks
    shown = marks.only(marks.columns.starts != marks.columns.starts[0])
    assert shown == others
    assert shown.place_of(first.anchor) is None
    assert shown.named(None) is None


def test_marks_tell_where_they_were_decided_otherwise(marks: Marks) -> None:
    anchor = marks.anchor_at(5)
    one = marks.decided({anchor: Decision(Verdict.EDITED, "一")})
    two = marks.decided({anchor: Decision(Verdict.EDITED, "二")})
    for before, after in ((marks, one), (one, two), (as_marks(list(one)), two)):
        assert before.differing(after).nonzero()[0].tolist() == [5]
    assert not one.differing(as_marks(list(one))).any()
    assert one.same_findings(as_marks(list(two)))
    assert not one.same_findings(one.only(one.starts > 9))


def test_what_is_preferred_is_the_same_for_one_and_for_all(marks: Marks) -> None:
    columns = marks.columns
    pinyin = Kind.PINYIN_INJECTION
    doubted = Trust()
    doubted.rejected[Kind.PUNCTUATION_ERROR.value] = 9
    for preferences in (
        Preferences(),
        Preferences(suggestions=True),
        Preferences(kinds_off=frozenset({pinyin})),
        Preferences(rules_off=frozenset({pinyin.value})),
        Preferences(never_again=frozenset({(pinyin, "n"), (Kind.PUNCTUATION_ERROR, "z")})),
    ):
        for trust in (Trust(), trust_from(marks), doubted):
            singly = [preferences.shows(finding, trust) for finding in columns.findings]
            assert preferences.shown_of(columns, trust).tolist() == singly


def test_marks_of_nothing_are_none() -> None:
    nothing = ReviewedDocument(NUMBER, SOURCE).marks
    assert not nothing
    assert nothing == []
    assert not nothing.has_safe
    assert nothing.moved(EditScript((Edit(0, "", "一"),))) == []
    assert Preferences().shown_of(nothing.columns, Trust()).tolist() == []


def test_marks_are_no_equal_of_other_marks(marks: Marks) -> None:
    changed: list[Mark] = list(marks)[1:]
    assert marks != changed
    assert marks != "marks"
