"""Text shifted by one byte behind an injected reading: `我們?nèi)〉昧俗審V大` was 我們取得了讓廣大.

`shift_search` says which texts a run may have been and `shift_readings` ranks them in their
context; `bare_shift` finds runs whose reading is gone; this module words the finding. A repair is
safe only where no byte had to be guessed and nothing else comes near it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from reviewer.garble.bare_shift import BareShift, bare_shifts, looks_shifted
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.hidden_cells import HiddenCells
from reviewer.garble.pinyin_injection import INJECTION_RULE, InjectionList
from reviewer.garble.searched import SearchedText
from reviewer.garble.shift_hypothesis import Hypothesis
from reviewer.garble.shift_markers import bracketed_at, markers, without_brackets
from reviewer.garble.shift_page import Page
from reviewer.garble.shift_readings import CONTEXT, Opening, Reading, ShiftReadings
from reviewer.text.span import Span
from reviewer.text.wording import Wording

RULE = "byte_shift"
BARE_RULE = "bare_shift"

SAFE_GAP = 4.0
"""How many times (as a power of ten) the best reading must be likelier than the next."""

MOST_ALTERNATIVES = 3

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
_BARE = Wording(
    "此处字节错开一位，读音已被删去；复位后可读成此文",
    "the bytes are out of step here and the reading that did it was deleted; brought back into"
    " step, they give this text",
)

_BEHIND = Wording(
    "读音“{syllable}”跟在错位文字的最后一个字后面",
    "the reading ({syllable}) follows the last character of a stretch that was out of step",
)


def may_hold_byte_shifts(text: str) -> bool:
    """Whether `text` has anything that `find_byte_shifts` looks at. Cost: O(n), a fast search."""
    return next(markers(text), None) is not None or looks_shifted(text)


def find_byte_shifts(
    searched: SearchedText, learnt: InjectionList, cells: HiddenCells
) -> Iterator[Finding]:
    """A finding for every run that a marker opens, and for runs whose marker was deleted.

    A run that a marker closes is one finding. `cells` holds the ranker that judges between
    several readings.
    """
    text = searched.text
    page = Page(searched, learnt)
    ends: list[tuple[int, int]] = []
    for finding in _with_markers(page, cells):
        ends.append((finding.span.start, finding.span.end))
        yield finding
    if looks_shifted(text):
        for shift in bare_shifts(page, cells):
            if all(shift.end <= start or shift.start >= end for start, end in ends):
                yield _bare_finding(page, shift)


def _with_markers(page: Page, cells: HiddenCells) -> Iterator[Finding]:
    text = page.text
    readings = ShiftReadings(page, cells)
    done, restored = 0, ""
    for opening in readings.openings:
        if opening.marker.start < done:
            continue
        before = without_brackets(text[max(done, opening.place - 2 * CONTEXT) : opening.place + 1])
        finding = _finding(text, opening, readings.of(opening, restored + before))
        done = finding.span.end
        restored = finding.replacement or ""
        yield finding
        shown = bracketed_at(text, done) if restored else None
        if shown is not None and page.sounds(restored[-1], shown[0]):
            yield _reading_behind(text, finding, *shown)
            done = shown[1]


def _reading_behind(text: str, shift: Finding, syllable: str, end: int) -> Finding:
    """The reading behind the last character of a run, which is not shown as that character."""
    span = Span(shift.span.end, end)
    return Finding(
        kind=Kind.PINYIN_INJECTION,
        rule=INJECTION_RULE,
        span=span,
        text=span.of(text),
        replacement="",
        confidence=shift.confidence,
        safe=shift.safe,
        reason=_BEHIND.filled(syllable=syllable),
    )


def _bare_finding(page: Page, shift: BareShift) -> Finding:
    best = shift.readings[0]
    rest = shift.readings[1:]
    gap = best.score - rest[0].score if rest else math.inf
    span = Span(shift.start - 1, shift.end)
    kept = page.text[span.start]
    return Finding(
        kind=Kind.BYTE_SHIFT_MOJIBAKE,
        rule=BARE_RULE,
        span=span,
        text=span.of(page.text),
        replacement=kept + page.as_written(best.restored),
        confidence=min(_confidence(best, gap), 0.85),
        safe=False,
        reason=_BARE.filled(),
        alternatives=tuple(
            kept + page.as_written(other.restored) for other in rest[:MOST_ALTERNATIVES]
        ),
    )


def _finding(text: str, opening: Opening, readings: list[Reading]) -> Finding:
    marker = opening.marker
    kept = "" if opening.behind_bracket else text[opening.place]
    start = marker.start - len(kept)
    if not readings:
        return _unexplained(text, start, opening)
    best = readings[0]
    gap = best.score - readings[1].score if len(readings) > 1 else math.inf
    span = Span(start, best.end)
    return Finding(
        kind=Kind.BYTE_SHIFT_MOJIBAKE,
        rule=RULE,
        span=span,
        text=span.of(text),
        replacement=kept + best.replacement,
        confidence=_confidence(best.hypothesis, gap),
        safe=_safe(best, gap),
        reason=_reason(marker.syllable, best, gap),
        alternatives=tuple(
            kept + reading.replacement
            for reading in readings[1 : 1 + MOST_ALTERNATIVES]
            if reading.end == best.end
        ),
    )


def _confidence(hypothesis: Hypothesis, gap: float) -> float:
    steps = ((8.0, 0.99), (6.0, 0.97), (SAFE_GAP, 0.95), (2.0, 0.85), (1.0, 0.7))
    sure = next((value for least, value in steps if gap >= least), 0.5)
    if hypothesis.unknown:
        return min(sure, 0.6)
    return min(sure, 0.9) if hypothesis.lost_bytes else sure


def _safe(best: Reading, gap: float) -> bool:
    hypothesis = best.hypothesis
    guessed = hypothesis.lost_bytes or hypothesis.unknown or hypothesis.out_of_place
    return not guessed and gap >= (SAFE_GAP if hypothesis.listed else 2 * SAFE_GAP)


def _reason(syllable: str, best: Reading, gap: float) -> Wording:
    if best.hypothesis.unknown:
        said = _SWALLOWED
    elif best.hypothesis.lost_bytes:
        said = _GUESSED
    else:
        said = _SEVERAL if gap < SAFE_GAP else _CERTAIN
    return said.filled(syllable=syllable)


def _unexplained(text: str, start: int, opening: Opening) -> Finding:
    end = opening.marker.end
    while end < len(text) and end - opening.marker.end < CONTEXT and text[end].isalpha():
        end += 1
    span = Span(start, end)
    return Finding(
        kind=Kind.BYTE_SHIFT_MOJIBAKE,
        rule=RULE,
        span=span,
        text=span.of(text),
        replacement=None,
        confidence=0.9,
        safe=False,
        reason=_LOST.filled(syllable=opening.marker.syllable),
    )
