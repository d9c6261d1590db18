"""Findings on their way between two processes: what the other side has already is only named.

After an edit nearly all findings of a text are the ones sent before, or the same some places
further. Packing and unpacking ten thousand of them takes a tenth of a second, naming them nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.garble.finding import Finding, Kind
from reviewer.review.steps import DocumentId

REMEMBERED_FROM = 500
"""So many findings of a document, or more, are remembered on both sides; fewer are sent again."""


@dataclass(frozen=True, slots=True)
class Run:
    """Findings that were sent before: those from `first` to before `last`, moved by `shift`."""

    first: int
    last: int
    shift: int


Item = Run | Finding


@dataclass(slots=True)
class FindingsMemory:
    """What was sent of each document, the same on both sides of a pipe as long as it lives."""

    _known: dict[DocumentId, tuple[Finding, ...]] = field(
        default_factory=dict[DocumentId, tuple[Finding, ...]]
    )

    def named(self, document: DocumentId, findings: tuple[Finding, ...]) -> list[Item]:
        """`findings` of a document as what is sent of them. Cost: O(n)."""
        known = self._known.get(document, ())
        self._remember(document, findings)
        return list(_items(known, findings)) if known else list(findings)

    def told(self, document: DocumentId, items: Iterable[Item]) -> tuple[Finding, ...]:
        """The findings that `items` stand for: the inverse of `named`. Cost: O(n)."""
        known = self._known.get(document, ())
        findings: list[Finding] = []
        for item in items:
            if isinstance(item, Finding):
                findings.append(item)
            elif item.shift:
                findings += [
                    finding.at(finding.span.shifted(item.shift))
                    for finding in known[item.first : item.last]
                ]
            else:
                findings += known[item.first : item.last]
        whole = tuple(findings)
        self._remember(document, whole)
        return whole

    def _remember(self, document: DocumentId, findings: tuple[Finding, ...]) -> None:
        if len(findings) >= REMEMBERED_FROM:
            self._known[document] = findings
        else:
            self._known.pop(document, None)


def _items(known: Sequence[Finding], findings: Sequence[Finding]) -> Iterator[Item]:
    """`findings` as runs of `known` where they go on in its order, and as themselves elsewhere."""
    places = {(finding.span.start, finding.kind): at for at, finding in enumerate(known)}
    # What lies behind an edit has moved, all of it as far as the last finding.
    growth = findings[-1].span.start - known[-1].span.start if findings else 0
    run = Run(0, 0, 0)
    for finding in findings:
        place = _place(finding, known, places, run.last, growth)
        shift = 0 if place is None else finding.span.start - known[place].span.start
        if place == run.last and shift == run.shift:
            run = Run(run.first, run.last + 1, shift)
            continue
        if run.first < run.last:
            yield run
        if place is None:
            yield finding
            run = Run(run.last, run.last, run.shift)
        else:
            run = Run(place, place + 1, shift)
    if run.first < run.last:
        yield run


def _place(
    finding: Finding,
    known: Sequence[Finding],
    places: Mapping[tuple[int, Kind], int],
    following: int,
    growth: int,
) -> int | None:
    """Where `finding` stands in `known`, moved or not: the next one in order, if it can be."""
    start, kind = finding.span.start, finding.kind
    for place in (following, places.get((start, kind)), places.get((start - growth, kind))):
        if place is not None and place < len(known) and _same_but_place(known[place], finding):
            return place
    return None


def _same_but_place(one: Finding, other: Finding) -> bool:
    return one is other or (len(one.span) == len(other.span) and one.at(other.span) == other)
