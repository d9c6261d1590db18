"""Lines above and below a speech that are dense with the words of sites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.lines import Line
from reviewer.garble.rules import read_table, wording_of
from reviewer.garble.searched import SearchedText
from reviewer.text.wording import Wording

FILE = "site_words.toml"

_HEAD_LINES, _TAIL_LINES = 8, 12
_LONGEST_LINE = 160
_LONGEST_CLOSING = 40
_SENTENCE = re.compile("[,。!?;]")


@dataclass(frozen=True, slots=True)
class SiteWords:
    """The rule file: the words, what they count, and how a line is judged by them."""

    words: re.Pattern[str]
    strong: frozenset[str]
    titles: re.Pattern[str]
    least: int
    per: int
    shortest: int
    confidence: float
    reason: Wording
    cases: tuple[str, ...]
    counter_cases: tuple[str, ...]


@lru_cache(maxsize=1)
def site_words() -> SiteWords:
    """The content of site_words.toml."""
    table = read_table(FILE)
    words = sorted([*table["strong"], *table["weak"]], key=len, reverse=True)
    return SiteWords(
        words=re.compile("|".join(map(re.escape, words))),
        strong=frozenset(table["strong"]),
        titles=re.compile(rf"[^,:|。]*{table['titles']}"),
        least=table["least"],
        per=table["per"],
        shortest=table["shortest"],
        confidence=table["confidence"],
        reason=wording_of(table["reason"]),
        cases=tuple(table["cases"]),
        counter_cases=tuple(table["counter_cases"]),
    )


def is_site_line(text: str) -> bool:
    """Whether a folded line, which stands above or below a speech, is a site's.

    Each word counts once, however often the line has it.
    """
    rules = site_words()
    if len(text) > _LONGEST_LINE:
        return False
    found = set(rules.words.findall(text))
    strong = len(found & rules.strong)
    if not strong or rules.titles.fullmatch(text):
        return False
    if len(text) <= rules.shortest and not _SENTENCE.search(text):
        return True
    points = len(found) + strong
    return points >= rules.least and points * rules.per >= len(text)


def find_site_lines(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every such line above the salutation and below the last paragraph.

    Cost: O(1); no more than twenty lines are read.
    """
    rules = site_words()
    lines = searched.lines
    for line in (*_above(lines), *_below(lines)):
        yield Finding(
            kind=Kind.SITE_BOILERPLATE,
            span=line.span,
            text=line.span.of(searched.text),
            replacement="",
            confidence=rules.confidence,
            safe=False,
            reason=rules.reason,
            rule="site_words/line",
        )


def _above(lines: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    for line in lines[:_HEAD_LINES]:
        if is_site_line(line.text):
            found.append(line)
        elif line.is_greeting or line.sentences > 1:
            break
    return found


def _below(lines: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    for line in reversed(lines[_HEAD_LINES:][-_TAIL_LINES:]):
        if is_site_line(line.text):
            found.append(line)
        elif line.sentences or len(line.text) > _LONGEST_CLOSING:
            break
    return found[::-1]
