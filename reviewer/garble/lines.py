"""The lines of a text: paragraphs, headings, items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.text.span import Span

HAN = r"\u3400-\u4dbf\u4e00-\u9fff"

_NUMBER = "[一二三四五六七八九十百]{1,4}"
MARK = (
    rf"(?:{_NUMBER}、|\({_NUMBER}\)|\d{{1,2}}[、.](?!\d)|\(\d{{1,2}}\)"
    rf"|第{_NUMBER}(?=[,、:篇章节条部])|[一二三四五六七八九十]{{1,2}}(?:是|要))"
)
"""How an item of a list begins; all patterns here are for the folded text."""

_ITEM = re.compile(rf"{MARK}|[•●·◆■□▲★※☆*#>\-—–]|附(?:件|录|:)|(?:图|表)\d")
_GREETING = re.compile(
    r".{0,24}(?:同志们|朋友们|同仁|代表们|委员们|老师们|同学们|来宾|领导|女士们|先生们|乡亲们)[:!,]?"
)
_SENTENCE_END = re.compile("[。!?]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        start: where it begins, with the blanks before its text.
        end: one past its last character; there stands its line break, if it has one.
        span: the place of its text, without the blanks at its ends.
        text: that text, folded.
        apart: whether an empty line stands before it.
    """

    start: int
    end: int
    span: Span
    text: str
    apart: bool

    @property
    def indent(self) -> int:
        """How many blanks stand before its text."""
        return self.span.start - self.start

    @property
    def is_item(self) -> bool:
        """Whether it begins as an item of a list or as a numbered heading does."""
        return _ITEM.match(self.text) is not None

    @property
    def is_greeting(self) -> bool:
        """Whether it is the salutation of a speech."""
        return is_greeting(self.text)

    @property
    def sentences(self) -> int:
        """How many sentences end in it."""
        return len(_SENTENCE_END.findall(self.text))


def lines_of(folded: str) -> Iterator[Line]:
    """The lines of a folded text that are not blank, in order. Cost: O(n)."""
    start, apart = 0, False
    for raw in folded.split("\n"):
        end = start + len(raw)
        text = raw.strip()
        if text:
            begin = start if raw[0] == text[0] else end - len(raw.lstrip())
            yield Line(start, end, Span(begin, begin + len(text)), text, apart)
        apart = not text
        start = end + 1


def is_greeting(text: str) -> bool:
    """Whether `text`, folded, is a salutation such as 各位领导、同志们:."""
    return len(text) <= 30 and _GREETING.fullmatch(text) is not None
