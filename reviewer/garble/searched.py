"""A text under search, with what several rules need of it, each computed when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.lines import Line, lines_of
from reviewer.text.codes import CodePoints, code_points, to_text
from reviewer.text.folding import folded_codes
from reviewer.text.pinyin import BracketedReading, bracketed_readings
from reviewer.text.script import Script, script_of

_Result = TypeVar("_Result")


@dataclass(frozen=True)
class SearchedText:
    """What the rules are given. `text` is the text of record; all spans count in it."""

    text: str
    _known: dict[Any, Any] = field(
        default_factory=dict[Any, Any], init=False, repr=False, compare=False
    )

    def once(self, compute: Callable[[SearchedText], _Result]) -> _Result:
        """What `compute` gives for this text, computed at the first call alone."""
        if compute not in self._known:
            self._known[compute] = compute(self)
        return self._known[compute]

    @cached_property
    def codes(self) -> CodePoints:
        """The code points of the text."""
        return code_points(self.text)

    @cached_property
    def folded_codes(self) -> CodePoints:
        """The code points of the folded text."""
        return folded_codes(self.codes)

    @cached_property
    def folded(self) -> str:
        """The text in Simplified and half width, offset by offset the same."""
        return to_text(self.folded_codes)

    @cached_property
    def pair_marks(self) -> NDArray[np.uint16]:
        """The mark of each character of the folded text with the one behind it: see `WordSearch`.

        The last character has none.
        """
        return pair_marks(self.folded_codes)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line that is not blank, in order."""
        return tuple(lines_of(self.folded))

    @cached_property
    def readings(self) -> tuple[BracketedReading, ...]:
        """Every bracketed pinyin syllable, in order."""
        return tuple(bracketed_readings(self.text))

    @cached_property
    def script(self) -> Script:
        """The script that the text is written in."""
        return script_of(self.codes)


def pair_marks(codes: CodePoints) -> NDArray[np.uint16]:
    """A number below 65,536 for every two neighbours; equal pairs have equal numbers."""
    short = codes.astype(np.uint16)
    return short[:-1] * np.uint16(40503) + short[1:]
