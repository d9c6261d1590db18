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
class Option:
    """What one sign of a run may stand for.

    Attributes:
        text: the characters that it restores.
        cost: what speaks against them besides how they read, log10.
        lost_bytes: how many bytes are guessed by context.
        unknown: how many ASCII signs are guessed, or left out.
        listed: whether a character that explains a marker is on the document's own list.
        out_of_place: how many of the characters the page would have shown otherwise.
    """

    text: str
    cost: float = 0.0
    lost_bytes: int = 0
    unknown: int = 0
    listed: bool = True
    out_of_place: int = 0


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way in which a run may have come about, as far as it is read.

    Attributes:
        restored: the text that stood where the run is, from the marker on.
        likelihood: the log10 probability of `restored` behind what stands before the marker.
        cost: what speaks against it besides, log10, to be taken off.
        lost_bytes: how many bytes had to be guessed by context.
        unknown: how many ASCII signs are lost for good and guessed, or left out.
        listed: whether every character that explains a marker is on the document's own list.
        out_of_place: how many restored characters the page would have shown otherwise.
    """

    restored: str = ""
    likelihood: float = 0.0
    cost: float = 0.0
    lost_bytes: int = 0
    unknown: int = 0
    listed: bool = True
    out_of_place: int = 0

    @property
    def score(self) -> float:
        """How probable the hypothesis is, log10."""
        return self.likelihood - self.cost

    def read(self, option: Option, between: str, likelihood: float) -> Hypothesis:
        """The hypothesis some characters further on.

        Args:
            option: what the next open sign stands for.
            between: the certain characters that stand before it.
            likelihood: how well both read, log10.
        """
        return Hypothesis(
            self.restored + between + option.text,
            self.likelihood + likelihood,
            self.cost + option.cost,
            self.lost_bytes + option.lost_bytes,
            self.unknown + option.unknown,
            self.listed and option.listed,
            self.out_of_place + option.out_of_place,
        )
