"""Finding words in a text, and what stands there when they are replaced.

Words may be given as they are or as a regular expression. A search that looks through scripts and
widths finds 農業 and 农业, （ and ( alike: it runs over the folded text, whose offsets are those of
the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from reviewer.review.edits import Edit
from reviewer.text.errors import ReviewerError
from reviewer.text.folding import folded_text
from reviewer.text.span import Span

MOST_HITS = 50_000
"""After so many hits a search ends: nobody looks through more."""

LONGEST_SEARCH = 2.0
"""Seconds that an expression may take in one text; some take for ever."""

_REFERENCE = regex.compile(r"\\(?:(?P<number>\d{1,2})|g<(?P<name>\w+)>|(?P<sign>[nt\\]))")
_SIGNS = {"n": "\n", "t": "\t", "\\": "\\"}


class PatternInvalid(ReviewerError):
    """What was given as a regular expression is none."""

    def __init__(self, pattern: str, problem: str) -> None:
        super().__init__(f"{pattern!r}: {problem}")
        self.pattern = pattern
        self.problem = problem


class PatternTooSlow(ReviewerError):
    """The regular expression takes too long in this text."""

    def __init__(self, pattern: str) -> None:
        super().__init__(f"{pattern!r} takes too long")
        self.pattern = pattern


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        words: the words, or a regular expression.
        as_pattern: whether `words` is a regular expression; `^` and `$` stand at lines.
        through_scripts: whether script, width and case are of no matter.
    """

    words: str
    as_pattern: bool = False
    through_scripts: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that was found.

    Attributes:
        span: where it is, never empty.
        groups: what the groups of the expression took, for the replacement; the whole first.
    """

    span: Span
    groups: tuple[str, ...]


def hits(text: str, query: Query) -> list[Hit]:
    """The places of `text` that `query` finds, none overlapping another, at most `MOST_HITS`.

    Raises:
        PatternInvalid: the expression cannot be read.
        PatternTooSlow: it takes longer than `LONGEST_SEARCH`.
    """
    if not query.words:
        return []
    pattern = _compiled(query)
    searched = folded_text(text) if query.through_scripts else text
    try:
        return list(_found(pattern, searched, text))
    except TimeoutError as problem:
        raise PatternTooSlow(query.words) from problem


def replacement_edits(text: str, query: Query, replacement: str) -> list[Edit]:
    r"""The edits that put `replacement` in the place of every hit, in order.

    In a search by expression `\1` and `\g<name>` stand for what a group took, `\n` for a line
    break and `\\` for a backslash. Hits that would stay as they are give no edit.

    Raises:
        PatternInvalid: the expression or the replacement cannot be read.
        PatternTooSlow: the search takes too long.
    """
    pattern = _compiled(query) if query.as_pattern and query.words else None
    edits: list[Edit] = []
    for hit in hits(text, query):
        there = hit.span.of(text)
        put = replacement if pattern is None else _expanded(pattern, hit, replacement)
        if put != there:
            edits.append(Edit(hit.span.start, there, put))
    return edits


def _compiled(query: Query) -> regex.Pattern[str]:
    words = folded_text(query.words) if query.through_scripts else query.words
    flags = regex.MULTILINE | (regex.IGNORECASE if query.through_scripts else 0)
    try:
        return regex.compile(words if query.as_pattern else regex.escape(words), flags)
    except regex.error as problem:
        raise PatternInvalid(query.words, str(problem)) from problem


def _found(pattern: regex.Pattern[str], searched: str, text: str) -> Iterator[Hit]:
    count = 0
    for match in pattern.finditer(searched, timeout=LONGEST_SEARCH):
        start, end = match.span()
        if start == end:
            continue
        spans = (match.span(number) for number in range(pattern.groups + 1))
        groups = tuple(text[first:last] if first >= 0 else "" for first, last in spans)
        yield Hit(Span(start, end), groups)
        count += 1
        if count == MOST_HITS:
            return


def _expanded(pattern: regex.Pattern[str], hit: Hit, replacement: str) -> str:
    def meant(reference: regex.Match[str]) -> str:
        sign, name = reference["sign"], reference["name"]
        if sign is not None:
            return _SIGNS[sign]
        number = pattern.groupindex.get(name, -1) if name else int(reference["number"])
        if not 0 <= number < len(hit.groups):
            raise PatternInvalid(replacement, f"there is no group {name or number}")
        return hit.groups[number]

    return _REFERENCE.sub(meant, replacement)
