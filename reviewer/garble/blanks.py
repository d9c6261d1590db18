"""What a blank inside a line stands for: nothing, a lost line break, or a purpose of its own.

Chinese is written without blanks, but not every blank is damage: names in a list, headings run
into their paragraph, titles spaced out, tables, and whole documents that set figures apart from
words. A habit is told by counting, over the whole document, how often it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from reviewer.garble.blank_habits import BLANKS, OPENING, PAUSES, STOPS, Habits, habits_of
from reviewer.garble.boilerplate import FILE as BOILERPLATE
from reviewer.garble.lines import HAN as HAN_RANGE
from reviewer.garble.lines import MARK, is_greeting
from reviewer.garble.paragraphs import LayoutText
from reviewer.garble.pattern_rules import find_by_rules
from reviewer.garble.rules import load_rules
from reviewer.garble.searched import SearchedText
from reviewer.garble.signs import BLANK, HAN, INK
from reviewer.text.span import Cover, Span

CUT_FILE = "layout_missing.toml"

_RUN = re.compile(f"[{BLANKS}]+")
_PROSE = re.compile("[。,;!?:]")
_SHORTEST_PROSE = 15
_WIDEST = 3
_LONGEST_HEAD = 60


_LABEL = re.compile(
    rf"第\w{{1,4}}[篇章节条部编讲]|附件\d*|[图表]\d+|{MARK}|[•●◆■▲★※\-—>]+|.{{1,8}}:"
)
_MARK = re.compile(rf"(?![一二三四五六七八九十]+[是要]){MARK}")
_HEAD = re.compile(rf"(?:{MARK})[^。!?]{{2,40}}")
_HEAD_AT_END = re.compile(rf"(?:^|[。!?])(?:{MARK})[^。!?]{{2,70}}$")
_ENDS_SENTENCE = re.compile(r".*[。:!?;”)…]", re.DOTALL)
_IS_HAN = re.compile(f"[{HAN_RANGE}]")
_TITLE_AFTER = re.compile(
    "同志|先生|女士|书记|主任|主席|局长|县长|市长|区长|镇长|部长|院长|教授|等|[、,。;)]"
)
# A number in two pieces; three figures in the second one may be thousands set apart, but not in a
# year.
_SPLIT_NUMBER = re.compile(
    rf"(?:(?<=[{HAN_RANGE},、。;:(“])|(?<=[{HAN_RANGE}] ))"
    rf"(?:\d{{1,3}} (?:\d{{1,2}}) ?[{HAN_RANGE}]|(?:1 9|2 0|19 \d|20 \d)\d{{1,2}}年"
    r"|\d{1,4} ?\. ?\d{1,3}(?![\d.]))"
)
_SHUTTING = "”’》」』)】〕"


class Role(Enum):
    """What a blank stands for."""

    STRAY = "stray"
    DOUBTFUL = "doubtful"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Blank:
    """A run of blanks inside a line of prose that has no purpose there.

    Attributes:
        span: its place.
        role: what it stands for.
        confidence: how sure that is.
        safe: whether deleting it cannot change the meaning.
    """

    span: Span
    role: Role
    confidence: float
    safe: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """One line with its inner blanks; places count in the whole text."""

    start: int
    end: int
    runs: list[Span]


def blanks_of(layout: LayoutText) -> list[Blank]:
    """The blanks of a document that should not be there. Those with a purpose are left out.

    Cost: O(n) for the search, and a second pass where there is anything to judge.
    """
    searched = layout.searched
    rows = [row for row in _rows(layout) if _is_prose(layout, row)]
    if not rows:
        return []
    habits = habits_of(searched.folded)
    blanks = [blank for row in rows for blank in _judged(searched, row, habits)]
    if not blanks:
        return []
    rules = (*load_rules(CUT_FILE), *load_rules(BOILERPLATE))
    taken = Cover(found.span for found in find_by_rules(searched, rules))
    return [
        blank
        for blank in blanks
        if not taken.touches(blank.span) and not layout.furniture.touches(blank.span)
    ]


def _rows(layout: LayoutText) -> Iterator[_Row]:
    """The lines that hold blanks between other characters."""
    text = layout.searched.folded
    row: _Row | None = None
    for place in layout.signs.places_after(INK, BLANK).tolist():
        if row is None or place >= row.end:
            if row is not None and row.runs:
                yield row
            row = _row_at(text, place)
        run = _RUN.match(text, place)
        if run is not None and run.end() < row.end:
            row.runs.append(Span(place, run.end()))
    if row is not None and row.runs:
        yield row


def _row_at(text: str, place: int) -> _Row:
    """The line that holds `place`, without the blanks at its ends."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    line = text[start : len(text) if end < 0 else end]
    start += len(line) - len(line.lstrip(BLANKS))
    return _Row(start, max(place + 1, start + len(line.strip(BLANKS))), [])


def _is_prose(layout: LayoutText, row: _Row) -> bool:
    text = layout.searched.folded
    if row.end - row.start < _SHORTEST_PROSE or not _PROSE.search(text, row.start, row.end):
        return False
    if text.find("\t", row.start, row.end) >= 0:
        return False
    han = layout.signs.count(HAN, Span(row.start, row.end))
    wide = sum(len(run) >= _WIDEST and text[run.start - 1] not in STOPS for run in row.runs)
    return wide < 2 and han >= 0.4 * (row.end - row.start)


def _judged(searched: SearchedText, row: _Row, habits: Habits) -> Iterator[Blank]:
    text = searched.folded
    if _lost_its_breaks(text, row):
        yield from (Blank(run, Role.BREAK, 0.8, safe=False) for run in row.runs)
        return
    for place, run in enumerate(row.runs):
        head = text[row.start : run.start] if run.start - row.start <= _LONGEST_HEAD else ""
        rest = row.end - run.end
        if place == 0 and _HEAD.fullmatch(head) and _is_han(text[run.end]) and rest >= 40:
            yield Blank(run, Role.BREAK, 0.65, safe=False)
        elif _LABEL.fullmatch(head):
            continue
        elif len(run) >= 2 and text[run.start - 1] in "。!?”":
            yield Blank(run, Role.BREAK, 0.65, safe=False)
        elif len(run) <= _WIDEST:
            blank = _between(searched, run, row, habits)
            if blank is not None:
                yield blank


def _lost_its_breaks(text: str, row: _Row) -> bool:
    """Whether the blanks of a line are the borders of paragraphs, every one of them."""
    edges = [row.start, *(edge for run in row.runs for edge in (run.start, run.end)), row.end]
    pieces = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    greeted = is_greeting(pieces[0])
    marks = sum(_MARK.match(piece) is not None for piece in pieces[1:])
    if marks + 2 * greeted < 2:
        return False
    return all(
        _ENDS_SENTENCE.fullmatch(piece) or _HEAD_AT_END.search(piece) for piece in pieces[:-1]
    )


def _between(searched: SearchedText, run: Span, row: _Row, habits: Habits) -> Blank | None:
    """What a narrow blank is, by the characters on its sides."""
    text = searched.folded
    left, right = text[run.start - 1], text[run.end]
    wide = searched.text[run.start] == "\u3000"
    for fits, judge in _JUDGES:
        if fits(left, right):
            found = judge(text, run, row, habits)
            if found is None:
                return None
            confidence = min(found, 0.35) if wide else found
            role = Role.STRAY if confidence >= 0.5 else Role.DOUBTFUL
            return Blank(run, role, confidence, safe=confidence >= 0.8)
    return None


def _is_han(character: str) -> bool:
    return _IS_HAN.match(character) is not None


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _between_han(text: str, run: Span, row: _Row, habits: Habits) -> float | None:
    before = re.split(r"[^\w]", text[max(row.start, run.start - 24) : run.start])[-1]
    after = re.split(r"[^\w]", text[run.end : min(row.end, run.end + 24)])[0]
    title = _TITLE_AFTER.match(text, run.end + 1)
    if title and (len(before) == 1 or title.group().isalpha()):
        # 王 强同志: a name of two characters is set as wide as one of three.
        return None
    if _is_quoted_pair(text, run, len(before), len(after)):
        return None
    # Two names stand side by side, or several short words with blanks between them all.
    ends = text[run.end + len(after) : run.end + len(after) + 1]
    starts = text[max(run.start - len(before) - 1, 0) : run.start - len(before)]
    listed = max(len(before), len(after)) <= 4 and BLANKS[0] in starts + ends
    named = {len(before), len(after)} <= {2, 3}
    return 0.3 if listed or named else 0.9


def _is_quoted_pair(text: str, run: Span, before: int, after: int) -> bool:
    """Whether two clauses of a slogan or a title stand on the sides, and quotes around both."""
    opening = text[run.start - before - 1] if run.start > before else ""
    closing = text[run.end + after : run.end + after + 1]
    quoted = opening in tuple("“《‘「") or closing in tuple("”》’」")
    return quoted and before >= 2 and abs(before - after) <= 3


def _beside_latin(text: str, run: Span, row: _Row, habits: Habits) -> float | None:
    return None if habits.latin else 0.8


def _between_digits(text: str, run: Span, row: _Row, habits: Habits) -> float | None:
    start = run.start
    while start > row.start and text[start - 1].isdigit():
        start -= 1
    return 0.6 if _SPLIT_NUMBER.match(text, start) else None


def _beside_quote(text: str, run: Span, row: _Row, habits: Habits) -> float | None:
    return 0.85


def _after_pause(text: str, run: Span, row: _Row, habits: Habits) -> float | None:
    return None if habits.pauses else 0.85


def _after_stop(text: str, run: Span, row: _Row, habits: Habits) -> float | None:
    return None if habits.stops else 0.6


_Judge = Callable[[str, Span, _Row, Habits], float | None]
_JUDGES: tuple[tuple[Callable[[str, str], bool], _Judge], ...] = (
    (lambda left, right: _is_han(left) and _is_han(right), _between_han),
    (lambda left, right: left.isdigit() and (right.isdigit() or right == "."), _between_digits),
    (lambda left, right: _is_han(left) and _is_latin(right), _beside_latin),
    (lambda left, right: _is_latin(left) and _is_han(right), _beside_latin),
    (lambda left, right: left in PAUSES and (_is_han(right) or right in OPENING), _after_pause),
    (lambda left, right: left in STOPS and (_is_han(right) or right in OPENING), _after_stop),
    (lambda left, right: left in OPENING or right in _SHUTTING, _beside_quote),
    (lambda left, right: _is_han(left) and right in OPENING, _beside_quote),
    (lambda left, right: left in _SHUTTING and _is_han(right), _beside_quote),
    (lambda left, right: _is_han(left) and right in PAUSES + STOPS, _beside_quote),
)
"""By the characters on both sides, first match: how sure it is that the blank is stray."""
