"""Runs of mojibake: where reading a text again turns what nobody writes into Chinese prose.

Every chain of charsets is tried over all odd places at once. The gain of a run is how much more
probable it is as it reads than as it stands, in powers of ten by the character model; the runs of
a chain are its segments of greatest gain (Ruzzo and Tompa's problem, solved by one pass with a
bound on the drop inside a segment). Where chains compete, the greater gain wins.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.mojibake_charsets import HOLE, Charset
from reviewer.garble.mojibake_readings import Reading, read_again, source_reading
from reviewer.garble.mojibake_steps import (
    FIRST_STEPS,
    Step,
    possible_steps,
    steps_among,
)
from reviewer.text.character_model import CharacterModel, symbols_of
from reviewer.text.codes import CodePoints, to_text

LEAST_GAIN = 9.0
"""A run must be a thousand million times likelier as it reads than as it stands."""

LEAST_COHERENCE = 3.0
"""Characters that nothing but chance put together have none. It is not asked of whole UTF-8, whose
rules chance bytes do not keep."""

_MOST_DROP = 9.0
_HOLE_COST = -6.0
_BARRED_COST = -100.0
_LEAST_ODDS = -9.0
"""No character of the source counts as less probable than this."""

_LEAST_PLAUSIBLE = -3.4
_DOUBT = 1.5
"""A short run may be this much, over the root of its length, less plausible than prose."""

_COMMON_WORTH = 0.75
"""What a run of common characters may lack of coherence for every one of them and every power of
ten by which they are more plausible than they must be."""

_MOST_HOLES = 0.5
_LEAST_READ = 4
_LEAST_READ_WIDE = 4
_NEWLINE = 0x0A
_FOREIGN_SHARE = 0.75
# Greek to Armenian, circled numbers and Roman numerals, box drawings, kana, Bopomofo, half-width
# kana: first and one past the last of each.
_FOREIGN_BLOCKS = np.array(
    [0x370, 0x590, 0x2150, 0x2500, 0x2501, 0x2580, 0x3040, 0x3100, 0x3101, 0x3130, 0xFF61, 0xFFA0]
)


@dataclass(frozen=True, slots=True)
class Run:
    """A part of the source that reads as Chinese.

    Attributes:
        reading: how the source reads.
        first: the first character of the reading that belongs to the run.
        last: one past its last character.
        gain: how much likelier the run is as it reads than as it stands, as a log10.
        coherence: how much likelier its characters are in this order than in any, as a log10.
        lead: by how much more it gains than the best other reading of its place.
    """

    reading: Reading
    first: int
    last: int
    gain: float
    coherence: float
    lead: float = math.inf

    @property
    def start(self) -> int:
        """Where it begins in the source."""
        return int(self.reading.borders[self.first])

    @property
    def end(self) -> int:
        """Where it ends in the source."""
        return int(self.reading.borders[self.last])

    @property
    def codes(self) -> CodePoints:
        """How it reads, U+FFFD for each hole."""
        return self.reading.codes[self.first : self.last]

    @property
    def text(self) -> str:
        """How it reads, as a string."""
        return to_text(self.codes)


def find_runs(
    codes: CodePoints, steps: Iterable[Step], seconds: Iterable[Step], model: CharacterModel
) -> list[Run]:
    """The runs of `codes`, disjoint and in order, read by each of `steps`.

    Behind a step that may undo the later of two mistakes each of `seconds` is tried as well.

    Cost: O(n) a chain, vectorised.
    """
    source = source_reading(codes)
    odds = np.maximum(model.log_probabilities(to_text(codes)), _LEAST_ODDS)
    standing = np.concatenate(([0.0], np.cumsum(odds, dtype=np.float64)))
    candidates: list[Run] = []
    for reading in _readings(source, steps, seconds, model):
        candidates += _runs_of(reading, codes, standing, model)
    return _chosen(candidates)


def _readings(
    source: Reading, steps: Iterable[Step], seconds: Iterable[Step], model: CharacterModel
) -> Iterator[Reading]:
    for step in steps:
        reading = read_again(source, step, model)
        if not reading.is_read.any():
            continue
        yield reading
        if step in FIRST_STEPS and seconds:
            parts = reading.where_read()
            found = possible_steps(parts.codes)
            for second in steps_among(seconds, found, parts.codes):
                yield read_again(parts, second, model)


def _runs_of(
    reading: Reading, source: CodePoints, standing: NDArray[np.float64], model: CharacterModel
) -> Iterator[Run]:
    text = to_text(reading.codes)
    odds = model.log_probabilities(text).astype(np.float64)
    lift = _lift(text, odds, model)
    odds[reading.codes == HOLE] = _HOLE_COST
    odds[reading.barred] = _BARRED_COST
    reads = np.concatenate(([0.0], np.cumsum(odds)))
    shared = np.flatnonzero(reading.borders >= 0)
    places = reading.borders[shared]
    gains = reads[shared] - standing[places]
    for rise in _rises(gains):
        for start, end in _kept_lines(reading, *shared[list(rise)].tolist()):
            gain = float(np.diff(gains[np.searchsorted(shared, (start, end))])[0])
            read = (reading.codes[start:end] >= 0x80) & (reading.codes[start:end] != HOLE)
            coherence = float(np.sum(lift[start:end][read]))
            run = Run(reading, start, end, gain, coherence)
            whole = _at_line_end(source, run.start) and _at_line_end(source, run.end)
            reads_well = _is_prose(run, odds[start:end][read], whole=whole)
            if gain >= LEAST_GAIN and reads_well and not _is_foreign(source[run.start : run.end]):
                yield run


def _kept_lines(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch of a reading without the lines of it that are mostly holes: another mistake's."""
    holes = np.concatenate(([0], np.cumsum(reading.codes[start:end] == HOLE)))
    begun = reading.borders[start:end] >= 0
    begun[:-1] &= begun[1:]
    breaks = np.flatnonzero((reading.codes[start:end] == _NEWLINE) & begun)
    firsts, lasts = np.append(0, breaks + 1), np.append(breaks, end - start)
    lost = holes[lasts] - holes[firsts] > _MOST_HOLES * (lasts - firsts)
    if not lost.any():
        return [(start, end)]
    edges = np.diff(np.concatenate(([1], lost, [1])).astype(np.int8))
    heads, tails = np.flatnonzero(edges < 0), np.flatnonzero(edges > 0) - 1
    return [
        (start + first, start + last)
        for first, last in zip(firsts[heads].tolist(), lasts[tails].tolist(), strict=True)
        if first < last
    ]


def _lift(text: str, odds: NDArray[np.float64], model: CharacterModel) -> NDArray[np.float64]:
    """How much likelier every character is made by those before it; a repeated one is not."""
    symbols = symbols_of(text, model.table)
    alone = model.alone[symbols] + model.share[symbols]
    lift = odds - alone
    lift[1:][symbols[1:] == symbols[:-1]] = 0.0
    return lift


def _rises(gains: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Pairs of places between which the sum rises by `LEAST_GAIN` with no great drop inside."""
    if not len(gains) or np.max(gains - np.minimum.accumulate(gains)) < LEAST_GAIN:
        return []
    found: list[tuple[int, int]] = []
    sums: list[float] = gains.tolist()
    low = high = 0
    for place, value in enumerate(sums):
        if value > sums[high]:
            high = place
        elif value < sums[low] or sums[high] - value > _MOST_DROP:
            if sums[high] - sums[low] >= LEAST_GAIN:
                found.append((low, high))
            low = high = place
    if sums[high] - sums[low] >= LEAST_GAIN:
        found.append((low, high))
    return found


def _at_line_end(source: CodePoints, place: int) -> bool:
    """Whether a line ends at a place, or one character before or behind it."""
    around = source[max(0, place - 1) : place + 1]
    return len(around) < 2 or bool((around == _NEWLINE).any())


def _is_prose(run: Run, odds: NDArray[np.float64], *, whole: bool) -> bool:
    """Whether a run reads as Chinese; `odds` are those of its characters beyond ASCII.

    Less is asked of a run that is a `whole` line, and less coherence of common characters.
    """
    count = len(odds)
    right = run.reading.steps[-1].right
    holes = int(np.count_nonzero(run.codes == HOLE))
    least = _LEAST_READ_WIDE if right.is_wide else 2
    if count < least or holes > _MOST_HOLES * len(run.codes):
        return False
    plain = float(np.mean(odds)) - _LEAST_PLAUSIBLE + _DOUBT / math.sqrt(count)
    coherent = LEAST_COHERENCE if not whole or count < _LEAST_READ else 0.0
    common = run.coherence + (_COMMON_WORTH * plain * count if count >= _LEAST_READ else 0.0)
    if common < coherent and (right is not Charset.UTF_8 or holes):
        return False
    return plain >= 0


def _is_foreign(source: CodePoints) -> bool:
    """Whether what stands there is words of another language, or signs in a row."""
    telling = source[source >= 0x80]
    blocks = np.searchsorted(_FOREIGN_BLOCKS, telling, "right")
    inside = blocks[blocks % 2 == 1]
    return len(inside) > 0 and np.bincount(inside).max() > _FOREIGN_SHARE * len(telling)


def _chosen(candidates: Iterable[Run]) -> list[Run]:
    """The candidates of greatest gain that do not overlap, in order, each with its lead."""
    taken: list[Run] = []
    starts: list[int] = []
    for run in sorted(candidates, key=lambda run: -run.gain):
        place = bisect(starts, run.start)
        rivals = [
            index
            for index in (place - 1, place)
            if 0 <= index < len(taken)
            and run.start < taken[index].end
            and taken[index].start < run.end
        ]
        for index in rivals:
            best = taken[index]
            if best.lead == math.inf and run.text not in best.text:
                taken[index] = replace(best, lead=best.gain - run.gain)
        if not rivals:
            taken.insert(place, run)
            starts.insert(place, run.start)
    return taken
