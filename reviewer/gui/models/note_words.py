"""The words for what a note is besides its text: its colour, its to-do, its lost place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.review.annotation import Annotation, NoteColour, Task

_COLOURS = {
    NoteColour.YELLOW: QT_TRANSLATE_NOOP("Notes", "黄色"),
    NoteColour.GREEN: QT_TRANSLATE_NOOP("Notes", "绿色"),
    NoteColour.BLUE: QT_TRANSLATE_NOOP("Notes", "蓝色"),
    NoteColour.PINK: QT_TRANSLATE_NOOP("Notes", "粉色"),
    NoteColour.PURPLE: QT_TRANSLATE_NOOP("Notes", "紫色"),
}
_TASKS = {
    Task.OPEN: QT_TRANSLATE_NOOP("Notes", "待办"),
    Task.DONE: QT_TRANSLATE_NOOP("Notes", "已完成"),
}
_LOST = QT_TRANSLATE_NOOP("Notes", "位置已失")


def colour_name(colour: NoteColour) -> str:
    """A colour in the editor's language."""
    return note_words(_COLOURS[colour])


def task_name(task: Task) -> str:
    """Whether there is something to do, or nothing where the note is a mere remark."""
    return note_words(_TASKS[task]) if task in _TASKS else ""


def lost_name() -> str:
    """That the place of a note is gone."""
    return note_words(_LOST)


def facts_in_words(note: Annotation) -> list[str]:
    """The label, the to-do and the lost place, as far as there are any."""
    lost = lost_name() if note.place_lost else ""
    return [words for words in (note.label, task_name(note.task), lost) if words]


def note_words(source: str) -> str:
    """Words of the notes' own context in the editor's language."""
    return QCoreApplication.translate("Notes", source)
