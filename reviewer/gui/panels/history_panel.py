"""The steps of the library: what was done, what was taken back, and the way to any of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reviewer.gui.models.keyed_rows import KeyedRow, RowWords
from reviewer.gui.models.step_words import step_name, step_quote
from reviewer.gui.panels.drawing import MARGIN, mute
from reviewer.gui.panels.keyed_list import KeyedList
from reviewer.gui.panels.two_line_delegate import TwoLineDelegate
from reviewer.gui.theme import LIGHT, Theme, load_theme
from reviewer.review.steps import DocumentId, Step

MOST_ROWS = 500
"""Steps that are listed on either side of the present."""


class HistoryPanel(QWidget):
    """Newest step first. Going to a step makes it the last one in force.

    Signals:
        travelled(int): the editor wants so many steps to be in force.
        shown(): the panel came onto the screen.
    """

    travelled = Signal(object)
    shown = Signal()

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        """Make an empty panel, in the colours of `theme`, or light ones until `set_theme`."""
        super().__init__(parent)
        theme = theme or load_theme(LIGHT)
        self._shown: tuple[Sequence[Step], Sequence[Step]] = ((), ())
        self._title_of: Callable[[DocumentId], str] = str
        self.list = KeyedList(
            TwoLineDelegate(theme, chip_colour=lambda theme, _: theme.roles.accent), self
        )
        self.list.chosen.connect(self.travelled)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setContentsMargins(MARGIN, MARGIN, MARGIN, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._count)
        column.addWidget(self.list, 1)
        self.set_theme(theme)
        self._translate()

    def show_steps(
        self,
        in_force: Sequence[Step],
        taken_back: Sequence[Step],
        title_of: Callable[[DocumentId], str],
    ) -> None:
        """List the steps.

        Args:
            in_force: the steps in force, oldest first.
            taken_back: those that can be redone, the next one first.
            title_of: names a document.
        """
        self._shown, self._title_of = (in_force, taken_back), title_of
        present = len(in_force)
        rows = [
            self._row(step, present + ahead, done=False)
            for ahead, step in reversed(list(enumerate(taken_back[:MOST_ROWS], 1)))
        ]
        rows += [
            self._row(step, present - back, done=True)
            for back, step in enumerate(reversed(in_force[-MOST_ROWS:]))
        ]
        if len(in_force) <= MOST_ROWS:
            rows.append(KeyedRow(0, RowWords(self.tr("最初的文稿"), chip=0)))
        self.list.show_rows(rows)
        self.list.choose(present)
        self._count.setText(
            self.tr("已做 {0} 步，撤销 {1} 步").format(len(in_force), len(taken_back))
        )

    def _row(self, step: Step, key: int, *, done: bool) -> KeyedRow:
        titles = [self._title_of(number) for number in step.documents]
        where = titles[0] if len(titles) == 1 else self.tr("{0} 篇").format(len(titles))
        words = RowWords(
            heading=step_name(step),
            aside=where if done else self.tr("已撤销"),
            words=step_quote(step),
            chip=0 if done else None,
        )
        return KeyedRow(key, words)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.list.set_theme(theme)
        mute(self._count, theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the list should be up to date now."""
        super().showEvent(event)
        self.shown.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.list.setAccessibleName(self.tr("操作历史"))
        self.show_steps(*self._shown, self._title_of)
