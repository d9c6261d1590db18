"""Wrong words that are told by a list: a wrong form, the right form, and how sure the list is.

A list of many hundred words is looked for in one vectorised pass: of every wrong form one pair of
neighbouring characters is kept which the right form has not, and only where such a pair stands is
the word itself compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.searched import SearchedText
from reviewer.garble.written_alike import fitted, is_traditional
from reviewer.text.codes import code_points
from reviewer.text.span import Span
from reviewer.text.wording import Wording

_REASON = Wording("“{wrong}”应为“{right}”", "{wrong} should be {right}")
_PLANE = 1 << 16


@dataclass(frozen=True, slots=True)
class ListedWord:
    """One line of a list.

    Attributes:
        wrong: what must not stand there, in Simplified and half width.
        right: what should.
        kind: what sort of error it is.
        confidence: how sure the list is.
        rule: the name of the list.
        everywhere: whether the word is wrong in Traditional texts too.
    """

    wrong: str
    right: str
    kind: Kind
    confidence: float
    rule: str
    everywhere: bool = True


class WordIndex:
    """Finds any of many words in a text. Cost: O(n) vectorised, whatever the number of words."""

    def __init__(self, words: Iterable[ListedWord]) -> None:
        self._by_pair: dict[int, list[tuple[int, ListedWord]]] = defaultdict(list)
        self._first = np.zeros(_PLANE, dtype=np.bool_)
        self._second = np.zeros(_PLANE, dtype=np.bool_)
        for word in words:
            place = _telling_pair(word)
            first, second = ord(word.wrong[place]), ord(word.wrong[place + 1])
            self._by_pair[first * _PLANE + second].append((place, word))
            self._first[first] = self._second[second] = True
        self._pairs = np.array(sorted(self._by_pair), dtype=np.uint64)

    def found_in(self, text: str) -> Iterator[tuple[Span, ListedWord]]:
        """Where words of the list stand in `text`, in order of their telling pairs."""
        for start, pair in self._places(text):
            for place, word in self._by_pair[pair]:
                begin = start - place
                if begin >= 0 and text.startswith(word.wrong, begin):
                    yield Span(begin, begin + len(word.wrong)), word

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        codes = np.minimum(code_points(text), _PLANE - 1)
        if len(codes) < 2 or not len(self._pairs):
            return
        likely = np.flatnonzero(self._first[codes[:-1]] & self._second[codes[1:]])
        keys: NDArray[np.uint64] = codes[likely].astype(np.uint64) * _PLANE + codes[likely + 1]
        near = np.minimum(np.searchsorted(self._pairs, keys), len(self._pairs) - 1)
        hits = self._pairs[near] == keys
        yield from zip(likely[hits].tolist(), keys[hits].tolist(), strict=True)


def _telling_pair(word: ListedWord) -> int:
    """The place of the first two neighbours of the wrong form that the right form has not."""
    places = range(len(word.wrong) - 1)
    return next((i for i in places if word.wrong[i : i + 2] not in word.right), 0)


def find_listed_words(searched: SearchedText, index: WordIndex) -> Iterator[Finding]:
    """A finding for every word of the lists, with its repair in the script of the place."""
    for span, word in index.found_in(searched.folded):
        marked = span.of(searched.text)
        traditional = is_traditional(marked, searched)
        if traditional and not word.everywhere:
            continue
        right = fitted(marked, word.wrong, word.right, traditional=traditional)
        yield Finding(
            kind=word.kind,
            span=span,
            text=marked,
            replacement=right,
            confidence=word.confidence,
            safe=False,
            reason=_REASON.filled(wrong=marked, right=right),
            rule=word.rule,
        )
