"""The report of a check as JSON, format `reviewer-check/1`."""

from __future__ import annotations

import json
from typing import Any

from reviewer.export.report import CheckedDocument, CheckReport
from reviewer.garble.finding import Finding
from reviewer.loading.names import shown_name
from reviewer.repeats.family import Disagreement, Family, Passage
from reviewer.text.wording import Language

FORMAT = "reviewer-check/1"


def check_json(report: CheckReport, language: Language) -> str:
    """The report as one JSON object, ending in a line break.

    Offsets are code points of the text as loaded. Documents are numbered from 0 in the order of
    the report, families from 1. Reasons are in `language`.
    """
    data = {
        "format": FORMAT,
        "documents": [_document(document, language) for document in report.documents],
        "families": [_family(number, row) for number, row in enumerate(report.families, 1)],
        "disagreements": [_disagreement(row, report) for row in report.disagreements],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


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
