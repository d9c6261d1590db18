"""The compare window: opening it on a family, following the library, doing what it asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from reviewer.gui.action_set import ActionSet
from reviewer.gui.actions import ActionId
from reviewer.gui.appearance import Appearance
from reviewer.gui.compare.compare_commands import Command
from reviewer.gui.compare.compare_window import CompareWindow
from reviewer.gui.compare.shown_family import ShownFamily, first_pair, found_again
from reviewer.gui.controllers.handlers import Handlers
from reviewer.gui.controllers.keep_advice import keep_rule
from reviewer.gui.languages import engine_language
from reviewer.gui.panels.repeats_panel import RepeatsPanel
from reviewer.gui.text.view import TextView
from reviewer.gui.workspace import Workspace
from reviewer.review.steps import Step
from reviewer.workflow.copy_edits import (
    reading_edits,
    removal_edits,
    removed_characters,
    replaced,
)
from reviewer.workflow.library_repeats import LibraryFamily, Member


class CompareController(QObject):
    """Lets the editor compare the copies of a family and choose between them."""

    def __init__(
        self,
        workspace: Workspace,
        panel: RepeatsPanel,
        view: TextView,
        appearance: Appearance,
        say: Callable[[str], None],
        actions: ActionSet,
        window: QWidget,
    ) -> None:
        """Wait until a family is to be compared.

        Args:
            workspace: the library.
            panel: the list of repeats, from which a family is chosen.
            view: the text, in which one is chosen by the caret.
            appearance: the theme in force.
            say: shows a sentence in passing.
            actions: whose keys the compare window has where it does alike.
            window: the main window.
        """
        super().__init__(window)
        self._workspace = workspace
        self._panel = panel
        self._view = view
        self._appearance = appearance
        self._say = say
        self._actions = actions
        actions.keys_changed.connect(self._change_keys)
        self._window = window
        self._compare: CompareWindow | None = None
        panel.compare_requested.connect(self.compare)
        appearance.changed.connect(self._draw_theme)
        workspace.stepped.connect(lambda _step: self._follow())
        for signal in (workspace.settled, workspace.repeats_changed, workspace.library_changed):
            signal.connect(self._follow)

    def handlers(self) -> Handlers:
        """What the actions of this area do."""
        return {ActionId.COMPARE_COPIES: self.compare_here}

    @property
    def window(self) -> CompareWindow | None:
        """The compare window, once it was wanted."""
        return self._compare

    def compare_here(self) -> None:
        """Compare the copies that the caret stands in, or those chosen in the list of repeats."""
        chosen = self._panel.selected_family()
        listed = self._panel.tree.hasFocus() and chosen is not None
        place = chosen if listed else self._at_caret() or chosen
        if place is None:
            self._say(self.tr("光标处的文字没有重复"))
        else:
            self.compare(*place)

    def _at_caret(self) -> tuple[LibraryFamily, Member] | None:
        """The smallest repeated passage that the caret stands in."""
        document, caret = self._workspace.document, self._view.cursor_offset
        if document is None or self._workspace.shows_clean:
            return None
        there = [
            (family, member)
            for family, member in self._workspace.repeats.members_in(document)
            if member.span.start <= caret <= member.span.end
        ]
        return min(there, key=lambda item: len(item[1].span), default=None)

    def compare(self, family: LibraryFamily, member: Member | None = None) -> None:
        """Show a family, if one of its members is given with this one on the right."""
        self._show(family, first_pair(family, member), fresh=True)
        window = self._opened()
        window.show()
        window.raise_()
        window.activateWindow()
        window.columns.sides[0].view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _opened(self) -> CompareWindow:
        if self._compare is None:
            made = CompareWindow(
                lambda wording: wording.text(engine_language()),
                self._appearance.theme,
                self._actions.keys,
                self._window,
            )
            made.columns.set_text_font(self._view.font().pointSizeF(), self._view.text_family)
            made.commanded.connect(self._run)
            made.picked.connect(self._pick)
            self._compare = made
        return self._compare

    def _change_keys(self) -> None:
        if self._compare is not None:
            self._compare.retranslate()

    def _show(self, family: LibraryFamily, pair: tuple[Member, Member], *, fresh: bool) -> None:
        desk = self._workspace.desk
        titles = {row.id: row.title for row in self._workspace.documents}
        kept = keep_rule(self._workspace).kept(family)
        window = self._opened()
        window.show_family(ShownFamily(family, *pair, kept, titles, desk.text_of), fresh)
        window.enable_history(desk.next_undo is not None, desk.next_redo is not None)

    def _follow(self) -> None:
        """Show the same two copies as they are now; nothing is left to compare without them."""
        window = self._compare
        if window is None or not window.isVisible():
            return
        shown = window.shown
        found = found_again(self._workspace.repeats, shown.family, shown.sides)
        if found is None:
            window.close()
            return
        family, pair = found
        moved = any(
            old.document != new.document or not old.span.overlaps(new.span)
            for old, new in zip(shown.sides, pair, strict=True)
        )
        self._show(family, pair, fresh=moved)

    def _draw_theme(self) -> None:
        if self._compare is not None:
            self._compare.set_theme(self._appearance.theme)

    def _pick(self, left: int, right: int) -> None:
        family = self._opened().shown.family
        self._show(family, (family.members[left], family.members[right]), fresh=True)

    # What is asked for

    def _run(self, command: Command) -> None:
        desk = self._workspace.desk
        steps: Mapping[Command, Callable[[], Step | None]] = {
            Command.UNDO: desk.undo,
            Command.REDO: desk.redo,
            Command.TAKE_LEFT: lambda: self._take(to_right=True),
            Command.TAKE_RIGHT: lambda: self._take(to_right=False),
            Command.USE_READING: lambda: self._use_reading(everywhere=False),
            Command.USE_EVERYWHERE: lambda: self._use_reading(everywhere=True),
            Command.KEEP_LEFT: lambda: self._keep(0),
            Command.KEEP_RIGHT: lambda: self._keep(1),
            Command.REMOVE_LEFT: lambda: self._remove(0),
            Command.REMOVE_RIGHT: lambda: self._remove(1),
            Command.NO_COPY_LEFT: lambda: self._dismiss(0),
            Command.NO_COPY_RIGHT: lambda: self._dismiss(1),
        }
        self._workspace.after_step(steps[command]())

    def _take(self, *, to_right: bool) -> Step | None:
        """Put what one copy has at the current difference into the other."""
        window = self._opened()
        shown, difference = window.shown, window.columns.current
        if difference is None:
            return None
        words = difference.side(not to_right).of(shown.passage(shown.sides[not to_right]))
        copy = shown.sides[to_right]
        span = difference.side(to_right).shifted(copy.span.start)
        place = Member(copy.document, span, False)
        edit = replaced(place, words, shown.text_of, engine_language())
        return self._workspace.desk.replace_words([(copy.document, [edit])])

    def _use_reading(self, *, everywhere: bool) -> Step | None:
        window = self._opened()
        choice, shown = window.readings.choice, window.shown
        if choice is None or choice.reading is None:
            return None
        others = choice.facts.readings if everywhere else window.readings_shown(choice.facts)
        rows = reading_edits(choice.reading, others, shown.text_of, engine_language())
        return self._workspace.desk.replace_words(rows)

    def _keep(self, side: int) -> Step | None:
        shown = self._opened().shown
        kept, others = shown.sides[side], shown.others[side]
        rows = removal_edits(kept, others, shown.text_of, engine_language())
        count, characters = len(others), f"{removed_characters(rows):,}"
        question = self.tr("保留这一份，删去其余 {0} 份，共 {1} 字？\n（一步可撤销）")
        answer = QMessageBox.question(
            self._opened(), self.tr("删去重复"), question.format(count, characters)
        )
        if answer is not QMessageBox.StandardButton.Yes:
            return None
        step = self._workspace.desk.remove_copies(rows)
        self._say(self.tr("已删去 {0} 份重复，共 {1} 字").format(count, characters))
        return step

    def _remove(self, side: int) -> Step | None:
        shown = self._opened().shown
        kept, gone = shown.sides[1 - side], shown.sides[side]
        rows = removal_edits(kept, [gone], shown.text_of, engine_language())
        return self._workspace.desk.remove_copies(rows)

    def _dismiss(self, side: int) -> Step | None:
        shown = self._opened().shown
        return self._workspace.desk.dismiss_repeat(shown.family, shown.sides[side])
