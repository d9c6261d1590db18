"""How far a rule is trusted in one library: its editor's rejections make it sink."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from reviewer.review.decision import Verdict
from reviewer.review.decision_column import REPLACING, verdict_table
from reviewer.review.finding_columns import Booleans
from reviewer.review.marks import Marks

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


def trust_from(marks: Marks) -> Trust:
    """The trust that follows from the decisions about all findings of `marks`. Cost: O(n)."""
    return Trust(_rules_with(marks, REPLACING), _rules_with(marks, _AGAINST))


def _rules_with(marks: Marks, verdicts: Booleans) -> Counter[str]:
    """For each rule how many of its findings have one of these verdicts, where any has."""
    numbers = np.flatnonzero(verdicts[marks.decisions.verdicts])
    if not len(numbers):
        return Counter()
    columns = marks.columns
    counts = np.bincount(columns.rule_places[numbers], minlength=len(columns.rules)).tolist()
    return Counter({rule: n for rule, n in zip(columns.rules, counts, strict=True) if n})


_AGAINST = verdict_table(Verdict.REJECTED)
