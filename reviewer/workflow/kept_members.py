"""Which copy of a family in the library the keep rule would keep, and why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from reviewer.garble.finding import Finding
from reviewer.repeats.family import Family, Passage
from reviewer.review.decision import Verdict
from reviewer.review.keeping import Damage, copies_of, kept_of
from reviewer.review.marks import Mark
from reviewer.review.steps import DocumentId
from reviewer.text.wording import Wording
from reviewer.workflow.library_repeats import LibraryFamily, Member

_STILL_DAMAGED = (Verdict.OPEN, Verdict.LATER)


@dataclass(frozen=True, slots=True)
class KeptMember:
    """The copy that the rule would keep.

    Attributes:
        member: where it stands.
        reason: why this one.
    """

    member: Member
    reason: Wording


class KeepRule:
    """Answers for one family at a time; the damage of a document is summed up when it is asked."""

    def __init__(
        self, marks_of: Callable[[DocumentId], Iterable[Mark]], own: Collection[DocumentId] = ()
    ) -> None:
        """Judge by what is still damaged.

        Args:
            marks_of: the findings of a document as they stand now.
            own: the documents that are the library's own.
        """
        self._marks_of = marks_of
        self._own = own
        self._damage: dict[DocumentId, Damage] = {}
        self._known: dict[int, KeptMember] = {}

    def kept(self, family: LibraryFamily) -> KeptMember:
        """The member that stays, with the reason. Cost: O(n log n) in the marks, once a document.

        Raises:
            ReviewerError: a document of the family cannot be read.
        """
        if family.number not in self._known:
            self._known[family.number] = self._judged(family)
        return self._known[family.number]

    def _judged(self, family: LibraryFamily) -> KeptMember:
        numbers = sorted({member.document for member in family.members})
        place = {number: at for at, number in enumerate(numbers)}
        passages = tuple(Passage(place[one.document], one.span) for one in family.members)
        representative = next(
            (at for at, one in enumerate(family.members) if one.representative), 0
        )
        as_family = Family(family.kind, family.similarity, passages, representative)
        damage = [self._damage_of(number) for number in numbers]
        own = {place[number] for number in numbers if number in self._own}
        kept = kept_of(as_family, copies_of(as_family, damage, own))
        return KeptMember(family.members[kept.index], kept.reason)

    def _damage_of(self, document: DocumentId) -> Damage:
        damage = self._damage.get(document)
        if damage is None:
            damage = self._damage[document] = Damage(_damaging(self._marks_of(document)))
        return damage


def _damaging(marks: Iterable[Mark]) -> Iterable[Finding]:
    """The findings that nobody has repaired or called right."""
    for mark in marks:
        if not mark.overwritten and mark.decision.verdict in _STILL_DAMAGED:
            yield mark.finding
