"""Which mistakes may have been made in a text, told by its odd characters alone.

A rare character in a name is hardly ever what a common character becomes when its bytes are read
with the wrong charset: its own bytes, read rightly, are no common character. So two odd characters
that stand together and fit the same mistake are asked for before any text is read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.mojibake_charsets import BASIC, EURO, HOLE, Charset, Places, written
from reviewer.garble.mojibake_places import is_common, is_control, is_odd
from reviewer.text.codes import CodePoints

Steps = NDArray[np.uint64]
"""Sets of steps: bit n stands for the n-th of `SINGLE_STEPS`."""

_NONE, _ALL = np.uint64(0), np.uint64(0xFFFFFFFFFFFFFFFF)
_TOGETHER = 3
"""How far apart two odd characters of one mistake stand, in code points."""

_NARROW = (Charset.UTF_8, Charset.GBK, Charset.BIG5)
_WIDE = (Charset.UTF_16_LE, Charset.UTF_16_BE)
_PAIRS = (Charset.GBK, Charset.GB18030, Charset.BIG5)
# The first bytes that Chinese has in UTF-8: accented Latin, signs, Han, private and full width.
_LEADS = np.isin(np.arange(0x100), [0xC2, 0xC3, *range(0xE2, 0xEA), 0xEE, 0xEF])
_FOLLOWERS = np.isin(np.arange(0x100), range(0x80, 0xC0))
# The first and the second bytes of common characters.
_HEADS = {
    Charset.GBK: np.isin(np.arange(0x100), range(0xA1, 0xFF)),
    Charset.BIG5: np.isin(np.arange(0x100), range(0xA1, 0xC7)),
}
_ENDS = {
    Charset.GBK: np.isin(np.arange(0x100), range(0xA1, 0xFF)),
    Charset.BIG5: np.isin(np.arange(0x100), [*range(0x40, 0x7F), *range(0xA1, 0xFF)]),
}
_SPACE, _QUESTION = ord(" "), ord("?")
_LEAST_AROUND = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One mistake to undo: bytes of the charset `right` were read as `wrong`.

    `phase` is 1 where a run of double bytes begins in the middle of one. Where double bytes were
    read as UTF-16 it is 1 where Han side by side are prose before the run, whose bytes would put
    those of the run out of step.
    """

    right: Charset
    wrong: Charset
    phase: int = 0


def _single_steps() -> Iterator[Step]:
    for wrong in (Charset.LATIN, *_PAIRS, *_WIDE):
        for right in _NARROW:
            if right is not wrong and not (wrong is Charset.GB18030 and right is Charset.GBK):
                yield Step(right, wrong)
                if wrong is Charset.UTF_16_BE and right is not Charset.UTF_8:
                    yield Step(right, wrong, phase=1)
        for right in _WIDE:
            # The other byte order is the same mistake from either side.
            if right is wrong or (wrong.is_wide and right is Charset.UTF_16_BE):
                continue
            yield Step(right, wrong)
            if not wrong.is_wide:
                yield Step(right, wrong, phase=1)


SINGLE_STEPS = tuple(_single_steps())
_NUMBERS = {step: number for number, step in enumerate(SINGLE_STEPS)}
FIRST_STEPS = tuple(Step(Charset.UTF_8, wrong) for wrong in (Charset.LATIN, *_PAIRS[:2]))
"""The later of two mistakes, which is undone first."""

SECOND_STEPS = tuple(
    step
    for step in SINGLE_STEPS
    if not step.right.is_wide and step.wrong in (Charset.LATIN, *_PAIRS)
)


def possible_steps(codes: CodePoints) -> Steps:
    """For every character the steps that it and an odd character near it both fit, as a set.

    A control character needs no other. Where bytes are lost double bytes may be out of step, so
    that the hole fits every step. Cost: O(n), one look-up a character.
    """
    odd = is_odd(codes)
    fits = np.where(odd, _fitting()[np.minimum(codes, BASIC - 1)], _NONE)
    fits[_lost(codes, odd)] = _ALL
    found = np.where(is_control(codes), fits, _NONE)
    for distance in range(1, _TOGETHER + 1):
        both = fits[:-distance] & fits[distance:]
        found[distance:] |= np.where(codes[:-distance] == codes[distance:], _NONE, both)
    return found


def steps_among(steps: Iterable[Step], found: Steps, codes: CodePoints) -> tuple[Step, ...]:
    """Those of `steps` that are in any of the sets of the characters `codes`.

    GB 18030 differs from GBK in the euro sign alone; where there is none it is not read again.
    """
    union = int(np.bitwise_or.reduce(found)) if len(found) else 0
    in_both = not (codes == EURO).any()
    return tuple(
        step
        for step in steps
        if union >> _NUMBERS[step] & 1 and not (step.wrong is Charset.GB18030 and in_both)
    )


def _lost(codes: CodePoints, odd: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Holes, and question marks with two odd characters of the two before and the two behind."""
    before = np.cumsum(np.pad(odd, 3), dtype=np.int64)
    around = before[5:-1] - before[:-6]
    return (codes == HOLE) | ((codes == _QUESTION) & (around >= _LEAST_AROUND))


@lru_cache(maxsize=1)
def _fitting() -> Steps:
    """For every code point of the basic plane the steps by which common Chinese becomes it."""
    fitting = np.zeros(BASIC, dtype=np.uint64)
    for number, step in enumerate(SINGLE_STEPS):
        fitting |= _fits(step).astype(np.uint64) << np.uint64(number)
    return fitting


def _fits(step: Step) -> NDArray[np.bool_]:
    """Which code points, encoded as `wrong`, may be part of common Chinese in `right`."""
    values = np.arange(BASIC) if step.wrong.is_wide else written(step.wrong)
    if step.wrong is Charset.UTF_16_LE:
        values = _swapped(values)
    fits = _fits_as_read(values, step)
    fits[:_SPACE] = step.right.is_wide
    return fits


def _fits_as_read(values: Places, step: Step) -> NDArray[np.bool_]:
    if step.wrong is Charset.LATIN:
        return values >= 0x80
    first, second = values >> 8, values & 0xFF
    if step.right is Charset.UTF_8:
        fits = _LEADS[first] & _FOLLOWERS[second]
        fits |= _LEADS[second] & (_FOLLOWERS[first] | (first < 0x80))
    elif step.right.is_wide:
        fits = _fits_wide(values, step)
    else:
        fits = _common_pairs(step.right)[values]
        if step.wrong.is_wide:
            # Out of step behind a single byte: the end of one character, the head of the next.
            fits |= _ENDS[step.right][first] & _HEADS[step.right][second]
    return fits & (values > 0xFF)


def _fits_wide(values: Places, step: Step) -> NDArray[np.bool_]:
    """As aligned double bytes and, where the wrong charset has single ones, as any."""
    little = step.right is Charset.UTF_16_LE
    fits = is_common(np.asarray(_swapped(values) if little else values & 0xFFFF, dtype=np.uint32))
    if not step.wrong.is_wide:
        high = values >> 8 if little else values & 0xFF
        fits |= ((high >= 0x4E) & (high < 0xA0)) | (high == 0x30) | (high == 0xFF)
    return fits


def _common_pairs(right: Charset) -> NDArray[np.bool_]:
    """For every pair of bytes whether it is a common character."""
    values = written(right)
    common = np.zeros(BASIC, dtype=np.bool_)
    common[values[(values > 0xFF) & is_common(np.arange(BASIC, dtype=np.uint32))]] = True
    return common


def _swapped(values: Places) -> Places:
    return (values & 0xFF) << 8 | values >> 8 & 0xFF
