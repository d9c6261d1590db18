"""How probable a string of characters is as Chinese prose: a character model of order three.

It tells right text from wrong without a dictionary: the bytes of a file are read with the codec
whose text is most probable, and of several ways to repair a garbled run the most probable is
shown first. All texts are folded for scoring alone: Simplified, half width, one symbol for the
ten digits and one for the Latin letters.

The model is interpolated Kneser-Ney (Kneser and Ney, "Improved backing-off for m-gram language
modeling", 1995; in the form of Chen and Goodman, 1999) over the People's Daily of January 1998.
`resources/models/ORIGIN.md` says where the text is from and how to rebuild the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reviewer.text.codes import CodePoints, code_points
from reviewer.text.resources import resource
from reviewer.text.script import TABLE_SIZE, simplified_forms

DIGIT = ord("0")
LETTER = ord("a")
"""What stands for every digit, and what for every Latin letter."""

UNLISTED_HAN, UNLISTED_SYMBOL, NOT_TEXT = range(3)
"""The three classes of characters outside the vocabulary, numbered after its symbols."""

CLASS_COUNT = 3

_SAME_SIGN = {"「": "“", "」": "”", "『": "‘", "』": "’", "\t": " ", "\xa0": " ", "\u3000": " "}
_HAN_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x323B0))
# Controls, private use, surrogates, noncharacters and the replacement character. The last entry
# of a table stands for everything beyond it: tags and the private planes.
_NOT_TEXT_RANGES = (
    (0x00, 0x09),
    (0x0B, 0x0D),
    (0x0E, 0x20),
    (0x7F, 0xA0),
    (0xD800, 0xF900),
    (0xFDD0, 0xFDF0),
    (0xFFFD, 0x10000),
    (TABLE_SIZE - 1, TABLE_SIZE),
)
_SLOT_BITS = 22
# A block of text and its look-ups stay in the processor's cache, and a text of any length needs
# a few megabytes.
_BLOCK = 1 << 16


@lru_cache(maxsize=1)
def scoring_forms() -> CodePoints:
    """For every code point below `TABLE_SIZE` the code point that stands for it in the model."""
    forms = np.arange(TABLE_SIZE, dtype=np.uint32)
    for source, target in simplified_forms().items():
        forms[ord(source)] = ord(target)
    forms[0xFF01:0xFF5F] = np.arange(0x21, 0x7F)
    for source, target in _SAME_SIGN.items():
        forms[ord(source)] = ord(target)
    forms[ord("\r")] = ord("\n")
    forms[ord("0") : ord("9") + 1] = forms[0xFF10:0xFF1A] = DIGIT
    for first in (ord("A"), ord("a"), 0xFF21, 0xFF41):
        forms[first : first + 26] = LETTER
    return forms


def symbol_table(vocabulary: CodePoints) -> NDArray[np.uint16]:
    """For every code point below `TABLE_SIZE` the number of its symbol.

    A symbol's number is its place in `vocabulary`; what is not in it gets `len(vocabulary)` plus
    the number of its class.
    """
    classes = np.full(TABLE_SIZE, UNLISTED_SYMBOL, dtype=np.uint16)
    for first, end in _HAN_RANGES:
        classes[first:end] = UNLISTED_HAN
    for first, end in _NOT_TEXT_RANGES:
        classes[first:end] = NOT_TEXT
    numbers = classes + np.uint16(len(vocabulary))
    numbers[vocabulary] = np.arange(len(vocabulary), dtype=np.uint16)
    return numbers[scoring_forms()]


def symbols_of(text: str, table: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """The symbol numbers of `text`, one a code point, by a table of `symbol_table`."""
    return table[np.minimum(code_points(text), TABLE_SIZE - 1)]


@dataclass(frozen=True, slots=True)
class Keys:
    """Sorted keys, and a table that knows of most others at once that they are not among them.

    Attributes:
        sorted: the keys.
        slots: for each slot, which several keys share, whether one of them is there.
    """

    sorted: NDArray[np.uint32]
    slots: NDArray[np.bool_]

    @classmethod
    def of(cls, keys: NDArray[np.uint32]) -> Keys:
        """The keys, which are sorted."""
        slots = np.zeros(1 << _SLOT_BITS, dtype=np.bool_)
        slots[_slots(keys)] = True
        return cls(keys, slots)

    def look_up(self, wanted: NDArray[np.uint32]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """The place of each wanted key, 0 where it is not there, and whether it is there."""
        places = np.zeros(len(wanted), dtype=np.intp)
        likely = np.flatnonzero(self.slots[_slots(wanted)])
        asked = wanted[likely]
        near = np.minimum(np.searchsorted(self.sorted, asked), len(self.sorted) - 1)
        there = self.sorted[near] == asked
        known = likely[there]
        places[known] = near[there]
        listed = np.zeros(len(wanted), dtype=np.bool_)
        listed[known] = True
        return places, listed


def _slots(keys: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return (keys * np.uint32(0x9E3779B1)) >> np.uint32(32 - _SLOT_BITS)


@dataclass(frozen=True, slots=True)
class CharacterModel:
    """Log probabilities (base 10) of symbols alone, after one symbol and after two.

    A pair's key is `first * size + second`, a triple's `place of its pair * size + third`. A
    probability that is not listed is the next shorter one plus the weight of the context.

    Attributes:
        table: the symbol number of every code point.
        alone: a symbol with nothing before it.
        share: what one character has of its symbol; 0 but for digits, letters and the classes.
        weights: what an unlisted pair pays, by its first symbol.
        pair_keys: sorted keys of the listed pairs.
        pairs: a symbol after the one before it.
        pair_weights: what an unlisted triple pays, by its pair.
        triple_keys: sorted keys of the listed triples.
        triples: a symbol after the two before it.
    """

    table: NDArray[np.uint16]
    alone: NDArray[np.float32]
    share: NDArray[np.float32]
    weights: NDArray[np.float32]
    pair_keys: Keys
    pairs: NDArray[np.float32]
    pair_weights: NDArray[np.float32]
    triple_keys: Keys
    triples: NDArray[np.float32]

    def score(self, text: str) -> float:
        """The log10 probability of `text`; 0 for no text, lower for longer and for odder ones.

        Compare texts that are readings of the same bytes. Cost: O(n log m) with m the size of
        the model, vectorised; about 3 M characters a second.
        """
        return float(self.log_probabilities(text).sum(dtype=np.float64))

    def per_character(self, text: str) -> float:
        """The mean log10 probability of a character: about -2 for prose, -5 and less for junk."""
        return self.score(text) / len(text) if text else 0.0

    def scores(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """`score` of each of `texts`, in one pass: the way to rank many short candidates."""
        lengths = np.fromiter((len(text) for text in texts), dtype=np.intp, count=len(texts))
        ends = np.cumsum(lengths)
        each = self._log_probabilities("".join(texts), ends - lengths)
        sums = np.concatenate(([0.0], np.cumsum(each, dtype=np.float64)))
        return sums[ends] - sums[ends - lengths]

    def log_probabilities(self, text: str) -> NDArray[np.float32]:
        """The log10 probability of every character of `text` after the two before it."""
        return self._log_probabilities(text, np.zeros(1, dtype=np.intp))

    def _log_probabilities(self, text: str, starts: NDArray[np.intp]) -> NDArray[np.float32]:
        symbols = symbols_of(text, self.table)
        context = np.full(len(symbols), 2, dtype=np.uint8)
        for place in (1, 0):
            marked = starts + place
            context[marked[marked < len(symbols)]] = place
        result = np.empty(len(symbols), dtype=np.float32)
        for first in range(0, len(symbols), _BLOCK):
            lead = max(first - 2, 0)
            block = slice(lead, first + _BLOCK)
            scored = self._score_block(symbols[block], context[block])
            result[first : first + _BLOCK] = scored[first - lead :]
        return result + self.share[symbols]

    def _score_block(
        self, symbols: NDArray[np.uint16], context: NDArray[np.uint8]
    ) -> NDArray[np.float32]:
        size = np.uint32(len(self.alone))
        alone = self.alone[symbols]
        before = symbols[:-1].astype(np.uint32)
        pairs, listed_pair = self.pair_keys.look_up(before * size + symbols[1:])
        after_one = np.where(listed_pair, self.pairs[pairs], self.weights[before] + alone[1:])
        after_one = np.where(context[1:] > 0, after_one, alone[1:])
        context_pairs, known = pairs[:-1], listed_pair[:-1]
        keys = context_pairs.astype(np.uint32) * size + symbols[2:]
        triples, listed_triple = self.triple_keys.look_up(keys)
        longer = np.where(known, self.pair_weights[context_pairs], np.float32(0)) + after_one[1:]
        after_two = np.where(listed_triple & known, self.triples[triples], longer)
        after_two = np.where(context[2:] > 1, after_two, after_one[1:])
        return np.concatenate((alone[:1], after_one[:1], after_two))


def _keys(rows: NDArray[np.uint16], last: NDArray[np.uint16], size: int) -> NDArray[np.uint32]:
    """Sorted keys from the number of entries of each row and their last symbols, in order."""
    return np.repeat(np.arange(len(rows), dtype=np.uint32), rows) * np.uint32(size) + last


def _logarithms(steps: NDArray[np.uint8], step: float) -> NDArray[np.float32]:
    return steps.astype(np.float32) * np.float32(-step)


def read_model(path: Path) -> CharacterModel:
    """The model in the file `path`, as packaging/build_character_model.py writes it.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is not a model.
    """
    with np.load(path, allow_pickle=False) as file:
        step = float(file["step"])
        size = len(file["alone"])
        return CharacterModel(
            table=symbol_table(file["vocabulary"]),
            alone=_logarithms(file["alone"], step),
            share=file["share"].astype(np.float32),
            weights=_logarithms(file["weights"], step),
            pair_keys=Keys.of(_keys(file["pair_rows"], file["pair_last"], size)),
            pairs=_logarithms(file["pairs"], step),
            pair_weights=_logarithms(file["pair_weights"], step),
            triple_keys=Keys.of(_keys(file["triple_rows"], file["triple_last"], size)),
            triples=_logarithms(file["triples"], step),
        )


@lru_cache(maxsize=1)
def character_model() -> CharacterModel:
    """The program's model of Chinese prose; read once, in about 25 ms and 19 MB.

    Raises:
        ResourceMissing: the file is not there.
    """
    return read_model(resource("models", "characters.npz"))
