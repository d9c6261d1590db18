"""What a search of one state of a document's text found."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.garble.finding import Finding


@dataclass(frozen=True, slots=True)
class Analysis:
    """The findings of one state of a document's text.

    Attributes:
        after_step: the number of the document's last text-changing step before it; 0 for none.
        text: the text that was searched.
        findings: sorted by start; one may lie inside another, but none crosses another.
        anchors: one for each finding.
        partial: only a part of the text was searched so far; it is shown until the rest is known.
    """

    after_step: int
    text: str
    findings: tuple[Finding, ...]
    anchors: tuple[str, ...]
    partial: bool = False
