"""Which findings are listed and in which order, kept as columns of numbers.

It is loaded when there is something to list: columns bring numpy with them, which start-up does
without.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.finding import Kind
from reviewer.gui.models.findings_columns import VERDICT_ORDER, Column
from reviewer.gui.models.findings_filter import FindingsFilter, StateChoice
from reviewer.review.decision import Verdict
from reviewer.review.decision_column import VERDICTS, verdict_code
from reviewer.review.finding_columns import KINDS, kind_code
from reviewer.review.marks import Mark, Marks, as_marks

_RANKS = np.array([VERDICT_ORDER.index(verdict) for verdict in VERDICTS])
_NO_ROW = -1


class FindingsRows:
    """The marks of a document, sorted and filtered.

    Attributes:
        marks: all of them, in the order of the text.
    """

    def __init__(self, marks: Sequence[Mark]) -> None:
        """List all of `marks` in the order of the text."""
        self.marks: Marks = as_marks(marks)
        self._order: NDArray[np.int64] = np.arange(len(self.marks))
        self._visible = self._order
        self._row_of: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self._visible)

    def with_marks(self, marks: Sequence[Mark]) -> list[int]:
        """Take the same findings with other decisions or places, in the same rows.

        Returns:
            The places of those that are decided otherwise.
        """
        before, self.marks = self.marks, as_marks(marks)
        return np.flatnonzero(before.differing(self.marks)).tolist()

    def kind_counts(self) -> Counter[Kind]:
        """How many findings of each kind there are."""
        counts = np.bincount(self.marks.kinds, minlength=len(KINDS)).tolist()
        return Counter({kind: count for kind, count in zip(KINDS, counts, strict=True) if count})

    def sort(self, column: Column, *, descending: bool) -> None:
        """Sort by a column; equal rows stay in the order of the text. `filter` comes after it."""
        marks = self.marks
        if column is Column.CHANGE:
            found = [marks.finding_at(place) for place in range(len(marks))]
            keys = [(finding.text, finding.replacement or "") for finding in found]
            places = sorted(range(len(keys)), key=keys.__getitem__, reverse=descending)
            self._order = np.array(places, np.int64)
            return
        values: dict[Column, NDArray[np.generic]] = {
            Column.STATE: np.where(marks.overwritten, len(VERDICTS), _RANKS[marks.verdicts]),
            Column.KIND: marks.kinds,
            Column.CONFIDENCE: marks.confidences,
            Column.PLACE: marks.starts,
        }
        key = values[column].astype(np.float64)
        self._order = np.argsort(-key if descending else key, kind="stable")

    def filter(self, wanted: FindingsFilter, search_texts: Sequence[str]) -> bool:
        """List what passes.

        Args:
            wanted: what a finding must have.
            search_texts: what the filter's words are looked for in, for each mark; may be empty
                where it has none.

        Returns:
            Whether other rows are listed than before.
        """
        marks = self.marks
        passes = np.ones(len(marks), np.bool_)
        if wanted.kind is not None:
            passes &= marks.kinds == kind_code(wanted.kind)
        if wanted.minimum > 0:
            passes &= marks.confidences >= wanted.minimum
        if wanted.state is StateChoice.LATER:
            passes &= marks.are_open & (marks.verdicts == verdict_code(Verdict.LATER))
        elif wanted.state is not StateChoice.ALL:
            passes &= marks.are_open == (wanted.state is StateChoice.OPEN)
        words = wanted.words.strip().casefold()
        if words:
            for place in np.flatnonzero(passes).tolist():
                passes[place] = words in search_texts[place]
        before, self._visible = self._visible, self._order[passes[self._order]]
        self._row_of = None
        return not np.array_equal(before, self._visible)

    def place(self, row: int) -> int:
        """The place in `marks` of what a row shows."""
        return int(self._visible[row])

    def row(self, place: int) -> int | None:
        """The row that shows the mark at a place, or None where it is not listed."""
        row = int(self._rows()[place])
        return None if row == _NO_ROW else row

    def _rows(self) -> NDArray[np.int64]:
        if self._row_of is None:
            self._row_of = np.full(len(self.marks), _NO_ROW, np.int64)
            self._row_of[self._visible] = np.arange(len(self._visible))
        return self._row_of

    def anchors(self) -> list[str]:
        """The anchors of all rows, in the order shown."""
        return [self.marks.anchor_at(place) for place in self._visible.tolist()]

    def step(self, after: str | None, *, only_open: bool, backwards: bool) -> str | None:
        """The anchor of the next row to look at, or None at the end; see `FindingsModel.step`."""
        order = self._order[::-1] if backwards else self._order
        place = self.marks.place_of(after)
        begin = 0 if place is None else int(np.flatnonzero(order == place)[0]) + 1
        following = order[begin:]
        wanted = self._rows()[following] != _NO_ROW
        if only_open:
            wanted &= self.marks.are_open[following]
        # The first that is wanted; where none is, `argmax` names one that is not.
        first = int(np.argmax(wanted)) if len(wanted) else 0
        if not len(wanted) or not wanted[first]:
            return None
        return self.marks.anchor_at(int(following[first]))
