"""Decides whether two stretches are copies, or merely share phrases, a pattern or a theme."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from reviewer.repeats.alignment import align
from reviewer.repeats.corpus import Corpus
from reviewer.repeats.pieces import Piece
from reviewer.repeats.settings import RepeatSettings


def _is_parallel(piece: Piece, settings: RepeatSettings) -> bool:
    """Whether the copies are neighbours so short that they may be two members of a parallelism."""
    near = 0 <= piece.right - piece.left_end <= settings.passage_gap
    return near and piece.longer <= settings.parallel_letters


def _is_pattern(text: str, settings: RepeatSettings) -> bool:
    """Whether a stretch is a short unit over and over, or has hardly any different letters."""
    if len(set(text)) < settings.distinct_letters:
        return True
    period = (text + text).find(text, 1)
    return period < min(len(text), settings.passage_letters)


def _is_skeleton(earlier: str, later: str, settings: RepeatSettings) -> bool:
    """Whether two short stretches are one frame, filled with different words all through.

    要加强水利建设，提高水利管理水平 and 要加强林业建设，提高林业管理水平 share a frame: the same
    word gives way to the same other word again and again.
    """
    if max(len(earlier), len(later)) > settings.skeleton_letters:
        return False
    blocks = align(earlier, later)
    swaps = Counter(
        (
            earlier[one.left + one.length : other.left],
            later[one.right + one.length : other.right],
        )
        for one, other in pairwise(blocks)
    )
    return max(swaps.values(), default=0) >= settings.skeleton_swaps


def is_alike(piece: Piece, settings: RepeatSettings) -> bool:
    """Whether two stretches have letters enough in common for what they are.

    The share of common letter pairs decides, which stock phrases strewn over different texts do
    not reach; the fewer equal letters there are beyond phrases, the more is asked.
    """
    if piece.longer > settings.length_ratio * piece.shorter:
        return False
    beyond = sum(max(0, part.letters - settings.phrase_letters) for part in piece.fragments)
    return piece.likeness >= settings.likeness_wanted(settings.phrase_letters + beyond)


def is_copy(corpus: Corpus, piece: Piece, settings: RepeatSettings) -> bool:
    """Whether the stretches of `piece` are copies that an editor would want to see.

    Cost: O(n) in the passage.
    """
    if piece.shorter < settings.passage_letters or not is_alike(piece, settings):
        return False
    if _is_pattern(corpus.text[piece.left : piece.left_end], settings):
        return False
    if _is_parallel(piece, settings) and piece.likeness < settings.parallel_likeness:
        return False
    earlier = corpus.text[piece.left : piece.left_end]
    later = corpus.text[piece.right : piece.right_end]
    return earlier == later or not _is_skeleton(earlier, later, settings)
