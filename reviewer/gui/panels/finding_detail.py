"""One finding at full length: the reason, the sentence before and after, further repairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.models.finding_words import replacement_of, state_label
from reviewer.gui.models.quoting import (
    cut_middle,
    one_line,
    percent,
    sentence_around,
    tool_tip,
)
from reviewer.gui.panels.drawing import CHIP_SIZE, mute, resized
from reviewer.gui.panels.marked_line import MarkedLine
from reviewer.gui.panels.replacement_field import ReplacementField
from reviewer.gui.text.patterns import group_swatch
from reviewer.gui.text.substitution import shown
from reviewer.gui.theme import Theme
from reviewer.text.wording import Language

if TYPE_CHECKING:
    # Marks bring numpy with them, which start-up does without.
    from reviewer.review.marks import Mark

LONGEST_ALTERNATIVE = 24
"""Code points of an alternative that stand on its button."""

MOST_ALTERNATIVES = 6
LONGEST_REPAIR = 90
"""Code points of a repair that are shown in its sentence."""

_COLUMNS = ((4, 3), (2, 9))
"""How many alternatives stand side by side, and how long they may be for it, in code points."""

_PREVIEW_TINT = 1.4


class FindingDetail(QWidget):
    """One finding at full length, with the field for the editor's own replacement.

    Signals:
        replacement_given(str, str): the anchor of a finding and what is to stand in its place.
        left(): the editor is done here and wants to go on in the list.
    """

    replacement_given = Signal(str, object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._mark: Mark | None = None
        self._text, self._paragraph, self._language = "", 0, Language.CHINESE
        self._swatch, self._kind, self._facts = QLabel(self), _words(self), _words(self)
        self._kind.setFont(resized(self.font(), 1.0, bold=True))
        self._facts.setWordWrap(True)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._reason = _words(self)
        self._reason.setWordWrap(True)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._before, self._after = MarkedLine(self), MarkedLine(self)
        self.field = ReplacementField(self)
        self._others = QWidget(self)
        self._choices = QGridLayout(self._others)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(6)
        self.alternatives: list[QPushButton] = []
        self._names = [_words(self) for _ in range(4)]
        self._lay_out()
        self.field.given.connect(self._give)
        self.field.left.connect(self.left)
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._swatch)
        head.addWidget(self._kind)
        head.addWidget(self._facts, 1)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        rows = (self._before, self._after, self.field, self._others)
        for name, row in zip(self._names, rows, strict=True):
            form.addRow(name, row)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._reason)
        column.addLayout(form)
        column.addStretch(1)

    # What is shown

    def show_mark(self, mark: Mark, text: str, paragraph: int, language: Language) -> None:
        """Show a finding of `text`. What is being typed about the same finding stays."""
        same = self._mark is not None and self._mark.anchor == mark.anchor
        self._mark, self._text = mark, text
        self._paragraph, self._language = paragraph, language
        if not (same and self.field.being_edited):
            replacement = replacement_of(mark)
            self.field.offer(mark.finding.text if replacement is None else replacement)
        self.field.setEnabled(not mark.overwritten)
        self._show_words()
        self._show_previews()
        self._show_alternatives()

    @property
    def preview(self) -> tuple[str, str]:
        """The sentence as it is, and as it would be."""
        return self._before.words, self._after.words

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        for label in (*self._names, self._facts):
            mute(label, theme)
        if self._mark is not None:
            self._show_words()
            self._show_previews()

    def _show_words(self) -> None:
        if self._mark is None:
            return
        finding = self._mark.finding
        ratio = self.devicePixelRatioF()
        self._swatch.setPixmap(group_swatch(finding.kind.group, self._theme, CHIP_SIZE, ratio))
        self._kind.setText(finding.kind.label.text(self._language))
        facts = self.tr("{state} · 把握 {percent} · 第 {paragraph} 段").format(
            state=state_label(self._mark),
            percent=percent(finding.confidence),
            paragraph=self._paragraph,
        )
        self._facts.setText(facts)
        self._reason.setText(shown(finding.reason.text(self._language)))

    def _show_previews(self) -> None:
        if self._mark is None:
            return
        sentence = sentence_around(self._text, self._mark.finding.span)
        ground = self._theme.groups[self._mark.finding.kind.group]
        tint = self._theme.tint(ground, _PREVIEW_TINT)
        self._before.show_quote(sentence, tint, struck=replacement_of(self._mark) == "")
        replacement = replacement_of(self._mark)
        known = replacement is not None
        self._after.setVisible(known)
        self._names[1].setVisible(known)
        if replacement is not None:
            repaired = one_line(cut_middle(replacement, LONGEST_REPAIR))
            success = self._theme.tint(self._theme.roles.success, _PREVIEW_TINT)
            self._after.show_quote(replace(sentence, marked=repaired), success)

    def _show_alternatives(self) -> None:
        for button in self.alternatives:
            button.hide()
            self._choices.removeWidget(button)
            button.deleteLater()
        others = _other_repairs(self._mark) if self._mark is not None else []
        self.alternatives = [self._alternative(other) for other in others]
        columns = _columns_for(others)
        for place, button in enumerate(self.alternatives):
            self._choices.addWidget(button, place // columns, place % columns)
        self._others.setVisible(bool(others))
        self._names[3].setVisible(bool(others))

    def _alternative(self, replacement: str) -> QPushButton:
        words = one_line(cut_middle(replacement, LONGEST_ALTERNATIVE)) or self.tr("删")
        button = QPushButton(words.replace("&", "&&"), self._others)
        button.setAutoDefault(False)
        button.setToolTip(tool_tip(replacement))
        button.setAccessibleName(self.tr("改为“{words}”").format(words=words))
        button.clicked.connect(lambda _=False: self._give(replacement))
        button.setEnabled(self._mark is not None and not self._mark.overwritten)
        return button

    def _give(self, replacement: str) -> None:
        if self._mark is not None:
            anchor = self._mark.anchor
            # What was typed is now given, so the answer may be shown in its place.
            self.field.offer(replacement)
            self.replacement_given.emit(anchor, replacement)
            self.left.emit()

    # Words

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word everything anew."""
        words = (self.tr("原句"), self.tr("改后"), self.tr("改为"), self.tr("备选"))
        for label, text in zip(self._names, words, strict=True):
            label.setText(text)
        self._before.setAccessibleName(self.tr("修改前的句子"))
        self._after.setAccessibleName(self.tr("修改后的句子"))
        self._reason.setAccessibleName(self.tr("理由"))
        self.field.setAccessibleName(self.tr("改为"))
        self.field.setPlaceholderText(self.tr("留空即删除"))
        self.field.setToolTip(self.tr("按回车采用，按 Esc 还原"))
        self._show_words()


def _other_repairs(mark: Mark) -> list[str]:
    """The repairs that the rule offers besides the one that is or would be made, best first."""
    finding, current = mark.finding, replacement_of(mark)
    own = () if finding.replacement is None else (finding.replacement,)
    offered = dict.fromkeys((*own, *finding.alternatives))
    return [repair for repair in offered if repair != current][:MOST_ALTERNATIVES]


def _columns_for(alternatives: Sequence[str]) -> int:
    """How many buttons stand side by side: the fewer, the longer their words are."""
    longest = max((len(words) for words in alternatives), default=0)
    return next((columns for columns, room in _COLUMNS if longest <= room), 1)


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
