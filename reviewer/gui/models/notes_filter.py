"""Which notes the list shows: by their words, their to-dos, their lost places, their label."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reviewer.review.annotation import Annotation, Task


class NoteScope(Enum):
    """Whose notes are listed. The values are remembered by the window."""

    DOCUMENT = "document"
    LIBRARY = "library"


class NoteChoice(Enum):
    """Which of them. The values are remembered by the window."""

    ALL = "all"
    OPEN = "open"
    DONE = "done"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class NotesFilter:
    """What is asked for.

    Attributes:
        words: stand in what the note says, in its label, or in what it is about.
        choice: which notes.
        label: only notes with this label; empty for all.
    """

    words: str = ""
    choice: NoteChoice = NoteChoice.ALL
    label: str = ""

    def keeps(self, note: Annotation) -> bool:
        """Whether the note is asked for."""
        if self.label and note.label != self.label:
            return False
        wanted = self.words.strip().casefold()
        if wanted and wanted not in f"{note.note}\n{note.label}\n{note.quote}".casefold():
            return False
        match self.choice:
            case NoteChoice.ALL:
                return True
            case NoteChoice.OPEN:
                return note.task is Task.OPEN
            case NoteChoice.DONE:
                return note.task is Task.DONE
            case NoteChoice.LOST:
                return note.place_lost
