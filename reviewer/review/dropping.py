"""Which copies go when repeats are dropped: of every family the representative stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewer.repeats.family import Family, Passage
from reviewer.review.edits import Edit
from reviewer.text.span import Span
from reviewer.text.wording import Language, Wording

_REASON = Wording(
    "与第 {document} 篇第 {start} 字起的段落重复",
    "a copy of the passage at character {start} of document {document}",
)


def dropping_edits(
    texts: Sequence[str], families: Iterable[Family], language: Language
) -> list[list[Edit]]:
    """For each of `texts` the deletions that leave one passage of every family.

    A passage is kept where what it is a copy of would itself be deleted, so nothing is lost from
    all documents at once. Reasons are in `language`; documents are numbered from 1.
    """
    kept: list[Passage] = []
    dropped: list[Passage] = []
    edits: list[list[Edit]] = [[] for _ in texts]
    for family in sorted(families, key=lambda family: -_weight(family)):
        original = family.passages[family.representative]
        if _touches(original, dropped):
            continue
        kept.append(original)
        for passage in family.passages:
            if passage == original or _touches(passage, kept) or _touches(passage, dropped):
                continue
            dropped.append(passage)
            text = texts[passage.document]
            span = _with_line_break(text, passage.span)
            reason = _REASON.filled(
                document=original.document + 1, start=original.span.start + 1
            ).text(language)
            edits[passage.document].append(Edit(span.start, span.of(text), "", reason))
    return [sorted(deletions, key=lambda edit: edit.start) for deletions in edits]


def _weight(family: Family) -> int:
    return sum(len(passage.span) for passage in family.passages)


def _touches(passage: Passage, others: Iterable[Passage]) -> bool:
    return any(
        other.document == passage.document and other.span.overlaps(passage.span) for other in others
    )


def _with_line_break(text: str, span: Span) -> Span:
    """The span with one line break behind it where it takes up whole lines."""
    begins_line = span.start == 0 or text[span.start - 1] == "\n"
    ends_line = text[span.end : span.end + 1] == "\n"
    return Span(span.start, span.end + 1) if begins_line and ends_line else span
