"""The report of a check as JSON, format `reviewer-check/1`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from reviewer.export.report import CheckedDocument, CheckReport
from reviewer.garble.finding import Finding
from reviewer.loading.names import shown_name
from reviewer.repeats.family import Disagreement, Family, Passage
from reviewer.repeats.figures import DocumentFigures, Figures
from reviewer.repeats.formulas import Formula
from reviewer.review.keeping import Kept
from reviewer.text.wording import Language

FORMAT = "reviewer-check/1"


def check_json(report: CheckReport, language: Language) -> str:
    """The report as one JSON object, ending in a line break.

    Offsets are code points of the text as loaded. Documents are numbered from 0 in the order of
    the report, families from 1. Reasons are in `language`. `matrix` has a row for each pair of
    documents that share text, and one for each that repeats itself. `formulas` is there where they
    were asked for.
    """
    data: dict[str, Any] = {
        "format": FORMAT,
        "documents": [
            _document(document, language) | _document_figures(report.figures, number)
            for number, document in enumerate(report.documents)
        ],
        "families": [
            _family(number, row) | _kept(report.kept, number, language)
            for number, row in enumerate(report.families, 1)
        ],
        "disagreements": [_disagreement(row, report) for row in report.disagreements],
        "figures": _shares(report.figures.whole),
        "matrix": [
            {"document": document, "other": other, "characters": characters}
            for document, other, characters in report.figures.matrix()
        ],
    }
    if report.formulas is not None:
        data["formulas"] = [_formula(formula, report) for formula in report.formulas]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _formula(formula: Formula, report: CheckReport) -> dict[str, Any]:
    first = formula.passages[0]
    return {
        "kind": formula.kind.value,
        "count": len(formula.passages),
        "text": report.passage_text(first.document, first.span.start, first.span.end),
        "passages": [_place(passage) for passage in formula.passages],
    }


def _document(checked: CheckedDocument, language: Language) -> dict[str, Any]:
    document = checked.document
    return {
        "path": shown_name(checked.path),
        "encoding": None if document is None else document.origin.encoding,
        "characters": 0 if document is None else len(document),
        "error": checked.error,
        "findings": [_finding(finding, language) for finding in checked.findings],
    }


def _finding(finding: Finding, language: Language) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "replacement": finding.replacement,
        "confidence": round(finding.confidence, 3),
        "safe": finding.safe,
        "reason": finding.reason.text(language),
    }


def _family(number: int, family: Family) -> dict[str, Any]:
    return {
        "id": number,
        "kind": family.kind.value,
        "similarity": round(family.similarity, 3),
        "passages": [_place(passage) for passage in family.passages],
    }


def _kept(kept: Sequence[Kept], number: int, language: Language) -> dict[str, Any]:
    """Which passage of a family the rule keeps, by its place in `passages`."""
    if number > len(kept):
        return {}
    choice = kept[number - 1]
    return {"kept": choice.index, "kept_reason": choice.reason.text(language)}


def _document_figures(figures: Figures, number: int) -> dict[str, Any]:
    if number >= len(figures.documents):
        return {}
    one = figures.documents[number]
    source = one.largest_source
    largest = None
    if source is not None:
        largest = {
            "document": source.document,
            "characters": source.characters,
            "share": round(source.share, 4),
        }
    return {"figures": {**_shares(one), "largest_source": largest}}


def _shares(one: DocumentFigures) -> dict[str, float]:
    """Shares of a text: what repeats and what does not add up to 1."""
    repeated = round(one.repeated_share, 4)
    return {
        "repeated": repeated,
        "unique": round(1 - repeated, 4),
        "removable": round(one.removable_share, 4),
    }


def _disagreement(disagreement: Disagreement, report: CheckReport) -> dict[str, Any]:
    return {
        "family": disagreement.family + 1,
        "category": disagreement.category.value,
        "readings": [
            {
                **_place(reading),
                "text": report.passage_text(reading.document, reading.span.start, reading.span.end),
            }
            for reading in disagreement.readings
        ],
    }


def _place(passage: Passage) -> dict[str, int]:
    return {
        "document": passage.document,
        "start": passage.span.start,
        "end": passage.span.end,
    }
