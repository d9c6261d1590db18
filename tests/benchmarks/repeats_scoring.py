"""The measures of the PAN text alignment task: precision, recall, granularity and plagdet.

Potthast, Stein, Barrón-Cedeño, Rosso: An Evaluation Framework for Plagiarism Detection, 2010.
A case and a detection are pairs of places. A detection detects a case when it shares characters
with it on both sides. Which of the two places of a pair is the source is not told apart, as copies
in a family have no direction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2

Place = tuple[int, int, int]
"""Document, start and end, in code points."""

Pair = tuple[Place, Place]


@dataclass(frozen=True)
class Score:
    """What a detector reached on one sample.

    Attributes:
        precision: the mean share of a detection that lies in cases it detects.
        recall: the mean share of a case that lies in detections of it.
        granularity: how many detections a detected case has, at least 1.
    """

    precision: float
    recall: float
    granularity: float

    @property
    def plagdet(self) -> float:
        """The harmonic mean of precision and recall, divided by log2(1 + granularity)."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both / log2(1 + self.granularity) if both else 0.0


def common(one: Place, other: Place) -> int:
    """How many characters two places share."""
    return max(0, min(one[2], other[2]) - max(one[1], other[1])) if one[0] == other[0] else 0


def covered(place: Place, others: Iterable[Place]) -> int:
    """How many characters of a place lie in at least one of the others."""
    reached, letters = place[1], 0
    for document, start, end in sorted(others):
        if document == place[0]:
            begin, stop = max(start, reached), min(end, place[2])
            letters += max(0, stop - begin)
            reached = max(reached, stop)
    return letters


class _Index:
    """Finds, for a pair, the pairs that meet it on both sides."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._by_documents: defaultdict[tuple[int, int], list[Pair]] = defaultdict(list)
        for one, other in pairs:
            for way in {(one, other), (other, one)}:
                self._by_documents[way[0][0], way[1][0]].append(way)

    def meeting(self, pair: Pair) -> list[Pair]:
        """The pairs that share characters with both places, turned to lie as `pair` does."""
        near = self._by_documents[pair[0][0], pair[1][0]]
        return [way for way in near if common(pair[0], way[0]) and common(pair[1], way[1])]


def _share(pair: Pair, met: Sequence[Pair]) -> float:
    letters = sum(covered(pair[side], [way[side] for way in met]) for side in (0, 1))
    return letters / sum(end - start for _, start, end in pair)


def _unturned(pairs: Iterable[Pair]) -> int:
    """How many pairs there are when a pair and its mirror image are one."""
    return len({tuple(sorted(pair)) for pair in pairs})


def score(cases: Sequence[Pair], detections: Sequence[Pair]) -> Score:
    """The measures of `detections` against the planted `cases`.

    Without detections precision is 0, without cases recall is.
    """
    found, planted = _Index(detections), _Index(cases)
    hits = [found.meeting(case) for case in cases]
    right = [_share(one, planted.meeting(one)) for one in detections]
    pieces = [_unturned(hit) for hit in hits if hit]
    return Score(
        precision=sum(right) / len(right) if right else 0.0,
        recall=sum(map(_share, cases, hits)) / len(cases) if cases else 0.0,
        granularity=sum(pieces) / len(pieces) if pieces else 1.0,
    )


def false_characters(texts: Sequence[str], detections: Sequence[Pair]) -> float:
    """How many of 10,000 characters of texts without copies lie in a detection."""
    places = [place for pair in detections for place in pair]
    letters = sum(covered((number, 0, len(text)), places) for number, text in enumerate(texts))
    return 10_000 * letters / sum(map(len, texts))
