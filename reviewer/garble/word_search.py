"""Finds any of many words in one vectorised pass over a text, however many words there are.

Every two neighbouring characters of the text have a mark, a number that is computed once for all
searches. A search keeps the marks of the first two characters of its words in a table; only where
a mark of the text is in it are words compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np

from reviewer.garble.searched import SearchedText, pair_marks
from reviewer.text.codes import CodePoints, code_points, looked_up
from reviewer.text.script import TABLE_SIZE

_MARKS = 1 << 16


class WordSearch:
    """Finds the places of `words`, which are in Simplified and half width."""

    def __init__(self, words: Iterable[str]) -> None:
        self._long: dict[str, list[str]] = defaultdict(list)
        self._short: set[str] = set()
        for word in sorted(set(filter(None, words))):
            if len(word) == 1:
                self._short.add(word)
            else:
                self._long[word[:2]].append(word)
        self._marks = np.zeros(_MARKS, dtype=np.bool_)
        for pair in self._long:
            self._marks[pair_marks(code_points(pair))] = True
        self._characters = np.zeros(TABLE_SIZE, dtype=np.bool_)
        self._characters[[ord(character) for character in self._short]] = True

    def places(self, searched: SearchedText) -> dict[str, list[int]]:
        """Where each word that the folded text holds begins, in order.

        Cost: O(n) vectorised, and O(1) for each place where words may begin.
        """
        text = searched.folded
        found: dict[str, list[int]] = defaultdict(list)
        for place in np.flatnonzero(self._marks.take(searched.pair_marks)).tolist():
            for word in self._long.get(text[place : place + 2], ()):
                if text.startswith(word, place):
                    found[word].append(place)
        if self._short:
            found.update(self._short_places(searched.folded_codes))
        return found

    def _short_places(self, codes: CodePoints) -> Iterator[tuple[str, list[int]]]:
        """The same for the words of one character."""
        places = np.flatnonzero(looked_up(self._characters, codes))
        written = codes[places]
        for code in set(written.tolist()):
            yield chr(code), places[written == code].tolist()
