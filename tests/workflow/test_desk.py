"""The desk: what an editor does is saved when it is done, and can be taken back in one stack."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from bench import SPEECH, Bench

from reviewer.garble.finding import Kind
from reviewer.review.decision import Verdict
from reviewer.review.edits import Edit, EditMismatch
from reviewer.review.steps import StepKind
from reviewer.text.script import Script
from reviewer.text.span import Span
from reviewer.text.wording import Language
from reviewer.workflow.selection import Likeness, open_marks

CLEAN = (
    "同志們：\n責任重大，現在要發展。責任到人，發現問題。"
    "全年完成投資10301.21萬元，20XX年再上臺階。\n"
)


def clean(bench: Bench, number: int) -> str:
    return bench.desk.reviewed(number).cleaned(Language.CHINESE).text


def test_accepting_what_is_safe_cleans_the_text_and_one_undo_takes_it_all_back(
    bench: Bench,
) -> None:
    number = bench.add(SPEECH)
    alike = open_marks(bench.desk.reviewed(number).marks, None, Likeness.SAFE)
    step = bench.desk.accept([(number, mark) for mark in alike])
    assert step is not None
    assert len(step.changes) == 7
    assert clean(bench, number) == CLEAN
    assert bench.desk.undo() == step
    assert clean(bench, number) == SPEECH
    assert bench.desk.redo() == step
    assert clean(bench, number) == CLEAN


def test_everything_is_there_again_after_a_restart(bench: Bench) -> None:
    number = bench.add(SPEECH)
    marks = bench.marks(number)
    bench.desk.accept(marks[:1])
    bench.desk.reject(marks[1:2])
    bench.desk.postpone(marks[2:3])
    bench.desk.replace_with(marks[3], "（责）")
    bench.desk.annotate(number, Span(0, 3), "称呼是否合适？")
    bench.desk.type_text(number, Edit(0, "", "各位"))
    bench.desk.undo()
    before = bench.desk.reviewed(number)
    bench.reopen()
    after = bench.desk.reviewed(number)
    assert [mark.decision for mark in after.marks] == [mark.decision for mark in before.marks]
    assert [mark.decision.verdict for mark in after.marks[:4]] == [
        Verdict.ACCEPTED, Verdict.REJECTED, Verdict.LATER, Verdict.EDITED,
    ]  # fmt: skip
    assert (after.text, after.notes) == (before.text, before.notes)
    step = bench.desk.next_redo
    assert step is not None
    assert step.kind is StepKind.TYPE
    bench.desk.redo()
    assert bench.desk.reviewed(number).text == "各位" + SPEECH


def test_marks_and_notes_follow_what_is_typed(bench: Bench) -> None:
    number = bench.add(SPEECH)
    note = bench.desk.annotate(number, Span(6, 8), "查")
    bench.desk.type_text(number, Edit(0, "", "尊敬的"))
    state = bench.desk.reviewed(number)
    assert [mark.finding.span.of(state.text) for mark in state.marks] == [
        mark.finding.text for mark in state.marks
    ]
    assert state.notes[0].span == note.span.shifted(3)
    assert not any(mark.overwritten for mark in state.marks)


def test_typing_over_a_finding_settles_it_and_undo_brings_it_back(bench: Bench) -> None:
    number = bench.add(SPEECH)
    span = bench.desk.reviewed(number).marks[0].finding.span
    bench.desk.type_text(number, Edit(span.start, span.of(SPEECH), ""))
    state = bench.desk.reviewed(number)
    assert state.marks[0].overwritten
    assert bench.desk.accept([(number, state.marks[0])]) is None
    bench.desk.undo()
    assert not bench.desk.reviewed(number).marks[0].overwritten
    assert bench.desk.reviewed(number).marks[0].finding.span == span


def test_a_note_whose_place_was_deleted_is_kept_and_undo_puts_it_back(bench: Bench) -> None:
    number = bench.add(SPEECH)
    bench.desk.annotate(number, Span(6, 8), "查")
    bench.desk.type_text(number, Edit(0, SPEECH[:20], ""))
    (note,) = bench.desk.reviewed(number).notes
    assert note.place_lost
    bench.desk.undo()
    (note,) = bench.desk.reviewed(number).notes
    assert note.span == Span(6, 8)


def test_typing_that_goes_on_is_one_step_and_a_pause_begins_another(bench: Bench) -> None:
    number = bench.add(SPEECH)
    for place, character in enumerate("各位"):
        bench.desk.type_text(number, Edit(place, "", character))
        bench.clock.now += 0.3
    bench.clock.now += 5
    bench.desk.type_text(number, Edit(2, "", "好"))
    bench.desk.undo()
    assert bench.desk.reviewed(number).text == "各位" + SPEECH
    bench.desk.undo()
    assert bench.desk.reviewed(number).text == SPEECH


def test_deleting_backward_is_one_step(bench: Bench) -> None:
    number = bench.add("各位同志们")
    for end in (5, 4, 3):
        bench.desk.type_text(number, Edit(end - 1, "各位同志们"[end - 1], ""))
    assert bench.desk.reviewed(number).text == "各位"
    bench.desk.undo()
    assert bench.desk.reviewed(number).text == "各位同志们"


def test_a_search_of_the_changed_text_keeps_the_decisions(bench: Bench) -> None:
    number = bench.add(SPEECH)
    bench.desk.reject(bench.marks(number)[-1:])
    bench.desk.type_text(number, Edit(0, "", "２０２４年"))
    bench.search(number)
    state = bench.desk.reviewed(number)
    assert not state.stale
    assert state.marks[-1].decision.verdict is Verdict.REJECTED
    bench.desk.undo()
    assert bench.desk.reviewed(number).text == SPEECH
    assert bench.desk.reviewed(number).marks[-1].decision.verdict is Verdict.REJECTED
    bench.reopen()
    assert not bench.desk.reviewed(number).stale


def test_typing_after_a_search_does_not_change_the_step_that_was_searched(bench: Bench) -> None:
    number = bench.add(SPEECH)
    bench.desk.type_text(number, Edit(0, "", "各"))
    bench.search(number)
    bench.desk.type_text(number, Edit(1, "", "位"))
    bench.desk.undo()
    state = bench.desk.reviewed(number)
    assert (state.text, state.stale) == ("各" + SPEECH, False)


def test_findings_of_a_text_that_has_changed_since_are_not_taken(bench: Bench) -> None:
    number = bench.add(SPEECH)
    bench.desk.type_text(number, Edit(0, "", "各位"))
    assert not bench.desk.take_findings(number, SPEECH, ())


def test_an_edit_that_does_not_fit_is_refused_and_nothing_is_saved(bench: Bench) -> None:
    number = bench.add(SPEECH)
    with pytest.raises(EditMismatch):
        bench.desk.type_text(number, Edit(0, "别的", ""))
    assert bench.desk.next_undo is None
    assert bench.desk.reviewed(number).text == SPEECH


def test_one_step_reaches_over_documents(bench: Bench) -> None:
    one, two = bench.add(SPEECH, "一.txt"), bench.add(SPEECH + "完", "二.txt")
    model = bench.desk.reviewed(one).marks[0]
    everywhere = [
        (number, mark)
        for number in (one, two)
        for mark in open_marks(bench.desk.reviewed(number).marks, model, Likeness.SAME_KIND)
    ]
    step = bench.desk.accept(everywhere)
    assert step is not None
    assert step.documents == (one, two)
    bench.desk.undo()
    assert (clean(bench, one), clean(bench, two)) == (SPEECH, SPEECH + "完")


def test_equal_findings_in_copied_passages_are_decided_one_by_one(bench: Bench) -> None:
    number = bench.add(SPEECH * 2)
    marks = bench.desk.reviewed(number).marks
    anchors = [mark.anchor for mark in marks]
    assert len(set(anchors)) == len(anchors)
    bench.desk.accept([(number, marks[0])])
    decided = [mark for mark in bench.desk.reviewed(number).marks if not mark.open]
    assert len(decided) == 1


def test_the_ledger_lists_every_change_and_leads_back_to_the_source(bench: Bench) -> None:
    number = bench.add(SPEECH)
    bench.desk.accept(bench.marks(number))
    bench.desk.type_text(number, Edit(0, "同志們", "各位同志"))
    cleaned = bench.desk.reviewed(number).cleaned(Language.ENGLISH)
    assert cleaned.ledger.inverse().apply(cleaned.text) == SPEECH
    assert cleaned.ledger.apply(SPEECH) == cleaned.text
    assert len(cleaned.ledger) == 8
    assert all(edit.reason for edit in cleaned.ledger.edits[1:])


def test_a_repair_inside_furniture_goes_with_it(bench: Bench) -> None:
    text = "版權說明：本文由用戶提供&nbsp;請舉報\n" + SPEECH
    number = bench.add(text)
    kinds = [mark.finding.kind for mark in bench.desk.reviewed(number).marks]
    assert kinds[:2] == [Kind.SITE_BOILERPLATE, Kind.HTML_ENTITY]
    bench.desk.accept(bench.marks(number))
    assert clean(bench, number) == "\n" + CLEAN


def test_findings_are_sorted_and_never_cross(bench: Bench) -> None:
    number = bench.add(SPEECH)
    spans = [mark.finding.span for mark in bench.desk.reviewed(number).marks]
    assert all(one <= other for one, other in pairwise(spans))


def test_a_conversion_is_one_step_and_every_place_a_line_of_the_ledger(bench: Bench) -> None:
    number = bench.add("头发要理，发展要快。里程碑在这里。")
    note = bench.desk.annotate(number, Span(5, 7), "查")
    step = bench.desk.convert(number, Script.TRADITIONAL)
    assert step is not None
    state = bench.desk.reviewed(number)
    assert state.text == "頭髮要理，發展要快。里程碑在這裏。"
    assert state.notes[0].span == note.span
    assert len(state.cleaned(Language.CHINESE).ledger) == len(step.changes) == 3
    bench.reopen()
    assert bench.desk.reviewed(number).text == "頭髮要理，發展要快。里程碑在這裏。"
    bench.desk.undo()
    assert bench.desk.reviewed(number).text == "头发要理，发展要快。里程碑在这里。"
    assert bench.desk.convert(number, Script.SIMPLIFIED) is None


def test_what_is_hidden_is_hidden_in_this_library_for_good(bench: Bench) -> None:
    number = bench.add(SPEECH)
    mark = bench.desk.marks(number)[0]
    bench.desk.prefer(bench.desk.preferences.without(mark.finding))
    hidden = [row for row in bench.desk.reviewed(number).marks if row.finding.text == "(zé)"]
    assert len(hidden) == 2
    bench.reopen()
    assert not any(row.finding.text == "(zé)" for row in bench.desk.marks(number))


def test_what_was_decided_stays_visible_when_its_rule_is_switched_off(bench: Bench) -> None:
    number = bench.add(SPEECH)
    mark = bench.desk.marks(number)[0]
    bench.desk.accept([(number, mark)])
    off = replace(bench.desk.preferences, rules_off=frozenset({mark.finding.rule}))
    bench.desk.prefer(off)
    shown = [row for row in bench.desk.marks(number) if row.finding.rule == mark.finding.rule]
    assert [row.anchor for row in shown] == [mark.anchor]
