"""Characters that are doubted without any list: one that sounds or looks alike makes a known word.

布署 is no word, and 部署 is one that is probable just there. A character is looked at only where it
is part of no known word; what is weighed are the gain in probability, the strength of the word
that would come about, whether the word's other characters belong elsewhere, and how often the
document writes the same again. The weights were fitted on texts into which slips were put by
chance and on clean prose of newspapers, speeches and manuals.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log2

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.doubt import (
    EDGE,
    DoubtedText,
    Numbers,
    Slip,
    best_of_each,
    slip_finding,
)
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.known_words import Codes, Places, word_keys
from reviewer.garble.look_alikes import rare_characters
from reviewer.garble.searched import SearchedText
from reviewer.text.script import Script
from reviewer.text.span import Span
from reviewer.text.wording import Wording

STANDING = 30
"""A character in a pair that is stronger (which stands in a word eight times as frequent as the
rarest) is not doubted."""

IMPROBABLE = -5.0
"""Only a character that is so improbable between its neighbours (log10) is doubted."""

IMPROBABLE_SHAPE = -6.0
"""The same for another character that only looks alike, of which there are many."""

FROM_THE_BEST = 1.0
"""Readings that gain so much less from the neighbours than the best one are not weighed."""

LEAST_PAIR_GAIN, LEAST_GAIN = 2.2, 2.5
_LENGTHS = (4, 3, 2)

WEIGHTS = np.array((-0.3, 0.8, -2.45, 1.05, 0.85, -0.95, 2.55, 1.65, 2.45), dtype=np.float32)
"""What a constant, the gain, the strength of what stands there (a twentieth), that of the new word
(a fortieth), more than two characters, a claim on the others (a fortieth), the same sound, nearly
the same sound and the fluency add to the logarithm of the odds."""

FOR_EACH_DOUBLING, FOR_A_NAME, FOR_A_RARE_ONE, FOR_A_NUMBER = -1.7, -2.0, -1.5, -1.2
"""What twice as many contexts with the same form add, what a name does, a rare character, which
nobody picks by chance, and a number before it, which makes a word with anything."""

_NUMBERS = frozenset("一二三四五六七八九十两")

SURE, SUGGESTED = 2.9, 1.1
_BOTH_IN_TRADITIONAL = ord("著")
_BY_SOUND = Wording(
    "“{wrong}”在此不通，疑为音同或音近的“{right}”",
    "{wrong} is improbable here; {right} sounds alike and fits",
)
_BY_SHAPE = Wording(
    "“{wrong}”在此不通，疑为形近的“{right}”",
    "{wrong} is improbable here; {right} looks alike and fits",
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Readings of single characters, one element a reading.

    Attributes:
        places: where they stand, in the codes of the text.
        readings: the code points that may be meant.
        gains: how much more probable the text is with them.
        fluency: the log10 probability of a character around them.
    """

    places: Places
    readings: Codes
    gains: Numbers
    fluency: Numbers

    def chosen(self, kept: NDArray[np.bool_] | Places) -> Candidates:
        """The elements that `kept` names."""
        return Candidates(
            self.places[kept], self.readings[kept], self.gains[kept], self.fluency[kept]
        )


@dataclass(frozen=True, slots=True)
class NewWords:
    """The words that candidates make.

    Attributes:
        starts: how far before the candidate each begins.
        lengths: of how many characters it is; 0 where there is none.
        strengths: how strong it is.
        claimed: how strong the pairs are that claim its other characters for something else.
    """

    starts: Places
    lengths: Places
    strengths: NDArray[np.uint8]
    claimed: NDArray[np.uint8]


def candidates_in(text: DoubtedText) -> Candidates:
    """The best reading of every character that may be a slip. Vectorised over the text."""
    codes = text.codes
    standing = np.maximum(text.pairs[:-1], text.pairs[1:])
    surprise = text.written[:-1] + text.written[1:]
    low = text.chinese[1:-1] & (standing <= STANDING) & (surprise <= IMPROBABLE)
    places = np.flatnonzero(low) + 1
    surprise = surprise[places - 1]
    asked, readings = _alike(text, places, surprise)
    before, behind = codes[places[asked] - 1], codes[places[asked] + 1]
    gains = text.chance(before, readings) + text.chance(readings, behind) - surprise[asked]
    kept = np.flatnonzero((gains >= LEAST_PAIR_GAIN) & (readings != codes[places[asked]]))
    kept = kept[best_of_each(asked[kept], gains[kept], FROM_THE_BEST)]
    found = places[asked[kept]], readings[kept]
    exact, fluency = text.gains(found[0], [chr(code) for code in found[1].tolist()])
    best = best_of_each(found[0], exact)
    best = best[exact[best] >= LEAST_GAIN]
    return Candidates(found[0][best], found[1][best], exact[best], fluency[best])


def _alike(text: DoubtedText, places: Places, surprise: Numbers) -> tuple[Places, Codes]:
    """Readings that sound or look alike and make a known pair: which of the places, and what.

    One reading may be found in several ways.
    """
    codes, words = text.codes, text.words
    before, written, behind = codes[places - 1], codes[places], codes[places + 1]
    odd = np.flatnonzero(surprise <= IMPROBABLE_SHAPE)
    of_odd, shaped = words.alike.of(written[odd])
    shapes = odd[of_odd]
    fits = words.pair_strengths(before[shapes], shaped) | words.pair_strengths(
        shaped, behind[shapes]
    )
    found = (
        words.candidates_behind(before, written),
        words.candidates_before(written, behind),
        (shapes[fits > 0], shaped[fits > 0]),
    )
    return (
        np.concatenate([each for each, _ in found]),
        np.concatenate([each for _, each in found]),
    )


def new_words(text: DoubtedText, found: Candidates) -> NewWords:
    """The longest known word that each candidate makes, of the longest the strongest."""
    columns = [text.codes[found.places + shift] for shift in range(-3, 4)]
    columns[3] = found.readings
    count = len(found.places)
    starts, lengths = np.zeros(count, dtype=np.intp), np.zeros(count, dtype=np.intp)
    strengths = np.zeros(count, dtype=np.uint8)
    for length in _LENGTHS:
        for before in range(length):
            keys = word_keys(columns[3 - before : 3 - before + length])
            strength = text.words.strength_of(keys)
            better = (strength > strengths) & ((lengths == 0) | (lengths == length))
            starts[better], lengths[better] = before, length
            strengths[better] = strength[better]
    first = found.places - starts
    end = first + lengths
    left = np.where(starts > 0, text.pairs[first - 1], 0)
    right = np.where(starts < lengths - 1, text.pairs[end - 1], 0)
    return NewWords(starts, lengths, strengths, np.maximum(left, right).astype(np.uint8))


def features(text: DoubtedText, found: Candidates, made: NewWords) -> Numbers:
    """What speaks for a slip and against it, a row a candidate; see `WEIGHTS`."""
    written = text.codes[found.places]
    standing = np.maximum(text.pairs[found.places - 1], text.pairs[found.places])
    exact = text.words.sound_alike(written, found.readings)
    merged = text.words.sound_alike(written, found.readings, merged=True) & ~exact
    return np.column_stack(
        (
            np.ones(len(written)),
            found.gains,
            standing / 20,
            made.strengths / 40,
            made.lengths > 2,
            made.claimed / 40,
            exact,
            merged,
            found.fluency,
        )
    ).astype(np.float32)


def find_doubted_characters(searched: SearchedText, text: DoubtedText) -> Iterator[Finding]:
    """A finding for every character in the place of which another makes a word that fits.

    Args:
        searched: the document.
        text: its folded text.

    Traditional texts, whose custom differs, get no suggestions. Cost: O(n) vectorised, and the
    model's look-ups for the few characters that are improbable.
    """
    found = candidates_in(text)
    made = new_words(text, found)
    scores = features(text, found, made) @ WEIGHTS
    traditional = searched.script is not Script.SIMPLIFIED
    least = SURE if traditional else SUGGESTED
    likely = np.flatnonzero((made.lengths > 0) & (scores >= least))
    rare = rare_characters()
    for row in likely.tolist():
        place = int(found.places[row]) - EDGE
        if traditional and text.codes[place + EDGE] == _BOTH_IN_TRADITIONAL:
            continue
        if _in_a_figure(text.text, place):
            continue
        score = float(scores[row]) + FOR_EACH_DOUBLING * log2(text.contexts(place, 1))
        score += FOR_A_NAME if text.in_a_name(place, 1) else 0
        score += FOR_A_RARE_ONE if rare[text.codes[place + EDGE]] else 0
        start = place - int(made.starts[row])
        span = Span(start, start + int(made.lengths[row]))
        score += FOR_A_NUMBER if len(span) == 2 and text.text[start] in _NUMBERS else 0
        if score >= least:
            yield slip_finding(searched, _slip(text, found, row, span, score), SURE)


def _in_a_figure(text: str, place: int) -> bool:
    """Whether a pattern of its own holds the character: 写一写, 好不好, 一分一厘."""
    near = text[max(place - 3, 0) : place]
    return near[-1:] in ("一", "不", "了") and (near[-2:-1] == text[place] or near[:1] == near[-1:])


def _slip(text: DoubtedText, found: Candidates, row: int, span: Span, score: float) -> Slip:
    place = int(found.places[row])
    reading = found.readings[row : row + 1]
    by_sound = bool(text.words.sound_alike(text.codes[place : place + 1], reading, merged=True)[0])
    written = span.of(text.text)
    within = place - EDGE - span.start
    return Slip(
        span=span,
        right=written[:within] + chr(int(reading[0])) + written[within + 1 :],
        score=score,
        kind=Kind.WRONG_WORD if by_sound else Kind.OCR_CONFUSION,
        reason=_BY_SOUND if by_sound else _BY_SHAPE,
        rule="doubted/sound" if by_sound else "doubted/shape",
    )
