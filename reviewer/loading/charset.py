"""Bytes to text: the ladder of charsets, from what is certain to what is guessed.

1. A byte order mark names its charset.
2. Valid UTF-8 of some length is nothing else.
3. Otherwise the charset is the one whose text is most probable as Chinese (see ranking.py). Bytes
   with many controls leave only UTF-16 and UTF-32 to choose from.
4. A file with a few wrong bytes, or with lines in two charsets, is read line by line and keeps a
   U+FFFD for each hole (see mending.py).

A guess comes with its runner-up and a confidence, so that a person can be asked.
"""

from __future__ import annotations

import codecs
from dataclasses import replace

from reviewer.loading.big5 import plain_big5
from reviewer.loading.decoded_text import HOLE, DecodedText
from reviewer.loading.mending import mend
from reviewer.loading.ranking import (
    NARROW,
    UTF_8,
    WIDE,
    Candidate,
    Ranking,
    Reading,
    plausibility,
    rank,
)

# UTF-32's mark begins with UTF-16's, so it comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A GB or Big5 text passes for UTF-8 of this many continuation bytes less than once in 10 ** 9.
_CERTAIN_CONTINUATIONS = 12
# C0 controls that no text editor writes. Word leaves 0x07, 0x0B, 0x0C, 0x1E and 0x1F; DOS 0x1A.
_CONTROLS = bytes(set(range(1, 0x20)) - set(b"\x07\t\n\v\f\r\x1a\x1b\x1e\x1f"))
_MOST_NULS = 0.01
_MOST_CONTROLS = 0.05
_FEW = 3
_MOST_LOST = 0.2

# UTF-16 text of this many bytes, all of them printable ASCII, does not happen.
_CERTAIN_ASCII = 16
_PRINTABLE_ASCII = bytes(range(0x20, 0x7F)) + b"\t\r\n"

# Means of `plausibility`: people's text is above the first, and next to no text is below the last.
_SURELY_TEXT, _LEAST_PLAUSIBLE, _RUBBISH, _NO_TEXT = -3.7, -4.7, -5.5, -8.0
# More is asked of UTF-16, whose rules nearly any bytes keep.
_LEAST_PLAUSIBLE_WIDE = -6.0
# A reading this much less probable than the best (as a log10) is out of the question.
_NEAR = 10.0
_MENDED_CONFIDENCE = 0.9
_MENDED_SAMPLE = 8 * 1024


def decode(data: bytes) -> DecodedText | None:
    """The most plausible text of `data`, or None where no charset gives a text.

    Cost: O(n); 17 MB take about 0.1 s, a manuscript a third of a millisecond.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            marked = _after_mark(data[len(mark) :], encoding)
            if marked is not None:
                return marked
            data = data[len(mark) :]
            break
    decoded = _certain_utf_8(data) or _most_plausible(data)
    return decoded and decoded.without_mark()


def looks_binary(data: bytes) -> bool:
    """Whether bytes have more controls than a text can have, unless it is UTF-16 or UTF-32."""
    nuls = data.count(0)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return (nuls > _FEW and nuls > _MOST_NULS * len(data)) or (
        controls > _FEW and controls > _MOST_CONTROLS * len(data)
    )


def _after_mark(data: bytes, encoding: str) -> DecodedText | None:
    """The text after a byte order mark, or None where the mark lies (GBK behind UTF-8's mark)."""
    text = data.decode(encoding, "replace")
    if _is_riddled(text):
        return None
    return DecodedText(text, encoding, None, _kept_share(text), had_bom=True).without_mark()


def _certain_utf_8(data: bytes) -> DecodedText | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    continuations = len(data) - len(text)
    is_certain = continuations >= _CERTAIN_CONTINUATIONS and not looks_binary(data)
    return DecodedText(text, "utf-8", None, 1.0) if is_certain or _is_ascii(data) else None


def _is_ascii(data: bytes) -> bool:
    return (
        len(data) >= _CERTAIN_ASCII
        and b"~{" not in data
        and not data.translate(None, _PRINTABLE_ASCII)
    )


def _most_plausible(data: bytes) -> DecodedText | None:
    candidates = WIDE if looks_binary(data) else (*NARROW, *WIDE)
    ranking = rank(data, candidates)
    if ranking.plausibility < _LEAST_PLAUSIBLE:
        lenient = rank(data, candidates, strict=False)
        if lenient.plausibility > ranking.plausibility:
            ranking = lenient
    if not ranking.readings:
        return None
    if ranking.plausibility < _least_plausible(ranking.readings[0].candidate):
        return None
    for reading in ranking.readings:
        if reading.score < ranking.readings[0].score - _NEAR:
            break
        whole = _whole(data, reading)
        if whole is not None:
            return _judged(*whole, reading, ranking)
    return _mended(data, ranking)


def _whole(data: bytes, reading: Reading) -> tuple[str, str] | None:
    """All of `data` in the charset of a reading and the codec; None where it breaks the rules."""
    for codec in reading.candidate.codecs:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        plain = plain_big5(data, text) if codec == "cp950" else None
        return (text, codec) if plain is None else (plain, "big5")
    return None


def _least_plausible(charset: Candidate) -> float:
    """Below this the best reading is no text; what keeps the rules of UTF-8 always is."""
    if charset is UTF_8:
        return float("-inf")
    return _LEAST_PLAUSIBLE_WIDE if charset.unit > 1 else _NO_TEXT


def _judged(text: str, encoding: str, chosen: Reading, ranking: Ranking) -> DecodedText:
    """A text with the runner-up of its charset and the confidence in it."""
    credible = _credibility(ranking.plausibility)
    others = [reading for reading in ranking.readings if reading.text != chosen.text]
    if not others:
        return DecodedText(text, encoding, None, round(credible, 3))
    posterior = 1 / (1 + 10 ** min(others[0].score - chosen.score, 300.0))
    return DecodedText(text, encoding, others[0].codec, round(posterior * credible, 3))


def _credibility(mean: float) -> float:
    """From 1 for what is surely text down to nearly 0 for rubbish."""
    height = (mean - _RUBBISH) / (_SURELY_TEXT - _RUBBISH)
    return min(1.0, max(0.01, height))


def _mended(data: bytes, ranking: Ranking) -> DecodedText | None:
    """A text with holes, or None where there are more holes than a text can bear."""
    best = ranking.readings[0]
    mended = mend(data, best.candidate)
    if _is_riddled(mended.text):
        return None
    # The sample was judged with all its holes and foreign lines, many of which are now read.
    judged = _judged(mended.text, best.codec, best, replace(ranking, plausibility=0.0))
    credible = _credibility(plausibility(mended.text[:_MENDED_SAMPLE]))
    confidence = judged.confidence * credible * _kept_share(mended.text) * (1 - mended.foreign)
    return replace(judged, confidence=round(confidence, 3))


def _is_riddled(text: str) -> bool:
    """Whether there are more holes than a text can bear."""
    holes = text.count(HOLE)
    return holes > _FEW and holes > _MOST_LOST * len(text)


def _kept_share(text: str) -> float:
    """How far holes lower the confidence: not at all without one, by a tenth with one."""
    holes = text.count(HOLE)
    return _MENDED_CONFIDENCE * (1 - holes / len(text)) if holes else 1.0
