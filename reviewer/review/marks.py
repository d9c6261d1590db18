"""Marks: the findings of an analysis as they stand in the text now, with their decisions.

They are kept as columns, and a `Mark` is made when it is asked for: typing in a text with ten
thousand findings moves two columns of numbers and makes none of them anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast, overload

import numpy as np
from numpy.typing import NDArray

from reviewer.garble.finding import Finding
from reviewer.review.analysis import Analysis
from reviewer.review.decision import Decision, Verdict
from reviewer.review.decision_column import REPLACING, DecisionColumn, verdict_table
from reviewer.review.edits import EditScript
from reviewer.review.finding_columns import Booleans, FindingColumns, Numbers, whole_numbers
from reviewer.text.span import Span

_UNSETTLED = verdict_table(Verdict.OPEN, Verdict.LATER)


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding as it stands now.

    Attributes:
        finding: the finding, its span in code points of the text as it is now.
        anchor: its name for decisions.
        decision: what the editor decided.
        overwritten: the editor typed over it, so there is nothing left to decide.
    """

    finding: Finding
    anchor: str
    decision: Decision
    overwritten: bool

    @property
    def open(self) -> bool:
        """Whether the editor still has to decide."""
        return not self.overwritten and not self.decision.settled


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the findings stand now, and which of them were typed over."""

    starts: Numbers
    ends: Numbers
    overwritten: Booleans


class Marks(Sequence[Mark]):
    """All marks of a text, or some of them, sorted by start. A value: it is never changed."""

    def __init__(
        self,
        columns: FindingColumns,
        places: _Places,
        decisions: DecisionColumn,
        rows: Numbers | None = None,
    ) -> None:
        """Put columns of the same length together; see `marks_of` and `as_marks`.

        Args:
            columns: the findings.
            places: where they stand.
            decisions: what was decided about them.
            rows: which of them these marks are, rising; None for all.
        """
        self.columns = columns
        self.decisions = decisions
        self._places = places
        self._rows = rows
        self._made: dict[int, Mark] = {}
        self._open: Booleans | None = None

    # Other marks of the same findings

    def moved(self, since: EditScript) -> Marks:
        """All of them where they stand after the edits `since` the search."""
        return Marks(self.columns, _places_after(self.columns, since), self.decisions)

    def decided(self, decisions: Mapping[str, Decision]) -> Marks:
        """All of them with these decisions about the findings with these anchors."""
        numbers = self.columns.numbers
        known = {numbers[anchor]: decisions[anchor] for anchor in decisions if anchor in numbers}
        return Marks(self.columns, self._places, self.decisions.changed(known))

    def only(self, shown: Booleans) -> Marks:
        """Of all of them those for which `shown`, one for each finding, is true."""
        if shown.all():
            return self
        return Marks(self.columns, self._places, self.decisions, np.flatnonzero(shown))

    # One by one

    def __len__(self) -> int:
        return len(self.columns) if self._rows is None else len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Mark: ...

    @overload
    def __getitem__(self, place: slice) -> list[Mark]: ...

    def __getitem__(self, place: int | slice) -> Mark | list[Mark]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        number = range(len(self))[place]
        if self._rows is not None:
            number = int(self._rows[number])
        mark = self._made.get(number)
        if mark is None:
            mark = self._made[number] = self._make(number)
        return mark

    def _make(self, number: int) -> Mark:
        finding, places = self.columns.findings[number], self._places
        start, end = int(places.starts[number]), int(places.ends[number])
        if (start, end) != (finding.span.start, finding.span.end):
            finding = finding.at(Span(start, end))
        gone = bool(places.overwritten[number])
        return Mark(finding, self.columns.anchors[number], self.decisions[number], gone)

    def __iter__(self) -> Iterator[Mark]:
        return (self[place] for place in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if other is self:
            return True
        if not isinstance(other, Marks | list | tuple):
            return NotImplemented
        return list(self) == list(cast("Sequence[object]", other))

    def __hash__(self) -> int:
        return hash(tuple(self.anchors()))

    def anchor_at(self, place: int) -> str:
        """The anchor of the mark at a place."""
        return self.columns.anchors[place if self._rows is None else int(self._rows[place])]

    def anchors(self) -> list[str]:
        """The anchors of all, in their order."""
        anchors = self.columns.anchors
        if self._rows is None:
            return list(anchors)
        numbers: list[int] = self._rows.tolist()
        return [anchors[number] for number in numbers]

    def finding_at(self, place: int) -> Finding:
        """The finding at a place as the search gave it: its span may have moved since."""
        return self.columns.findings[place if self._rows is None else int(self._rows[place])]

    def start_at(self, place: int) -> int:
        """Where the mark at a place begins."""
        return int(self._places.starts[place if self._rows is None else self._rows[place]])

    def end_at(self, place: int) -> int:
        """Where the mark at a place ends."""
        return int(self._places.ends[place if self._rows is None else self._rows[place]])

    def place_of(self, anchor: str | None) -> int | None:
        """The place of the mark with this anchor, or None where it is not among these."""
        number = self.columns.numbers.get(anchor) if anchor is not None else None
        if number is None or self._rows is None:
            return number
        place = int(np.searchsorted(self._rows, number))
        return place if place < len(self._rows) and self._rows[place] == number else None

    def named(self, anchor: str | None) -> Mark | None:
        """The mark with this anchor, or None where it is not among these."""
        place = self.place_of(anchor)
        return None if place is None else self[place]

    # All at once: a value for each mark

    @property
    def starts(self) -> Numbers:
        """Where each begins, in code points of the text as it is now."""
        return self._places.starts if self._rows is None else self._places.starts[self._rows]

    @property
    def ends(self) -> Numbers:
        """Where each ends."""
        return self._places.ends if self._rows is None else self._places.ends[self._rows]

    @property
    def kinds(self) -> Numbers:
        """The code of each kind."""
        return self.columns.kinds if self._rows is None else self.columns.kinds[self._rows]

    @property
    def confidences(self) -> NDArray[np.float64]:
        """How sure each one's rule is."""
        values = self.columns.confidences
        return values if self._rows is None else values[self._rows]

    @property
    def safe(self) -> Booleans:
        """Whether each may be accepted unseen."""
        return self.columns.safe if self._rows is None else self.columns.safe[self._rows]

    @property
    def verdicts(self) -> NDArray[np.int8]:
        """The code of what was decided about each."""
        values = self.decisions.verdicts
        return values if self._rows is None else values[self._rows]

    @property
    def overwritten(self) -> Booleans:
        """Whether the editor typed over each."""
        values = self._places.overwritten
        return values if self._rows is None else values[self._rows]

    @property
    def are_open(self) -> Booleans:
        """Whether the editor still has to decide each."""
        if self._open is None:
            self._open = _UNSETTLED[self.verdicts] & ~self.overwritten
        return self._open

    @property
    def open_count(self) -> int:
        """How many the editor still has to decide."""
        return int(np.count_nonzero(self.are_open))

    @property
    def has_safe(self) -> bool:
        """Whether one of those to decide may be accepted unseen."""
        return bool((self.are_open & self.safe).any())

    def replacing(self) -> list[int]:
        """The places of those that are decided with a text to put in place."""
        return np.flatnonzero(REPLACING[self.verdicts]).tolist()

    @property
    def _numbers(self) -> Numbers:
        """Which of all findings these are."""
        return np.arange(len(self.columns)) if self._rows is None else self._rows

    def same_findings(self, other: Marks) -> bool:
        """Whether both are of the same findings, in the same order."""
        if len(self) != len(other):
            return False
        if self.columns is other.columns and np.array_equal(self._numbers, other._numbers):
            return True
        return self.anchors() == other.anchors()

    def differing(self, other: Marks) -> Booleans:
        """Which of the same findings are decided otherwise in `other`, or typed over only there."""
        differs = self.overwritten != other.overwritten
        if self.columns is other.columns:
            decided = self.decisions.differing(other.decisions)
            return differs | (decided if self._rows is None else decided[self._rows])
        pairs = zip(self, other, strict=True)
        return differs | np.fromiter((one.decision != two.decision for one, two in pairs), np.bool_)


def marks_of(analysis: Analysis, since: EditScript, decisions: Mapping[str, Decision]) -> Marks:
    """The marks of `analysis` after the edits made `since`, sorted by start.

    Cost: O(n + m) for n findings and m edits, the border arithmetic vectorised.
    """
    columns = FindingColumns(analysis.findings, analysis.anchors)
    places = _places_after(columns, since)
    return Marks(columns, places, DecisionColumn.for_anchors(analysis.anchors, decisions))


def as_marks(marks: Sequence[Mark]) -> Marks:
    """`marks` themselves, or the same marks as columns where they are another sequence."""
    if isinstance(marks, Marks):
        return marks
    columns = FindingColumns([mark.finding for mark in marks], [mark.anchor for mark in marks])
    overwritten = np.fromiter((mark.overwritten for mark in marks), np.bool_, len(marks))
    places = _Places(columns.starts, columns.ends, overwritten)
    return Marks(columns, places, DecisionColumn.of(mark.decision for mark in marks))


def _places_after(columns: FindingColumns, script: EditScript) -> _Places:
    """Each finding's place after `script`, and whether an edit touched it."""
    starts, ends = columns.starts, columns.ends
    if not script.edits or not len(columns):
        return _Places(starts, ends, np.zeros(len(columns), np.bool_))
    edit_starts = whole_numbers(edit.start for edit in script.edits)
    edit_ends = whole_numbers(edit.end for edit in script.edits)
    shifts = np.cumsum([0, *(edit.growth for edit in script.edits)])
    # The first edit that ends behind the start of a finding: before it all are left of the finding.
    first = np.searchsorted(edit_ends, starts, side="right")
    touched = np.append(edit_starts, np.iinfo(np.int64).max)[first] < ends
    moves = shifts[first]
    new_starts, new_ends = starts + moves, ends + moves
    for number in np.flatnonzero(touched).tolist():
        span = script.map_span(columns.findings[number].span)
        new_starts[number], new_ends[number] = span.start, span.end
    return _Places(new_starts, new_ends, touched)
