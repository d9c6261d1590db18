"""Traditional and Simplified: one-character tables and which of the two a text is written in.

The tables are OpenCC's, read from the files that the opencc-python-reimplemented package carries.
They map single characters, which is right for comparing texts and for counting; converting a text
needs phrases and is not done here.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reviewer.text.codes import CodePoints
from reviewer.text.resources import ResourceMissing

TABLE_SIZE = 0x32400
"""One past the last Han code point of Unicode 15 (extension H), rounded up."""

_TRADITIONAL = 1
_SIMPLIFIED = 2


class Script(Enum):
    """In which script a text is written, as far as its characters tell."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"
    MIXED = "mixed"
    NEITHER = "neither"


def _character_pairs(file_name: str) -> list[tuple[str, str]]:
    spec = find_spec("opencc")
    if spec is None or not spec.submodule_search_locations:
        raise ResourceMissing(Path("opencc") / file_name)
    path = Path(spec.submodule_search_locations[0]) / "dictionary" / file_name
    if not path.is_file():
        raise ResourceMissing(path)
    pairs: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        source, _, targets = line.partition("\t")
        target = targets.split(" ")[0]
        if len(source) == len(target) == 1:
            pairs.append((source, target))
    return pairs


@lru_cache(maxsize=1)
def simplified_forms() -> dict[str, str]:
    """The Simplified form of every Traditional character that has another one."""
    return {
        source: target
        for source, target in _character_pairs("TSCharacters.txt")
        if source != target
    }


@lru_cache(maxsize=1)
def traditional_forms() -> dict[str, str]:
    """The most common Traditional form of every Simplified character that has another one."""
    return {
        source: target
        for source, target in _character_pairs("STCharacters.txt")
        if source != target
    }


@lru_cache(maxsize=1)
def _script_table() -> NDArray[np.uint8]:
    table = np.zeros(TABLE_SIZE, dtype=np.uint8)
    traditional, simplified = simplified_forms(), traditional_forms()
    # A character on both lists (干, 里, 后) is written in either script and tells nothing.
    for character in traditional.keys() - simplified.keys():
        table[ord(character)] = _TRADITIONAL
    for character in simplified.keys() - traditional.keys():
        table[ord(character)] = _SIMPLIFIED
    return table


def is_traditional_only(character: str) -> bool:
    """Whether `character` is written in Traditional texts alone."""
    return character in simplified_forms() and character not in traditional_forms()


def script_of(codes: CodePoints) -> Script:
    """The script of a text given as code points (see `code_points`). Cost: O(n), vectorised."""
    table = _script_table()
    classes = table[np.minimum(codes, TABLE_SIZE - 1)]
    traditional = int(np.count_nonzero(classes == _TRADITIONAL))
    simplified = int(np.count_nonzero(classes == _SIMPLIFIED))
    if traditional + simplified == 0:
        return Script.NEITHER
    share = traditional / (traditional + simplified)
    if share >= 0.85:
        return Script.TRADITIONAL
    return Script.SIMPLIFIED if share <= 0.15 else Script.MIXED


def is_simplified_only(character: str) -> bool:
    """Whether `character` is written in Simplified texts alone."""
    return character in traditional_forms() and character not in simplified_forms()
