"""Figures of a search for repeats: how much of each document repeats, and with which others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.repeats.family import Family, Passage
from reviewer.text.span import Span, covered_length


@dataclass(frozen=True, slots=True)
class Source:
    """Another document that has much of one.

    Attributes:
        document: its number.
        characters: how many code points of the one stand in it too.
        share: the same as a share of the one, from 0 to 1.
    """

    document: int
    characters: int
    share: float


@dataclass(frozen=True, slots=True)
class DocumentFigures:
    """How much of one document repeats. All counts are code points.

    Attributes:
        characters: its length.
        repeated: how many of them stand in a passage that is there more than once.
        removable: how many would go if of every family one copy were kept.
        shared: for each document, itself included, how many stand in it (once more) too.
        largest_source: the other document that has most of it, or None where none has any.
    """

    characters: int
    repeated: int
    removable: int
    shared: dict[int, int]
    largest_source: Source | None

    @property
    def repeated_share(self) -> float:
        """The share of the document that is there more than once, from 0 to 1."""
        return self.repeated / self.characters if self.characters else 0.0

    @property
    def unique_share(self) -> float:
        """The share that stands nowhere else; with `repeated_share` it adds up to 1."""
        return 1.0 - self.repeated_share

    @property
    def removable_share(self) -> float:
        """The share that would go if of every family one copy were kept."""
        return self.removable / self.characters if self.characters else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of several documents."""

    documents: tuple[DocumentFigures, ...]

    @property
    def whole(self) -> DocumentFigures:
        """All documents taken together; what they share with each other is in `documents`."""
        return DocumentFigures(
            sum(one.characters for one in self.documents),
            sum(one.repeated for one in self.documents),
            sum(one.removable for one in self.documents),
            {},
            None,
        )

    def matrix(self) -> Iterator[tuple[int, int, int]]:
        """Rows of (document, other document, characters of the first that the second has too).

        Only pairs that share something; on the diagonal what a document repeats within itself.
        """
        for number, one in enumerate(self.documents):
            for other, characters in sorted(one.shared.items()):
                yield number, other, characters


def figures_of(
    lengths: Sequence[int], families: Sequence[Family], kept: Sequence[int] | None = None
) -> Figures:
    """The figures that follow from the families among some documents.

    Args:
        lengths: of each document, in code points.
        families: the repeats; passages count documents by their place in `lengths`.
        kept: for each family which passage is kept; the representative where nothing is said.

    Cost: O(p log p) in the passages, and one step for each stretch of a document and each other
    document that has it.
    """
    kept = [family.representative for family in families] if kept is None else kept
    members: defaultdict[int, list[tuple[Span, int]]] = defaultdict(list)
    copies: defaultdict[int, list[Span]] = defaultdict(list)
    homes = [_homes(family.passages) for family in families]
    for number, (family, chosen) in enumerate(zip(families, kept, strict=True)):
        for index, passage in enumerate(family.passages):
            members[passage.document].append((passage.span, number))
            if index != chosen:
                copies[passage.document].append(passage.span)
    return Figures(
        tuple(
            _figures(number, length, members[number], copies[number], homes)
            for number, length in enumerate(lengths)
        )
    )


@dataclass(frozen=True, slots=True)
class _Homes:
    """The documents of a family's passages, and those of them that hold several."""

    documents: frozenset[int]
    several: frozenset[int]


def _homes(passages: Iterable[Passage]) -> _Homes:
    counts = Counter(passage.document for passage in passages)
    return _Homes(
        frozenset(counts), frozenset(document for document, count in counts.items() if count > 1)
    )


def _figures(
    number: int,
    length: int,
    members: Sequence[tuple[Span, int]],
    copies: Sequence[Span],
    homes: Sequence[_Homes],
) -> DocumentFigures:
    shared: defaultdict[int, int] = defaultdict(int)
    for stretch, families in _stretches(members):
        for other in frozenset[int]().union(*(homes[family].documents for family in families)):
            if other != number or any(number in homes[family].several for family in families):
                shared[other] += stretch
    sources = {other: count for other, count in shared.items() if other != number}
    largest = max(sources, key=lambda other: (sources[other], -other), default=None)
    return DocumentFigures(
        characters=length,
        repeated=covered_length(span for span, _ in members),
        removable=covered_length(copies),
        shared=dict(shared),
        largest_source=None
        if largest is None
        else Source(largest, sources[largest], sources[largest] / length),
    )


def _stretches(members: Sequence[tuple[Span, int]]) -> Iterator[tuple[int, set[int]]]:
    """A document cut at all borders of passages: the length of each piece, and its families."""
    begins: defaultdict[int, list[int]] = defaultdict(list)
    ends: defaultdict[int, list[int]] = defaultdict(list)
    for span, family in members:
        begins[span.start].append(family)
        ends[span.end].append(family)
    open_families: list[int] = []
    for start, end in pairwise(sorted({*begins, *ends})):
        for family in ends[start]:
            open_families.remove(family)
        open_families += begins[start]
        if open_families:
            yield end - start, set(open_families)
