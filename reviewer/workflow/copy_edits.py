"""The edits of a choice between copies: one reading put into others, all copies but one removed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reviewer.review.edits import Edit
from reviewer.review.steps import DocumentId
from reviewer.text.span import Span, merge_spans
from reviewer.text.wording import Language, Wording
from reviewer.workflow.library_repeats import Member

TextOf = Callable[[DocumentId], str]
EditRows = list[tuple[DocumentId, list[Edit]]]
"""For each document its edits, sorted by start, as the desk takes them."""

_READING = Wording("改用另一份副本的说法", "the reading of another copy")
_REMOVED = Wording("重复段落，另一份副本保留", "a repeated passage; another copy of it stays")


def replaced(member: Member, text: str, text_of: TextOf, language: Language) -> Edit:
    """The edit that puts `text` in the place of a passage; its reason is in `language`."""
    old = member.span.of(text_of(member.document))
    return Edit(member.span.start, old, text, _READING.text(language))


def reading_edits(
    chosen: Member, others: Iterable[Member], text_of: TextOf, language: Language
) -> EditRows:
    """The edits after which `others` read as `chosen` does.

    Args:
        chosen: the reading that is right.
        others: readings of the same place in other copies; those that say the same stay.
        text_of: gives the text of a document as it is now.
        language: that of the reason in the ledger.
    """
    words = chosen.span.of(text_of(chosen.document))
    rows: dict[DocumentId, list[Edit]] = {}
    for other in sorted(others, key=lambda one: (one.document, one.span)):
        edit = replaced(other, words, text_of, language)
        if edit.removed != words:
            rows.setdefault(other.document, []).append(edit)
    return list(rows.items())


def removal_edits(
    kept: Member, others: Iterable[Member], text_of: TextOf, language: Language
) -> EditRows:
    """The edits that remove other copies; not one character of `kept` goes with them.

    Args:
        kept: the copy that stays.
        others: the copies to be removed; they may overlap each other and the one that stays.
        text_of: gives the text of a document as it is now.
        language: that of the reason in the ledger.
    """
    spans: dict[DocumentId, list[Span]] = {}
    for other in others:
        near = other.document == kept.document
        pieces = _outside(other.span, kept.span) if near else [other.span]
        spans.setdefault(other.document, []).extend(pieces)
    rows: EditRows = []
    for document, found in sorted(spans.items()):
        text = text_of(document)
        whole = [_with_line_break(text, span) for span in merge_spans(found) if len(span)]
        edits = [
            Edit(span.start, span.of(text), "", _REMOVED.text(language))
            for span in merge_spans(whole)
        ]
        if edits:
            rows.append((document, edits))
    return rows


def removed_characters(rows: Sequence[tuple[DocumentId, Sequence[Edit]]]) -> int:
    """How many code points go with some edits."""
    return sum(len(edit.removed) for _, edits in rows for edit in edits)


def _outside(span: Span, kept: Span) -> list[Span]:
    """What of `span` lies outside `kept`."""
    if not span.overlaps(kept):
        return [span]
    pieces = (
        Span(span.start, max(span.start, kept.start)),
        Span(min(span.end, kept.end), span.end),
    )
    return [piece for piece in pieces if len(piece)]


def _with_line_break(text: str, span: Span) -> Span:
    """The span with one line break behind it where it takes up whole lines."""
    begins_line = span.start == 0 or text[span.start - 1] == "\n"
    ends_line = text[span.end : span.end + 1] == "\n"
    return Span(span.start, span.end + 1) if begins_line and ends_line else span
