"""The repeats of the document or of the library, and the places where copies disagree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.models.repeats_model import Node, repeated_characters
from reviewer.gui.panels.drawing import MARGIN, mute
from reviewer.gui.panels.empty_hint import EmptyHint
from reviewer.gui.panels.repeats_tree import RepeatsTree
from reviewer.gui.theme import LIGHT, Theme, load_theme

if TYPE_CHECKING:
    # The repeats bring the engine with them, which start-up does without.
    from reviewer.gui.models.repeats_words import KeptOf
    from reviewer.workflow.library_repeats import LibraryFamily, LibraryRepeats, Member


class Scope(Enum):
    """Whose repeats are shown. The values are remembered by the window."""

    DOCUMENT = "document"
    LIBRARY = "library"
    DISMISSED = "dismissed"
    """Those that the editor said are none."""


class RepeatsPanel(QWidget):
    """Lists families of copies. It removes nothing: it tells what is asked for.

    Signals:
        passage_chosen(int, Span): the editor went to this place of this document.
        remove_copy_requested(int, Span): the editor wants this passage deleted.
        compare_requested(LibraryFamily, Member): the editor wants copies side by side, this one
            among them if one is given.
        restore_requested(LibraryFamily): the editor wants this family to be one after all.
    """

    passage_chosen = Signal(int, object)
    remove_copy_requested = Signal(int, object)
    compare_requested = Signal(object, object)
    restore_requested = Signal(object)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        """Make an empty panel, in the colours of `theme`, or light ones until `set_theme`."""
        super().__init__(parent)
        theme = theme or load_theme(LIGHT)
        self._repeats: LibraryRepeats | None = None
        self._titles: Mapping[int, str] = {}
        self._text_of: Callable[[int], str] = lambda _: ""
        self._current: int | None = None
        self._kept_of: KeptOf | None = None
        self.tree = RepeatsTree(theme, self)
        self.scopes = {scope: QToolButton(self) for scope in Scope}
        self.compare_button = QToolButton(self)
        self.remove_button = QToolButton(self)
        self.restore_button = QToolButton(self)
        self._summary = QLabel(self)
        self._hint = EmptyHint(theme, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._hint)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in self.scopes.values():
            button.setCheckable(True)
            self._group.addButton(button)
            row.addWidget(button)
        self.scopes[Scope.DOCUMENT].setChecked(True)
        row.addStretch(1)
        row.addWidget(self.compare_button)
        row.addWidget(self.remove_button)
        row.addWidget(self.restore_button)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, MARGIN, MARGIN, 6)
        top.setSpacing(6)
        top.addLayout(row)
        top.addWidget(self._summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.tree)
        buttons = (self.compare_button, self.remove_button, self.restore_button)
        chain = (*self.scopes.values(), *buttons, self.tree)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(lambda _: self._show())
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.tree.chosen.connect(self._go_to)
        self.compare_button.clicked.connect(self._ask_to_compare)
        self.tree.opened.connect(lambda _: self._ask_to_compare())
        self.restore_button.clicked.connect(self._ask_to_restore)

    # What is shown

    def show_repeats(
        self,
        repeats: LibraryRepeats,
        titles: Mapping[int, str],
        text_of: Callable[[int], str],
        current: int | None,
        kept_of: KeptOf | None = None,
    ) -> None:
        """Show the repeats of the library; choice, unfolding and scrolling stay.

        Args:
            repeats: the families.
            titles: the names of the documents.
            text_of: gives the text of a document as it is now; asked only for rows looked at.
            current: the document that is shown, or None.
            kept_of: tells which copy of a family would be kept; asked only for rows looked at.
        """
        self._kept_of = kept_of
        self._repeats, self._titles = repeats, titles
        self._text_of, self._current = text_of, current
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.tree.set_theme(theme)
        self._hint.set_theme(theme)
        mute(self._summary, theme)

    def selected_member(self) -> tuple[LibraryFamily, Member] | None:
        """The passage that is chosen, with its family, or None."""
        return self.tree.selected_member()

    def selected_family(self) -> tuple[LibraryFamily, Member | None] | None:
        """The family that the chosen row belongs to, and the passage if it is one; or None."""
        node = self.tree.node
        if node is None:
            return None
        return node.family, None if node.is_reading else node.member

    @property
    def scope(self) -> Scope:
        """Whose repeats are shown; those of the library where what is chosen is not there."""
        chosen = next(scope for scope, button in self.scopes.items() if button.isChecked())
        there = {
            Scope.DOCUMENT: self._current is not None,
            Scope.LIBRARY: True,
            Scope.DISMISSED: self._repeats is not None and bool(self._repeats.dismissed),
        }
        return chosen if there[chosen] else Scope.LIBRARY

    def filter_state(self) -> dict[str, object]:
        """The scope as plain values, for the settings."""
        chosen = next(scope for scope, button in self.scopes.items() if button.isChecked())
        return {"scope": chosen.value}

    def restore_filter_state(self, state: Mapping[str, object]) -> None:
        """Set the scope as `filter_state` told it; one that is unknown is not said."""
        for scope, button in self.scopes.items():
            if scope.value == state.get("scope"):
                button.setChecked(True)
        self._show()

    def _show(self) -> None:
        if self._repeats is not None:
            scope, shown = self.scope, self._repeats
            only = self._current if scope is Scope.DOCUMENT else None
            if scope is Scope.DISMISSED:
                shown = replace(shown, families=shown.dismissed)
            elif self.scopes[Scope.DISMISSED].isChecked():
                self.scopes[scope].setChecked(True)
            self.tree.show_repeats(shown, self._titles, self._text_of, only, self._kept_of)
        self._tell()

    def _tell(self) -> None:
        families = self.tree.families
        disputed = sum(len(family.disagreements) for family in families)
        counted = self.tr("%n 组重复", "", len(families))
        saved = self.tr("可省 {count} 字").format(count=f"{repeated_characters(families):,}")
        parts = [counted, saved]
        if disputed:
            parts.append(self.tr("%n 处说法不一", "", disputed))
        self._summary.setText(" · ".join(parts))
        self._summary.setVisible(bool(families))
        self._stack.setCurrentWidget(self.tree if families else self._hint)
        self.scopes[Scope.DOCUMENT].setEnabled(self._current is not None)
        if not families:
            self._explain_emptiness()
        self._enable()

    def _explain_emptiness(self) -> None:
        elsewhere = self._repeats is not None and bool(self._repeats.families)
        if elsewhere and self.scope is Scope.DOCUMENT:
            offer = (self.tr("查看整个文稿库"), self.scopes[Scope.LIBRARY].click)
            self._hint.say(self.tr("这份文稿没有重复段落"), "", [offer])
        else:
            hint = self.tr("检查过的文稿里，相同或相近的段落会列在这里，并指出说法不一之处。")
            self._hint.say(self.tr("没有重复段落"), hint)

    # The choice

    def _go_to(self, node: Node) -> None:
        self._enable()
        place = node.place_in(self._current)
        if place is not None:
            self.passage_chosen.emit(*place)

    def _enable(self) -> None:
        dismissed = self.scope is Scope.DISMISSED
        some = self._repeats is not None and bool(self._repeats.dismissed)
        self.scopes[Scope.DISMISSED].setVisible(some)
        self.restore_button.setVisible(dismissed)
        self.restore_button.setEnabled(self.tree.node is not None)
        for button in (self.compare_button, self.remove_button):
            button.setVisible(not dismissed)
        self.compare_button.setEnabled(self.tree.node is not None)
        self.remove_button.setEnabled(self.selected_member() is not None)

    def _ask_to_remove(self) -> None:
        chosen = self.selected_member()
        if chosen is not None:
            member = chosen[1]
            self.remove_copy_requested.emit(member.document, member.span)

    def _ask_to_compare(self) -> None:
        chosen = self.selected_family()
        if chosen is not None and self.scope is not Scope.DISMISSED:
            self.compare_requested.emit(*chosen)

    def _ask_to_restore(self) -> None:
        chosen = self.selected_family()
        if chosen is not None:
            self.restore_requested.emit(chosen[0])

    # Words

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word everything anew."""
        self.setAccessibleName(self.tr("重复"))
        self.tree.setAccessibleName(self.tr("重复段落"))
        words = {Scope.DOCUMENT: self.tr("当前文稿"), Scope.LIBRARY: self.tr("整个文稿库")}
        words[Scope.DISMISSED] = self.tr("已排除")
        for scope, button in self.scopes.items():
            button.setText(words[scope])
            button.setAccessibleName(words[scope])
        self.compare_button.setText(self.tr("对照"))
        self.compare_button.setAccessibleName(self.tr("对照选中的一组重复"))
        self.compare_button.setToolTip(self.tr("并排对照各份副本，逐处看差异（双击或回车）"))
        self.restore_button.setText(self.tr("仍是重复"))
        self.restore_button.setAccessibleName(self.tr("把选中的一组重新列为重复"))
        self.restore_button.setToolTip(self.tr("收回“不是重复”的判断（可撤销）"))
        self.remove_button.setText(self.tr("删去这一处"))
        self.remove_button.setAccessibleName(self.tr("删去选中的这一处重复"))
        self.remove_button.setToolTip(self.tr("从文稿正文中删去选中的段落（可撤销）"))
        self.tree.retranslate()
        self._tell()
