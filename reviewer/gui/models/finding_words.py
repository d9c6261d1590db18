"""The words for a finding in lists: its state and what it is replaced by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.quoting import one_line, percent
from reviewer.gui.text.hover import verdict_label
from reviewer.text.wording import Language

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.marks import Mark

NO_REPAIR = "—"

_OVERWRITTEN = QT_TRANSLATE_NOOP("Findings", "正文已改动")
_DELETE = QT_TRANSLATE_NOOP("Findings", "删")


def state_label(mark: Mark) -> str:
    """The state of a finding in the editor's language."""
    if mark.overwritten:
        return QCoreApplication.translate("Findings", _OVERWRITTEN)
    return verdict_label(mark.decision.verdict)


def replacement_of(mark: Mark) -> str | None:
    """What the finding is or would be replaced by: the editor's own text before the rule's."""
    decided = mark.decision.replacement
    return mark.finding.replacement if decided is None else decided


def replacement_label(mark: Mark) -> str:
    """`replacement_of` for a list: a word for a deletion, a dash where no repair is known."""
    replacement = replacement_of(mark)
    if replacement is None:
        return NO_REPAIR
    return one_line(replacement) or QCoreApplication.translate("Findings", _DELETE)


def spoken(mark: Mark, paragraph: int, language: Language) -> str:
    """A finding in one sentence, for screen readers.

    Args:
        mark: the finding with its decision.
        paragraph: the number of its paragraph, from 1.
        language: the language of its kind and reason.
    """
    finding, replacement = mark.finding, replacement_of(mark)
    if replacement is None:
        change = QCoreApplication.translate("Findings", "“{0}”，没有修改建议")
    elif replacement:
        change = QCoreApplication.translate("Findings", "“{0}”改为“{1}”")
    else:
        change = QCoreApplication.translate("Findings", "“{0}”删去")
    frame = QCoreApplication.translate(
        "Findings", "{kind}：{change}，{state}，把握 {sure}，第 {n} 段。{why}"
    )
    return frame.format(
        kind=finding.kind.label.text(language),
        change=change.format(one_line(finding.text), one_line(replacement or "")),
        state=state_label(mark),
        sure=percent(finding.confidence),
        n=paragraph,
        why=one_line(finding.reason.text(language)),
    )
