"""Words of two characters that are doubted: another word sounds the same and is meant.

An input method offers words by their sound, and the wrong one is picked: 企业 comes out as 起夜.
Both are words, so only the neighbours tell. A place is looked at where what stands there is weaker
than a word that sounds exactly the same, and the borders on both sides are improbable.
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
from reviewer.garble.searched import SearchedText
from reviewer.text.codes import to_text
from reviewer.text.script import Script
from reviewer.text.span import Span
from reviewer.text.wording import Wording

STRONGER = 20
"""The other word is at least four times as frequent as what stands there."""

LEAST_STRENGTH = 60
IMPROBABLE = -5.0
"""How probable (log10) both borders of the word are together at most."""

LEAST_PAIR_GAIN, LEAST_GAIN = 2.3, 3.0
FROM_THE_BEST = 1.0
"""Words that gain so much less from the neighbours than the best one are not weighed."""

WEIGHTS = np.array((-1.0, 0.6, 2.15, -0.8, -2.1, 3.2), dtype=np.float32)
"""What a constant, the gain, the strength of the other word (a fortieth), a claim on one of the
characters (a fortieth), a longer word around and the fluency add to the logarithm of the odds."""

FOR_EACH_DOUBLING, FOR_A_NAME = -1.65, -1.0
"""What twice as many contexts with the same form add, and what a name does."""

_INSIDE = ord("里")
"""Behind any noun it says where something is, and makes no word with it."""

SURE, SUGGESTED = 3.1, 1.7
_REASON = Wording(
    "“{wrong}”在此不通，疑为同音词“{right}”",
    "{wrong} is improbable here; {right} sounds the same and fits",
)


@dataclass(frozen=True, slots=True)
class OtherWords:
    """Words that may be meant, one element a place.

    Attributes:
        places: where the doubted words begin, in the codes of the text.
        first: the first character that may be meant.
        second: the second one.
        gains: how much more probable the text is with them.
        fluency: the log10 probability of a character around them.
    """

    places: Places
    first: Codes
    second: Codes
    gains: Numbers
    fluency: Numbers

    def chosen(self, kept: NDArray[np.bool_] | Places) -> OtherWords:
        """The elements that `kept` names."""
        return OtherWords(
            self.places[kept],
            self.first[kept],
            self.second[kept],
            self.gains[kept],
            self.fluency[kept],
        )


def other_words_in(text: DoubtedText) -> OtherWords:
    """The best other word for every place that may be one. Vectorised over the text."""
    codes, words = text.codes, text.words
    inside = text.pairs[1:-1].astype(np.int16)
    two = text.chinese[1:-2] & text.chinese[2:-1] & (codes[2:-1] != _INSIDE)
    weaker = words.strongest_by_sound(codes[1:-2], codes[2:-1]) >= inside + STRONGER
    borders = text.written[:-2] + text.written[2:]
    places = np.flatnonzero(two & weaker & (borders <= IMPROBABLE)) + 1
    before, behind = codes[places - 1], codes[places + 2]
    written = codes[places], codes[places + 1]
    old = borders[places - 1] + text.written[places]
    asked, first, second = words.words_sounding_like(*written)
    new = text.chance(before[asked], first) + text.chance(first, second)
    new += text.chance(second, behind[asked])
    differs = (first != written[0][asked]) & (second != written[1][asked])
    gained = new - old[asked]
    kept = np.flatnonzero(differs & (gained >= LEAST_PAIR_GAIN))
    kept = kept[best_of_each(asked[kept], gained[kept], FROM_THE_BEST)]
    asked, first, second = asked[kept], first[kept], second[kept]
    readings = [to_text(np.array(word)) for word in zip(first, second, strict=True)]
    gains, fluency = text.gains(places[asked], readings)
    best = best_of_each(asked, gains)
    best = best[gains[best] >= LEAST_GAIN]
    return OtherWords(places[asked[best]], first[best], second[best], gains[best], fluency[best])


def features(text: DoubtedText, found: OtherWords) -> Numbers:
    """What speaks for a wrong word and against it, a row a place; see `WEIGHTS`."""
    places = found.places
    strengths = text.words.strength_of(word_keys([found.first, found.second]))
    claimed = np.maximum(text.pairs[places - 1], text.pairs[places + 1])
    return np.column_stack(
        (
            np.ones(len(places)),
            found.gains,
            strengths / 40,
            claimed / 40,
            _in_a_longer_word(text, places),
            found.fluency,
        )
    ).astype(np.float32)


def _in_a_longer_word(text: DoubtedText, places: Places) -> NDArray[np.bool_]:
    """Whether a known word of three or four characters holds the two that stand there."""
    columns = [text.codes[places + shift] for shift in range(-2, 4)]
    within = np.zeros(len(places), dtype=np.bool_)
    for begin, end in ((1, 4), (2, 5), (0, 4), (1, 5), (2, 6)):
        within |= text.words.strength_of(word_keys(columns[begin:end])) > 0
    return within


def find_doubted_words(searched: SearchedText, text: DoubtedText) -> Iterator[Finding]:
    """A finding for every two characters in whose place a word of the same sound fits.

    Args:
        searched: the document.
        text: its folded text.

    Traditional texts, whose custom differs, get no suggestions. Cost: O(n) vectorised, and the
    model's look-ups for the few words that are improbable.
    """
    found = other_words_in(text)
    scores = features(text, found) @ WEIGHTS
    least = SUGGESTED if searched.script is Script.SIMPLIFIED else SURE
    for row in np.flatnonzero(scores >= least).tolist():
        place = int(found.places[row]) - EDGE
        score = float(scores[row]) + FOR_EACH_DOUBLING * log2(text.contexts(place, 2))
        score += FOR_A_NAME if text.in_a_name(place, 2) else 0
        if score >= least:
            right = to_text(np.array((found.first[row], found.second[row])))
            slip = Slip(
                Span(place, place + 2), right, score, Kind.WRONG_WORD, _REASON, "doubted/word"
            )
            yield slip_finding(searched, slip, SURE)
