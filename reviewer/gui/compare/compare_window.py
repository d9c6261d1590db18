"""The compare window: two copies side by side, their disagreements on top, what to do below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.compare.compare_commands import (
    COMMANDS,
    END_COMMANDS,
    READING_COMMANDS,
    WALK_COMMANDS,
    Command,
    KeysOf,
    compare_keys,
)
from reviewer.gui.compare.copy_columns import CopyColumns
from reviewer.gui.compare.difference_looks import LOOKS, kind_name, swatch
from reviewer.gui.compare.readings_tree import ReadingsTree, holds
from reviewer.gui.compare.shown_family import ShownFamily
from reviewer.gui.key_names import key_name
from reviewer.gui.languages import engine_language
from reviewer.gui.models.repeats_words import RepeatsWords
from reviewer.gui.text.hover import Say
from reviewer.gui.theme import Theme
from reviewer.text.span import Span
from reviewer.workflow.differences import DifferenceKind
from reviewer.workflow.library_repeats import FactReadings, Member

FIRST_SIZE = (1160, 680)
SWATCH = 14
"""Pixels."""


class CompareWindow(QDialog):
    """Shows one family and tells what is asked for; it changes nothing itself.

    Signals:
        commanded(Command): a command that changes something was given.
        picked(int, int): the members at these places of the family are wanted side by side.

    Attributes:
        columns: the two copies.
        readings: the disagreements.
        actions_of: the commands.
    """

    commanded = Signal(object)
    picked = Signal(int, int)

    def __init__(
        self, say: Say, theme: Theme, keys_of: KeysOf, parent: QWidget | None = None
    ) -> None:
        """Make an empty window; see `compare_keys` for `keys_of`, `TextView` for the others."""
        super().__init__(parent)
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.WindowCloseButtonHint
            | Qt.WindowType.WindowMinMaxButtonsHint
        )
        self.setObjectName("compare")
        self._theme = theme
        self._keys_of = keys_of
        self._shown: ShownFamily | None = None
        self.actions_of = {command: self._action(command) for command in Command}
        # In the order in which the tab key goes through them.
        self.readings = ReadingsTree(self)
        self._reading_buttons = self._buttons(READING_COMMANDS)
        self.columns = CopyColumns(say, theme, self.actions_of, self)
        self._count = QLabel(self)
        self._legend = [(kind, QLabel(self), QLabel(self)) for kind in LOOKS]
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()
        self.resize(*FIRST_SIZE)

    def _action(self, command: Command) -> QAction:
        action = QAction(self)
        action.setObjectName(command.name)
        self.addAction(action)
        return action

    def _buttons(self, commands: Sequence[Command]) -> list[QToolButton]:
        buttons: list[QToolButton] = []
        for command in commands:
            button = QToolButton(self)
            button.setDefaultAction(self.actions_of[command])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.append(button)
        return buttons

    def _lay_out(self) -> None:
        self._top = QWidget(self)
        beside = QVBoxLayout()
        for button in self._reading_buttons:
            beside.addWidget(button)
        beside.addStretch(1)
        top = QHBoxLayout(self._top)
        top.setContentsMargins(8, 8, 8, 4)
        top.addWidget(self.readings, 1)
        top.addLayout(beside)
        self._halves = QSplitter(Qt.Orientation.Vertical, self)
        self._halves.addWidget(self._top)
        self._halves.addWidget(self.columns)
        self._halves.setChildrenCollapsible(False)
        self._halves.setStretchFactor(1, 1)
        legend = QHBoxLayout()
        legend.setContentsMargins(10, 4, 10, 0)
        for _, sample, name in self._legend:
            legend.addWidget(sample)
            legend.addWidget(name)
            legend.addSpacing(10)
        legend.addStretch(1)
        legend.addWidget(self._count)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 6)
        for button in self._buttons(WALK_COMMANDS):
            row.addWidget(button)
        row.addStretch(1)
        for button in self._buttons(END_COMMANDS):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._halves, 1)
        column.addLayout(legend)
        column.addLayout(row)

    def _connect(self) -> None:
        own: Mapping[Command, Callable[[], object]] = {
            Command.NEXT: lambda: self.columns.walk(1),
            Command.PREVIOUS: lambda: self.columns.walk(-1),
            Command.CLOSE: self.close,
        }
        for command, action in self.actions_of.items():
            run = own.get(command, lambda given=command: self.commanded.emit(given))
            action.triggered.connect(lambda _=False, run=run: run())
        self.columns.walked.connect(self._enable)
        self.readings.chosen.connect(self._show_reading)
        self.readings.used.connect(self.actions_of[Command.USE_READING].trigger)
        for side, column in enumerate(self.columns.sides):
            column.member_picked.connect(lambda place, at=side: self._pick(at, place))

    # What is shown

    @property
    def shown(self) -> ShownFamily:
        """What is compared; only after `show_family`."""
        assert self._shown is not None, "nothing is compared yet"
        return self._shown

    def show_family(self, shown: ShownFamily, fresh: bool) -> None:
        """Show two members of a family.

        Args:
            shown: what is compared.
            fresh: whether they are others than before; where not, the place stays.

        Raises:
            ReviewerError: a text cannot be read.
        """
        texts = (shown.passage(shown.left), shown.passage(shown.right))
        self._shown = shown
        self._word_family()
        self.columns.show_texts(texts, fresh)
        self._enable()

    def enable_history(self, undo: bool, redo: bool) -> None:
        """Say whether there is a step to take back, and one to bring back."""
        self.actions_of[Command.UNDO].setEnabled(undo)
        self.actions_of[Command.REDO].setEnabled(redo)

    def _word_family(self) -> None:
        shown = self.shown
        words = RepeatsWords(shown.titles, shown.text_of)
        self._name_members(words)
        self.readings.show_rows(shown.disagreements, words, shown.sides)
        self._top.setVisible(bool(shown.disagreements))
        heading = words.family(shown.family, 0).heading
        self.setWindowTitle(self.tr("对照副本 · {0}").format(heading))

    def _name_members(self, words: RepeatsWords) -> None:
        shown = self.shown
        rows = [words.member(shown.family, member) for member in shown.family.members]
        names = [f"{row.heading} · {row.aside}" for row in rows]
        for column, member in zip(self.columns.sides, shown.sides, strict=True):
            advice = ""
            if member == shown.kept.member:
                reason = shown.kept.reason.text(engine_language())
                advice = self.tr("建议保留：{0}").format(reason)
            column.show_members(names, shown.family.members.index(member), advice)

    def readings_shown(self, facts: FactReadings) -> list[Member]:
        """The readings of a disagreement that stand in the two copies."""
        sides = self.shown.sides
        return [one for one in facts.readings if any(holds(copy, one) for copy in sides)]

    def _pick(self, side: int, place: int) -> None:
        """Show another member on one side; the one of the other side changes over if need be."""
        members = self.shown.family.members
        places = [members.index(member) for member in self.shown.sides]
        if place == places[1 - side]:
            places.reverse()
        else:
            places[side] = place
        self.picked.emit(*places)

    def _show_reading(self) -> None:
        """Bring the chosen disagreement into view in both copies."""
        choice = self.readings.choice
        if choice is not None:
            left, right = (
                self._place(member, choice.facts.readings) for member in self.shown.sides
            )
            self.columns.frame((left, right))
            self.columns.reveal((left, right))
        self._enable()

    def _place(self, copy: Member, readings: Sequence[Member]) -> Span | None:
        """Where a disagreement stands in the passage of one copy."""
        found = (reading.span for reading in readings if holds(copy, reading))
        return next((span.shifted(-copy.span.start) for span in found), None)

    def _enable(self) -> None:
        if self._shown is None:
            return
        columns, choice = self.columns, self.readings.choice
        walks = bool(columns.stops)
        # Where words have moved, the other copy has them already.
        stands = columns.current is not None and columns.current.kind is not DifferenceKind.MOVED
        chosen = choice is not None and choice.reading is not None
        several = len(self._shown.family.members) > 2
        for command, met in {
            Command.NEXT: walks,
            Command.PREVIOUS: walks,
            Command.TAKE_LEFT: stands,
            Command.TAKE_RIGHT: stands,
            Command.USE_READING: chosen,
            Command.USE_EVERYWHERE: chosen and several,
        }.items():
            self.actions_of[command].setEnabled(met)
        self._tell()

    def _tell(self) -> None:
        """Say how many differences there are, and which one is current."""
        columns = self.columns
        count = len(columns.stops)
        if count:
            self._count.setText(self.tr("差异 {0} / {1}").format(columns.number, count))
        elif columns.differ_in_form:
            self._count.setText(self.tr("两份说法相同，只是字形或空格不同"))
        else:
            self._count.setText(self.tr("两份一字不差"))

    # Looks and words

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self.columns.set_theme(theme)
        for kind, sample, _ in self._legend:
            sample.setPixmap(swatch(kind, theme, SWATCH, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language of the moment, with the keys of the moment."""
        all_keys = compare_keys(self._keys_of)
        for command, action in self.actions_of.items():
            action.setShortcuts([QKeySequence(key) for key in all_keys[command]])
            spec = COMMANDS[command]
            action.setText(QCoreApplication.translate("Compare", spec.text))
            tip = QCoreApplication.translate("Compare", spec.tip) if spec.tip else action.text()
            keys = "".join(key_name(key) for key in all_keys[command][:1])
            action.setToolTip(f"{tip}  {keys}" if keys else tip)
        for kind, _, name in self._legend:
            name.setText(kind_name(kind))
        self.columns.retranslate()
        self.readings.retranslate()
        if self._shown is not None:
            self._word_family()
        self._enable()
