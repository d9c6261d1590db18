"""Code points of the text of record <-> positions of a Qt text document: the one place that counts.

Qt counts UTF-16 units, so a character beyond U+FFFF takes two positions. The text view may also
cut an over-long paragraph into several blocks at soft breaks; a soft break takes a position of its
own and stands for no character of the record. Both are "extra" units: positions that a plain
count of code points does not know. Where there are none, every conversion is the identity.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def unit_length(text: str) -> int:
    """How many UTF-16 units `text` takes; a lone surrogate counts as one. Cost: O(n)."""
    return len(text) + sum(1 for _ in _ASTRAL.finditer(text))


class PositionMap:
    """Converts offsets (code points) of one text to positions (UTF-16 units) and back.

    Conversions cost O(log k) for k extra units and nothing where k is 0; an edit costs O(k).
    """

    __slots__ = ("_extras", "_length", "_soft")

    def __init__(
        self, text: str, soft_breaks: Sequence[int] = (), *, in_units: bool = False
    ) -> None:
        """Count `text`. Cost: O(n), by one scan of a regular expression.

        Args:
            text: the text of record.
            soft_breaks: sorted offsets before whose character a soft break stands.
            in_units: it is known that every character takes one unit; nothing is looked at then.
        """
        astral = [] if in_units else [match.end() for match in _ASTRAL.finditer(text)]
        # Each entry is the offset from which on an extra unit lies behind. Where both fall on one
        # offset the character's second unit stands before the break, as the stable sort keeps them.
        places = [(offset, False) for offset in astral] + [(offset, True) for offset in soft_breaks]
        if soft_breaks:
            places.sort(key=lambda place: place[0])
        self._length = len(text)
        self._extras = [offset + index for index, (offset, _) in enumerate(places)]
        self._soft = [offset + index for index, (offset, soft) in enumerate(places) if soft]

    @property
    def length(self) -> int:
        """The length of the text in code points."""
        return self._length

    @property
    def units(self) -> int:
        """The length of the text in positions, soft breaks included."""
        return self._length + len(self._extras)

    def unit(self, offset: int) -> int:
        """The position of the character at `offset`: behind a soft break that stands before it."""
        extras = self._extras
        # Units before the place move it on, where there may be more of them: the count that
        # counts itself is the least one that no longer grows.
        unit, beyond = offset, bisect_right(extras, offset)
        while offset + beyond > unit:
            unit = offset + beyond
            beyond = bisect_right(extras, unit)
        return unit

    def offset(self, unit: int) -> int:
        """The offset of the character at position `unit`.

        A position inside a surrogate pair counts as the one behind it, a soft break's own position
        as that of the character behind it.
        """
        return unit - bisect_left(self._extras, unit)

    def splits_pair(self, unit: int) -> bool:
        """Whether `unit` lies between the two halves of one character."""
        return _holds(self._extras, unit) and not _holds(self._soft, unit)

    def is_break(self, unit: int) -> bool:
        """Whether the unit at this position is a soft break."""
        return bool(self._soft) and _holds(self._soft, unit)

    def breaks_before(self, unit: int) -> int:
        """How many soft breaks stand before position `unit`."""
        return bisect_left(self._soft, unit)

    def breaks_between(self, start: int, end: int) -> Sequence[int]:
        """The positions of the soft breaks in `[start, end)`."""
        return self._soft[bisect_left(self._soft, start) : bisect_left(self._soft, end)]

    def splice(self, start: int, removed: int, inserted: str) -> None:
        """Follow an edit of the document.

        Args:
            start: the position of the edit.
            removed: how many positions it removes; soft breaks among them are gone.
            inserted: the characters it inserts, none of them a soft break.
        """
        low, high = bisect_left(self._extras, start), bisect_left(self._extras, start + removed)
        soft_low, soft_high = (
            bisect_left(self._soft, start),
            bisect_left(self._soft, start + removed),
        )
        self._length += len(inserted) - (removed - (high - low))
        added = [start + index + m.end() for index, m in enumerate(_ASTRAL.finditer(inserted))]
        growth = len(inserted) + len(added) - removed
        self._extras[low:] = [*added, *_shifted(self._extras[high:], growth)]
        self._soft[soft_low:] = _shifted(self._soft[soft_high:], growth)

    def add_break(self, unit: int) -> None:
        """A soft break was put at position `unit`; what stood there is behind it now."""
        for places in (self._extras, self._soft):
            low = bisect_left(places, unit)
            places[low:] = _shifted(places[low:], 1)
            insort(places, unit)

    def remove_break(self, unit: int) -> None:
        """The soft break at position `unit` was taken out."""
        for places in (self._extras, self._soft):
            low = bisect_left(places, unit)
            places[low:] = _shifted(places[low + 1 :], -1)


def _holds(places: Sequence[int], unit: int) -> bool:
    index = bisect_left(places, unit)
    return index < len(places) and places[index] == unit


def _shifted(places: Iterable[int], distance: int) -> list[int]:
    return [place + distance for place in places]
