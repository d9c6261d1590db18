"""The clean speeches and the lists of damage, read from tests/data/damage, in either script."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from damage_plan import Change
from opencc import OpenCC

from reviewer.text.codes import code_points
from reviewer.text.script import Script, script_of

T = TypeVar("T")
DATA = Path(__file__).resolve().parents[1] / "data" / "damage"
CARRIER = re.compile(r"\{([^|}]*)\|([^|}]*)(\|?)\}")


@lru_cache(maxsize=1)
def lists() -> dict[str, Any]:
    """All lists, in Simplified."""
    return tomllib.loads((DATA / "lists.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("s2t")


@lru_cache(maxsize=4096)
def traditional(text: str) -> str:
    """`text` in Traditional, phrase by phrase."""
    return _converter().convert(text)


def in_script_of(text: str, word: str) -> str:
    """The Simplified `word` in the script that `text` is written in."""
    return traditional(word) if is_traditional(text) else word


@lru_cache(maxsize=256)
def is_traditional(text: str) -> bool:
    return script_of(code_points(text)) is Script.TRADITIONAL


@lru_cache(maxsize=1)
def speeches() -> tuple[tuple[str, Script, str], ...]:
    """Name, script and text of every clean speech, in both scripts."""
    found: list[tuple[str, Script, str]] = []
    for path in sorted((DATA / "speeches").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found.append((path.stem, Script.SIMPLIFIED, text))
        found.append((path.stem, Script.TRADITIONAL, traditional(text)))
    return tuple(found)


def places(text: str, word: str) -> Iterator[int]:
    """Where `word` stands in `text`, overlapping ones left out."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def shuffled(found: list[T], random: Random) -> list[T]:
    """`found` in a random order."""
    return random.sample(found, len(found))


def sentence_ends(text: str) -> list[int]:
    """Behind every full stop that ends a line but the last two, where a sentence may be added."""
    return [m.end() for m in re.finditer(r"。(?=\n)", text)][:-2]


def carried(text: str, random: Random, sentences: list[str], reach: int = 0) -> Iterator[Change]:
    """The `sentences` with their faults, each behind a paragraph of its own."""
    spots = shuffled(sentence_ends(text), random)
    for sentence, spot in zip(shuffled(sentences, random), spots, strict=False):
        fault = CARRIER.search(sentence)
        assert fault, sentence
        before = in_script_of(text, CARRIER.sub(r"\2", sentence[: fault.start()]))
        behind = in_script_of(text, CARRIER.sub(r"\2", sentence[fault.end() :]))
        wrong, right = (in_script_of(text, part) for part in fault.groups()[:2])
        yield Change(
            spot,
            spot,
            before + wrong + behind,
            before + right + behind,
            (len(before), len(before) + len(wrong)),
            (reach, reach),
        )
