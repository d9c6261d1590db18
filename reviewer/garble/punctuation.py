"""Punctuation: signs in a row, missing stops, half-width signs among full ones, broken pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.line_ends import PROBABLY_OVER, goes_on
from reviewer.garble.lines import HAN, Line
from reviewer.garble.paragraphs import LayoutText, last_part, layout_finding
from reviewer.garble.pattern_rules import find_by_rules
from reviewer.garble.rules import load_rules, read_table, wording_of
from reviewer.garble.searched import SearchedText
from reviewer.garble.signs import COLON, COMMA, FULL_STOP, PAUSE, SEMICOLON
from reviewer.text.span import Span
from reviewer.text.wording import Wording

FILE = "layout_punctuation.toml"

_IN_A_ROW = Wording("标点连用，只应留一个", "signs in a row; only one of them belongs here")
_HALF_WIDTH = Wording(
    "全文用全角标点，此处混入半角", "a half-width sign in a document that writes full-width ones"
)
_NO_STOP = Wording("段末缺少句号", "a full stop is missing at the end of the paragraph")
_UNPAIRED = Wording("“{sign}”没有配对", "{sign} has no partner in its paragraph")
_REVERSED = Wording("后引号误作前引号", "an opening mark stands where the quotation closes")

_RANK = "、,:;。"
"""Of signs in a row the last in this order stays."""

_ROW = re.compile("[,、;:。]{2,}")
_SIGNS = FULL_STOP | COLON | SEMICOLON | COMMA | PAUSE
_WORD = re.compile(rf"[{HAN}\d”》)\]%]")
# A question mark may be all that is left of a lost character.
_HALF_SIGNS = re.compile(rf"[,;:!](?<=[{HAN}”》）].)(?=[{HAN}“《（])")
_FULL = {",": "，", ";": "；", ":": "：", "!": "！"}
_FULL_SIGNS = "，；：？！"
_LEAST_FULL, _LARGEST_SHARE = 10, 0.15


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where a sign is missing.

    Attributes:
        id: its name, with that of its file.
        pattern: a match of no width at the place, in the folded text.
        needs: what stands behind the place, to find it fast.
        sign: what is missing.
        confidence: how sure it is.
        reason: one sentence for people.
        cases: texts in which it must find one place.
        counter_cases: texts in which it must find none.
    """

    id: str
    pattern: re.Pattern[str]
    needs: str
    sign: str
    confidence: float
    reason: Wording
    cases: tuple[str, ...]
    counter_cases: tuple[str, ...]


@lru_cache(maxsize=1)
def gaps() -> tuple[Gap, ...]:
    """The gaps of the rule file."""
    return tuple(
        Gap(
            id=f"layout_punctuation/{row['id']}",
            pattern=re.compile(f"(?<={row['before']})(?={row['after']})"),
            needs=row["after"].split("(")[0],
            sign=row["sign"],
            confidence=row["confidence"],
            reason=wording_of(row["reason"]),
            cases=tuple(row["cases"]),
            counter_cases=tuple(row["counter_cases"]),
        )
        for row in read_table(FILE)["gap"]
    )


def gap_places(text: str, gap: Gap) -> Iterator[int]:
    """Where in the folded `text` the sign of `gap` is missing."""
    place = text.find(gap.needs)
    while place >= 0:
        if gap.pattern.match(text, place):
            yield place
        place = text.find(gap.needs, place + 1)


def find_punctuation(layout: LayoutText) -> Iterator[Finding]:
    """A finding for every sign that is wrong or missing. Cost: O(n)."""
    searched = layout.searched
    yield from layout.outside(_in_a_row(layout))
    yield from layout.outside(_half_width(searched))
    yield from layout.outside(_gaps(searched))
    yield from layout.outside(find_by_rules(searched, load_rules(FILE)))
    yield from layout.outside(_missing_stops(searched, layout.lines))
    yield from layout.outside(_unpaired(searched, layout.lines))


def _finding(
    searched: SearchedText,
    span: Span,
    replacement: str | None,
    confidence: float,
    rule: str,
    reason: Wording,
    *,
    safe: bool = False,
) -> Finding:
    kind = Kind.PUNCTUATION_ERROR
    return layout_finding(
        searched, kind, span, replacement, confidence, f"punctuation/{rule}", reason, safe=safe
    )


def _in_a_row(layout: LayoutText) -> Iterator[Finding]:
    searched = layout.searched
    text = searched.folded
    done = 0
    for second in layout.signs.places_after(_SIGNS, _SIGNS).tolist():
        match = _ROW.match(text, second - 1) if second > done else None
        if match is None:
            continue
        done = match.end()
        row = match.group()
        if match.start() == 0 or not _WORD.match(text, match.start() - 1):
            continue
        if len(set(row)) == 1 and len(row) > 2:
            continue
        if row.startswith(("。、", ":、", "、:", "::")):
            # A number was lost (the enumeration rules say so), or an item is labelled 1、:.
            continue
        kept = max(range(len(row)), key=lambda place: (_RANK.index(row[place]), -place))
        same = len(set(row)) == 1
        yield _finding(
            searched,
            Span(*match.span()),
            searched.text[match.start() + kept],
            0.9 if same else 0.8,
            "in-a-row",
            _IN_A_ROW,
            safe=same,
        )


def _half_width(searched: SearchedText) -> Iterator[Finding]:
    """Half-width signs where they are the exception; a document of one width is left alone."""
    text = searched.text
    full = sum(map(text.count, _FULL_SIGNS))
    if full < _LEAST_FULL:
        return
    half = list(_HALF_SIGNS.finditer(text))
    if len(half) > _LARGEST_SHARE * full:
        return
    for match in half:
        yield _finding(
            searched,
            Span(*match.span()),
            _FULL[match.group()],
            0.85,
            "half-width",
            _HALF_WIDTH,
            safe=True,
        )


def _gaps(searched: SearchedText) -> Iterator[Finding]:
    for gap in gaps():
        for place in gap_places(searched.folded, gap):
            yield layout_finding(
                searched,
                Kind.PUNCTUATION_ERROR,
                Span(place, place),
                gap.sign,
                gap.confidence,
                gap.id,
                gap.reason,
            )


_HAN = re.compile(f"[{HAN}]")
_SIGNED = re.compile(r"\d|年|月|日|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)")


def _missing_stops(searched: SearchedText, lines: Sequence[Line]) -> Iterator[Finding]:
    """Paragraphs of prose that end without a sign, where the next does not go on with them."""
    unfinished = sum(_HAN.match(line.text[-1]) is not None for line in lines)
    wrapped = 2 * unfinished > len(lines)
    for line, following in pairwise(lines):
        if not _HAN.match(line.text[-1]) or not line.sentences:
            continue
        if wrapped and not following.is_item:
            continue
        last = last_part(line.text, "。!?")
        clause = 8 <= len(last) <= 200 and not _SIGNED.match(last) and _is_clause(last, following)
        if clause and (line.sentences > 1 if following.is_item else _is_over(line, following)):
            place = line.span.end
            yield _finding(searched, Span(place, place), "。", 0.6, "no-stop", _NO_STOP)


def _is_over(line: Line, following: Line) -> bool:
    return goes_on(line, following) < PROBABLY_OVER


def _is_clause(last: str, following: Line) -> bool:
    return "," in last and (following.is_item or following.sentences > 0 or following.is_greeting)


_PAIRS = (("“", "”"), ("《", "》"))
_REVERSED_PAIR = re.compile("“[^“”\n]{1,24}(“)(?=[^“”\n]*(?:“|\n|$))")


def _unpaired(searched: SearchedText, lines: Sequence[Line]) -> Iterator[Finding]:
    """Opening marks that are never closed in their paragraph, and the reverse: suggestions."""
    for line in lines:
        for opening, closing in _PAIRS:
            if line.text.count(opening) == line.text.count(closing):
                continue
            yield from _alone(searched, line, opening, closing)


def _alone(searched: SearchedText, line: Line, opening: str, closing: str) -> Iterator[Finding]:
    start = line.span.start
    for match in _REVERSED_PAIR.finditer(line.text) if opening == "“" else ():
        place = start + match.start(1)
        yield _finding(searched, Span(place, place + 1), "”", 0.6, "reversed", _REVERSED)
        return
    open_at: int | None = None
    for match in re.finditer(f"[{opening}{closing}]", line.text):
        if match.group() == opening:
            if open_at is not None:
                yield _alone_at(searched, start + open_at)
            open_at = match.start()
        elif open_at is None:
            yield _alone_at(searched, start + match.start())
        else:
            open_at = None
    # A quotation of several paragraphs opens each of them and closes in the last.
    if open_at is not None and not (open_at == 0 and opening == "“"):
        yield _alone_at(searched, start + open_at)


def _alone_at(searched: SearchedText, place: int) -> Finding:
    reason = _UNPAIRED.filled(sign=searched.text[place])
    return _finding(searched, Span(place, place + 1), None, 0.35, "unpaired", reason)
