"""An editor's notes, anchored to spans of a text and carried along through its edits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from reviewer.review.edits import EditScript
from reviewer.text.span import Span


class NoteColour(Enum):
    """The colours of notes. The values are kept in the store; the window gives each a sign too."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    PURPLE = "purple"


class Task(Enum):
    """Whether a note asks for work. The values are kept in the store."""

    NONE = "none"
    OPEN = "open"
    DONE = "done"

    @property
    def turned(self) -> Task:
        """What ticking makes of it: a remark becomes a to-do, and a to-do is done or open again."""
        return Task.DONE if self is Task.OPEN else Task.OPEN


@dataclass(frozen=True, slots=True)
class NoteContent:
    """What an editor says in a note.

    Attributes:
        note: the words.
        label: a short text of the editor's own by which notes are sorted, or nothing.
        colour: in which it is shown.
        task: whether it asks for work.
    """

    note: str
    label: str = ""
    colour: NoteColour = NoteColour.YELLOW
    task: Task = Task.NONE


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note on a span.

    Attributes:
        uid: its name for life, 32 hexadecimal digits.
        span: where it stands, in code points of the text as it is now; empty where the
            annotated characters were deleted ("place lost"), never dropped.
        quote: the characters that were annotated, as they stood when the note was made.
        note: what the editor wrote.
        label: the editor's word for what sort of note it is; may be empty.
        colour: in which it is shown.
        task: whether it asks for work, and whether that is done.
    """

    uid: str
    span: Span
    quote: str
    note: str
    label: str = ""
    colour: NoteColour = NoteColour.YELLOW
    task: Task = Task.NONE

    @property
    def content(self) -> NoteContent:
        """All of it that the editor may change."""
        return NoteContent(self.note, self.label, self.colour, self.task)

    @property
    def place_lost(self) -> bool:
        """Whether the annotated characters are gone."""
        return bool(self.quote) and not len(self.span)

    def saying(self, content: NoteContent) -> Annotation:
        """The same note with other content."""
        return replace(
            self,
            note=content.note,
            label=content.label,
            colour=content.colour,
            task=content.task,
        )

    def carried(self, script: EditScript) -> Annotation:
        """The same note on the text that `script` makes."""
        return replace(self, span=script.map_span(self.span))
