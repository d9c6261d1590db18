"""Searching in a process of its own: results in pieces, progress, cancelling, failures told."""

from __future__ import annotations

import time

import pytest
from bench import SPEECH, Bench, document

from reviewer.garble.finding import Kind
from reviewer.workflow.background import (
    Advanced,
    BackgroundSearch,
    Failed,
    FindingsFound,
    Message,
    RepeatsFound,
    SearchOrder,
)
from reviewer.workflow.searching import search_order

LONGEST_WAIT = 60.0
PASSAGE = "水库移民安置工作涉及面广，各乡镇要把搬迁、住房、就业三件事统筹起来，逐户登记，逐户落实。"


def messages_of(search: BackgroundSearch) -> list[Message]:
    """Everything that a search says until it is finished."""
    received: list[Message] = []
    end = time.monotonic() + LONGEST_WAIT
    while not search.finished and time.monotonic() < end:
        received += search.poll()
        time.sleep(0.01)
    assert search.finished
    return received


def test_findings_come_document_by_document_and_repeats_at_the_end() -> None:
    texts = ((4, "20XX年，" + PASSAGE), (9, PASSAGE + "谢谢大家。"))
    received = messages_of(BackgroundSearch(SearchOrder(texts, frozenset({4, 9}), {})))
    found = [message for message in received if isinstance(message, FindingsFound)]
    assert [message.document for message in found] == [4, 9]
    assert [finding.kind for finding in found[0].findings] == [Kind.MASKED_TEXT]
    last = received[-1]
    assert isinstance(last, RepeatsFound)
    (family,) = last.repeats.families
    assert [passage.document for passage in family.passages] == [0, 1]
    assert any(isinstance(message, Advanced) for message in received)


def test_what_is_known_is_not_searched_again() -> None:
    order = SearchOrder(((1, SPEECH), (2, SPEECH)), frozenset({2}), {1: ()})
    received = messages_of(BackgroundSearch(order))
    assert [m.document for m in received if isinstance(m, FindingsFound)] == [2]


def test_a_cancelled_search_says_nothing_more() -> None:
    search = BackgroundSearch(SearchOrder(((1, SPEECH * 3000),), frozenset({1}), {}))
    search.cancel()
    assert search.finished
    assert search.poll() == []


def test_a_search_that_fails_says_why() -> None:
    order = SearchOrder(((1, SPEECH),), frozenset(), {})
    (failed,) = [m for m in messages_of(BackgroundSearch(order)) if isinstance(m, Failed)]
    assert "KeyError" in failed.reason


def test_a_search_process_that_is_killed_is_told_as_a_failure() -> None:
    search = BackgroundSearch(SearchOrder(((1, SPEECH),), frozenset({1}), {}))
    search._process.kill()
    assert any(isinstance(message, Failed) for message in messages_of(search))


def test_an_order_asks_only_for_what_has_changed(bench: Bench) -> None:
    searched = bench.add(SPEECH, "一.txt")
    new = bench.desk.add(document("新文稿", "二.txt"))
    order = search_order(bench.desk)
    assert order.stale == frozenset({new})
    assert set(order.known) == {searched}


@pytest.mark.parametrize("texts", [(), ((1, ""),), ((1, " \n"),)])
def test_nothing_to_search_is_no_failure(texts: tuple[tuple[int, str], ...]) -> None:
    order = SearchOrder(texts, frozenset(number for number, _ in texts), {})
    assert isinstance(messages_of(BackgroundSearch(order))[-1], RepeatsFound)
