"""Finds what a text states as a figure: numbers, years, and the masks that stand for either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from reviewer.repeats.numerals import number_value
from reviewer.text.folding import folded_text
from reviewer.text.span import Span

_NUMERALS = "零一二三四五六七八九〇○两十百千万亿"
_COUNTED = frozenset(
    "年月日号时个名位项户家人次届倍成元吨米亩里处所条台座期轮批件岁平公只双棵间张本册顶艘辆栋层门场股支种类"
)
_MASK = (
    r"[0-9]*(?:[*＊]{2,}|_{2,}|(?<![A-Za-z])[Xx]+(?![A-Za-z])"
    r"|[×○〇]{2,}|[×○〇](?![0-9])|某(?![些种个一时天]))"
)
_FACT = re.compile(
    rf"(?P<numeral>(?:百分之)?[{_NUMERALS}]+(?:点[{_NUMERALS}]+)?)"
    rf"|(?P<mask>(?:{_MASK})+[0-9]*)"
    r"|(?P<number>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:[.·][0-9]+|。[0-9]+(?![0-9年月日]))?(?:[百千]?万)?亿?)"
)
_ALL_MASK = frozenset("〇○")
_ENUMERATED = re.compile(r"[、.)）篇章节页]|[是要](?=\S)")
_OPENED = re.compile(r"(?:^|[\n。；;！？!?:：\s(（第])$")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LARGEST_POINT = 99
_CALENDAR = {"月": 12, "日": 31, "号": 31}
"""The signs behind a month or a day, and the largest of those."""


class Sort(Enum):
    """What sort of figure a fact is."""

    NUMBER = "number"
    YEAR = "year"
    DATE = "date"
    MASK = "mask"


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure in a text.

    Attributes:
        span: where it stands, in code points of the text.
        sort: whether it is a year, a month or a day, another number, or masked.
        value: its value; None for a mask.
    """

    span: Span
    sort: Sort
    value: Decimal | None


def _is_enumeration(text: str, span: Span, value: Decimal) -> bool:
    """Whether a number only counts points: 一、 (二) 3. 四是."""
    if value > _LARGEST_POINT:
        return False
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 2]
    return bool(_OPENED.search(before) and _ENUMERATED.match(after))


def _stands_alone(text: str, span: Span) -> bool:
    """Whether a numeral of one sign is part of a word (统一, 十分) and no figure."""
    return len(span) == 1 and text[span.end : span.end + 1] not in _COUNTED


def _sort(written: str, value: Decimal, following: str) -> Sort:
    """What sort of figure a number is, told by its value and the sign that follows it."""
    if _YEAR.fullmatch(str(int(value))) and (following == "年" or len(written) == 4):
        return Sort.YEAR
    in_calendar = value == int(value) and 1 <= value <= _CALENDAR.get(following, 0)
    return Sort.DATE if in_calendar else Sort.NUMBER


def facts_in(text: str) -> Iterator[Fact]:
    """The figures of `text` in order, without numbers that count points and numerals in words.

    Full-width and Traditional forms are understood. Cost: O(n).
    """
    folded = folded_text(text)
    for match in _FACT.finditer(folded):
        span, written = Span(*match.span()), match.group()
        if match["mask"] is not None or _ALL_MASK.issuperset(written):
            yield Fact(span, Sort.MASK, None)
            continue
        value = number_value(written)
        if value is None or _is_enumeration(folded, span, value):
            continue
        if match["numeral"] is not None and _stands_alone(folded, span):
            continue
        yield Fact(span, _sort(written, value, folded[span.end : span.end + 1]), value)
