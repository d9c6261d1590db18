"""Text shifted by one byte behind an injected reading: `我們?nèi)〉昧俗審V大` was 我們取得了讓廣大.

`shift_search` says which texts a run may have been; this module ranks them in their context and
words the finding. A repair is safe only where no byte had to be guessed and nothing else comes
near it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.hidden_cells import HiddenCells
from reviewer.garble.pinyin_injection import InjectionList
from reviewer.garble.searched import SearchedText
from reviewer.garble.shift_hypothesis import Hypothesis, Ranker
from reviewer.garble.shift_markers import Marker, bracket_before, entity_name_at, markers
from reviewer.garble.shift_search import OUT_OF_PLACE_COST, ShiftSearch
from reviewer.text.pinyin import BRACKETED_READING
from reviewer.text.span import Span
from reviewer.text.wording import Wording

CONTEXT = 12
"""Code points on either side of a run that take part in ranking."""

SAFE_GAP = 4.0
"""How many times (as a power of ten) the best reading must be likelier than the next."""

MOST_ALTERNATIVES = 3
_UNLISTED_COST = 1.0
_UNKNOWN_COST = 2.0
_ODD_CHARACTER = -4.5
"""Below this log10 probability a restored character is odd enough to look for another reading."""
_SWALLOWED_SIGNS = ";,.:!?()、。，；："

_CERTAIN = Wording(
    "读音“{syllable}”插进了一个字的两个字节之间；其后字节复位后只能读成此文",
    "the reading ({syllable}) was put between two bytes of a character; the bytes after it,"
    " brought back into step, give this text and no other",
)
_SEVERAL = Wording(
    "读音“{syllable}”插进了一个字的两个字节之间；其后字节复位后有几种读法",
    "the reading ({syllable}) was put between two bytes of a character; the bytes after it"
    " fit more than one text",
)
_GUESSED = Wording(
    "读音“{syllable}”插进了一个字的两个字节之间；有字节丢失，按上下文补出",
    "the reading ({syllable}) was put between two bytes of a character; lost bytes of the run"
    " were supplied by its context",
)
_SWALLOWED = Wording(
    "读音“{syllable}”插进了一个字的两个字节之间；其后有一个符号被吞掉",
    "the reading ({syllable}) was put between two bytes of a character; a sign after the run"
    " was swallowed",
)
_LOST = Wording(
    "读音“{syllable}”打乱了此处的字节，丢失过多，无法复原",
    "a reading ({syllable}) broke the bytes here; too many of them are lost",
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A hypothesis as the text that would stand in the place of a span."""

    hypothesis: Hypothesis
    end: int
    replacement: str
    score: float


def find_byte_shifts(
    searched: SearchedText, learnt: InjectionList, cells: HiddenCells
) -> Iterator[Finding]:
    """A finding for every run that a marker opens; a run that a marker closes is one finding.

    `cells` holds the ranker that judges between several readings.
    """
    search = ShiftSearch(searched.text, learnt.syllables, cells)
    done = 0
    for marker in markers(searched.text):
        if marker.start < done:
            continue
        finding = _explain(searched.text, marker, search, cells.ranker)
        if finding is not None:
            done = finding.span.end
            yield finding


def _explain(text: str, marker: Marker, search: ShiftSearch, ranker: Ranker) -> Finding | None:
    behind_bracket = bracket_before(text, marker.start)
    place = (marker.start if behind_bracket is None else behind_bracket) - 1
    if place < 0 or not text[place].isalpha():
        return None
    before = text[place]
    kept = before if behind_bracket is None else ""
    start = marker.start - len(kept)
    readings = _readings(text, marker, before, search, ranker)
    if not readings:
        return _unexplained(text, start, marker)
    best = readings[0]
    gap = best.score - readings[1].score if len(readings) > 1 else math.inf
    span = Span(start, best.end)
    return Finding(
        kind=Kind.BYTE_SHIFT_MOJIBAKE,
        rule="byte_shift",
        span=span,
        text=span.of(text),
        replacement=kept + best.replacement,
        confidence=_confidence(best.hypothesis, gap),
        safe=_safe(best, gap),
        reason=_reason(marker, best, gap),
        alternatives=tuple(
            kept + reading.replacement
            for reading in readings[1 : 1 + MOST_ALTERNATIVES]
            if reading.end == best.end
        ),
    )


def _readings(
    text: str, marker: Marker, before: str, search: ShiftSearch, ranker: Ranker
) -> list[_Reading]:
    """What the run may have been, most probable first.

    Cells that left no trace are looked for only where the reading without them is odd.
    """
    plain = _ranked(text, marker, search.hypotheses(marker, before, hidden=False), ranker)
    if plain and not plain[0].hypothesis.out_of_place:
        around = before + plain[0].replacement + _without_brackets(text[plain[0].end :][:CONTEXT])
        odds = ranker.log_probabilities(around)[1 : len(plain[0].replacement) + 2]
        if min(odds) >= _ODD_CHARACTER:
            return plain
    return _ranked(text, marker, search.hypotheses(marker, before, hidden=True), ranker)


def _ranked(
    text: str, marker: Marker, hypotheses: Sequence[Hypothesis], ranker: Ranker
) -> list[_Reading]:
    """The hypotheses as texts, most probable first."""
    if not hypotheses:
        return []
    common_end = max(hypothesis.end for hypothesis in hypotheses) + CONTEXT
    prefix = _without_brackets(text[max(0, marker.start - 2 * CONTEXT) : marker.start])[-CONTEXT:]
    half_width = "，" not in text and "," in text
    made = [_as_text(text, hypothesis, half_width) for hypothesis in hypotheses]
    scores = ranker.scores(
        [
            prefix + replacement + _without_brackets(text[end:common_end])
            for end, replacement in made
        ]
    )
    readings = [
        _Reading(hypothesis, end, replacement, score - _cost(hypothesis))
        for hypothesis, (end, replacement), score in zip(hypotheses, made, scores, strict=True)
    ]
    return sorted(readings, key=lambda reading: -reading.score)


def _as_text(text: str, hypothesis: Hypothesis, half_width: bool) -> tuple[int, str]:
    """Where the span of a hypothesis ends and what would stand in its place."""
    end, restored = hypothesis.end, hypothesis.restored
    entity = entity_name_at(text, end) if restored.endswith("&") else None
    if entity is not None:
        end, restored = text.index(";", end) + 1, restored[:-1] + entity
    if hypothesis.unknown:
        restored += _swallowed_sign(text, end)
    if half_width:
        # The page writes all its signs half width, so the restored ones have to match.
        restored = "".join(
            chr(ord(sign) - 0xFEE0) if 0xFF01 <= ord(sign) <= 0xFF5E else sign for sign in restored
        )
    return end, restored


def _swallowed_sign(text: str, place: int) -> str:
    """The sign before the nearest earlier use of the words at `place`, or nothing.

    Swallowed signs mostly stand in enumerations, whose parts begin with the same words.
    """
    words = text[place : place + 3]
    if len(words) < 3 or not words.isalpha():
        return ""
    found = text.rfind(words, 0, place)
    sign = text[found - 1] if found > 0 else ""
    return sign if sign in _SWALLOWED_SIGNS else ""


def _cost(hypothesis: Hypothesis) -> float:
    return (
        _UNKNOWN_COST * hypothesis.unknown
        + OUT_OF_PLACE_COST * hypothesis.out_of_place
        + (0.0 if hypothesis.listed else _UNLISTED_COST)
    )


def _confidence(hypothesis: Hypothesis, gap: float) -> float:
    steps = ((8.0, 0.99), (6.0, 0.97), (SAFE_GAP, 0.95), (2.0, 0.85), (1.0, 0.7))
    sure = next((value for least, value in steps if gap >= least), 0.5)
    if hypothesis.unknown:
        return min(sure, 0.6)
    return min(sure, 0.9) if hypothesis.lost_bytes else sure


def _safe(best: _Reading, gap: float) -> bool:
    hypothesis = best.hypothesis
    guessed = hypothesis.lost_bytes or hypothesis.unknown or hypothesis.out_of_place
    return not guessed and gap >= (SAFE_GAP if hypothesis.listed else 2 * SAFE_GAP)


def _reason(marker: Marker, best: _Reading, gap: float) -> Wording:
    if best.hypothesis.unknown:
        said = _SWALLOWED
    elif best.hypothesis.lost_bytes:
        said = _GUESSED
    else:
        said = _SEVERAL if gap < SAFE_GAP else _CERTAIN
    return said.filled(syllable=marker.syllable)


def _unexplained(text: str, start: int, marker: Marker) -> Finding:
    end = marker.end
    while end < len(text) and end - marker.end < CONTEXT and text[end].isalpha():
        end += 1
    span = Span(start, end)
    return Finding(
        kind=Kind.BYTE_SHIFT_MOJIBAKE,
        rule="byte_shift",
        span=span,
        text=span.of(text),
        replacement=None,
        confidence=0.9,
        safe=False,
        reason=_LOST.filled(syllable=marker.syllable),
    )


def _without_brackets(text: str) -> str:
    return BRACKETED_READING.sub("", text)
