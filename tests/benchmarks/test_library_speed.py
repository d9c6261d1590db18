"""A library of 500 documents beside one of 5: the start of a session, and one decision in it.

Every document has 2,000 characters and some findings, and every second one a passage of the one
before it, so that repeats have to be told too. Times are this thread's own; the clock is printed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time

import pytest
from bench import document
from opened_window import OpenedWindow
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from speech_library import Author

from reviewer.garble.finding import Finding, Kind
from reviewer.gui.actions import ActionId
from reviewer.repeats.search import find_families
from reviewer.store.store import Store
from reviewer.text.canonical import canonical_text
from reviewer.text.span import Span
from reviewer.text.wording import Wording
from reviewer.workflow.analysing import Repeats
from reviewer.workflow.desk import ReviewDesk

FEW, MANY = 5, 500
CHARACTERS = 2_000
FINDINGS = 40
ACCEPTED = 30
STARTS = 3


def library(path: Path, count: int) -> None:
    """A library of `count` documents that were searched."""
    author = Author(7)
    texts: list[str] = []
    for number in range(count):
        text = author.prose(CHARACTERS)[:CHARACTERS]
        if number % 2:
            text = texts[-1][:300] + text[300:]
        texts.append(text)
    with Store.open(path) as store:
        desk = ReviewDesk(store)
        numbers = [
            desk.add(document(text, f"稿件{place:03}.txt")) for place, text in enumerate(texts)
        ]
        for number, text in zip(numbers, texts, strict=True):
            assert desk.take_findings(number, text, findings_in(text))
        families = tuple(find_families([canonical_text(text) for text in texts]))
        desk.take_repeats(list(zip(numbers, texts, strict=True)), Repeats(families, ()))


def findings_in(text: str) -> list[Finding]:
    reason = Wording("测量", "measuring")
    step = len(text) // FINDINGS
    return [
        Finding(
            Kind.OCR_CONFUSION,
            Span(at, at + 1),
            text[at],
            "改",
            0.95,
            False,
            reason,
            rule="measured",
        )
        for at in range(3, len(text), step)
    ]


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of this thread's own time and by the clock."""
    began, own = perf_counter(), thread_time()
    work()
    return (thread_time() - own) * 1000, (perf_counter() - began) * 1000


class Measured:
    """The figures of one library."""

    def __init__(self, qtbot: QtBot, folder: Path, count: int) -> None:
        folder.mkdir()
        library(folder / "library.db", count)
        self.first = self._start(qtbot, folder)
        starts = [self._start(qtbot, folder) for _ in range(STARTS)]
        self.start = median(own for own, _ in starts)
        self.start_clock = median(clock for _, clock in starts)
        opened = OpenedWindow(qtbot, folder)
        self.opened = sum(
            opened.workspace.desk.is_opened(row.id) for row in opened.workspace.documents
        )
        accepts = [self._accept(qtbot, opened) for _ in range(ACCEPTED)]
        self.accept = median(own for own, _ in accepts)
        self.accept_clock = median(clock for _, clock in accepts)
        follow = [follow for follow, _ in self.follows]
        self.follow = median(follow)
        opened.close()

    def _start(self, qtbot: QtBot, folder: Path) -> tuple[float, float]:
        windows: list[OpenedWindow] = []
        figures = timed(lambda: windows.append(OpenedWindow(qtbot, folder)))
        rows = windows[0].session.library_list
        qtbot.waitUntil(lambda: not rows.counting, timeout=60_000)
        windows[0].close()
        # A window that is left standing is styled again with every further one.
        windows[0].window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return figures

    def _accept(self, qtbot: QtBot, opened: OpenedWindow) -> tuple[float, float]:
        """One accept to its repaint; what the list does later is measured apart."""
        workspace = opened.workspace
        workspace.show_finding(next(mark.anchor for mark in workspace.marks if mark.open))
        qtbot.wait(80)
        action = opened.window.actions_of[ActionId.ACCEPT]

        def accept() -> None:
            action.trigger()
            QApplication.sendPostedEvents()
            opened.window.repaint()

        figures = timed(accept)
        self.follows = getattr(self, "follows", [])
        self.follows.append(timed(opened.session.library_list.show_touched))
        return figures


@pytest.mark.benchmark
def test_a_library_of_hundreds_starts_and_decides_like_one_of_five(
    qtbot: QtBot, tmp_path: Path
) -> None:
    few, many = (Measured(qtbot, tmp_path / str(count), count) for count in (FEW, MANY))
    print()
    for name, one, other in (
        ("first start, no figures kept", few.first[0], many.first[0]),
        ("start of a session", few.start, many.start),
        ("one accept to its repaint", few.accept, many.accept),
        ("the list follows, later", few.follow, many.follow),
    ):
        print(f"  {name:30} {FEW}: {one:8.1f} ms  {MANY}: {other:8.1f} ms  x{other / one:.2f}")
    print(
        f"  by the clock: start {few.start_clock:.0f} / {many.start_clock:.0f},"
        f" accept {few.accept_clock:.1f} / {many.accept_clock:.1f} ms"
    )
    print(f"  documents opened at the start: {few.opened} / {many.opened}")
    assert many.opened <= 2
    assert many.start <= 3 * few.start
    assert many.accept <= 2 * few.accept
