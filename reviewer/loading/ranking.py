"""Which codec makes the best Chinese of some bytes.

Many codecs accept the same bytes: every even number of Big5 bytes is nearly always legal GB18030,
and half of all GBK files are legal UTF-16. So a sample is decoded with each codec that may be
meant and the readings are ranked by how probable they are as Chinese prose, with a little weight
for how common each codec is.
"""

from __future__ import annotations

import codecs
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from reviewer.text.character_model import character_model
from reviewer.text.codes import code_points


@dataclass(frozen=True, slots=True)
class Candidate:
    """One charset that a file may be written in.

    Attributes:
        codecs: its codecs by Python name, the commonest first; the later ones know more signs.
        weight: how common it is among manuscripts, as a log10 on the scale of the readings.
        unit: the size of its code unit in bytes.
        may_be: whether these bytes can be meant so at all; a cheap look before decoding.
    """

    codecs: tuple[str, ...]
    weight: float
    unit: int = 1
    may_be: Callable[[bytes], bool] = lambda data: True


@dataclass(frozen=True, slots=True)
class Reading:
    """A sample as one candidate reads it.

    Attributes:
        candidate: the charset.
        codec: which of its codecs read the sample.
        text: what it reads.
        score: log10 of the probability of the text and the charset.
    """

    candidate: Candidate
    codec: str
    text: str
    score: float


def _has_few_high_bytes(data: bytes) -> bool:
    return len(data.translate(None, _ASCII)) * 4 < len(data)


def _may_be_utf_16(data: bytes) -> bool:
    """Not when it is words with spaces between them, which in UTF-16 would come with NULs."""
    others = len(data.translate(None, _PRINTABLE))
    return 0 in data or others * 4 > len(data) or data.count(b" ") * 12 < len(data)


_ASCII = bytes(range(128))
_PRINTABLE = bytes(range(32, 127))

UTF_8 = Candidate(("utf-8",), 6.5)
GB = Candidate(("gb18030",), 1.0)
BIG5 = Candidate(("cp950", "big5hkscs"), 0.5)
HZ = Candidate(("hz",), -1.0, may_be=lambda data: b"~{" in data and _has_few_high_bytes(data))
WESTERN = Candidate(("cp1252",), -4.0, may_be=_has_few_high_bytes)
"""Latin text with typographer's quotes, which would otherwise pass for odd Chinese."""

UTF_16 = (
    Candidate(("utf-16-le",), 0.0, 2, _may_be_utf_16),
    Candidate(("utf-16-be",), -2.0, 2, _may_be_utf_16),
)
UTF_32 = tuple(
    Candidate((codec,), -3.0, 4, lambda data: data.count(0) * 4 >= len(data))
    for codec in ("utf-32-le", "utf-32-be")
)
NARROW = (UTF_8, GB, BIG5, HZ, WESTERN)
WIDE = (*UTF_16, *UTF_32)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The readings of a sample, the best first.

    Attributes:
        readings: one for each charset that is possible.
        plausibility: how much the best looks like Chinese (see `plausibility`); minus infinity
            where no charset is possible.
    """

    readings: tuple[Reading, ...]
    plausibility: float

    @property
    def lead(self) -> float:
        """By how much the first is more probable than the second, as a log10."""
        if len(self.readings) < 2:
            return math.inf
        return self.readings[0].score - self.readings[1].score


# Samples grow until the best reading leads by this much (a factor of 10 ** lead).
_CLEAR_LEAD = 25.0
# One real sample in a hundred lies this much, over the root of its length, below the usual.
_DOUBT = 2.5
_SAMPLE_SIZES = (256, 8 * 1024, 64 * 1024)


def rank(data: bytes, candidates: Sequence[Candidate], *, strict: bool = True) -> Ranking:
    """The readings of a sample of `data`.

    Args:
        data: the whole file.
        candidates: the charsets to try.
        strict: leave out charsets that the sample breaks the rules of; otherwise what breaks
            them is read as U+FFFD, which costs dearly.

    Cost: one pass for the first byte beyond ASCII, and a fifth of a millisecond for the usual
    sample of 256 bytes; the largest has 64 KB.
    """
    errors = "strict" if strict else "replace"
    start = _first_telling_byte(data)
    ranking = Ranking((), -math.inf)
    for size in _SAMPLE_SIZES:
        sample = data[start : start + size]
        complete = start + size >= len(data)
        ranking = _ranked(sample, candidates, errors, complete=complete)
        if complete or ranking.lead >= _CLEAR_LEAD:
            break
    return ranking


def plausibility(text: str) -> float:
    """How much `text` looks like Chinese: the mean log10 of its characters beyond printable ASCII.

    A short text has the benefit of the doubt: a few rare characters say little. About -2 for
    prose, -3 for lists of names, below -5 for what no human wrote; 0 for ASCII alone.
    """
    codes = code_points(text)
    telling = (codes >= 127) | (codes < 9)
    if not telling.any():
        return 0.0
    mean = float(np.mean(character_model().log_probabilities(text)[telling]))
    return min(0.0, mean + _DOUBT / math.sqrt(np.count_nonzero(telling)))


def _first_telling_byte(data: bytes) -> int:
    """Where a sample may begin: before it all is ASCII, so that no character is cut in two."""
    if data.isascii():
        return max(data.find(b"~{"), 0) & ~3
    low, high = 0, len(data)
    while high - low > 1:
        middle = (low + high) // 2
        if data[low:middle].isascii():
            low = middle
        else:
            high = middle
    return low & ~3


def _ranked(
    sample: bytes, candidates: Sequence[Candidate], errors: str, *, complete: bool
) -> Ranking:
    read: list[tuple[Candidate, str, str]] = []
    for candidate in candidates:
        if not candidate.may_be(sample):
            continue
        for codec in candidate.codecs:
            text = _decode(sample, codec, errors, complete=complete)
            if text is not None:
                read.append((candidate, codec, text))
                break
    scores = character_model().scores([text for _, _, text in read])
    ranked = [
        Reading(candidate, codec, text, float(score) + candidate.weight)
        for (candidate, codec, text), score in zip(read, scores, strict=True)
    ]
    ranked.sort(key=lambda reading: -reading.score)
    return Ranking(tuple(ranked), plausibility(ranked[0].text) if ranked else -math.inf)


def _decode(sample: bytes, codec: str, errors: str, *, complete: bool) -> str | None:
    decoder = codecs.getincrementaldecoder(codec)(errors)
    try:
        return decoder.decode(sample, complete)
    except UnicodeDecodeError:
        return None
