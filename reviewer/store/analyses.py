"""Analyses and their findings. They follow from a text and the rules and can be made again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from reviewer.garble.finding import Finding, Kind
from reviewer.review.analysis import Analysis
from reviewer.review.steps import DocumentId
from reviewer.store.connection import Row, StoreConnection, Value, now
from reviewer.store.documents import expect_document, keep_version, source_text
from reviewer.store.texts import storable, storable_json, stored_text, version_text
from reviewer.text.span import Span
from reviewer.text.wording import Wording

PIECE = 500
"""Findings that are written in one transaction, where writing goes on in pieces; about 5 ms."""

_COLUMNS = (
    "analysis, ordinal, kind, start, stop, replacement, confidence, safe, reason_zh, reason_en,"
    " alternatives, rule, anchor"
)


class AnalysisWriter:
    """Writes one analysis in pieces, so that other work gets its turn in between.

    It counts when all of it is written; until then it is as if there were none.
    """

    def __init__(
        self,
        connection: StoreConnection,
        document: DocumentId,
        analysis: Analysis,
        detector_version: str,
    ) -> None:
        """Begin to write; see `save_analysis` for the arguments and errors."""
        expect_document(connection, document)
        if not analysis.after_step and analysis.text != source_text(connection, document):
            raise ValueError("an analysis before the first step must be one of the source text")
        self._connection = connection
        self._document = document
        self._analysis = analysis
        self._detector_version = detector_version
        self._number = 0
        self._written = 0

    def write(self, most: int = PIECE) -> bool:
        """Write some findings more; whether all is written now.

        Raises:
            ValueError: a finding does not fit the text.
        """
        findings = self._analysis.findings[self._written : self._written + most]
        for finding in findings:
            if finding.span.of(self._analysis.text) != finding.text:
                raise ValueError(f"{finding.text!r} does not stand at {finding.span}")
        ends = self._written + len(findings) == len(self._analysis.findings)
        with self._connection.writing():
            if not self._number:
                self._number = self._begin(unfinished=not ends)
            elif ends:
                self._connection.execute(
                    "DELETE FROM unfinished WHERE analysis = ?", (self._number,)
                )
            self._write_rows(findings)
        self._written += len(findings)
        return ends

    def _begin(self, unfinished: bool) -> int:
        connection, analysis = self._connection, self._analysis
        forget_analyses(connection, [self._document], analysis.after_step)
        number = connection.insert(
            "analysis",
            {
                "document": self._document,
                "version": keep_version(connection, self._document, analysis.text),
                "after_step": analysis.after_step,
                "detector_version": self._detector_version,
                "made_at": now(),
                "partial": analysis.partial,
            },
        )
        if unfinished:
            connection.insert("unfinished", {"analysis": number})
        return number

    def _write_rows(self, findings: Sequence[Finding]) -> None:
        first = self._written
        anchors = self._analysis.anchors[first : first + len(findings)]
        self._connection.execute_many(
            f"INSERT INTO finding ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                _finding_row(self._number, ordinal, finding, anchor)
                for ordinal, (finding, anchor) in enumerate(
                    zip(findings, anchors, strict=True), first
                )
            ),
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
    writer = AnalysisWriter(connection, document, analysis, detector_version)
    writer.write(max(1, len(analysis.findings)))


def keep_newest_analyses(connection: StoreConnection, document: DocumentId, count: int) -> None:
    """Throw all analyses of a document away but that of its source text and the `count` newest."""
    with connection.writing():
        connection.execute(
            "DELETE FROM analysis WHERE document = ? AND after_step > 0 AND id NOT IN"
            " (SELECT id FROM analysis WHERE document = ? ORDER BY id DESC LIMIT ?)",
            (document, document, count),
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
        "SELECT id, version, after_step, partial FROM analysis WHERE document = ?"
        " AND id NOT IN (SELECT analysis FROM unfinished) ORDER BY id",
        (document,),
    )
    return tuple(_analysis(connection, *row) for row in made)


def _analysis(
    connection: StoreConnection, number: int, version: int, after_step: int, partial: int
) -> Analysis:
    text = version_text(connection, version)
    rows = connection.rows(
        f"SELECT {_COLUMNS} FROM finding WHERE analysis = ? ORDER BY ordinal", (number,)
    )
    with connection.decoding(f"analysis {number}"):
        findings = tuple(_finding(connection, text, row) for row in rows)
    anchors = tuple(row[-1] for row in rows)
    return Analysis(after_step, text, findings, anchors, bool(partial))


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
