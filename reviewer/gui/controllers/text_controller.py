"""The text view and what happens in it: typing, clicking findings, the clean view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.languages import engine_language
from reviewer.gui.models.finding_words import spoken
from reviewer.gui.text.layers import RepeatedSpan
from reviewer.gui.text.pane import TextPane
from reviewer.gui.workspace import Workspace
from reviewer.review.edits import Edit
from reviewer.review.steps import StepKind
from reviewer.text.errors import ReviewerError
from reviewer.text.span import Span

if TYPE_CHECKING:
    from reviewer.review.steps import Step


class TextController(QObject):
    """Keeps the text view and the workspace in step."""

    def __init__(self, workspace: Workspace, pane: TextPane, window: QWidget) -> None:
        """Let `pane` show the workspace's current document."""
        super().__init__(window)
        self._workspace = workspace
        self._pane = pane
        self._view = pane.view
        pane.setEnabled(False)
        pane.view.edited.connect(self._type)
        pane.view.mark_clicked.connect(workspace.show_finding)
        workspace.document_changed.connect(self._show_document)
        workspace.view_changed.connect(self._show_document)
        workspace.finding_changed.connect(self._show_finding)
        workspace.stepped.connect(self._follow_step)
        workspace.settled.connect(self._show_marks)
        workspace.preferences_changed.connect(self._show_marks)
        workspace.findings_changed.connect(self._follow_findings)
        workspace.repeats_changed.connect(self._show_repeats)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {
            ActionId.CUT: self._view.cut,
            ActionId.COPY: self._view.copy,
            ActionId.PASTE: self._view.paste,
            ActionId.SELECT_ALL: self._view.selectAll,
            ActionId.FOCUS_TEXT: self._view.setFocus,
            ActionId.TO_TRADITIONAL: lambda: self._convert("traditional"),
            ActionId.TO_SIMPLIFIED: lambda: self._convert("simplified"),
        }

    def reveal(self, span: Span) -> None:
        """Bring a place of the current document into view."""
        if not self._workspace.shows_clean:
            self._pane.reveal(span)

    def _show_document(self) -> None:
        state = self._workspace.reviewed
        self._pane.setEnabled(state is not None)
        self._view.setReadOnly(self._workspace.shows_clean)
        self._view.setAccessibleDescription(self._told())
        if state is None:
            self._pane.show_document("")
        elif self._workspace.shows_clean:
            self._pane.show_document(state.cleaned(engine_language()).text)
        else:
            marks = self._workspace.marks
            self._pane.show_document(state.text, marks, state.notes, self._repeats())

    def _repeats(self) -> list[RepeatedSpan]:
        document = self._workspace.document
        if document is None:
            return []
        return [
            RepeatedSpan(
                member.span, family.number, family.number - 1, folds=not member.representative
            )
            for family, member in self._workspace.repeats.members_in(document)
        ]

    def _show_repeats(self) -> None:
        if self._workspace.document is not None and not self._workspace.shows_clean:
            self._pane.set_repeats(self._repeats())

    def _show_finding(self) -> None:
        mark = self._workspace.mark
        self._view.setAccessibleDescription(self._told())
        if self._workspace.shows_clean:
            return
        self._pane.set_current(None if mark is None else mark.finding.span)
        if mark is not None:
            self._pane.reveal(mark.finding.span)

    def _told(self) -> str:
        """The current finding in a sentence, for whoever does not see its frame."""
        mark = self._workspace.mark
        if mark is None or self._workspace.shows_clean:
            return ""
        paragraph = self._view.record.count("\n", 0, mark.finding.span.start) + 1
        return spoken(mark, paragraph, engine_language())

    def _follow_findings(self, document: int) -> None:
        if document == self._workspace.document:
            self._refresh()

    def _follow_step(self, step: Step) -> None:
        """Show what a step changed; a step of another document first brings that one up."""
        current = self._workspace.document
        elsewhere = step.documents and current not in step.documents
        if elsewhere and not self._is_note_changed_in_the_list(step):
            self._workspace.show_document(step.documents[0])
        else:
            self._refresh()

    def _is_note_changed_in_the_list(self, step: Step) -> bool:
        """To-dos of all documents are ticked off in one list, which must not lead away from it."""
        made = step is self._workspace.desk.next_undo
        kinds = (StepKind.CHANGE_NOTE, StepKind.OPEN_TASK, StepKind.FINISH_TASK)
        return made and step.kind in kinds

    def _refresh(self) -> None:
        state = self._workspace.reviewed
        if state is None:
            return
        if self._workspace.shows_clean:
            self._show_document()
            return
        self._view.set_text(state.text)
        self._pane.set_marks(self._workspace.marks)
        self._pane.set_notes(state.notes)
        self._pane.set_repeats(self._repeats())
        self._show_finding()

    def _show_marks(self) -> None:
        state = self._workspace.reviewed
        if state is not None and not self._workspace.shows_clean:
            self._pane.set_marks(self._workspace.marks)
            self._pane.set_notes(state.notes)

    def _type(self, edit: Edit) -> None:
        document = self._workspace.document
        if document is None:
            return
        try:
            self._workspace.desk.type_text(document, edit)
        except ReviewerError:
            # What could not be saved must not look as if it were.
            self._refresh()
            raise
        self._workspace.after_typing()

    def _convert(self, script: str) -> None:
        """Convert the whole text, as one step to undo."""
        from reviewer.text.script import Script

        document = self._workspace.document
        if document is not None:
            self._workspace.after_step(self._workspace.desk.convert(document, Script(script)))
