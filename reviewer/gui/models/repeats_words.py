"""The words for repeats: families, passages, and places where copies disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.keyed_rows import RowWords
from reviewer.gui.models.quoting import cut_middle, one_line, opening_words, percent, tool_tip
from reviewer.repeats.family import DisagreementCategory, FamilyKind
from reviewer.text.errors import ReviewerError
from reviewer.text.span import Span

if TYPE_CHECKING:
    # The repeats bring the engine with them, which start-up does without.
    from reviewer.workflow.library_repeats import FactReadings, LibraryFamily, Member

FIRST_WORDS = 60
"""Code points of a passage that stand in its row."""

LONGEST_READING = 24
TIP_WORDS = 300

_KINDS = {
    FamilyKind.EXACT: QT_TRANSLATE_NOOP("Repeats", "完全相同"),
    FamilyKind.NEAR: QT_TRANSLATE_NOOP("Repeats", "大同小异"),
    FamilyKind.REORDERED: QT_TRANSLATE_NOOP("Repeats", "次序不同"),
    FamilyKind.DOCUMENT: QT_TRANSLATE_NOOP("Repeats", "整篇相同"),
    FamilyKind.PERIODIC: QT_TRANSLATE_NOOP("Repeats", "连续重复"),
}
_CATEGORIES = {
    DisagreementCategory.NUMBER: QT_TRANSLATE_NOOP("Repeats", "数字不一"),
    DisagreementCategory.YEAR: QT_TRANSLATE_NOOP("Repeats", "年份不一"),
    DisagreementCategory.DATE: QT_TRANSLATE_NOOP("Repeats", "日期不一"),
    DisagreementCategory.NAME: QT_TRANSLATE_NOOP("Repeats", "名称不一"),
    DisagreementCategory.PLACE: QT_TRANSLATE_NOOP("Repeats", "地名不一"),
    DisagreementCategory.NEGATION: QT_TRANSLATE_NOOP("Repeats", "肯定否定不一"),
    DisagreementCategory.MASK: QT_TRANSLATE_NOOP("Repeats", "遮盖不一"),
    DisagreementCategory.WORDING: QT_TRANSLATE_NOOP("Repeats", "措辞不一"),
}
_FAMILY = QT_TRANSLATE_NOOP("Repeats", "第 {number} 组 · {kind}")
_EXTENT = QT_TRANSLATE_NOOP("Repeats", "相似 {similarity} · {members} 处 · 可省 {saved} 字")
_DISAGREEMENTS = QT_TRANSLATE_NOOP("Repeats", "{count} 处说法不一")
_CHARACTERS = QT_TRANSLATE_NOOP("Repeats", "{count} 字")
_PLACE = QT_TRANSLATE_NOOP("Repeats", "{title} · 第 {paragraph} 段")
_ORIGINAL = QT_TRANSLATE_NOOP("Repeats", "底本")
_UNREADABLE = QT_TRANSLATE_NOOP("Repeats", "（原文读不出）")
_UNTITLED = QT_TRANSLATE_NOOP("Repeats", "未命名文稿")
_BETWEEN_READINGS = " ｜ "


class RepeatsWords:
    """Words rows with the titles and texts of the documents at hand."""

    def __init__(self, titles: Mapping[int, str], text_of: Callable[[int], str]) -> None:
        """Take the titles and a way to the texts, which is asked only for rows that are worded."""
        self._titles = titles
        self._text_of = text_of

    def family(self, family: LibraryFamily, saved: int) -> RowWords:
        """The row of a family; `saved` is what goes with its copies, in code points."""
        disputed = len(family.disagreements)
        return RowWords(
            heading=_filled(_FAMILY, number=family.number, kind=_filled(_KINDS[family.kind])),
            aside=_filled(_DISAGREEMENTS, count=disputed) if disputed else "",
            words=_filled(
                _EXTENT,
                similarity=percent(family.similarity),
                members=f"{len(family.members):,}",
                saved=f"{saved:,}",
            ),
            chip=family.number - 1,
            warns=bool(disputed),
            bold=True,
        )

    def member(self, family: LibraryFamily, member: Member) -> RowWords:
        """The row of a passage: where it stands and how it begins."""
        length = _filled(_CHARACTERS, count=f"{len(member.span):,}")
        original = f"{_filled(_ORIGINAL)} · " if member.representative else ""
        text = self._text(member)
        return RowWords(
            heading=self._place(member, text),
            aside=original + length,
            words=_filled(_UNREADABLE) if text is None else _opening(text, member.span),
            chip=family.number - 1,
        )

    def disagreement(self, facts: FactReadings) -> RowWords:
        """The row of a disagreement: all that is said there, side by side."""
        said = Counter(self._reading(reading) for reading in facts.readings)
        readings = [f"{words} ×{count}" if count > 1 else words for words, count in said.items()]
        heading = _filled(_CATEGORIES[facts.category])
        return RowWords(heading=heading, words=_BETWEEN_READINGS.join(readings))

    def reading(self, reading: Member) -> RowWords:
        """The row of one reading: what is said and where."""
        place = self._place(reading, self._text(reading))
        return RowWords(heading=self._reading(reading), words=place)

    def tip(self, member: Member | None) -> str:
        """The tool tip of a passage: how it begins, as markup; empty for other rows."""
        text = None if member is None else self._text(member)
        if member is None or text is None:
            return ""
        end = min(member.span.end, member.span.start + TIP_WORDS)
        return tool_tip(Span(member.span.start, end).of(text))

    def _place(self, member: Member, text: str | None) -> str:
        title = one_line(self._titles.get(member.document, "")) or _filled(_UNTITLED)
        if text is None:
            return title
        paragraph = text.count("\n", 0, member.span.start) + 1
        return _filled(_PLACE, title=title, paragraph=f"{paragraph:,}")

    def _reading(self, reading: Member) -> str:
        text = self._text(reading)
        if text is None:
            return _filled(_UNREADABLE)
        return one_line(cut_middle(reading.span.of(text), LONGEST_READING))

    def _text(self, member: Member) -> str | None:
        """The text that a passage stands in, or None where the store cannot give it."""
        try:
            return self._text_of(member.document)
        except ReviewerError:
            return None


def _opening(text: str, span: Span) -> str:
    return opening_words(text, span, FIRST_WORDS)


def _filled(source: str, **facts: object) -> str:
    """A sentence in the editor's language with its `{places}` filled."""
    return QCoreApplication.translate("Repeats", source).format(**facts)
