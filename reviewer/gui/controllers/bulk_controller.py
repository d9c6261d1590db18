"""Bulk decisions: what the list shows, all alike here or in all documents, a group; one step each.

How many findings are meant is said before anything is done, where they are many or stand in more
than one document.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QWidget

from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.panels.findings_panel import FindingsPanel
from reviewer.gui.workspace import Workspace
from reviewer.review.decision import Verdict

if TYPE_CHECKING:
    from reviewer.review.marks import Mark
    from reviewer.review.steps import Step
    from reviewer.workflow.desk import MarkOf, ReviewDesk
    from reviewer.workflow.selection import Likeness

ASK_FROM = 20
"""A bulk decision over so many findings or more is asked about first, with its count."""

PATIENCE = 400
"""Milliseconds of reading documents before a dialog with its progress comes up."""

Decide = Callable[["ReviewDesk", Sequence["MarkOf"]], "Step | None"]


class BulkController(QObject):
    """Lets the editor judge many findings at once."""

    def __init__(self, workspace: Workspace, panel: FindingsPanel, window: QWidget) -> None:
        """Judge findings of `workspace`, of which `panel` lists some."""
        super().__init__(window)
        self._workspace = workspace
        self._panel = panel
        self._window = window

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        accept, reject = Verdict.ACCEPTED, Verdict.REJECTED
        like = self._likeness
        return {
            ActionId.ACCEPT_LIKE_THIS: lambda: self.judge_alike(accept, like().SAME_KIND),
            ActionId.ACCEPT_LIKE_THIS_EVERYWHERE: lambda: self.judge_alike(
                accept, like().SAME_KIND, everywhere=True
            ),
            ActionId.REJECT_LIKE_THIS: lambda: self.judge_alike(reject, like().SAME_TEXT),
            ActionId.REJECT_LIKE_THIS_EVERYWHERE: lambda: self.judge_alike(
                reject, like().SAME_TEXT, everywhere=True
            ),
            ActionId.ACCEPT_SAFE: lambda: self.judge_alike(accept, like().SAFE),
            ActionId.ACCEPT_SHOWN: partial(self.judge_shown, accept),
            ActionId.REJECT_SHOWN: partial(self.judge_shown, reject),
        }

    @staticmethod
    def _likeness() -> type[Likeness]:
        from reviewer.workflow.selection import Likeness

        return Likeness

    # Which findings

    def marks_of(self, anchors: Sequence[str]) -> list[MarkOf]:
        """The findings that the list names so, with their documents, in that order."""
        from reviewer.gui.models.across_row import place_of

        document, state = self._workspace.document, self._workspace.reviewed
        if self._panel.is_across:
            found = ((place_of(key)[0], self._panel.mark_named(key)) for key in anchors)
            return [(number, mark) for number, mark in found if mark is not None]
        if document is None or state is None:
            return []
        places = (state.marks.place_of(anchor) for anchor in anchors)
        return [(document, state.marks[at]) for at in sorted(p for p in places if p is not None)]

    def judge_shown(self, verdict: Verdict) -> None:
        """Judge every open finding that the list shows, folded away or not."""
        shown = self.marks_of(self._panel.visible_anchors())
        self.judge([row for row in shown if row[1].open], verdict)

    def judge_alike(
        self, verdict: Verdict, likeness: Likeness, *, everywhere: bool = False
    ) -> None:
        """Judge all open findings alike, of the current document or of all documents."""
        current = self._workspace.document
        numbers = [] if current is None else [current]
        if everywhere:
            numbers = [row.id for row in self._workspace.documents]
        marks = self._alike(numbers, self._workspace.mark, likeness)
        if marks is not None:
            self.judge(marks, verdict)

    def _alike(
        self, documents: Sequence[int], model: Mark | None, likeness: Likeness
    ) -> list[MarkOf] | None:
        """The open findings alike, or None where the editor does not want to wait for them."""
        from reviewer.workflow.selection import open_marks

        desk, found = self._workspace.desk, list["MarkOf"]()
        dialog = QProgressDialog(self._window)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(PATIENCE)
        dialog.setRange(0, len(documents))
        dialog.setLabelText(self.tr("正在查看各篇文稿…"))
        try:
            for place, number in enumerate(documents):
                dialog.setValue(place)
                if dialog.wasCanceled():
                    return None
                was_open = desk.holds(number)
                marks = open_marks(desk.marks(number), model, likeness)
                found += [(number, mark) for mark in marks]
                if not was_open:
                    desk.put_away([number])
        finally:
            dialog.close()
            dialog.deleteLater()
        return found

    # Judging

    def judge(self, marks: Sequence[MarkOf], verdict: Verdict) -> bool:
        """Judge these findings, after asking where they are many; whether it was done.

        Accepting passes over findings without a repair.
        """
        if verdict is Verdict.ACCEPTED:
            marks = [row for row in marks if row[1].finding.repairable]
        if not marks or not self.confirmed(marks, verdict):
            return False
        desk = self._workspace.desk
        todo: dict[Verdict, Callable[[Sequence[MarkOf]], Step | None]] = {
            Verdict.ACCEPTED: desk.accept,
            Verdict.REJECTED: desk.reject,
            Verdict.LATER: desk.postpone,
            Verdict.OPEN: desk.reopen,
        }
        self._workspace.after_step(todo[verdict](marks))
        return True

    def confirmed(self, marks: Sequence[MarkOf], verdict: Verdict) -> bool:
        """Ask, with their count, whether so many findings are to be judged; few are not asked."""
        documents = len({number for number, _ in marks})
        if len(marks) < ASK_FROM and documents < 2:
            return True
        count = len(marks)
        questions = {
            Verdict.ACCEPTED: self.tr("采纳 %n 处修改？", "", count),
            Verdict.REJECTED: self.tr("驳回 %n 处？", "", count),
            Verdict.LATER: self.tr("%n 处以后再看？", "", count),
            Verdict.OPEN: self.tr("取消 %n 处判定？", "", count),
        }
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("批量判定"))
        box.setText(questions[verdict])
        told = [self.tr("涉及 %n 篇文稿。", "", documents)] if documents > 1 else []
        box.setInformativeText("".join([*told, self.tr("可一次撤销。")]))
        box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
        return box.exec() == QMessageBox.StandardButton.Ok
