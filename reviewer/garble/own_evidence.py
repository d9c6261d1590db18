"""A document as its own witness: 大碶 three times and 大矸 once is one place, not two.

Where a document writes the same thing again and again with one character, and once with a
look-alike of it, the odd one out is probably a slip. Names are safe: a name that is spelt one way
throughout has no rival in the document, and a rare word alone proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.look_alikes import characters_with_look_alikes, look_alikes_of
from reviewer.garble.searched import SearchedText
from reviewer.garble.written_alike import fitted, is_traditional
from reviewer.text.codes import code_points
from reviewer.text.span import Span
from reviewer.text.wording import Wording

WITNESSES = 3
"""So often the other form must stand."""

BETWEEN_NEIGHBOURS, BESIDE_ONE = 0.55, 0.6
_REASON = Wording(
    "文中“{right}”出现 {count} 次，“{wrong}”仅此一次，两字形近",
    "{right} stands here {count} times, {wrong} only once; the two look alike",
)
_PLANE = 1 << 16
_FIRST_RARE_ROW = 0xD8
"""GB 2312 sorts its characters into common ones and, from this lead byte on, rare ones."""


@dataclass(frozen=True, slots=True)
class _OddOne:
    """A form that stands once, where its grouped character is, and the form that outvotes it."""

    place: int
    form: str
    rival: str
    count: int
    confidence: float


@lru_cache(maxsize=1)
def _grouped() -> NDArray[np.bool_]:
    table = np.zeros(_PLANE, dtype=np.bool_)
    table[[ord(character) for character in characters_with_look_alikes()]] = True
    return table


@lru_cache(maxsize=1024)
def _is_rare(character: str) -> bool:
    """Whether the character is beyond the common ones, so that no chance brings it here."""
    try:
        return character.encode("gb2312")[0] >= _FIRST_RARE_ROW
    except UnicodeEncodeError:
        return True


def _is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def find_odd_ones_out(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every look-alike that stands once where another stands again and again.

    Common characters need the same neighbour on both sides, rare ones on their left alone.
    Cost: O(n log n) vectorised, and a step for every form that stands again and again.
    """
    text = searched.folded
    places = np.flatnonzero(_grouped()[np.minimum(code_points(text), _PLANE - 1)])
    places = places[(places > 0) & (places < len(text) - 1)]
    found = sorted(
        chain(
            _odd_ones(text, places, 1, BETWEEN_NEIGHBOURS), _odd_ones(text, places, 0, BESIDE_ONE)
        ),
        key=lambda odd: (odd.place, -odd.confidence),
    )
    for odd in found:
        yield _finding(searched, odd)


def _odd_ones(
    text: str, places: NDArray[np.intp], behind: int, confidence: float
) -> Iterator[_OddOne]:
    """Forms of a grouped character with its left neighbour and `behind` more that stand once."""
    codes = np.minimum(code_points(text), _PLANE - 1).astype(np.uint64)
    keys = codes[places - 1] * _PLANE + codes[places]
    if behind:
        keys = keys * _PLANE + codes[places + 1]
    forms, firsts, counts = np.unique(keys, return_index=True, return_counts=True)
    once = {int(form): int(places[first]) for form, first in _pairs(forms, firsts, counts == 1)}
    for form, first in _pairs(forms, firsts, counts >= WITNESSES):
        place = int(places[first])
        rival = text[place - 1 : place + 1 + behind]
        if not all(_is_chinese(character) for character in rival):
            continue
        distance = _PLANE if behind else 1
        for other in look_alikes_of(rival[1]):
            odd = once.get(int(form) + (ord(other) - ord(rival[1])) * distance)
            if odd is not None and (behind or (_is_rare(other) and _is_rare(rival[1]))):
                count = int(counts[np.searchsorted(forms, form)])
                yield _OddOne(odd, rival[0] + other + rival[2:], rival, count, confidence)


def _pairs(
    forms: NDArray[np.uint64], firsts: NDArray[np.intp], chosen: NDArray[np.bool_]
) -> Iterator[tuple[np.uint64, np.intp]]:
    return zip(forms[chosen], firsts[chosen], strict=True)


def _finding(searched: SearchedText, odd: _OddOne) -> Finding:
    span = Span(odd.place, odd.place + 1)
    marked = span.of(searched.text)
    context = Span(odd.place - 1, odd.place - 1 + len(odd.form)).of(searched.text)
    traditional = is_traditional(context, searched)
    return Finding(
        kind=Kind.OCR_CONFUSION,
        span=span,
        text=marked,
        replacement=fitted(marked, odd.form[1], odd.rival[1], traditional=traditional),
        confidence=odd.confidence,
        safe=False,
        reason=_REASON.filled(
            wrong=context,
            right=fitted(context, odd.form, odd.rival, traditional=traditional),
            count=odd.count,
        ),
        rule="own_evidence",
    )
