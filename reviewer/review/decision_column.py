"""The decisions about the findings of one analysis, one beside the other, as a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from reviewer.review.decision import UNDECIDED, Decision, Verdict

VERDICTS = tuple(Verdict)
"""The verdicts in the order of their codes."""

_CODE_OF_VERDICT = {verdict: code for code, verdict in enumerate(VERDICTS)}


def verdict_code(verdict: Verdict) -> int:
    """The code of a verdict: its place in `VERDICTS`."""
    return _CODE_OF_VERDICT[verdict]


def verdict_table(*verdicts: Verdict) -> NDArray[np.bool_]:
    """For the code of each verdict whether it is one of `verdicts`, to be indexed by codes."""
    return np.array([verdict in verdicts for verdict in VERDICTS])


REPLACING = verdict_table(Verdict.ACCEPTED, Verdict.EDITED)
"""The verdicts that put a text in the finding's place."""


class DecisionColumn:
    """A decision for each finding. It is never changed: `changed` gives another column.

    Attributes:
        verdicts: the codes of the verdicts.
    """

    __slots__ = ("_decisions", "verdicts")

    def __init__(self, decisions: list[Decision], verdicts: NDArray[np.int8]) -> None:
        self._decisions = decisions
        self.verdicts = verdicts

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> DecisionColumn:
        """A column of `decisions`."""
        kept = list(decisions)
        codes = (_CODE_OF_VERDICT[decision.verdict] for decision in kept)
        return cls(kept, np.fromiter(codes, np.int8, len(kept)))

    @classmethod
    def for_anchors(
        cls, anchors: Sequence[str], decisions: Mapping[str, Decision]
    ) -> DecisionColumn:
        """What was decided about the finding with each anchor. Cost: O(n)."""
        if not decisions:
            return cls([UNDECIDED] * len(anchors), np.zeros(len(anchors), np.int8))
        return cls.of(decisions.get(anchor, UNDECIDED) for anchor in anchors)

    def __len__(self) -> int:
        return len(self._decisions)

    def __getitem__(self, number: int) -> Decision:
        return self._decisions[number]

    def changed(self, decisions: Mapping[int, Decision]) -> DecisionColumn:
        """The same with other decisions at some places. Cost: two block copies and the changes."""
        if not decisions:
            return self
        kept, verdicts = self._decisions.copy(), self.verdicts.copy()
        for number, decision in decisions.items():
            kept[number] = decision
            verdicts[number] = _CODE_OF_VERDICT[decision.verdict]
        return DecisionColumn(kept, verdicts)

    def differing(self, other: DecisionColumn) -> NDArray[np.bool_]:
        """Where a column of the same length decides otherwise."""
        if other is self:
            return np.zeros(len(self), np.bool_)
        differs = self.verdicts != other.verdicts
        # Of equal verdicts only these two may put different texts in the finding's place.
        for number in np.flatnonzero(REPLACING[self.verdicts] & ~differs).tolist():
            differs[number] = self._decisions[number] != other[number]
        return differs
