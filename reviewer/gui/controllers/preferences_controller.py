"""What is shown: suggestions, kinds, rules that are off and words that are never asked about."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.models.quoting import cut_middle, one_line
from reviewer.gui.workspace import Workspace

LONGEST_TOLD = 24
"""Code points of a text that the status bar names."""


class PreferencesController(QObject):
    """Lets the editor say what not to be asked about.

    Signals:
        told(str): what was switched off; a sentence for the status bar.
    """

    told = Signal(str)

    def __init__(self, workspace: Workspace, actions: ActionSet, window: QWidget) -> None:
        """Follow and change the preferences of the workspace's library."""
        super().__init__(window)
        self._workspace = workspace
        self._actions = actions
        self._window = window
        for signal in (workspace.opened, workspace.preferences_changed):
            signal.connect(self._show)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {
            ActionId.SHOW_SUGGESTIONS: self.toggle_suggestions,
            ActionId.NEVER_AGAIN: self.never_again,
            ActionId.RULE_OFF: self.switch_rule_off,
            ActionId.CHOOSE_RULES: self.choose,
        }

    def _show(self) -> None:
        on = self._workspace.desk.preferences.suggestions
        self._actions[ActionId.SHOW_SUGGESTIONS].setChecked(on)

    def toggle_suggestions(self) -> None:
        """Show what is only possible too, or no longer."""
        preferences = self._workspace.desk.preferences
        self._workspace.prefer(replace(preferences, suggestions=not preferences.suggestions))

    def never_again(self) -> None:
        """Never again show the current finding's text as damage of its kind."""
        mark = self._workspace.mark
        if mark is not None:
            words = cut_middle(one_line(mark.finding.text), LONGEST_TOLD)
            self._workspace.prefer(self._workspace.desk.preferences.without(mark.finding))
            self.told.emit(self.tr("不再提示“{0}”，可在“检查项目”中恢复").format(words))

    def switch_rule_off(self) -> None:
        """Show no more findings of the rule that found the current one."""
        mark = self._workspace.mark
        if mark is not None:
            preferences = self._workspace.desk.preferences
            off = preferences.rules_off | {mark.finding.rule}
            self._workspace.prefer(replace(preferences, rules_off=off))
            self.told.emit(
                self.tr("已停用规则“{0}”，可在“检查项目”中恢复").format(mark.finding.rule)
            )

    def choose(self) -> None:
        """Ask which kinds are shown, and what comes back of what is off."""
        from reviewer.gui.rules_dialog import RulesDialog

        dialog = RulesDialog(self._workspace.desk.preferences, self._window)
        dialog.accepted.connect(lambda: self._workspace.prefer(dialog.chosen()))
        dialog.open()
