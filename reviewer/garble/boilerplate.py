"""Site furniture: navigation, notices and lists of links around a speech, pastes inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.lines import Line
from reviewer.garble.pattern_rules import find_by_rules
from reviewer.garble.rules import load_rules, read_table, wording_of
from reviewer.garble.searched import SearchedText
from reviewer.garble.site_words import find_site_lines, is_site_line
from reviewer.garble.without_readings import find_without_readings
from reviewer.text.span import Cover, Span, merge_spans
from reviewer.text.wording import Wording

FILE = "boilerplate.toml"
LINE_CONFIDENCE = 0.95
_LINE_REASON = Wording("网站加在讲话稿前后的文字", "a line that sites put around a speech")


@dataclass(frozen=True, slots=True)
class LineRule:
    """A line of furniture.

    Attributes:
        id: its name.
        source: what it matches, as a whole line of the folded text without blanks at its ends.
        cases: lines that it must match.
        counter_cases: lines that it must not match.
    """

    id: str
    source: str
    cases: tuple[str, ...]
    counter_cases: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """`source` compiled."""
        return re.compile(self.source)


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
            source=row["pattern"],
            cases=tuple(row["cases"]),
            counter_cases=tuple(row["counter_cases"]),
        )
        for row in read_table(FILE)["line"]
    )


@lru_cache(maxsize=1)
def _any_line() -> re.Pattern[str]:
    """All line rules in one pattern: a line is read once, not once a rule."""
    return re.compile("|".join(f"(?:{rule.source})" for rule in line_rules()))


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


def find_boilerplate(searched: SearchedText) -> tuple[Finding, ...]:
    """A finding for every block of furniture lines and for every paste inside a line.

    Lines of furniture that follow each other are one finding. Cost: O(n) a rule, at the first
    call alone: the layout rules ask for the furniture too.
    """
    return searched.once(_everywhere)


def _everywhere(searched: SearchedText) -> tuple[Finding, ...]:
    return tuple(find_without_readings(searched, _find))


def _find(searched: SearchedText) -> Iterator[Finding]:
    lines = searched.lines
    tail = _tail_start(lines, len(searched.folded))
    if tail is not None:
        tail = _above_tail(lines, tail, searched.folded)
    blocks = [line.span for line in lines if _is_furniture(line.text)]
    if tail is not None:
        blocks = [span for span in blocks if span.end <= tail]
        blocks.append(Span(tail, lines[-1].span.end))
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
    cover = Cover(whole)
    pastes = [p for p in find_by_rules(searched, load_rules(FILE)) if not cover.holds(p.span)]
    told = Cover(paste.span for paste in pastes if paste.kind is Kind.SITE_BOILERPLATE)
    for line in find_site_lines(searched):
        inside = [paste for paste in pastes if line.span.contains(paste.span)]
        if cover.holds(line.span) or told.touches(line.span):
            continue
        if not inside or is_site_line(_without(searched.folded, line.span, inside)):
            pastes = [paste for paste in pastes if paste not in inside]
            yield line
    yield from pastes


def _without(text: str, line: Span, pastes: list[Finding]) -> str:
    """What is left of a line when `pastes` are gone."""
    edges = [line.start, *(edge for p in pastes for edge in (p.span.start, p.span.end)), line.end]
    return "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


_LONGEST_FURNITURE = 320


def _is_furniture(line: str) -> bool:
    if len(line) > _LONGEST_FURNITURE:
        return False
    return _any_line().fullmatch(line) is not None


def _tail_start(lines: Sequence[Line], length: int) -> int | None:
    """Where the furniture at the end of the page begins, or None where the speech is the end."""
    tail = _tail()
    start: int | None = None
    for line in reversed(lines):
        short = len(line.text) <= tail.longest_line
        if short and line.text.rstrip(":").startswith(tail.openers):
            start = line.span.start
        belongs = short or tail.entry.search(line.text) or _is_furniture(line.text)
        if not belongs or length - line.span.start > tail.largest_share * length:
            break
    return start


_HEAD_LINES = 10
_SHORTEST_EXCERPT = 10
_LONGEST_CATEGORY = 8
_SENTENCE_MARK = re.compile("[。,;!?:]")


def _above_tail(lines: Sequence[Line], tail: int, text: str) -> int:
    """Where the tail begins with what belongs to it above its opener.

    Sites repeat the page's title there and the first words of the text, cut off with dots, and
    may name a category above them.
    """
    head = {
        line.text: line.span.start
        for line in reversed(lines[:_HEAD_LINES])
        if not _SENTENCE_MARK.search(line.text)
    }
    start, titled = tail, False
    for line in reversed([line for line in lines if line.span.start < tail]):
        title = head.get(line.text, line.span.start) < line.span.start
        category = titled and len(line.text) <= _LONGEST_CATEGORY and line.text.isalpha()
        if not (title or category or _is_excerpt(line, text)):
            break
        start, titled = line.span.start, title
    return start


def _is_excerpt(line: Line, text: str) -> bool:
    """Whether the line is cut off with dots and begins as a passage before it does."""
    if not line.text.endswith(("…", "...")):
        return False
    opening = list(filter(str.isalnum, line.text))[:_SHORTEST_EXCERPT]
    if len(opening) < _SHORTEST_EXCERPT:
        return False
    letters = re.compile(r"[\W_]*".join(opening))
    return letters.search(text, 0, line.span.start) is not None


def _joined(blocks: list[Span], text: str) -> list[Span]:
    """Blocks with nothing but blanks between them made one."""
    joined: list[Span] = []
    for block in merge_spans(blocks):
        if joined and not text[joined[-1].end : block.start].strip():
            joined[-1] = Span(joined[-1].start, block.end)
        else:
            joined.append(block)
    return joined
