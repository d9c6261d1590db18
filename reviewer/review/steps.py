"""Steps: what an editor does at one stroke, as values that can be stored, undone and redone.

A step is a name and a tuple of changes. Changes say what became true, never how it was before:
the state of a document is always the replay of the steps in force, so taking a step back is
leaving it out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from reviewer.review.annotation import Annotation
from reviewer.review.decision import Decision
from reviewer.review.edits import Edit

DocumentId = int
"""The number of a document in the store."""


class StepKind(Enum):
    """What an editor did. The values are kept in the store; the window words them."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT_REPLACEMENT = "edit_replacement"
    POSTPONE = "postpone"
    REOPEN = "reopen"
    TYPE = "type"
    REMOVE_COPY = "remove_copy"
    CONVERT_SCRIPT = "convert_script"
    REPLACE_WORDS = "replace_words"
    ADD_NOTE = "add_note"
    CHANGE_NOTE = "change_note"
    OPEN_TASK = "open_task"
    FINISH_TASK = "finish_task"
    DELETE_NOTE = "delete_note"
    DISMISS_REPEAT = "dismiss_repeat"
    RESTORE_REPEAT = "restore_repeat"


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """A decision about the finding with this anchor."""

    document: DocumentId
    anchor: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class TextEdited:
    """One edit of the document's text as it stood after all changes before this one."""

    document: DocumentId
    edit: Edit


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """A note was made, or stands now as given here; its span counts in the text at that moment."""

    document: DocumentId
    annotation: Annotation


@dataclass(frozen=True, slots=True)
class NoteDeleted:
    """The note with this name is gone."""

    document: DocumentId
    uid: str


Change = DecisionMade | TextEdited | NoteWritten | NoteDeleted


@dataclass(frozen=True, slots=True)
class Step:
    """One named, undoable step.

    Attributes:
        number: its place in the order of all steps ever made, from 1; given by the store.
        kind: what was done.
        changes: in the order in which they were made; at least one.
    """

    number: int
    kind: StepKind
    changes: tuple[Change, ...]

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """The documents that the step touches, in the order of its changes."""
        return tuple(dict.fromkeys(change.document for change in self.changes))

    @property
    def moves_repeats(self) -> bool:
        """Whether it may change what repeats in the library, and not only what was decided."""
        return self.kind in (StepKind.DISMISS_REPEAT, StepKind.RESTORE_REPEAT) or any(
            isinstance(change, TextEdited) for change in self.changes
        )


def last_text_steps(steps: Iterable[Step]) -> dict[DocumentId, int]:
    """For every document whose text `steps` change the number of the last one that does."""
    return {
        change.document: step.number
        for step in steps
        for change in step.changes
        if isinstance(change, TextEdited)
    }
