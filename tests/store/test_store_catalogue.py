"""What the editor says of documents, and figures that are known to be out of date when they are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from store_samples import COPY, FROZEN, SPEECH, sample_analysis, sample_document, sample_steps

from reviewer.review.status import Status
from reviewer.review.steps import StepKind
from reviewer.review.summary import Summary
from reviewer.store.errors import UnknownDocument
from reviewer.store.parts import PartPlace
from reviewer.store.store import Store
from reviewer.text.document import Document
from reviewer.text.span import Span

SHOWN_BY = "as preferred"
FIGURES = Summary(100, 12, 5, analysed=True, stale=False)


@pytest.fixture
def document(store: Store) -> int:
    number = store.add_document(sample_document())
    store.add_document(sample_document(COPY, "/稿件/副本.txt"))
    return number


def statuses(store: Store) -> list[Status]:
    return [row.status for row in store.documents()]


def keep(store: Store, document: int, figures: Summary = FIGURES) -> None:
    state = store.catalogue.state(document, SHOWN_BY)
    store.catalogue.keep_summaries({document: (state, figures)})


# Status


def test_the_first_step_puts_a_document_in_review_and_no_other(store: Store, document: int) -> None:
    assert statuses(store) == [Status.NEW, Status.NEW]
    assert store.documents()[0].worked_at is None
    kind, changes = sample_steps(document)[0]
    store.append_step(kind, changes)
    assert statuses(store) == [Status.IN_REVIEW, Status.NEW]
    assert store.documents()[0].worked_at is not None


@pytest.mark.parametrize("said", [Status.DONE, Status.SET_ASIDE])
def test_the_editors_word_stands_whatever_is_done_later(
    store: Store, document: int, said: Status
) -> None:
    store.catalogue.set_status([document], said)
    for kind, changes in sample_steps(document)[:3]:
        store.append_step(kind, changes)
    assert statuses(store) == [said, Status.NEW]


def test_a_status_outlives_the_session(store_path: Path) -> None:
    with Store.open(store_path) as store:
        number = store.add_document(sample_document())
        store.catalogue.set_status([number], Status.DONE)
    with Store.open(store_path) as store:
        assert statuses(store) == [Status.DONE]


def test_nothing_is_said_of_a_document_that_is_not_there(store: Store, document: int) -> None:
    with pytest.raises(UnknownDocument):
        store.catalogue.set_status([document, 99], Status.DONE)
    with pytest.raises(UnknownDocument):
        store.catalogue.tag([document, 99], "重点")
    assert statuses(store) == [Status.NEW, Status.NEW]
    assert store.catalogue.tags() == {}


def test_documents_of_an_older_store_are_in_review_where_something_was_done(
    store_path: Path,
) -> None:
    shutil.copy(FROZEN / "v2.db", store_path)
    with Store.open(store_path) as store:
        assert statuses(store) == [Status.IN_REVIEW, Status.NEW]
        first, second = store.documents()
        assert (first.batch, first.worked_at is None, second.worked_at) == (None, False, None)


# Batches


def test_what_was_opened_together_is_a_batch(store: Store, document: int) -> None:
    both = [row.id for row in store.documents()]
    batch = store.catalogue.keep_batch("春季\n讲话", both)
    assert batch is not None
    assert [row.batch for row in store.documents()] == [batch, batch]
    assert store.catalogue.batches()[batch].name == "春季 讲话"


def test_a_document_that_is_opened_again_stays_in_its_batch(store: Store, document: int) -> None:
    first = store.catalogue.keep_batch("先来的", [document])
    assert store.catalogue.keep_batch("又来一次", [document]) is None
    assert list(store.catalogue.batches()) == [first]


def test_a_batch_is_renamed_but_never_nameless(store: Store, document: int) -> None:
    batch = store.catalogue.keep_batch("旧名", [document])
    assert batch is not None
    store.catalogue.rename_batch(batch, " 新名\udc80 ")
    assert store.catalogue.batches()[batch].name == "新名?"
    store.catalogue.rename_batch(batch, "  \n")
    assert store.catalogue.batches()[batch].name == "新名?"


def test_speeches_of_a_collection_stand_in_its_batch(store: Store, document: int) -> None:
    batch = store.catalogue.keep_batch("汇编", [document])
    part = Document(SPEECH[:10], sample_document().origin)
    number = store.add_part(part, PartPlace(document, Span(0, 10)), "第一篇")
    assert next(row.batch for row in store.documents() if row.id == number) == batch


# Tags


def test_tags_are_sorted_words_and_vanish_with_their_last_document(
    store: Store, document: int
) -> None:
    both = [row.id for row in store.documents()]
    store.catalogue.tag(both, " 待核  年份 ")
    store.catalogue.tag([document], "重点")
    store.catalogue.tag([document], "重点")
    store.catalogue.tag([document], "   ")
    assert store.catalogue.tags() == {both[0]: ("待核 年份", "重点"), both[1]: ("待核 年份",)}
    store.catalogue.untag(both, "待核 年份")
    assert store.catalogue.tags() == {document: ("重点",)}
    store.remove_document(document)
    assert store.catalogue.tags() == {}
    store.add_document(sample_document())
    assert store.catalogue.tags() == {document: ("重点",)}


# Figures


def test_figures_hold_for_the_state_that_they_are_of(store: Store, document: int) -> None:
    keep(store, document)
    assert store.catalogue.summaries(SHOWN_BY) == {document: FIGURES}
    assert store.catalogue.summaries("otherwise preferred") == {}


def test_any_step_makes_figures_of_its_documents_void(store: Store, document: int) -> None:
    other = store.documents()[1].id
    for number in (document, other):
        keep(store, number)
    kind, changes = sample_steps(document)[0]
    step = store.append_step(kind, changes)
    assert set(store.catalogue.summaries(SHOWN_BY)) == {other}
    keep(store, document)
    store.record_undo(step.number)
    assert set(store.catalogue.summaries(SHOWN_BY)) == {other}
    keep(store, document)
    store.record_redo(step.number)
    assert set(store.catalogue.summaries(SHOWN_BY)) == {other}


def test_typing_that_goes_on_makes_figures_void(store: Store, document: int) -> None:
    typed = next(changes for kind, changes in sample_steps(document) if kind is StepKind.TYPE)
    step = store.append_step(StepKind.TYPE, typed)
    keep(store, document)
    store.extend_step(step.number, sample_steps(document)[0][1])
    assert store.catalogue.summaries(SHOWN_BY) == {}


def test_a_new_analysis_makes_figures_void_once_it_is_whole(store: Store, document: int) -> None:
    keep(store, document)
    writer = store.analysis_writer(document, sample_analysis(), "1")
    assert not writer.write(1)
    assert set(store.catalogue.summaries(SHOWN_BY)) == {document}
    assert store.catalogue.analysed_states() == frozenset()
    assert writer.write(1)
    assert store.catalogue.summaries(SHOWN_BY) == {}
    assert store.catalogue.analysed_states() == {(document, 0)}


def test_documents_that_were_taken_out_have_no_figures(store: Store, document: int) -> None:
    keep(store, document)
    store.remove_document(document)
    assert store.catalogue.summaries(SHOWN_BY) == {}
    assert document not in store.catalogue.numbers()
