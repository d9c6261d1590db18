"""Mojibake, run by run: text whose bytes were read with the wrong charset, brought back.

Only places where odd characters crowd are looked at (`mojibake_places`). A run is accepted where
undoing the mistake, or two mistakes one upon the other, makes Chinese prose of it
(`mojibake_runs`). Where bytes are lost the rest is repaired and the hole stays in sight. What
programs leave of bytes that are lost for good (U+FFFD, 锟斤拷, 烫烫烫) is reported and nothing is
invented for it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.mojibake_blocks import TELLING_GAIN, Source, runs_by_block
from reviewer.garble.mojibake_charsets import HOLE, Charset
from reviewer.garble.mojibake_holes import supplied
from reviewer.garble.mojibake_hz import find_hz_runs
from reviewer.garble.mojibake_places import odd_places
from reviewer.garble.mojibake_runs import Run
from reviewer.garble.pattern_rules import find_by_rules
from reviewer.garble.rules import load_rules
from reviewer.garble.searched import SearchedText
from reviewer.text.character_model import character_model
from reviewer.text.codes import CodePoints, code_points
from reviewer.text.span import Span, merge_spans
from reviewer.text.wording import Wording

LOST_BYTES = "lost_bytes.toml"
SAFE_GAIN = TELLING_GAIN
SAFE_LEAD = 8.0
SAFE_COHERENCE = 5.0
"""What a run must gain, by how much more than any other reading, and how well its characters must
fit each other, to be accepted unseen."""

SAFE_SEQUENCES = 4
"""So many characters of three bytes that keep the rules of UTF-8 need not fit each other."""

_SURE_CONFIDENCE = 0.98
_LOSSY_CONFIDENCE = 0.85
_LEAST_CONFIDENCE = 0.6
_BEYOND_LATIN = 0x800
_MARK = "\ufeff"
_SPACE = ord(" ")
_QUESTION, _SQUARE = "?", "□"
"""What stands for a character that a program could not write; a question mark may be one."""

_LOSSLESS = Wording(
    "{right} 编码的字节被当作 {wrong} 读出；还原后没有丢失",
    "bytes of {right} were read as {wrong}; read rightly they give this text, without a loss",
)
_WITH_HOLES = Wording(
    "{right} 编码的字节被当作 {wrong} 读出；有字节丢失："
    "{filled} 字按上下文补出，{holes} 字以“�”标出",
    "bytes of {right} were read as {wrong} and some are lost: {filled} characters were supplied"
    " by the context, {holes} are shown as �",
)
_WITH_QUESTIONS = Wording(
    "{right} 编码的字节被当作 {wrong} 读出；其中的“?”“□”可能是丢失的字",
    "bytes of {right} were read as {wrong}; its question marks and squares may be lost characters",
)


def find_mojibake(searched: SearchedText) -> Iterator[Finding]:
    """A finding for every run of mojibake in every line, and for every mark of lost bytes.

    Cost: O(n) to look for odd places; some 50 readings of what is in them.
    """
    repaired = list(_repairs(searched))
    yield from repaired
    marks = find_by_rules(searched, load_rules(LOST_BYTES))
    yield from outside(marks, [finding.span for finding in repaired])


def outside(findings: Iterable[Finding], spans: Iterable[Span]) -> Iterator[Finding]:
    """The findings that share no character with `spans`. Cost: O(log n) a finding."""
    covered = merge_spans(spans)
    starts = [span.start for span in covered]
    for finding in findings:
        before = bisect_left(starts, finding.span.end) - 1
        if before < 0 or covered[before].end <= finding.span.start:
            yield finding


def _repairs(searched: SearchedText) -> Iterator[Finding]:
    yield from find_hz_runs(searched)
    codes = seen = code_points(searched.text)
    places = odd_places(codes)
    if places and searched.readings:
        seen = codes.copy()
        for reading in searched.readings:
            seen[reading.span.start : reading.span.end] = _SPACE
        places = odd_places(seen)
    if not places:
        return
    for source, run in runs_by_block(codes, seen, places, character_model()):
        for line in _lines(run, source.codes):
            yield _finding(searched.text, source, line)


def _lines(run: Run, source: CodePoints) -> Iterator[Run]:
    """The run line by line, each without what reads as it stands at its ends."""
    codes, borders = run.reading.codes, run.reading.borders
    same = (borders[:-1] >= 0) & (np.diff(borders) == 1) & (codes == source[borders[:-1]])
    first = run.first
    breaks = np.flatnonzero(same & (codes == ord("\n")))
    inside = breaks[(breaks >= run.first) & (breaks < run.last)].tolist()
    for last in (*inside, run.last):
        told = np.flatnonzero(~same[first:last])
        if len(told):
            yield replace(run, first=first + int(told[0]), last=first + int(told[-1]) + 1)
        first = last + 1


def _finding(text: str, source: Source, run: Run) -> Finding:
    span = source.span(run)
    replacement, filled = supplied(run, character_model())
    holes = replacement.count(chr(HOLE))
    lossy = bool(filled or holes)
    doubtful = lossy or _QUESTION in replacement[:-1] or _SQUARE in span.of(text)
    said = _WITH_HOLES if lossy else _WITH_QUESTIONS if doubtful else _LOSSLESS
    steps = tuple(reversed(run.reading.steps))
    return Finding(
        kind=Kind.MOJIBAKE,
        span=span,
        text=span.of(text),
        replacement=replacement.removeprefix(_MARK),
        confidence=_confidence(run, doubtful=doubtful),
        safe=not doubtful and _is_sure(run),
        reason=said.filled(
            right=steps[0].right.value,
            wrong=" → ".join(step.wrong.value for step in steps),
            filled=filled,
            holes=holes,
        ),
        rule="mojibake/run",
    )


def _is_sure(run: Run) -> bool:
    in_order = run.coherence >= SAFE_COHERENCE or (
        run.reading.steps[-1].right is Charset.UTF_8
        and int(np.count_nonzero(run.codes >= _BEYOND_LATIN)) >= SAFE_SEQUENCES
    )
    return run.gain >= SAFE_GAIN and run.lead >= SAFE_LEAD and in_order


def _confidence(run: Run, *, doubtful: bool) -> float:
    if doubtful or not _is_sure(run):
        return _LOSSY_CONFIDENCE if run.gain >= SAFE_GAIN else _LEAST_CONFIDENCE
    return _SURE_CONFIDENCE
