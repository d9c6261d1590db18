"""Characters of which one byte was lost, told by the bytes that are left and by their context.

`銆?` at the end of a line was a full stop: two of its three bytes are there, and of the sixty-four
characters that begin so only one stands at the end of a sentence. Where no character stands out
the hole stays a hole.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    characters = list(run.text)
    right = run.reading.steps[-1].right
    filled = looked = 0
    for index, character in enumerate(characters):
        if ord(character) != HOLE or right not in _CODECS:
            continue
        looked += 1
        if looked > _MOST_HOLES:
            break
        best = _best(characters, index, _options(_left_of(run, index), right), model)
        if best is not None:
            characters[index] = best
            filled += 1
    return "".join(characters), filled


def _left_of(run: Run, index: int) -> bytes:
    """The bytes of a hole, `LOST` for each that is unknown."""
    places = run.reading.places
    start, end = int(places[run.first + index]), int(places[run.first + index + 1])
    data = run.reading.data[start:end].tobytes()
    return data.replace(bytes((_QUESTION,)), bytes((LOST,)))


def _options(left: bytes, right: Charset) -> list[str]:
    """Every character that has these bytes and one more where one was lost."""
    codec = _CODECS[right]
    return [
        text
        for data in _spellings(left, right)
        if len(text := data.decode(codec, "ignore")) == 1 and ord(text) >= 0x80
    ]


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


def _best(
    characters: list[str], index: int, options: list[str], model: CharacterModel
) -> str | None:
    if len(options) < 2:
        return None
    before = "".join(characters[max(0, index - _CONTEXT) : index])
    after = "".join(characters[index + 1 : index + 1 + _CONTEXT])
    before = before[before.rfind(chr(HOLE)) + 1 :]
    after = (after if chr(HOLE) not in after else after[: after.index(chr(HOLE))]) or "\n"
    scores = model.scores([before + option + after for option in options])
    first, second = sorted(scores.tolist(), reverse=True)[:2]
    return options[int(scores.argmax())] if first - second >= CLEAR_GAP else None
