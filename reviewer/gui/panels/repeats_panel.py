"""The repeats of the document or of the library, and the places where copies disagree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    from reviewer.workflow.library_repeats import LibraryFamily, LibraryRepeats, Member


class Scope(Enum):
    """Whose repeats are shown. The values are remembered by the window."""

    DOCUMENT = "document"
    LIBRARY = "library"


class RepeatsPanel(QWidget):
    """Lists families of copies. It removes nothing: it tells what is asked for.

    Signals:
        passage_chosen(int, Span): the editor went to this place of this document.
        remove_copy_requested(int, Span): the editor wants this passage deleted.
    """

    passage_chosen = Signal(int, object)
    remove_copy_requested = Signal(int, object)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        """Make an empty panel, in the colours of `theme`, or light ones until `set_theme`."""
        super().__init__(parent)
        theme = theme or load_theme(LIGHT)
        self._repeats: LibraryRepeats | None = None
        self._titles: Mapping[int, str] = {}
        self._text_of: Callable[[int], str] = lambda _: ""
        self._current: int | None = None
        self.tree = RepeatsTree(theme, self)
        self.scopes = {scope: QToolButton(self) for scope in Scope}
        self.remove_button = QToolButton(self)
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
        row.addWidget(self.remove_button)
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
        chain = (*self.scopes.values(), self.remove_button, self.tree)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(lambda _: self._show())
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.tree.chosen.connect(self._go_to)

    # What is shown

    def show_repeats(
        self,
        repeats: LibraryRepeats,
        titles: Mapping[int, str],
        text_of: Callable[[int], str],
        current: int | None,
    ) -> None:
        """Show the repeats of the library; choice, unfolding and scrolling stay.

        Args:
            repeats: the families.
            titles: the names of the documents.
            text_of: gives the text of a document as it is now; asked only for rows looked at.
            current: the document that is shown, or None.
        """
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

    @property
    def scope(self) -> Scope:
        """Whose repeats are shown; without a document, those of the library."""
        chosen = next(scope for scope, button in self.scopes.items() if button.isChecked())
        return chosen if self._current is not None else Scope.LIBRARY

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
            only = self._current if self.scope is Scope.DOCUMENT else None
            self.tree.show_repeats(self._repeats, self._titles, self._text_of, only)
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
        self.remove_button.setEnabled(self.selected_member() is not None)

    def _ask_to_remove(self) -> None:
        chosen = self.selected_member()
        if chosen is not None:
            member = chosen[1]
            self.remove_copy_requested.emit(member.document, member.span)

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
        for scope, button in self.scopes.items():
            button.setText(words[scope])
            button.setAccessibleName(words[scope])
        self.remove_button.setText(self.tr("删去这一处"))
        self.remove_button.setAccessibleName(self.tr("删去选中的这一处重复"))
        self.remove_button.setToolTip(self.tr("从文稿正文中删去选中的段落（可撤销）"))
        self.tree.retranslate()
        self._tell()
