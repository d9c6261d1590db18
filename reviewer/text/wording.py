"""Sentences for people in the languages of the program, where they belong to the engine.

The window's own words are translated by Qt. What the engine says (the reason of a finding, the
name of a kind) is also read in the terminal and in reports, so it carries Chinese and English
itself. Traditional Chinese is made of the Simplified when it is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Language(Enum):
    """The languages of the program. The values are language codes."""

    CHINESE = "zh"
    """In Simplified characters."""
    TRADITIONAL = "zh_Hant"
    """Chinese in Traditional characters, in the words of Taiwan."""
    ENGLISH = "en"

    @property
    def is_chinese(self) -> bool:
        """Whether it is Chinese, in whichever characters."""
        return self is not Language.ENGLISH

    @classmethod
    def of_locale(cls, name: str | None) -> Language:
        """The language for a locale name such as `zh_CN.UTF-8`; English for what is not Chinese."""
        parts = re.split("[^a-z]+", (name or "").lower())
        if parts[0] != "zh":
            return cls.ENGLISH
        traditional = "hans" not in parts and not _TRADITIONAL_PLACES.isdisjoint(parts)
        return cls.TRADITIONAL if traditional else cls.CHINESE

    @classmethod
    def of_code(cls, code: str) -> Language:
        """The language of a code such as `zh`, `zh-Hant` or `en`.

        Raises:
            ValueError: there is no such language.
        """
        plain = code.replace("-", "_").lower()
        found = next((language for language in cls if language.value.lower() == plain), None)
        return found or cls(code)


_TRADITIONAL_PLACES = frozenset({"hant", "tw", "hk", "mo"})


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence or name in Chinese and in English."""

    zh: str
    en: str

    def text(self, language: Language) -> str:
        """The sentence in `language`."""
        if language is Language.TRADITIONAL:
            # Most never ask for it, and it reads a table.
            from reviewer.text.traditional_words import in_traditional

            return in_traditional(self.zh)
        return self.zh if language is Language.CHINESE else self.en

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled as its two sentences: thousands travel at a time."""
        return Wording, (self.zh, self.en)

    def told(self, language: Language, **facts: object) -> str:
        """The sentence in `language` with its `{places}` filled; the facts stay as they are."""
        return self.text(language).format(**facts)

    def filled(self, **facts: object) -> Wording:
        """The sentence with its `{places}` filled."""
        return Wording(self.zh.format(**facts), self.en.format(**facts))
