"""Which copy of a family is kept: the library's, the least damaged, the longest, the earliest.

Nothing is removed here: the rule names a copy and says why, and the editor can choose another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from reviewer.garble.finding import Finding
from reviewer.repeats.family import Family, FamilyKind, Passage
from reviewer.text.span import Span
from reviewer.text.wording import Wording

PER = 1000
"""Damage is counted for so many characters."""

UNREPAIRABLE, REPAIRABLE, SAFE = 2.0, 1.0, 0.5
"""What a finding weighs: most where nobody knows what stood there, least where that is proven."""

_CHOSEN = Wording("编辑指定保留这一份", "the editor chose this copy")
_IN_LIBRARY = Wording(
    "这一份在文稿库里，其他是新来的", "this copy is the library's, the others are new"
)
_LEAST_DAMAGED = Wording(
    "这一份损坏最少：每千字 {least}，其次 {next}",
    "this copy is the least damaged: {least} a thousand characters, the next one {next}",
)
_LONGEST = Wording(
    "损坏相当，这一份最长：{length} 字",
    "equally damaged; this copy is the longest: {length} characters",
)
_FIRST_UNIT = Wording("连续重复，只留第一个", "the same again and again; the first one stays")
_EARLIEST = Wording("各份相当，这一份在最前", "the copies are equal; this one comes first")


@dataclass(frozen=True, slots=True)
class Copy:
    """What the rule looks at in one passage of a family.

    Attributes:
        in_library: it stands in a document of the library, not in an incoming one.
        damage: weighted findings for `PER` characters, to one decimal.
        length: in code points.
        passage: where it stands; earlier documents and places come first.
    """

    in_library: bool
    damage: float
    length: int
    passage: Passage

    @property
    def rank(self) -> tuple[bool, float, int, Passage]:
        """The better copy has the smaller rank."""
        return not self.in_library, self.damage, -self.length, self.passage


@dataclass(frozen=True, slots=True)
class Kept:
    """The copy of a family that is kept.

    Attributes:
        index: its place in `Family.passages`.
        reason: why this one, for people.
    """

    index: int
    reason: Wording


def weight(finding: Finding) -> float:
    """How much a finding counts as damage; suggestions count nothing."""
    if finding.is_suggestion:
        return 0.0
    if finding.safe:
        return SAFE * finding.confidence
    return (REPAIRABLE if finding.repairable else UNREPAIRABLE) * finding.confidence


class Damage:
    """The damage of one text, summed up so that any span is answered at once."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Take the findings of a text, in any order."""
        placed = sorted((finding.span.start, weight(finding)) for finding in findings)
        self._starts = [start for start, _ in placed]
        self._sums = [0.0]
        for _, one in placed:
            self._sums.append(self._sums[-1] + one)

    def in_span(self, span: Span) -> float:
        """Weighted findings that begin in `span`, for `PER` of its characters. Cost: O(log n)."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return round((self._sums[last] - self._sums[first]) * PER / max(1, len(span)), 1)


def copies_of(
    family: Family, damage: Sequence[Damage], library: Collection[int] = ()
) -> tuple[Copy, ...]:
    """The passages of a family as the rule sees them.

    Args:
        family: the family.
        damage: that of each document, by its number.
        library: the numbers of the documents that are the library's own.
    """
    return tuple(
        Copy(
            passage.document in library,
            damage[passage.document].in_span(passage.span),
            len(passage.span),
            passage,
        )
        for passage in family.passages
    )


def kept_of(family: Family, copies: Sequence[Copy], chosen: Passage | None = None) -> Kept:
    """The copy of a family that is kept, with the reason; of a row of one unit the first.

    Args:
        family: the family.
        copies: those of its passages that may stay, at least one.
        chosen: the editor's own choice among them, which wins, or None.
    """
    places = [copy.passage for copy in copies]
    if chosen is None and family.kind is FamilyKind.PERIODIC:
        first = family.passages[family.representative]
        if first in places:
            return Kept(places.index(first), _FIRST_UNIT)
    return kept_copy(copies, None if chosen is None else places.index(chosen))


def kept_copy(copies: Sequence[Copy], chosen: int | None = None) -> Kept:
    """The copy that is kept, with the reason.

    Args:
        copies: those of one family, at least one.
        chosen: the editor's own choice among them, which wins, or None.

    Library first, then the least damaged, the longest, the earliest. Cost: O(n).
    """
    if chosen is not None:
        return Kept(chosen, _CHOSEN)
    ranked = sorted(range(len(copies)), key=lambda index: copies[index].rank)
    return Kept(ranked[0], _reason([copies[index] for index in ranked]))


def _reason(ranked: Sequence[Copy]) -> Wording:
    """What sets the best copy apart from the next one."""
    best = ranked[0]
    following = ranked[1] if len(ranked) > 1 else best
    if best.in_library and not following.in_library:
        return _IN_LIBRARY
    if best.damage < following.damage:
        return _LEAST_DAMAGED.filled(least=f"{best.damage:.1f}", next=f"{following.damage:.1f}")
    if best.length > following.length:
        return _LONGEST.filled(length=best.length)
    return _EARLIEST
