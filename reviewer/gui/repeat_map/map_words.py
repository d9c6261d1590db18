"""The words of the map: what a cell shares, what an arc joins; for lists and tool tips."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from reviewer.gui.languages import QT_TRANSLATE_NOOP
from reviewer.gui.models.keyed_rows import RowWords
from reviewer.gui.models.quoting import one_line, percent
from reviewer.gui.models.repeats_words import RepeatsWords
from reviewer.workflow.repeat_map import Arc, SharedText

_INSIDE = QT_TRANSLATE_NOOP("RepeatMap", "“{title}”篇内有 {share} 重复出现（{count} 字）")
_BETWEEN = QT_TRANSLATE_NOOP("RepeatMap", "“{title}”有 {share} 也见于“{other}”（{count} 字）")
_NOTHING = QT_TRANSLATE_NOOP("RepeatMap", "“{title}”与“{other}”没有重复")
_PAIR = QT_TRANSLATE_NOOP("RepeatMap", "{title} → {other}")
_ITSELF = QT_TRANSLATE_NOOP("RepeatMap", "{title}（篇内）")
_LENGTH = QT_TRANSLATE_NOOP("RepeatMap", "{count} 字")
_PLACES = QT_TRANSLATE_NOOP("RepeatMap", "{first} 与 {second}")
_ARC = QT_TRANSLATE_NOOP(
    "RepeatMap", "{family}：{first} 与 {second}，{count} 字，相似 {similarity}"
)


class MapWords:
    """Words cells and arcs with the titles and texts of the documents."""

    def __init__(self, titles: Mapping[int, str], text_of: Callable[[int], str]) -> None:
        """Take the titles and a way to the texts."""
        self._titles = titles
        self._repeats = RepeatsWords(titles, text_of)

    def title(self, document: int) -> str:
        """The name of a document in one line."""
        return one_line(self._titles.get(document, ""))

    def shared(self, shared: SharedText) -> str:
        """What a cell shows, in a sentence."""
        source = _BETWEEN if shared.document != shared.other else _INSIDE
        return _filled(
            source if shared.characters or source is _INSIDE else _NOTHING,
            title=self.title(shared.document),
            other=self.title(shared.other),
            share=percent(shared.share),
            count=f"{shared.characters:,}",
        )

    def shared_row(self, shared: SharedText) -> RowWords:
        """The row of a cell."""
        source = _ITSELF if shared.document == shared.other else _PAIR
        return RowWords(
            heading=_filled(
                source, title=self.title(shared.document), other=self.title(shared.other)
            ),
            aside=percent(shared.share),
            words=_filled(_LENGTH, count=f"{shared.characters:,}"),
            progress=shared.share,
        )

    def arc(self, arc: Arc) -> str:
        """What an arc joins, in a sentence."""
        return _filled(
            _ARC,
            family=self._repeats.family(arc.family, 0).heading,
            first=self._place(arc, second=False),
            second=self._place(arc, second=True),
            count=f"{arc.weight:,}",
            similarity=percent(arc.family.similarity),
        )

    def arc_row(self, arc: Arc) -> RowWords:
        """The row of an arc."""
        family = self._repeats.family(arc.family, 0)
        return RowWords(
            heading=family.heading,
            aside=_filled(_LENGTH, count=f"{arc.weight:,}"),
            words=_filled(
                _PLACES,
                first=self._place(arc, second=False),
                second=self._place(arc, second=True),
            ),
            words_aside=family.aside,
            chip=arc.family.number - 1,
        )

    def _place(self, arc: Arc, *, second: bool) -> str:
        member = arc.second if second else arc.first
        return self._repeats.paragraph(member)


def _filled(source: str, **facts: object) -> str:
    return QCoreApplication.translate("RepeatMap", source).format(**facts)
