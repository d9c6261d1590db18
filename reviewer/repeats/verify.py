"""Decides whether two stretches are copies, or merely share phrases, a pattern or a theme."""

from __future__ import annotations

from reviewer.repeats.corpus import Corpus
from reviewer.repeats.parallels import is_parallelism, is_skeleton
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
    return earlier == later or not (
        is_skeleton(earlier, later, settings) or is_parallelism(earlier, later, settings)
    )
