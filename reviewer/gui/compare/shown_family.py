"""A family as the compare window shows it: its members, which two of them, and what is advised."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reviewer.workflow.kept_members import KeptMember
from reviewer.workflow.library_repeats import (
    FactReadings,
    LibraryFamily,
    LibraryRepeats,
    Member,
)


@dataclass(frozen=True, slots=True)
class ShownFamily:
    """What is compared.

    Attributes:
        family: the family.
        left: the member on the left.
        right: the member on the right.
        kept: which copy the keep rule would keep.
        titles: the names of the documents.
        text_of: gives the text of a document as it is now.
    """

    family: LibraryFamily
    left: Member
    right: Member
    kept: KeptMember
    titles: Mapping[int, str]
    text_of: Callable[[int], str]

    @property
    def sides(self) -> tuple[Member, Member]:
        """The left member and the right one."""
        return self.left, self.right

    @property
    def disagreements(self) -> list[FactReadings]:
        """Where the copies still say different things."""
        return [
            facts
            for facts in self.family.disagreements
            if len({self.passage(reading) for reading in facts.readings}) > 1
        ]

    @property
    def others(self) -> tuple[tuple[Member, ...], tuple[Member, ...]]:
        """For each side the members that would go if it alone were kept."""
        return self._without(self.left), self._without(self.right)

    def _without(self, kept: Member) -> tuple[Member, ...]:
        return tuple(member for member in self.family.members if member != kept)

    def passage(self, member: Member) -> str:
        """The text of a member."""
        return member.span.of(self.text_of(member.document))


def first_pair(family: LibraryFamily, chosen: Member | None) -> tuple[Member, Member]:
    """The two members to begin with: the representative, and the chosen one or the next one."""
    members = family.members
    left = next((member for member in members if member.representative), members[0])
    others = [member for member in members if member != left]
    return left, chosen if chosen in others else others[0]


def found_again(
    repeats: LibraryRepeats, family: LibraryFamily, pair: tuple[Member, Member]
) -> tuple[LibraryFamily, tuple[Member, Member]] | None:
    """The family and its two members after the texts or the repeats have changed.

    Members are known by their document and place; a member that is gone gives way to another.

    Returns:
        The family as it is now with the two members to show, or None where it is gone.
    """
    ranked = sorted(repeats.families, key=lambda one: one.number != family.number)
    for candidate in ranked:
        places = [_nearest(candidate, member) for member in pair]
        there = [member for member in places if member is not None]
        if not there or (candidate.number != family.number and len(there) < len(pair)):
            continue
        free = [member for member in candidate.members if member not in there]
        left, right = (place if place is not None else free.pop(0) for place in places)
        if left == right:
            right = free.pop(0)
        return candidate, (left, right)
    return None


def _nearest(family: LibraryFamily, member: Member) -> Member | None:
    """The member that begins nearest to where `member` did and covers some of the same places."""
    near = [
        other
        for other in family.members
        if other.document == member.document and other.span.overlaps(member.span)
    ]
    return min(near, key=lambda other: abs(other.span.start - member.span.start), default=None)
