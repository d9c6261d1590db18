"""Moves the borders of a pair of passages to where the copies really part."""

from __future__ import annotations

from dataclasses import replace

from reviewer.repeats.corpus import Corpus
from reviewer.repeats.pieces import Piece
from reviewer.repeats.settings import RepeatSettings


def _equal_before(text: str, left: int, right: int, limit: int) -> int:
    """How many letters before two places are equal, up to a limit."""
    count = 0
    limit = min(limit, left)
    while count < limit and text[left - count - 1] == text[right - count - 1] != "\0":
        count += 1
    return count


def _equal_behind(text: str, left: int, right: int, limit: int) -> int:
    """How many letters from two places on are equal, up to a limit."""
    count = 0
    limit = min(limit, len(text) - right)
    while count < limit and text[left + count] == text[right + count] != "\0":
        count += 1
    return count


def extended(corpus: Corpus, piece: Piece, settings: RepeatSettings) -> Piece:
    """`piece` with all letters that go on being equal before and behind it, up to the margin.

    Copies that touch do not grow into each other. What both might claim, a heading that stands
    before each of them, goes to the copy that it precedes; unless the equality has no end, which
    tells that this is one of a row of copies and its borders are right.
    """
    text, margin = corpus.text, settings.margin
    apart = piece.right - piece.left_end
    before = _equal_before(text, piece.left, piece.right, margin)
    lent = max(0, before - apart)
    if before == margin or lent >= piece.shorter:
        before, lent = min(before, apart), 0
    after = _equal_behind(
        text, piece.left_end, piece.right_end, 0 if lent else min(margin, apart - before)
    )
    grown = before + after - lent
    return replace(
        piece,
        left=piece.left - before,
        left_end=piece.left_end + after - lent,
        right=piece.right - before,
        right_end=piece.right_end + after - lent,
        letters=piece.letters + grown,
        pairs=piece.pairs + grown,
    )
