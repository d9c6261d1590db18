"""Decisions: the list of findings, walking through it, accepting, rejecting, undoing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.languages import engine_language
from reviewer.gui.menus import FINDING_MENU
from reviewer.gui.panels.findings_panel import FindingsPanel
from reviewer.gui.workspace import Workspace

if TYPE_CHECKING:
    from reviewer.review.marks import Mark
    from reviewer.review.steps import Step
    from reviewer.workflow.desk import MarkOf, ReviewDesk
    from reviewer.workflow.selection import Likeness

ASK_FROM = 20
"""A bulk decision over so many findings or more is asked about first, with its count."""


class ReviewController(QObject):
    """Lets the editor judge findings; every judgement is one step."""

    def __init__(
        self, workspace: Workspace, panel: FindingsPanel, actions: ActionSet, window: QWidget
    ) -> None:
        """Let `panel` list the findings of the workspace's current document."""
        super().__init__(window)
        self._workspace = workspace
        self._panel = panel
        self._actions = actions
        self._window = window
        panel.mark_chosen.connect(workspace.show_finding)
        panel.replacement_given.connect(self._replace)
        panel.menu_requested.connect(self._show_menu)
        self._letters: list[QShortcut] = []
        self._set_letters()
        actions.keys_changed.connect(self._set_letters)
        workspace.document_changed.connect(self._show_marks)
        workspace.findings_changed.connect(self._follow_findings)
        workspace.stepped.connect(self._follow_step)
        workspace.settled.connect(self.refresh)
        workspace.preferences_changed.connect(self._show_marks)
        workspace.finding_changed.connect(self._select_current)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        like = self._likeness
        return {
            ActionId.NEXT_FINDING: lambda: self.walk(forward=True),
            ActionId.PREVIOUS_FINDING: lambda: self.walk(forward=False),
            ActionId.ACCEPT: lambda: self._judge(lambda desk, marks: desk.accept(marks)),
            ActionId.REJECT: lambda: self._judge(lambda desk, marks: desk.reject(marks)),
            ActionId.POSTPONE: lambda: self._judge(lambda desk, marks: desk.postpone(marks)),
            ActionId.REOPEN: lambda: self._judge(lambda desk, marks: desk.reopen(marks), stay=True),
            ActionId.EDIT_REPLACEMENT: self._panel.focus_replacement,
            ActionId.ACCEPT_LIKE_THIS: lambda: self.accept_all(like().SAME_KIND),
            ActionId.ACCEPT_LIKE_THIS_EVERYWHERE: lambda: self.accept_all(
                like().SAME_KIND, everywhere=True
            ),
            ActionId.REJECT_LIKE_THIS: self.reject_all_like_this,
            ActionId.ACCEPT_SAFE: lambda: self.accept_all(like().SAFE),
            ActionId.ACCEPT_SHOWN: self.accept_shown,
            ActionId.UNDO: lambda: self._workspace.after_step(self._desk.undo()),
            ActionId.REDO: lambda: self._workspace.after_step(self._desk.redo()),
            ActionId.FILTER_FINDINGS: self._panel.focus_filter,
        }

    @property
    def _desk(self) -> ReviewDesk:
        return self._workspace.desk

    @staticmethod
    def _likeness() -> type[Likeness]:
        from reviewer.workflow.selection import Likeness

        return Likeness

    # Showing

    def _show_marks(self) -> None:
        state = self._workspace.reviewed
        if state is None:
            self._panel.show_nothing()
        else:
            searched = state.analysed_text is not None
            self._panel.show_marks(
                self._workspace.marks, state.text, engine_language(), searched=searched
            )

    def refresh(self) -> None:
        """Show the findings as they stand now, in the language of the moment."""
        state = self._workspace.reviewed
        if state is not None:
            self._panel.update_marks(self._workspace.marks, state.text, engine_language())

    def _follow_findings(self, document: int) -> None:
        if document == self._workspace.document:
            self._show_marks()

    def _follow_step(self, step: Step) -> None:
        self.refresh()

    def _select_current(self) -> None:
        anchor = self._workspace.anchor
        if anchor is not None:
            self._panel.select_anchor(anchor)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self._window)
        for number in FINDING_MENU:
            if number is None:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[number])
        menu.exec(place)

    def _set_letters(self) -> None:
        for shortcut in self._letters:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._letters = [self._letter(*row) for row in self._actions.letters().items()]

    def _letter(self, letter: str, number: ActionId) -> QShortcut:
        # Fields keep their letters: a line edit takes printable keys before any shortcut.
        shortcut = QShortcut(QKeySequence(letter), self._panel)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self._press, number))
        return shortcut

    def _press(self, number: ActionId) -> None:
        action = self._actions[number]
        if action.isEnabled():
            action.trigger()

    # Walking

    def walk(self, *, forward: bool, only_open: bool = False) -> None:
        """Go to the next or the previous finding in the order of the list."""
        step = self._panel.next_anchor if forward else self._panel.previous_anchor
        anchor = step(self._workspace.anchor, only_open)
        if anchor is not None:
            self._workspace.show_finding(anchor)

    # Judging

    def _chosen(self) -> list[MarkOf]:
        """The findings selected in the list, or the current one."""
        document, state = self._workspace.document, self._workspace.reviewed
        if document is None or state is None:
            return []
        anchors = set(self._panel.selected_anchors())
        if self._workspace.anchor not in anchors:
            anchors = {self._workspace.anchor} if self._workspace.anchor else set()
        places = (state.marks.place_of(anchor) for anchor in anchors)
        return [(document, state.marks[at]) for at in sorted(p for p in places if p is not None)]

    def _judge(
        self, decide: Callable[[ReviewDesk, Sequence[MarkOf]], Step | None], *, stay: bool = False
    ) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        following = None
        if not stay and self._actions[ActionId.MOVE_ON].isChecked():
            following = self._panel.next_anchor(chosen[-1][1].anchor, True)
        self._workspace.after_step(decide(self._desk, chosen))
        if following is not None:
            self._workspace.show_finding(following)

    def _replace(self, anchor: str, text: str) -> None:
        document, state = self._workspace.document, self._workspace.reviewed
        if document is None or state is None:
            return
        mark = state.marks.named(anchor)
        if mark is not None:
            self._workspace.show_finding(anchor)
            self._judge(lambda desk, _marks: desk.replace_with((document, mark), text))

    def accept_all(self, likeness: Likeness, *, everywhere: bool = False) -> None:
        """Accept all findings alike, after asking where they are many; one step."""
        model = self._workspace.mark
        documents = [row.id for row in self._workspace.documents] if everywhere else []
        if not everywhere and self._workspace.document is not None:
            documents = [self._workspace.document]
        self._accept(self._alike(documents, model, likeness))

    def accept_shown(self) -> None:
        """Accept every open finding that the list shows, after asking; one step."""
        document, state = self._workspace.document, self._workspace.reviewed
        if document is not None and state is not None:
            shown = (state.marks.named(anchor) for anchor in self._panel.visible_anchors())
            marks = [mark for mark in shown if mark is not None and mark.open]
            marks.sort(key=lambda mark: mark.finding.span)
            self._accept([(document, mark) for mark in marks])

    def reject_all_like_this(self) -> None:
        """Reject all findings of this document with the same text; one step."""
        document = self._workspace.document
        if document is None:
            return
        marks = self._alike([document], self._workspace.mark, self._likeness().SAME_TEXT)
        if marks and self._confirmed(self.tr("驳回 %n 处？", "", len(marks)), marks):
            self._workspace.after_step(self._desk.reject(marks))

    def _alike(
        self, documents: Sequence[int], model: Mark | None, likeness: Likeness
    ) -> list[MarkOf]:
        from reviewer.workflow.selection import open_marks

        return [
            (number, mark)
            for number in documents
            for mark in open_marks(self._desk.marks(number), model, likeness)
        ]

    def _accept(self, marks: Sequence[MarkOf]) -> None:
        repairable = [row for row in marks if row[1].finding.repairable]
        question = self.tr("采纳 %n 处修改？", "", len(repairable))
        if repairable and self._confirmed(question, repairable):
            self._workspace.after_step(self._desk.accept(repairable))

    def _confirmed(self, question: str, marks: Sequence[MarkOf]) -> bool:
        if len(marks) < ASK_FROM:
            return True
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("批量判定"))
        box.setText(question)
        box.setInformativeText(self.tr("可一次撤销。"))
        box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
        return box.exec() == QMessageBox.StandardButton.Ok
