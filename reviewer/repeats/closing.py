"""Passages end at a letter; the sign that closes their last sentence belongs to them too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewer.repeats.family import Family, Passage
from reviewer.text.span import Span

CLOSING_SIGNS = frozenset("。！？；…!?;.”’」』）》】)]")
MOST_SIGNS = 4
"""Signs that are taken in; a longer row of them is a line that somebody drew."""


def with_closing_signs(texts: Sequence[str], families: Sequence[Family]) -> tuple[Family, ...]:
    """The families with the signs that directly follow each passage taken into it.

    Args:
        texts: the texts that the passages are spans of.
        families: what `find_families` found in them.
    """
    return tuple(
        replace(
            family,
            passages=tuple(
                _closed(texts[passage.document], passage) for passage in family.passages
            ),
        )
        for family in families
    )


def _closed(text: str, passage: Passage) -> Passage:
    end = passage.span.end
    while end < len(text) and text[end] in CLOSING_SIGNS:
        end += 1
    if end - passage.span.end > MOST_SIGNS:
        return passage
    return Passage(passage.document, Span(passage.span.start, end))
