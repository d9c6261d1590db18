"""Searches a text as if nothing had been injected into it: `統(tǒng)計` is read as 統計.

Injected readings stand in the middle of words, where no rule would look through them. They are left
out before the search, and what is found is placed in the text of record again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

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
    plain, lost = _plain(searched)
    behind = {reading.span.start: reading.span.end for reading in searched.readings}
    for finding in find(SearchedText(plain)):
        start = _place(lost, finding.span.start)
        end = _place(lost, finding.span.end - 1) + 1
        span = Span(start, behind.get(end, end))
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


def _plain(searched: SearchedText) -> tuple[str, list[tuple[int, int]]]:
    """The text without its readings; and from which place on how many characters are missing."""
    pieces: list[str] = []
    lost: list[tuple[int, int]] = [(0, 0)]
    done = missing = 0
    for reading in searched.readings:
        pieces.append(searched.text[done : reading.span.start])
        done = reading.span.end
        missing += len(reading.span)
        lost.append((done - missing, missing))
    pieces.append(searched.text[done:])
    return "".join(pieces), lost


def _place(lost: list[tuple[int, int]], place: int) -> int:
    """Where a character of the plain text stands in the text of record."""
    return place + lost[bisect_right(lost, place, key=_first) - 1][1]


def _first(entry: tuple[int, int]) -> int:
    return entry[0]
