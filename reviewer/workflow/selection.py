"""Which findings a bulk decision takes in: all like one, all of a kind, all that are safe."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

import numpy as np

from reviewer.review.finding_columns import kind_code
from reviewer.review.marks import Mark, as_marks


class Likeness(Enum):
    """How alike another finding must be to be decided together with one."""

    SAME_TEXT = "same_text"
    """The same kind, the same marked characters, the same repair."""
    SAME_KIND = "same_kind"
    """The same kind, whatever its text."""
    SAFE = "safe"
    """Safe to accept unseen, whatever its kind."""

    def takes_in(self, model: Mark | None, other: Mark) -> bool:
        """Whether `other` is decided together with `model` (which `SAFE` does without)."""
        one, two = None if model is None else model.finding, other.finding
        if self is Likeness.SAFE:
            return two.safe
        if one is None or one.kind is not two.kind:
            return False
        return self is Likeness.SAME_KIND or (
            one.text == two.text and one.replacement == two.replacement
        )


def open_marks(marks: Sequence[Mark], model: Mark | None, likeness: Likeness) -> list[Mark]:
    """Those of `marks` that are still open and alike. Only those that may be are looked at."""
    columns = as_marks(marks)
    possible = columns.are_open
    if likeness is Likeness.SAFE:
        possible = possible & columns.safe
    elif model is not None:
        possible = possible & (columns.kinds == kind_code(model.finding.kind))
    alike = (columns[place] for place in np.flatnonzero(possible).tolist())
    return [mark for mark in alike if likeness.takes_in(model, mark)]
