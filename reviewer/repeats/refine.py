"""Turns a chain of seeds into pieces of passages with borders, by alignment letter by letter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reviewer.repeats.alignment import Block, align
from reviewer.repeats.chains import Chain
from reviewer.repeats.corpus import Corpus
from reviewer.repeats.pieces import Piece
from reviewer.repeats.settings import RepeatSettings


def fragments_of(blocks: Iterable[Block], settings: RepeatSettings) -> list[Piece]:
    """The stretches of an alignment in which equal letters outweigh unequal ones.

    The score rises by 1 with each equal letter and falls by the edit cost with each other; a
    fragment is closed at its peak when the score has fallen too far below it (x-drop, as in
    sequence search). Fragments with few equal letters are left out.
    """
    found: list[Piece] = []
    start = peak = (0, 0, 0, 0)
    end = (-1, -1)
    score = best = 0.0
    letters = pairs = 0

    def close() -> None:
        if peak[2] >= settings.fragment_letters:
            found.append(Piece(start[0], peak[0], start[1], peak[1], peak[2], peak[3]))

    for left, right, length in blocks:
        cost = settings.edit_cost * max(left - end[0], right - end[1])
        if score - cost <= 0 or best - score + cost > settings.fragment_drop:
            close()
            start = (left, right, 0, 0)
            peak = (left, right, 0, 0)
            score = best = 0.0
            letters = pairs = 0
        else:
            score -= cost
        score += length
        letters += length
        pairs += length - 1
        end = (left + length, right + length)
        if score >= best:
            best = score
            peak = (*end, letters, pairs)
    close()
    return found


def _window(corpus: Corpus, chain: Chain, settings: RepeatSettings) -> tuple[int, int, int, int]:
    """The stretches to align: the chain with a margin, inside its documents, never overlapping."""
    first, second = corpus.document_of(chain.left), corpus.document_of(chain.right)
    before = min(
        settings.margin,
        chain.left - corpus.starts[first],
        chain.right - corpus.starts[second],
    )
    after = min(
        settings.margin,
        corpus.ends[first] - chain.left_end,
        corpus.ends[second] - chain.right_end,
    )
    if first == second:
        between = chain.right - chain.left_end
        before, after = min(before, between), min(after, between)
    return (
        chain.left - before,
        chain.left_end + after,
        chain.right - before,
        chain.right_end + after,
    )


class Candidate(NamedTuple):
    """A chain with its letters: all that is needed to refine it, and little to send elsewhere.

    Attributes:
        left: where the earlier stretch begins in the corpus.
        right: where the later one does.
        earlier: the letters of the one.
        later: the letters of the other.
        anchors: the runs between them, in places of the two stretches.
    """

    left: int
    right: int
    earlier: str
    later: str
    anchors: list[tuple[int, int, int]]


def candidate_of(corpus: Corpus, chain: Chain, settings: RepeatSettings) -> Candidate:
    """A chain with the letters to align: those of a single run alone, of others with a margin."""
    run = chain.runs[0]
    lefts = corpus.text[run.left : run.left + run.length]
    rights = corpus.text[run.right : run.right + run.length]
    if len(chain.runs) == 1 and lefts == rights:
        return Candidate(run.left, run.right, lefts, rights, [(0, 0, run.length)])
    left, left_end, right, right_end = _window(corpus, chain, settings)
    anchors = [(one.left - left, one.right - right, one.length) for one in chain.runs]
    return Candidate(left, right, corpus.text[left:left_end], corpus.text[right:right_end], anchors)


def pieces_of(candidate: Candidate, settings: RepeatSettings) -> list[Piece]:
    """The fragments of a candidate that are more than stock phrases, in order, with their borders.

    Cost: one alignment of the two stretches; none where they are equal.
    """
    left, right, earlier, later, anchors = candidate
    if earlier == later:
        length = len(earlier)
        whole = Piece(left, left + length, right, right + length, length, length - 1)
        return [whole] if length >= settings.fragment_letters else []
    if len(set(earlier)) < settings.distinct_letters:
        return []
    blocks = align(earlier, later, [Block(*anchor) for anchor in anchors])
    moved = (Block(at + left, to + right, length) for at, to, length in blocks)
    return fragments_of(moved, settings)
