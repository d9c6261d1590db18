"""Figures of documents, kept so that a list of them need not open each one.

A state is named by the last event that touched the document, its newest analysis, and what decides
which findings are shown. Figures of another state than the document's are as good as none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.review.steps import DocumentId
from reviewer.review.summary import Summary
from reviewer.store.connection import StoreConnection
from reviewer.store.errors import UnknownDocument

_STATE = (
    "SELECT document.id AS document, coalesce(document.last_event, 0) AS event,"
    " coalesce((SELECT max(made_at) FROM analysis WHERE analysis.document = document.id"
    " AND analysis.id NOT IN (SELECT analysis FROM unfinished)), '') AS newest FROM document"
)


@dataclass(frozen=True, slots=True)
class SummaryState:
    """The state that figures are of.

    Attributes:
        last_event: the last event of the journal that touched the document; 0 before the first.
        analysed_at: when it was analysed last; empty before the first time.
        shown_by: what decides which findings are shown: preferences and rules, as a hash.
    """

    last_event: int
    analysed_at: str
    shown_by: str


def state_of(connection: StoreConnection, document: DocumentId, shown_by: str) -> SummaryState:
    """The state of a document as it is now.

    Raises:
        UnknownDocument: there is none with this number.
    """
    row = connection.row(f"{_STATE} WHERE document.id = ?", (document,))
    if row is None:
        raise UnknownDocument(document)
    return SummaryState(row[1], row[2], shown_by)


def keep_summaries(
    connection: StoreConnection, rows: Mapping[DocumentId, tuple[SummaryState, Summary]]
) -> None:
    """Keep the figures of documents in the place of earlier ones, in one transaction."""
    if not rows:
        return
    with connection.writing():
        connection.execute_many(
            "INSERT OR REPLACE INTO summary (document, last_event, analysed_at, shown_by,"
            " characters, findings, open, analysed, stale, judged)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    number,
                    state.last_event,
                    state.analysed_at,
                    state.shown_by,
                    summary.characters,
                    summary.findings,
                    summary.open_findings,
                    summary.analysed,
                    summary.stale,
                    json.dumps(summary.judged),
                )
                for number, (state, summary) in rows.items()
            ],
        )


def summaries(connection: StoreConnection, shown_by: str) -> dict[DocumentId, Summary]:
    """The figures of the documents in the library, as far as they are of their state now."""
    rows = connection.rows(
        "SELECT summary.document, characters, findings, open, analysed, stale, judged"
        f" FROM summary JOIN ({_STATE} WHERE removed_at IS NULL) AS state"
        " ON state.document = summary.document AND state.event = summary.last_event"
        " AND state.newest = summary.analysed_at WHERE shown_by = ?",
        (shown_by,),
    )
    with connection.decoding("summary"):
        return {row[0]: _summary(*row[1:]) for row in rows}


def _summary(
    characters: int, findings: int, unsettled: int, analysed: int, stale: int, judged: str
) -> Summary:
    rules = tuple((str(rule), int(yes), int(no)) for rule, yes, no in json.loads(judged))
    return Summary(characters, findings, unsettled, bool(analysed), bool(stale), rules)
