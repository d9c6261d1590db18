"""The text view with 10,000 findings against a bare QPlainTextEdit on the same text, same run."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable
from statistics import median
from time import thread_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reviewer.garble.finding import Finding, Kind
from reviewer.gui.text.layers import RepeatedSpan
from reviewer.gui.text.map_strip import MapStrip
from reviewer.gui.text.view import TextView
from reviewer.gui.theme import load_theme
from reviewer.review.composition import compose
from reviewer.review.decision import UNDECIDED, Decision, Verdict
from reviewer.review.edits import Edit, EditScript
from reviewer.review.marks import Analysis, Mark, marks_of
from reviewer.text.span import Span
from reviewer.text.wording import Wording

if sys.platform == "linux" and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

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


def compare(qtbot: QtBot, text: str, count: int) -> dict[str, float]:
    """The ratio of the view to the bare widget for each thing measured, the median of rounds."""
    view = TextView(lambda wording: wording.zh, load_theme("light"))
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    repeats = [
        RepeatedSpan(Span(at, at + 900), at, at // 5_000) for at in range(0, len(text), 5_000)
    ]
    view.show_document(text, marks_in(text, count), (), repeats)
    other = bare(qtbot, view, text)
    other.show()
    figures: dict[str, list[tuple[float, float]]] = {}
    for _ in range(ROUNDS):
        for widget in (view, other):
            put_caret(widget)
        for name in drives(qtbot, view):
            ours, theirs = (timed(*drives(qtbot, widget)[name]) for widget in (view, other))
            figures.setdefault(name, []).append((ours, theirs))
    print(f"\n{len(text):,} characters, {count:,} findings, p95 in ms (median of {ROUNDS} rounds)")
    ratios: dict[str, float] = {}
    for name, pairs in figures.items():
        ours, theirs = (median(side) for side in zip(*pairs, strict=True))
        ratios[name] = median(first / second for first, second in pairs)
        print(f"  {name:8} view {ours:7.2f}  bare {theirs:7.2f}  ratio {ratios[name]:5.2f}")
    return ratios


@pytest.mark.benchmark
@pytest.mark.parametrize(
    ("count", "most", "most_for_a_key"), [(10_000, 2, 5), (50_000, 3, 6)], ids=["10,000", "50,000"]
)
def test_findings_cost_little_over_a_bare_editor(
    qtbot: QtBot, count: int, most: float, most_for_a_key: float
) -> None:
    ratios = compare(qtbot, speech(CHARACTERS, 350), count)
    assert max(ratios["scroll"], ratios["repaint"], ratios["jump"]) <= most
    assert ratios["key"] <= most_for_a_key


@pytest.mark.benchmark
def test_typing_with_findings_that_come_anew_at_every_key(qtbot: QtBot) -> None:
    """The whole way of a key as the program goes it: edit, findings moved, drawn."""
    text = speech(CHARACTERS, 350)
    view = TextView(lambda wording: wording.zh, load_theme("light"))
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    findings = tuple(mark.finding for mark in marks_in(text, 10_000))
    analysis = Analysis(0, text, findings, tuple(str(number) for number in range(len(findings))))
    view.show_document(text, marks_of(analysis, EditScript(), {}))
    since = EditScript()

    def follow(edit: Edit) -> None:
        nonlocal since
        since = compose(since, EditScript((edit,)))
        view.set_marks(marks_of(analysis, since, {}))

    other = bare(qtbot, view, text)
    other.show()
    view.edited.connect(follow)
    for widget in (view, other):
        put_caret(widget)
    rounds = [
        [timed(*drives(qtbot, widget)["key"]) for widget in (view, other)] for _ in range(ROUNDS)
    ]
    ours, theirs = (median(side) for side in zip(*rounds, strict=True))
    ratio = median(first / second for first, second in rounds)
    print(
        f"\nkey, 10,000 findings anew: view {ours:.2f} ms, bare {theirs:.2f} ms, ratio {ratio:.2f}"
    )
    assert view.record != text


@pytest.mark.benchmark
def test_the_map_of_many_findings_is_drawn_fast(qtbot: QtBot) -> None:
    text = speech(CHARACTERS, 350)
    strip = MapStrip(load_theme("light"), lambda: Span(0, 1_000))
    qtbot.addWidget(strip)
    strip.resize(40, 800)
    strip.show()
    for count in (10_000, 50_000):
        marks = marks_in(text, count)
        taken = timed(lambda marks=marks: strip.show_document(len(text), marks, ()), ROUNDS)
        print(f"\nmap of {count:,} findings: {taken:.1f} ms")
        assert strip.grab().toImage().allGray() is False


@pytest.mark.benchmark
def test_a_speech_on_one_line_costs_a_fraction_of_a_bare_editor(qtbot: QtBot) -> None:
    ratios = compare(qtbot, speech(60_000, 60).replace("\n", ""), 1_000)
    assert ratios["key"] <= 0.5
    assert ratios["scroll"] <= 1


@pytest.mark.benchmark
def test_showing_a_document_costs_little_over_a_bare_editor(qtbot: QtBot) -> None:
    text = speech(CHARACTERS, 350)
    marks = marks_in(text, 10_000)
    view = TextView(lambda wording: wording.zh, load_theme("light"))
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    other = bare(qtbot, view, "")
    other.show()
    rounds = [
        (
            timed(lambda: view.show_document(text, marks), 1),
            timed(lambda: other.setPlainText(text), 1),
            timed(lambda: view.set_marks(marks), 1),
        )
        for _ in range(ROUNDS)
    ]
    load, plain, fresh = (median(column) for column in zip(*rounds, strict=True))
    print(f"\nload and paint: view {load:.1f} ms, bare {plain:.1f} ms, ratio {load / plain:.2f}")
    print(f"new findings (10,000) and paint: {fresh:.1f} ms")
    assert load / plain <= 2
