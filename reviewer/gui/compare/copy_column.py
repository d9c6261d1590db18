"""One side of the compare window: which copy it is, what can be done with it, and its text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.compare.difference_view import DifferenceView
from reviewer.gui.models.quoting import tool_tip
from reviewer.gui.panels.drawing import mute
from reviewer.gui.text.hover import Say
from reviewer.gui.theme import Theme

_LEAST_WIDTH = 180
"""Pixels of the field that names the copy."""


class CopyColumn(QWidget):
    """A copy of a family: its name, its commands, its passage.

    Signals:
        member_picked(int): the editor wants the member at this place of the family here.

    Attributes:
        view: the passage.
        choice: which member is shown.
    """

    member_picked = Signal(int)

    def __init__(
        self,
        say: Say,
        theme: Theme,
        actions: Sequence[QAction],
        is_right: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty column.

        Args:
            say: as in `TextView`.
            theme: the colours to begin with.
            actions: what can be done with the copy.
            is_right: whether it is the right one.
            parent: as in Qt.
        """
        super().__init__(parent)
        self._is_right = is_right
        self.choice = QComboBox(self)
        self.choice.setMinimumContentsLength(12)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumWidth(_LEAST_WIDTH)
        self.choice.activated.connect(self.member_picked)
        self._advice = QLabel(self)
        self._advice.setTextFormat(Qt.TextFormat.PlainText)
        self._advised = ""
        # A long reason must not keep the window from being made narrow; its tip has all of it.
        self._advice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.buttons = [self._button(action) for action in actions]
        # Last, for the tab key goes through what is here in the order in which it is made.
        self.view = DifferenceView(say, theme, is_right, self)
        self._lay_out()
        self.set_theme(theme)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(8, 6, 8, 4)
        head.setSpacing(4)
        for part in (self.choice, self._advice):
            head.addWidget(part)
        head.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def show_members(self, names: Sequence[str], current: int, advice: str) -> None:
        """Name the members of the family, of which the one at `current` is shown.

        Args:
            names: what each is called.
            current: the place of the one that is shown.
            advice: what is said about it, or nothing.
        """
        self.choice.clear()
        self.choice.addItems(list(names))
        for place, name in enumerate(names):
            self.choice.setItemData(place, tool_tip(name), Qt.ItemDataRole.ToolTipRole)
        self.choice.setCurrentIndex(current)
        self.choice.setToolTip(tool_tip(names[current]))
        self._advised = advice
        self._fit_advice()
        self._advice.setToolTip(tool_tip(advice))
        self._advice.setAccessibleName(advice)

    def _fit_advice(self) -> None:
        room, end = self._advice.width(), Qt.TextElideMode.ElideRight
        self._advice.setText(self._advice.fontMetrics().elidedText(self._advised, end, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the advice as there is room for."""
        super().resizeEvent(event)
        # The layout gives the label its width only after this event.
        QTimer.singleShot(0, self, self._fit_advice)

    def show_text(self, text: str, *, fresh: bool) -> None:
        """Show a passage: a fresh one from its start, another wording of the last one in place."""
        if fresh:
            self.view.show_document(text)
        elif text != self.view.record:
            self.view.set_text(text)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.view.set_theme(theme)
        mute(self._advice, theme)

    def retranslate(self) -> None:
        """Word everything in the language of the moment."""
        names = (self.tr("右边的副本"), self.tr("左边的副本"))
        self.choice.setAccessibleName(names[0] if self._is_right else names[1])
        texts = (self.tr("右边副本的正文"), self.tr("左边副本的正文"))
        self.view.setAccessibleName(texts[0] if self._is_right else texts[1])
