"""The dialog in which a new note is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from reviewer.gui.panels.drawing import mute
from reviewer.gui.panels.note_form import NoteForm
from reviewer.gui.theme import Theme
from reviewer.review.annotation import NoteContent, Task

FIRST_SIZE = (460, 260)


class NoteDialog(QDialog):
    """Asks for one note; Ctrl+Enter saves it, Escape leaves without."""

    def __init__(self, quote: str, labels: Sequence[str], theme: Theme, parent: QWidget) -> None:
        """Ask for a note.

        Args:
            quote: what it is about, for the eye.
            labels: the labels that are offered.
            theme: the colours.
            parent: the window that it belongs to.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("添加批注"))
        self.resize(*FIRST_SIZE)
        self.form = NoteForm(theme, self)
        self.form.offer_labels(labels)
        self.form.area.setPlaceholderText(self.tr("写下批注；Ctrl+回车保存，Esc 取消"))
        about = QLabel(quote, self)
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        mute(about, theme)
        buttons = QDialogButtonBox.StandardButton
        self._box = QDialogButtonBox(buttons.Save | buttons.Cancel, self)
        self._box.button(buttons.Save).setText(self.tr("保存"))
        self._box.button(buttons.Cancel).setText(self.tr("取消"))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(about)
        column.addWidget(self.form, 1)
        column.addWidget(self._box)
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        self.form.kept.connect(self.accept)
        self.form.dropped.connect(self.reject)
        self.form.area.textChanged.connect(self._enable)
        self.form.label.editTextChanged.connect(self._enable)
        self.form.task.toggled.connect(self._enable)
        self._enable()
        self.form.area.setFocus()

    @property
    def content(self) -> NoteContent:
        """What was written, without the space around it."""
        written = self.form.content
        return NoteContent(written.note.strip(), written.label, written.colour, written.task)

    @property
    def says_something(self) -> bool:
        """Whether there is anything to save."""
        content = self.content
        return bool(content.note or content.label or content.task is not Task.NONE)

    def accept(self) -> None:
        """Close, unless nothing was written."""
        if self.says_something:
            super().accept()

    def _enable(self) -> None:
        self._box.button(QDialogButtonBox.StandardButton.Save).setEnabled(self.says_something)
