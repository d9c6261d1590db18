"""Middle dots that became question marks: 美丽乡村?文明城镇, “平安青梧?安全同行”.

A question asks: somewhere before its mark stands a word that does. Where two or more short phrases
are joined by marks and none of them asks, or where quotation marks enclose exactly two phrases of
one length, the mark was a dot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.searched import SearchedText
from reviewer.text.span import Span
from reviewer.text.wording import Wording

IN_CHAIN, IN_QUOTES = 0.85, 0.8
_HAN = "[\u4e00-\u9fff]"
_CHAIN = re.compile(rf"(?:\?{_HAN}{{2,8}}){{2,}}")
_BEFORE = re.compile(rf"{_HAN}{{2,8}}$")
_CLOSED = re.compile(rf"\?({_HAN}{{2,8}})[”’》\"']")
_OPENED = re.compile(rf"[“‘《\"']({_HAN}{{2,8}})$")
_ASKING = re.compile(
    r"[吗呢吧么啊嘛何谁哪怎几吓否孰岂]|什么|多[少大久长高远]|难道|为啥|不是|没有"
    r"|(.)不\1|[是行好对能会要该敢]不|没"
)
_LONGEST = 8
_REASON = Wording(
    "并列的短语之间不是发问，问号应为间隔号",
    "nothing is asked between these phrases; the mark was a middle dot",
)


def find_lost_dots(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every question mark between phrases that ask nothing.

    Cost: O(n) over the text, and nothing where no question mark stands.
    """
    text = searched.folded
    if "?" not in text:
        return
    for match in _CHAIN.finditer(text):
        before = _BEFORE.search(text[max(match.start() - _LONGEST, 0) : match.start()])
        if before and not _ASKING.search(before[0] + match[0]):
            yield from _marks(searched, Span(*match.span()), IN_CHAIN)
    for match in _CLOSED.finditer(text):
        before = _OPENED.search(text[max(match.start() - _LONGEST - 1, 0) : match.start()])
        if before and len(before[1]) == len(match[1]) and not _ASKING.search(before[1] + match[0]):
            yield from _marks(searched, Span(*match.span()), IN_QUOTES)


def _marks(searched: SearchedText, span: Span, confidence: float) -> Iterator[Finding]:
    for place in range(span.start, span.end):
        if searched.folded[place] == "?":
            mark = Span(place, place + 1)
            yield Finding(
                kind=Kind.LOST_CHARACTER,
                span=mark,
                text=mark.of(searched.text),
                replacement="·",
                confidence=confidence,
                safe=False,
                reason=_REASON,
                rule="lost_dots",
            )
