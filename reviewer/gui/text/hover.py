"""The words that are shown when the mouse rests on a finding, a note or a repeated passage.

A tool tip that looks like markup is drawn as markup, so these are markup on purpose, with
everything that came out of a file or from the editor escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer.garble.finding import Finding
from reviewer.gui.models.note_words import facts_in_words
from reviewer.gui.text.folds import HiddenRun
from reviewer.gui.text.layers import RepeatedSpan
from reviewer.gui.text.substitution import shown
from reviewer.review.annotation import Annotation
from reviewer.review.decision import Verdict
from reviewer.text.wording import Wording

if TYPE_CHECKING:
    from reviewer.review.marks import Mark

Say = Callable[[Wording], str]
"""Says what the engine has in two languages (names of kinds, reasons) in the editor's own."""

LONGEST_QUOTE = 120
"""Code points of a quoted text that are shown."""


def verdict_label(verdict: Verdict) -> str:
    """A verdict in the editor's language."""
    words = {
        Verdict.OPEN: QCoreApplication.translate("Hover", "待定"),
        Verdict.ACCEPTED: QCoreApplication.translate("Hover", "已采纳"),
        Verdict.EDITED: QCoreApplication.translate("Hover", "已改写"),
        Verdict.REJECTED: QCoreApplication.translate("Hover", "已驳回"),
        Verdict.LATER: QCoreApplication.translate("Hover", "以后再看"),
    }
    return words[verdict]


def hover_text(
    marks: Sequence[Mark],
    notes: Sequence[Annotation],
    repeats: Sequence[RepeatedSpan],
    say: Say,
) -> str:
    """Markup that explains all that is shown at one place, or an empty string."""
    parts = [_mark_text(mark, say) for mark in marks]
    parts += [_note_text(note) for note in notes]
    if repeats:
        parts.append(_repeats_text(repeats))
    return "<hr/>".join(parts)


def _mark_text(mark: Mark, say: Say) -> str:
    finding = mark.finding
    sure = QCoreApplication.translate("Hover", "把握")
    head = (
        f"<b>{escape(say(finding.kind.label))}</b>"
        f" · {escape(sure)} {finding.confidence:.0%}"
        f" · {escape(verdict_label(mark.decision.verdict))}"
    )
    return "<br/>".join(
        [head, _change_text(mark), _plain(say(finding.reason)), *_others_text(finding)]
    )


def _change_text(mark: Mark) -> str:
    finding, decided = mark.finding, mark.decision.replacement
    replacement = finding.replacement if decided is None else decided
    if replacement is None:
        change = f"<i>{escape(QCoreApplication.translate('Hover', '没有修改建议'))}</i>"
    elif not replacement:
        change = f"→ <i>{escape(QCoreApplication.translate('Hover', '删除'))}</i>"
    else:
        change = f"→ {_quoted(replacement)}"
    return f"{_quoted(finding.text)} {change}" if finding.text else change


def _others_text(finding: Finding) -> list[str]:
    if not finding.alternatives:
        return []
    label = QCoreApplication.translate("Hover", "也可能是")
    return [f"{escape(label)} {' '.join(_quoted(text) for text in finding.alternatives[:3])}"]


def _note_text(note: Annotation) -> str:
    name = QCoreApplication.translate("Hover", "批注")
    facts = "".join(f" · {_plain(words)}" for words in facts_in_words(note))
    return f"<b>{escape(name)}</b>{facts}<br/>{_plain(note.note)}"


def _repeats_text(repeats: Sequence[RepeatedSpan]) -> str:
    label = QCoreApplication.translate("Hover", "重复段落：第 %1 组")
    numbers = "、".join(str(number) for number in sorted({repeat.family for repeat in repeats}))
    can_fold = QCoreApplication.translate("Hover", "单击边栏括号可折叠")
    hint = f"<br/>{escape(can_fold)}" if any(repeat.folds for repeat in repeats) else ""
    return f"<b>{escape(label.replace('%1', numbers))}</b>{hint}"


def fold_words(run: HiddenRun) -> str:
    """What the row says that stands for folded paragraphs."""
    words = QCoreApplication.translate("Hover", "⋯ 第 %1 组重复段落已折叠：%2 段，%3 字")
    numbers = "、".join(str(number) for number in run.families)
    for place, value in (("%1", numbers), ("%2", run.paragraphs), ("%3", f"{len(run.span):,}")):
        words = words.replace(place, str(value))
    return words


def unfold_hint() -> str:
    """What is said of that row when the mouse rests on it."""
    return QCoreApplication.translate("Hover", "单击展开")


def _quoted(text: str) -> str:
    cut = text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"
    return f"「{escape(shown(cut).replace(chr(10), '⏎'))}」"


def _plain(text: str) -> str:
    return escape(shown(text)).replace("\n", "<br/>")
