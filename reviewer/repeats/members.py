"""The distinct stretches that pairs of passages speak of, and which of them are linked."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewer.repeats.pieces import Piece

Stretch = tuple[int, int]
"""A range of the corpus, start and end."""


@dataclass(frozen=True, slots=True)
class Links:
    """Stretches and the pairs of passages between them.

    Attributes:
        stretches: every distinct stretch, by place; one member of a family each.
        longest: the length of the longest one.
        numbers: for every stretch that a pair speaks of, the index of the one that stands for it.
        neighbours: for each stretch the indices of its copies, each with the pair that says so.
    """

    stretches: list[Stretch]
    longest: int
    numbers: dict[Stretch, int]
    neighbours: list[dict[int, Piece]]

    def number_of(self, piece: Piece) -> int:
        """The stretch that stands for the earlier copy of a pair that the graph was built from."""
        return self.numbers[piece.left, piece.left_end]

    def overlapping(self, start: int, end: int) -> Iterator[int]:
        """The indices of the stretches that share a letter with a range, by place."""
        first = bisect(self.stretches, (start - self.longest, 0))
        for at in range(first, bisect(self.stretches, (end, 0))):
            if self.stretches[at][1] > start:
                yield at


@dataclass(frozen=True, slots=True)
class Star:
    """Stretches that are all copies of the first one.

    Attributes:
        members: the centre first, then the others from long to short.
        ordered: for each whether its letters stand in the centre's order.
        similarities: for each the share of letters that it has in common with the centre.
    """

    members: list[Stretch]
    ordered: list[bool]
    similarities: list[float]

    @property
    def longest(self) -> int:
        """The letters of the longest member, which is the centre."""
        start, end = self.members[0]
        return end - start


def overlap(taken: Sequence[Stretch], stretch: Stretch) -> int:
    """How many letters a stretch shares with its neighbours among sorted, disjoint ones."""
    at = bisect(taken, stretch)
    return max(
        (
            min(end, stretch[1]) - max(start, stretch[0])
            for start, end in taken[max(0, at - 1) : at + 1]
        ),
        default=0,
    )


def agree(one: Stretch, other: Stretch, share: float) -> bool:
    """Whether each of two stretches covers so great a share of the other."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common >= share * max(one[1] - one[0], other[1] - other[0])


def _merged(stretches: Iterable[Stretch], share: float) -> dict[Stretch, Stretch]:
    """For every stretch the one that stands for all that agree with it: the longest of them."""
    stands_for: dict[Stretch, Stretch] = {}
    active: list[list[Stretch]] = []
    groups: list[list[Stretch]] = []
    for stretch in sorted(set(stretches), key=lambda one: (one[0], -one[1])):
        active = [group for group in active if group[0][1] > stretch[0]]
        for group in active:
            if agree(group[0], stretch, share):
                group.append(stretch)
                break
        else:
            active.append([stretch])
            groups.append(active[-1])
    for group in groups:
        longest = max(group, key=lambda one: (one[1] - one[0], -one[0]))
        stands_for.update(dict.fromkeys(group, longest))
    return stands_for


def links_of(pieces: Sequence[Piece], share: float) -> Links:
    """The graph of stretches and pairs. Cost: O(p log p) for pairs that nest a few deep."""
    stands_for = _merged(
        (
            stretch
            for piece in pieces
            for stretch in ((piece.left, piece.left_end), (piece.right, piece.right_end))
        ),
        share,
    )
    stretches = sorted(set(stands_for.values()))
    order = {stretch: number for number, stretch in enumerate(stretches)}
    numbers = {stretch: order[other] for stretch, other in stands_for.items()}
    neighbours: defaultdict[int, dict[int, Piece]] = defaultdict(dict)
    for piece in pieces:
        left = numbers[piece.left, piece.left_end]
        right = numbers[piece.right, piece.right_end]
        known = neighbours[left].get(right)
        if left != right and (known is None or known.letters < piece.letters):
            neighbours[left][right] = piece
            neighbours[right][left] = piece
    longest = max((end - start for start, end in stretches), default=0)
    return Links(
        stretches, longest, numbers, [neighbours[number] for number in range(len(stretches))]
    )


def connected(links: Links, among: Iterable[int]) -> list[list[int]]:
    """The groups of the given stretches that links hold together, each sorted."""
    left = set(among)
    groups: list[list[int]] = []
    for start in sorted(left):
        if start not in left:
            continue
        left.discard(start)
        group, open_ = [start], [start]
        while open_:
            for neighbour in links.neighbours[open_.pop()]:
                if neighbour in left:
                    left.discard(neighbour)
                    group.append(neighbour)
                    open_.append(neighbour)
        groups.append(sorted(group))
    return groups
