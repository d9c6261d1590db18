"""The notes of a document as rows: what each says, what it is about, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.keyed_rows import KeyedRow, RowWords
from reviewer.gui.models.quoting import Paragraphs, cut_middle, one_line, tool_tip

if TYPE_CHECKING:
    from reviewer.review.annotation import Annotation

LONGEST_HEADING = 80
LONGEST_QUOTE = 60
"""Code points."""

_EMPTY = QT_TRANSLATE_NOOP("Notes", "（未写内容）")
_LOST = QT_TRANSLATE_NOOP("Notes", "位置已失")
_PLACE = QT_TRANSLATE_NOOP("Notes", "第 {paragraph} 段")
_QUOTE = QT_TRANSLATE_NOOP("Notes", "「{words}」")


def note_rows(notes: Iterable[Annotation], text: str | None) -> list[KeyedRow]:
    """The notes in words, in their order.

    Args:
        notes: the notes.
        text: the text that they stand in, for the paragraph numbers, or None where it is not known.
    """
    paragraphs = None if text is None else Paragraphs(text)
    return [KeyedRow(note.uid, _words(note, paragraphs), tool_tip(note.note)) for note in notes]


def quote_of(note: Annotation) -> str:
    """What the note is about, in quotation marks."""
    words = one_line(cut_middle(note.quote, LONGEST_QUOTE))
    return _translated(_QUOTE).format(words=words) if words else ""


def place_of(note: Annotation, paragraphs: Paragraphs | None) -> str:
    """Where the note stands, or that its place is gone; empty where that is not known."""
    if note.place_lost:
        return _translated(_LOST)
    if paragraphs is None:
        return ""
    return _translated(_PLACE).format(paragraph=paragraphs.number(note.span.start))


def _words(note: Annotation, paragraphs: Paragraphs | None) -> RowWords:
    first_line = note.note.strip().partition("\n")[0]
    return RowWords(
        heading=one_line(first_line[:LONGEST_HEADING]) or _translated(_EMPTY),
        aside=place_of(note, paragraphs),
        words=quote_of(note),
        chip=0,
        warns=note.place_lost,
    )


def _translated(source: str) -> str:
    return QCoreApplication.translate("Notes", source)
