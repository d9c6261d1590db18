"""The notes of the current document: a list, and an area to write in below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.models.notes_rows import note_rows, quote_of
from reviewer.gui.panels.drawing import MARGIN, mute
from reviewer.gui.panels.empty_hint import EmptyHint
from reviewer.gui.panels.keyed_list import KeyedList
from reviewer.gui.panels.note_editor import NoteEditor
from reviewer.gui.panels.two_line_delegate import TwoLineDelegate
from reviewer.gui.theme import LIGHT, Theme, load_theme

if TYPE_CHECKING:
    from reviewer.review.annotation import Annotation


class NotesPanel(QWidget):
    """Lists the notes and lets the editor rewrite them. It keeps nothing: it tells what is asked.

    Signals:
        note_chosen(str): the editor went to the note with this name.
        note_rewritten(str, str): this note says this now.
        note_deleted(str): the editor wants this note deleted.
    """

    note_chosen = Signal(str)
    note_rewritten = Signal(str, str)
    note_deleted = Signal(str)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        """Make an empty panel, in the colours of `theme`, or light ones until `set_theme`."""
        super().__init__(parent)
        theme = theme or load_theme(LIGHT)
        self._notes: dict[str, Annotation] = {}
        self._text: str | None = None
        self._loaded: str | None = None
        look = TwoLineDelegate(theme, chip_colour=lambda theme, _: theme.roles.note)
        self.list = KeyedList(look, self)
        self.area = NoteEditor(self)
        self.delete_button = QToolButton(self)
        self._count, self._quote = QLabel(self), QLabel(self)
        self._hint = EmptyHint(theme, self)
        self._stack = QStackedWidget(self)
        self._editing = QFrame(self)
        self._lay_out()
        self.list.chosen.connect(self._follow_choice)
        self.area.committed.connect(self._tell_rewritten)
        self.area.left.connect(self.list.setFocus)
        self.delete_button.clicked.connect(self._ask_to_delete)
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        for label in (self._count, self._quote):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setWordWrap(True)
        self._count.setContentsMargins(MARGIN, MARGIN, MARGIN, 6)
        head = QHBoxLayout()
        head.addWidget(self._quote, 1)
        head.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout(self._editing)
        below.setContentsMargins(MARGIN, 8, MARGIN, MARGIN)
        below.setSpacing(6)
        below.addLayout(head)
        below.addWidget(self.area, 1)
        self._editing.hide()
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.list)
        parts.addWidget(self._editing)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._count)
        column.addWidget(parts, 1)
        self._stack.addWidget(page)
        self._stack.addWidget(self._hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setFocusProxy(self.list)
        QWidget.setTabOrder(self.list, self.area)
        QWidget.setTabOrder(self.area, self.delete_button)

    # What is shown

    def show_notes(self, notes: Sequence[Annotation], text: str | None = None) -> None:
        """Show these notes; the choice stays, and so does what is being written.

        Args:
            notes: in the order in which they are listed.
            text: the text that they stand in, for the paragraph numbers.
        """
        shown = {note.uid: note for note in notes}
        if self._loaded not in shown:
            # The last moment in which what is being written can be told.
            self.commit()
        self._notes, self._text = shown, text
        self._show()

    def edit_note(self, uid: str) -> None:
        """Choose a note and put the keyboard into its text."""
        if uid not in self._notes:
            return
        self.commit()
        self.list.choose(uid)
        self._load()
        self.area.write_on()

    def commit(self) -> None:
        """Report what is being written; for whoever is about to show other notes or to close."""
        self.area.commit()

    @property
    def chosen(self) -> str | None:
        """The name of the chosen note, or None."""
        key = self.list.key
        return key if isinstance(key, str) and key in self._notes else None

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.list.set_theme(theme)
        self._hint.set_theme(theme)
        for label in (self._count, self._quote):
            mute(label, theme)

    def _show(self) -> None:
        self.list.show_rows(note_rows(self._notes.values(), self._text))
        self._count.setText(self.tr("%n 条批注", "", len(self._notes)))
        self._stack.setCurrentIndex(0 if self._notes else 1)
        self._load()

    def _load(self) -> None:
        """Put the chosen note into the area, but never over what is being written about it."""
        uid = self.chosen
        self._editing.setVisible(uid is not None)
        changed = uid != self._loaded
        self._loaded = uid
        if uid is None:
            self.area.load("")
            return
        self._quote.setText(quote_of(self._notes[uid]))
        note = self._notes[uid].note
        if changed or (not self.area.being_edited and self.area.saved != note):
            self.area.load(note)

    # What the editor does

    def _follow_choice(self, uid: str) -> None:
        self.commit()
        self._load()
        self.note_chosen.emit(uid)

    def _tell_rewritten(self, note: str) -> None:
        if self._loaded is not None:
            self.note_rewritten.emit(self._loaded, note)

    def _ask_to_delete(self) -> None:
        uid = self.chosen
        if uid is not None:
            # So that undoing the deletion brings back what was written last.
            self.commit()
            self.note_deleted.emit(uid)

    # Words

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word everything anew."""
        self.setAccessibleName(self.tr("批注"))
        self.list.setAccessibleName(self.tr("批注列表"))
        self.area.setAccessibleName(self.tr("批注内容"))
        self.area.setPlaceholderText(self.tr("写下批注；Ctrl+回车保存，Esc 还原"))
        self.delete_button.setText(self.tr("删除"))
        self.delete_button.setAccessibleName(self.tr("删除这条批注"))
        self.delete_button.setToolTip(self.tr("删除这条批注（可撤销）"))
        hint = self.tr("在正文里选中一段文字，再点“批注”。")
        self._hint.say(self.tr("还没有批注"), hint)
        self._show()
