"""The documents of a library as a list: what is asked for, by status and tags."""

from __future__ import annotations

from collections.abc import Collection

from reviewer.export.library_list import ListedDocument
from reviewer.review.status import Status
from reviewer.workflow.desk import ReviewDesk
from reviewer.workflow.summaries import all_summaries


def listed_documents(
    desk: ReviewDesk, statuses: Collection[Status] = (), tags: Collection[str] = ()
) -> list[ListedDocument]:
    """The documents of a library in the order in which they were added.

    Args:
        desk: the library.
        statuses: documents of one of these; of any where none is given.
        tags: documents with one of these; with any or none where none is given.

    Only documents whose figures are not kept are opened; their figures are kept then.
    """
    known, summaries = desk.catalogue.tags(), all_summaries(desk)
    batches = desk.catalogue.batches()
    lengths = {number: summary.characters for number, summary in summaries.items()}
    shares = desk.repeats().repeated_shares(lengths)
    found: list[ListedDocument] = []
    for row in desk.documents():
        own, summary = known.get(row.id, ()), summaries[row.id]
        if (statuses and row.status not in statuses) or (tags and not set(tags) & set(own)):
            continue
        found.append(
            ListedDocument(
                number=row.id,
                title=row.title,
                path=row.origin.path,
                status=row.status,
                tags=own,
                batch=None if row.batch is None else batches[row.batch].name,
                characters=summary.characters,
                findings=summary.findings,
                open_findings=summary.open_findings,
                repeated_share=shares[row.id],
                analysed=summary.analysed,
                added_at=row.added_at,
                worked_at=row.worked_at,
            )
        )
    return found
