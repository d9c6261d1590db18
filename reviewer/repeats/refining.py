"""Refines all candidates: in this process, or on all processors where there are enough of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context

from reviewer.repeats.chains import Chain
from reviewer.repeats.corpus import Corpus
from reviewer.repeats.pieces import Piece
from reviewer.repeats.refine import Candidate, candidate_of, pieces_of
from reviewer.repeats.settings import RepeatSettings
from reviewer.text.progress import Progress

_BATCH = 400
"""Candidates that one process is given at a time."""

_WAITING = 4
"""Batches for each process that wait, so that memory does not grow with the collection."""


def refine_batch(batch: Sequence[Candidate], settings: RepeatSettings) -> list[list[Piece]]:
    """The fragments of several candidates. What another process runs: it knows no corpus."""
    return [pieces_of(candidate, settings) for candidate in batch]


def _batches(candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    rest = iter(candidates)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _on_all_processors(
    corpus: Corpus, chains: Sequence[Chain], settings: RepeatSettings, progress: Progress
) -> Iterator[Piece]:
    """The fragments in the order of the candidates, whatever process is done first."""
    processes = os.cpu_count() or 1
    batches = _batches(candidate_of(corpus, chain, settings) for chain in chains)
    waiting: list[Future[list[list[Piece]]]] = []
    done = 0
    # Started anew and not forked: threads and the window's connections must not be copied.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        try:
            while True:
                waiting.extend(
                    pool.submit(refine_batch, batch, settings)
                    for batch in islice(batches, processes * _WAITING - len(waiting))
                )
                if not waiting:
                    return
                progress("passages", min(done, len(chains)), len(chains))
                for pieces in waiting.pop(0).result():
                    yield from pieces
                done += _BATCH
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def refined(
    corpus: Corpus, chains: Sequence[Chain], settings: RepeatSettings, progress: Progress
) -> list[Piece]:
    """The fragments of all candidates, in their order.

    Args:
        corpus: the letters.
        chains: the candidates.
        settings: thresholds; from `processes_from` candidates on all processors are used. Starting
            a process costs as much as some ten thousand candidates.
        progress: told between candidates.

    Raises:
        Cancelled: from `progress`; other processes end with the batch they are at.
    """
    if len(chains) >= settings.processes_from and (os.cpu_count() or 1) > 1:
        # Where no processes can be started, as in some sandboxes, this one does the work.
        with suppress(BrokenProcessPool, OSError):
            return list(_on_all_processors(corpus, chains, settings, progress))
    pieces: list[Piece] = []
    for done, chain in enumerate(chains):
        progress("passages", done, len(chains))
        pieces.extend(pieces_of(candidate_of(corpus, chain, settings), settings))
    return pieces
