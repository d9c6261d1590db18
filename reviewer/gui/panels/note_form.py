"""The form in which a note is written: its words, label, colour, and whether it is to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reviewer.gui.panels.colour_choice import ColourChoice
from reviewer.gui.panels.note_editor import NoteEditor
from reviewer.gui.text.substitution import plain_text
from reviewer.gui.theme import Theme
from reviewer.review.annotation import NoteContent, Task

LONGEST_LABEL = 24
"""UTF-16 units, as Qt counts them."""


class NoteForm(QWidget):
    """Holds what is written until it is committed.

    Signals:
        touched(): a part of it is finished: a colour chosen, a tick set, the words left.
        kept(): Ctrl+Enter was pressed.
        dropped(): Escape was pressed.
    """

    touched = Signal()
    kept = Signal()
    dropped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty form."""
        super().__init__(parent)
        self._given = NoteContent("")
        self._shown_label = ""
        self.area = NoteEditor(self)
        self.label = QComboBox(self)
        self.label.setEditable(True)
        self.label.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.colours = ColourChoice(theme, self)
        self.task = QCheckBox(self)
        field = self.label.lineEdit()
        assert field is not None, "an editable box has a field"
        self._field = field
        field.setMaxLength(LONGEST_LABEL)
        self._lay_out()
        self.area.left.connect(self.touched)
        self.colours.chosen.connect(self.touched)
        self.task.clicked.connect(lambda _ticked: self.touched.emit())
        self.label.activated.connect(lambda _index: self.touched.emit())
        field.editingFinished.connect(self.touched)
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        row.addWidget(self.colours)
        row.addWidget(self.task)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.area, 1)
        column.addLayout(row)
        self.setFocusProxy(self.area)

    @property
    def content(self) -> NoteContent:
        """What stands in the form."""
        words = self._field.text()
        label = self._given.label if words == self._shown_label else plain_text(words).strip()
        task = Task.NONE
        if self.task.checkState() is Qt.CheckState.Checked:
            # The form says whether there is something to do; that it is done is ticked elsewhere.
            task = self._given.task if self._given.task is not Task.NONE else Task.OPEN
        return NoteContent(self.area.words, label, self.colours.colour, task)

    @property
    def given(self) -> NoteContent:
        """What it was given last, or what was committed since."""
        return self._given

    @property
    def being_edited(self) -> bool:
        """Whether it holds what was not committed."""
        return self.content != self._given

    def load(self, content: NoteContent) -> None:
        """Start from what a note says."""
        self._given = content
        self.area.load(content.note)
        self._show_label(content.label)
        self.colours.choose(content.colour)
        self.task.setChecked(content.task is not Task.NONE)

    def commit(self) -> NoteContent:
        """What stands in it is what it was given from now on."""
        content = self.content
        self.area.keep()
        self._given = content
        self._show_label(content.label)
        return content

    def offer_labels(self, labels: Sequence[str]) -> None:
        """Offer these labels; the one that is being written stays."""
        offered = [_one_line(label) for label in labels]
        if offered != [self.label.itemText(place) for place in range(self.label.count())]:
            words, place = self._field.text(), self._field.cursorPosition()
            with QSignalBlocker(self.label), QSignalBlocker(self._field):
                self.label.clear()
                self.label.addItems(offered)
                self._field.setText(words)
                self._field.setCursorPosition(place)

    def _show_label(self, label: str) -> None:
        self._shown_label = _one_line(label)[:LONGEST_LABEL]
        if self._field.text() != self._shown_label:
            with QSignalBlocker(self._field):
                self._field.setText(self._shown_label)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter and Escape belong to the form, whatever they do elsewhere in the window."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and (_keeps(event) or _drops(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what was written, or drop it."""
        if _keeps(event):
            self.kept.emit()
        elif _drops(event):
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.colours.set_theme(theme)

    def retranslate(self) -> None:
        """Word everything anew."""
        self.area.setAccessibleName(self.tr("批注内容"))
        self.area.setPlaceholderText(self.tr("写下批注；Ctrl+回车保存，Esc 还原"))
        self.label.setAccessibleName(self.tr("批注标签"))
        self.label.setToolTip(self.tr("标签：自拟的短语，按它筛选批注"))
        self._field.setPlaceholderText(self.tr("标签"))
        self.task.setText(self.tr("待办"))
        self.task.setToolTip(self.tr("这条批注要办的事；办完后在列表里勾选"))
        self.colours.retranslate()


def _keeps(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _drops(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape


def _one_line(label: str) -> str:
    return plain_text(label).replace("\n", " ")
