"""Searches a text as if nothing had been injected into it: `統(tǒng)計` is read as 統計.

Injected readings stand in the middle of words, where no rule would look through them. They are left
out before the search, and what is found is placed in the text of record again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reviewer.garble.finding import Finding
from reviewer.garble.searched import SearchedText
from reviewer.text.span import Span


def find_without_readings(
    searched: SearchedText, find: Callable[[SearchedText], Iterable[Finding]]
) -> Iterator[Finding]:
    """What `find` finds in the text without its bracketed readings, as findings of the text.

    A reading behind the last character of a finding belongs to that character. Cost: that of
    `find`, and O(n) more for a text with readings.
    """
    if not searched.readings:
        yield from find(searched)
        return
    plain = without_readings(searched)
    for finding in find(plain.searched):
        span = plain.span_of(finding.span)
        yield Finding(
            finding.kind,
            span,
            span.of(searched.text),
            finding.replacement,
            finding.confidence,
            finding.safe,
            finding.reason,
            finding.alternatives,
            finding.rule,
        )


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text without its readings.

    Attributes:
        searched: what is left, under search.
        places: from which of its places on characters are missing, in order.
        missing: how many are missing from there on, in all.
        readings: where each reading ends in the text of record, by its start.
    """

    searched: SearchedText
    places: list[int]
    missing: list[int]
    readings: dict[int, int]

    def place_of(self, place: int) -> int:
        """Where the character at `place` stands in the text of record."""
        return place + self.missing[bisect_right(self.places, place) - 1]

    def span_of(self, span: Span) -> Span:
        """The same characters in the text of record, with the reading behind the last of them."""
        end = self.place_of(span.end - 1) + 1
        return Span(self.place_of(span.start), self.readings.get(end, end))


def without_readings(searched: SearchedText) -> PlainText:
    """The text without its bracketed readings; made at the first call alone."""
    return searched.once(_plain)


def _plain(searched: SearchedText) -> PlainText:
    if not searched.readings:
        return PlainText(searched, [0], [0], {})
    pieces: list[str] = []
    places, missing = [0], [0]
    done = 0
    for reading in searched.readings:
        pieces.append(searched.text[done : reading.span.start])
        done = reading.span.end
        missing.append(missing[-1] + len(reading.span))
        places.append(done - missing[-1])
    pieces.append(searched.text[done:])
    readings = {reading.span.start: reading.span.end for reading in searched.readings}
    return PlainText(SearchedText("".join(pieces)), places, missing, readings)
