"""Wrong words that are told by a list: a wrong form, the right form, and how sure the list is.

A list of many hundred words is looked for in one scan, by a pair of neighbouring characters which
the right form has not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.searched import SearchedText
from reviewer.garble.word_search import WordSearch
from reviewer.garble.written_alike import fitted, is_traditional
from reviewer.text.span import Span
from reviewer.text.wording import Wording

_REASON = Wording("“{wrong}”应为“{right}”", "{wrong} should be {right}")


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
    """Finds any of the words of the lists in a text.

    A wrong form is looked for from that pair of neighbours on which the right form has not:
    贯彻落买 by its 落买, as 贯彻 stands everywhere.
    """

    def __init__(self, words: Iterable[ListedWord]) -> None:
        self._by_tail: dict[str, list[tuple[int, ListedWord]]] = defaultdict(list)
        for word in words:
            place = _telling_pair(word)
            self._by_tail[word.wrong[place:]].append((place, word))
        self._search = WordSearch(self._by_tail)

    def found_in(self, searched: SearchedText) -> Iterator[tuple[Span, ListedWord]]:
        """Where words of the lists stand in the folded text."""
        for tail, places in self._search.places(searched).items():
            for before, word in self._by_tail[tail]:
                for place in places:
                    begin = place - before
                    if begin >= 0 and searched.folded.startswith(word.wrong, begin):
                        yield Span(begin, begin + len(word.wrong)), word


def _telling_pair(word: ListedWord) -> int:
    """The place of the first two neighbours of the wrong form that the right form has not."""
    places = range(len(word.wrong) - 1)
    return next((i for i in places if word.wrong[i : i + 2] not in word.right), 0)


def find_listed_words(searched: SearchedText, index: WordIndex) -> Iterator[Finding]:
    """A finding for every word of the lists, with its repair in the script of the place."""
    for span, word in index.found_in(searched):
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
