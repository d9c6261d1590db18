"""The words for the steps of the history: what was done, how often, and to what."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.quoting import cut_middle, one_line
from reviewer.review.steps import NoteWritten, Step, StepKind, TextEdited

LONGEST_QUOTE = 24
"""Code points."""

_NAMES = {
    StepKind.ACCEPT: QT_TRANSLATE_NOOP("Steps", "采纳"),
    StepKind.REJECT: QT_TRANSLATE_NOOP("Steps", "驳回"),
    StepKind.EDIT_REPLACEMENT: QT_TRANSLATE_NOOP("Steps", "改写后采纳"),
    StepKind.POSTPONE: QT_TRANSLATE_NOOP("Steps", "以后再看"),
    StepKind.REOPEN: QT_TRANSLATE_NOOP("Steps", "取消判定"),
    StepKind.TYPE: QT_TRANSLATE_NOOP("Steps", "修改正文"),
    StepKind.REMOVE_COPY: QT_TRANSLATE_NOOP("Steps", "删去重复"),
    StepKind.CONVERT_SCRIPT: QT_TRANSLATE_NOOP("Steps", "繁简转换"),
    StepKind.REPLACE_WORDS: QT_TRANSLATE_NOOP("Steps", "替换文字"),
    StepKind.DISMISS_REPEAT: QT_TRANSLATE_NOOP("Steps", "不是重复"),
    StepKind.RESTORE_REPEAT: QT_TRANSLATE_NOOP("Steps", "仍是重复"),
    StepKind.ADD_NOTE: QT_TRANSLATE_NOOP("Steps", "添加批注"),
    StepKind.CHANGE_NOTE: QT_TRANSLATE_NOOP("Steps", "修改批注"),
    StepKind.OPEN_TASK: QT_TRANSLATE_NOOP("Steps", "设为待办"),
    StepKind.FINISH_TASK: QT_TRANSLATE_NOOP("Steps", "完成待办"),
    StepKind.DELETE_NOTE: QT_TRANSLATE_NOOP("Steps", "删除批注"),
}
_UNCOUNTED = {StepKind.TYPE, StepKind.DISMISS_REPEAT, StepKind.RESTORE_REPEAT}
_COUNTED = QT_TRANSLATE_NOOP("Steps", "{name}（{count} 处）")


def step_name(step: Step) -> str:
    """What the step is called: its kind, and how many places it changed where there are several."""
    name = QCoreApplication.translate("Steps", _NAMES[step.kind])
    count = len(step.changes)
    if count == 1 or step.kind in _UNCOUNTED:
        return name
    return QCoreApplication.translate("Steps", _COUNTED).format(name=name, count=count)


def step_quote(step: Step) -> str:
    """What the step took out or put in, or what its note says; empty for decisions."""
    first = step.changes[0]
    if isinstance(first, NoteWritten):
        return one_line(cut_middle(first.annotation.note, LONGEST_QUOTE))
    edits = [change.edit for change in step.changes if isinstance(change, TextEdited)]
    removed = "".join(edit.removed for edit in edits[:1])
    inserted = "".join(edit.inserted for edit in edits)
    if step.kind is StepKind.TYPE and not removed:
        return f"+ {_short(inserted)}"
    parts = [f"− {_short(removed)}"] if removed else []
    parts += [f"+ {_short(edits[0].inserted)}"] if edits and edits[0].inserted else []
    return "  ".join(parts)


def _short(text: str) -> str:
    return one_line(cut_middle(text, LONGEST_QUOTE))
