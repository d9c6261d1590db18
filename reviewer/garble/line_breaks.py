"""Line breaks in the wrong places: inside a sentence, or missing before headings and items."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from reviewer.garble.blanks import Blank, Role
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.line_ends import PROBABLY_ON, PROBABLY_OVER, SURELY_ON, goes_on
from reviewer.garble.lines import HAN, Line
from reviewer.garble.paragraphs import LayoutText, last_part, layout_finding
from reviewer.garble.searched import SearchedText
from reviewer.garble.signs import COLON, NUMERAL, OPENING, SENTENCE_END
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

_LONG_LINE, _SHORT_SPEECH = 1500, 400
_FAR_APART = 80
_MIDDLE = re.compile(rf"[{HAN}\d,、“《(]")
# Signs that never end a paragraph, and words that never end a sentence.
_NEVER_LAST = re.compile(
    r"[,、“《(]$|(?<![目有的])[和与及或将把被对]$|(?:因为|由于|以及|并且|而且|通过|按照|根据)$"
)
_PROSE_END = re.compile("[。!?;]")
_SHORTEST, _SHORTEST_NEXT, _LONGEST_VERSE = 8, 4, 18


def find_line_breaks(layout: LayoutText, blanks: Iterable[Blank]) -> Iterator[Finding]:
    """Breaks to take out, then breaks to put in, of which some left one of `blanks`.

    Cost: O(n).
    """
    yield from layout.outside(_broken_lines(layout.searched, layout.lines))
    yield from layout.outside(_lost_breaks(layout))
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
    if short or not _ends_as_prose(following):
        return 0.0
    if following.indent > line.indent:
        return _by_model(line, following)
    return _unfinished(line, following)


def _unfinished(line: Line, following: Line) -> float:
    """How sure it is that a line of prose stops short of the end of its sentence."""
    last = last_part(line.text, "。!?;:,")
    if _NEVER_LAST.search(line.text) and re.search("[,、]", line.text):
        return 0.8 if line.sentences or not line.is_item else 0.4
    confidence = _by_model(line, following)
    if confidence:
        return confidence
    said = re.search("(?:指出|强调|要求|认为|表示|部署|决定)[,:]", line.text)
    return 0.65 if said and len(last) <= 4 and not line.is_item else 0.0


def _by_model(line: Line, following: Line) -> float:
    """How sure the model of prose is that the words on both sides are one sentence."""
    if not line.sentences or _starts_item(line):
        return 0.0
    likelier = goes_on(line, following)
    if following.apart or following.indent > line.indent:
        return 0.7 if likelier >= SURELY_ON else 0.0
    return 0.75 if likelier >= PROBABLY_ON else 0.4 if likelier >= PROBABLY_OVER else 0.0


def _ends_as_prose(line: Line) -> bool:
    return _PROSE_END.search(line.text) is not None


def _starts_item(line: Line) -> bool:
    """Whether the last sentence of a line is a heading that is stuck to it."""
    sentence = last_part(line.text, "。!?")
    return any(mark.match(sentence) for mark in _OWN_LINE)


_OWN_LINE = (
    re.compile("[一二三四五六七八九十]{1,3}、"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)"),
)
_INSIDE = (
    (NUMERAL, re.compile("[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]{1,2}[^、是要])")),
    (OPENING, _OWN_LINE[1]),
)
"""How headings begin behind a sentence: with which sort of sign, and in full."""

_BEFORE = SENTENCE_END | COLON


def _lost_breaks(layout: LayoutText) -> Iterator[Finding]:
    """Places before 一、 or (一) inside a line where a new line should begin."""
    for (sort, inside), own in zip(_INSIDE, _OWN_LINE, strict=True):
        places = layout.signs.places_after(_BEFORE, sort).tolist()
        own_lines = sum(own.match(line.text) is not None for line in layout.lines) if places else 0
        for line, found in _by_line(layout.lines, places):
            marks = [mark for place in found if (mark := inside.match(line.text, place))]
            whole = _is_whole_speech(layout, line)
            if not marks or not _need_lines(line, marks, own_lines, whole):
                continue
            for mark in marks:
                place = line.span.start + mark.start()
                yield layout_finding(
                    layout.searched,
                    Kind.LINE_BREAK_ERROR,
                    Span(place, place),
                    "\n",
                    _confidence(marks, whole),
                    "line_breaks/lost",
                    _LOST.filled(mark=mark.group()),
                )
    for line in layout.lines:
        if _is_whole_speech(layout, line):
            yield from _lost_after_greeting(layout.searched, line)


def _is_whole_speech(layout: LayoutText, line: Line) -> bool:
    """Whether the line is too long for a paragraph, or all that there is and no short note."""
    return len(line.text) >= (_LONG_LINE if len(layout.lines) > 1 else _SHORT_SPEECH)


def _by_line(lines: Sequence[Line], places: Iterable[int]) -> Iterator[tuple[Line, list[int]]]:
    """The lines that hold `places` of the text, each with where these lie in it."""
    starts = [line.span.start for line in lines]
    for number, found in groupby(places, key=lambda place: bisect_right(starts, place) - 1):
        yield lines[number], [place - starts[number] for place in found]


def _need_lines(line: Line, places: list[re.Match[str]], own_lines: int, whole: bool) -> bool:
    starts = [place.start() for place in places]
    starts.append(len(line.text))
    far = all(b - a >= _FAR_APART for a, b in pairwise(starts))
    if whole:
        return len(places) >= 2 and far
    if len(places) == 1:
        # One heading stuck to the end of a paragraph, where the others are lines.
        return own_lines >= 3 and starts[0] >= 60 and _is_heading(line.text[starts[0] :])
    return far and len(line.text) >= 3 * _FAR_APART


def _confidence(places: list[re.Match[str]], whole: bool) -> float:
    """Sure in a speech on one line; a paragraph of normal length may hold its list on purpose."""
    if whole:
        return 0.85
    return 0.65 if len(places) == 1 else 0.4


def _is_heading(text: str) -> bool:
    return len(text) <= 40 and not _PROSE_END.search(text)


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
