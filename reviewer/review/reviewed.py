"""The state of one document under review: the replay of the steps in force on its source text."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from reviewer.garble.detect import arranged
from reviewer.garble.finding import Finding
from reviewer.review.analysis import Analysis
from reviewer.review.annotation import Annotation
from reviewer.review.cleaning import CleanedText, cleaned_text, replacement_edits
from reviewer.review.composition import compose
from reviewer.review.decision import UNDECIDED, Decision, anchors_of
from reviewer.review.edits import Edit, EditMismatch, EditScript
from reviewer.review.marks import Mark, marks_of
from reviewer.review.renewal import renewed
from reviewer.review.steps import (
    Change,
    DecisionMade,
    DocumentId,
    NoteDeleted,
    NoteWritten,
    Step,
    TextEdited,
)
from reviewer.text.span import Span
from reviewer.text.wording import Language

NO_EDITS = EditScript()

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
        self._forget_derived()

    def _forget_derived(self) -> None:
        for name in ("text", "marks", "notes"):
            self.__dict__.pop(name, None)

    def replay(self, steps: Iterable[Step]) -> None:
        """Make the state that follows from `steps`, the steps in force, oldest first."""
        self._reset()
        for step in steps:
            self._take(step)
        self._forget_derived()
        if self.stale:
            # Undoing a decision leaves the text, and with it what was found in it, as it was.
            known = next((one for one in self._recent if one.text == self.text), None)
            if known is not None:
                self._show(known)

    def apply(self, step: Step, first_change: int = 0) -> None:
        """Add a new step's changes, from `first_change` on, to the state."""
        self._take(step, first_change)
        self._forget_derived()

    def renewed(self, findings: Sequence[Finding], stretch: Span | None = None) -> Analysis:
        """What a search of the text as it is now found, with the names of what is known already.

        Args:
            findings: sorted by start.
            stretch: the part of the text that was searched, where it was not all of it; outside
                it what was known stays.
        """
        found = tuple(findings)
        if stretch is not None:
            outside = [
                mark.finding
                for mark in self.marks
                if not mark.overwritten and not mark.finding.span.overlaps(stretch)
            ]
            found = arranged([*found, *outside])
        analysis = Analysis(self._last_text_step, self.text, found, (), stretch is not None)
        if self._analysis is None:
            return replace(analysis, anchors=tuple(anchors_of(self.text, found)))
        return renewed(analysis, self._analysis, self._since, self._decisions)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show an analysis of the text as it is now; it need not be kept in the store."""
        self._recent.appendleft(analysis)
        self._show(analysis)

    def add_analysis(self, analysis: Analysis) -> None:
        """Take in an analysis of the text as it is now, as the one that belongs to its step."""
        self._analyses[analysis.after_step] = analysis
        if analysis is not self._analysis:
            self._show(analysis)

    def standing_analysis(self) -> Analysis:
        """The findings that stand in the text as it is now, as an analysis of it.

        Raises:
            ValueError: the text was never searched.
        """
        if self._analysis is None:
            raise ValueError(f"document {self.number} was never searched")
        if not self._since.edits and self._analysis.after_step == self._last_text_step:
            return self._analysis
        standing = [mark for mark in self.marks if not mark.overwritten]
        findings = tuple(mark.finding for mark in standing)
        anchors = tuple(mark.anchor for mark in standing)
        return Analysis(self._last_text_step, self.text, findings, anchors, partial=self.stale)

    def forget_earlier(self) -> None:
        """The repeats of the text that was searched last are known: no earlier one is followed."""
        self._before = None

    def _show(self, analysis: Analysis) -> None:
        changed = self._analysis is not None and self._analysis.text != analysis.text
        if self._analysis is not None and changed and self._before is None:
            self._before = _Shown(self._analysis.text, self._since)
        self._analysis = analysis
        self._since = NO_EDITS
        self._forget_derived()

    def _take(self, step: Step, first_change: int = 0) -> None:
        changes = [row for row in step.changes[first_change:] if row.document == self.number]
        for rewrites, group in groupby(changes, key=lambda row: isinstance(row, TextEdited)):
            if rewrites:
                edits = [row.edit for row in group if isinstance(row, TextEdited)]
                for script in scripts_of(edits):
                    self._rewrite(script)
                self._last_text_step = step.number
            else:
                for change in group:
                    self._make(change)
        analysis = self._analyses.get(step.number)
        if analysis is not None and self._last_text_step == step.number:
            self._analysis = analysis
            self._since = NO_EDITS
            self._before = None

    def _rewrite(self, script: EditScript) -> None:
        self._typed = compose(self._typed, script)
        self._since = compose(self._since, script)
        if self._before is not None:
            since = compose(self._before.since, script)
            self._before = _Shown(self._before.text, since)
        self._notes = {uid: note.carried(script) for uid, note in self._notes.items()}

    def _make(self, change: Change) -> None:
        match change:
            case DecisionMade():
                self._decisions[change.anchor] = change.decision
            case NoteWritten():
                self._notes[change.annotation.uid] = change.annotation
            case NoteDeleted():
                self._notes.pop(change.uid, None)
            case TextEdited():
                self._rewrite(EditScript((change.edit,)))

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

    @cached_property
    def text(self) -> str:
        """The text as it is now: the source with the editor's own edits."""
        return self._typed.apply(self.source)

    def expect_fit(self, edit: Edit) -> None:
        """Check that an edit fits the text as it is now.

        Raises:
            EditMismatch: the text does not have the characters that the edit removes.
        """
        found = self.text[edit.start : edit.end]
        if found != edit.removed or edit.start > len(self.text):
            raise EditMismatch(edit, found)

    @cached_property
    def marks(self) -> Sequence[Mark]:
        """The findings as they stand in `text`, sorted by start."""
        if self._analysis is None:
            return ()
        return marks_of(self._analysis, self._since, self._decisions)

    @cached_property
    def notes(self) -> Sequence[Annotation]:
        """The notes, sorted by place."""
        return sorted(self._notes.values(), key=lambda note: (note.span, note.uid))

    def decision_of(self, anchor: str) -> Decision:
        """The decision in force about the finding with this anchor."""
        return self._decisions.get(anchor, UNDECIDED)

    def replacements(self, language: Language) -> list[Edit]:
        """The edits of `text` that decisions ask for, sorted by start, reasons in `language`."""
        standing = {mark.finding: mark.decision for mark in self.marks if not mark.overwritten}
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
