"""Words written twice in a row, as copying and pasting leaves them: 各部门各部门要检查."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.lines import HAN
from reviewer.garble.paragraphs import LayoutText, layout_finding
from reviewer.garble.rules import read_table
from reviewer.garble.searched import SearchedText
from reviewer.garble.signs import CLAUSE_END, LINE_BREAK
from reviewer.text.codes import CodePoints, code_points
from reviewer.text.span import Claims, Span
from reviewer.text.wording import Wording

FILE = "layout_doubled.toml"
LONGEST = 16
"""Code points of the longest words that are looked for; longer copies are repeats."""

_NEAR = 80
_FIRST_HAN, _LAST_HAN = 0x4E00, 0x9FFF

_TWICE = Wording("“{words}”连写了两遍", "{words} is written twice in a row")
_CLAUSE = Wording("同一句话连写了两遍", "the same clause is written twice in a row")

_ALL_HAN = re.compile(f"[{HAN}]+")
_SHORTEST_CLAUSE, _LONGEST_CLAUSE = 6, 41
_BEGINS_CLAUSE = re.compile(f"[{HAN}]")
_BETWEEN = ",、;。"
"""Signs that may stand between a clause and its copy."""


@dataclass(frozen=True, slots=True)
class Doubling:
    """A function word that is never doubled, and the characters beside which it only seems so."""

    character: str
    before: str
    after: str
    cases: tuple[tuple[str, str], ...]
    counter_cases: tuple[str, ...]


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return read_table(FILE)


@lru_cache(maxsize=1)
def doublings() -> dict[str, Doubling]:
    """The function words of the rule file, by character."""
    return {
        row["character"]: Doubling(
            row["character"],
            row["before"],
            row["after"],
            tuple((text, found) for text, found in row["cases"]),
            tuple(row["counter_cases"]),
        )
        for row in _table()["character"]
    }


@lru_cache(maxsize=1)
def _never_doubled() -> CodePoints:
    return code_points("".join(doublings()))


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(_table()["words"])


def find_doubled_text(layout: LayoutText) -> Iterator[Finding]:
    """A finding on every pair of equal words; the second goes.

    Cost: O(n) a word length, vectorised: the text is compared with itself, shifted.
    """
    yield from layout.outside(_doubled_words(layout.searched))
    yield from layout.outside(_doubled_clauses(layout))


def _doubled_words(searched: SearchedText) -> Iterator[Finding]:
    codes = searched.folded_codes
    claims = Claims(len(codes))
    for length in range(LONGEST, 0, -1):
        for start in _doubled_at(codes, length):
            span = Span(start, start + 2 * length)
            if not claims.is_free(span):
                continue
            confidence = _confidence(searched.folded, span, length)
            if confidence:
                claims.claim(span)
                yield _finding(searched, span, length, confidence)


def _doubled_at(codes: CodePoints, length: int) -> list[int]:
    """Where `length` Han characters are followed by themselves, and this may be an error."""
    if len(codes) < 2 * length:
        return []
    same = np.flatnonzero(codes[:-length] == codes[length:])
    here = codes[same]
    if length == 1:
        return same[np.isin(here, _never_doubled())].tolist()
    same, here = _only(same, here, (here >= _FIRST_HAN) & (here <= _LAST_HAN))
    # One character over and over is drawing, not words.
    same, _ = _only(same, here, (here != codes[same + 1]) | (here != codes[same - 1]))
    return _runs(same, length).tolist()


def _only(
    places: NDArray[np.intp], codes: CodePoints, kept: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], CodePoints]:
    return places[kept], codes[kept]


def _runs(same: NDArray[np.intp], length: int) -> NDArray[np.intp]:
    """Where `length` places of `same` follow each other; not inside a run of twice that length.

    There the words stand three times or more, which is done on purpose.
    """
    count = len(same) - length + 1
    if count < 1:
        return same[:0]
    starts: NDArray[np.bool_] = same[length - 1 :] - same[:count] == length - 1
    if count > length:
        thrice: NDArray[np.bool_] = (
            same[2 * length - 1 :] - same[: count - length] == 2 * length - 1
        )
        starts[: count - length] &= ~thrice
        starts[length:] &= ~thrice
    return same[:count][starts]


def _confidence(text: str, span: Span, length: int) -> float:
    """How sure it is that a doubling is an error; 0 where it is good Chinese."""
    words = text[span.start : span.start + length]
    if length == 1:
        return _of_a_character(text, span)
    if len(set(words)) == 1 or _goes_on(text, span, length) or not _in_prose(text, span):
        return 0.0
    if length == 2:
        return 0.8 if words in _words() else 0.0
    if words.startswith(tuple(_table()["begins"])) or words[: length // 2] == words[length // 2 :]:
        return 0.0
    return 0.85 if length <= 8 else 0.7


def _goes_on(text: str, span: Span, length: int) -> bool:
    """Whether the words stand three times or more, which is done on purpose, or before 再."""
    words = text[span.start : span.start + length]
    return (
        text.startswith((words, "再" + words), span.end)
        or text[max(0, span.start - length) : span.start] == words
    )


def _in_prose(text: str, span: Span) -> bool:
    """Whether the words stand in a sentence, not in a table or a title, and are no mere cry."""
    before = text[max(0, span.start - _NEAR) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _NEAR].partition("\n")[0]
    cry = after[:1] in ("!", "?") and not before[-1:].isalnum()
    return not cry and any(sign in before + after for sign in ",。")


def _of_a_character(text: str, span: Span) -> float:
    rule = doublings().get(text[span.start])
    if rule is None:
        return 0.0
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if not _ALL_HAN.fullmatch(before + after) or len(before + after) < 2:
        return 0.0
    if text[span.start - 2 : span.start - 1] == before:
        # 暖暖和和: both characters of a word are doubled.
        return 0.0
    if rule.character in (before, after) or before in rule.before or after in rule.after:
        return 0.0
    return 0.7


def _finding(searched: SearchedText, span: Span, length: int, confidence: float) -> Finding:
    words = searched.text[span.start : span.start + length]
    rule = "character" if length == 1 else "word" if length == 2 else "words"
    return layout_finding(
        searched,
        Kind.DUPLICATED_TEXT,
        span,
        words,
        confidence,
        f"doubled_text/{rule}",
        _TWICE.filled(words=words),
    )


def _doubled_clauses(layout: LayoutText) -> Iterator[Finding]:
    """Clauses that stand twice in a row; the second goes with the sign before it."""
    text = layout.searched.folded
    ends = np.append(layout.signs.places(LINE_BREAK | CLAUSE_END), len(text))
    lengths = np.diff(ends, prepend=-1) - 1
    alike = (lengths[1:] == lengths[:-1]) & (lengths[1:] >= _SHORTEST_CLAUSE)
    done = 0
    for number in np.flatnonzero(alike & (lengths[1:] <= _LONGEST_CLAUSE)).tolist():
        length, end = int(lengths[number]), int(ends[number])
        first, second = text[end - length : end], text[end + 1 : end + 1 + length]
        if end - length < done or first != second or text[end] not in _BETWEEN:
            continue
        if _BEGINS_CLAUSE.match(first):
            span = Span(end, end + 1 + length)
            done = span.end
            yield layout_finding(
                layout.searched,
                Kind.DUPLICATED_TEXT,
                span,
                "",
                0.7,
                "doubled_text/clause",
                _CLAUSE,
            )
