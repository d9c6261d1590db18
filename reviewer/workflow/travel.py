"""Documents follow the history when steps of it are taken back or brought back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviewer.review.reviewed import ReviewedDocument
from reviewer.review.steps import DocumentId, Step


def follow_travel(
    opened: Mapping[DocumentId, ReviewedDocument],
    touched: Iterable[Step],
    in_force: Iterable[Step],
    *,
    back: bool,
) -> None:
    """Bring the open documents to the state that the steps in force make.

    Args:
        opened: the documents in memory; others are read when they are asked for.
        touched: the steps that were taken back or brought back, in the order of it.
        in_force: the steps in force now, oldest first.
        back: whether they were taken back.
    """
    unknown: set[DocumentId] = set()
    for step in touched:
        for number in opened.keys() & set(step.documents) - unknown:
            if not back:
                opened[number].apply(step)
                opened[number].recall()
            elif not opened[number].take_back(step):
                unknown.add(number)
    for number in unknown:
        opened[number].replay(in_force)
