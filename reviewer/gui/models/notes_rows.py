"""Notes as rows: what each says, what it is about, where, and whether there is something to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.keyed_rows import KeyedRow, RowWords
from reviewer.gui.models.note_words import colour_name, lost_name, note_words, task_name
from reviewer.gui.models.quoting import cut_middle, one_line, tool_tip
from reviewer.review.annotation import Annotation, NoteColour, Task

LONGEST_HEADING = 80
LONGEST_QUOTE = 60
LONGEST_TITLE = 16
"""Code points."""

_COLOURS = tuple(NoteColour)
_EMPTY = QT_TRANSLATE_NOOP("Notes", "（未写内容）")
_PLACE = QT_TRANSLATE_NOOP("Notes", "第 {paragraph} 段")
_QUOTE = QT_TRANSLATE_NOOP("Notes", "「{words}」")


@dataclass(frozen=True, slots=True)
class ListedNote:
    """A note as the list has it.

    Attributes:
        annotation: the note.
        paragraph: the number of its paragraph, from 1, or None where the text is not at hand.
        title: the name of its document where notes of several are listed, or empty.
    """

    annotation: Annotation
    paragraph: int | None = None
    title: str = ""


def note_rows(notes: Iterable[ListedNote]) -> list[KeyedRow]:
    """The notes in words, in their order."""
    return [KeyedRow(row.annotation.uid, _words(row), _tip(row)) for row in notes]


def quote_of(note: Annotation) -> str:
    """What the note is about, in quotation marks."""
    words = one_line(cut_middle(note.quote, LONGEST_QUOTE))
    return note_words(_QUOTE).format(words=words) if words else ""


def colour_at(chip: int) -> NoteColour:
    """The colour that a row's chip stands for."""
    return _COLOURS[chip]


def _words(row: ListedNote) -> RowWords:
    note = row.annotation
    first_line = note.note.strip().partition("\n")[0]
    title = one_line(cut_middle(row.title, LONGEST_TITLE))
    signs = (colour_name(note.colour), task_name(note.task))
    return RowWords(
        heading=one_line(first_line[:LONGEST_HEADING]) or note_words(_EMPTY),
        aside=_place(row),
        words=quote_of(note),
        words_aside=" · ".join(words for words in (one_line(note.label), title) if words),
        chip=_COLOURS.index(note.colour),
        warns=note.place_lost,
        ticked=None if note.task is Task.NONE else note.task is Task.DONE,
        sign="，".join(words for words in signs if words),
    )


def _place(row: ListedNote) -> str:
    """Where the note stands, or that its place is gone; empty where that is not known."""
    if row.annotation.place_lost:
        return lost_name()
    if row.paragraph is None:
        return ""
    return note_words(_PLACE).format(paragraph=row.paragraph)


def _tip(row: ListedNote) -> str:
    return tool_tip("\n".join(words for words in (row.title, row.annotation.note) if words))
