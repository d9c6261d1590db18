"""The odd places of a text, block by block: what was found in one block is tried first in the next.

A file that was read with the wrong charset was so from end to end. Once a block has shown which
mistake it was, the next blocks are read by it alone, and only what it does not explain is read in
every way.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from reviewer.garble.mojibake_edges import with_best_edges
from reviewer.garble.mojibake_places import odd_places
from reviewer.garble.mojibake_runs import Run, find_runs
from reviewer.garble.mojibake_steps import (
    SECOND_STEPS,
    SINGLE_STEPS,
    Step,
    possible_steps,
    steps_among,
)
from reviewer.text.character_model import CharacterModel
from reviewer.text.codes import CodePoints
from reviewer.text.span import Span, merge_spans

TELLING_GAIN = 18.0
"""A run that gains so much tells of which mistake the next blocks are to be read."""

_BLOCK = 1 << 14
"""Code points of a block; a place that is longer is cut at the next line end."""

_LONGEST_BLOCK = 1 << 16
_NEWLINE = 0x0A
_SPACE = 0x20
_BREAK = 0xFFFF


@dataclass(frozen=True, slots=True)
class Source:
    """Places of a text one behind the other, each with a break behind it."""

    codes: CodePoints
    starts: list[int]
    origins: list[int]

    def place(self, index: int) -> int:
        """The place in the text of a place in `codes`."""
        part = bisect(self.starts, index) - 1
        return self.origins[part] + index - self.starts[part]

    def span(self, run: Run) -> Span:
        """Where a run of `codes` stands in the text."""
        return Span(self.place(run.start), self.place(run.end - 1) + 1)


@dataclass(slots=True)
class _Known:
    """The steps of the telling runs so far, in the order in which they were met."""

    firsts: dict[Step, None] = field(default_factory=dict[Step, None])
    seconds: dict[Step, None] = field(default_factory=dict[Step, None])

    def learn(self, run: Run) -> None:
        if run.gain >= TELLING_GAIN:
            first, *second = run.reading.steps
            self.firsts[first] = None
            self.seconds.update(dict.fromkeys(second))


def runs_by_block(
    codes: CodePoints, seen: CodePoints, places: Iterable[Span], model: CharacterModel
) -> Iterator[tuple[Source, Run]]:
    """The runs of mojibake in the odd places of a text, each with the source that it stands in.

    `seen` is the text without what is known not to be odd. Cost: O(n); some fifty readings of the
    first block, and of the next ones a few.
    """
    known = _Known()
    for block in _blocks(codes, places):
        rest = block
        if known.firsts:
            source = _joined(codes, block)
            runs = _edged(source, known.firsts, known.seconds, model)
            yield from ((source, run) for run in runs)
            rest = _unexplained(seen, block, [source.span(run) for run in runs])
        source, steps = _suspicious(codes, seen, rest)
        for run in _edged(source, steps, SECOND_STEPS, model):
            known.learn(run)
            yield source, run


def _edged(
    source: Source, steps: Iterable[Step], seconds: Iterable[Step], model: CharacterModel
) -> list[Run]:
    if not len(source.codes):
        return []
    runs = find_runs(source.codes, steps, seconds, model)
    return with_best_edges(runs, source.codes, model)


def _blocks(codes: CodePoints, places: Iterable[Span]) -> Iterator[list[Span]]:
    """Places together that are a block long; none but the last of a block is cut."""
    block: list[Span] = []
    length = 0
    for place in places:
        start = place.start
        while start < place.end:
            end = _cut(codes, start + _BLOCK - length, place.end)
            block.append(Span(start, end))
            length += end - start
            start = end
            if length >= _BLOCK:
                yield block
                block, length = [], 0
    if block:
        yield block


def _cut(codes: CodePoints, wanted: int, end: int) -> int:
    """Behind the first line end from `wanted` on, or where a block becomes too long."""
    if wanted >= end:
        return end
    longest = min(wanted + _LONGEST_BLOCK, end)
    lines = np.flatnonzero(codes[wanted:longest] == _NEWLINE)
    return wanted + int(lines[0]) + 1 if len(lines) else longest


def _unexplained(seen: CodePoints, block: list[Span], explained: list[Span]) -> list[Span]:
    """The odd places of a block that are left without its explained spans."""
    left: list[Span] = []
    covered = merge_spans(explained)
    starts = [span.start for span in covered]
    for place in block:
        inside = covered[bisect(starts, place.start - 1) : bisect(starts, place.end - 1)]
        codes = seen[place.start : place.end].copy()
        for span in inside:
            codes[span.start - place.start : span.end - place.start] = _SPACE
        odd = [odd.shifted(place.start) for odd in odd_places(codes)]
        left += _without(odd, inside)
    return left


def _without(places: list[Span], covered: list[Span]) -> Iterator[Span]:
    """The parts of `places` that no span of `covered` holds; both are disjoint and in order."""
    for place in places:
        start = place.start
        for span in covered:
            if span.end <= start or span.start >= place.end:
                continue
            if span.start > start:
                yield Span(start, span.start)
            start = span.end
        if start < place.end:
            yield Span(start, place.end)


def _suspicious(
    codes: CodePoints, seen: CodePoints, places: list[Span]
) -> tuple[Source, tuple[Step, ...]]:
    """The places that are read again, and the mistakes that may have been made in them."""
    found = [possible_steps(seen[place.start : place.end]) for place in places]
    looked_at = [place for place, steps in zip(places, found, strict=True) if steps.any()]
    source = _joined(codes, looked_at)
    sets = np.concatenate([np.empty(0, dtype=np.uint64), *found])
    return source, steps_among(SINGLE_STEPS, sets, source.codes)


def _joined(codes: CodePoints, places: list[Span]) -> Source:
    parts: list[CodePoints] = [np.empty(0, dtype=np.uint32)]
    starts: list[int] = []
    length = 0
    for place in places:
        starts.append(length)
        parts += [codes[place.start : place.end], np.array([_BREAK], dtype=np.uint32)]
        length += len(place) + 1
    return Source(np.concatenate(parts), starts, [place.start for place in places])
