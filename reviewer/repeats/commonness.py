"""Tells copies from stock phrases by how often their words stand elsewhere in the collection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from reviewer.repeats.comparison import blocks_in_order
from reviewer.repeats.corpus import Corpus
from reviewer.repeats.members import Star, Stretch
from reviewer.repeats.seeds import window_hashes
from reviewer.repeats.settings import RepeatSettings
from reviewer.text.codes import CodePoints

_LONGER = 2
"""By so many letters a window that is counted is longer than a seed; seeds are frequent anyway."""

_CHUNK = 1 << 22
"""So many letters of the collection are hashed at a time, to bound the memory."""

_TABLE_BITS = 22


def _slot(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    return hashes >> np.uint64(64 - _TABLE_BITS)


def _times(letters: CodePoints, window: int, wanted: NDArray[np.uint64]) -> NDArray[np.int64]:
    """How often each of `wanted`, sorted and distinct, is the hash of a window of `letters`.

    A table of one bit a slot sorts out nearly all windows before the search. Cost: O(n).
    """
    counts = np.zeros(len(wanted), dtype=np.int64)
    table = np.zeros(1 << _TABLE_BITS, dtype=bool)
    table[_slot(wanted)] = True
    for start in range(0, len(letters) - window + 1, _CHUNK):
        hashes = window_hashes(letters[start : start + _CHUNK + window - 1], window)
        hashes = hashes[table[_slot(hashes)]]
        at = np.minimum(np.searchsorted(wanted, hashes), len(wanted) - 1)
        counts += np.bincount(at[wanted[at] == hashes], minlength=len(wanted))
    return counts


def _counted(corpus: Corpus, stretches: Sequence[Stretch], window: int) -> list[NDArray[np.int64]]:
    """For each stretch how often each of its windows stands in the collection."""
    hashes = [window_hashes(corpus.letters[slice(*stretch)], window) for stretch in stretches]
    wanted, places = np.unique(np.concatenate(hashes), return_inverse=True)
    counts = _times(corpus.letters, window, wanted)[places]
    return np.split(counts, np.cumsum([len(one) for one in hashes])[:-1])


def _own(counts: NDArray[np.int64], window: int, most: int) -> NDArray[np.bool_]:
    """Which letters of a stretch lie in no window that occurs more often than `most`."""
    own = np.ones(len(counts) + window - 1, dtype=bool)
    for at in np.flatnonzero(counts > most):
        own[at : at + window] = False
    return own


def _copies(
    corpus: Corpus, star: Star, own: NDArray[np.bool_], settings: RepeatSettings
) -> list[int]:
    """The members of a star that share with the centre what is its own."""
    centre = corpus.text[slice(*star.members[0])]
    letters = int(np.count_nonzero(own))
    kept = [0]
    for number, member in enumerate(star.members[1:], start=1):
        blocks = blocks_in_order(centre, corpus.text[slice(*member)], settings)
        shared = sum(
            int(np.count_nonzero(own[block.left : block.left + block.length])) for block in blocks
        )
        if shared >= max(settings.fragment_letters, settings.own_likeness * letters):
            kept.append(number)
    return kept


def without_formulas(corpus: Corpus, stars: Sequence[Star], settings: RepeatSettings) -> list[Star]:
    """The stars without those whose members only share stock phrases.

    What is stock shows in the numbers: the words of a passage that stands in two places stand in
    two places, those of a phrase in many more. Long passages are never in doubt. Cost: one pass
    over the letters of the collection, and one alignment for each member that is in doubt.
    """
    doubtful = [star for star in stars if star.longest <= settings.skeleton_letters]
    if not doubtful:
        return list(stars)
    window = settings.seed_rate(len(corpus.letters)).length + _LONGER
    counts = _counted(corpus, [star.members[0] for star in doubtful], window)
    own = {
        star.members[0]: _own(times, window, settings.common_times * len(star.members))
        for star, times in zip(doubtful, counts, strict=True)
    }
    found: list[Star] = []
    for star in stars:
        mask = own.get(star.members[0])
        if mask is None or np.count_nonzero(~mask) < settings.common_share * len(mask):
            found.append(star)
            continue
        kept = _copies(corpus, star, mask, settings)
        if len(kept) > 1:
            found.append(
                replace(
                    star,
                    members=[star.members[at] for at in kept],
                    ordered=[star.ordered[at] for at in kept],
                    similarities=[star.similarities[at] for at in kept],
                )
            )
    return found
