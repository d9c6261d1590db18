"""Line breaks in the wrong places: inside a sentence, or missing before headings and items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reviewer.garble.blanks import Blank, Role
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.paragraphs import HAN, LayoutText, Line, last_part, layout_finding
from reviewer.garble.searched import SearchedText
from reviewer.text.span import Span
from reviewer.text.wording import Wording

_BROKEN = Wording(
    "一句话在此处被断开，下一行接着说", "a line ends in mid-sentence and the next goes on"
)
_LOST = Wording(
    "“{mark}”应另起一行：文中同级的各项相距很远或各自成行",
    "{mark} should begin a line: its siblings stand far apart or begin lines of their own",
)
_BLANK = Wording("此处空格原为换行", "this blank stands in the place of a line break")
_GREETED = Wording("称呼后应另起一段", "a new paragraph begins after the salutation")

_LONG_LINE = 1500
_FAR_APART = 80
_MIDDLE = re.compile(rf"[{HAN}\d,、“《(]")
# Signs that never end a paragraph, and words that never end a sentence.
_NEVER_LAST = re.compile(
    r"[,、“《(]$|(?<![目有的])[和与及或将把被对]$|(?:因为|由于|以及|并且|而且|通过|按照|根据)$"
)
_SHORTEST, _SHORTEST_NEXT, _LONGEST_VERSE = 8, 4, 18


def find_line_breaks(layout: LayoutText, blanks: Iterable[Blank]) -> Iterator[Finding]:
    """Breaks to take out, then breaks to put in, of which some left one of `blanks`.

    Cost: O(n).
    """
    yield from layout.outside(_broken_lines(layout.searched, layout.lines))
    yield from layout.outside(_lost_breaks(layout.searched, layout.lines))
    yield from _blanks(layout.searched, blanks)


def _broken_lines(searched: SearchedText, lines: Sequence[Line]) -> Iterator[Finding]:
    width = _wrapped_width(lines)
    for line, following in pairwise(lines):
        confidence = _goes_on(line, following, width)
        if confidence:
            span = Span(line.span.end, following.span.start)
            yield layout_finding(
                searched,
                Kind.LINE_BREAK_ERROR,
                span,
                "",
                confidence,
                "line_breaks/broken",
                _BROKEN,
            )


def _wrapped_width(lines: Sequence[Line]) -> int:
    """The width at which the text was wrapped, or 0 where its lines are paragraphs."""
    unfinished = Counter(len(line.text) for line in lines if _MIDDLE.fullmatch(line.text[-1]))
    if not unfinished:
        return 0
    width = max(unfinished, key=lambda length: unfinished[length] + unfinished[length - 1])
    alike = sum(unfinished[length] for length in range(width - 2, width + 2))
    return width if width >= 15 and alike >= 6 and alike >= 0.4 * len(lines) else 0


def _goes_on(line: Line, following: Line, width: int) -> float:
    """How sure it is that `following` goes on with the sentence of `line`; 0 where it does not."""
    if not _MIDDLE.fullmatch(line.text[-1]) or following.is_item or following.is_greeting:
        return 0.0
    if width and not following.apart and abs(len(line.text) - width) <= 2:
        return 0.85
    short = len(line.text) < _SHORTEST or len(following.text) < _SHORTEST_NEXT
    short = short or max(len(line.text), len(following.text)) < _LONGEST_VERSE
    if short or following.indent > line.indent or not _ends_as_prose(following):
        return 0.0
    return _unfinished(line, following.apart)


def _unfinished(line: Line, apart: bool) -> float:
    """How sure it is that a line of prose stops short of the end of its sentence."""
    last = last_part(line.text, "。!?;:,")
    if _NEVER_LAST.search(line.text) and re.search("[,、]", line.text):
        return 0.8 if line.sentences or not line.is_item else 0.4
    if line.sentences and not apart and not _starts_item(line):
        return 0.75
    said = re.search("(?:指出|强调|要求|认为|表示|部署|决定)[,:]", line.text)
    return 0.65 if said and len(last) <= 4 and not line.is_item else 0.0


def _ends_as_prose(line: Line) -> bool:
    return re.search("[。!?;]", line.text) is not None


def _starts_item(line: Line) -> bool:
    """Whether the last sentence of a line is a heading that is stuck to it."""
    sentence = last_part(line.text, "。!?")
    return any(mark.match(sentence) for mark in _OWN_LINE)


_MARKS = (
    re.compile("(?<=[。:!?])[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]{1,2}[^、是要])"),
    re.compile(r"(?<=[。:!?])\([一二三四五六七八九十]{1,3}\)"),
)
_OWN_LINE = (
    re.compile("[一二三四五六七八九十]{1,3}、"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)"),
)


def _lost_breaks(searched: SearchedText, lines: Sequence[Line]) -> Iterator[Finding]:
    """Places before 一、 or (一) inside a line where a new line should begin."""
    for inside, own in zip(_MARKS, _OWN_LINE, strict=True):
        own_lines = sum(own.match(line.text) is not None for line in lines)
        for line in lines:
            places = list(inside.finditer(line.text))
            if not places or not _need_lines(line, places, own_lines):
                continue
            for place in places:
                yield layout_finding(
                    searched,
                    Kind.LINE_BREAK_ERROR,
                    Span(line.span.start + place.start(), line.span.start + place.start()),
                    "\n",
                    _confidence(line, places),
                    "line_breaks/lost",
                    _LOST.filled(mark=place.group()),
                )
    for line in lines:
        if len(line.text) >= _LONG_LINE:
            yield from _lost_after_greeting(searched, line)


def _need_lines(line: Line, places: list[re.Match[str]], own_lines: int) -> bool:
    starts = [place.start() for place in places]
    starts.append(len(line.text))
    far = all(b - a >= _FAR_APART for a, b in pairwise(starts))
    if len(line.text) >= _LONG_LINE:
        return len(places) >= 2 and far
    if len(places) == 1:
        # One heading stuck to the end of a paragraph, where the others are lines.
        return own_lines >= 3 and starts[0] >= 60 and _is_heading(line.text[starts[0] :])
    return far and len(line.text) >= 3 * _FAR_APART


def _confidence(line: Line, places: list[re.Match[str]]) -> float:
    """Sure in a speech on one line; a paragraph of normal length may hold its list on purpose."""
    if len(line.text) >= _LONG_LINE:
        return 0.85
    return 0.65 if len(places) == 1 else 0.4


def _is_heading(text: str) -> bool:
    return len(text) <= 40 and not re.search("[。!?;]", text)


_SALUTATION = re.compile("(?:同志们|各位代表|各位领导|朋友们|同学们):")


def _lost_after_greeting(searched: SearchedText, line: Line) -> Iterator[Finding]:
    greeting = _SALUTATION.search(line.text, 0, 200)
    if (
        greeting is not None
        and greeting.end() < len(line.text)
        and line.text[greeting.end()] != " "
    ):
        place = line.span.start + greeting.end()
        yield layout_finding(
            searched,
            Kind.LINE_BREAK_ERROR,
            Span(place, place),
            "\n",
            0.6,
            "line_breaks/greeting",
            _GREETED,
        )


def _blanks(searched: SearchedText, blanks: Iterable[Blank]) -> Iterator[Finding]:
    for blank in blanks:
        if blank.role is Role.BREAK:
            yield layout_finding(
                searched,
                Kind.LINE_BREAK_ERROR,
                blank.span,
                "\n",
                blank.confidence,
                "line_breaks/blank",
                _BLANK,
            )
