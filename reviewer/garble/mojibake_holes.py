"""Characters of which one byte was lost, told by the bytes that are left and by their context.

`銆?` at the end of a line was a full stop: two of its three bytes are there, and of the sixty-four
characters that begin so only one stands at the end of a sentence. Where no character stands out
the hole stays a hole.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from reviewer.garble.mojibake_charsets import HOLE, LOST, Charset
from reviewer.garble.mojibake_runs import Run
from reviewer.text.character_model import CharacterModel

CLEAR_GAP = 1.0
"""How much likelier (as a log10) the best character must be than the next."""

_CONTEXT = 3
_MOST_HOLES = 500
_CONTINUATIONS = range(0x80, 0xC0)
_LEADS = range(0xE2, 0xF0)
_QUESTION = ord("?")
_CODECS = {
    Charset.UTF_8: "utf-8",
    Charset.GBK: "gbk",
    Charset.GB18030: "gbk",
    Charset.BIG5: "cp950",
}


def supplied(run: Run, model: CharacterModel) -> tuple[str, int]:
    """How a run reads with its holes filled where that is clear, and how many were filled.

    Cost: some 100 characters to rank a hole; at most the first 500 holes are looked at.
    """
    text = run.text
    right = run.reading.steps[-1].right
    if chr(HOLE) not in text or right not in _CODECS:
        return text, 0
    holes = [index for index, character in enumerate(text) if ord(character) == HOLE]
    choices = [
        (index, options)
        for index in holes[:_MOST_HOLES]
        if len(options := _options(_left_of(run, index), right)) > 1
    ]
    candidates = [_around(text, index, option) for index, options in choices for option in options]
    scores = model.scores(candidates)
    characters = list(text)
    filled = first = 0
    for index, options in choices:
        ranked = scores[first : first + len(options)]
        first += len(options)
        second, best = np.partition(ranked, -2)[-2:]
        if best - second >= CLEAR_GAP:
            characters[index] = options[int(ranked.argmax())]
            filled += 1
    return "".join(characters), filled


def _around(text: str, index: int, option: str) -> str:
    """An option for a hole with what is known before and behind it."""
    before = text[max(0, index - _CONTEXT) : index]
    after = text[index + 1 : index + 1 + _CONTEXT]
    before = before[before.rfind(chr(HOLE)) + 1 :]
    return before + option + (after.partition(chr(HOLE))[0] or "\n")


def _left_of(run: Run, index: int) -> bytes:
    """The bytes of a hole, `LOST` for each that is unknown."""
    places = run.reading.places
    start, end = int(places[run.first + index]), int(places[run.first + index + 1])
    data = run.reading.data[start:end].tobytes()
    return data.replace(bytes((_QUESTION,)), bytes((LOST,)))


@lru_cache(maxsize=4096)
def _options(left: bytes, right: Charset) -> tuple[str, ...]:
    """Every character that has these bytes and one more where one was lost."""
    codec = _CODECS[right]
    return tuple(
        text
        for data in _spellings(left, right)
        if len(text := data.decode(codec, "ignore")) == 1 and ord(text) >= 0x80
    )


def _spellings(left: bytes, right: Charset) -> Iterator[bytes]:
    known = left.replace(bytes((LOST,)), b"")
    if len(known) != right.width - 1:
        return
    begins = left[0] != LOST
    if right is not Charset.UTF_8:
        for byte in range(0x40, LOST):
            yield known + bytes((byte,)) if begins else bytes((byte,)) + known
        return
    if known[0] not in _LEADS:
        for byte in _LEADS:
            yield bytes((byte,)) + known
        return
    for byte in _CONTINUATIONS:
        yield known + bytes((byte,))
