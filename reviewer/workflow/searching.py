"""What has to be searched in a library: what is new or changed, and what may have copies of it.

The library index names the documents that share passages with the new ones; the others are left
alone. An archive larger than memory goes through in pieces in the same way: each piece is searched
with its candidates from the pieces before it, and joined with what was found in them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from reviewer.garble.finding import Finding
from reviewer.repeats.fingerprints import FINGERPRINT_VERSION, Fingerprints
from reviewer.review.steps import DocumentId, last_text_steps
from reviewer.store.documents import StoredDocument
from reviewer.store.fingerprints import KeptPrints, TextPrints
from reviewer.store.repeats import RepeatSearch
from reviewer.store.repeats_update import RepeatsUpdate
from reviewer.text.progress import Progress, no_progress
from reviewer.workflow.affected import Candidate, affected
from reviewer.workflow.desk import ReviewDesk
from reviewer.workflow.library_index import LibraryIndex
from reviewer.workflow.merging import Earlier
from reviewer.workflow.orders import (
    FindingsFound,
    Message,
    PrintsFound,
    RepeatsFound,
    SearchOrder,
)
from reviewer.workflow.search_work import Searcher

PIECE_LETTERS = 1_500_000
"""Code points of new documents that one order takes; so many of candidates may come on top.

So the finest seeds are used for every piece (see `RepeatSettings.medium_from`), and no search needs
more than about 0.4 GB."""

MOST_CANDIDATES = 40
"""Documents that one new document is compared with, the most telling first."""


_KnownBefore = tuple[Earlier | None, tuple[DocumentId, ...]]
"""What an earlier search knows, and the documents of it that are gone."""


def search_order(
    desk: ReviewDesk,
    most: int = PIECE_LETTERS,
    seen: Mapping[DocumentId, int] | None = None,
    again: Collection[DocumentId] = (),
    among: Collection[DocumentId] | None = None,
) -> SearchOrder:
    """The order for the library as it is now.

    Args:
        desk: the library.
        most: how many code points of new or changed documents are searched at once; at least one
            document is. `SearchOrder.waiting` says how many are left for further orders.
        seen: documents that somebody looks at, each with an offset that is on the screen.
        again: documents that are searched in any case.
        among: where it is given, no new or changed documents but these are searched.
    """
    rows = {row.id: row for row in desk.documents()}
    lengths = {number: row.characters for number, row in rows.items()}
    search = desk.last_search()
    unsearched = _unsearched(desk, search, again)
    waiting = [number for number in unsearched if among is None or number in among]
    piece = _within(waiting, lengths, most)
    desk.index.catch_up(desk.text_of)
    prints = {number: desk.index.prints(number) for number in piece}
    unprinted = frozenset(
        number for number, known in prints.items() if known.digest != desk.hash_of_now(number)
    )
    look = _Look(rows, seen or {}, frozenset(again), unprinted, len(waiting) - len(piece))
    if search is None:
        return _order(desk, piece, look, (None, ()))
    settled = lengths.keys() - set(unsearched)
    candidates = _candidates(desk.index, prints, settled)
    chosen = _within(candidates, lengths, PIECE_LETTERS, least=0)
    gone = tuple(number for number in search.documents if number not in lengths)
    part = affected(
        search,
        piece,
        gone,
        [Candidate(number, desk.reviewed(number).text, candidates[number]) for number in chosen],
        settled,
    )
    return _order(desk, part.searched, look, (part.earlier, gone))


@dataclass(frozen=True, slots=True)
class _Look:
    """What an order says of its documents beside their texts."""

    rows: Mapping[DocumentId, StoredDocument]
    seen: Mapping[DocumentId, int]
    again: frozenset[DocumentId]
    unprinted: frozenset[DocumentId]
    left: int


def _unsearched(
    desk: ReviewDesk, search: RepeatSearch | None, again: Collection[DocumentId]
) -> list[DocumentId]:
    """The documents that are new, or not as they were when they were searched last.

    Only the texts of those are read that anything was done to since.
    """
    waiting: list[DocumentId] = []
    places = {number: at for at, number in enumerate(search.documents)} if search else {}
    last = last_text_steps(desk.steps)
    known = desk.searched_states()
    for row in desk.documents():
        if row.id not in again and (row.id, last.get(row.id, 0)) in known:
            continue
        number, state = row.id, desk.reviewed(row.id)
        at = places.get(number)
        same = (
            search is not None and at is not None and search.hashes[at] == desk.hash_of(state.text)
        )
        if state.stale or not same or number in again:
            waiting.append(number)
    return waiting


def _within(
    numbers: Iterable[DocumentId],
    lengths: Mapping[DocumentId, int],
    most: int,
    least: int = 1,
) -> list[DocumentId]:
    """The first of some documents that have `most` code points together; at least so many."""
    taken: list[DocumentId] = []
    for number in numbers:
        most -= lengths[number]
        if most < 0 and len(taken) >= least:
            break
        taken.append(number)
    return taken


def _candidates(
    index: LibraryIndex,
    prints: Mapping[DocumentId, KeptPrints],
    settled: Collection[DocumentId],
) -> dict[DocumentId, Fingerprints]:
    """Documents that may have copies of the new ones, each with what it was asked for.

    The most telling come first. Of a text that was edited since, the fingerprints before that are
    asked for; if those of now tell of further documents, it is searched once more.
    """
    evidence: dict[DocumentId, float] = {}
    asked: dict[DocumentId, list[Fingerprints]] = {}
    for number, own in prints.items():
        shared = index.sharing(own.hashes, but=number)
        known = [each for each in shared.documents if each.document in settled]
        known.sort(key=lambda each: -each.evidence)
        for each in known[:MOST_CANDIDATES]:
            evidence[each.document] = max(evidence.get(each.document, 0.0), each.evidence)
            asked.setdefault(each.document, []).append(own.hashes)
    ranked = sorted(evidence, key=lambda number: (-evidence[number], number))
    return {number: np.unique(np.concatenate(asked[number])) for number in ranked}


def _order(
    desk: ReviewDesk,
    numbers: Iterable[DocumentId],
    look: _Look,
    known_before: _KnownBefore,
) -> SearchOrder:
    """An order with the texts, the known findings and the names of some documents."""
    texts: list[tuple[DocumentId, str]] = []
    stale: set[DocumentId] = set()
    known: dict[DocumentId, tuple[Finding, ...]] = {}
    for number in numbers:
        state = desk.reviewed(number)
        texts.append((number, state.text))
        if state.stale or number in look.again:
            stale.add(number)
        else:
            known[number] = tuple(mark.finding for mark in state.marks)
    return SearchOrder(
        tuple(texts),
        frozenset(stale),
        known,
        tuple(look.rows[number].title for number, _ in texts),
        *known_before,
        waiting=look.left,
        seen=look.seen,
        unprinted=look.unprinted,
    )


def take_prints(desk: ReviewDesk, order: SearchOrder, found: PrintsFound) -> bool:
    """Let the library index know a text as it is now.

    Returns:
        Whether the index now names documents that should have been searched with it. Those that
        were never searched do not count: their own search will come upon this one.
    """
    text = dict(order.texts)[found.document]
    desk.index.put([(found.document, TextPrints(text, found.prints, FINGERPRINT_VERSION))])
    search = desk.last_search()
    others = set(search.documents if search else ()) - {number for number, _ in order.texts}
    shared = desk.index.sharing(found.prints, but=found.document).documents
    telling = sorted(shared, key=lambda each: -each.evidence)[:MOST_CANDIDATES]
    return any(each.document in others for each in telling)


def take_repeats(desk: ReviewDesk, order: SearchOrder, found: RepeatsFound) -> None:
    """Save the repeats that an order brought to light."""
    for number, text in order.texts:
        state = desk.reviewed(number)
        if state.text == text:
            state.forget_earlier()
    if order.earlier is None:
        desk.take_repeats(order.texts, found.repeats)
        return
    numbers = tuple(number for number, _ in order.texts)
    searched = tuple(row for place, row in enumerate(order.texts) if place in order.earlier.changed)
    desk.update_repeats(
        RepeatsUpdate(
            searched,
            order.gone,
            found.replaced,
            numbers + order.earlier.others,
            found.repeats.families,
            found.repeats.disagreements,
        )
    )


def search_library(
    desk: ReviewDesk, progress: Progress = no_progress, most: int = PIECE_LETTERS
) -> None:
    """Search what is new or changed, here and now, piece by piece, each saved when it is done.

    Args:
        desk: the library.
        progress: told how far the piece is that is under way.
        most: code points of new documents that are searched at once.

    Raises:
        Cancelled: from `progress`; the pieces that were done stay.
    """
    searcher, again = Searcher(), frozenset[DocumentId]()
    while True:
        order = search_order(desk, most, again=again)
        if not order.texts:
            return
        missed: set[DocumentId] = set()
        searcher.search(order, _taker(desk, order, missed), progress)
        # What was searched once more is as it should be now, whatever the index says.
        again = frozenset(missed - again)
        # Not all of an archive goes into memory.
        desk.put_away(number for number, _ in order.texts)
        if not order.waiting and not again:
            return


def _taker(
    desk: ReviewDesk, order: SearchOrder, missed: set[DocumentId]
) -> Callable[[Message], None]:
    """What takes the answers of an order; `missed` gets the documents to be searched again."""
    texts = dict(order.texts)

    def take(message: Message) -> None:
        match message:
            case FindingsFound():
                desk.take_findings(message.document, texts[message.document], message.findings)
            case PrintsFound():
                if take_prints(desk, order, message):
                    missed.add(message.document)
            case RepeatsFound():
                take_repeats(desk, order, message)
            case _:
                pass

    return take
