"""Tells parallels from copies: sentences built to one frame, each with other words in it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from reviewer.repeats.alignment import Block, align
from reviewer.repeats.settings import RepeatSettings

_WINDOW = 3
"""So many letters in a row that recur inside a passage belong to a frame."""


def frame_of(text: str) -> list[bool]:
    """For every letter whether it belongs to letters in a row that recur in `text`.

    Cost: O(n).
    """
    windows = [text[at : at + _WINDOW] for at in range(len(text) - _WINDOW + 1)]
    times = Counter(windows)
    frame = [False] * len(text)
    for at, window in enumerate(windows):
        if times[window] > 1:
            frame[at : at + _WINDOW] = [True] * _WINDOW
    return frame


def _own_letters(frame: list[bool], blocks: list[Block]) -> int:
    """How many letters in blocks are no part of the frame."""
    return sum(frame[block.left : block.left + block.length].count(False) for block in blocks)


def is_parallelism(earlier: str, later: str, settings: RepeatSettings) -> bool:
    """Whether two stretches only share a frame that recurs in each of them.

    我们要坚持…，把…放在心上 three times over is like any other three of its kind; copies have what
    stands between the recurring words in common too. Cost: one alignment, where a frame is found.
    """
    if max(len(earlier), len(later)) > settings.frame_letters:
        return False
    frame = frame_of(earlier)
    if frame.count(True) < settings.frame_share * len(earlier):
        return False
    own = frame.count(False)
    return _own_letters(frame, align(earlier, later)) < settings.frame_likeness * own


def is_skeleton(earlier: str, later: str, settings: RepeatSettings) -> bool:
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
