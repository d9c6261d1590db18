"""The row above the notes that says which of them are shown, and whose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from reviewer.gui.models.notes_filter import NoteChoice, NoteScope, NotesFilter
from reviewer.gui.models.quoting import one_line
from reviewer.gui.panels.search_field import SearchField
from reviewer.gui.theme import Theme

_LABEL = "label:"
"""Begins the key of a choice by label; the other keys are those of `NoteChoice`."""

_SPACING = 6


class NotesFilterBar(QWidget):
    """Words, one choice, and the scope.

    Signals:
        changed(): the editor asked for other notes of the same scope.
        scope_changed(): the editor asked for the notes of the document, or of the library.
        left(): the editor is done with the words and wants to go on in the list.
    """

    changed = Signal()
    scope_changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Everything in the document is shown."""
        super().__init__(parent)
        self._labels: Sequence[str] = ()
        self.words = SearchField(theme, self)
        self.choices, self.scopes = QComboBox(self), QComboBox(self)
        for scope in NoteScope:
            self.scopes.addItem("", scope)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_SPACING)
        grid.addWidget(self.words, 0, 0, 1, 2)
        grid.addWidget(self.choices, 1, 0)
        grid.addWidget(self.scopes, 1, 1)
        for column, box in enumerate((self.choices, self.scopes)):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            grid.setColumnStretch(column, 1)
        self.retranslate()
        self.words.textChanged.connect(self.changed)
        self.words.left.connect(self.left)
        self.choices.currentIndexChanged.connect(self.changed)
        self.scopes.currentIndexChanged.connect(self.scope_changed)

    @property
    def value(self) -> NotesFilter:
        """Which notes are asked for."""
        key = str(self.choices.currentData())
        if key.startswith(_LABEL):
            return NotesFilter(self.words.text(), label=key.removeprefix(_LABEL))
        return NotesFilter(self.words.text(), NoteChoice(key))

    @property
    def scope(self) -> NoteScope:
        """Whose notes are asked for."""
        return self.scopes.currentData()

    def set_scope(self, scope: NoteScope) -> None:
        """Ask for the notes of the document, or of the library."""
        self.scopes.setCurrentIndex(list(NoteScope).index(scope))

    def state(self) -> dict[str, object]:
        """Choice and scope as plain values, for the settings."""
        return {"choice": str(self.choices.currentData()), "scope": self.scope.value}

    def restore(self, state: Mapping[str, object]) -> None:
        """Set choice and scope as `state` told them; what is unknown is not said."""
        key, scope = str(state.get("choice")), state.get("scope")
        if key.startswith(_LABEL) or key in {choice.value for choice in NoteChoice}:
            self._name_choices(key)
            self.changed.emit()
        if scope in {known.value for known in NoteScope}:
            self.set_scope(NoteScope(scope))

    def offer_labels(self, labels: Sequence[str]) -> None:
        """Offer to show the notes with one of these labels only."""
        if list(labels) != list(self._labels):
            self._labels = list(labels)
            self._name_choices(str(self.choices.currentData()))

    def show_all(self) -> None:
        """Ask for every note of the scope."""
        with QSignalBlocker(self):
            self.words.clear()
            self.choices.setCurrentIndex(0)
        self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.words.set_theme(theme)

    def retranslate(self) -> None:
        """Word everything anew."""
        self.words.setPlaceholderText(self.tr("查找批注、标签、原文"))
        self.words.setAccessibleName(self.tr("查找批注"))
        self.choices.setAccessibleName(self.tr("筛选批注"))
        self.scopes.setAccessibleName(self.tr("批注范围"))
        for box in (self.choices, self.scopes):
            box.setToolTip(box.accessibleName())
        names = {NoteScope.DOCUMENT: self.tr("本篇"), NoteScope.LIBRARY: self.tr("全部文稿")}
        for place, scope in enumerate(NoteScope):
            self.scopes.setItemText(place, names[scope])
        self._name_choices(str(self.choices.currentData() or NoteChoice.ALL.value))

    def _name_choices(self, chosen: str) -> None:
        """Word the choices, of which `chosen` stays; a label that went out of use with it."""
        names = {
            NoteChoice.ALL: self.tr("全部批注"),
            NoteChoice.OPEN: self.tr("待办"),
            NoteChoice.DONE: self.tr("已完成"),
            NoteChoice.LOST: self.tr("位置已失"),
        }
        labels = list(self._labels)
        wanted = chosen.removeprefix(_LABEL)
        if chosen.startswith(_LABEL) and wanted not in labels:
            labels.append(wanted)
        with QSignalBlocker(self.choices):
            self.choices.clear()
            for choice in NoteChoice:
                self.choices.addItem(names[choice], choice.value)
            for label in labels:
                words = self.tr("标签：{label}").format(label=one_line(label))
                self.choices.addItem(words, _LABEL + label)
            self.choices.setCurrentIndex(max(0, self.choices.findData(chosen)))
