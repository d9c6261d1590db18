"""How far a rule is trusted in one library: its editor's rejections make it sink."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reviewer.review.decision import Verdict
from reviewer.review.marks import Mark

PRIOR = 6
"""Decisions in a rule's favour that it begins with, so that one rejection does not sink it."""


@dataclass(frozen=True, slots=True)
class Trust:
    """For each rule how often its findings were accepted and how often rejected."""

    accepted: Counter[str] = field(default_factory=Counter[str])
    rejected: Counter[str] = field(default_factory=Counter[str])

    def add(self, other: Trust) -> None:
        """Count the decisions of `other` too."""
        self.accepted.update(other.accepted)
        self.rejected.update(other.rejected)

    def of(self, rule: str) -> float:
        """The factor on the confidence of this rule's findings, from 0 to 1.

        It is the share of decisions that were in the rule's favour, `PRIOR` imagined ones counted
        with them: a rule that was never rejected keeps all of its confidence.
        """
        rejected = self.rejected[rule]
        if not rejected:
            return 1.0
        favour = self.accepted[rule] + PRIOR
        return favour / (favour + rejected)


def trust_from(marks: Iterable[Mark]) -> Trust:
    """The trust that follows from the decisions about `marks`. Cost: O(n)."""
    trust = Trust()
    for mark in marks:
        if mark.decision.verdict is Verdict.REJECTED:
            trust.rejected[mark.finding.rule] += 1
        elif mark.decision.verdict in (Verdict.ACCEPTED, Verdict.EDITED):
            trust.accepted[mark.finding.rule] += 1
    return trust
