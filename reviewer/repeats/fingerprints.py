"""Fingerprints of a text: the few hashes by which a library tells who shares a passage with it.

Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
fingerprinting", SIGMOD 2003): of every `WINDOW` neighbouring runs of `RUN_LETTERS` letters the one
with the smallest hash is kept. Which one that is depends on these letters alone, so two texts that
share `GUARANTEED` letters in a row anywhere keep at least one run in common.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reviewer.text.canonical import CanonicalText

RUN_LETTERS = 7
"""Letters of the canonical stream that one fingerprint stands for."""

WINDOW = 15
"""Of so many neighbouring runs one is kept at least; on average two are kept of every 16."""

GUARANTEED = WINDOW + RUN_LETTERS - 1
"""An equal stretch of so many letters is never missed; it is shorter than any passage."""

FINGERPRINT_VERSION = 1
"""Raised whenever the same text would get other fingerprints; those kept are then made anew."""

Fingerprints = NDArray[np.uint32]
"""The fingerprints of one text, each once, rising."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIXERS = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_SHIFTS = (np.uint64(30), np.uint64(27), np.uint64(31))
_LOW_HALF = np.uint64(0xFFFFFFFF)


def fingerprints_of(stream: CanonicalText) -> Fingerprints:
    """The fingerprints of a text, from its canonical stream.

    A stream of fewer than `GUARANTEED` letters has one fingerprint, one of fewer than
    `RUN_LETTERS` none. Cost: O(n), vectorised; about 20 M letters a second.
    """
    hashes = _run_hashes(stream.letters)
    if not len(hashes):
        return np.zeros(0, dtype=np.uint32)
    kept = _smallest(hashes, min(WINDOW, len(hashes)))
    # The high half decided which are kept, so those are small numbers; the low half is even.
    return np.unique((kept & _LOW_HALF).astype(np.uint32))


def _run_hashes(letters: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """A 64-bit hash of every run of letters: a polynomial, mixed as in SplitMix64."""
    count = max(0, len(letters) - RUN_LETTERS + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(RUN_LETTERS):
        hashes *= _BASE
        hashes += letters[offset : offset + count]
    for shift, mixer in zip(_SHIFTS, _MIXERS, strict=False):
        hashes ^= hashes >> shift
        hashes *= mixer
    hashes ^= hashes >> _SHIFTS[-1]
    return hashes


def _smallest(hashes: NDArray[np.uint64], window: int) -> NDArray[np.uint64]:
    """The smallest of every `window` neighbours, by doubling: O(n log window)."""
    smallest, width = hashes, 1
    while width < window:
        step = min(width, window - width)
        smallest = np.minimum(smallest[:-step], smallest[step:])
        width += step
    return smallest


def places_of(stream: CanonicalText, asked: Fingerprints) -> NDArray[np.int64]:
    """Where in a stream runs begin that have one of some fingerprints, kept of it or not, rising.

    Args:
        stream: the letters that are looked through.
        asked: fingerprints of another text, rising.
    """
    hashes = (_run_hashes(stream.letters) & _LOW_HALF).astype(np.uint32)
    return np.flatnonzero(np.isin(hashes, asked)).astype(np.int64)
