"""How many planted copies are found, by the measures of PAN, beside difflib on sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from math import log2

import pytest
from repeats_samples import LEVELS, Place, Planted, planted

from reviewer.repeats.search import find_families
from reviewer.text.canonical import canonical_text

pytestmark = pytest.mark.benchmark

Pair = tuple[Place, Place]
Detector = Callable[[Sequence[str]], list[Pair]]
SEEDS = (11, 12, 13)


def our_pairs(texts: Sequence[str]) -> list[Pair]:
    pairs: list[Pair] = []
    for family in find_families([canonical_text(text) for text in texts]):
        places = [(one.document, one.span.start, one.span.end) for one in family.passages]
        pairs.extend(combinations(places, 2))
    return pairs


def difflib_pairs(texts: Sequence[str]) -> list[Pair]:
    """Long equal blocks between every two texts, and inside none."""
    pairs: list[Pair] = []
    for first, second in combinations(range(len(texts)), 2):
        matcher = SequenceMatcher(None, texts[first], texts[second], autojunk=False)
        for start, other, length in matcher.get_matching_blocks():
            if length >= 13:
                place = first, start, start + length
                pairs.append((place, (second, other, other + length)))
    return pairs


def common(one: Place, other: Place) -> int:
    same = one[0] == other[0]
    return max(0, min(one[2], other[2]) - max(one[1], other[1])) if same else 0


def detecting(pair: Pair, pairs: Sequence[Pair]) -> list[Pair]:
    """Of `pairs` those that meet both places of `pair`, turned round where that is needed."""
    turned = [way for found in pairs for way in (found, (found[1], found[0]))]
    return [way for way in turned if common(pair[0], way[0]) and common(pair[1], way[1])]


def covered(place: Place, others: Sequence[Place]) -> int:
    signs: set[int] = set()
    for other in others:
        if other[0] == place[0]:
            signs.update(range(max(place[1], other[1]), min(place[2], other[2])))
    return len(signs)


def share(pair: Pair, found: Sequence[Pair]) -> float:
    letters = sum(covered(pair[side], [one[side] for one in found]) for side in (0, 1))
    return letters / sum(end - start for _, start, end in pair)


def plagdet(sample: Planted, found: Sequence[Pair]) -> tuple[float, float, float]:
    """PAN's plagdet with its macro-averaged precision and recall."""
    hits = [detecting(pair, found) for pair in sample.pairs]
    recall = sum(map(share, sample.pairs, hits)) / len(sample.pairs)
    right = [share(pair, detecting(pair, sample.pairs)) for pair in found]
    precision = sum(right) / len(right) if right else 0.0
    detected = [len(hit) for hit in hits if hit]
    pieces = sum(detected) / len(detected) if detected else 1.0
    if not precision + recall:
        return 0.0, precision, recall
    return 2 * precision * recall / (precision + recall) / log2(1 + pieces), precision, recall


def mean(detector: Detector, level: str) -> tuple[float, float, float]:
    samples = [planted(level, seed) for seed in SEEDS]
    rows = [plagdet(sample, detector(sample.texts)) for sample in samples]
    score, precision, recall = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    return score, precision, recall


def test_planted_copies_are_found() -> None:
    print("\nlevel        plagdet  precision  recall   difflib")
    ours: list[float] = []
    peer: list[float] = []
    for level in LEVELS:
        score, precision, recall = mean(our_pairs, level)
        ours.append(score)
        peer.append(mean(difflib_pairs, level)[0])
        print(f"{level:12} {score:7.3f} {precision:10.3f} {recall:7.3f} {peer[-1]:9.3f}")
    print(f"{'mean':12} {sum(ours) / len(ours):7.3f} {sum(peer) / len(peer):27.3f}")
    assert sum(ours) / len(ours) > 0.95
    assert sum(ours) > 1.5 * sum(peer)
