"""Analyses and their findings. They follow from a text and the rules and can be made again."""

from __future__ import annotations

import json
from collections.abc import Iterable

from reviewer.garble.finding import Finding, Kind
from reviewer.review.analysis import Analysis
from reviewer.review.steps import DocumentId
from reviewer.store.connection import Row, StoreConnection, Value, now
from reviewer.store.documents import expect_document, keep_version, source_text
from reviewer.store.texts import storable, storable_json, stored_text, version_text
from reviewer.text.span import Span
from reviewer.text.wording import Wording

_COLUMNS = (
    "analysis, ordinal, kind, start, stop, replacement, confidence, safe, reason_zh, reason_en,"
    " alternatives, rule, anchor"
)


def save_analysis(
    connection: StoreConnection, document: DocumentId, analysis: Analysis, detector_version: str
) -> None:
    """Keep an analysis; it takes the place of an earlier one made after the same step.

    Args:
        connection: the store.
        document: the document that was searched.
        analysis: its findings; the marked characters must be those of its text.
        detector_version: which rules found them.

    Raises:
        UnknownDocument: there is no such document.
        ValueError: the analysis does not fit its text, or its text not the document.
    """
    expect_document(connection, document)
    for finding in analysis.findings:
        if finding.span.of(analysis.text) != finding.text:
            raise ValueError(f"{finding.text!r} does not stand at {finding.span}")
    if not analysis.after_step and analysis.text != source_text(connection, document):
        raise ValueError("an analysis before the first step must be one of the source text")
    with connection.writing():
        forget_analyses(connection, [document], analysis.after_step)
        number = connection.insert(
            "analysis",
            {
                "document": document,
                "version": keep_version(connection, document, analysis.text),
                "after_step": analysis.after_step,
                "detector_version": detector_version,
                "made_at": now(),
            },
        )
        connection.execute_many(
            f"INSERT INTO finding ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                _finding_row(number, ordinal, finding, anchor)
                for ordinal, (finding, anchor) in enumerate(
                    zip(analysis.findings, analysis.anchors, strict=True)
                )
            ),
        )


def forget_analyses(
    connection: StoreConnection, documents: Iterable[DocumentId], after_step: int
) -> None:
    """Throw away, inside a transaction, what was found in the text after one step."""
    connection.execute_many(
        "DELETE FROM analysis WHERE document = ? AND after_step = ?",
        ((document, after_step) for document in documents),
    )


def analyses(connection: StoreConnection, document: DocumentId) -> tuple[Analysis, ...]:
    """The analyses of a document in the order in which they were made, one for each step.

    Raises:
        UnknownDocument: there is no such document.
        TextDamaged: a text that was searched is not what was saved.
        StoreTooNew: a finding is of a kind that this program does not know.
        StoreDamaged: a finding makes no sense.
    """
    expect_document(connection, document)
    made = connection.rows(
        "SELECT id, version, after_step FROM analysis WHERE document = ? ORDER BY id", (document,)
    )
    return tuple(_analysis(connection, *row) for row in made)


def _analysis(connection: StoreConnection, number: int, version: int, after_step: int) -> Analysis:
    text = version_text(connection, version)
    rows = connection.rows(
        f"SELECT {_COLUMNS} FROM finding WHERE analysis = ? ORDER BY ordinal", (number,)
    )
    with connection.decoding(f"analysis {number}"):
        findings = tuple(_finding(connection, text, row) for row in rows)
    return Analysis(after_step, text, findings, tuple(row[-1] for row in rows))


def _finding_row(number: int, ordinal: int, finding: Finding, anchor: str) -> tuple[Value, ...]:
    replacement = finding.replacement
    return (
        number,
        ordinal,
        finding.kind.value,
        finding.span.start,
        finding.span.end,
        None if replacement is None else storable(replacement),
        finding.confidence,
        finding.safe,
        storable(finding.reason.zh),
        storable(finding.reason.en),
        storable_json(finding.alternatives),
        finding.rule,
        anchor,
    )


def _finding(connection: StoreConnection, text: str, row: Row) -> Finding:
    kind, start, end, replacement, confidence, safe, zh, en, alternatives, rule = row[2:12]
    span = Span(start, end)
    return Finding(
        kind=connection.meaning(Kind, kind),
        span=span,
        text=span.of(text),
        replacement=None if replacement is None else stored_text(replacement),
        confidence=confidence,
        safe=bool(safe),
        reason=Wording(stored_text(zh), stored_text(en)),
        alternatives=tuple(json.loads(alternatives)),
        rule=rule,
    )
