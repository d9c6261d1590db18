"""HZ text that was never decoded: GB 2312 in seven bits, between `~{` and `~}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.searched import SearchedText
from reviewer.text.character_model import character_model
from reviewer.text.span import Span
from reviewer.text.wording import Wording

_OPENING = "~{"
_RUN = re.compile(r"~\{((?:[!-w][!-~])+?)(?:~\}|(?=[!-~]?(?:\s|$)))")
_LEAST_PLAUSIBLE = -4.5
_CLOSED_CONFIDENCE, _OPEN_CONFIDENCE = 0.99, 0.8

_CLOSED = Wording(
    "HZ 编码的文字未经解码；还原后没有丢失",
    "text in HZ that was never decoded; decoded it gives this text, without a loss",
)
_OPEN = Wording(
    "HZ 编码的文字未经解码，结束标记“~}}”已丢失",
    "text in HZ that was never decoded; its closing ~}} is lost",
)


def find_hz_runs(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every run between `~{` and `~}`, or the end of the line where that is lost."""
    if _OPENING not in searched.text:
        return
    for match in _RUN.finditer(searched.text):
        data = bytes(ord(sign) | 0x80 for sign in match.group(1))
        try:
            text = data.decode("gb2312")
        except UnicodeDecodeError:
            continue
        if character_model().per_character(text) < _LEAST_PLAUSIBLE:
            continue
        closed = match.group().endswith("~}")
        yield Finding(
            kind=Kind.MOJIBAKE,
            span=Span(*match.span()),
            text=match.group(),
            replacement=text,
            confidence=_CLOSED_CONFIDENCE if closed else _OPEN_CONFIDENCE,
            safe=closed,
            reason=(_CLOSED if closed else _OPEN).filled(),
            rule="mojibake/hz",
        )
