"""A document as its own witness: 南碚 three times and 南砗 once is one place, not two.

Where a document writes the same thing again and again with one character, and once with a
look-alike of it, or a rare character with one of the same radical, the odd one out is probably a
slip. Names are safe: a name that is spelt one way throughout has no rival in the document, and a
rare word alone proves nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.look_alikes import (
    characters_with_look_alikes,
    look_alikes_of,
    rare_characters,
    same_radical,
)
from reviewer.garble.searched import SearchedText
from reviewer.garble.written_alike import fitted, is_traditional
from reviewer.text.codes import CodePoints, code_points
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


def _is_chinese(form: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in form)


def find_odd_ones_out(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every look-alike that stands once where another stands again and again.

    Common characters need the same neighbour on both sides, rare ones on their left alone.
    Cost: O(n log n) vectorised, and a step for every form that stands again and again.
    """
    text = searched.folded
    codes = np.minimum(code_points(text), _PLANE - 1)
    found = sorted(
        chain(_odd_common_ones(text, codes), _odd_rare_ones(text, codes)),
        key=lambda odd: (odd.place, -odd.confidence),
    )
    for odd in found:
        yield _finding(searched, odd)


def _odd_common_ones(text: str, codes: CodePoints) -> Iterator[_OddOne]:
    """Look-alikes that stand once between two neighbours where another stands often."""
    places = np.flatnonzero(_grouped()[codes])
    places = places[(places > 0) & (places < len(text) - 1)]
    wide = codes.astype(np.uint64)
    keys = (wide[places - 1] * _PLANE + wide[places]) * _PLANE + wide[places + 1]
    forms, firsts, counts = np.unique(keys, return_index=True, return_counts=True)
    once = dict(zip(forms[counts == 1].tolist(), places[firsts[counts == 1]].tolist(), strict=True))
    often = counts >= WITNESSES
    rivals = zip(
        forms[often].tolist(), places[firsts[often]].tolist(), counts[often].tolist(), strict=True
    )
    for form, place, count in rivals:
        rival = text[place - 1 : place + 2]
        for other in look_alikes_of(rival[1]) if _is_chinese(rival) else ():
            odd = once.get(form + (ord(other) - ord(rival[1])) * _PLANE)
            if odd is not None:
                yield _OddOne(odd, rival[0] + other + rival[2], rival, count, BETWEEN_NEIGHBOURS)


def _odd_rare_ones(text: str, codes: CodePoints) -> Iterator[_OddOne]:
    """Rare characters that stand once where one of the same radical stands often."""
    rare = np.flatnonzero(rare_characters()[codes[1:]]) + 1
    counts = Counter(text[place - 1 : place + 1] for place in rare.tolist())
    rivals = [form for form, count in counts.items() if count >= WITNESSES and _is_chinese(form)]
    for rival in rivals:
        for form, count in counts.items():
            if count == 1 and form[0] == rival[0] and same_radical(form[1], rival[1]):
                yield _OddOne(text.index(form) + 1, form, rival, counts[rival], BESIDE_ONE)


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
