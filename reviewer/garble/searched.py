"""A text under search, with what several rules need of it, each computed when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reviewer.text.codes import code_points
from reviewer.text.folding import folded_text
from reviewer.text.pinyin import BracketedReading, bracketed_readings
from reviewer.text.script import Script, script_of


@dataclass(frozen=True)
class SearchedText:
    """What the rules are given. `text` is the text of record; all spans count in it."""

    text: str

    @cached_property
    def folded(self) -> str:
        """The text in Simplified and half width, offset by offset the same."""
        return folded_text(self.text)

    @cached_property
    def readings(self) -> tuple[BracketedReading, ...]:
        """Every bracketed pinyin syllable, in order."""
        return tuple(bracketed_readings(self.text))

    @cached_property
    def script(self) -> Script:
        """The script that the text is written in."""
        return script_of(code_points(self.text))
