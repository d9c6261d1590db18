"""Texts from files as the panels quote them: in one line, cut to what matters, nothing hidden."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from html import escape

from reviewer.gui.text.substitution import shown
from reviewer.text.span import Span

CONTEXT_LENGTH = 5
"""Code points shown on either side of a finding in a list."""

LONGEST_MARKED = 90
"""Code points of a marked text that are quoted; the middle of a longer one is left out."""

LONGEST_SIDE = 48
"""Code points of a sentence that are quoted on either side of what is marked."""

LONGEST_TOOL_TIP = 400

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_SENTENCE_END = re.compile("[。！？；!?\n][”’」』）)]*")
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Quote:
    """A place of a text for the eye: what is marked and what stands around it, each in one line."""

    before: str
    marked: str
    after: str


class Paragraphs:
    """Tells the paragraph numbers of one text, as the margin beside the text counts them."""

    def __init__(self, text: str) -> None:
        """Look at nothing yet."""
        self._text = text

    @cached_property
    def _line_ends(self) -> list[int]:
        """Where the lines end, looked for when a number is asked for first. Cost: O(n)."""
        return [match.start() for match in re.finditer("\n", self._text)]

    def number(self, offset: int) -> int:
        """The number, from 1, of the paragraph that holds the character at `offset`."""
        return bisect_left(self._line_ends, offset) + 1


def one_line(text: str) -> str:
    """`text` on one line, with a sign for each line end, tab and character that cannot be seen."""
    visible = _INVISIBLE.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", shown(text))
    return visible.replace("\n", "⏎").replace("\t", "⇥")


def cut_middle(text: str, longest: int) -> str:
    """`text`, or its two ends joined by an ellipsis where it is longer than `longest`."""
    if len(text) <= longest:
        return text
    head = longest * 2 // 3
    return f"{text[:head]}{_ELLIPSIS}{text[head + 1 - longest :]}"


def tool_tip(text: str) -> str:
    """`text` for a tool tip. Qt takes what looks like markup for markup, so this is, escaped."""
    cut = cut_middle(text, LONGEST_TOOL_TIP)
    return f"<p>{escape(shown(cut)).replace(chr(10), '<br/>')}</p>" if text else ""


def near(text: str, span: Span, length: int = CONTEXT_LENGTH) -> Quote:
    """What `span` covers, with at most `length` code points of its own line on either side."""
    before = text[max(0, span.start - length) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + length].partition("\n")[0]
    marked = cut_middle(span.of(text), LONGEST_MARKED)
    return Quote(one_line(before), one_line(marked), one_line(after))


def sentence_around(text: str, span: Span) -> Quote:
    """The sentence that `span` stands in; a long one is cut to `LONGEST_SIDE` on either side."""
    low, high = max(0, span.start - LONGEST_SIDE), span.end + LONGEST_SIDE
    start, cut_before = low, low > 0
    for match in _SENTENCE_END.finditer(text, low, span.start):
        start, cut_before = match.end(), False
    end_match = _SENTENCE_END.search(text, span.end, high)
    end = end_match.end() if end_match else min(high, len(text))
    cut_after = end_match is None and end < len(text)
    return Quote(
        (_ELLIPSIS if cut_before else "") + one_line(text[start : span.start].lstrip("\n\u3000 ")),
        one_line(cut_middle(span.of(text), LONGEST_MARKED)),
        one_line(text[span.end : end].rstrip("\n")) + (_ELLIPSIS if cut_after else ""),
    )


def opening_words(text: str, span: Span, length: int) -> str:
    """The first `length` code points of a passage, without the space before them."""
    beginning = text[span.start : min(span.end, span.start + length + 16)].lstrip()
    cut = len(span) > length
    return one_line(beginning[:length].rstrip()) + (_ELLIPSIS if cut else "")


def percent(share: float) -> str:
    """A share from 0 to 1 in whole percent, never rounded up to all or down to nothing."""
    whole = round(share * 100)
    if whole == 0 and share > 0:
        return "<1 %"
    return f"{99 if whole == 100 and share < 1 else whole} %"
