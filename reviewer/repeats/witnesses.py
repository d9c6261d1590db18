"""Copies as witnesses: a place that is damaged in one copy is read in the others.

What an undamaged copy shows in the place of a finding is the best repair there is, and it is named
with where it stands. Masks are filled the same way, but only ever as a proposal: another edition of
a speech may name another year by right. Where witnesses differ all their readings are shown and
nothing is voted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reviewer.garble.finding import Finding, Kind
from reviewer.repeats.copies import Copies, Copy
from reviewer.repeats.family import Passage
from reviewer.repeats.named_places import Places
from reviewer.repeats.repairs import Reading, asks_copies, fitting, healed
from reviewer.text.codes import code_points
from reviewer.text.script import Script, script_of
from reviewer.text.span import Span, merge_spans

_MOST_ASKED = 12
"""So many copies of a family are asked, the least damaged ones."""

_ROOM = 12
"""By so many code points the witness's text may be longer than twice what stands there."""


class Damaged:
    """Which places of a text are damaged, as far as that is more than a suggestion."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Take the findings of one text."""
        marked = [
            finding.span
            for finding in findings
            if not finding.is_suggestion and finding.kind is not Kind.SCRIPT_MIXING
        ]
        spans = merge_spans(span for span in marked if len(span))
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]
        self._places = sorted(span.start for span in marked if not len(span))
        self._all = sorted(span.start for span in marked)

    def count(self, span: Span) -> int:
        """How many damaged places begin in `span`. Cost: O(log n)."""
        return bisect_left(self._all, span.end) - bisect_left(self._all, span.start)

    def touches(self, span: Span) -> bool:
        """Whether a damaged character lies in `span`, or `span` in damage. Cost: O(log n)."""
        at = bisect_right(self._ends, span.start)
        if at < len(self._starts) and self._starts[at] < span.end:
            return True
        place = bisect_left(self._places, span.start)
        return place < len(self._places) and self._places[place] <= span.end


class Witnesses:
    """What the copies of some texts say of the findings in them, family by family."""

    def __init__(
        self,
        texts: Sequence[str],
        findings: Sequence[Sequence[Finding]],
        damaged: Sequence[Damaged],
        places: Places,
    ) -> None:
        """Nobody was heard yet.

        Args:
            texts: the texts.
            findings: of each text, sorted by start.
            damaged: the damage of each text.
            places: how witnesses are named.
        """
        self._texts = texts
        self._findings = findings
        self._damaged = damaged
        self._places = places
        self._scripts: dict[int, Script] = {}
        self._heard: dict[tuple[int, int], dict[Passage, Reading]] = {}

    def hear(self, family: Copies) -> None:
        """Ask each copy of a family about the findings in the others.

        Cost: O(log n) for each finding and for each of the `_MOST_ASKED` copies that are asked.
        """
        witnesses = sorted(family.all, key=self._damage)[:_MOST_ASKED]
        for copy in family.all:
            for document, index, span, passage in _inside(copy, self._findings):
                asked = self._heard.setdefault((document, index), {})
                place = span.shifted(-passage.span.start)
                for reading in self._readings(family, copy, place, witnesses):
                    asked.setdefault(reading.passage, reading)

    def _damage(self, copy: Copy) -> int:
        return min(self._damaged[one.document].count(one.span) for one in copy.passages)

    def _script(self, document: int) -> Script:
        if document not in self._scripts:
            self._scripts[document] = script_of(code_points(self._texts[document]))
        return self._scripts[document]

    def _readings(
        self, family: Copies, copy: Copy, span: Span, witnesses: Sequence[Copy]
    ) -> Iterator[Reading]:
        """What undamaged witnesses have in the place of a copy."""
        for other in witnesses:
            window = family.window(copy, span, other) if other is not copy else None
            if window is None or len(window.text) > 2 * len(span) + _ROOM:
                continue
            for passage in other.passages:
                place = window.span.shifted(passage.span.start)
                if not self._damaged[passage.document].touches(place):
                    yield Reading(window.text, Passage(passage.document, place))
                    break

    def findings(self) -> list[list[Finding]]:
        """The findings of each text, repaired where copies show the place undamaged."""
        repaired = [list(found) for found in self._findings]
        for (document, index), asked in self._heard.items():
            finding = self._findings[document][index]
            said = sorted(asked.values(), key=_by_place)
            readings = fitting(finding, said, document, self._script)
            if readings:
                repaired[document][index] = healed(finding, readings, document, self._places)
        return repaired


def _by_place(reading: Reading) -> Passage:
    return reading.passage


def _inside(
    copy: Copy, findings: Sequence[Sequence[Finding]]
) -> Iterator[tuple[int, int, Span, Passage]]:
    """The findings inside the passages of a copy that witnesses may speak on."""
    for passage in copy.passages:
        found = findings[passage.document]
        first = bisect_left(found, passage.span.start, key=_start)
        for index in range(first, bisect_left(found, passage.span.end, key=_start)):
            finding = found[index]
            if asks_copies(finding) and finding.span.end <= passage.span.end:
                yield passage.document, index, finding.span, passage


def _start(finding: Finding) -> int:
    return finding.span.start
