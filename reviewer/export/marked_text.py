"""A text with its changes and doubts in place, and the list of reasons that goes with it.

It is what a printed page shows: nothing of the text is left out, so the clean text and the text
before the changes can both be read from the runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reviewer.garble.finding import Finding
from reviewer.review.edits import Edit
from reviewer.review.marks import Mark
from reviewer.review.reviewed import ReviewedDocument
from reviewer.text.wording import Language


class RunStyle(Enum):
    """What became of the characters of a run."""

    PLAIN = auto()
    REMOVED = auto()
    """They stood there and are not in the clean text."""
    INSERTED = auto()
    """They stand in the clean text only."""
    DOUBTED = auto()
    """They stay, and a finding about them is not decided."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one style.

    Attributes:
        text: the characters.
        style: what became of them.
        number: the number of the reason, on the last run of a place; None elsewhere.
    """

    text: str
    style: RunStyle = RunStyle.PLAIN
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a place is marked.

    Attributes:
        number: counts the places from 1.
        before: the characters that stood there.
        after: what stands there now, or None where nothing was decided.
        words: the kind and the reason, in one sentence.
    """

    number: int
    before: str
    after: str | None
    words: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text as runs.

    Attributes:
        runs: in order; their texts without the removed ones are the clean text.
        reasons: one for each marked place, in order.
    """

    runs: tuple[Run, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """One marked place, in code points of the text as it is now."""

    start: int
    end: int
    after: str | None
    words: str


def plain_text(text: str) -> MarkedText:
    """`text` without a mark."""
    return MarkedText((Run(text),) if text else ())


def marked_text(state: ReviewedDocument, shown: Sequence[Mark], language: Language) -> MarkedText:
    """The text of a document with what decisions changed and what is still open.

    Args:
        state: the document.
        shown: its findings that an editor sees, sorted by start; the open ones are marked.
        language: of the reasons.

    Cost: O(n + m log m) for n characters and m findings.
    """
    edits = state.replacements(language)
    doubts = [mark.finding for mark in shown if mark.open]
    runs: list[Run] = []
    reasons: list[Reason] = []
    end = 0
    for place in _places(edits, doubts, language):
        number = len(reasons) + 1
        before = state.text[place.start : place.end]
        runs += _plain(state.text[end : place.start])
        runs += _marked(before, place.after, number)
        reasons.append(Reason(number, before, place.after, place.words))
        end = place.end
    runs += _plain(state.text[end:])
    return MarkedText(tuple(runs), tuple(reasons))


def _plain(text: str) -> list[Run]:
    return [Run(text)] if text else []


def _marked(before: str, after: str | None, number: int) -> list[Run]:
    if after is None:
        return [Run(before, RunStyle.DOUBTED, number)]
    pieces = [(before, RunStyle.REMOVED), (after, RunStyle.INSERTED)]
    present = [piece for piece in pieces if piece[0]]
    return [
        Run(text, style, number if place == len(present) else None)
        for place, (text, style) in enumerate(present, start=1)
    ]


def _places(
    edits: Sequence[Edit], doubts: Sequence[Finding], language: Language
) -> Iterator[_Place]:
    """Every edit, and the doubts that meet neither an edit nor an earlier doubt, by start."""
    waiting = list(reversed(edits))
    end = 0
    for finding in doubts:
        while waiting and waiting[-1].start < finding.span.end:
            edit = waiting.pop()
            yield _Place(edit.start, edit.end, edit.inserted, edit.reason)
            end = edit.end
        if finding.span.start >= end:
            kind = finding.kind.label.text(language)
            words = f"{kind}: {finding.reason.text(language)}"
            yield _Place(finding.span.start, finding.span.end, None, words)
            end = finding.span.end
    for edit in reversed(waiting):
        yield _Place(edit.start, edit.end, edit.inserted, edit.reason)
