"""Site furniture: navigation, notices and lists of links around a speech, pastes inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.pattern_rules import find_by_rules
from reviewer.garble.rules import load_rules, read_table, wording_of
from reviewer.garble.searched import SearchedText
from reviewer.garble.without_readings import find_without_readings
from reviewer.text.span import Span, merge_spans
from reviewer.text.wording import Wording

FILE = "boilerplate.toml"
LINE_CONFIDENCE = 0.95
_LINE_REASON = Wording("网站加在讲话稿前后的文字", "a line that sites put around a speech")


@dataclass(frozen=True, slots=True)
class LineRule:
    """A line of furniture.

    Attributes:
        id: its name.
        pattern: what it matches, as a whole line of the folded text without blanks at its ends.
        cases: lines that it must match.
        counter_cases: lines that it must not match.
    """

    id: str
    pattern: re.Pattern[str]
    cases: tuple[str, ...]
    counter_cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Tail:
    """How the furniture at the end of a page is told; see the rule file."""

    openers: tuple[str, ...]
    longest_line: int
    entry: re.Pattern[str]
    largest_share: float
    reason: Wording


@lru_cache(maxsize=1)
def line_rules() -> tuple[LineRule, ...]:
    """The rules for whole lines."""
    return tuple(
        LineRule(
            id=row["id"],
            pattern=re.compile(row["pattern"]),
            cases=tuple(row["cases"]),
            counter_cases=tuple(row["counter_cases"]),
        )
        for row in read_table(FILE)["line"]
    )


@lru_cache(maxsize=1)
def _any_line() -> re.Pattern[str]:
    """All line rules in one pattern: a line is read once, not once a rule."""
    return re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in line_rules()))


@lru_cache(maxsize=1)
def _tail() -> _Tail:
    row = read_table(FILE)["tail"]
    return _Tail(
        openers=tuple(row["openers"]),
        longest_line=row["longest_line"],
        entry=re.compile(row["entry"]),
        largest_share=row["largest_share"],
        reason=wording_of(row["reason"]),
    )


def find_boilerplate(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every block of furniture lines and for every paste inside a line.

    Lines of furniture that follow each other are one finding. Cost: O(n) a rule.
    """
    return find_without_readings(searched, _find)


def _find(searched: SearchedText) -> Iterator[Finding]:
    lines = list(_lines(searched.folded))
    tail = _above_tail(lines, _tail_start(lines, len(searched.folded)), searched.folded)
    blocks = [span for span, line in lines if line and _is_furniture(line)]
    if tail is not None:
        end = max(span.end for span, line in lines if line)
        blocks = [span for span in blocks if span.end <= tail] + [Span(tail, end)]
    whole = _joined(blocks, searched.text)
    for block in whole:
        yield Finding(
            kind=Kind.SITE_BOILERPLATE,
            rule="boilerplate/lines",
            span=block,
            text=block.of(searched.text),
            replacement="",
            confidence=LINE_CONFIDENCE,
            safe=False,
            reason=_tail().reason if tail is not None and block.end > tail else _LINE_REASON,
        )
    for paste in find_by_rules(searched, load_rules(FILE)):
        if not any(block.contains(paste.span) for block in whole):
            yield paste


def _lines(text: str) -> Iterator[tuple[Span, str]]:
    """Every line with the span of what is left of it without blanks at its ends."""
    start = 0
    for raw in text.split("\n"):
        line = raw.strip()
        begin = start + (len(raw) - len(raw.lstrip()) if line else 0)
        yield Span(begin, begin + len(line)), line
        start += len(raw) + 1


_LONGEST_FURNITURE = 320


def _is_furniture(line: str) -> bool:
    if len(line) > _LONGEST_FURNITURE:
        return False
    return _any_line().fullmatch(line) is not None


def _tail_start(lines: list[tuple[Span, str]], length: int) -> int | None:
    """Where the furniture at the end of the page begins, or None where the speech is the end."""
    tail = _tail()
    start: int | None = None
    for span, line in reversed(lines):
        if not line:
            continue
        if line.rstrip(":").startswith(tail.openers) and len(line) <= tail.longest_line:
            start = span.start
        belongs = len(line) <= tail.longest_line or tail.entry.search(line) or _is_furniture(line)
        if not belongs or length - span.start > tail.largest_share * length:
            break
    return start


_HEAD_LINES = 10
_SHORTEST_EXCERPT = 10
_LONGEST_CATEGORY = 8
_SENTENCE_MARK = re.compile("[。,;!?:]")


def _above_tail(lines: list[tuple[Span, str]], tail: int | None, text: str) -> int | None:
    """Where the tail begins with what belongs to it above its opener.

    Sites repeat the page's title there and the first words of the text, cut off with dots, and
    may name a category above them.
    """
    if tail is None:
        return None
    full = [(span, line) for span, line in lines if line]
    head = {
        line: span.start
        for span, line in reversed(full[:_HEAD_LINES])
        if not _SENTENCE_MARK.search(line)
    }
    start, titled = tail, False
    for span, line in reversed([item for item in full if item[0].start < tail]):
        title = head.get(line, span.start) < span.start
        category = titled and len(line) <= _LONGEST_CATEGORY and line.isalpha()
        if not (title or category or _is_excerpt(line, text[: span.start])):
            break
        start, titled = span.start, title
    return start


def _is_excerpt(line: str, before: str) -> bool:
    """Whether the line is cut off with dots and begins as a passage before it does."""
    if not line.endswith(("…", "...")):
        return False
    opening = "".join(filter(str.isalnum, line))[:_SHORTEST_EXCERPT]
    return len(opening) == _SHORTEST_EXCERPT and opening in "".join(filter(str.isalnum, before))


def _joined(blocks: list[Span], text: str) -> list[Span]:
    """Blocks with nothing but blanks between them made one."""
    joined: list[Span] = []
    for block in merge_spans(blocks):
        if joined and not text[joined[-1].end : block.start].strip():
            joined[-1] = Span(joined[-1].start, block.end)
        else:
            joined.append(block)
    return joined
