"""The program's own sentences in Traditional characters, made of the Simplified ones when shown.

A sentence of the engine may quote the document, and what is quoted stays as it is written there.
The sentences set every quotation in quotation marks, so what stands between those is left alone.
How the program words itself is data that `packaging/translations.py` makes beforehand; characters
that it does not tell of become their commonest Traditional form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewer.text.resources import resource
from reviewer.text.script import traditional_forms

_CLOSING = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "`": "`"}
_MARK = re.compile("[“”‘’「」『』《》`]")
_STRAY = "”」』》"
"""Closing marks that are nothing else; a single one may be an apostrophe."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence.

    Attributes:
        text: its characters.
        quoted: whether it is a quotation, its marks included.
        paired: whether a quotation has one mark at each end.
    """

    text: str
    quoted: bool
    paired: bool = False


def parts_of(sentence: str) -> Iterator[Part]:
    """The quotations of a sentence and what stands between them, in order; together all of it.

    What is quoted may have quotation marks in it. A mark too many makes a quotation longer, never
    shorter: one that is left open goes on to the end, one that closes nothing ends a quotation
    that began with the last one. Only what closes one quotation and opens another in the midst of
    its own cannot be told from two quotations with words of ours between them.
    """
    done = 0
    for start, end, paired in _quotations(sentence):
        if done < start:
            yield Part(sentence[done:start], False)
        yield Part(sentence[start:end], True, paired)
        done = end
    if done < len(sentence):
        yield Part(sentence[done:], False)


def _quotations(sentence: str) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    opening, start, depth = "", 0, 0
    for match in _MARK.finditer(sentence):
        mark, place = match.group(), match.start()
        if not opening:
            if mark in _CLOSING:
                opening, start, depth = mark, place, 1
            elif mark in _STRAY:
                begin = found.pop()[0] if found else 0
                found.append((begin, place + 1, False))
        elif mark == _CLOSING[opening]:
            depth -= 1
            if depth == 0:
                found.append((start, place + 1, True))
                opening = ""
        elif mark == opening:
            depth += 1
    if opening:
        found.append((start, len(sentence), False))
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """How sentences are turned.

    Attributes:
        phrases: what is turned as a whole.
        pattern: finds phrases, the longest first.
        characters: the form of any other character, by code point.
    """

    phrases: dict[str, str]
    pattern: re.Pattern[str]
    characters: dict[int, str]

    @classmethod
    def of(cls, phrases: dict[str, str]) -> Words:
        """The words that `phrases` tell; those of one character are the forms of characters."""
        long = sorted((phrase for phrase in phrases if len(phrase) > 1), key=len, reverse=True)
        single = {source: form for source, form in phrases.items() if len(source) == 1}
        forms = {**traditional_forms(), **single}
        return cls(
            {phrase: phrases[phrase] for phrase in long},
            re.compile("|".join(map(re.escape, long)) or "(?!)"),
            {ord(source): form for source, form in forms.items()},
        )

    def turned(self, text: str) -> str:
        """`text` in Traditional characters, quotations and all."""
        pieces: list[str] = []
        done = 0
        for match in self.pattern.finditer(text):
            pieces.append(text[done : match.start()].translate(self.characters))
            pieces.append(self.phrases[match.group()])
            done = match.end()
        pieces.append(text[done:].translate(self.characters))
        return "".join(pieces)


@lru_cache(maxsize=1)
def program_words() -> Words:
    """How the program words itself in Traditional Chinese; read when it is first asked for.

    Raises:
        ResourceMissing: the data files are not there.
    """
    rows = resource("translations", "zh_Hant_phrases.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (row.partition("\t") for row in rows if row and not row.startswith("#"))
    return Words.of({source: form for source, _, form in pairs})


@lru_cache(maxsize=8192)
def in_traditional(sentence: str) -> str:
    """A sentence of the program in Traditional characters; what it quotes stays as it is.

    Quotation marks are those that are usual there. Cost: O(n), about 5 µs for a reason, and
    nothing for one that was asked for before.

    Raises:
        ResourceMissing: the data files are not there.
    """
    words = program_words()
    return "".join(_shown(part, words) for part in parts_of(sentence))


def _shown(part: Part, words: Words) -> str:
    if not part.quoted:
        return words.turned(part.text)
    if part.paired and part.text[0] == "“":
        return f"「{part.text[1:-1]}」"
    return part.text
