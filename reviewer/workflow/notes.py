"""The notes of a library: written, changed, deleted as steps, and listed without reading a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from uuid import uuid4

from reviewer.review.annotation import Annotation, NoteContent, Task
from reviewer.review.reviewed import scripts_of
from reviewer.review.steps import (
    Change,
    DecisionMade,
    DocumentId,
    NoteDeleted,
    NoteWritten,
    Step,
    StepKind,
    TextEdited,
)
from reviewer.store.store import Store
from reviewer.text.span import Span


@dataclass(frozen=True, slots=True)
class LibraryNote:
    """A note with the document that it stands in.

    Attributes:
        document: the document's number.
        annotation: the note as it is now, its span in the text as it is now.
        step: the number of the step that made it.
    """

    document: DocumentId
    annotation: Annotation
    step: int


class Notes:
    """All notes of a library.

    They are followed through the steps in force, so that the list of all of them costs no text.
    Cost: for each edit O(notes of its document); nothing for documents without notes.
    """

    def __init__(
        self,
        store: Store,
        do: Callable[[StepKind, Sequence[Change]], Step],
        text_of: Callable[[DocumentId], str],
        in_force: Callable[[], Iterable[Step]],
    ) -> None:
        """List the notes of the steps in force.

        Args:
            store: knows when each step was made.
            do: makes and saves a step.
            text_of: the text of a document as it is now.
            in_force: the steps in force, oldest first.
        """
        self._store = store
        self._do = do
        self._text_of = text_of
        self._in_force = in_force
        self._notes: dict[DocumentId, dict[str, LibraryNote]] = {}
        self._is_current = False

    def write(self, document: DocumentId, span: Span, content: NoteContent) -> Annotation:
        """Write a note on a span of the text as it is now."""
        quote = span.of(self._text_of(document))
        annotation = Annotation(uuid4().hex, span, quote, "").saying(content)
        self._do(StepKind.ADD_NOTE, [NoteWritten(document, annotation)])
        return annotation

    def change(self, uid: str, content: NoteContent) -> Step | None:
        """Let a note say something else; None where it says that already or is gone."""
        found = self.find(uid)
        if found is None or found.annotation.content == content:
            return None
        changed = found.annotation.saying(content)
        kind = _kind_of(found.annotation.content, content)
        return self._do(kind, [NoteWritten(found.document, changed)])

    def delete(self, uid: str) -> Step | None:
        """Delete a note; None where it is gone already."""
        found = self.find(uid)
        if found is None:
            return None
        return self._do(StepKind.DELETE_NOTE, [NoteDeleted(found.document, uid)])

    def find(self, uid: str) -> LibraryNote | None:
        """The note with this name, or None."""
        return next((notes[uid] for notes in self._current().values() if uid in notes), None)

    def of(self, document: DocumentId) -> list[LibraryNote]:
        """The notes of one document, sorted by place."""
        notes = self._current().get(document, {}).values()
        return sorted(notes, key=lambda note: (note.annotation.span, note.annotation.uid))

    def in_documents(self, documents: Iterable[DocumentId]) -> list[LibraryNote]:
        """The notes of these documents, one document after the other."""
        return [note for document in documents for note in self.of(document)]

    def open_tasks(self, document: DocumentId) -> int:
        """How many to-dos of a document are not done."""
        notes = self._current().get(document, {}).values()
        return sum(note.annotation.task is Task.OPEN for note in notes)

    def labels(self) -> list[str]:
        """The labels that are in use, the most used first."""
        counts = Counter(
            note.annotation.label
            for notes in self._current().values()
            for note in notes.values()
            if note.annotation.label
        )
        return sorted(counts, key=lambda label: (-counts[label], label))

    def times(self) -> Mapping[int, str]:
        """When each step of the library was made, by its number, in UTC as ISO 8601 says."""
        return self._store.step_times()

    def take(self, step: Step, first_change: int = 0) -> None:
        """Follow a step that was made, from one of its changes on."""
        if not self._is_current:
            return
        # Decisions have nothing to do with notes, and a bulk decision is thousands of changes.
        changes = [row for row in step.changes[first_change:] if not isinstance(row, DecisionMade)]
        for (document, rewrites), group in groupby(
            changes, key=lambda change: (change.document, isinstance(change, TextEdited))
        ):
            if rewrites:
                self._carry(document, [row for row in group if isinstance(row, TextEdited)])
            else:
                for change in group:
                    self._make(change, step.number)

    def forget(self) -> None:
        """Steps were taken back or came back: begin anew when asked."""
        self._is_current = False
        self._notes.clear()

    def _current(self) -> dict[DocumentId, dict[str, LibraryNote]]:
        if not self._is_current:
            self._is_current = True
            for step in self._in_force():
                self.take(step)
        return self._notes

    def _carry(self, document: DocumentId, rows: Sequence[TextEdited]) -> None:
        notes = self._notes.get(document)
        if not notes:
            return
        for script in scripts_of([row.edit for row in rows]):
            for uid, note in notes.items():
                notes[uid] = replace(note, annotation=note.annotation.carried(script))

    def _make(self, change: Change, step: int) -> None:
        match change:
            case NoteWritten(document, annotation):
                notes = self._notes.setdefault(document, {})
                known = notes.get(annotation.uid)
                made_in = step if known is None else known.step
                notes[annotation.uid] = LibraryNote(document, annotation, made_in)
            case NoteDeleted(document, uid):
                self._notes.get(document, {}).pop(uid, None)
            case _:
                pass


def _kind_of(before: NoteContent, after: NoteContent) -> StepKind:
    """What the editor did to a note: turned its to-do, or anything else."""
    if replace(before, task=after.task) == after:
        return _TURNS.get(after.task, StepKind.CHANGE_NOTE)
    return StepKind.CHANGE_NOTE


_TURNS = {Task.OPEN: StepKind.OPEN_TASK, Task.DONE: StepKind.FINISH_TASK}
