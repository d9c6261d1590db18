"""Families found in a part of a library, put together with those that were known before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reviewer.repeats.family import Disagreement, Family, FamilyKind, Passage
from reviewer.text.span import Span

AGREEMENT = 0.8
"""Two passages are one when each covers this share of the other, as in the search itself."""


@dataclass(frozen=True, slots=True)
class KnownFamily:
    """A family of an earlier search.

    Attributes:
        number: its number in the store.
        family: its passages in documents that are as they were.
        disagreements: where these differ; their `family` means nothing.
        lost: whether it had passages in documents that have changed or are gone, so that it must be
            kept anew in any case.
    """

    number: int
    family: Family
    disagreements: tuple[Disagreement, ...]
    lost: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier search knows of the documents that are searched now.

    Passages count documents in the list of those that are searched, and on in `others`.

    Attributes:
        others: the numbers of documents that are not searched but have copies of those that are.
        changed: the places in the list of the documents that are new or changed.
        dissolved: families that are looked for anew, because all of their documents are searched.
        standing: families that stay, though a new copy may join them.
    """

    others: tuple[int, ...]
    changed: frozenset[int]
    dissolved: tuple[KnownFamily, ...]
    standing: tuple[KnownFamily, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What is to be kept.

    Attributes:
        families: in the place of all that is replaced.
        disagreements: where their members differ.
        replaced: the numbers of the families that fall away.
    """

    families: tuple[Family, ...]
    disagreements: tuple[Disagreement, ...]
    replaced: frozenset[int]


@dataclass(slots=True)
class _Places:
    """Passages by document, each with what it belongs to."""

    rows: defaultdict[int, list[tuple[Span, int]]] = field(
        default_factory=lambda: defaultdict[int, list[tuple[Span, int]]](list)
    )

    @classmethod
    def of(cls, families: Sequence[KnownFamily]) -> _Places:
        """The passages of some families, which they belong to by their place among them."""
        places = cls()
        for number, known in enumerate(families):
            places.add(number, known.family.passages)
        return places

    def add(self, owner: int, passages: Iterable[Passage]) -> None:
        for passage in passages:
            self.rows[passage.document].append((passage.span, owner))

    def overlapping(self, passage: Passage) -> list[int]:
        """What has a passage that shares a character with this one."""
        rows = self.rows.get(passage.document, ())
        return [owner for span, owner in rows if span.overlaps(passage.span)]

    def home(self, family: Family) -> int | None:
        """What has most of the passages of a family, give or take borders; None if nothing."""
        counts: Counter[int] = Counter()
        for passage in family.passages:
            rows = self.rows.get(passage.document, ())
            counts.update({owner for span, owner in rows if _agree(span, passage.span)})
        return max(counts, key=lambda owner: (counts[owner], -owner)) if counts else None


def _agree(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common >= AGREEMENT * max(len(one), len(other), 1)


def merged(
    found: Sequence[Family], disagreements: Sequence[Disagreement], earlier: Earlier
) -> Merged:
    """What was found in a part of a library, joined with what was known before.

    A family is new if it has a passage in a document that is new or changed, or if it is what has
    become of one that was looked for anew; all others are known, and perhaps only in part here. A
    new one that has the passages of one that stays joins it with its further passages. Cost:
    linear in the passages, save for documents with very many of them.
    """
    rows: defaultdict[int, list[Disagreement]] = defaultdict(list)
    for row in disagreements:
        rows[row.family].append(row)
    standing = _Places.of(earlier.standing)
    families: list[Family] = []
    kept: list[Disagreement] = []
    joining: defaultdict[int, list[int]] = defaultdict(list)
    for number in _new(found, earlier):
        home = standing.home(found[number])
        if home is None:
            kept.extend(replace(row, family=len(families)) for row in rows[number])
            families.append(found[number])
        else:
            joining[home].append(number)
    replaced = {known.number for known in earlier.dissolved}
    for number, known in enumerate(earlier.standing):
        whole = _joined(known.family, [found[other] for other in joining[number]])
        if whole == known.family and not known.lost:
            continue
        replaced.add(known.number)
        if len(whole.passages) > 1:
            own = [*known.disagreements, *_news(rows, joining[number], earlier.changed)]
            kept.extend(replace(row, family=len(families)) for row in own)
            families.append(whole)
    return Merged(tuple(families), tuple(kept), frozenset(replaced))


def _new(found: Sequence[Family], earlier: Earlier) -> list[int]:
    """The places of the families that are new."""
    dissolved = _Places.of(earlier.dissolved)
    return [
        number
        for number, family in enumerate(found)
        if any(
            passage.document in earlier.changed or dissolved.overlapping(passage)
            for passage in family.passages
        )
    ]


def _news(
    rows: Mapping[int, Sequence[Disagreement]], numbers: Iterable[int], changed: frozenset[int]
) -> list[Disagreement]:
    """The disagreements of some families that a new or changed document takes part in."""
    return [
        row
        for number in numbers
        for row in rows.get(number, ())
        if any(reading.document in changed for reading in row.readings)
    ]


def _joined(family: Family, others: Sequence[Family]) -> Family:
    """A family with those passages of others that it does not have yet."""
    original = family.passages[family.representative]
    own = _Places()
    own.add(0, family.passages)
    passages = list(family.passages)
    kind, similarity = family.kind, family.similarity
    for other in others:
        new = [passage for passage in other.passages if not own.overlapping(passage)]
        own.add(0, new)
        passages += new
        if new:
            kind = kind if kind is other.kind else FamilyKind.NEAR
            similarity = min(similarity, other.similarity)
    passages.sort()
    return Family(kind, similarity, tuple(passages), passages.index(original))
