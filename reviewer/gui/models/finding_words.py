"""The words for a finding in lists: its state and what it is replaced by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.quoting import one_line
from reviewer.gui.text.hover import verdict_label

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
