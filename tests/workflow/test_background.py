"""Searching in a process of its own: results in pieces, progress, cancelling, failures told."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from bench import SPEECH, Bench, document

from reviewer.garble.finding import Kind
from reviewer.review.decision import anchors_of
from reviewer.text.span import Span
from reviewer.workflow.background import PIECE, SearchProcess
from reviewer.workflow.orders import (
    Advanced,
    Checked,
    CheckOrder,
    Failed,
    FindingsFound,
    Message,
    Order,
    RepeatsFound,
    SearchOrder,
    StretchFound,
)
from reviewer.workflow.searching import search_order

LONGEST_WAIT = 60.0
PASSAGE = "水库移民安置工作涉及面广，各乡镇要把搬迁、住房、就业三件事统筹起来，逐户登记，逐户落实。"


@pytest.fixture
def search() -> Iterator[SearchProcess]:
    process = SearchProcess()
    yield process
    process.close()


def messages_of(search: SearchProcess, order: Order) -> list[Message]:
    """Everything that a search says until the order is done."""
    search.begin(order)
    return rest_of(search)


def rest_of(search: SearchProcess) -> list[Message]:
    received: list[Message] = []
    end = time.monotonic() + LONGEST_WAIT
    while search.order is not None and time.monotonic() < end:
        received += search.poll()
        time.sleep(0.01)
    assert search.order is None
    return received


def order_of(*texts: str) -> SearchOrder:
    rows = tuple(enumerate(texts, 1))
    return SearchOrder(rows, frozenset(number for number, _ in rows), {})


def test_findings_come_document_by_document_and_repeats_at_the_end(search: SearchProcess) -> None:
    texts = ((4, "20XX年，" + PASSAGE), (9, PASSAGE + "谢谢大家。"))
    received = messages_of(search, SearchOrder(texts, frozenset({4, 9}), {}))
    found = [message for message in received if isinstance(message, FindingsFound)]
    assert [message.document for message in found] == [4, 9]
    assert [finding.kind for finding in found[0].findings] == [Kind.MASKED_TEXT]
    last = received[-1]
    assert isinstance(last, RepeatsFound)
    (family,) = last.repeats.families
    assert [passage.document for passage in family.passages] == [0, 1]
    assert any(isinstance(message, Advanced) for message in received)


def test_a_document_that_is_looked_at_comes_first_and_what_is_seen_of_it_before_the_rest(
    search: SearchProcess,
) -> None:
    long = "".join(f"第{n}条，20XX年{PASSAGE}\n" for n in range(1500))
    order = SearchOrder(((1, SPEECH), (2, long)), frozenset({1, 2}), {}, seen={2: len(long) // 2})
    received = messages_of(search, order)
    (first,) = [one for one in received if isinstance(one, StretchFound)]
    assert first.stretch.contains(Span(len(long) // 2, len(long) // 2 + 1))
    assert len(first.stretch) < len(long) / 4
    told = [one for one in received if isinstance(one, StretchFound | FindingsFound)]
    assert [one.document for one in told] == [2, 2, 1]
    second = told[1]
    assert isinstance(second, FindingsFound)
    whole = second.findings
    assert len(whole) > PIECE, "it comes in several pieces"
    assert list(second.anchors) == anchors_of(long, whole)
    assert set(first.findings) <= set(whole)


def test_what_is_known_is_not_searched_again(search: SearchProcess) -> None:
    order = SearchOrder(((1, SPEECH), (2, SPEECH)), frozenset({2}), {1: ()})
    received = messages_of(search, order)
    assert [m.document for m in received if isinstance(m, FindingsFound)] == [2]


def test_a_cancelled_search_says_nothing_more_and_the_next_one_works(search: SearchProcess) -> None:
    search.begin(order_of(SPEECH * 3000))
    search.cancel()
    assert search.order is None
    assert search.poll() == []
    assert isinstance(messages_of(search, order_of(SPEECH))[-1], RepeatsFound)


def test_a_new_order_takes_the_place_of_the_one_under_way(search: SearchProcess) -> None:
    search.begin(order_of(SPEECH * 3000))
    received = messages_of(search, SearchOrder(((7, SPEECH),), frozenset({7}), {}))
    assert {m.document for m in received if isinstance(m, FindingsFound)} == {7}
    assert sum(isinstance(message, RepeatsFound) for message in received) == 1


def test_a_search_that_fails_says_why_and_the_process_goes_on(search: SearchProcess) -> None:
    broken = SearchOrder(((1, SPEECH),), frozenset(), {})
    (failed,) = [m for m in messages_of(search, broken) if isinstance(m, Failed)]
    assert "KeyError" in failed.reason
    assert isinstance(messages_of(search, order_of(SPEECH))[-1], RepeatsFound)


def test_a_search_process_that_is_killed_is_told_as_a_failure(search: SearchProcess) -> None:
    search.begin(order_of(SPEECH))
    assert search._process is not None
    search._process.kill()
    assert any(isinstance(message, Failed) for message in rest_of(search))
    assert isinstance(messages_of(search, order_of(SPEECH))[-1], RepeatsFound)


def test_a_long_text_that_was_edited_is_checked_when_there_is_time(search: SearchProcess) -> None:
    long = "".join(f"第{n}条，20XX年{PASSAGE}\n" for n in range(1000))
    messages_of(search, order_of(long))
    edited = long.replace("第500条", "第500条，全年完成投资8650。4万元")
    found = [m for m in messages_of(search, order_of(edited)) if isinstance(m, FindingsFound)]
    assert found[0].quick
    assert Kind.DECIMAL_POINT_CORRUPTION in {one.kind for one in found[0].findings}
    (answer,) = [
        m for m in messages_of(search, CheckOrder(((1, edited),))) if isinstance(m, Checked)
    ]
    assert answer.differing == ()


def test_a_check_names_the_texts_of_which_something_else_was_found(search: SearchProcess) -> None:
    messages_of(search, order_of(SPEECH, PASSAGE))
    received = messages_of(search, CheckOrder(((1, SPEECH), (2, "20XX年，" + PASSAGE))))
    (answer,) = [message for message in received if isinstance(message, Checked)]
    assert answer.differing == (2,)


def test_an_order_asks_only_for_what_has_changed(bench: Bench) -> None:
    searched = bench.add(SPEECH, "一.txt")
    new = bench.desk.add(document("新文稿", "二.txt"))
    order = search_order(bench.desk)
    assert order.stale == frozenset({new})
    assert set(order.known) == {searched}
    assert search_order(bench.desk, among=()).texts == ()


@pytest.mark.parametrize("texts", [(), ("",), (" \n",)])
def test_nothing_to_search_is_no_failure(search: SearchProcess, texts: tuple[str, ...]) -> None:
    assert isinstance(messages_of(search, order_of(*texts))[-1], RepeatsFound)
