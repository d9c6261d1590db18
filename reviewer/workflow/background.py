"""Searching in a process of its own, so that nothing else waits for it.

A thread would not do: the searches hold the interpreter for tens of milliseconds at a time, and a
window beside them would stutter. The process gets texts and sends findings; it never sees the
store. It stays for the next order: it has the rules loaded then, and remembers what it found.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
import threading
import time
from collections import deque
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from reviewer.text.progress import Cancelled
from reviewer.workflow.findings_stream import FindingsMemory, Item
from reviewer.workflow.orders import (
    LAST,
    Advanced,
    CheckOrder,
    Failed,
    FindingsFound,
    Message,
    Order,
    SearchOrder,
)
from reviewer.workflow.search_work import Searcher

TOLD_EVERY = 0.1
"""Seconds between two reports of progress."""

ASKED_EVERY = 0.01
"""Seconds between two looks at whether the work is still wanted."""

PIECE = 250
"""Findings that travel together; unpacking so many takes a millisecond."""

END_TIME = 5.0
"""Seconds that a process is given to end."""


@dataclass(frozen=True, slots=True)
class _Findings:
    """A piece of the findings that the next message brings."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class _Anchors:
    """The names of some of the findings that the next message brings."""

    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What travels: a message, or a piece of one, with the number of the order that it is for."""

    order: int
    content: Message | _Findings | _Anchors


class SearchProcess:
    """A process that goes through one order at a time. Poll it for what it finds."""

    def __init__(self) -> None:
        """Start nothing yet; the first order, or `warm_up`, starts the process."""
        self._process: BaseProcess | None = None
        self._answers: Connection | None = None
        self._orders: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._sender: threading.Thread | None = None
        self._number = 0
        self._order: Order | None = None
        self._pieces: list[Item] = []
        self._anchors: list[str] = []
        self._memory = FindingsMemory()

    @property
    def order(self) -> Order | None:
        """The order that is under way."""
        return self._order

    def warm_up(self) -> None:
        """Start the process, so that the first order does not wait for it."""
        if self._process is not None:
            return
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe(duplex=True)
        self._process = context.Process(target=_serve, args=(there,), daemon=True)
        self._process.start()
        there.close()
        self._answers = here
        self._pieces.clear()
        self._anchors.clear()
        self._memory = FindingsMemory()
        self._orders = queue.SimpleQueue()
        # A long text does not fit into the pipe; whoever orders must not wait until it is read.
        self._sender = threading.Thread(target=_send_all, args=(self._orders, here), daemon=True)
        self._sender.start()

    def begin(self, order: Order) -> None:
        """Go through `order` from now on; one that is under way is given up."""
        self.warm_up()
        self._number += 1
        self._order = order
        self._orders.put((self._number, order))

    def poll(self, seconds: float = 0.008) -> list[Message]:
        """What came in since the last call; takes about `seconds` at most, and never waits."""
        received: list[Message] = []
        end = time.monotonic() + seconds
        while self._order is not None and self._has_message() and time.monotonic() < end:
            message = self._receive()
            if message is not None:
                received.append(message)
                if isinstance(message, LAST):
                    self._order = None
        return received

    def _receive(self) -> Message | None:
        """The next message, where a whole one is there and is for the order under way."""
        assert self._answers is not None
        try:
            answer: _Answer = self._answers.recv()
        except (EOFError, OSError):
            self._end()
            return Failed("the search process ended without an answer")
        content = answer.content
        if isinstance(content, _Findings):
            self._pieces += content.items
            return None
        if isinstance(content, _Anchors):
            self._anchors += content.anchors
            return None
        if isinstance(content, FindingsFound):
            # Though nobody waits for it any more: later ones may refer to it.
            whole = self._memory.told(content.document, self._pieces)
            anchors = tuple(self._anchors)
            self._pieces.clear()
            self._anchors.clear()
            content = FindingsFound(content.document, whole, content.quick, anchors)
        return content if answer.order == self._number else None

    def _has_message(self) -> bool:
        # A pipe whose other end is gone counts as readable; reading it then says so.
        with contextlib.suppress(OSError):
            return self._answers is not None and self._answers.poll()
        return False

    def cancel(self) -> None:
        """Give the order that is under way up, at once; nothing more will come of it."""
        if self._order is not None:
            self._order = None
            self._end()

    def close(self) -> None:
        """End the process."""
        self._order = None
        self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        self._orders.put(None)
        if self._sender is not None:
            # It must not write into a pipe that is closed already.
            self._sender.join(timeout=END_TIME)
        if self._answers is not None:
            self._answers.close()
        process.join(timeout=END_TIME)


def _send_all(orders: queue.SimpleQueue[object], pipe: Connection) -> None:
    """Send what is put into `orders` until there comes a None or the other end is gone."""
    with contextlib.suppress(OSError, ValueError):
        while (order := orders.get()) is not None:
            pipe.send(order)


class _Service:
    """The body of the process."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._waiting: deque[tuple[int, Order]] = deque()
        self._number = 0
        self._told_at = self._asked_at = float("-inf")
        self._searcher = Searcher()
        self._memory = FindingsMemory()

    def run(self) -> None:
        """Go through orders until the other end is gone."""
        while True:
            if not self._waiting:
                self._waiting.append(self._pipe.recv())
            self._number, order = self._waiting.pop()
            self._waiting.clear()
            try:
                self._go_through(order)
            except Cancelled:
                continue
            except (BrokenPipeError, EOFError):
                raise
            except Exception as error:  # the reason travels to the window, which shows it
                self._tell(Failed(f"{type(error).__name__}: {error}"))

    def _go_through(self, order: Order) -> None:
        match order:
            case SearchOrder():
                self._searcher.search(order, self._tell, self._progress)
            case CheckOrder():
                self._searcher.check(order, self._tell, self._progress)

    def _tell(self, message: Message) -> None:
        if isinstance(message, FindingsFound):
            items = self._memory.named(message.document, message.findings)
            for first in range(0, len(items), PIECE):
                self._send(_Findings(tuple(items[first : first + PIECE])))
            for first in range(0, len(message.anchors), PIECE):
                self._send(_Anchors(message.anchors[first : first + PIECE]))
            message = FindingsFound(message.document, (), message.quick)
        self._send(message)

    def _send(self, content: Message | _Findings | _Anchors) -> None:
        self._pipe.send(_Answer(self._number, content))

    def _progress(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._asked_at >= ASKED_EVERY:
            self._asked_at = now
            if self._pipe.poll():
                self._waiting.append(self._pipe.recv())
                raise Cancelled
        # Whoever listens reads a few messages at a time; findings must not queue behind figures.
        if now - self._told_at >= TOLD_EVERY:
            self._told_at = now
            self._send(Advanced(stage, done, total))


def _serve(pipe: Connection) -> None:
    with contextlib.suppress(BrokenPipeError, EOFError, ConnectionResetError, KeyboardInterrupt):
        _Service(pipe).run()
