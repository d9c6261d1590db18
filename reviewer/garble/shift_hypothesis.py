"""One way in which a shifted run may have come about, and who judges between several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Ranker(Protocol):
    """Judges how probable texts are as Chinese prose."""

    def scores(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """The log10 probability of each of `texts`."""
        ...

    def log_probabilities(self, text: str) -> NDArray[np.float32]:
        """The log10 probability of every character of `text` after the two before it."""
        ...


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way in which a run may have come about.

    Attributes:
        restored: the text that stood where the run is, from the marker on.
        end: one past the last code point of the run that is read so far.
        lead: the byte that waits for its partner, or None once the run is closed.
        lost_bytes: how many bytes had to be guessed by context.
        listed: whether every character that explains a marker is on the document's own list.
        out_of_place: how many restored characters the page would have shown otherwise.
        unknown: how many characters are lost for good and missing in `restored`.
    """

    restored: str
    end: int
    lead: int | None
    lost_bytes: int = 0
    listed: bool = True
    unknown: int = 0
    out_of_place: int = 0

    def read(self, characters: str, end: int, lead: int | None) -> Hypothesis:
        """The hypothesis some characters further on."""
        return Hypothesis(
            self.restored + characters,
            end,
            lead,
            self.lost_bytes,
            self.listed,
            self.unknown,
            self.out_of_place,
        )
