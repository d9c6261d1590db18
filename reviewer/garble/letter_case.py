"""Latin abbreviations in the wrong case: ppp for PPP, 5a级 for 5A级.

The right forms are a list. A word is looked at only beside a Chinese character, so that English
sentences, web addresses and file names are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.rules import read_table
from reviewer.garble.searched import SearchedText
from reviewer.text.codes import code_points
from reviewer.text.span import Span
from reviewer.text.wording import Wording

FILE = "letter_case.toml"
SURE, SUGGESTED = 0.9, 0.4
_REASON = Wording("“{wrong}”通常写作“{right}”", "{wrong} is written {right}")
_JOINED = frozenset("./\\@-_:#&=+~%$")
"""What joins letters to an address, a file name or a formula."""
_WORD = re.compile(r"[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*(?:[.-]\d{1,2})?")


@lru_cache(maxsize=1)
def _right_forms() -> tuple[dict[str, tuple[str, float]], dict[str, tuple[str, float]]]:
    """Words and compounds by their small letters, each with its right form and confidence."""
    table = read_table(FILE)
    words: dict[str, tuple[str, float]] = {}
    compounds: dict[str, tuple[str, float]] = {}
    for forms, rows in ((words, table), (compounds, table["compounds"])):
        for confidence, key in ((SUGGESTED, "suggested"), (SURE, "sure")):
            forms.update({form.lower(): (form, confidence) for form in rows[key]})
    return words, compounds


def find_letter_case(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every listed abbreviation in small letters beside a Chinese character."""
    text = searched.folded
    words, compounds = _right_forms()
    for match in _words_with_small_letters(text):
        span = Span(*match.span())
        if not _beside_chinese(text, span):
            continue
        found = _compound(text, span, compounds) or _known(span, match[0], words)
        if found is not None:
            yield _finding(searched, *found)


def _words_with_small_letters(text: str) -> Iterator[re.Match[str]]:
    """The words that hold a small letter; the rest of the text is not looked at one by one."""
    codes = code_points(text)
    end = 0
    for place in np.flatnonzero((codes >= ord("a")) & (codes <= ord("z"))).tolist():
        if place < end:
            continue
        start = place
        while start > end and text[start - 1].isascii() and text[start - 1].isalnum():
            start -= 1
        match = _WORD.match(text, start)
        if match is not None:
            end = match.end()
            yield match


def _known(
    span: Span, word: str, words: dict[str, tuple[str, float]]
) -> tuple[Span, str, float] | None:
    if word not in (word.lower(), word.capitalize()):
        return None
    right, confidence = words.get(word.lower(), (word, 0.0))
    return (span, right, confidence) if word != right else None


def _compound(
    text: str, span: Span, compounds: dict[str, tuple[str, float]]
) -> tuple[Span, str, float] | None:
    """Letters that belong to the Chinese characters behind them: 5a级, aaa级, u盘, ab型血."""
    written = span.of(text)
    letters = written.lstrip("123456789")
    if letters != letters.lower() or text.startswith(("类推", "类似"), span.end):
        return None
    grade = letters[:1] if len(set(letters)) == 1 else letters
    tail = text[span.end : span.end + 3].lstrip(" ")
    listed = compounds.get(grade + tail[:2]) or compounds.get(grade + tail[:1])
    return (span, written.upper(), listed[1]) if listed is not None else None


def _beside_chinese(text: str, span: Span) -> bool:
    """Whether a Chinese character is next to the span, one blank apart at most, and no Latin."""
    before = text[max(span.start - 2, 0) : span.start]
    after = text[span.end : span.end + 2]
    if before[-1:] in _JOINED or after[:1] in _JOINED:
        return False
    sides = (before.rstrip(" ")[-1:], after.lstrip(" ")[:1])
    if any(side.isascii() and side.isalpha() for side in sides):
        return False
    return any("\u4e00" <= side <= "\u9fff" for side in sides if side)


def _finding(searched: SearchedText, span: Span, right: str, confidence: float) -> Finding:
    marked = span.of(searched.text)
    return Finding(
        kind=Kind.CASE_ERROR,
        span=span,
        text=marked,
        replacement=right,
        confidence=confidence,
        safe=False,
        reason=_REASON.filled(wrong=marked, right=right),
        rule=f"letter_case/{'sure' if confidence == SURE else 'suggested'}",
    )
