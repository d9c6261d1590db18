"""Checking files: load, search, and one report over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.export.report import CheckedDocument, CheckReport
from reviewer.garble.finding import Finding, Kind
from reviewer.loading.names import shown_name
from reviewer.repeats.family import Passage
from reviewer.repeats.figures import figures_of
from reviewer.repeats.formulas import Formula, find_formulas
from reviewer.review.keeping import Damage, copies_of, kept_of
from reviewer.text.progress import Progress, no_progress
from reviewer.workflow.analysing import search_findings, streams_of
from reviewer.workflow.healing import ComparedTexts, compare_texts
from reviewer.workflow.importing import load_files


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings a report shows.

    Attributes:
        kinds: the kinds that are shown; empty for all.
        min_confidence: findings that are less sure are left out.
        formulas: whether stock phrases, headings and parallels are listed too.
    """

    kinds: frozenset[Kind] = frozenset()
    min_confidence: float = 0.0
    formulas: bool = False

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
    names = [shown_name(Path(document.origin.path.stem)) for _, document in loaded]
    compared = compare_texts(texts, findings, names, progress)
    checked = [
        CheckedDocument(file.path, file.document, None if file.error is None else str(file.error))
        for file in files
    ]
    for (place, _), found in zip(loaded, compared.findings, strict=True):
        shown = tuple(finding for finding in found if selection.shows(finding))
        checked[place] = replace(checked[place], findings=shown)
    report = _report(tuple(checked), compared, [place for place, _ in loaded])
    if not selection.formulas:
        return report
    return replace(report, formulas=_formulas(texts, compared, report, progress))


def _formulas(
    texts: Sequence[str], compared: ComparedTexts, report: CheckReport, progress: Progress
) -> tuple[Formula, ...]:
    """What recurs without being a copy; its documents count as those of the report."""
    streams = streams_of(texts, compared.findings)
    found = find_formulas(texts, streams, compared.repeats.families, progress)
    places = [place for place, row in enumerate(report.documents) if row.document is not None]
    return tuple(replace(row, passages=_placed(row.passages, places)) for row in found)


def _placed(passages: Sequence[Passage], places: Sequence[int]) -> tuple[Passage, ...]:
    return tuple(Passage(places[passage.document], passage.span) for passage in passages)


def _report(
    documents: tuple[CheckedDocument, ...], compared: ComparedTexts, places: Sequence[int]
) -> CheckReport:
    """The report, with passages counting in all files instead of in the loaded ones."""
    repeats = compared.repeats
    families = [replace(row, passages=_placed(row.passages, places)) for row in repeats.families]
    damage = [Damage(())] * len(documents)
    for place, found in zip(places, compared.findings, strict=True):
        damage[place] = Damage(found)
    kept = tuple(kept_of(family, copies_of(family, damage)) for family in families)
    lengths = [0 if row.document is None else len(row.document) for row in documents]
    return CheckReport(
        documents,
        tuple(families),
        tuple(
            replace(row, readings=_placed(row.readings, places)) for row in repeats.disagreements
        ),
        kept,
        figures_of(lengths, families, [choice.index for choice in kept]),
    )
