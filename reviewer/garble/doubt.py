"""What is needed to doubt a place of a text: how probable it is, with another reading and without.

A slip of the pen is a noisy channel: the writer meant a word, and one that sounds or looks like it
came out. A place is doubted where it is improbable and such a word makes it probable (Kernighan,
Church and Gale, "A spelling correction program based on a noisy channel model", 1990).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.finding import SUGGESTION_BELOW, Finding, Kind
from reviewer.garble.known_words import (
    Codes,
    KnownWords,
    Places,
    known_words,
    pair_slots,
    pair_table,
)
from reviewer.garble.searched import SearchedText
from reviewer.garble.written_alike import fitted, is_traditional
from reviewer.text.character_model import CharacterModel, character_model
from reviewer.text.codes import code_points
from reviewer.text.resources import resource
from reviewer.text.span import Span
from reviewer.text.wording import Wording

EDGE = 4
"""So many empty places stand before and behind the text, for windows to reach into."""

BEFORE, BEHIND = 3, 2
"""A place is judged with so many characters before it and behind; the model looks no further."""

_STEPS = 20
"""Log probabilities of pairs are kept in so many steps for each power of ten."""

_APPELLATIONS = ("同志", "先生", "女士", "老师", "教授")
_PLACE_RANKS = (
    "水库", "街道", "社区", "小区", "大道", "广场", "公园", "大桥", "新区", "林场", "农场", "煤矿",
    "镇", "乡", "村", "屯", "寨",
)  # fmt: skip
"""What a place is, behind its name."""

Numbers = NDArray[np.float32]

LEAST_CONFIDENCE, MOST_CONFIDENCE = 0.2, 0.85
_A_POINT = 0.1
"""How much more confident a finding is for each point of its score, a logarithm of its odds."""


class PairChances:
    """How probable one symbol of the model is behind another, in a table of pairs."""

    def __init__(self, model: CharacterModel) -> None:
        size = np.uint32(len(model.alone))
        self._table = pair_table()
        keys = model.pair_keys.sorted
        slots = pair_slots(keys // size, keys % size)
        self._table[slots] = np.maximum(np.rint(model.pairs * -_STEPS), 1).astype(np.uint8)
        self._model = model

    def of(self, first: NDArray[np.uint16], second: NDArray[np.uint16]) -> Numbers:
        """The log10 probability of each second symbol behind its first, nearly."""
        steps = self._table[pair_slots(first, second)]
        chances = steps * np.float32(-1 / _STEPS)
        unlisted = np.flatnonzero(steps == 0)
        first, second = first[unlisted], second[unlisted]
        chances[unlisted] = self._model.weights[first] + self._model.alone[second]
        return chances


@lru_cache(maxsize=1)
def _pair_chances() -> PairChances:
    return PairChances(character_model())


@lru_cache(maxsize=1)
def _names() -> tuple[frozenset[str], tuple[str, ...]]:
    """Surnames, and what follows a name."""
    surnames, titles = (
        resource("lexicons", name).read_text(encoding="utf-8").split()
        for name in ("surnames.txt", "titles.txt")
    )
    behind = tuple(title for title in titles if "\u4e00" <= title[0] <= "\u9fff")
    return frozenset(surnames), (*behind, *_APPELLATIONS)


@dataclass(frozen=True)
class DoubtedText:
    """A folded text with what the search for slips needs of it.

    Attributes:
        text: the text, in Simplified and half width.
        words: the lexicon.
        model: how probable a text is.
        chances: the same for pairs alone, and faster.
    """

    text: str
    words: KnownWords
    model: CharacterModel
    chances: PairChances

    @classmethod
    def of(cls, text: str) -> DoubtedText:
        """`text` with the program's own lexicon and model."""
        return cls(text, known_words(), character_model(), _pair_chances())

    @cached_property
    def codes(self) -> Codes:
        """The code points between `EDGE` zeros on either side; 0xFFFF for those of other planes."""
        return np.pad(np.minimum(code_points(self.text), 0xFFFF), EDGE)

    @cached_property
    def chinese(self) -> NDArray[np.bool_]:
        """Where a Han character stands, by the places of `codes`."""
        return (self.codes >= 0x4E00) & (self.codes <= 0x9FFF)

    @cached_property
    def pairs(self) -> NDArray[np.uint8]:
        """How strong the pair is that begins at each place of `codes`, the last place left out."""
        return self.words.pair_strengths(self.codes[:-1], self.codes[1:])

    @cached_property
    def written(self) -> Numbers:
        """The log10 probability of the pair that begins at each place of `codes`, but the last."""
        return self.chance(self.codes[:-1], self.codes[1:])

    def chance(self, first: Codes, second: Codes) -> Numbers:
        """The log10 probability of code points behind others."""
        return self.chances.of(self.model.table[first], self.model.table[second])

    def gains(self, places: Places, readings: Sequence[str]) -> tuple[Numbers, Numbers]:
        """How much more probable the text is with another reading, and how probable it is then.

        Args:
            places: where the readings begin, in `codes`.
            readings: what is put there in the place of as many characters; all of one length.

        Returns:
            The gain as a log10, and the log10 probability of a character with the reading.
        """
        if not readings:
            return np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.float32)
        text = self.text
        distinct, of_each = np.unique(places - EDGE, return_inverse=True)
        length = len(readings[0])
        windows = [
            text[max(place - BEFORE, 0) : place + length + BEHIND] for place in distinct.tolist()
        ]
        old = self.model.scores(windows)[of_each]
        changed = [
            text[max(place - BEFORE, 0) : place]
            + reading
            + text[place + length : place + length + BEHIND]
            for place, reading in zip((places - EDGE).tolist(), readings, strict=True)
        ]
        new = self.model.scores(changed)
        lengths = np.array([len(each) for each in changed])
        return (new - old).astype(np.float32), (new / lengths).astype(np.float32)

    def in_a_name(self, place: int, length: int) -> bool:
        """Whether a name may stand at `place` of `text`: before a title or a rank of places."""
        surnames, behind = _names()
        end = place + length
        if self.text.startswith((*_APPELLATIONS, *_PLACE_RANKS), end):
            return True
        near = self.text[max(place - 2, 0) : end]
        titled = any(self.text.startswith(behind, end + more) for more in (0, 1))
        return titled and any(character in surnames for character in near)

    def contexts(self, place: int, length: int) -> int:
        """In how many contexts the doubted characters stand with a neighbour; 1 is here alone."""
        most = 1
        for begin, end in ((place - 1, place + length), (place, place + length + 1)):
            form = self.text[max(begin, 0) : end]
            around: set[str] = set()
            found = self.text.find(form)
            while found >= 0 and len(around) < EDGE:
                around.add(self.text[max(found - 3, 0) : found + len(form) + 3])
                found = self.text.find(form, found + 1)
            most = max(most, len(around))
        return most


def best_of_each(places: Places, gains: NDArray[np.floating], below: float = 0) -> Places:
    """Which elements gain most at their place, or less than the best by at most `below`.

    Args:
        places: a place for each element.
        gains: what it gains.
        below: 0 for one element a place.
    """
    order = np.lexsort((-gains, places))
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = places[order[1:]] != places[order[:-1]]
    if not below:
        return order[first]
    best = gains[order][np.flatnonzero(first)][np.cumsum(first) - 1]
    return order[gains[order] >= best - below]


@dataclass(frozen=True, slots=True)
class Slip:
    """A place where something else seems to be meant.

    Attributes:
        span: where, in the text.
        right: what is meant, as long as the span, in Simplified.
        score: how sure it is; the logarithm of the odds, as fitted.
        kind: what sort of error it is.
        reason: a sentence with places for `wrong` and `right`.
        rule: the name of the rule.
    """

    span: Span
    right: str
    score: float
    kind: Kind
    reason: Wording
    rule: str


def slip_finding(searched: SearchedText, slip: Slip, sure: float) -> Finding:
    """A slip as a finding. From the score `sure` on it is shown, below it is a suggestion."""
    marked = slip.span.of(searched.text)
    written = slip.span.of(searched.folded)
    traditional = is_traditional(marked, searched)
    right = fitted(marked, written, slip.right, traditional=traditional)
    confidence = SUGGESTION_BELOW + _A_POINT * (slip.score - sure)
    return Finding(
        kind=slip.kind,
        span=slip.span,
        text=marked,
        replacement=right,
        confidence=round(min(max(confidence, LEAST_CONFIDENCE), MOST_CONFIDENCE), 2),
        safe=False,
        reason=slip.reason.filled(wrong=marked, right=right),
        rule=slip.rule,
    )
