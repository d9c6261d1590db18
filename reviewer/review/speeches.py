"""The speeches that one file holds, told by their headings.

Sites join several speeches in one file, under numbers (第3篇 …, 篇三：…, …讲话稿二：) or under a
title each. A part is split off only where headings stand in a row and what follows each of them is
a speech; what is in doubt stays whole: chapters of one speech, tables of contents, a sentence that
speaks of 第一篇.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from reviewer.garble.rules import read_table
from reviewer.garble.titles import title_in, title_rules
from reviewer.repeats.numerals import number_value
from reviewer.text.folding import folded_text
from reviewer.text.pinyin import BRACKETED_READING
from reviewer.text.span import Span
from reviewer.text.wording import Wording

FILE = "collections.toml"

_OPENING_LINES = 6
"""In so many lines below its heading a speech has to address somebody."""

_MOST_BYLINES = 2
_SPEECHES = (2, 3)
"""The share of parts of a row, as a fraction, that have to be speeches by what they say."""

_NUMBERED = Wording(
    "标题“{line}”是连续编号的第 {place} 个，共 {count} 个",
    "the heading “{line}” is number {place} of a row of {count}",
)
_ADDRESSED = Wording(
    "标题“{line}”之下是新的称呼“{address}”",
    "below the heading “{line}” follows the address “{address}”",
)
_COLON = re.compile(r"[:!]")
_BETWEEN_NAMES = re.compile(r"[、,\s]+")
_LONGEST_ADDRESS = 80
_SENTENCE_END = re.compile(r"[。;!?]")


@dataclass(frozen=True, slots=True)
class Part:
    """One speech of a collection.

    Attributes:
        title: its title as the text has it, without the number that a site gave it.
        span: from its heading to the next one, in code points of the whole text.
        evidence: why it is a speech of its own, for people.
    """

    title: str
    span: Span
    evidence: Wording


@dataclass(frozen=True, slots=True)
class Numbering:
    """One way in which headings count speeches, as the rule file gives it."""

    id: str
    pattern: re.Pattern[str]
    same_title: bool
    inside: re.Pattern[str] | None
    cases: tuple[tuple[str, str, str], ...]
    counter_cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CollectionRules:
    """The rule file."""

    numberings: tuple[Numbering, ...]
    address: re.Pattern[str]
    byline: re.Pattern[str]
    address_cases: tuple[str, ...]
    address_counter_cases: tuple[str, ...]
    least_letters: int
    longest: int


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: where it stands without blanks at its ends, and folded."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading: where it stands, its title, its number and the line on which it stands.

    Attributes:
        span: the heading's own characters.
        title: the title in it; an empty span where there is none.
        core: the title, folded.
        number: what it counts; 0 where it counts nothing.
        line: the number of its last line.
        address: the line that opens the speech, or an empty string.
    """

    span: Span
    title: Span
    core: str
    number: int
    line: int
    address: str = ""


def _numbering(row: dict[str, Any]) -> Numbering:
    inside = row.get("inside", False)
    return Numbering(
        id=row["id"],
        pattern=re.compile(row["pattern"]),
        same_title=row.get("same_title", False),
        inside=re.compile(rf"(?<=[。!?]){row['pattern']}$") if inside else None,
        cases=tuple((line, number, title) for line, number, title in row["cases"]),
        counter_cases=tuple(row["counter_cases"]),
    )


@lru_cache(maxsize=1)
def collection_rules() -> CollectionRules:
    """The content of collections.toml."""
    table = read_table(FILE)
    return CollectionRules(
        numberings=tuple(map(_numbering, table["numbering"])),
        address=re.compile(table["address"]),
        byline=re.compile(table["byline"]),
        address_cases=tuple(table["address_cases"]),
        address_counter_cases=tuple(table["address_counter_cases"]),
        least_letters=table["least_letters"],
        longest=table["longest"],
    )


def find_parts(text: str) -> tuple[Part, ...]:
    """The speeches that `text` holds, or nothing where it is one speech or where that is not sure.

    The parts follow each other without a gap up to the end of the text; what stands before the
    first one belongs to none. A part may be a collection itself: ask again with its text.
    Cost: O(n); only short lines are looked at closely.
    """
    lines = list(_lines(folded_text(text)))
    rows = [row for rule in collection_rules().numberings for row in _rows(rule, lines)]
    fitting = [row for row in rows if _is_collection(lines, row, len(text))]
    if fitting:
        row = min(fitting, key=lambda one: (one[0].span.start, -len(one)))
    else:
        row = _addressed(lines)
        if not _is_collection(lines, row, len(text)):
            return ()
    return tuple(_parts(text, row))


def _lines(folded: str) -> Iterator[_Line]:
    start = 0
    for raw in folded.split("\n"):
        line = raw.strip()
        if line:
            begin = start + len(raw) - len(raw.lstrip())
            yield _Line(Span(begin, begin + len(line)), line)
        start += len(raw) + 1


def heading_in(rule: Numbering, line: str) -> tuple[int, Span] | None:
    """The number and the place of the title in a folded line, or None where it is no heading."""
    if len(line) > collection_rules().longest:
        return None
    match = rule.pattern.fullmatch(line)
    return None if match is None else _counted(match)


def _counted(match: re.Match[str]) -> tuple[int, Span] | None:
    groups = match.groupdict()
    value = number_value(groups.get("n") or groups.get("m") or "")
    if value is None:
        return None
    attached = groups.get("attached")
    if attached and not title_rules().ending.search(attached):
        return None
    name = "attached" if attached else "title"
    span = Span(*match.span(name)) if groups.get(name) else Span(match.end(), match.end())
    title = match.string[span.start : span.end]
    return None if _SENTENCE_END.search(title) else (int(value), span)


def address_in(line: str) -> str:
    """Whom a folded line addresses before its colon, such as `各位代表、同志们:`, or nothing."""
    colon = _COLON.search(line, 0, _LONGEST_ADDRESS)
    if colon is None:
        return ""
    named = [one for one in _BETWEEN_NAMES.split(line[: colon.start()]) if one]
    address = collection_rules().address
    return line[: colon.end()] if named and all(map(address.fullmatch, named)) else ""


def _headings(rule: Numbering, lines: Sequence[_Line]) -> Iterator[_Heading]:
    """Every heading of one numbering, also those that end a line of other text."""
    for number, line in enumerate(lines):
        found, begin = heading_in(rule, line.text), 0
        if found is None and rule.inside is not None:
            tail = max(0, len(line.text) - collection_rules().longest)
            match = rule.inside.search(line.text, tail)
            found, begin = (_counted(match), match.start()) if match else (None, 0)
        if found is not None:
            value, title = found
            start = line.span.start
            yield _Heading(
                Span(start + begin, line.span.end),
                title.shifted(start),
                title.of(line.text).strip(),
                value,
                number,
            )


def _rows(rule: Numbering, lines: Sequence[_Line]) -> Iterator[list[_Heading]]:
    """The rows of headings that count from one upwards; a one begins a new row."""
    row: list[_Heading] = []
    for heading in _headings(rule, lines):
        if heading.number == 1:
            yield row
            row = [heading]
        elif row and heading.number > row[-1].number and _goes_on(rule, row[0], heading):
            row.append(heading)
    yield row


def _goes_on(rule: Numbering, first: _Heading, heading: _Heading) -> bool:
    return not rule.same_title or first.core == heading.core


def _addressed(lines: Sequence[_Line]) -> list[_Heading]:
    """Titles, each right above a line that addresses somebody."""
    rules, ending = collection_rules(), title_rules().ending
    cores = [title_in(line.text) if len(line.text) <= rules.longest else "" for line in lines]
    often = {core for core, count in Counter(filter(None, cores)).items() if count > 1}
    row: list[_Heading] = []
    for number, line in enumerate(lines):
        address = address_in(_without_readings(line.text))
        if not address:
            continue
        at = number - 1
        while at > 0 and number - at <= _MOST_BYLINES and _is_byline(lines[at], cores[at]):
            at -= 1
        core = cores[at] if at >= 0 else ""
        if not core or not (core in often or ending.search(core)):
            continue
        top = at
        while top and cores[top - 1] == core:
            top -= 1
        title = lines[at].span.start + lines[at].text.index(core)
        span = Span(lines[top].span.start, lines[at].span.end)
        row.append(_Heading(span, Span(title, title + len(core)), core, 0, at, address))
    return row


def _is_byline(line: _Line, core: str) -> bool:
    told = collection_rules().byline.fullmatch(line.text) is not None
    return told and not title_rules().ending.search(core or line.text)


def _is_collection(lines: Sequence[_Line], row: Sequence[_Heading], end: int) -> bool:
    """Whether the headings of a row each begin a speech. The last one may be cut short."""
    if len(row) < 2:
        return False
    least = collection_rules().least_letters
    borders = [heading.line for heading in row]
    for first, last in pairwise(borders):
        if sum(_letters(line.text) for line in lines[first + 1 : last + 1]) < least:
            return False
    speeches = sum(_is_speech(lines, heading) for heading in row)
    wanted, of = _SPEECHES
    return speeches >= 2 and speeches * of >= wanted * len(row)


def _without_readings(line: str) -> str:
    """A folded line as it was before pinyin was injected: 讲(jiang)话 is 讲话."""
    return BRACKETED_READING.sub("", line)


def _letters(line: str) -> int:
    return sum(map(str.isalnum, line))


def _is_speech(lines: Sequence[_Line], heading: _Heading) -> bool:
    if heading.address or title_rules().ending.search(_without_readings(heading.core)):
        return True
    below = lines[heading.line + 1 : heading.line + 1 + _OPENING_LINES]
    return any(address_in(_without_readings(line.text)) for line in below)


def _parts(text: str, row: Sequence[_Heading]) -> Iterator[Part]:
    ends = [heading.span.start for heading in row[1:]] + [len(text)]
    for place, (heading, end) in enumerate(zip(row, ends, strict=True), 1):
        line = " ".join(heading.span.of(text).split())
        if heading.address:
            evidence = _ADDRESSED.filled(line=line, address=heading.address)
        else:
            evidence = _NUMBERED.filled(line=line, place=place, count=len(row))
        title = heading.title.of(text).strip() or _title_below(text, heading, end) or line
        yield Part(title, Span(heading.span.start, end), evidence)


def _title_below(text: str, heading: _Heading, end: int) -> str:
    """The line below a heading that is a number alone, where it is a title."""
    below = text[heading.span.end : end].strip().partition("\n")[0].strip()
    known = len(below) <= collection_rules().longest and title_in(folded_text(below))
    return below if known else ""
