"""Searching texts: the findings of each and the repeats among all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.garble.detect import arranged, find_garble
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.shared_lines import SHARED_LINES, shared_line_findings, shared_lines
from reviewer.repeats.closing import with_closing_signs
from reviewer.repeats.disagreements import find_disagreements
from reviewer.repeats.family import Disagreement, Family
from reviewer.repeats.search import find_families
from reviewer.text.canonical import CanonicalText, canonical_text
from reviewer.text.progress import Progress, no_progress
from reviewer.text.span import Span

NOT_SPEECH = frozenset({Kind.SITE_BOILERPLATE, Kind.INJECTED_BOILERPLATE, Kind.HTML_MARKUP})
"""What sites add is the same on all their pages; it is left out where copies are looked for."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """The repeats among several texts.

    Attributes:
        families: `Passage.document` is an index in the list of texts.
        disagreements: `Disagreement.family` is an index in `families`.
    """

    families: tuple[Family, ...]
    disagreements: tuple[Disagreement, ...]


def search_findings(
    texts: Sequence[str], progress: Progress = no_progress
) -> list[tuple[Finding, ...]]:
    """The findings of each text, lines that unrelated ones of them share included.

    Raises:
        Cancelled: from `progress`.
    """
    found: list[tuple[Finding, ...]] = []
    for done, text in enumerate(texts):
        progress("garble", done, len(texts))
        found.append(find_garble(text))
    progress("garble", len(texts), len(texts))
    return with_shared_lines(texts, found)


def with_shared_lines(
    texts: Sequence[str], findings: Sequence[Sequence[Finding]]
) -> list[tuple[Finding, ...]]:
    """The findings of each text with the lines that unrelated texts share: site furniture.

    Shared lines that `findings` hold from an earlier search are looked for anew.
    """
    merged: list[tuple[Finding, ...]] = []
    for text, found, lines in zip(texts, findings, shared_lines(texts), strict=True):
        own = tuple(finding for finding in found if finding.rule != SHARED_LINES)
        shared = tuple(shared_line_findings(text, lines))
        merged.append(arranged([*own, *shared]) if shared else own)
    return merged


def search_repeats(
    texts: Sequence[str],
    findings: Sequence[Sequence[Finding]],
    progress: Progress = no_progress,
) -> Repeats:
    """The repeats among `texts`, whose `findings` tell what belongs to sites and not to speeches.

    Raises:
        Cancelled: from `progress`.
    """
    streams = streams_of(texts, findings)
    families = with_closing_signs(texts, find_families(streams, progress))
    return Repeats(families, find_disagreements(texts, families, progress))


def streams_of(texts: Sequence[str], findings: Sequence[Sequence[Finding]]) -> list[CanonicalText]:
    """The canonical streams of `texts`, without what sites added to them."""
    return [
        canonical_text(text, omit=site_spans(found))
        for text, found in zip(texts, findings, strict=True)
    ]


def site_spans(findings: Sequence[Finding]) -> list[Span]:
    """The spans of a text that sites added, as far as that is more than a suggestion."""
    return [
        finding.span
        for finding in findings
        if finding.kind in NOT_SPEECH and not finding.is_suggestion
    ]
