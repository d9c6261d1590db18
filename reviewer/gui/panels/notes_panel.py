"""The notes of the current document or of the library: a list, and a form to write in below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

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

from reviewer.gui.models.notes_filter import NoteScope
from reviewer.gui.models.notes_rows import ListedNote, note_rows, quote_of
from reviewer.gui.panels.drawing import MARGIN, mute
from reviewer.gui.panels.empty_hint import EmptyHint
from reviewer.gui.panels.note_form import NoteForm
from reviewer.gui.panels.notes_filter_bar import NotesFilterBar
from reviewer.gui.panels.notes_list import NotesList
from reviewer.gui.theme import LIGHT, Theme, load_theme
from reviewer.review.annotation import Task


class NotesPanel(QWidget):
    """Lists the notes and lets the editor change them. It keeps nothing: it tells what is asked.

    Signals:
        note_chosen(str): the editor went to the note with this name.
        note_opened(str): the editor clicked it, and wants to see it wherever it stands.
        note_changed(str, NoteContent): this note says this now.
        note_ticked(str): the to-do of this note is done, or open again.
        note_deleted(str): the editor wants this note deleted.
        scope_changed(): the notes of `scope` are asked for.
        tasks_counted(int): so many to-dos of the scope are open.
    """

    note_chosen = Signal(str)
    note_opened = Signal(str)
    note_changed = Signal(str, object)
    note_ticked = Signal(str)
    note_deleted = Signal(str)
    scope_changed = Signal()
    tasks_counted = Signal(int)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        """Make an empty panel, in the colours of `theme`, or light ones until `set_theme`."""
        super().__init__(parent)
        theme = theme or load_theme(LIGHT)
        self._notes: dict[str, ListedNote] = {}
        self._loaded: str | None = None
        self.filter = NotesFilterBar(theme, self)
        self.list = NotesList(theme, self)
        self.form = NoteForm(theme, self)
        self.area = self.form.area
        self.delete_button = QToolButton(self)
        self._count, self._quote = QLabel(self), QLabel(self)
        self._hint = EmptyHint(theme, self)
        self._stack = QStackedWidget(self)
        self._editing = QFrame(self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        for label in (self._count, self._quote):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setWordWrap(True)
        self._count.setContentsMargins(MARGIN, 0, MARGIN, 6)
        head = QHBoxLayout()
        head.addWidget(self._quote, 1)
        head.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout(self._editing)
        below.setContentsMargins(MARGIN, 8, MARGIN, MARGIN)
        below.setSpacing(6)
        below.addLayout(head)
        below.addWidget(self.form, 1)
        self._editing.hide()
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.list)
        parts.addWidget(self._editing)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        self._stack.addWidget(parts)
        self._stack.addWidget(self._hint)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, MARGIN, MARGIN, 6)
        top.addWidget(self.filter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._count)
        whole.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)
        chain = (self.list, self.area, self.form.label, *self.form.colours.buttons.values())
        for first, second in pairwise((*chain, self.form.task, self.delete_button)):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self.filter.changed.connect(self._follow_filter)
        self.filter.scope_changed.connect(self._follow_scope)
        self.filter.left.connect(self.list.enter)
        self.list.chosen.connect(self._follow_choice)
        self.list.opened.connect(self.note_opened.emit)
        self.list.ticked.connect(self._tell_ticked)
        self.list.edited.connect(self.edit_note)
        self.form.touched.connect(self.commit)
        self.form.kept.connect(self._keep)
        self.form.dropped.connect(self._drop)
        self.delete_button.clicked.connect(self._ask_to_delete)

    # What is shown

    def show_notes(self, notes: Sequence[ListedNote], labels: Sequence[str] = ()) -> None:
        """Show these notes; the choice stays, and so does what is being written.

        Args:
            notes: those of `scope`, in the order in which they are listed.
            labels: the labels that are in use.
        """
        shown = {note.annotation.uid: note for note in notes}
        # Most steps are about findings; a long list of the same notes is not made anew for them.
        same = list(shown.values()) == list(self._notes.values())
        if self._loaded not in shown:
            # The last moment in which what is being written can be told.
            self.commit()
        self._notes = shown
        self.filter.offer_labels(labels)
        self.form.offer_labels(labels)
        if same:
            self._load()
        else:
            self._show()
        self.tasks_counted.emit(self._open_tasks())

    @property
    def scope(self) -> NoteScope:
        """Whose notes are asked for."""
        return self.filter.scope

    def choose(self, uid: str) -> None:
        """Choose a note, which is shown whatever the filter says; nothing is told."""
        self.commit()
        if uid in self._notes and not self.filter.value.keeps(self._notes[uid].annotation):
            self.filter.show_all()
        self.list.choose(uid)
        self._load()

    def follow(self, uids: Sequence[str]) -> None:
        """Choose the last of these notes that is listed, unless one of them is chosen already.

        What is being written about another note stays in front.
        """
        listed = [uid for uid in uids if uid in self.list.keys]
        if listed and self.chosen not in listed and not self.form.being_edited:
            self.list.choose(listed[-1])
            self._load()

    def edit_note(self, uid: str) -> None:
        """Choose a note and put the keyboard into its text."""
        if uid in self._notes:
            self.choose(uid)
            self.area.write_on()

    def commit(self) -> None:
        """Report what is being written; for whoever is about to show other notes or to close."""
        if self._loaded is not None and self.form.being_edited:
            self.note_changed.emit(self._loaded, self.form.commit())

    @property
    def chosen(self) -> str | None:
        """The name of the chosen note, or None."""
        key = self.list.key
        return key if isinstance(key, str) and key in self.list.keys else None

    def filter_state(self) -> dict[str, object]:
        """Choice and scope as plain values, for the settings."""
        return self.filter.state()

    def restore_filter_state(self, state: Mapping[str, object]) -> None:
        """Set choice and scope as `filter_state` told them."""
        self.filter.restore(state)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for part in (self.filter, self.list, self.form, self._hint):
            part.set_theme(theme)
        for label in (self._count, self._quote):
            mute(label, theme)

    def _show(self) -> None:
        wanted = self.filter.value
        shown = [note for note in self._notes.values() if wanted.keeps(note.annotation)]
        self.list.show_rows(note_rows(shown))
        self._count.setText(self._count_words(len(shown)))
        self._count.setVisible(bool(self._notes))
        self._stack.setCurrentIndex(0 if shown else 1)
        self._say_hint()
        self._load()

    def _open_tasks(self) -> int:
        return sum(note.annotation.task is Task.OPEN for note in self._notes.values())

    def _count_words(self, shown: int) -> str:
        words = self.tr("%n 条批注", "", len(self._notes))
        if shown < len(self._notes):
            words = self.tr("{all}，列出 {shown} 条").format(all=words, shown=shown)
        tasks = self._open_tasks()
        return (
            self.tr("{notes} · 待办 {tasks}").format(notes=words, tasks=tasks) if tasks else words
        )

    def _say_hint(self) -> None:
        if self._notes:
            everything = (self.tr("显示全部批注"), self.filter.show_all)
            self._hint.say(self.tr("没有符合条件的批注"), "", [everything])
        else:
            hint = self.tr("在正文里选中一段文字，再点“批注”。")
            self._hint.say(self.tr("还没有批注"), hint)

    def _load(self) -> None:
        """Put the chosen note into the form, but never over what is being written about it."""
        uid = self.chosen
        self._editing.setVisible(uid is not None)
        changed = uid != self._loaded
        self._loaded = uid
        if uid is None:
            return
        note = self._notes[uid].annotation
        self._quote.setText(quote_of(note))
        if changed or (not self.form.being_edited and self.form.given != note.content):
            self.form.load(note.content)

    # What the editor does

    def _follow_filter(self) -> None:
        self.commit()
        self._show()

    def _follow_scope(self) -> None:
        self.commit()
        self.scope_changed.emit()

    def _follow_choice(self, uid: str) -> None:
        self.commit()
        self._load()
        self.note_chosen.emit(uid)

    def _keep(self) -> None:
        self.commit()
        self.list.setFocus()

    def _drop(self) -> None:
        self.form.load(self.form.given)
        self.list.setFocus()

    def _tell_ticked(self, uid: str) -> None:
        self.commit()
        self.note_ticked.emit(uid)

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
        self.delete_button.setText(self.tr("删除"))
        self.delete_button.setAccessibleName(self.tr("删除这条批注"))
        self.delete_button.setToolTip(self.tr("删除这条批注（可撤销）"))
        self.filter.retranslate()
        self.form.retranslate()
        self._show()
