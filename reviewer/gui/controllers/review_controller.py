"""Decisions: the list of findings, walking through it, accepting, rejecting, undoing."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.bulk_controller import BulkController
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.languages import engine_language
from reviewer.gui.menus import FINDING_MENU, HEADING_MENU
from reviewer.gui.models.across_row import key_of, place_of
from reviewer.gui.panels.findings_panel import FindingsPanel
from reviewer.gui.workspace import Workspace
from reviewer.review.decision import Verdict

if TYPE_CHECKING:
    from reviewer.review.steps import Step
    from reviewer.workflow.desk import ReviewDesk

OF_GROUPS = {
    ActionId.ACCEPT: Verdict.ACCEPTED,
    ActionId.REJECT: Verdict.REJECTED,
    ActionId.POSTPONE: Verdict.LATER,
}
"""What judges a whole group, by its key in the list, while the group's heading is current."""


class ReviewController(QObject):
    """Lets the editor judge findings; every judgement is one step."""

    def __init__(
        self,
        workspace: Workspace,
        panel: FindingsPanel,
        actions: ActionSet,
        bulk: BulkController,
        window: QWidget,
    ) -> None:
        """Let `panel` list the findings of the workspace's current document."""
        super().__init__(window)
        self._workspace = workspace
        self._panel = panel
        self._actions = actions
        self._bulk = bulk
        self._going = False
        self._window = window
        panel.mark_chosen.connect(self.go_to)
        panel.scope_changed.connect(self._select_current)
        panel.replacement_given.connect(self._replace)
        panel.menu_requested.connect(self._show_menu)
        self._letters: list[QShortcut] = []
        self._set_letters()
        actions.keys_changed.connect(self._set_letters)
        workspace.document_changed.connect(self._show_marks)
        workspace.findings_changed.connect(self._follow_findings)
        workspace.stepped.connect(self._follow_step)
        workspace.settled.connect(self.refresh)
        workspace.preferences_changed.connect(self._follow_preferences)
        workspace.finding_changed.connect(self._select_current)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {
            ActionId.NEXT_FINDING: lambda: self.walk(forward=True),
            ActionId.PREVIOUS_FINDING: lambda: self.walk(forward=False),
            ActionId.ACCEPT: lambda: self._judge(Verdict.ACCEPTED),
            ActionId.REJECT: lambda: self._judge(Verdict.REJECTED),
            ActionId.POSTPONE: lambda: self._judge(Verdict.LATER),
            ActionId.REOPEN: lambda: self._judge(Verdict.OPEN, stay=True),
            ActionId.EDIT_REPLACEMENT: self._panel.focus_replacement,
            ActionId.FOLD_GROUPS: lambda: self._panel.table.fold_all(True),
            ActionId.UNFOLD_GROUPS: lambda: self._panel.table.fold_all(False),
            ActionId.UNDO: lambda: self._workspace.after_step(self._desk.undo()),
            ActionId.REDO: lambda: self._workspace.after_step(self._desk.redo()),
            ActionId.FILTER_FINDINGS: self._panel.focus_filter,
        }

    @property
    def _desk(self) -> ReviewDesk:
        return self._workspace.desk

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

    def _follow_preferences(self) -> None:
        """Show other findings; where the current one is hidden now, go on to the next."""
        key, shown = self._current_key(), {mark.anchor for mark in self._workspace.marks}
        hidden = key is not None and self._workspace.anchor not in shown
        while key is not None and hidden and self._is_hidden(key, shown):
            key = self._panel.next_anchor(key, False)
        self.refresh()
        if hidden and key is not None:
            self.go_to(key)
        elif hidden:
            self._workspace.show_finding(None)
            self._panel.select_anchor(None)

    def _is_hidden(self, key: str, shown: Collection[str]) -> bool:
        """Whether a finding of the current document is none of those shown."""
        if not self._panel.is_across:
            return key not in shown
        document, anchor = place_of(key)
        return document == self._workspace.document and anchor not in shown

    def _follow_step(self, step: Step) -> None:
        self.refresh()

    def _select_current(self) -> None:
        key = self._current_key()
        if key is not None and not self._going:
            self._panel.select_anchor(key)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self._window)
        numbers = FINDING_MENU
        if self._panel.heading_is_current:
            numbers = HEADING_MENU
            self._offer_group(menu)
        self._actions.fill(menu, numbers)
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

    def _offer_group(self, menu: QMenu) -> None:
        """Say in the menu of a heading how many findings each judgement would be about."""
        marks = self._bulk.marks_of(self._panel.selected_anchors())
        repairable = sum(mark.finding.repairable for _, mark in marks)
        for number, words, count in (
            (ActionId.ACCEPT, self.tr("采纳本组 %n 处(&A)", "", repairable), repairable),
            (ActionId.REJECT, self.tr("驳回本组 %n 处(&R)", "", len(marks)), len(marks)),
            (ActionId.POSTPONE, self.tr("本组 %n 处以后再看(&L)", "", len(marks)), len(marks)),
        ):
            entry = menu.addAction(words)
            entry.setEnabled(count > 0)
            entry.triggered.connect(partial(self._press, number))

    def _press(self, number: ActionId, _checked: bool = False) -> None:
        if self._panel.heading_is_current and number in OF_GROUPS:
            self._judge(OF_GROUPS[number], stay=True)
            return
        action = self._actions[number]
        if action.isEnabled():
            action.trigger()

    # Walking

    def go_to(self, key: str) -> None:
        """Show a finding of the list, in its document."""
        document, anchor = place_of(key) if self._panel.is_across else (None, key)
        workspace = self._workspace
        if document is not None:
            # The list is there already; what was chosen before in that document is not followed.
            self._going = True
            workspace.show_document(document)
            self._going = False
        if anchor == workspace.anchor:
            # It is current, but the editor may have scrolled away from it.
            workspace.finding_changed.emit()
        workspace.show_finding(anchor)

    def _current_key(self) -> str | None:
        """What the list calls the current finding."""
        document, anchor = self._workspace.document, self._workspace.anchor
        if document is None or anchor is None:
            return None
        return key_of(document, anchor) if self._panel.is_across else anchor

    def walk(self, *, forward: bool, only_open: bool = False) -> None:
        """Go to the next or the previous finding in the order of the list."""
        step = self._panel.next_anchor if forward else self._panel.previous_anchor
        key = step(self._current_key(), only_open)
        if key is not None:
            self.go_to(key)

    # Judging

    def _chosen(self) -> list[str]:
        """The findings selected in the list, or the current one; all of a group by its heading."""
        keys, current = self._panel.selected_anchors(), self._current_key()
        if self._panel.heading_is_current or current in keys:
            return keys
        return [] if current is None else [current]

    def _judge(self, verdict: Verdict, *, stay: bool = False) -> None:
        keys = self._chosen()
        marks = self._bulk.marks_of(keys)
        following = None
        if keys and not stay and self._actions[ActionId.MOVE_ON].isChecked():
            following = self._panel.next_anchor(keys[-1], True)
        if self._bulk.judge(marks, verdict) and following is not None:
            self.go_to(following)

    def _replace(self, anchor: str, text: str) -> None:
        document, state = self._workspace.document, self._workspace.reviewed
        if document is None or state is None:
            return
        mark = state.marks.named(anchor)
        if mark is None:
            return
        self._workspace.show_finding(anchor)
        key, following = self._current_key(), None
        if self._actions[ActionId.MOVE_ON].isChecked():
            following = self._panel.next_anchor(key, True)
        self._workspace.after_step(self._desk.replace_with((document, mark), text))
        if following is not None:
            self.go_to(following)
