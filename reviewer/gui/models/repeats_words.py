"""The words for repeats: families, passages, and places where copies disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer.gui.languages import QT_TRANSLATE_NOOP, engine_language
from reviewer.gui.models.keyed_rows import RowWords
from reviewer.gui.models.quoting import cut_middle, one_line, opening_words, percent, tool_tip
from reviewer.repeats.family import DisagreementCategory, FamilyKind
from reviewer.text.errors import ReviewerError
from reviewer.text.span import Span

if TYPE_CHECKING:
    # The repeats bring the engine with them, which start-up does without.
    from reviewer.workflow.kept_members import KeptMember
    from reviewer.workflow.library_repeats import FactReadings, LibraryFamily, Member

    KeptOf = Callable[[LibraryFamily], KeptMember]

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
_PARAGRAPH = QT_TRANSLATE_NOOP("Repeats", "第 {paragraph} 段")
_ORIGINAL = QT_TRANSLATE_NOOP("Repeats", "底本")
_KEPT = QT_TRANSLATE_NOOP("Repeats", "建议保留")
_WHY_KEPT = QT_TRANSLATE_NOOP("Repeats", "{reason} · {opening}")
_UNREADABLE = QT_TRANSLATE_NOOP("Repeats", "（原文读不出）")
_UNTITLED = QT_TRANSLATE_NOOP("Repeats", "未命名文稿")
_BETWEEN_READINGS = " ｜ "


class RepeatsWords:
    """Words rows with the titles and texts of the documents at hand."""

    def __init__(
        self,
        titles: Mapping[int, str],
        text_of: Callable[[int], str],
        kept_of: KeptOf | None = None,
    ) -> None:
        """Take what rows are worded with; nothing is asked for rows that are not.

        Args:
            titles: the names of the documents.
            text_of: gives the text of a document as it is now.
            kept_of: tells which copy of a family would be kept; without it no row says so.
        """
        self._titles = titles
        self._text_of = text_of
        self._kept_of = kept_of

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
        """The row of a passage: where it stands and how it begins; why it would be kept."""
        text, reason = self._text(member), self._why_kept(family, member)
        aside = [_filled(_CHARACTERS, count=f"{len(member.span):,}")]
        if member.representative:
            aside.insert(0, _filled(_ORIGINAL))
        if reason:
            aside.insert(0, _filled(_KEPT))
        opening = _filled(_UNREADABLE) if text is None else _opening(text, member.span)
        return RowWords(
            heading=self._place(member, text),
            aside=" · ".join(aside),
            words=_filled(_WHY_KEPT, reason=reason, opening=opening) if reason else opening,
            chip=family.number - 1,
            bold=bool(reason),
        )

    def _why_kept(self, family: LibraryFamily, member: Member) -> str:
        """Why a passage is the copy that would be kept; empty where it is not."""
        try:
            kept = None if self._kept_of is None else self._kept_of(family)
        except ReviewerError:
            return ""
        if kept is None or kept.member != member:
            return ""
        return kept.reason.text(engine_language())

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

    def paragraph(self, member: Member) -> str:
        """The paragraph in which a passage begins, where its document is named elsewhere."""
        text = self._text(member)
        if text is None:
            return _filled(_UNREADABLE)
        return _filled(_PARAGRAPH, paragraph=f"{text.count(chr(10), 0, member.span.start) + 1:,}")

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
