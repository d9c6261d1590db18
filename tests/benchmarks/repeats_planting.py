"""Plants copies in prose and notes where they stand, in the manner of the PAN text alignment task.

A suite is one level of change, within documents or across them. Negatives are texts without copies
that share what speeches share: stock phrases, headings, parallels, a topic.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations

from repeats_edits import LEVELS, Level, copied
from repeats_prose import Source, Speeches, Words, prose
from repeats_scoring import Pair, Place

SourceOf = Callable[[random.Random], Source]

SOURCES: dict[str, SourceOf] = {"words": Words, "speeches": Speeches}

DOCUMENTS = 9
SHORTEST, LONGEST = 60, 1500
"""Characters of a planted passage; lengths are spread evenly on a logarithmic scale."""
APART = 500
"""So much prose stands between two passages, or two that follow each other would be one."""
MANY_SENTENCES = 250
"""Where sentences are moved or exchanged a passage has at least so many characters."""


@dataclass(frozen=True)
class Suite:
    """A level of change, within documents or across them."""

    level: Level
    across: bool

    def __str__(self) -> str:
        return f"{self.level} {'across' if self.across else 'within'}"


SUITES = tuple(Suite(level, across) for level in LEVELS for across in (True, False))


@dataclass(frozen=True)
class Planted:
    """Texts, and the pairs of places that are copies of each other."""

    texts: list[str]
    pairs: list[Pair]


@dataclass
class _Bed:
    """The parts of one document, each with the family that it is a copy of, or None."""

    parts: list[tuple[int | None, str]] = field(default_factory=list)

    def plant(self, rng: random.Random, family: int, text: str, beside: bool = False) -> None:
        """Puts a passage between two parts; only on demand beside another passage."""
        gaps = range(1, len(self.parts))
        free = [at for at in gaps if beside or self.parts[at - 1][0] is self.parts[at][0] is None]
        self.parts.insert(rng.choice(free), (family, text))

    def places(self, document: int) -> list[tuple[int, Place]]:
        """The passages of this bed with the families they belong to."""
        found: list[tuple[int, Place]] = []
        at = 0
        for family, text in self.parts:
            if family is not None:
                found.append((family, (document, at, at + len(text))))
            at += len(text)
        return found


def _planted(beds: list[_Bed]) -> Planted:
    families: dict[int, list[Place]] = {}
    for number, bed in enumerate(beds):
        for family, place in bed.places(number):
            families.setdefault(family, []).append(place)
    pairs = [pair for places in families.values() for pair in combinations(places, 2)]
    return Planted(["".join(text for _, text in bed.parts) for bed in beds], pairs)


def _copies(rng: random.Random, level: Level) -> int:
    """How many copies there are beside the original; those of much edited ones are too unlike."""
    few = level in ("heavy", "para", "patch")
    return 1 if few else rng.choice((1, 1, 1, 2, 3))


def _passages(rng: random.Random, suite: Suite, source: Source, count: int) -> Planted:
    beds = [_Bed([(None, prose(source, APART)) for _ in range(9)]) for _ in range(DOCUMENTS)]
    shortest = MANY_SENTENCES if suite.level in ("reorder", "patch") else SHORTEST
    for family in range(count):
        length = int(shortest * (LONGEST / shortest) ** rng.random())
        text = prose(source, length)
        copies = [copied(rng, text, suite.level, source) for _ in range(_copies(rng, suite.level))]
        if suite.across:
            emptiest = sorted(beds, key=lambda bed: (len(bed.parts), rng.random()))
            homes = emptiest[: 1 + len(copies)]
        else:
            homes = [beds[family % DOCUMENTS]] * (1 + len(copies))
        for home, copy in zip(homes, (text, *copies), strict=True):
            home.plant(rng, family, copy, beside=not suite.across and rng.random() < 0.1)
    return _planted(beds)


def _documents(rng: random.Random, suite: Suite, source: Source) -> Planted:
    """Whole speeches twice or more: files of their own, or all together in one file."""
    beds: list[_Bed] = []
    for family in range(6):
        text = prose(source, rng.randrange(1500, 4000))
        copies = [copied(rng, text, "docdup", source) for _ in range(rng.choice((1, 1, 2)))]
        beds.extend(_Bed([(family, copy)]) for copy in (text, *copies))
    beds.extend(_Bed([(None, prose(source, 2500))]) for _ in range(6))
    rng.shuffle(beds)
    if suite.across:
        return _planted(beds)
    parted = [part for bed in beds for part in ((None, prose(source, APART)), *bed.parts)]
    return _planted([_Bed(parted)])


def planted(suite: Suite, seed: int, source_of: SourceOf, passages: int = 14) -> Planted:
    """About 50,000 characters with passages of one level planted in them.

    Args:
        suite: the level, and whether copies stand in the same document.
        seed: the same seed and source give the same texts.
        source_of: makes the source of all prose.
        passages: how many different passages are planted.
    """
    rng = random.Random(f"{suite} {seed}")
    source = source_of(rng)
    if suite.level == "docdup":
        return _documents(rng, suite, source)
    return _passages(rng, suite, source, passages)
