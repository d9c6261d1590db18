"""Checking files: load, search, and one report over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.export.report import CheckedDocument, CheckReport
from reviewer.garble.finding import Finding, Kind
from reviewer.repeats.family import Passage
from reviewer.text.progress import Progress, no_progress
from reviewer.workflow.analysing import Repeats, search_findings, search_repeats
from reviewer.workflow.importing import load_files


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings a report shows.

    Attributes:
        kinds: the kinds that are shown; empty for all.
        min_confidence: findings that are less sure are left out.
    """

    kinds: frozenset[Kind] = frozenset()
    min_confidence: float = 0.0

    def shows(self, finding: Finding) -> bool:
        """Whether the report shows this finding."""
        wanted = not self.kinds or finding.kind in self.kinds
        return wanted and finding.confidence >= self.min_confidence


def check_files(
    paths: Sequence[Path], selection: Selection, progress: Progress = no_progress
) -> CheckReport:
    """Load and search the files and folders `paths`.

    Files that cannot be read are in the report with their error; the others are searched all the
    same. The selection bears on what is shown, never on what is searched.

    Raises:
        Cancelled: from `progress`.
    """
    files = load_files(paths, progress)
    loaded = [(place, file.document) for place, file in enumerate(files) if file.document]
    texts = [document.text for _, document in loaded]
    findings = search_findings(texts, progress)
    repeats = search_repeats(texts, findings, progress)
    checked = [
        CheckedDocument(file.path, file.document, None if file.error is None else str(file.error))
        for file in files
    ]
    for (place, _), found in zip(loaded, findings, strict=True):
        shown = tuple(finding for finding in found if selection.shows(finding))
        checked[place] = replace(checked[place], findings=shown)
    return _report(tuple(checked), repeats, [place for place, _ in loaded])


def _report(
    documents: tuple[CheckedDocument, ...], repeats: Repeats, places: Sequence[int]
) -> CheckReport:
    """The report, with passages counting in all files instead of in the loaded ones."""

    def placed(passages: Sequence[Passage]) -> tuple[Passage, ...]:
        return tuple(Passage(places[passage.document], passage.span) for passage in passages)

    return CheckReport(
        documents,
        tuple(replace(family, passages=placed(family.passages)) for family in repeats.families),
        tuple(replace(row, readings=placed(row.readings)) for row in repeats.disagreements),
    )
