"""Cuts over-long paragraphs into pieces, because Qt lays out a whole block at every key.

A speech that stands on one line would make typing and scrolling crawl (65,000 characters: 0.1 s a
key). The widget gets such a paragraph as several blocks; the breaks between them are no part of
the text of record.
"""

from __future__ import annotations

import re

LONGEST_PARAGRAPH = 4_000
"""Code points up to which a paragraph stays in one piece."""

PIECE_LENGTH = 500
"""Code points that a piece has at most: what is laid out and drawn anew at every key."""

_SENTENCE_END = re.compile(r"[。！？!?；;…][”’」』）)》]*")
_CLAUSE_END = re.compile(r"[，、,：:\s]")


def soft_breaks(text: str) -> list[int]:
    """The offsets before which an over-long paragraph of `text` is cut, sorted. Cost: O(n)."""
    breaks: list[int] = []
    start = 0
    while len(text) - start > LONGEST_PARAGRAPH:
        # Where a line end is near, no paragraph before the last such one is too long.
        near = text.rfind("\n", start, start + LONGEST_PARAGRAPH + 1)
        if near < 0:
            near = text.find("\n", start)
            end = near if near >= 0 else len(text)
            breaks += [start + place for place in piece_ends(text[start:end])]
            near = end
        start = near + 1
    return breaks


def piece_ends(paragraph: str) -> list[int]:
    """Where `paragraph` is cut so that no piece is longer than `PIECE_LENGTH`; its end is left out.

    A piece ends behind the last sentence that fits if that lies in its second half, else behind the
    last clause there, else at its full length.
    """
    ends: list[int] = []
    start = 0
    while len(paragraph) - start > PIECE_LENGTH:
        start = _piece_end(paragraph, start)
        ends.append(start)
    return ends


def _piece_end(paragraph: str, start: int) -> int:
    middle, limit = start + PIECE_LENGTH // 2, start + PIECE_LENGTH
    for mark in (_SENTENCE_END, _CLAUSE_END):
        end = max((match.end() for match in mark.finditer(paragraph, middle, limit)), default=0)
        if end:
            return end
    return limit
