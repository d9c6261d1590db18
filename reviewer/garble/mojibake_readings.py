"""A text read again: encoded with the charset that it was wrongly read with, decoded rightly.

Which characters of the reading begin where a character of the source begins is kept, so that a
reading can be taken for a part of the text alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.mojibake_charsets import (
    HOLE,
    LOST,
    Bytes,
    Charset,
    Places,
    decoded,
    encoded,
    unreadable,
)
from reviewer.garble.mojibake_steps import Step
from reviewer.text.character_model import CharacterModel
from reviewer.text.codes import CodePoints, to_text

_NEAR, _REACH = 2, 6
"""A character stands in a place that could be read where more of its neighbours could than not; so
many more on either side belong to the place."""

_QUESTION = ord("?")
_HEAD = 32
"""Bytes behind a hole by which it is told whether they are in step."""

_LEAST_STRETCH = 6
"""Fewer bytes than this are not looked at for double bytes."""

_FOREIGN = 0x10FFFF
_SINGLE = 0xDC00
_OUT_OF_STEP_COST = 2.0
"""How much likelier (as a log10) the reading one byte further on must be."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A source text as it reads after some steps.

    Attributes:
        codes: its characters; U+FFFD for each that lost a byte.
        borders: for the place before each character (and the end) the place in the source, or -1
            where no character of the source begins there.
        barred: characters that hold what the wrong charset cannot have made.
        steps: what was undone, the last mistake first.
        data: the bytes that were read last.
        places: where in `data` each character begins (and the end).
    """

    codes: CodePoints
    borders: Places
    barred: NDArray[np.bool_]
    steps: tuple[Step, ...]
    data: Bytes
    places: Places

    @property
    def is_read(self) -> NDArray[np.bool_]:
        """Which characters are beyond ASCII and could be read."""
        return (self.codes >= 0x80) & (self.codes != HOLE)

    def where_read(self) -> Reading:
        """The places where it could be read nearly whole; a barred hole stands for what is left."""
        mostly = _around(self.is_read, _NEAR) > _around(self.codes == HOLE, _NEAR)
        near = _around(mostly & self.is_read, _REACH) > 0
        kept = near.copy()
        kept[1:] |= near[:-1]
        codes = np.where(near, self.codes, np.uint32(HOLE))[kept]
        borders = np.concatenate((self.borders[:-1][kept], self.borders[-1:]))
        barred = (self.barred | ~near)[kept]
        return Reading(codes, borders, barred, self.steps, self.data, self.places)


def _around(marked: NDArray[np.bool_], reach: int) -> NDArray[np.int32]:
    """For every character how many are marked of those at most `reach` from it."""
    count = np.cumsum(np.pad(marked.astype(np.int32), reach + 1))
    return count[2 * reach + 1 : -1] - count[: -2 * reach - 2]


def source_reading(codes: CodePoints) -> Reading:
    """The text as it stands."""
    places = np.arange(len(codes) + 1, dtype=np.int64)
    nothing = np.zeros(len(codes), dtype=np.bool_)
    return Reading(codes, places, nothing, (), np.empty(0, dtype=np.uint8), places)


def read_again(before: Reading, step: Step, model: CharacterModel) -> Reading:
    """`before` with one more mistake undone. Cost: O(n)."""
    apart = step.phase and not step.right.is_wide
    source = _without_prose(before.codes) if apart else before.codes
    data, starts, writable = encoded(source, step.wrong)
    foreign = np.zeros(len(data) + 1, dtype=np.bool_)
    foreign[starts[:-1]] = ~writable & (before.codes != HOLE)
    foreign[starts[:-1]] |= before.barred
    if step.right.is_wide:
        codes, places = _by_stretch(data, np.flatnonzero(foreign), step)
        lost = np.searchsorted(places, starts[:-1][before.codes == HOLE], "right") - 1
        codes[lost] = _SINGLE | LOST
    else:
        in_step = data
        if step.right is not Charset.UTF_8:
            lost = (before.codes == HOLE) & ~before.barred
            holes = starts[1:][lost | (before.codes == _QUESTION)]
            in_step = _in_step(data, holes, step.right, model)
        codes, places = decoded(in_step, step.right)
    origins = np.full(len(data) + 1, -1, dtype=np.int64)
    origins[starts] = before.borders
    codes, kept, barred = _with_holes(codes, places, foreign, step.right)
    places = np.concatenate((places[:-1][kept], places[-1:]))
    return Reading(codes, origins[places], barred, (*before.steps, step), data, places)


def _without_prose(codes: CodePoints) -> CodePoints:
    """The text with Han that stand side by side made characters that no charset can write."""
    han = (codes >= 0x4E00) & (codes < 0xA000)
    beside = np.zeros(len(codes), dtype=np.bool_)
    beside[1:] |= han[:-1]
    beside[:-1] |= han[1:]
    return np.where(han & beside, np.uint32(_FOREIGN), codes)


def _by_stretch(data: Bytes, breaks: Places, step: Step) -> tuple[CodePoints, Places]:
    """Double bytes between the bytes at `breaks`; what is too short stays single bytes."""
    singles: CodePoints = (data.astype(np.uint32) | _SINGLE).astype(np.uint32)
    starts = np.concatenate(([0], breaks + 1))
    ends = np.concatenate((breaks, [len(data)]))
    long = ends - starts >= _LEAST_STRETCH
    codes: list[CodePoints] = []
    places: list[Places] = []
    done = 0
    for start, end in zip((starts[long] + step.phase).tolist(), ends[long].tolist(), strict=True):
        found, inside = decoded(data[start:end], step.right)
        codes += [singles[done:start], found]
        places += [np.arange(done, start), inside[:-1] + start]
        done = end
    codes.append(singles[done:])
    places.append(np.arange(done, len(data) + 1))
    return np.concatenate(codes), np.concatenate(places)


def _in_step(data: Bytes, behind: Places, right: Charset, model: CharacterModel) -> Bytes:
    """The bytes with those made `LOST` that are the second half of a character without a first.

    Only bytes at `behind` are looked at: those behind a hole or a question mark that may be one.
    """
    behind = behind[behind < len(data)]
    behind = behind[(data[behind] >= 0x80) & (data[behind] != LOST)]
    if not len(behind):
        return data
    heads = [data[place : place + _HEAD] for place in behind.tolist()]
    texts = [_text(head, right) for head in heads] + [_text(head[1:], right) for head in heads]
    scores = model.scores(texts)
    late = scores[len(heads) :] > scores[: len(heads)] + _OUT_OF_STEP_COST
    in_step = data.copy()
    in_step[behind[late]] = LOST
    return in_step


def _text(head: Bytes, right: Charset) -> str:
    codes, _ = decoded(head, right)
    end = np.flatnonzero(codes < 0x40)
    return to_text(codes[: end[0]] if len(end) else codes[:-1])


def _with_holes(
    codes: CodePoints, places: Places, foreign: NDArray[np.bool_], right: Charset
) -> tuple[CodePoints, NDArray[np.bool_], NDArray[np.bool_]]:
    """Bytes that cannot be read joined to holes: codes, which of them stay, which are barred.

    A question mark beside such a byte is part of the hole: it is what the lost byte became.
    """
    bad = unreadable(codes)
    if not bad.any():
        return codes, np.ones(len(codes), dtype=np.bool_), bad
    barred = bad & foreign[places[:-1]]
    broken = bad & ~barred
    beside = np.zeros(len(codes), dtype=np.bool_)
    beside[1:] |= broken[:-1]
    beside[:-1] |= broken[1:]
    bad |= beside & (codes == _QUESTION)
    first = bad.copy()
    first[1:] &= ~bad[:-1] | (barred[1:] != barred[:-1])
    if right is Charset.UTF_8:
        first |= broken & (codes >= 0xDCC0) & (codes != _SINGLE | LOST)
    index = np.arange(len(codes))
    since = places[:-1] - places[:-1][np.maximum.accumulate(np.where(first, index, 0))]
    first |= bad & (since % right.width == 0) & (since > 0)
    kept = ~bad | first
    held = np.where(bad, np.uint32(HOLE), codes)[kept]
    return held, kept, barred[kept]
