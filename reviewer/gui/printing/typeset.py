"""A marked text as paragraphs for paper: their characters, and how each stretch is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from reviewer.export.marked_text import MarkedText, Reason, Run, RunStyle
from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.quoting import cut_middle, one_line
from reviewer.gui.positions import unit_length
from reviewer.gui.text.substitution import shown

LONGEST_QUOTE = 60
"""Code points of a changed place that its reason quotes."""

_LINE_END_SIGN = "⏎"

_LIST_TITLE = QT_TRANSLATE_NOOP("Paper", "改动与存疑（{count} 处）")
_CHANGED = QT_TRANSLATE_NOOP("Paper", "“{before}”改为“{after}”。{words}")
_REMOVED = QT_TRANSLATE_NOOP("Paper", "删去“{before}”。{words}")
_ADDED = QT_TRANSLATE_NOOP("Paper", "补入“{after}”。{words}")
_OPEN = QT_TRANSLATE_NOOP("Paper", "“{before}”未定。{words}")


class Look(Enum):
    """How a stretch of characters is drawn on paper."""

    PLAIN = auto()
    REMOVED = auto()
    INSERTED = auto()
    DOUBTED = auto()
    NUMBER = auto()
    """The raised number of a reason."""


class Rank(Enum):
    """What a paragraph is."""

    BODY = auto()
    HEADING = auto()
    REASON = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of one look, in UTF-16 units of their paragraph."""

    start: int
    length: int
    look: Look


@dataclass(slots=True)
class Paragraph:
    """One paragraph; only stretches that are not plain are listed, in order."""

    text: str = ""
    rank: Rank = Rank.BODY
    stretches: list[Stretch] = field(default_factory=list)

    def add(self, text: str, look: Look) -> None:
        """Let `text` follow what is there."""
        start = unit_length(self.text)
        self.text += text
        if look is not Look.PLAIN and text:
            self.stretches.append(Stretch(start, unit_length(text), look))


_LOOKS = {
    RunStyle.PLAIN: Look.PLAIN,
    RunStyle.REMOVED: Look.REMOVED,
    RunStyle.INSERTED: Look.INSERTED,
    RunStyle.DOUBTED: Look.DOUBTED,
}


def paragraphs(marked: MarkedText) -> Iterator[Paragraph]:
    """The paragraphs of a text, then the list of its reasons. Cost: O(n)."""
    paragraph = Paragraph()
    for run in marked.runs:
        first, *others = _lines(run)
        paragraph.add(first, _LOOKS[run.style])
        for line in others:
            yield paragraph
            paragraph = Paragraph()
            paragraph.add(line, _LOOKS[run.style])
        if run.number is not None:
            paragraph.add(f"[{run.number}]", Look.NUMBER)
    yield paragraph
    yield from _list(marked.reasons)


def _lines(run: Run) -> Sequence[str]:
    """The lines of a run. A line end that was removed ends no line, and can be seen."""
    text = shown(run.text)
    if run.style is RunStyle.REMOVED:
        return [text.replace("\n", _LINE_END_SIGN)]
    if run.style is RunStyle.INSERTED:
        text = text.replace("\n", f"{_LINE_END_SIGN}\n")
    return text.split("\n")


def _list(reasons: Sequence[Reason]) -> Iterator[Paragraph]:
    if reasons:
        yield Paragraph("")
        yield Paragraph(_said(_LIST_TITLE, count=str(len(reasons))), Rank.HEADING)
    for reason in reasons:
        yield Paragraph(f"[{reason.number}] {reason_line(reason)}", Rank.REASON)


def reason_line(reason: Reason) -> str:
    """What was done at a place and why, in one line."""
    if reason.after is None:
        source = _OPEN
    elif not reason.after:
        source = _REMOVED
    else:
        source = _CHANGED if reason.before else _ADDED
    return _said(
        source,
        before=_quoted(reason.before),
        after=_quoted(reason.after or ""),
        words=one_line(reason.words),
    )


def _quoted(text: str) -> str:
    return one_line(cut_middle(text, LONGEST_QUOTE))


def _said(source: str, **facts: str) -> str:
    return QCoreApplication.translate("Paper", source).format(**facts)
