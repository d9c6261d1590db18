"""Quotation marks of another style: 'ASCII' or “half" ones around Chinese words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.lines import HAN
from reviewer.garble.paragraphs import LayoutText, layout_finding
from reviewer.garble.searched import SearchedText
from reviewer.text.span import Span
from reviewer.text.wording import Wording

_STRAIGHT = Wording("中文词语用了英文引号", "straight quotation marks around Chinese words")
_HALF = Wording("引号左右不成对", "the quotation marks of a pair are of two styles")
_SINGLE = Wording(
    "全文用双引号，此处用了单引号", "single marks where the document writes double ones"
)
_TURNED = Wording("前引号误作后引号", "a closing mark stands where the quotation opens")

# Both patterns are for the folded text, so ＂ and ＇ are straight marks too. A mark inside a Latin
# word, after a figure (feet, minutes) or after = (an attribute of a tag) opens nothing.
_PAIR = re.compile(
    r"""(?P<mark>["'])(?<![A-Za-z\d={\\].)(?<![A-Za-z]\(.)(?P<inside>[^"\n“”<>]{1,60}?)(?P=mark)(?![A-Za-z\d])"""
)
_HALVES = re.compile(
    r"""“(?P<a>[^"“”\n]{1,40})"(?![^“”\n]{0,40}”)|"(?<![A-Za-z\d=].)(?P<b>[^"“”\n<>=]{1,40})”"""
)
_TURNED_PAIR = re.compile("”(?P<inside>[^“”\n]{1,40})(?P<close>[“”])(?=[^“”\n]*(?P<next>[“”]?))")
_SINGLES = re.compile("‘(?P<inside>[^‘’“”\n]{1,40})’")
_WORDS = re.compile(rf"[{HAN}]|^[xX*×]{{1,6}}$")
_CODE = re.compile(r"[{};=<>\\]")
_LEAST_HABIT, _LONGEST = 5, 500


def find_quotes(layout: LayoutText) -> Iterator[Finding]:
    """A finding for every pair of marks to be replaced, from its opening to its closing mark.

    Cost: O(n), where the text holds such marks at all.
    """
    searched = layout.searched
    text = searched.folded
    if '"' in text or "'" in text:
        yield from _straight(searched)
    if '"' in text and ("“" in text or "”" in text):
        yield from _halves(searched)
    if "‘" in text:
        yield from _singles(searched)
    if "”" in text:
        yield from _turned(searched)


def _marks(searched: SearchedText) -> tuple[str, str, str, str]:
    """The outer and the inner marks of the document: corner brackets where it writes those."""
    text = searched.text
    return ("「", "」", "『", "』") if text.count("「") > text.count("“") else ("“", "”", "‘", "’")


def _straight(searched: SearchedText) -> Iterator[Finding]:
    opening, closing, inner_opening, inner_closing = _marks(searched)
    for match in _PAIR.finditer(searched.folded):
        inside = Span(*match.span("inside")).of(searched.text)
        if not _WORDS.search(match["inside"]) or _CODE.search(match["inside"]):
            continue
        span = Span(*match.span())
        if _is_inside(searched.text, span.start, opening, closing):
            repaired = inner_opening + inside + inner_closing
        else:
            repaired = opening + _with_inner(inside, inner_opening, inner_closing) + closing
        yield layout_finding(
            searched, Kind.QUOTE_STYLE, span, repaired, 0.9, "quotes/straight", _STRAIGHT, safe=True
        )


def _is_inside(text: str, place: int, opening: str, closing: str) -> bool:
    """Whether an outer quotation is open at `place`, as far as the words before it tell."""
    start = max(text.rfind("\n", 0, place) + 1, place - _LONGEST)
    return text.rfind(opening, start, place) > text.rfind(closing, start, place)


def _with_inner(inside: str, opening: str, closing: str) -> str:
    return re.sub("'([^']*)'", rf"{opening}\1{closing}", inside)


def _halves(searched: SearchedText) -> Iterator[Finding]:
    for match in _HALVES.finditer(searched.folded):
        group = "a" if match["a"] is not None else "b"
        if _WORDS.search(match[group]):
            inside = Span(*match.span(group)).of(searched.text)
            yield layout_finding(
                searched,
                Kind.QUOTE_STYLE,
                Span(*match.span()),
                f"“{inside}”",
                0.85,
                "quotes/halves",
                _HALF,
                safe=True,
            )


def _turned(searched: SearchedText) -> Iterator[Finding]:
    """Pairs that open with a closing mark, where no quotation is open that it could close."""
    text = searched.text
    match = _TURNED_PAIR.search(text)
    while match is not None:
        # “ with a ” behind it opens a quotation of its own, and a ” before it lost its partner.
        own = match["close"] == "“" and match["next"] == "”"
        bare = not _is_inside(text, match.start(), "“", "”") and _WORDS.search(match["inside"])
        if own or not bare:
            match = _TURNED_PAIR.search(text, match.start() + 1)
            continue
        span = Span(match.start(), match.end("close"))
        repaired = f"“{match['inside']}”"
        yield layout_finding(
            searched, Kind.QUOTE_STYLE, span, repaired, 0.7, "quotes/turned", _TURNED
        )
        match = _TURNED_PAIR.search(text, span.end)


def _singles(searched: SearchedText) -> Iterator[Finding]:
    """Single marks that stand outside double ones, in a document that writes double ones."""
    text = searched.text
    bare = [
        match
        for match in _SINGLES.finditer(text)
        if not _is_inside(text, match.start(), "“", "”") and _WORDS.search(match["inside"])
    ]
    if text.count("“") < max(_LEAST_HABIT, 5 * len(bare)):
        return
    for match in bare:
        yield layout_finding(
            searched,
            Kind.QUOTE_STYLE,
            Span(*match.span()),
            f"“{match['inside']}”",
            0.6,
            "quotes/single",
            _SINGLE,
        )
