"""Builds resources/lexicons/words.npz: known words, and how characters sound.

Run with jieba and pypinyin's table in place: `PYTHONPATH=. python packaging/build_words.py`. The
words are those of jieba's dictionary (MIT licence) that are not rare, without the forms that
resources/rules/wrong_words.toml calls wrong, and our own recent words. jieba is needed to build
the file, not to run the program.
"""

from __future__ import annotations

import math
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reviewer.text.pinyin import toneless
from reviewer.text.readings import readings_of

ROOT = Path(__file__).resolve().parents[1]
LEXICONS = ROOT / "resources" / "lexicons"
LONGEST = 4
LEAST = {2: 5, 3: 8, 4: 5}
"""How often a word of each length must occur in jieba's counts."""

STEPS = 10
"""A word's strength is its frequency as a binary logarithm, in tenths."""

RECENT, VARIANT = 2000, 100
"""The frequency that our own words and the variants of idioms are taken to have."""

READINGS = 2
"""Of a character with many readings so many are kept, the most common first."""


def is_chinese(word: str) -> bool:
    """Whether the word is written in Han characters of the basic block alone."""
    return all("\u4e00" <= character <= "\u9fff" for character in word)


def wrong_forms() -> set[str]:
    """The left sides of the lists of wrong words."""
    table = tomllib.loads((ROOT / "resources" / "rules" / "wrong_words.toml").read_text("utf-8"))
    return {word for name in ("never_right", "seldom_right") for word in table[name]}


def listed(name: str) -> list[str]:
    """The words of one of our own lists."""
    lines = (LEXICONS / name).read_text(encoding="utf-8").splitlines()
    return " ".join(line for line in lines if not line.startswith("#")).split()


def frequencies(dictionary: Path) -> dict[str, int]:
    """Every word that is taken, with its frequency."""
    wrong = wrong_forms()
    counts: dict[str, int] = {}
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, frequency, _ = line.split(" ")
        least = LEAST.get(len(word))
        if least and int(frequency) >= least and is_chinese(word) and word not in wrong:
            counts[word] = int(frequency)
    variants = [word[1:] for word in listed("idioms.txt") if word.startswith("+")]
    for words, frequency in ((variants, VARIANT), (listed("recent_words.txt"), RECENT)):
        for word in words:
            counts[word] = max(counts.get(word, 0), frequency)
    return counts


def sound(syllable: str) -> str:
    """A syllable without what many speakers do not tell apart: zh and z, n and l, ng and n."""
    for apart, merged in (("zh", "z"), ("ch", "c"), ("sh", "s")):
        syllable = syllable.replace(apart, merged, 1) if syllable.startswith(apart) else syllable
    syllable = "l" + syllable[1:] if syllable.startswith("n") else syllable
    return syllable[:-1] if syllable.endswith("ng") else syllable


def sounds(characters: str) -> tuple[NDArray[np.uint16], NDArray[np.uint16]]:
    """Numbers of the syllables of each character: as they are, and merged; 0 where none is left."""
    syllables = [
        list(dict.fromkeys(toneless(reading) for reading in readings_of(character)))[:READINGS]
        for character in characters
    ]
    names = sorted({syllable for each in syllables for syllable in each})
    merged_names = sorted({sound(name) for name in names})
    exact = np.zeros((len(characters), READINGS), dtype=np.uint16)
    merged = np.zeros_like(exact)
    for row, each in enumerate(syllables):
        for column, syllable in enumerate(each):
            exact[row, column] = names.index(syllable) + 1
            merged[row, column] = merged_names.index(sound(syllable)) + 1
    merged[merged[:, 1] == merged[:, 0], 1] = 0
    return exact, merged


def gb2312() -> set[str]:
    """The Han characters of GB 2312."""
    cells = (bytes((lead, trail)) for lead in range(0xB0, 0xF8) for trail in range(0xA1, 0xFF))
    return {text for cell in cells if (text := cell.decode("gb2312", "ignore"))}


def main() -> int:
    """Writes the file."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        return 1
    counts = frequencies(Path(spec.origin).with_name("dict.txt"))
    codes = np.zeros((len(counts), LONGEST), dtype=np.uint16)
    for row, word in enumerate(counts):
        codes[row, : len(word)] = [ord(character) for character in word]
    order = np.argsort(codes.view(np.uint64)[:, 0], kind="stable")
    logarithms = [min(round(math.log2(count) * STEPS), 255) for count in counts.values()]
    characters = "".join(sorted(gb2312() | set("".join(counts))))
    exact, merged = sounds(characters)
    target = LEXICONS / "words.npz"
    np.savez_compressed(
        target,
        words=codes[order],
        strengths=np.array(logarithms, dtype=np.uint8)[order],
        characters=np.array([ord(character) for character in characters], dtype=np.uint16),
        exact=exact,
        merged=merged,
    )
    print(f"{target.name}: {target.stat().st_size:,} bytes, {len(counts):,} words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
