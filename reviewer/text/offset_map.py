"""The way between a derived stream of letters and the text that it was taken from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.text.span import Span

Offsets = NDArray[np.int32]
"""Code points; four bytes each, as a library of a hundred million letters is held in memory."""


@dataclass(frozen=True, slots=True, eq=False)
class OffsetMap:
    """Where each letter of a stream stands in its text.

    Letter i covers `[starts[i], ends[i])` of the text, in code points. Both arrays rise strictly
    and letters never overlap, so the map can be followed in both directions.
    """

    starts: Offsets
    ends: Offsets

    def __len__(self) -> int:
        return len(self.starts)

    def to_text(self, first: int, last: int) -> Span:
        """The span of the text from letter `first` up to, not including, letter `last`.

        An empty range gives the empty span at the place where its letters would stand.

        Raises:
            IndexError: the range does not lie inside the stream.
        """
        if not 0 <= first <= last <= len(self.starts):
            raise IndexError(f"no letters [{first}, {last}) in a stream of {len(self.starts)}")
        if first == last:
            place = int(self.ends[first - 1]) if first else 0
            return Span(place, place)
        return Span(int(self.starts[first]), int(self.ends[last - 1]))

    def to_stream(self, span: Span) -> tuple[int, int]:
        """The range of letters that touch `span`.

        For every non-empty range, `to_stream(to_text(first, last)) == (first, last)`.
        Cost: O(log n).
        """
        first = int(np.searchsorted(self.ends, span.start, side="right"))
        last = int(np.searchsorted(self.starts, span.end, side="left"))
        return first, max(first, last)
