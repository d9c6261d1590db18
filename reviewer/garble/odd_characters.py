"""Characters that nobody typed on purpose: invisible, private, or look-alikes by their encoding.

Zero-width characters, bidi controls and soft hyphens go where no script needs them. Private-use
characters are replaced where a standard says what they were. Radicals and compatibility
ideographs become the characters that they look like; full-width letters and digits beside
half-width ones in one token become half width. A no-break space is no damage.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from unicodedata import normalize

import numpy as np

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.mojibake import find_mojibake, outside
from reviewer.garble.odd_character_table import (
    OddSort,
    OddTable,
    Substitute,
    is_needed,
    is_separator,
    name_of,
    odd_table,
)
from reviewer.garble.searched import SearchedText
from reviewer.text.codes import code_points
from reviewer.text.script import TABLE_SIZE
from reviewer.text.span import Span
from reviewer.text.wording import Wording

_INVISIBLE_CONFIDENCE = 0.98
_UNKNOWN_CONFIDENCE = 0.9
_IDEOGRAPH_CONFIDENCE = 0.97
_MOST_RADICALS = 3
"""So many radicals in a row are a list of radicals, not a text."""

_INVISIBLE = Wording(
    "看不见的字符 {names}，文稿中不需要", "{names} cannot be seen; no text needs it"
)
_BREAK = Wording("看不见的换行符 {names}", "{names}, a line break that cannot be seen")
_PRIVATE = Wording(
    "私用区字符 {names}，只有原字体才知道是什么字",
    "{names} is for private use; only its font knows which character it was",
)
_COMPATIBLE = Wording(
    "“{found}”是 {names}，与常用的“{character}”字形相同、编码不同",
    "{found} is {names}, which looks like {character} and is another code",
)
_MIXED_WIDTH = Wording(
    "一个词或数字内全角、半角混用", "full and half width within one word or number"
)
_FULL_WIDTH = Wording(
    "全角字母或数字，本文大多用半角", "full-width letters or digits in a text that uses half width"
)
_WIDE = "０-９Ａ-Ｚａ-ｚ"
_FULL_TOKEN = re.compile(
    # A row of half-width letters is read once, from its beginning on.
    rf"(?:(?<![0-9A-Za-z])[0-9A-Za-z]++)?[{_WIDE}][0-9A-Za-z{_WIDE}]*(?:[.．][0-9{_WIDE}]+)*"
)
_MASK = re.compile(r"[xXｘＸ]+")
_LATIN = re.compile(r"[A-Za-z]")
_HALF = re.compile(r"[0-9A-Za-z]+")
_MIXED_CONFIDENCE, _FULL_CONFIDENCE = 0.9, 0.3
_HALF_WIDTH_LEAD = 5
_VARIANT_CONFIDENCE = 0.4


def find_encoding_damage(searched: SearchedText) -> Iterator[Finding]:
    """Mojibake first, then the odd characters outside of it: a run's own belong to the run."""
    misread = list(find_mojibake(searched))
    yield from misread
    yield from find_odd_characters(searched, [finding.span for finding in misread])


def find_odd_characters(searched: SearchedText, taken: Iterable[Span] = ()) -> Iterator[Finding]:
    """A finding for every run of odd characters of one sort that is in no span of `taken`.

    Cost: one table look-up over the text, vectorised, and O(1) an odd character.
    """
    table = odd_table()
    sorts = table.sorts[np.minimum(code_points(searched.text), TABLE_SIZE - 1)]
    places = np.flatnonzero(sorts)
    if len(places):
        yield from outside(_of_sorts(searched.text, places.tolist(), table), taken)
    yield from outside(_mixed_widths(searched.text), taken)


def _of_sorts(text: str, places: list[int], table: OddTable) -> Iterator[Finding]:
    """The findings of the odd characters at `places`."""
    variants: list[int] = []
    for span, sort in _runs(text, places, table):
        if sort is OddSort.INVISIBLE:
            yield from _invisible(text, span)
        elif sort is OddSort.PRIVATE:
            yield from _private(text, span, table)
        elif sort is OddSort.VARIANT:
            variants += range(span.start, span.end)
        elif not (sort is OddSort.RADICAL and len(span) >= _MOST_RADICALS):
            yield from _compatible(text, span, table)
    yield from _variants(text, variants, table)


def _runs(text: str, places: list[int], table: OddTable) -> Iterator[tuple[Span, OddSort]]:
    """Neighbours of one sort together."""
    start = end = places[0]
    for place in places:
        if place > end or table.sort_of(text[place]) is not table.sort_of(text[start]):
            yield Span(start, end), table.sort_of(text[start])
            start = place
        end = place + 1
    yield Span(start, end), table.sort_of(text[start])


def _invisible(text: str, span: Span) -> Iterator[Finding]:
    start = span.start
    while start < span.end:
        if is_needed(text, start):
            start += 1
            continue
        separates = is_separator(text[start])
        end = start + 1
        while end < span.end and is_separator(text[end]) == separates and not is_needed(text, end):
            end += 1
        yield _invisible_finding(text, Span(start, end), separates=separates)
        start = end


def _invisible_finding(text: str, span: Span, *, separates: bool) -> Finding:
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    breaks = separates and before not in ("", "\n") and after not in ("", "\n")
    between_words = bool(_LATIN.match(before) and _LATIN.match(after))
    return Finding(
        kind=Kind.INVISIBLE_CHARACTER,
        span=span,
        text=span.of(text),
        replacement="\n" if breaks else "",
        confidence=_INVISIBLE_CONFIDENCE,
        safe=not between_words or "\u00ad" in span.of(text),
        reason=(_BREAK if separates else _INVISIBLE).filled(names=name_of(span.of(text))),
        rule="odd_characters/line-break" if separates else "odd_characters/invisible",
    )


def _private(text: str, span: Span, table: OddTable) -> Iterator[Finding]:
    """One finding for neighbours of the same rule."""
    start = span.start
    while start < span.end:
        known = table.substitutes.get(text[start])
        end = start + 1
        while end < span.end and _rule(table.substitutes.get(text[end])) == _rule(known):
            end += 1
        yield _private_finding(text, Span(start, end), known, table)
        start = end


def _private_finding(text: str, span: Span, known: Substitute | None, table: OddTable) -> Finding:
    found = span.of(text)
    replacement = "".join(table.substitutes[one].character for one in found) if known else None
    reason = known.reason if known else _PRIVATE
    return Finding(
        kind=Kind.PRIVATE_USE_CHARACTER,
        span=span,
        text=found,
        replacement=replacement,
        confidence=known.confidence if known else _UNKNOWN_CONFIDENCE,
        safe=known is not None and known.safe,
        reason=reason.filled(names=name_of(found), character=replacement),
        rule=_rule(known),
    )


def _rule(known: Substitute | None) -> str:
    return known.rule if known else "odd_characters/private-use"


def _compatible(text: str, span: Span, table: OddTable) -> Iterator[Finding]:
    """One finding a character: each has a replacement of its own to check."""
    for place in range(span.start, span.end):
        found = text[place]
        known = table.substitutes.get(found)
        character = known.character if known else normalize("NFKC", found)
        yield Finding(
            kind=Kind.VARIANT_CHARACTER,
            span=Span(place, place + 1),
            text=found,
            replacement=character,
            confidence=_IDEOGRAPH_CONFIDENCE,
            safe=True,
            reason=_COMPATIBLE.filled(found=found, names=name_of(found), character=character),
            rule="odd_characters/compatible",
        )


def _variants(text: str, places: list[int], table: OddTable) -> Iterator[Finding]:
    """Variants where the text itself mostly writes the other form."""
    written = Counter(text[place] for place in places)
    strange = {
        character
        for character, count in written.items()
        if text.count(table.substitutes[character].character) > count
    }
    for place in places:
        if text[place] not in strange:
            continue
        known = table.substitutes[text[place]]
        yield Finding(
            kind=Kind.VARIANT_CHARACTER,
            span=Span(place, place + 1),
            text=text[place],
            replacement=known.character,
            confidence=_VARIANT_CONFIDENCE,
            safe=False,
            reason=known.reason.filled(character=known.character),
            rule=known.rule,
        )


def _mixed_widths(text: str) -> Iterator[Finding]:
    tokens = [match for match in _FULL_TOKEN.finditer(text) if not _MASK.fullmatch(match.group())]
    if not tokens:
        return
    usual = sum(1 for _ in _HALF.finditer(text)) >= _HALF_WIDTH_LEAD * len(tokens)
    for token in tokens:
        mixed = _HALF.search(token.group()) is not None
        if not mixed and not usual:
            continue
        yield Finding(
            kind=Kind.VARIANT_CHARACTER,
            span=Span(*token.span()),
            text=token.group(),
            replacement=normalize("NFKC", token.group()),
            confidence=_MIXED_CONFIDENCE if mixed else _FULL_CONFIDENCE,
            safe=mixed,
            reason=_MIXED_WIDTH if mixed else _FULL_WIDTH,
            rule=f"odd_characters/{'mixed-width' if mixed else 'full-width'}",
        )
