"""What an editor would reach for today, on the same texts: the peers of the search for repeats.

Each gives pairs of places, hits that follow each other closely merged, which is kinder to it than
its plain output. Their settings are sensible and not tuned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from importlib import import_module
from itertools import combinations
from typing import Any

from repeats_scoring import Pair, Place

SHORTEST = 28
NEAR = 60
"""Hits at most so far apart on both sides are one."""


def merged(pairs: Sequence[Pair]) -> list[Pair]:
    """Hits of one pair of documents that follow each other, as one hit."""
    rows: defaultdict[tuple[int, int], list[list[int]]] = defaultdict(list)
    for (one, start, end), (other, to, to_end) in sorted(pairs):
        for row in reversed(rows[one, other][-8:]):
            if start - row[1] <= NEAR and -NEAR <= to - row[3] <= NEAR:
                row[1], row[3] = max(row[1], end), max(row[3], to_end)
                break
        else:
            rows[one, other].append([start, end, to, to_end])
    return [
        ((one, row[0], row[1]), (other, row[2], row[3]))
        for (one, other), found in rows.items()
        for row in found
        if row[1] - row[0] >= SHORTEST
    ]


def by_difflib(texts: Sequence[str]) -> list[Pair]:
    """Long equal blocks between every two texts; inside none."""
    pairs: list[Pair] = []
    for first, second in combinations(range(len(texts)), 2):
        matcher = SequenceMatcher(None, texts[first], texts[second], autojunk=False)
        for start, other, length in matcher.get_matching_blocks():
            if length >= 13:
                place = first, start, start + length
                pairs.append((place, (second, other, other + length)))
    return merged(pairs)


def _paragraphs(texts: Sequence[str]) -> list[Place]:
    places: list[Place] = []
    for number, text in enumerate(texts):
        at = 0
        for line in text.splitlines(keepends=True):
            if len(line) >= SHORTEST:
                places.append((number, at, at + len(line)))
            at += len(line)
    return places


def by_minhash(texts: Sequence[str]) -> list[Pair]:
    """Paragraphs whose sets of three characters in a row are estimated to be half the same."""
    datasketch: Any = import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=0.5, num_perm=64)
    pairs: list[Pair] = []
    for place in _paragraphs(texts):
        text = texts[place[0]][place[1] : place[2]]
        shingles = {text[at : at + 3].encode() for at in range(len(text) - 2)}
        sketch = datasketch.MinHash(num_perm=64, seed=1)
        sketch.update_batch(sorted(shingles))
        pairs.extend((other, place) for other in index.query(sketch))
        index.insert(place, sketch)
    return merged(pairs)


def by_suffix_array(texts: Sequence[str]) -> list[Pair]:
    """Stretches of 25 characters and more that stand in two places, by a suffix array."""
    pydivsufsort: Any = import_module("pydivsufsort")
    numpy: Any = import_module("numpy")
    joined = "\0".join(texts)
    codes = numpy.frombuffer(joined.encode("utf-32-le"), dtype=numpy.uint32)
    suffixes = pydivsufsort.divsufsort(codes.astype(numpy.int64))
    common = pydivsufsort.kasai(codes.astype(numpy.int64), suffixes)
    starts = numpy.cumsum([0] + [len(text) + 1 for text in texts])
    pairs: list[Pair] = []
    for at in numpy.flatnonzero(common >= 25).tolist():
        length = int(common[at])
        one, other = sorted((int(suffixes[at]), int(suffixes[at + 1])))
        if one and other and joined[one - 1] == joined[other - 1] != "\0":
            continue
        first, second = (
            int(numpy.searchsorted(starts, place, "right")) - 1 for place in (one, other)
        )
        length = min(length, int(starts[second + 1]) - 1 - other, int(starts[first + 1]) - 1 - one)
        if length >= 25 and one + length <= other:
            here, there = one - int(starts[first]), other - int(starts[second])
            pairs.append(((first, here, here + length), (second, there, there + length)))
    return merged(pairs)


PEERS = {
    "difflib": (by_difflib, None),
    "MinHash": (by_minhash, "datasketch"),
    "suffix array": (by_suffix_array, "pydivsufsort"),
}
"""Each peer with the package that it needs."""
