"""Sentences for people in the two languages of the program, where they belong to the engine.

The window's own words are translated by Qt. What the engine says (the reason of a finding, the
name of a kind) is also read in the terminal and in reports, so it carries both languages itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Language(Enum):
    """The languages of the program. The values are language codes."""

    CHINESE = "zh"
    ENGLISH = "en"

    @classmethod
    def of_locale(cls, name: str | None) -> Language:
        """The language for a locale name such as `zh_CN.UTF-8`; English for what is not Chinese."""
        return cls.CHINESE if (name or "").lower().startswith("zh") else cls.ENGLISH


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence or name in both languages."""

    zh: str
    en: str

    def text(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.zh if language is Language.CHINESE else self.en

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled as its two sentences: thousands travel at a time."""
        return Wording, (self.zh, self.en)

    def filled(self, **facts: object) -> Wording:
        """The sentence with its `{places}` filled."""
        return Wording(self.zh.format(**facts), self.en.format(**facts))
