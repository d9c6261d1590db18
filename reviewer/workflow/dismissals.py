"""No copies: families that the editor has looked at and does not want to see again.

What is dismissed is a pair of passages. It is kept as a decision on a few fingerprints of the
passage in one document and the number of the other document, so it holds whatever the next search
makes of the borders, and a third copy that comes in later is shown all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from reviewer.repeats.fingerprints import fingerprints_of
from reviewer.review.decision import Decision, Verdict
from reviewer.review.steps import Change, DecisionMade, DocumentId, Step, StepKind
from reviewer.text.canonical import canonical_text
from reviewer.workflow.library_repeats import FactReadings, LibraryFamily, LibraryRepeats, Member

_PREFIX = "repeat"
_MOST_ANCHORS = 8
"""Fingerprints of a passage that are kept, the smallest ones: a fair sample of its wording."""

_FOUND_AGAIN = 0.75
"""The share of them that a passage must have to be the one that was dismissed."""

_KINDS = frozenset({StepKind.DISMISS_REPEAT, StepKind.RESTORE_REPEAT})

TextOf = Callable[[DocumentId], str]


def dismissal(
    family: LibraryFamily, members: Iterable[Member], decision: Decision, text_of: TextOf
) -> list[Change]:
    """The changes by which members are no copies of their family's representative any more.

    Args:
        family: the family as it is shown.
        members: those meant; the representative stands for all others.
        decision: rejected, or undecided to take that back.
        text_of: gives the text of a document as it is now.
    """
    original = _representative(family.members)
    chosen = list(members)
    if original in chosen:
        chosen = [member for member in family.members if member != original]
    anchors = {
        (member.document, anchor): None
        for member in chosen
        for anchor in _anchors(member, original.document, text_of)
    }
    return [DecisionMade(document, anchor, decision) for document, anchor in anchors]


def _representative(members: Sequence[Member]) -> Member:
    return next((member for member in members if member.representative), members[0])


def _anchors(member: Member, other: DocumentId, text_of: TextOf) -> list[str]:
    """The names of a passage as a copy of one in another document."""
    stream = canonical_text(member.span.of(text_of(member.document)))
    smallest = fingerprints_of(stream)[:_MOST_ANCHORS].tolist()
    return [f"{_PREFIX}:{other}:{number:08x}" for number in smallest] or [
        f"{_PREFIX}:{other}:{stream}"
    ]


@dataclass(frozen=True, slots=True)
class Dismissals:
    """The pairs of passages that are no copies.

    Attributes:
        anchors: for each document the names of its passages in such pairs.
    """

    anchors: dict[DocumentId, frozenset[str]]

    @classmethod
    def of(cls, steps: Iterable[Step]) -> Dismissals:
        """What follows from the steps in force. Cost: O(n) in the steps."""
        found: dict[DocumentId, set[str]] = {}
        for step in steps:
            if step.kind not in _KINDS:
                continue
            for change in step.changes:
                if isinstance(change, DecisionMade):
                    names = found.setdefault(change.document, set())
                    if change.decision.verdict is Verdict.REJECTED:
                        names.add(change.anchor)
                    else:
                        names.discard(change.anchor)
        return cls({document: frozenset(names) for document, names in found.items() if names})

    def leave_out(self, repeats: LibraryRepeats, text_of: TextOf) -> LibraryRepeats:
        """The repeats without the pairs that are none.

        Members that were dismissed are left out of their families, and families of which one member
        is left go to `LibraryRepeats.dismissed`, whole.
        """
        shown: list[LibraryFamily] = []
        dismissed: list[LibraryFamily] = list(repeats.dismissed)
        for family in repeats.families:
            left = self._left(family.members, text_of)
            if len(left) == len(family.members):
                shown.append(family)
            elif len(left) > 1:
                shown.append(_narrowed(family, left))
            else:
                dismissed.append(family)
        return LibraryRepeats(tuple(shown), tuple(dismissed))

    def _left(self, members: Sequence[Member], text_of: TextOf) -> tuple[Member, ...]:
        """The representative and the members that nothing says are no copies of it.

        If it is said of two members that neither is a copy of a third, it holds for these two as
        well, whichever of the three represents the family by now.
        """
        if not any(member.document in self.anchors for member in members):
            return tuple(members)
        original = _representative(members)
        group, open_ = [original], [original]
        while open_:
            one = open_.pop()
            for other in members:
                if other not in group and self._judged(one, other, text_of):
                    group.append(other)
                    open_.append(other)
        return tuple(one for one in members if one == original or one not in group)

    def _judged(self, one: Member, other: Member, text_of: TextOf) -> bool:
        return self._knows(one, other.document, text_of) or self._knows(
            other, one.document, text_of
        )

    def _knows(self, member: Member, other: DocumentId, text_of: TextOf) -> bool:
        """Whether a passage's names say that it is no copy of one in another document."""
        names = self.anchors.get(member.document)
        if not names or not any(name.startswith(f"{_PREFIX}:{other}:") for name in names):
            return False
        anchors = _anchors(member, other, text_of)
        found = sum(anchor in names for anchor in anchors)
        return found >= _FOUND_AGAIN * len(anchors)


def _narrowed(family: LibraryFamily, members: tuple[Member, ...]) -> LibraryFamily:
    """A family with some of its members, and what these disagree on."""

    def holds(reading: Member) -> bool:
        return any(
            member.document == reading.document and member.span.contains(reading.span)
            for member in members
        )

    rows = [
        FactReadings(row.category, tuple(one for one in row.readings if holds(one)))
        for row in family.disagreements
    ]
    return replace(
        family,
        members=members,
        disagreements=tuple(row for row in rows if len(row.readings) > 1),
    )
