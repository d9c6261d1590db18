"""Steps, undo and redo: the store is always what a history in memory would be."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import store_samples as samples
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reviewer.review.annotation import Annotation, NoteColour, Task
from reviewer.review.decision import Decision, Verdict
from reviewer.review.edits import Edit
from reviewer.review.history import History
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
from reviewer.store.errors import StoreRuleBroken
from reviewer.store.store import Store
from reviewer.text.span import Span
from reviewer.text.wording import Language

TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
UIDS = st.integers(0, 2**128 - 1).map("{:032x}".format)
PLACES = st.integers(0, 10**6)
DECISIONS = st.one_of(
    st.builds(Decision, st.sampled_from([Verdict.OPEN, Verdict.REJECTED, Verdict.LATER])),
    st.builds(Decision, st.sampled_from([Verdict.ACCEPTED, Verdict.EDITED]), TEXT),
)
NOTES = st.builds(
    Annotation,
    UIDS,
    st.builds(lambda a, b: Span(a, a + b), PLACES, PLACES),
    TEXT,
    TEXT,
    TEXT,
    st.sampled_from(NoteColour),
    st.sampled_from(Task),
)
DOCUMENTS = st.sampled_from([1, 2])
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(DecisionMade, DOCUMENTS, UIDS, DECISIONS),
    st.builds(TextEdited, DOCUMENTS, st.builds(Edit, PLACES, TEXT, TEXT, TEXT)),
    st.builds(NoteWritten, DOCUMENTS, NOTES),
    st.builds(NoteDeleted, DOCUMENTS, UIDS),
)
SOME_CHANGES = st.lists(CHANGES, min_size=1, max_size=5)
KINDS = st.sampled_from(StepKind)


class EditorAtWork(RuleBasedStateMachine):
    """Does at random what an editor does, restarts at random, and compares with a plain history."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "library.reviewer"
        self.store = Store.open(self.path)
        for name in ("一", "二"):
            self.store.add_document(samples.sample_document(path=f"/稿件/{name}.txt"))
        self.model = History()
        self.made = 0

    @rule(kind=KINDS, changes=SOME_CHANGES)
    def append(self, kind: StepKind, changes: list[Change]) -> None:
        self.made += 1
        step = self.store.append_step(kind, changes)
        assert step == Step(self.made, kind, tuple(changes))
        self.model.do(step)

    @precondition(lambda self: self.model.next_undo is not None)
    @rule(changes=SOME_CHANGES)
    def extend(self, changes: list[Change]) -> None:
        last = self.model.next_undo
        assert last is not None
        longer = self.store.extend_step(last.number, changes)
        assert longer == Step(last.number, last.kind, (*last.changes, *changes))
        self.model.extend_last(longer)

    @rule()
    def undo(self) -> None:
        step = self.model.undo()
        if step is not None:
            self.store.record_undo(step.number)

    @rule()
    def redo(self) -> None:
        step = self.model.redo()
        if step is not None:
            self.store.record_redo(step.number)

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = Store.open(self.path)

    @invariant()
    def the_store_is_what_the_history_in_memory_is(self) -> None:
        done, undone = samples.state_of(self.store.history())
        model = History(self.model.in_force, self._redoable())
        assert (done, undone) == samples.state_of(model)

    def _redoable(self) -> list[Step]:
        steps: list[Step] = []
        while (step := self.model.redo()) is not None:
            steps.append(step)
        for _ in steps:
            self.model.undo()
        return steps[::-1]

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


EditorAtWork.TestCase.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, database=None
)
TestEditorAtWork = EditorAtWork.TestCase


def decide(number: int = 0) -> list[Change]:
    return [DecisionMade(1, f"{number:032x}", Decision(Verdict.REJECTED))]


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one document and three steps."""
    store.add_document(samples.sample_document())
    for number in range(3):
        store.append_step(StepKind.REJECT, decide(number))
    return store


def test_undoing_deletes_nothing(filled: Store) -> None:
    filled.record_undo(3)
    filled.record_undo(2)
    filled.append_step(StepKind.REJECT, decide(9))
    counts = filled.row_counts()
    assert (counts["step"], counts["decision"], counts["step_event"]) == (4, 4, 6)


def test_after_a_new_step_what_was_undone_is_out_of_reach_also_after_a_restart(
    filled: Store, store_path: Path
) -> None:
    filled.record_undo(3)
    filled.append_step(StepKind.REJECT, decide(9))
    filled.record_undo(4)
    filled.close()
    with Store.open(store_path) as store:
        assert [step.number for step in store.history().in_force] == [1, 2]
        assert [step.number for step in samples.state_of(store.history())[1]] == [4]
        with pytest.raises(ValueError, match="not in turn"):
            store.record_redo(3)
        # A number is never given twice, so nothing old can be taken for something new.
        assert store.append_step(StepKind.REJECT, decide()).number == 5


OUT_OF_TURN: list[tuple[str, Callable[[Store], object]]] = [
    ("undo of a step that is not the last", lambda store: store.record_undo(2)),
    ("redo where nothing was undone", lambda store: store.record_redo(3)),
    ("extending a step that is not the last", lambda store: store.extend_step(2, decide())),
    ("a step that was never made", lambda store: store.record_undo(99)),
    ("a step without changes", lambda store: store.append_step(StepKind.TYPE, [])),
    ("extending by nothing", lambda store: store.extend_step(3, [])),
]


@pytest.mark.parametrize(
    "attempt", [case[1] for case in OUT_OF_TURN], ids=[case[0] for case in OUT_OF_TURN]
)
def test_what_is_not_in_turn_is_refused_and_changes_nothing(
    filled: Store, attempt: Callable[[Store], object]
) -> None:
    before = filled.row_counts()
    with pytest.raises(ValueError, match=r"not in turn|without changes"):
        attempt(filled)
    assert filled.row_counts() == before
    assert [step.number for step in filled.history().in_force] == [1, 2, 3]
    assert filled.append_step(StepKind.REJECT, decide()).number == 4


def test_a_step_is_kept_whole_or_not_at_all(filled: Store) -> None:
    half_wrong = [*decide(), DecisionMade(99, "a", Decision(Verdict.LATER))]
    before = filled.row_counts()
    with pytest.raises(StoreRuleBroken):
        filled.append_step(StepKind.POSTPONE, half_wrong)
    with pytest.raises(StoreRuleBroken):
        filled.extend_step(3, half_wrong)
    assert filled.row_counts() == before
    assert len(filled.history().in_force) == 3


def test_a_history_that_was_handed_out_does_not_change_the_store(filled: Store) -> None:
    filled.history().undo()
    assert len(filled.history().in_force) == 3


def test_a_reopened_document_stands_as_it_was_left(store_path: Path) -> None:
    with Store.open(store_path) as store:
        samples.write_sample(store)
        before = ReviewedDocument(1, store.source_text(1), store.analyses(1))
        before.replay(store.history().in_force)
    with Store.open(store_path) as store:
        after = ReviewedDocument(1, store.source_text(1), store.analyses(1))
        after.replay(store.history().in_force)
    assert after.text.startswith("各位同志：")
    assert (after.text, after.marks, after.notes) == (before.text, before.marks, before.notes)
    for language in Language:
        assert after.cleaned(language) == before.cleaned(language)
