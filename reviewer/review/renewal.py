"""A new analysis takes the place of an earlier one, and nothing that was decided is lost.

A decision finds its finding by a name that is made of the finding's context. When the editor types
beside a finding its context changes, but it is still the same finding: it keeps its name. And what
was decided stays a finding, even where the rules, seeing the changed text, find it no longer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from reviewer.garble.detect import arranged
from reviewer.garble.finding import Finding
from reviewer.review.analysis import Analysis
from reviewer.review.decision import Verdict, anchors_of
from reviewer.review.decision_column import verdict_table
from reviewer.review.finding_columns import FindingColumns, Numbers
from reviewer.review.marks import Marks
from reviewer.review.reviewed import ReviewedDocument
from reviewer.text.span import Span

_Place = tuple[int, int, int]
"""Where a finding begins and ends, and the code of its kind."""

_UNDECIDED = verdict_table(Verdict.OPEN)


def new_analysis(
    state: ReviewedDocument, findings: Sequence[Finding], stretch: Span | None = None
) -> Analysis:
    """What a search of a document's text found, with the names of what is known already.

    Args:
        state: the document, its text as it was searched.
        findings: sorted by start.
        stretch: the part of the text that was searched, where it was not all of it; outside it
            what was known stays.
    """
    found = tuple(findings)
    if stretch is not None:
        outside = [
            mark.finding
            for mark in state.marks
            if not mark.overwritten and not mark.finding.span.overlaps(stretch)
        ]
        found = arranged([*found, *outside])
    analysis = Analysis(state.last_text_step, state.text, found, (), stretch is not None)
    return renewed(analysis, state.marks)


def standing_analysis(state: ReviewedDocument) -> Analysis:
    """The findings that stand in a document's text as it is now, as an analysis of that text."""
    shown = state.analysis
    if shown and shown.after_step == state.last_text_step and shown.text == state.text:
        return shown
    standing = [mark for mark in state.marks if not mark.overwritten]
    findings = tuple(mark.finding for mark in standing)
    anchors = tuple(mark.anchor for mark in standing)
    return Analysis(state.last_text_step, state.text, findings, anchors, partial=state.stale)


def renewed(analysis: Analysis, before: Marks) -> Analysis:
    """`analysis` with the names of the findings that were known before, and with those decided.

    Args:
        analysis: of the text as it is now.
        before: all marks that stand in that text, of the analysis that was shown until now.

    Cost: O(n) for n findings of both, and a sort where decided ones have to be put back.
    """
    stand = ~before.overwritten
    places = _places(before.starts, before.ends, before.kinds)
    standing: list[int] = np.flatnonzero(stand).tolist()
    anchors = before.anchors()
    names = {places[number]: anchors[number] for number in standing}
    decided: list[int] = np.flatnonzero(stand & ~_UNDECIDED[before.verdicts]).tolist()
    findings = _with_decided(
        analysis.findings, {places[number]: before[number].finding for number in decided}
    )
    known = {
        number: names[place] for number, place in enumerate(_places_of(findings)) if place in names
    }
    renamed = tuple(anchors_of(analysis.text, findings, known))
    return Analysis(analysis.after_step, analysis.text, findings, renamed, analysis.partial)


def is_undecided(marks: Marks) -> bool:
    """Whether nothing was decided about any of these marks."""
    return bool(_UNDECIDED[marks.verdicts].all())


def _with_decided(
    findings: tuple[Finding, ...], decided: Mapping[_Place, Finding]
) -> tuple[Finding, ...]:
    found = set(_places_of(findings)) if decided else ()
    missing = [finding for place, finding in decided.items() if place not in found]
    # Where one that was decided crosses a new one, the editor's word counts.
    return arranged([*missing, *findings]) if missing else findings


def _places_of(findings: tuple[Finding, ...]) -> list[_Place]:
    columns = FindingColumns(findings, ())
    return _places(columns.starts, columns.ends, columns.kinds)


def _places(starts: Numbers, ends: Numbers, kinds: Numbers) -> list[_Place]:
    return list(zip(starts.tolist(), ends.tolist(), kinds.tolist(), strict=True))
