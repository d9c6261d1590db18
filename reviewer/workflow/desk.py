"""The desk: everything that an editor does to a library, saved at the moment it is done.

It knows no widgets: it answers each action with its step, and front ends show what that touched.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence

from reviewer.garble.finding import Finding
from reviewer.review.annotation import Annotation, NoteContent
from reviewer.review.decision import UNDECIDED, Decision, Verdict, accept
from reviewer.review.edits import Edit
from reviewer.review.marks import Mark, Marks
from reviewer.review.preferences import Preferences
from reviewer.review.reviewed import ReviewedDocument
from reviewer.review.steps import (
    Change,
    DecisionMade,
    DocumentId,
    Step,
    StepKind,
    TextEdited,
)
from reviewer.store.store import Store
from reviewer.text.script import Script
from reviewer.text.span import Span
from reviewer.workflow.dismissals import Dismissals, dismissal
from reviewer.workflow.library_repeats import LibraryFamily, LibraryRepeats, Member, repeats_now
from reviewer.workflow.notes import Notes
from reviewer.workflow.saved_history import SavedHistory
from reviewer.workflow.shelf import Shelf
from reviewer.workflow.shown import ShownMarks
from reviewer.workflow.taken_findings import TakenFindings
from reviewer.workflow.travel import follow_travel

MarkOf = tuple[DocumentId, Mark]
"""A mark with the document that it stands in."""


class ReviewDesk(Shelf):
    """A library under review, with one stack of steps over texts, decisions and notes.

    Attributes:
        notes: the notes of all documents.
    """

    def __init__(self, store: Store, clock: Callable[[], float] = time.monotonic) -> None:
        """Work on `store`, which the desk does not close.

        Args:
            store: the open store.
            clock: seconds that only rise; typing that pauses becomes a step of its own.
        """
        super().__init__(store)
        self._history = SavedHistory(store, clock)
        self._shown = ShownMarks(store, self._open)
        self.know_closed = self._shown.know_closed
        self.found = TakenFindings(store, self._history.end_typing)
        self.notes = Notes(store, self._do, self.text_of, lambda: self._history.in_force)

    # The library

    def remove(self, document: DocumentId) -> None:
        """Take a document out of the library. Its history stays in the store."""
        self.put_away([document])
        self._store.remove_document(document)

    def reviewed(self, document: DocumentId) -> ReviewedDocument:
        """The state of one document.

        Raises:
            UnknownDocument: there is none with this number.
            TextDamaged: its text is not what was saved.
        """
        state = self._open.get(document)
        if state is None:
            source = self.source_text(document)
            state = ReviewedDocument(document, source, self._store.analyses(document))
            state.replay(self._history.in_force)
            self._open[document] = state
            self._shown.forget()
        return state

    def holds(self, document: DocumentId) -> bool:
        """Whether a document is in memory already."""
        return document in self._open

    def put_away(self, documents: Iterable[DocumentId]) -> None:
        """Keep these documents in memory no longer; they are read again when asked for."""
        for document in documents:
            self.found.keep([document])
            self._open.pop(document, None)
        self.stir()
        self._shown.forget()

    def has_open(self, document: DocumentId) -> bool:
        """Whether a document is in memory already."""
        return document in self._open

    def text_of(self, document: DocumentId) -> str:
        """The text of a document as it is now."""
        return self.reviewed(document).text

    def hash_of_now(self, document: DocumentId) -> bytes:
        """The hash of a document's text as it is now, as the store knows texts."""
        return self.hash_of(self.reviewed(document).text)

    # What was found

    def take_findings(self, document: DocumentId, text: str, findings: Sequence[Finding]) -> bool:
        """Save what a search of `text` found, unless the text has changed since.

        Returns:
            Whether the findings were taken.
        """
        taken = self.found.take(self.reviewed(document), text, findings)
        self.found.keep([document])
        return taken

    def repeats(self) -> LibraryRepeats:
        """The repeats of the library, their spans in the texts as they are now."""
        present = self.catalogue.numbers()
        at_rest = self.at_rest(self.steps) - self._open.keys()
        found = repeats_now(self.last_search(), self.reviewed, present, self.hash_of, at_rest)
        return Dismissals.of(self._history.in_force).leave_out(found, self.text_of)

    # What is shown

    @property
    def preferences(self) -> Preferences:
        """What of all findings the editor wants to see."""
        return self._shown.preferences

    def prefer(self, preferences: Preferences) -> None:
        """Save and follow other preferences."""
        self._shown.prefer(preferences)

    def marks(self, document: DocumentId) -> Marks:
        """The marks of a document that are shown."""
        return self._shown.of(self.reviewed(document))

    # Decisions

    def accept(self, marks: Iterable[MarkOf]) -> Step | None:
        """Accept the repair of every mark that has one, as one step; None where none has."""
        return self._decide(
            StepKind.ACCEPT,
            [
                (number, mark, accept(mark.finding))
                for number, mark in marks
                if mark.finding.repairable
            ],
        )

    def reject(self, marks: Iterable[MarkOf]) -> Step | None:
        """Say of every mark that its text is right, as one step."""
        return self._judge(StepKind.REJECT, marks, Decision(Verdict.REJECTED))

    def postpone(self, marks: Iterable[MarkOf]) -> Step | None:
        """Put every mark off until later, as one step."""
        return self._judge(StepKind.POSTPONE, marks, Decision(Verdict.LATER))

    def reopen(self, marks: Iterable[MarkOf]) -> Step | None:
        """Take back what was decided about every mark, as one step."""
        return self._judge(StepKind.REOPEN, marks, UNDECIDED)

    def replace_with(self, mark: MarkOf, text: str) -> Step | None:
        """Accept one mark with a replacement of the editor's own."""
        number, finding = mark
        decision = Decision(Verdict.EDITED, text)
        return self._decide(StepKind.EDIT_REPLACEMENT, [(number, finding, decision)])

    def _judge(self, kind: StepKind, marks: Iterable[MarkOf], decision: Decision) -> Step | None:
        return self._decide(kind, [(number, mark, decision) for number, mark in marks])

    def _decide(
        self, kind: StepKind, rows: Iterable[tuple[DocumentId, Mark, Decision]]
    ) -> Step | None:
        changes = [
            DecisionMade(number, mark.anchor, decision)
            for number, mark, decision in rows
            if not mark.overwritten and mark.decision != decision
        ]
        # What was decided must be found again when the program starts anew.
        self.found.keep({change.document for change in changes})
        return self._do(kind, changes) if changes else None

    def dismiss_repeat(self, family: LibraryFamily, *members: Member) -> Step | None:
        """Say that members of a family, or all, are no copies of its representative."""
        rejected, chosen = Decision(Verdict.REJECTED), members or family.members
        changes = dismissal(family, chosen, rejected, self.text_of)
        return self._do(StepKind.DISMISS_REPEAT, changes) if changes else None

    def restore_repeat(self, family: LibraryFamily) -> Step | None:
        """Take back that the members of a family are no copies."""
        changes = dismissal(family, family.members, UNDECIDED, self.text_of)
        return self._do(StepKind.RESTORE_REPEAT, changes) if changes else None

    # The text

    def type_text(self, document: DocumentId, edit: Edit) -> Step:
        """Change the text as the editor types; typing that goes on stays one step.

        Raises:
            EditMismatch: the edit does not fit the text as it is now.
        """
        self.reviewed(document).expect_fit(edit)
        step, first = self._history.type(TextEdited(document, edit))
        if first == 0:
            self._shown.forget()
        self.reviewed(document).apply(step, first)
        self.notes.take(step, first)
        return step

    def remove_copy(self, document: DocumentId, span: Span) -> Step | None:
        """Delete a repeated passage from the text."""
        removed = span.of(self.reviewed(document).text)
        return self.remove_copies([(document, [Edit(span.start, removed, "")])])

    def remove_copies(self, rows: Iterable[tuple[DocumentId, Sequence[Edit]]]) -> Step | None:
        """Delete repeated passages, those of a document sorted by start; None where none is.

        Raises:
            EditMismatch: an edit does not fit its text as it is now; nothing was changed.
        """
        return self._rewrite(StepKind.REMOVE_COPY, rows)

    def convert(self, document: DocumentId, to: Script) -> Step | None:
        """Bring the text into another script, phrase by phrase; None where it is in it already.

        It is one step, and every place that changes keeps its own line in the ledger.
        """
        from reviewer.text.conversion import convert

        text = self.reviewed(document).text
        edits = [
            Edit(span.start, span.of(text), form, to.value) for span, form in convert(text, to)
        ]
        return self._rewrite(StepKind.CONVERT_SCRIPT, [(document, edits)])

    def replace_words(self, rows: Iterable[tuple[DocumentId, Sequence[Edit]]]) -> Step | None:
        """Make the edits of each document, sorted by start, as one step; None where none is.

        Raises:
            EditMismatch: an edit does not fit its text as it is now; nothing was changed.
        """
        return self._rewrite(StepKind.REPLACE_WORDS, rows)

    def _rewrite(
        self, kind: StepKind, rows: Iterable[tuple[DocumentId, Sequence[Edit]]]
    ) -> Step | None:
        changes: list[Change] = []
        for document, edits in rows:
            state = self.reviewed(document)
            for edit in edits:
                state.expect_fit(edit)
            # From the end towards the start, so that no edit moves the next one.
            changes += [TextEdited(document, edit) for edit in reversed(edits)]
        return self._do(kind, changes) if changes else None

    # Notes

    def annotate(self, document: DocumentId, span: Span, note: str) -> Annotation:
        """Write a plain note on a span of the text as it is now."""
        return self.notes.write(document, span, NoteContent(note))

    # Undo and redo

    @property
    def next_undo(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._history.next_undo

    @property
    def next_redo(self) -> Step | None:
        """The step that `redo` would put in force again."""
        return self._history.next_redo

    @property
    def steps(self) -> Sequence[Step]:
        """The steps in force, oldest first."""
        return self._history.in_force

    @property
    def steps_taken_back(self) -> Sequence[Step]:
        """The steps that can be redone, the next one first."""
        return self._history.taken_back

    def undo(self) -> Step | None:
        """Take the last step back; the step, or None where there is none."""
        return self.travel(len(self.steps) - 1)

    def redo(self) -> Step | None:
        """Put the step taken back last in force again; the step, or None where there is none."""
        return self.travel(len(self.steps) + 1)

    def travel(self, count: int) -> Step | None:
        """Take steps back or bring them back until `count` are in force; the last one touched."""
        back = count < len(self.steps)
        touched = self._history.travel(count)
        self._shown.forget()
        follow_travel(self._open, touched, self._history.in_force, back=back)
        self.stir()
        self.notes.forget()
        return touched[-1] if touched else None

    def _do(self, kind: StepKind, changes: Sequence[Change]) -> Step:
        """Save a step, and only then show it: what is on the screen is on the disk."""
        step = self._history.do(kind, changes)
        self._shown.forget()
        for number in step.documents:
            if number in self._open:
                self._open[number].apply(step)
        self.notes.take(step)
        return step
