"""What is there at the moment, for enabling actions."""

from __future__ import annotations

from reviewer.gui.actions import Need
from reviewer.gui.workspace import Workspace


def conditions(workspace: Workspace, searching: bool) -> set[Need]:
    """Every need that is met now."""
    if not workspace.is_open:
        return set()
    there = {Need.LIBRARY, Need.SEARCHING if searching else Need.IDLE}
    notes, numbers = workspace.desk.notes, [row.id for row in workspace.documents]
    desk, state, mark = workspace.desk, workspace.reviewed, workspace.mark
    marks = workspace.marks
    tabs = workspace.tabs
    facts = {
        Need.UNDO: desk.next_undo is not None,
        Need.REDO: desk.next_redo is not None,
        Need.ANY_DOCUMENT: bool(workspace.documents),
        Need.DOCUMENT: state is not None,
        Need.EDITABLE: state is not None and not workspace.shows_clean,
        Need.FINDINGS: bool(marks),
        Need.PREVIEW: state is not None and tabs.preview == workspace.document,
        Need.SEVERAL_TABS: len(tabs.documents) > 1,
        Need.CLOSED_TAB: tabs.can_reopen,
        Need.LISTED: bool(workspace.documents),
        Need.FINDING: mark is not None and not mark.overwritten,
        Need.REPAIR: mark is not None and not mark.overwritten and mark.finding.repairable,
        Need.DECIDED: mark is not None and mark.decision.verdict.value != "open",
        Need.SAFE: bool(marks) and marks.has_safe,
        Need.NOTES: state is not None and bool(notes.of(state.number)),
        Need.ANY_NOTES: bool(notes.in_documents(numbers)),
        Need.TASKS: any(notes.open_tasks(number) for number in numbers),
    }
    if not workspace.documents:
        there.discard(Need.IDLE)
    return there | {need for need, met in facts.items() if met}
