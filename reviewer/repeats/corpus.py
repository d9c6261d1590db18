"""All documents of one search laid end to end, so that a place in any of them is one number."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reviewer.repeats.family import Passage
from reviewer.text.canonical import CanonicalText
from reviewer.text.codes import CodePoints, to_text

PADDING = 128
"""Empty places after each document: more than any gap that is bridged, so nothing runs across."""

_PIECE = 1 << 22
"""So many letters are made a string at a time; the way there takes eight bytes a letter."""

Places = NDArray[np.int64]
"""Places in the corpus: counted in letters from the start of the first document."""


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """The letters of all documents in one line, with `PADDING` zeros after each.

    Attributes:
        letters: all streams, zeros between them.
        text: the same as a string.
        starts: where each document begins, rising.
        ends: where each document ends.
        texts: the streams in the order in which they are laid out.
        numbers: for each of them its place in the list that the caller gave.
    """

    letters: CodePoints
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    texts: tuple[CanonicalText, ...]
    numbers: tuple[int, ...]

    def documents_of(self, places: Places) -> Places:
        """For each place the index of its document in `texts`."""
        return np.searchsorted(np.array(self.starts), places, side="right") - 1

    def document_of(self, place: int) -> int:
        """The index in `texts` of the document that holds a place."""
        return bisect(self.starts, place) - 1

    def passage(self, start: int, end: int) -> Passage:
        """The passage of the caller's documents that a range of letters stands for."""
        document = self.document_of(start)
        shift = self.starts[document]
        span = self.texts[document].offsets.to_text(start - shift, end - shift)
        return Passage(self.numbers[document], span)


def corpus_of(texts: Sequence[CanonicalText]) -> Corpus:
    """Lays `texts` out in an order that depends on their letters alone.

    So the order in which documents were opened cannot change what is found. Cost: O(n).
    """
    order = sorted(
        range(len(texts)), key=lambda at: (len(texts[at]), crc32(texts[at].letters.data))
    )
    ordered = tuple(texts[at] for at in order)
    ends = tuple(accumulate(len(text) + PADDING for text in ordered))
    letters = np.zeros(ends[-1] if ends else 0, dtype=np.uint32)
    starts: list[int] = []
    for text, end in zip(ordered, ends, strict=True):
        starts.append(end - PADDING - len(text))
        letters[starts[-1] : end - PADDING] = text.letters
    bounds = tuple(end - PADDING for end in ends)
    pieces = (to_text(letters[at : at + _PIECE]) for at in range(0, len(letters), _PIECE))
    return Corpus(letters, "".join(pieces), tuple(starts), bounds, ordered, tuple(order))
