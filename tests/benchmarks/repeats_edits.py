"""What happens to a passage that is copied: the levels of change, from none to paraphrase."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, get_args

from opencc import OpenCC
from repeats_prose import SENTENCE, Source, prose, word

Level = Literal[
    "none",
    "layout",
    "variants",
    "light",
    "heavy",
    "para",
    "reorder",
    "patch",
    "mix",
    "docdup",
]
LEVELS: tuple[Level, ...] = get_args(Level)

SHARES = {"light": (0.02, 0.10), "heavy": (0.15, 0.30), "para": (0.32, 0.45)}
"""The share of a passage's characters that is replaced, left out, moved or joined by another."""

_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_LAYOUT = {
    "，": ("，", "，", ",", ", ", "，\n", "、"),
    "。": ("。", "。\n", "。\n\n　　", "．", "。 "),
    "；": ("；", ";", "；\n", "，"),
    "\n": ("\n", "", "\n\n", " "),
}


@lru_cache(maxsize=1)
def _traditional() -> OpenCC:
    return OpenCC("s2t")


def laid_out(rng: random.Random, text: str) -> str:
    """`text` with other punctuation, blanks and line breaks."""
    changed = "".join(rng.choice(_LAYOUT.get(sign, (sign,))) for sign in text)
    return changed if rng.random() < 0.7 else changed.replace("\n", "")


def variant(rng: random.Random, text: str) -> str:
    """`text` in Traditional characters, in full width, with its figures masked, or all of that."""
    which = rng.randrange(1, 8)
    if which & 1:
        mask = rng.choice(("X", "×", "*", "○"))
        text = re.sub(r"\d", mask, text)
    if which & 2:
        text = text.translate(_FULL_WIDTH)
    return _traditional().convert(text) if which & 4 else text


def edited(rng: random.Random, text: str, share: float) -> str:
    """`text` with about this share of its characters edited, one to three of them at a time."""
    out: list[str] = []
    at = 0
    while at < len(text):
        size = rng.choice((1, 1, 1, 1, 2, 2, 3))
        piece = text[at : at + size]
        at += size
        if not any(sign.isalnum() for sign in piece) or rng.random() >= share:
            out.append(piece)
            continue
        other = word(rng)[:size]
        kind = rng.random()
        if kind < 0.65:
            out.append(other)
        elif kind < 0.75:
            out.append(piece + other)
        elif kind < 0.85:
            out.append(text[at : at + 1] + piece)
            at += 1
    return "".join(out)


def reordered(rng: random.Random, text: str) -> str:
    """`text` with its sentences in another order."""
    sentences = SENTENCE.findall(text)
    rng.shuffle(sentences)
    return "".join(sentences)


def patched(rng: random.Random, text: str, source: Source) -> str:
    """`text` without some of its inner sentences, and with foreign ones between those that stay."""
    first, *inner, last = SENTENCE.findall(text)
    parts = [first]
    for sentence in inner:
        if rng.random() < 0.3:
            parts.append(prose(source, rng.randrange(20, 80)))
        if rng.random() >= 0.3:
            parts.append(sentence)
    return "".join((*parts, last))


def copied(rng: random.Random, text: str, level: Level, source: Source) -> str:
    """A copy of `text`, changed as the level says; `source` gives what is put into it."""
    if level in SHARES:
        return edited(rng, text, rng.uniform(*SHARES[level]))
    changes: dict[Level, Callable[[], str]] = {
        "layout": lambda: laid_out(rng, text),
        "variants": lambda: variant(rng, text),
        "reorder": lambda: reordered(rng, text),
        "patch": lambda: patched(rng, text, source),
        "mix": lambda: variant(rng, laid_out(rng, edited(rng, text, rng.uniform(0.03, 0.15)))),
        "docdup": lambda: laid_out(rng, edited(rng, text, rng.uniform(0.0, 0.06))),
    }
    return changes[level]() if level in changes else text
