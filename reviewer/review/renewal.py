"""A new analysis takes the place of an earlier one, and nothing that was decided is lost.

A decision finds its finding by a name that is made of the finding's context. When the editor types
beside a finding its context changes, but it is still the same finding: it keeps its name. And what
was decided stays a finding, even where the rules, seeing the changed text, find it no longer.
"""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.garble.detect import arranged
from reviewer.garble.finding import Finding, Kind
from reviewer.review.analysis import Analysis
from reviewer.review.decision import Decision, Verdict, anchors_of
from reviewer.review.edits import EditScript
from reviewer.review.marks import moved_spans

_Place = tuple[int, int, Kind]


def renewed(
    analysis: Analysis,
    earlier: Analysis | None,
    since: EditScript,
    decisions: Mapping[str, Decision],
) -> Analysis:
    """`analysis` with the names and the decided findings of `earlier`.

    Args:
        analysis: of the text as it is now.
        earlier: the analysis that was shown until now.
        since: the edits that led from the text of `earlier` to that of `analysis`.
        decisions: what was decided, by the names of findings.

    Cost: O(n) for n findings of both, and a sort where decided ones have to be put back.
    """
    if earlier is None:
        return analysis
    names: dict[_Place, str] = {}
    decided: dict[_Place, Finding] = {}
    spans, touched = moved_spans(earlier.findings, since)
    for finding, span, gone, anchor in zip(
        earlier.findings, spans, touched, earlier.anchors, strict=True
    ):
        if gone:
            continue
        place = (span.start, span.end, finding.kind)
        names[place] = anchor
        decision = decisions.get(anchor)
        if decision is not None and decision.verdict is not Verdict.OPEN:
            decided[place] = finding if span == finding.span else finding.at(span)
    findings = _with_decided(analysis.findings, decided)
    known = {
        number: names[place] for number, place in enumerate(map(_place, findings)) if place in names
    }
    anchors = tuple(anchors_of(analysis.text, findings, known))
    return Analysis(analysis.after_step, analysis.text, findings, anchors, analysis.partial)


def _with_decided(
    findings: tuple[Finding, ...], decided: Mapping[_Place, Finding]
) -> tuple[Finding, ...]:
    found = set(map(_place, findings))
    missing = [finding for place, finding in decided.items() if place not in found]
    # Where one that was decided crosses a new one, the editor's word counts.
    return arranged([*missing, *findings]) if missing else findings


def _place(finding: Finding) -> _Place:
    return finding.span.start, finding.span.end, finding.kind
