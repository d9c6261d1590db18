"""Places in texts as a person is told of them: which document, and which line of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reviewer.repeats.family import Passage
from reviewer.text.wording import Wording

_ELSEWHERE = Wording("《{name}》第 {line} 行", "“{name}”, line {line},")
_HERE = Wording("本文第 {line} 行的另一份", "the other copy in this text, line {line},")
_UNNAMED = Wording("第 {number} 篇文稿第 {line} 行", "document {number}, line {line},")
_MORE = Wording("{place}等 {count} 处", "{place} and so on, {count} places in all,")


class Places:
    """Names places in a list of texts; lines are counted once a text, when first asked for."""

    def __init__(self, texts: Sequence[str], names: Sequence[str] = ()) -> None:
        """Name places in `texts` by the names of the documents, or by number without names."""
        self._texts = texts
        self._names = names
        self._breaks: dict[int, list[int]] = {}

    def line(self, document: int, offset: int) -> int:
        """The number of a line of a text, from 1. Cost: O(log n) after the first call."""
        breaks = self._breaks.get(document)
        if breaks is None:
            text = self._texts[document]
            breaks = [found.start() for found in re.finditer("\n", text)]
            self._breaks[document] = breaks
        return bisect_right(breaks, offset - 1) + 1

    def named(self, passage: Passage, seen_from: int, count: int = 1) -> Wording:
        """A place, told to somebody who reads document `seen_from`.

        Args:
            passage: the place.
            seen_from: the number of the document that is read.
            count: how many places say the same.
        """
        line = self.line(passage.document, passage.span.start)
        if passage.document == seen_from:
            place = _HERE.filled(line=line)
        elif passage.document < len(self._names):
            place = _ELSEWHERE.filled(name=self._names[passage.document], line=line)
        else:
            place = _UNNAMED.filled(number=passage.document + 1, line=line)
        if count == 1:
            return place
        return Wording(
            _MORE.zh.format(place=place.zh, count=count),
            _MORE.en.format(place=place.en, count=count),
        )
