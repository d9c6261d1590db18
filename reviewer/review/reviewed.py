"""The state of one document under review: the replay of the steps in force on its source text."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reviewer.review.analysis import Analysis
from reviewer.review.annotation import Annotation
from reviewer.review.cleaning import CleanedText, cleaned_text, replacement_edits
from reviewer.review.composition import compose
from reviewer.review.decision import UNDECIDED, Decision
from reviewer.review.edited_text import NO_EDITS, EditedText
from reviewer.review.edits import Edit, EditMismatch, EditScript
from reviewer.review.marks import Marks, marks_of
from reviewer.review.past import Past, State
from reviewer.review.steps import (
    Change,
    DecisionMade,
    DocumentId,
    NoteDeleted,
    NoteWritten,
    Step,
    TextEdited,
)
from reviewer.text.wording import Language

NOT_ANALYSED = Analysis(0, "", (), ())

RECENT = 4
"""Analyses that are kept in memory, so that what is shown outlives undoing and redoing."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A text that was searched, with the edits made since."""

    text: str
    since: EditScript


class ReviewedDocument:
    """A document with everything that was done to it.

    The source text is never changed. Everything else follows from it, the analyses and the steps
    in force, so that undo, redo and a restart all lead to the very same state.
    """

    def __init__(self, number: DocumentId, source: str, analyses: Iterable[Analysis] = ()) -> None:
        """A document on which no step is in force yet.

        Args:
            number: its number in the store.
            source: its text of record.
            analyses: every analysis that was made of it, in the order in which they were made.
        """
        self.number = number
        self.source = source
        self._analyses = {analysis.after_step: analysis for analysis in analyses}
        self._recent: deque[Analysis] = deque(maxlen=RECENT)
        self._reset()

    def _reset(self) -> None:
        self._typed = NO_EDITS
        self._since = NO_EDITS
        self._analysis = self._analyses.get(0)
        self._before: _Shown | None = None
        self._last_text_step = 0
        self._decisions: dict[str, Decision] = {}
        self._notes: dict[str, Annotation] = {}
        self._text: EditedText | None = None
        self._marks: Marks | None = None
        self._marks_moved = False
        self._past = Past()

    def replay(self, steps: Iterable[Step]) -> None:
        """Make the state that follows from `steps`, the steps in force, oldest first."""
        self._reset()
        for step in steps:
            self._take(step)
        self.recall()

    def recall(self) -> None:
        """Show what was found in the text of now before, where that is remembered.

        Undoing and redoing lead back to texts that were searched a moment ago.
        """
        if self.stale:
            known = next((one for one in self._recent if one.text == self.text), None)
            if known is not None:
                self._show(known)

    def apply(self, step: Step, first_change: int = 0) -> None:
        """Add a new step's changes, from `first_change` on, to the state."""
        self._take(step, first_change)

    def take_back(self, step: Step) -> bool:
        """Take back `step`, the last one that was applied, without a replay.

        Returns:
            Whether it could be done; if not, nothing has changed and a replay is needed.
        """
        before = self._past.pop(step.number)
        if before is None:
            return False
        if before.typed is not self._typed:
            self._follow(self._analysis, self._since)
            for script in reversed(scripts_of(self._edits(step.changes))):
                self._edited.edit(script.inverse())
                self._follow_on(script.inverse())
            self._typed, self._last_text_step = before.typed, before.last_text_step
        if before.analysis is not self._analysis:
            self._analysis, self._marks = before.analysis, None
        self._since, self._notes = before.since, before.notes
        self._marks_moved = True
        self._decisions.update(before.decisions)
        self._show_decisions(before.decisions)
        return True

    def show_analysis(self, analysis: Analysis) -> None:
        """Show an analysis of the text as it is now; it need not be kept in the store."""
        self._recent.appendleft(analysis)
        self._show(analysis)
        self._past.add_analysis(analysis)

    def add_analysis(self, analysis: Analysis) -> None:
        """Take in an analysis of the text as it is now, as the one that belongs to its step."""
        self._analyses[analysis.after_step] = analysis
        if analysis is not self._analysis:
            self._show(analysis)
        self._past.add_analysis(analysis)

    @property
    def analysis(self) -> Analysis | None:
        """The analysis that is shown, of the text as it is now or as it was before some edits."""
        return self._analysis

    def forget_earlier(self) -> None:
        """The repeats of the text that was searched last are known: no earlier one is followed."""
        self._before = None

    def _show(self, analysis: Analysis) -> None:
        if self._analysis is not None and self._analysis.text != analysis.text:
            self._follow(self._analysis, self._since)
        self._use(analysis)

    def _follow(self, analysis: Analysis | None, since: EditScript) -> None:
        """Follow the text of an analysis that is shown no longer: its repeats still are."""
        if self._before is None and analysis is not None:
            self._before = _Shown(analysis.text, since)

    def _follow_on(self, script: EditScript) -> None:
        if self._before is not None:
            self._before = _Shown(self._before.text, compose(self._before.since, script))

    def _use(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._since = NO_EDITS
        self._marks = None

    def _take(self, step: Step, first_change: int = 0) -> None:
        changes = [row for row in step.changes[first_change:] if row.document == self.number]
        if not changes:
            return
        past = State(self._typed, self._since, self._analysis, self._last_text_step, self._notes)
        self._past.push(step.number, past)
        self._notes = dict(self._notes)
        for kind, group in groupby(changes, key=type):
            if kind is TextEdited:
                for script in scripts_of(self._edits(group)):
                    self._rewrite(script)
                self._last_text_step = step.number
            elif kind is DecisionMade:
                self._decide(row for row in group if isinstance(row, DecisionMade))
            else:
                for change in group:
                    self._write_note(change)
        analysis = self._analyses.get(step.number)
        if analysis is not None and self._last_text_step == step.number:
            self._use(analysis)
            self._before = None

    def _edits(self, changes: Iterable[Change]) -> list[Edit]:
        return [
            row.edit
            for row in changes
            if isinstance(row, TextEdited) and row.document == self.number
        ]

    def _rewrite(self, script: EditScript) -> None:
        self._typed = compose(self._typed, script)
        self._since = compose(self._since, script)
        self._follow_on(script)
        self._notes = {uid: note.carried(script) for uid, note in self._notes.items()}
        if self._text is not None:
            self._text.edit(script)
        self._marks_moved = True

    def _decide(self, rows: Iterable[DecisionMade]) -> None:
        made = {row.anchor: row.decision for row in rows}
        self._past.keep_decisions(
            {anchor: self._decisions.get(anchor, UNDECIDED) for anchor in made}
        )
        self._decisions.update(made)
        self._show_decisions(made)

    def _show_decisions(self, made: Mapping[str, Decision]) -> None:
        if self._marks is not None and made:
            self._marks = self._marks.decided(made)

    def _write_note(self, change: Change) -> None:
        if isinstance(change, NoteWritten):
            self._notes[change.annotation.uid] = change.annotation
        elif isinstance(change, NoteDeleted):
            self._notes.pop(change.uid, None)

    @property
    def typed(self) -> EditScript:
        """The editor's own edits, from the source to the text as it is now."""
        return self._typed

    @property
    def last_text_step(self) -> int:
        """The number of the last step in force that changed the text, or 0."""
        return self._last_text_step

    @property
    def analysed_text(self) -> str | None:
        """The text that was searched for what is shown, or None before the first analysis."""
        return None if self._analysis is None else self._analysis.text

    @property
    def followed(self) -> Iterable[tuple[str, EditScript]]:
        """Earlier states of the text, newest first, each with the edits made since.

        They are the text that was searched for what is shown, and the one before that: what is
        known of repeats follows a new analysis a little later.
        """
        if self._analysis is not None:
            yield self._analysis.text, self._since
        if self._before is not None:
            yield self._before.text, self._before.since

    @property
    def stale(self) -> bool:
        """Whether the text changed since the analysis that is shown, or is not searched through."""
        return self._analysis is None or bool(self._since.edits) or self._analysis.partial

    @property
    def text(self) -> str:
        """The text as it is now: the source with the editor's own edits."""
        return self._edited.whole()

    @property
    def _edited(self) -> EditedText:
        if self._text is None:
            self._text = EditedText(self._typed.apply(self.source))
        return self._text

    def expect_fit(self, edit: Edit) -> None:
        """Check that an edit fits the text as it is now.

        Raises:
            EditMismatch: the text does not have the characters that the edit removes.
        """
        found = self._edited.part(edit.start, edit.end)
        if found != edit.removed or edit.start > len(self._edited):
            raise EditMismatch(edit, found)

    @property
    def marks(self) -> Marks:
        """The findings as they stand in `text`, sorted by start."""
        if self._marks is None:
            analysis = self._analysis or NOT_ANALYSED
            self._marks = marks_of(analysis, self._since, self._decisions)
        elif self._marks_moved:
            self._marks = self._marks.moved(self._since)
        self._marks_moved = False
        return self._marks

    @property
    def notes(self) -> Sequence[Annotation]:
        """The notes, sorted by place."""
        return sorted(self._notes.values(), key=lambda note: (note.span, note.uid))

    def decision_of(self, anchor: str) -> Decision:
        """The decision in force about the finding with this anchor."""
        return self._decisions.get(anchor, UNDECIDED)

    def replacements(self, language: Language) -> list[Edit]:
        """The edits of `text` that decisions ask for, sorted by start, reasons in `language`."""
        decided = (self.marks[place] for place in self.marks.replacing())
        standing = {mark.finding: mark.decision for mark in decided if not mark.overwritten}
        return replacement_edits(standing, standing.__getitem__, language)

    def cleaned(self, language: Language) -> CleanedText:
        """The cleaned text that follows from typing and decisions, its ledger in `language`."""
        return cleaned_text(self.source, self._typed, self.replacements(language))


def scripts_of(edits: Sequence[Edit]) -> list[EditScript]:
    """Edits made one after another as few scripts.

    Edits from the end of a text towards its start do not move each other, so a row of them is one
    script: a conversion of thousands of characters is one composition and not thousands.
    """
    rows: list[list[Edit]] = []
    for edit in edits:
        if rows and edit.end < rows[-1][-1].start:
            rows[-1].append(edit)
        else:
            rows.append([edit])
    return [EditScript(tuple(reversed(row))) for row in rows]
