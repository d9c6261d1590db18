"""Drives a text view and Qt's own widget through the same things, and takes their times."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from statistics import median
from time import thread_time

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reviewer.garble.finding import Finding, Kind
from reviewer.gui.text.layers import RepeatedSpan
from reviewer.gui.text.view import TextView
from reviewer.gui.theme import load_theme
from reviewer.review.decision import UNDECIDED, Decision, Verdict
from reviewer.review.marks import Mark
from reviewer.text.span import Span
from reviewer.text.wording import Wording

ROUNDS = 5
CHARACTERS = 1_000_000
SENTENCE = "各位代表，过去一年全市经济运行总体平稳，城市管理水平稳步提高，群众获得感持续增强。"

Drive = Callable[[], None]


def speech(length: int, longest_paragraph: int) -> str:
    """A text of about `length` code points in paragraphs of one sentence and more."""
    dice = random.Random(11)
    paragraphs: list[str] = []
    done = 0
    while done < length:
        letters = list(SENTENCE * dice.randint(1, max(1, longest_paragraph // len(SENTENCE))))
        dice.shuffle(letters)
        paragraphs.append("".join(letters))
        done += len(letters) + 1
    return "\n".join(paragraphs)


def marks_in(text: str, count: int) -> list[Mark]:
    step = len(text) // count
    kinds, verdicts = list(Kind), [UNDECIDED] * 3 + [Decision(Verdict.ACCEPTED, "")]
    reason = Wording("测量", "measuring")
    return [
        Mark(
            Finding(
                kinds[number % len(kinds)],
                Span(number * step, number * step + 5),
                text[number * step : number * step + 5],
                "",
                0.9,
                True,
                reason,
            ),
            str(number),
            verdicts[number % len(verdicts)],
            overwritten=False,
        )
        for number in range(count)
    ]


def timed(drive: Drive, times: int) -> float:
    """The 95th percentile of `drive` until it is painted, in milliseconds of this thread's work.

    All painting is done in this thread; its own time leaves out what other programs took meanwhile.
    """
    taken: list[float] = []
    for _ in range(times):
        begin = thread_time()
        drive()
        QApplication.processEvents()
        taken.append((thread_time() - begin) * 1000)
    return sorted(taken)[int(0.95 * len(taken))]


def drives(qtbot: QtBot, widget: QPlainTextEdit) -> dict[str, tuple[Drive, int]]:
    """What is measured, each with how often."""
    bar = widget.verticalScrollBar()
    dice = random.Random(7)

    def jump() -> None:
        bar.setValue(dice.randint(0, bar.maximum()))

    def scroll() -> None:
        bar.setValue(bar.value() + 3)

    return {
        "jump": (jump, 30),
        "scroll": (scroll, 60),
        "repaint": (widget.viewport().update, 40),
        "key": (lambda: qtbot.keyClick(widget, Qt.Key.Key_A), 40),
    }


def bare(qtbot: QtBot, like: TextView, text: str) -> QPlainTextEdit:
    """Qt's own widget with the same text, font and column."""
    widget = QPlainTextEdit()
    qtbot.addWidget(widget)
    widget.setFont(like.font())
    widget.setUndoRedoEnabled(False)
    margins = like.viewportMargins()
    widget.setViewportMargins(margins)
    widget.resize(like.size())
    widget.setPlainText(text)
    return widget


def put_caret(widget: QPlainTextEdit) -> None:
    cursor = QTextCursor(widget.document())
    cursor.setPosition(widget.document().characterCount() // 2)
    widget.setTextCursor(cursor)
    widget.centerCursor()


def shown_view(qtbot: QtBot) -> TextView:
    """An empty text view on the screen."""
    view = TextView(lambda wording: wording.zh, load_theme("light"))
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    return view


def compare(qtbot: QtBot, text: str, marks: Sequence[Mark], plain: str = "") -> dict[str, float]:
    """The ratio of the view to the bare widget for each thing measured, the median of rounds.

    Args:
        qtbot: pytest-qt's.
        text: what the view shows, with `marks` and a repeat every 5,000 characters.
        marks: the findings.
        plain: what the bare widget shows, if not `text` too.
    """
    view = shown_view(qtbot)
    repeats = [
        RepeatedSpan(Span(at, at + 900), at, at // 5_000) for at in range(0, len(text), 5_000)
    ]
    view.show_document(text, marks, (), repeats)
    other = bare(qtbot, view, plain or text)
    other.show()
    figures: dict[str, list[tuple[float, float]]] = {}
    for _ in range(ROUNDS):
        for name in drives(qtbot, view):
            pair: list[float] = []
            for widget in (view, other):
                put_caret(widget)
                QApplication.processEvents()
                pair.append(timed(*drives(qtbot, widget)[name]))
            figures.setdefault(name, []).append((pair[0], pair[1]))
    print(f"\n{len(text):,} characters, {len(marks):,} findings, p95 in ms ({ROUNDS} rounds)")
    ratios: dict[str, float] = {}
    for name, pairs in figures.items():
        ours, theirs = (median(side) for side in zip(*pairs, strict=True))
        ratios[name] = median(first / second for first, second in pairs)
        print(f"  {name:8} view {ours:7.2f}  bare {theirs:7.2f}  ratio {ratios[name]:5.2f}")
    return ratios
