"""Page counters and notes of those who prepared a text, on lines of their own and inside lines.

A bare number on a line is a page number only where the numbers of such lines count up; this is
told here, everything else by the rules of page_furniture.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.pattern_rules import find_by_rules
from reviewer.garble.rules import load_rules, read_table, wording_of
from reviewer.garble.searched import SearchedText
from reviewer.garble.without_readings import find_without_readings
from reviewer.text.span import Span
from reviewer.text.wording import Wording

FILE = "page_furniture.toml"
LONGEST_LINE = 60

_LEAST_COUNTED = 3
_BARE_NUMBER = re.compile(r"^[ \t]*(\d{1,3})[ \t]*$", re.MULTILINE)
_BROKEN = re.compile(r"[^\s。!?…”」』》)】:;]\s*$")
_COUNTED = Wording(
    "独占一行的数字在全文依次递增，是页码",
    "numbers on lines of their own that count up through the text are page numbers",
)
_COUNTED_CONFIDENCE = 0.85


@dataclass(frozen=True, slots=True)
class FurnitureLine:
    """A rule for whole lines.

    Attributes:
        id: its name.
        kind: what it finds.
        pattern: what it matches, as a whole line of the folded text without blanks at its ends.
        confidence: how sure it is, from 0 to 1.
        reason: one sentence for people.
        cases: lines that it must match.
        counter_cases: lines that it must not match.
    """

    id: str
    kind: Kind
    pattern: re.Pattern[str]
    confidence: float
    reason: Wording
    cases: tuple[str, ...]
    counter_cases: tuple[str, ...]


def _line(row: dict[str, Any]) -> FurnitureLine:
    return FurnitureLine(
        id=row["id"],
        kind=Kind(row["kind"]),
        pattern=re.compile(row["pattern"]),
        confidence=float(row["confidence"]),
        reason=wording_of(row["reason"]),
        cases=tuple(row["cases"]),
        counter_cases=tuple(row["counter_cases"]),
    )


@lru_cache(maxsize=1)
def furniture_lines() -> tuple[FurnitureLine, ...]:
    """The rules for whole lines, in the order of the file."""
    return tuple(_line(row) for row in read_table(FILE)["line"])


def find_page_furniture(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every page counter and every editorial note. Cost: O(n) a rule."""
    return find_without_readings(searched, _find)


def _find(searched: SearchedText) -> Iterator[Finding]:
    taken: list[Span] = []
    for finding in _whole_lines(searched):
        taken.append(finding.span)
        yield finding
    for finding in find_by_rules(searched, load_rules(FILE)):
        if not any(span.contains(finding.span) for span in taken):
            yield finding


def _whole_lines(searched: SearchedText) -> Iterator[Finding]:
    counted = _counted_numbers(searched.folded)
    start = 0
    for raw in searched.folded.split("\n"):
        line = raw.strip()
        # The line break goes too: what is left must not be an empty line.
        span = Span(start, min(start + len(raw) + 1, len(searched.text)))
        start += len(raw) + 1
        if not line or len(line) > LONGEST_LINE:
            continue
        if span.start in counted:
            yield _finding(
                searched, span, Kind.PAGE_NUMBER_ARTIFACT, _COUNTED_CONFIDENCE, _COUNTED, "counted"
            )
            continue
        rule = next((rule for rule in furniture_lines() if rule.pattern.fullmatch(line)), None)
        if rule is not None:
            yield _finding(searched, span, rule.kind, rule.confidence, rule.reason, rule.id)


def _finding(
    searched: SearchedText, span: Span, kind: Kind, confidence: float, reason: Wording, rule: str
) -> Finding:
    return Finding(
        kind=kind,
        span=span,
        text=span.of(searched.text),
        replacement="",
        confidence=confidence,
        safe=False,
        reason=reason,
        rule=f"page_furniture/{rule}",
    )


def _counted_numbers(text: str) -> frozenset[int]:
    """Where the lines begin that hold nothing but numbers which count up by one.

    Numbers of sections count up too; what tells pages is that they break sentences.
    """
    numbers = [(match.start(), int(match[1])) for match in _BARE_NUMBER.finditer(text)]
    counted: set[int] = set()
    run: list[int] = []
    before: int | None = None
    for start, value in [*numbers, (-1, -1)]:
        if before is not None and value != before + 1:
            broken = sum(1 for place in run if _BROKEN.search(text, max(0, place - 40), place))
            counted.update(run if len(run) >= _LEAST_COUNTED and 2 * broken > len(run) else ())
            run = []
        run.append(start)
        before = value
    return frozenset(counted)
