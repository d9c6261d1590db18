"""Which copies go when repeats are dropped: of every family the copy that the rule keeps stays."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from reviewer.garble.finding import Finding
from reviewer.repeats.family import Family, Passage
from reviewer.repeats.settings import RepeatSettings
from reviewer.review.edits import Edit
from reviewer.review.keeping import Damage, copies_of, kept_of
from reviewer.text.span import Span
from reviewer.text.wording import Language, Wording

LEAST_ALIKE = RepeatSettings().fact_similarity
"""Families of less similarity lose no member."""

_REASON = Wording(
    "与第 {document} 篇第 {start} 字起的段落重复；保留那一份的理由：{why}",
    "a copy of the passage at character {start} of document {document}, which stays: {why}",
)


class _Places:
    """Spans of several documents, disjoint in each; whether another touches one is told fast."""

    def __init__(self) -> None:
        self._starts: defaultdict[int, list[int]] = defaultdict(list)
        self._ends: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, passage: Passage) -> None:
        """Take a passage in; those that it touches become one with it."""
        starts, ends = self._starts[passage.document], self._ends[passage.document]
        first, last = self._touched(passage)
        start, end = passage.span.start, passage.span.end
        if first < last:
            start, end = min(start, starts[first]), max(end, ends[last - 1])
        starts[first:last] = [start]
        ends[first:last] = [end]

    def touch(self, passage: Passage) -> bool:
        """Whether a character of `passage` is taken. Cost: O(log n)."""
        first, last = self._touched(passage)
        return first < last

    def _touched(self, passage: Passage) -> tuple[int, int]:
        document, span = passage.document, passage.span
        first = bisect_right(self._ends[document], span.start)
        return first, max(first, bisect_left(self._starts[document], span.end))


def dropping_edits(
    texts: Sequence[str],
    findings: Sequence[Sequence[Finding]],
    families: Iterable[Family],
    language: Language,
) -> list[list[Edit]]:
    """For each of `texts` the deletions that leave one passage of every family.

    Which one is told by the rule of `keeping`, among those that do not go with a larger passage, so
    nothing is lost from all documents at once. Families whose members are alike only in part are
    left alone: they say something else by right. Reasons are in `language`; documents are numbered
    from 1. Cost: O(p log p) in the passages.
    """
    damage = [Damage(found) for found in findings]
    kept, dropped = _Places(), _Places()
    edits: list[list[Edit]] = [[] for _ in texts]
    alike = [family for family in families if family.similarity >= LEAST_ALIKE]
    for family in sorted(alike, key=lambda family: -_weight(family)):
        staying = [copy for copy in copies_of(family, damage) if not dropped.touch(copy.passage)]
        if not staying:
            continue
        choice = kept_of(family, staying)
        original = staying[choice.index].passage
        kept.add(original)
        why = choice.reason.text(language)
        for copy in staying:
            passage = copy.passage
            if kept.touch(passage) or dropped.touch(passage):
                continue
            dropped.add(passage)
            text = texts[passage.document]
            span = _with_line_break(text, passage.span)
            reason = _REASON.filled(
                document=original.document + 1, start=original.span.start + 1, why=why
            ).text(language)
            edits[passage.document].append(Edit(span.start, span.of(text), "", reason))
    return [sorted(deletions, key=lambda edit: edit.start) for deletions in edits]


def _weight(family: Family) -> int:
    return sum(len(passage.span) for passage in family.passages)


def _with_line_break(text: str, span: Span) -> Span:
    """The span with one line break behind it where it takes up whole lines."""
    begins_line = span.start == 0 or text[span.start - 1] == "\n"
    ends_line = text[span.end : span.end + 1] == "\n"
    return Span(span.start, span.end + 1) if begins_line and ends_line else span
