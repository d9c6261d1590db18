"""Pinyin readings that stand in brackets inside a text, such as the `(zé)` of `責(zé)任`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewer.text.span import Span

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
_FINALS = (
    "iang|iong|uang|ueng|ang|eng|ong|ian|iao|uai|uan|ing|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|"
    "ua|ue|ui|un|uo|ve|van|vn|a|e|i|o|u|v"
)
_SYLLABLE = re.compile(rf"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:{_FINALS})")
BRACKETED_READING = re.compile(rf"[(（]([a-z{_TONED}]{{1,6}})[)）]")
"""A lower-case word of one to six letters, toned or not, in half- or full-width brackets."""


@dataclass(frozen=True, slots=True)
class BracketedReading:
    """One `(pinyin)` in a text: the bracket's span and the toned syllable inside it."""

    span: Span
    syllable: str


def toneless(syllable: str) -> str:
    """`syllable` without tone marks, with ü written v: `lǜ` gives `lv`."""
    decomposed = unicodedata.normalize("NFD", syllable)
    plain = "".join(
        "v" if mark == "\u0308" else mark
        for mark in decomposed
        if mark == "\u0308" or not unicodedata.combining(mark)
    )
    return plain.replace("uv", "v")


@lru_cache(maxsize=4096)
def is_syllable(reading: str) -> bool:
    """Whether `reading`, toned or not, has the form of one Mandarin syllable."""
    return _SYLLABLE.fullmatch(toneless(reading)) is not None


def bracketed_readings(text: str) -> Iterator[BracketedReading]:
    """Every bracketed syllable that follows another character of `text`, in order.

    What stands before it is not judged here: a gloss on purpose and an injected reading look
    alike one by one and differ only over a whole document.
    """
    if "(" not in text and "（" not in text:
        return
    for match in BRACKETED_READING.finditer(text):
        if match.start() and is_syllable(match.group(1)):
            yield BracketedReading(Span(*match.span()), match.group(1))
