"""The notes of a library: written, changed, followed through edits, listed without a text."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench import SPEECH, Bench, document
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.review.annotation import NoteColour, NoteContent, Task
from reviewer.review.edits import Edit
from reviewer.review.steps import StepKind
from reviewer.store.store import Store
from reviewer.text.span import Span
from reviewer.workflow.desk import ReviewDesk

CONTENTS = st.builds(
    NoteContent,
    st.sampled_from(["查", "问交通局", ""]),
    st.sampled_from(["", "数字", "人名"]),
    st.sampled_from(NoteColour),
    st.sampled_from(Task),
)
PLACES = st.tuples(st.integers(0, 40), st.integers(0, 12))
WORK = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from([1, 2]), PLACES, CONTENTS),
        st.tuples(st.just("change"), st.integers(0, 9), CONTENTS),
        st.tuples(st.just("delete"), st.integers(0, 9)),
        st.tuples(st.just("type"), st.sampled_from([1, 2]), PLACES, st.sampled_from(["", "新字"])),
        st.tuples(st.just("replace"), st.lists(st.integers(0, 40), unique=True, max_size=4)),
        st.tuples(st.just("undo")),
        st.tuples(st.just("redo")),
    ),
    max_size=12,
)


def span_in(text: str, place: tuple[int, int]) -> Span:
    start = min(place[0], len(text))
    return Span(start, min(start + place[1], len(text)))


def work(desk: ReviewDesk, task: tuple) -> None:
    """Do one thing of `WORK`."""
    everywhere = desk.notes.in_documents([1, 2])
    match task:
        case ("write", number, place, content):
            desk.notes.write(number, span_in(desk.text_of(number), place), content)
        case ("change", index, content) if everywhere:
            desk.notes.change(everywhere[index % len(everywhere)].annotation.uid, content)
        case ("delete", index) if everywhere:
            desk.notes.delete(everywhere[index % len(everywhere)].annotation.uid)
        case ("type", number, place, words):
            span = span_in(desk.text_of(number), place)
            if len(span) or words:
                desk.type_text(number, Edit(span.start, span.of(desk.text_of(number)), words))
        case ("replace", places):
            edits = [
                Edit(at, text[at], "换")
                for at in sorted(places)
                if at < len(text := desk.text_of(1))
            ]
            desk.replace_words([(1, edits)])
        case ("undo",):
            desk.undo()
        case ("redo",):
            desk.redo()


@settings(max_examples=60, deadline=None)
@given(tasks=WORK)
def test_the_list_without_texts_says_what_the_documents_say(tasks: list[tuple]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "l.db") as store:
        desk = ReviewDesk(store)
        for name in ("一.txt", "二.txt"):
            desk.add(document(SPEECH + name, name))
        for task in tasks:
            work(desk, task)
            for number in (1, 2):
                listed = [note.annotation for note in desk.notes.of(number)]
                assert listed == list(desk.reviewed(number).notes)
        again = ReviewDesk(store)
        assert again.notes.in_documents([1, 2]) == desk.notes.in_documents([1, 2])


def test_label_colour_and_to_do_survive_a_restart_and_every_change_can_be_undone(
    bench: Bench,
) -> None:
    number = bench.add(SPEECH)
    first = NoteContent("里程待核", "数字", NoteColour.BLUE, Task.OPEN)
    note = bench.desk.notes.write(number, Span(6, 8), first)
    second = NoteContent("已问交通局", "", NoteColour.YELLOW, Task.DONE)
    step = bench.desk.notes.change(note.uid, second)
    assert step is not None
    assert step.kind is StepKind.CHANGE_NOTE
    bench.reopen()
    assert bench.desk.reviewed(number).notes[0].content == second
    bench.desk.undo()
    assert bench.desk.reviewed(number).notes[0].content == first
    bench.desk.redo()
    assert bench.desk.notes.of(number)[0].annotation.content == second


def test_turning_a_to_do_is_a_step_of_its_own_name(bench: Bench) -> None:
    number = bench.add(SPEECH)
    note = bench.desk.annotate(number, Span(6, 8), "查")
    kinds: list[StepKind] = []
    for content in (
        NoteContent("查", task=Task.OPEN),
        NoteContent("查", task=Task.DONE),
        NoteContent("查", task=Task.NONE),
        NoteContent("查过", task=Task.DONE),
    ):
        step = bench.desk.notes.change(note.uid, content)
        assert step is not None
        kinds.append(step.kind)
    changed = StepKind.CHANGE_NOTE
    assert kinds == [StepKind.OPEN_TASK, StepKind.FINISH_TASK, changed, changed]


def test_what_a_note_says_already_is_no_step(bench: Bench) -> None:
    number = bench.add(SPEECH)
    note = bench.desk.annotate(number, Span(6, 8), "查")
    steps = len(bench.desk.steps)
    assert bench.desk.notes.change(note.uid, NoteContent("查")) is None
    assert bench.desk.notes.change("no such note", NoteContent("别的")) is None
    assert bench.desk.notes.delete("no such note") is None
    assert len(bench.desk.steps) == steps


def test_changing_a_note_keeps_the_place_that_typing_gave_it(bench: Bench) -> None:
    number = bench.add(SPEECH)
    note = bench.desk.annotate(number, Span(6, 8), "查")
    bench.desk.type_text(number, Edit(0, "", "各位"))
    bench.desk.notes.change(note.uid, NoteContent("查过了"))
    (changed,) = bench.desk.reviewed(number).notes
    assert (changed.span, changed.note) == (Span(8, 10), "查过了")


def test_the_list_of_the_library_opens_no_document(bench: Bench) -> None:
    numbers = [bench.add(SPEECH + name, name) for name in ("甲.txt", "乙.txt")]
    for number in numbers:
        bench.desk.notes.write(number, Span(0, 3), NoteContent("查", "称呼", task=Task.OPEN))
    bench.desk.type_text(numbers[0], Edit(0, SPEECH[:5], ""))
    bench.reopen()
    read: list[int] = []
    original = bench.store.source_text
    bench.store.source_text = lambda document: read.append(document) or original(document)  # pyright: ignore
    lost, kept = bench.desk.notes.in_documents(numbers)
    assert (lost.annotation.place_lost, kept.annotation.place_lost) == (True, False)
    assert [bench.desk.notes.open_tasks(number) for number in numbers] == [1, 1]
    assert bench.desk.notes.labels() == ["称呼"]
    assert read == []


def test_labels_in_use_come_the_most_used_first(bench: Bench) -> None:
    number = bench.add(SPEECH)
    for label in ("人名", "数字", "数字", "", "称呼"):
        bench.desk.notes.write(number, Span(0, 3), NoteContent("查", label))
    assert bench.desk.notes.labels() == ["数字", "人名", "称呼"]


def test_ticking_makes_a_to_do_of_a_remark_then_turns_it() -> None:
    assert [task.turned for task in (Task.NONE, Task.OPEN, Task.DONE)] == [
        Task.OPEN,
        Task.DONE,
        Task.OPEN,
    ]
