"""What has to be searched in a library: everything for repeats, the changed for findings."""

from __future__ import annotations

from reviewer.garble.finding import Finding
from reviewer.review.steps import DocumentId
from reviewer.workflow.background import SearchOrder
from reviewer.workflow.desk import ReviewDesk


def search_order(desk: ReviewDesk) -> SearchOrder:
    """The order for the library as it is now."""
    texts: list[tuple[DocumentId, str]] = []
    stale: set[DocumentId] = set()
    known: dict[DocumentId, tuple[Finding, ...]] = {}
    for row in desk.documents():
        state = desk.reviewed(row.id)
        texts.append((row.id, state.text))
        if state.stale:
            stale.add(row.id)
        else:
            known[row.id] = tuple(mark.finding for mark in state.marks)
    return SearchOrder(tuple(texts), frozenset(stale), known)
