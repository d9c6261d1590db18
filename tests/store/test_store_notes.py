"""What a note is besides its words is kept, guarded by the journal, and new in schema 3."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
import store_samples as samples

from reviewer.review.annotation import Annotation, NoteColour, Task
from reviewer.review.steps import NoteDeleted, NoteWritten, StepKind
from reviewer.store.changes import facts_of
from reviewer.store.engine import sqlite
from reviewer.store.errors import StoreDamaged, StoreTooNew
from reviewer.store.store import Store
from reviewer.text.span import Span

PLAIN = Annotation("a" * 32, Span(1, 3), "志们", "称呼？")
FULL = Annotation("b" * 32, Span(1, 3), "志们", "年份？", "数字", NoteColour.BLUE, Task.DONE)


def test_a_plain_note_has_the_facts_that_it_had_in_schema_1() -> None:
    assert facts_of([NoteWritten(1, PLAIN), NoteDeleted(1, PLAIN.uid)]) == [
        ("note", (1, PLAIN.uid, 1, 3, "志们", "称呼？")),
        ("note", (1, PLAIN.uid, None, None, None, None)),
    ]


def test_notes_that_differ_only_in_what_is_new_have_different_facts() -> None:
    made = [
        Annotation(PLAIN.uid, PLAIN.span, PLAIN.quote, PLAIN.note, label, colour, task)
        for label in ("", "blue", "open", "数字")
        for colour in NoteColour
        for task in Task
    ]
    facts = {tuple(facts_of([NoteWritten(1, note)])) for note in made}
    assert len(facts) == len(made)


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_store_opens_and_takes_notes_with_all_that_is_new(
    version: int, store_path: Path
) -> None:
    shutil.copy(samples.FROZEN / f"v{version}.db", store_path)
    with Store.open(store_path) as store:
        before = list(store.history().in_force)
        store.append_step(StepKind.ADD_NOTE, [NoteWritten(1, FULL)])
    with Store.open(store_path) as store:
        *others, last = store.history().in_force
    assert others == before
    assert last.changes == (NoteWritten(1, FULL),)
    (old,) = (
        row.annotation for step in before for row in step.changes if isinstance(row, NoteWritten)
    )
    assert (old.label, old.colour, old.task) == ("", NoteColour.YELLOW, Task.NONE)


@pytest.fixture
def annotated(store: Store, store_path: Path) -> Path:
    """The closed store of a document with a plain and a full note."""
    store.add_document(samples.sample_document())
    store.append_step(StepKind.ADD_NOTE, [NoteWritten(1, PLAIN)])
    store.append_step(StepKind.ADD_NOTE, [NoteWritten(1, FULL)])
    store.close()
    return store_path


def change(path: Path, assignment: str, uid: str) -> None:
    """Write past the program, as a damaged disk or another program may."""
    with closing(sqlite.connect(path)) as connection:
        connection.execute("DROP TRIGGER note_not_changed")
        connection.execute(f"UPDATE note SET {assignment} WHERE uid = ?", (uid,))
        connection.commit()


def notes_of(path: Path) -> list[Annotation]:
    with Store.open(path) as store:
        steps = store.history().in_force
        return [
            row.annotation for step in steps for row in step.changes if isinstance(row, NoteWritten)
        ]


def test_notes_come_back_as_they_were_written(annotated: Path) -> None:
    assert notes_of(annotated) == [PLAIN, FULL]


@pytest.mark.parametrize(
    "assignment", ["label = '人名'", "colour = 'green'", "task = 'open'", "task = NULL"]
)
def test_what_was_changed_past_the_program_is_noticed(annotated: Path, assignment: str) -> None:
    change(annotated, assignment, FULL.uid)
    with pytest.raises(StoreDamaged):
        notes_of(annotated)


def test_a_plain_note_that_was_given_a_colour_past_the_program_is_noticed(
    annotated: Path,
) -> None:
    change(annotated, "colour = 'blue'", PLAIN.uid)
    with pytest.raises(StoreDamaged):
        notes_of(annotated)


def test_a_colour_that_this_program_does_not_know_comes_from_a_newer_one(annotated: Path) -> None:
    change(annotated, "colour = 'ultraviolet'", FULL.uid)
    with pytest.raises(StoreTooNew):
        notes_of(annotated)
