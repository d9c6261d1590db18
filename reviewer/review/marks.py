"""Marks: the findings of an analysis as they stand in the text now, with their decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.finding import Finding
from reviewer.review.analysis import Analysis
from reviewer.review.decision import UNDECIDED, Decision
from reviewer.review.edits import EditScript
from reviewer.text.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding as it stands now.

    Attributes:
        finding: the finding, its span in code points of the text as it is now.
        anchor: its name for decisions.
        decision: what the editor decided.
        overwritten: the editor typed over it, so there is nothing left to decide.
    """

    finding: Finding
    anchor: str
    decision: Decision
    overwritten: bool

    @property
    def open(self) -> bool:
        """Whether the editor still has to decide."""
        return not self.overwritten and not self.decision.settled


def marks_of(
    analysis: Analysis, since: EditScript, decisions: Mapping[str, Decision]
) -> list[Mark]:
    """The marks of `analysis` after the edits made `since`, sorted by start.

    Cost: O(n + m) for n findings and m edits, the border arithmetic vectorised.
    """
    spans, touched = moved_spans(analysis.findings, since)
    marks: list[Mark] = []
    for finding, anchor, span, gone in zip(
        analysis.findings, analysis.anchors, spans, touched, strict=True
    ):
        moved = finding if span == finding.span else finding.at(span)
        marks.append(Mark(moved, anchor, decisions.get(anchor, UNDECIDED), gone))
    return marks


def moved_spans(findings: Sequence[Finding], script: EditScript) -> tuple[list[Span], list[bool]]:
    """Each finding's span after `script`, and whether an edit touched it. Cost: O(n + m)."""
    if not script.edits or not findings:
        return [finding.span for finding in findings], [False] * len(findings)
    starts = _array([finding.span.start for finding in findings])
    ends = _array([finding.span.end for finding in findings])
    edit_starts = _array([edit.start for edit in script.edits])
    edit_ends = _array([edit.end for edit in script.edits])
    shifts = np.concatenate(([0], np.cumsum([edit.growth for edit in script.edits])))
    # The first edit that ends behind the start of a finding: before it all are left of the finding.
    first = np.searchsorted(edit_ends, starts, side="right")
    next_start = np.append(edit_starts, np.iinfo(np.int64).max)[first]
    touched = next_start < ends
    spans = [
        script.map_span(finding.span) if hit else finding.span.shifted(int(shift))
        for finding, hit, shift in zip(findings, touched, shifts[first], strict=True)
    ]
    return spans, [bool(hit) for hit in touched]


def _array(values: list[int]) -> NDArray[np.int64]:
    return np.array(values, dtype=np.int64)
