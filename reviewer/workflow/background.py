"""Searching in a process of its own, so that nothing else waits for it.

A thread would not do: the searches hold the interpreter for tens of milliseconds at a time, and a
window beside them would stutter. The process gets texts and sends findings; it never sees the
store. Cancelling ends the process, at once and at any point of the work.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

from reviewer.garble.detect import arranged, find_garble
from reviewer.garble.finding import Finding
from reviewer.garble.shared_lines import SHARED_LINES
from reviewer.review.steps import DocumentId
from reviewer.text.progress import Progress
from reviewer.workflow.analysing import Repeats, with_shared_lines
from reviewer.workflow.healing import compare_texts, heard_copies
from reviewer.workflow.merging import Earlier, merged

TOLD_EVERY = 0.1
"""Seconds between two reports of progress."""


@dataclass(frozen=True, slots=True)
class SearchOrder:
    """What is to be searched.

    Attributes:
        texts: the documents that are searched, each with its text as it is now.
        stale: the documents whose findings are wanted; of the others they are `known`.
        known: the findings of the documents that need no new search.
        names: how the documents are called where one is the witness of another, as in `texts`.
        earlier: what an earlier search knows of these documents, where there was one.
        gone: documents of that search that are no longer in the library.
        waiting: how many new or changed documents are left for further orders.
    """

    texts: tuple[tuple[DocumentId, str], ...]
    stale: frozenset[DocumentId]
    known: dict[DocumentId, tuple[Finding, ...]]
    names: tuple[str, ...] = ()
    earlier: Earlier | None = None
    gone: tuple[DocumentId, ...] = ()
    waiting: int = 0


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
    """The repeats among all texts of the order, which is now done.

    Attributes:
        repeats: families and disagreements; where there was an earlier search, those alone that it
            did not know, or knew otherwise.
        replaced: the numbers of the families of that search that fall away.
    """

    repeats: Repeats
    replaced: frozenset[int] = frozenset()


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
    told_at = float("-inf")

    def progress(stage: str, done: int, total: int) -> None:
        # Whoever listens reads a few messages at a time; findings must not queue behind figures.
        nonlocal told_at
        now = time.monotonic()
        if now - told_at >= TOLD_EVERY:
            told_at = now
            sender.send(Advanced(stage, done, total))

    try:
        work_through(order, sender.send, progress)
    except (BrokenPipeError, KeyboardInterrupt):
        return
    except Exception as error:  # the reason travels to the window, which shows it
        sender.send(Failed(f"{type(error).__name__}: {error}"))


def work_through(
    order: SearchOrder, tell: Callable[[FindingsFound | RepeatsFound], None], progress: Progress
) -> None:
    """Do all that is ordered, here and now; what is found is told as soon as it is known.

    Raises:
        Cancelled: from `progress`.
    """
    findings: list[tuple[Finding, ...]] = []
    for done, (number, text) in enumerate(order.texts):
        progress("garble", done, len(order.texts))
        findings.append(_own_findings(order, number, text))
        if number in order.stale:
            tell(FindingsFound(number, findings[-1]))
    texts = [text for _, text in order.texts]
    complete = with_shared_lines(texts, findings)
    compared = compare_texts(texts, complete, order.names, progress)
    for place, (number, _) in enumerate(order.texts):
        after = _with_what_is_known(order, place, compared.findings[place])
        if after != (findings[place] if number in order.stale else order.known[number]):
            # What the library as a whole tells of a document comes when all are read.
            tell(FindingsFound(number, after))
    tell(_repeats_found(order, compared.repeats))


def _own_findings(order: SearchOrder, number: DocumentId, text: str) -> tuple[Finding, ...]:
    """What a text shows by itself, searched for only where that is not known."""
    if number in order.stale or heard_copies(order.known[number]):
        return find_garble(text)
    return order.known[number]


def _with_what_is_known(
    order: SearchOrder, place: int, findings: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """Findings with what other documents told of a text before, where these are not searched now.

    Only a part of the library is searched; the copy that healed a passage may not be in it.
    """
    number = order.texts[place][0]
    if order.earlier is None or place in order.earlier.changed or number in order.stale:
        return findings
    told = {finding.span for finding in findings if _is_told_by_others(finding)}
    missing = {
        finding.span: finding
        for finding in order.known[number]
        if _is_told_by_others(finding) and finding.span not in told
    }
    if not missing:
        return findings
    others = [finding for finding in findings if finding.span not in missing]
    return arranged([*others, *missing.values()])


def _is_told_by_others(finding: Finding) -> bool:
    return finding.rule == SHARED_LINES or heard_copies([finding])


def _repeats_found(order: SearchOrder, repeats: Repeats) -> RepeatsFound:
    if order.earlier is None:
        return RepeatsFound(repeats)
    both = merged(repeats.families, repeats.disagreements, order.earlier)
    return RepeatsFound(Repeats(both.families, both.disagreements), both.replaced)
