"""Prose without sense, in which passages are planted: what searches for repeats are measured on."""

from __future__ import annotations

import random
import re
from bisect import bisect
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

import jieba

Place = tuple[int, int, int]
"""Document, start and end of a passage."""

WORDS = 30_000


@dataclass(frozen=True)
class Planted:
    """Texts, and the pairs of places that are copies of each other."""

    texts: list[str]
    pairs: list[tuple[Place, Place]]


@lru_cache(maxsize=1)
def vocabulary() -> tuple[list[str], list[int]]:
    """The most frequent words of the segmenter's dictionary, with their summed frequencies."""
    path = Path(jieba.__file__).parent / "dict.txt"
    rows = [line.split(" ") for line in path.read_text(encoding="utf-8").splitlines()]
    frequent = sorted(rows, key=lambda row: -int(row[1]))[:WORDS]
    return [row[0] for row in frequent], list(accumulate(int(row[1]) for row in frequent))


class Writer:
    """Writes and edits prose, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def word(self) -> str:
        words, sums = vocabulary()
        return words[bisect(sums, self.random.randrange(sums[-1]))]

    def prose(self, length: int) -> str:
        """About `length` characters of words in no order, in sentences and paragraphs."""
        parts: list[str] = []
        written = 0
        while written < length:
            sentence = "".join(self.word() for _ in range(self.random.randrange(4, 12)))
            parts.append(sentence + self.random.choice("，，，，。。；\n"))
            written += len(parts[-1])
        return "".join(parts)

    def edited(self, text: str, share: float) -> str:
        """`text` with a share of its characters replaced, left out or followed by another."""
        out: list[str] = []
        for sign in text:
            if self.random.random() >= share:
                out.append(sign)
                continue
            other = self.word()[0]
            out.append(self.random.choice((other, other, sign + other, "")))
        return "".join(out)

    def laid_out(self, text: str) -> str:
        """`text` with other punctuation, blanks and line breaks."""
        change = {"，": ("，", ",\n", ", "), "。": ("。", "。\n", "．"), "\n": ("\n", "", "\n\n")}
        return "".join(self.random.choice(change.get(sign, (sign,))) for sign in text)

    def shuffled(self, text: str) -> str:
        """`text` with its clauses in another order."""
        clauses = [clause for clause in re.split(r"(?<=[。；\n])", text) if clause]
        self.random.shuffle(clauses)
        return "".join(clauses)


def changed(writer: Writer, text: str, level: str) -> str:
    """A copy of `text`, edited as the level says."""
    shares = {"light": (0.02, 0.1), "heavy": (0.15, 0.3), "rewritten": (0.32, 0.45)}
    if level in shares:
        return writer.edited(text, writer.random.uniform(*shares[level]))
    if level == "layout":
        return writer.laid_out(text)
    if level == "reordered":
        return writer.shuffled(text)
    if level == "mixed":
        return writer.laid_out(writer.edited(text, 0.1))
    return text


LEVELS = ("verbatim", "layout", "light", "mixed", "heavy", "reordered", "rewritten")


def planted(level: str, seed: int, documents: int = 8, passages: int = 16) -> Planted:
    """Documents of about 3,000 characters with passages of 60 to 800 taken from one to another."""
    writer = Writer(seed)
    parts: list[list[tuple[int, str]]] = [
        [(-1, writer.prose(400)) for _ in range(6)] for _ in range(documents)
    ]
    for number in range(passages):
        text = writer.prose(int(60 * (800 / 60) ** writer.random.random()))
        for copy in (text, changed(writer, text, level)):
            home = writer.random.choice(parts)
            home.insert(writer.random.randrange(1, len(home), 1), (number, copy))
            home.insert(writer.random.randrange(1, len(home)), (-1, writer.prose(150)))
    places: dict[int, list[Place]] = {}
    texts: list[str] = []
    for document, rows in enumerate(parts):
        at = 0
        for number, text in rows:
            if number >= 0:
                places.setdefault(number, []).append((document, at, at + len(text)))
            at += len(text)
        texts.append("".join(text for _, text in rows))
    return Planted(texts, [(first, second) for first, second in places.values()])


def archive(length: int, seed: int) -> list[str]:
    """Documents of about 3,000 characters; in most of them stands something of an earlier one."""
    writer = Writer(seed)
    texts: list[str] = []
    written = 0
    while written < length:
        text = writer.prose(3000)
        if texts and writer.random.random() < 0.6:
            source = writer.random.choice(texts)
            start = writer.random.randrange(len(source) // 2)
            taken = source[start : start + writer.random.randrange(200, 900)]
            at = writer.random.randrange(len(text))
            share = writer.random.choice((0.0, 0.0, 0.03, 0.1))
            text = text[:at] + writer.edited(taken, share) + text[at:]
        texts.append(text)
        written += len(text)
    return texts
