"""Titles that stand twice, and the numbering that sites give to the speeches of a collection.

Sites print a page's title above the text that begins with it, join speeches under numbered
headings (第3篇 …, …讲话稿二:) and close each with its title once more. The second goes; where a
speech begins under a repeated title it stays, for it is the title of another speech.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.rules import read_table
from reviewer.garble.searched import SearchedText
from reviewer.garble.without_readings import find_without_readings
from reviewer.text.span import Span
from reviewer.text.wording import Wording

FILE = "titles.toml"
HEAD_LINES = 10
"""How many lines from the top on a title may be repeated without being directly below itself."""

_TWICE = Wording("标题“{title}”重复", "the title “{title}” stands twice")
_CLOSING = Wording(
    "讲话结束后又把标题“{title}”印了一遍", "the title “{title}” is printed again below the speech"
)
_NUMBERED = Wording(
    "网站给合集中各篇编的号", "the number that a site gave to a speech of a collection"
)


@dataclass(frozen=True, slots=True)
class TitleRules:
    """The rule file: how a title is told and what sites put around it."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    numbered: re.Pattern[str]
    numbered_inside: re.Pattern[str]
    ending: re.Pattern[str]
    joined: re.Pattern[str]
    shortest: int
    longest: int
    cases: tuple[tuple[str, str], ...]
    counter_cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _TitleLine:
    """A line that is not blank.

    Attributes:
        span: where it stands, without blanks at its ends.
        text: what it says, folded.
        title: the span of the title itself, or None where the line is none.
        core: the title itself, folded; empty where the line is none.
    """

    span: Span
    text: str
    title: Span | None
    core: str

    @property
    def numbered(self) -> bool:
        """Whether the line is a title with something that a site put around it."""
        return self.title is not None and self.title != self.span


@lru_cache(maxsize=1)
def title_rules() -> TitleRules:
    """The content of titles.toml."""
    table = read_table(FILE)
    ending, number = table["ending"], table["number"]
    return TitleRules(
        before=re.compile(rf"(?:{table['before']})+"),
        behind=re.compile(rf"(?:{table['behind']})+$"),
        numbered=re.compile(rf"(?P<core>.{{3,40}}{ending}){number}$"),
        numbered_inside=re.compile(rf"(?<=[。!?])(?P<core>[^。!?,;\n]{{3,40}}?{ending}){number}$"),
        ending=re.compile(rf"{ending}$"),
        joined=re.compile(rf"(?P<title>[^。,;!?:]{{4,46}}?{ending})(?P=title)"),
        shortest=table["shortest"],
        longest=table["longest"],
        cases=tuple((line, core) for line, core in table["cases"]),
        counter_cases=tuple(table["counter_cases"]),
    )


def find_titles(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every title that stands twice and for every number of a collection.

    Cost: O(n); only short lines are looked at closely.
    """
    return find_without_readings(searched, _find)


def _find(searched: SearchedText) -> Iterator[Finding]:
    lines = [_line(line.span, line.text) for line in searched.lines]
    taken: set[int] = set()
    yield from _repeated(searched.text, lines, taken)
    yield from _joined(searched, lines)
    yield from _numbered(searched.text, lines, taken)


def title_in(line: str) -> str:
    """The title itself in one folded line, or an empty string where the line is no title."""
    return _line(Span(0, len(line)), line).core


_SENTENCE_MARK = re.compile(r"[。,;!?…:]")
# Neither a title nor what a site puts around it holds one of these.
_IN_SENTENCES = re.compile(r"[。,;!?…]")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")


def _line(span: Span, text: str) -> _TitleLine:
    rules = title_rules()
    if len(text) > rules.longest + 24 or _IN_SENTENCES.search(text) or not _HAN.search(text):
        return _TitleLine(span, text, None, "")
    before = rules.before.match(text)
    start = before.end() if before else 0
    behind = rules.behind.search(text, start)
    end = behind.start() if behind else len(text)
    core = text[start:end].strip()
    if not rules.shortest <= len(core) <= rules.longest or _SENTENCE_MARK.search(core):
        return _TitleLine(span, text, None, "")
    begin = span.start + text.index(core, start)
    return _TitleLine(span, text, Span(begin, begin + len(core)), core)


def _repeated(text: str, lines: list[_TitleLine], taken: set[int]) -> Iterator[Finding]:
    """Titles right below themselves, once more in the head, or once more under their speech."""
    rules = title_rules()
    known: set[str] = set()
    for number, line in enumerate(lines):
        if line.title is None:
            continue
        in_head = number < HEAD_LINES
        named = in_head or line.numbered or bool(rules.ending.search(line.core))
        if named and number and lines[number - 1].core == line.core:
            yield _directly_below(text, lines[number - 1], line, number - 1 in taken, in_head)
            taken.update((number - 1, number))
        elif named and line.core in known:
            below = lines[number + 1] if number + 1 < len(lines) else None
            if in_head and line.numbered:
                yield _number(text, line.span, 0.85, "numbered-title")
                taken.add(number)
            elif in_head:
                yield _finding(text, line.span, "", 0.8, _TWICE, line, "in-the-head")
                taken.add(number)
            elif not line.numbered and (below is None or below.numbered):
                yield _finding(text, line.span, "", 0.8, _CLOSING, line, "closing")
                taken.add(number)
        known.add(line.core)


def _directly_below(
    text: str, above: _TitleLine, line: _TitleLine, again: bool, in_head: bool
) -> Finding:
    """Two lines become one title; a third one just goes."""
    if again or line.title is None:
        return _finding(text, line.span, "", 0.9, _TWICE, line, "directly-below")
    span = Span(above.span.start, line.span.end)
    confidence = 0.94 if in_head else 0.9
    return _finding(text, span, line.title.of(text), confidence, _TWICE, line, "directly-below")


def _finding(
    text: str, span: Span, kept: str, confidence: float, said: Wording, line: _TitleLine, rule: str
) -> Finding:
    return Finding(
        kind=Kind.DUPLICATED_TITLE,
        span=span,
        text=span.of(text),
        replacement=kept,
        confidence=confidence,
        safe=False,
        reason=said.filled(title=line.title.of(text) if line.title else line.text),
        rule=f"titles/{rule}",
    )


def _joined(searched: SearchedText, lines: list[_TitleLine]) -> Iterator[Finding]:
    """A title twice without a line break between, at the beginning of a line."""
    rules = title_rules()
    for line in lines:
        # Most lines are told to be none by looking for their first characters once more.
        opening = line.text.rpartition("页")[2] if "页" in line.text[:14] else line.text
        if opening.find(opening[:6], 6, rules.longest + 6) < 0:
            continue
        end = min(line.span.end, line.span.start + 3 * rules.longest)
        match = rules.joined.search(searched.folded, line.span.start, end)
        if match is None or match.start() > line.span.start + 14:
            continue
        title = match["title"]
        lead = searched.folded[line.span.start : match.start()]
        if len(set(title)) < 5 or (lead and not lead.rstrip().endswith("页")):
            continue
        span = Span(*match.span())
        yield Finding(
            kind=Kind.DUPLICATED_TITLE,
            span=span,
            text=span.of(searched.text),
            replacement=searched.text[span.start : span.start + len(title)],
            confidence=0.93,
            safe=False,
            reason=_TWICE.filled(title=searched.text[span.start : span.start + len(title)]),
            rule="titles/joined",
        )


_NUMBER_END = ":)】]一二三四五六七八九十0123456789"


def _numbered(text: str, lines: list[_TitleLine], taken: set[int]) -> Iterator[Finding]:
    """The numbers of a collection: headings of their own, and what stands around a title."""
    rules = title_rules()
    known = sorted({line.core for line in lines if line.core})
    prefixed = [line for line in lines if line.title and line.title.start > line.span.start]
    for number, line in enumerate(lines):
        if number in taken or len(line.text) > 6 * rules.longest:
            continue
        span = _numbered_title(line, known)
        if span is not None:
            yield _number(text, span, 0.85, "numbered-title")
        elif line.title is not None and line.title.end < line.span.end and number < HEAD_LINES:
            yield _number(text, Span(line.title.end, line.span.end), 0.75, "count-of-speeches")
        elif line.title is not None and line.title.start > line.span.start and len(prefixed) > 1:
            yield _number(text, Span(line.span.start, line.title.start), 0.45, "number-of-speech")


def _numbered_title(line: _TitleLine, known: Sequence[str]) -> Span | None:
    """Where the line is, or ends in, a title that stands elsewhere too, with a number behind it.

    `known` are the titles of the text, sorted.
    """
    rules = title_rules()
    if line.text[-1] not in _NUMBER_END:
        return None
    match = rules.numbered.match(line.text)
    if match is None or _SENTENCE_MARK.search(match["core"]):
        match = rules.numbered_inside.search(line.text)
    if match is None:
        return None
    # Of the titles that begin like this one, all but one belong to other lines.
    first = bisect_left(known, match["core"])
    others = [core for core in known[first : first + 2] if core != line.core]
    if not others or not others[0].startswith(match["core"]):
        return None
    return Span(line.span.start + match.start(), line.span.end)


def _number(text: str, span: Span, confidence: float, rule: str) -> Finding:
    return Finding(
        kind=Kind.SITE_BOILERPLATE,
        span=span,
        text=span.of(text),
        replacement="",
        confidence=confidence,
        safe=False,
        reason=_NUMBERED,
        rule=f"titles/{rule}",
    )
