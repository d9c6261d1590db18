"""Pinyin that a site injected after characters of a list of its own: `責(zé)任`.

A site rewrites every occurrence of the characters on its list, and the list holds Traditional
characters that nobody needs to have explained. A gloss on purpose stands once, after a rare
character. So the list is learnt from the document, and what does not fit it is left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.searched import SearchedText
from reviewer.garble.shift_markers import markers, nested_readings
from reviewer.text.pinyin import BracketedReading
from reviewer.text.readings import readings_of
from reviewer.text.script import is_traditional_only
from reviewer.text.wording import Wording

INJECTION_RULE = "pinyin_injection"

SURE_CHARACTERS = 3
"""From this many different rewritten characters on, the document was certainly injected."""

_LIKELY_OCCURRENCES = 2
_REWRITTEN_SHARE = 0.9
"""A listed character is rewritten wherever it stands; a broken byte may hide one of them."""

_REASON = Wording(
    "“{character}”在文中每次出现都带读音（{count} 次），全文有 {listed} 个字如此",
    "{character} is followed by its reading each time it stands here ({count} times),"
    " as are {listed} characters in all",
)


@dataclass(frozen=True, slots=True)
class InjectionList:
    """The characters that the site rewrites, as far as the document shows them.

    Attributes:
        syllables: for each character the syllable that is put behind it.
        occurrences: for each character how often it stands rewritten.
        broken: whether a reading broke a character in two, which no gloss on purpose does.
    """

    syllables: dict[str, str]
    occurrences: dict[str, int]
    broken: bool = False

    @property
    def sure(self) -> bool:
        """Whether so many characters are rewritten that chance and purpose are ruled out."""
        return len(self.syllables) >= SURE_CHARACTERS

    @property
    def likely(self) -> bool:
        """Whether rewriting is at least the better explanation."""
        return self.sure or self.broken or sum(self.occurrences.values()) >= _LIKELY_OCCURRENCES


def learn_injections(searched: SearchedText) -> InjectionList:
    """The site's list, learnt from the document. Cost: O(n) a listed character."""
    text = searched.text
    pairs = Counter(
        (text[reading.span.start - 1], reading.syllable) for reading in _readings(searched)
    )
    syllables: dict[str, str] = {}
    occurrences: dict[str, int] = {}
    for (character, syllable), count in pairs.most_common():
        if character in syllables or not is_traditional_only(character):
            continue
        known = readings_of(character)
        if known and syllable not in known:
            continue
        if count >= _REWRITTEN_SHARE * text.count(character):
            syllables[character] = syllable
            occurrences[character] = count
    return InjectionList(syllables, occurrences, next(markers(text), None) is not None)


def find_pinyin_injections(searched: SearchedText, learnt: InjectionList) -> Iterator[Finding]:
    """A finding for every bracket behind a character of the list; the bracket goes."""
    if not learnt.likely:
        return
    listed = len(learnt.syllables)
    reasons = {
        character: _REASON.filled(character=character, count=count, listed=listed)
        for character, count in learnt.occurrences.items()
    }
    text, confidence = searched.text, 0.99 if learnt.sure else 0.8
    for reading in _readings(searched):
        span = reading.span
        character = text[span.start - 1]
        if learnt.syllables.get(character) == reading.syllable:
            yield Finding(
                kind=Kind.PINYIN_INJECTION,
                span=span,
                text=text[span.start : span.end],
                replacement="",
                confidence=confidence,
                safe=learnt.sure,
                rule=INJECTION_RULE,
                reason=reasons[character],
            )


def _readings(searched: SearchedText) -> Iterator[BracketedReading]:
    """Every bracketed reading, and every one that holds another."""
    return chain(searched.readings, nested_readings(searched.text))
