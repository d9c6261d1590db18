"""Searching in a process of its own, so that nothing else waits for it.

A thread would not do: the searches hold the interpreter for tens of milliseconds at a time, and a
window beside them would stutter. The process gets texts and sends findings; it never sees the
store. Cancelling ends the process, at once and at any point of the work.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection

from reviewer.garble.detect import find_garble
from reviewer.garble.finding import Finding
from reviewer.review.steps import DocumentId
from reviewer.workflow.analysing import Repeats, search_repeats, with_shared_lines

TOLD_EVERY = 0.1
"""Seconds between two reports of progress."""


@dataclass(frozen=True, slots=True)
class SearchOrder:
    """What is to be searched.

    Attributes:
        texts: every document of the library with its text as it is now.
        stale: the documents whose findings are wanted; of the others they are `known`.
        known: the findings of the documents that need no new search.
    """

    texts: tuple[tuple[DocumentId, str], ...]
    stale: frozenset[DocumentId]
    known: dict[DocumentId, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Advanced:
    """The work went on: `done` of `total` units of `stage` are finished."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class FindingsFound:
    """The findings of one document, in the text with which it was ordered."""

    document: DocumentId
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class RepeatsFound:
    """The repeats among all texts of the order, which is now done."""

    repeats: Repeats


@dataclass(frozen=True, slots=True)
class Failed:
    """The work came to an unexpected end.

    Attributes:
        reason: what happened, for a person who reports it.
    """

    reason: str


Message = Advanced | FindingsFound | RepeatsFound | Failed


class BackgroundSearch:
    """One order on its way. Poll it until it is finished."""

    def __init__(self, order: SearchOrder) -> None:
        """Start working on `order` in a new process."""
        self.order = order
        context = multiprocessing.get_context("spawn")
        self._messages, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(order, sender), daemon=True)
        self._process.start()
        sender.close()
        self._finished = False

    @property
    def finished(self) -> bool:
        """Whether nothing more will come."""
        return self._finished

    def poll(self, most: int = 20) -> list[Message]:
        """What came in since the last call, at most so many messages; never waits."""
        received: list[Message] = []
        while not self._finished and len(received) < most and self._has_message():
            try:
                message: Message = self._messages.recv()
            except EOFError:
                message = Failed("the search process ended without an answer")
            received.append(message)
            if isinstance(message, RepeatsFound | Failed):
                self._end()
        return received

    def _has_message(self) -> bool:
        # A pipe whose other end is gone counts as readable; reading it then says so.
        with contextlib.suppress(OSError):
            return self._messages.poll()
        return False

    def cancel(self) -> None:
        """Stop at once; nothing more will come."""
        if not self._finished:
            self._process.terminate()
            self._end()

    def _end(self) -> None:
        self._finished = True
        self._messages.close()
        self._process.join(timeout=5)


def _work(order: SearchOrder, sender: Connection) -> None:
    """The body of the process."""
    try:
        _search(order, sender)
    except (BrokenPipeError, KeyboardInterrupt):
        return
    except Exception as error:  # the reason travels to the window, which shows it
        sender.send(Failed(f"{type(error).__name__}: {error}"))


def _search(order: SearchOrder, sender: Connection) -> None:
    told_at = float("-inf")

    def progress(stage: str, done: int, total: int) -> None:
        # Whoever listens reads a few messages at a time; findings must not queue behind figures.
        nonlocal told_at
        now = time.monotonic()
        if now - told_at >= TOLD_EVERY:
            told_at = now
            sender.send(Advanced(stage, done, total))

    findings: list[tuple[Finding, ...]] = []
    for done, (number, text) in enumerate(order.texts):
        progress("garble", done, len(order.texts))
        if number in order.stale:
            found = find_garble(text)
            sender.send(FindingsFound(number, found))
        else:
            found = order.known[number]
        findings.append(found)
    texts = [text for _, text in order.texts]
    complete = with_shared_lines(texts, findings)
    for (number, _), before, after in zip(order.texts, findings, complete, strict=True):
        if before != after:
            # What the library as a whole tells of a document comes when all are read.
            sender.send(FindingsFound(number, after))
    sender.send(RepeatsFound(search_repeats(texts, complete, progress)))
