"""Page counters and notes of those who prepared a text, on lines of their own and inside lines.

A bare number on a line is a page number only where the numbers of such lines count up; this is
told here, everything else by the rules of page_furniture.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.lines import HAN, Line
from reviewer.garble.pattern_rules import find_by_rules
from reviewer.garble.rules import load_rules, read_table, wording_of
from reviewer.garble.searched import SearchedText
from reviewer.garble.without_readings import find_without_readings
from reviewer.text.span import Cover, Span
from reviewer.text.wording import Wording

FILE = "page_furniture.toml"
LONGEST_LINE = 60

_LEAST_COUNTED = 3
_LONG_LINE = 45
_HALF = re.compile(rf"[{HAN}]")
_LONGEST_NUMBER = 3
_BROKEN = re.compile(r"[^\s。!?…”」』》)】:;]\s*$")


@dataclass(frozen=True, slots=True)
class FurnitureLine:
    """A rule for whole lines.

    Attributes:
        id: its name.
        kind: what it finds.
        source: what it matches, as a whole line of the folded text without blanks at its ends.
        confidence: how sure it is, from 0 to 1.
        reason: one sentence for people.
        cases: lines that it must match.
        counter_cases: lines that it must not match.
    """

    id: str
    kind: Kind
    source: str
    confidence: float
    reason: Wording
    cases: tuple[str, ...] = ()
    counter_cases: tuple[str, ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """`source` compiled."""
        return re.compile(self.source)


def _line(row: dict[str, Any]) -> FurnitureLine:
    return FurnitureLine(
        id=row["id"],
        kind=Kind(row["kind"]),
        source=row["pattern"],
        confidence=float(row["confidence"]),
        reason=wording_of(row["reason"]),
        cases=tuple(row["cases"]),
        counter_cases=tuple(row["counter_cases"]),
    )


@lru_cache(maxsize=1)
def furniture_lines() -> tuple[FurnitureLine, ...]:
    """The rules for whole lines, in the order of the file."""
    return tuple(_line(row) for row in read_table(FILE)["line"])


@lru_cache(maxsize=1)
def _any_line() -> re.Pattern[str]:
    """All line rules in one pattern: most lines are none of them, which one reading tells."""
    return re.compile("|".join(f"(?:{rule.source})" for rule in furniture_lines()))


def find_page_furniture(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every page counter and every editorial note. Cost: O(n) a rule."""
    return find_without_readings(searched, _find)


def _find(searched: SearchedText) -> Iterator[Finding]:
    lines = list(_whole_lines(searched))
    yield from lines
    taken = Cover(finding.span for finding in lines)
    for finding in find_by_rules(searched, load_rules(FILE)):
        if not taken.holds(finding.span):
            yield finding


def _whole_lines(searched: SearchedText) -> Iterator[Finding]:
    counted = _counted_numbers(
        searched.folded, [line for line in searched.lines if len(line.text) <= LONGEST_LINE]
    )
    for number, line in enumerate(searched.lines):
        if len(line.text) > LONGEST_LINE:
            continue
        if line.start in counted:
            rule = _COUNTED
        elif _any_line().fullmatch(line.text):
            rule = next(rule for rule in furniture_lines() if rule.pattern.fullmatch(line.text))
        else:
            continue
        # The line break goes too: what is left must not be an empty line.
        span = Span(line.start, min(line.end + 1, len(searched.text)))
        if rule.kind is Kind.PAGE_NUMBER_ARTIFACT:
            span = _between_halves(searched.lines[max(0, number - 1) : number + 2]) or span
        yield _finding(searched, span, rule)


def _between_halves(around: Sequence[Line]) -> Span | None:
    """What stands between two halves of a sentence, if the line in the midst parts such halves."""
    if len(around) < 3:
        return None
    above, _, below = around
    prose = above.sentences or len(above.text) >= _LONG_LINE
    goes_on = _HALF.match(above.text[-1]) and _HALF.match(below.text[0])
    if not (prose and goes_on) or below.is_item or below.is_greeting or below.indent:
        return None
    return Span(above.span.end, below.span.start)


def _finding(searched: SearchedText, span: Span, rule: FurnitureLine) -> Finding:
    return Finding(
        kind=rule.kind,
        span=span,
        text=span.of(searched.text),
        replacement="",
        confidence=rule.confidence,
        safe=False,
        reason=rule.reason,
        rule=f"page_furniture/{rule.id}",
    )


_COUNTED = FurnitureLine(
    id="counted",
    kind=Kind.PAGE_NUMBER_ARTIFACT,
    source=r"\d{1,3}",
    confidence=0.85,
    reason=Wording(
        "独占一行的数字在全文依次递增，是页码",
        "numbers on lines of their own that count up through the text are page numbers",
    ),
)


def _counted_numbers(text: str, lines: Iterable[Line]) -> frozenset[int]:
    """Where those of `lines` begin that hold nothing but numbers which count up by one.

    Numbers of sections count up too; what tells pages is that they break sentences.
    """
    numbers = [(line.start, int(line.text)) for line in lines if _is_number(text, line)]
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


def _is_number(text: str, line: Line) -> bool:
    """Whether the line is a short number with nothing but plain blanks around it."""
    return (
        len(line.text) <= _LONGEST_NUMBER
        and line.text.isdecimal()
        and text[line.start : line.end].strip(" \t") == line.text
    )
