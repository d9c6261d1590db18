"""What texts show by themselves, remembered, so that an edit costs what was edited.

A rule looks at a sentence, its paragraph, sometimes a few lines around; only little depends on the
whole document. So after an edit a stretch around it is searched, and what lies further away stays.
After an edit anywhere in a damaged speech fewer than one finding in a thousand is not as a whole
search has it. That is why a whole search should follow when there is time for it.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from reviewer.garble.detect import arranged, find_garble
from reviewer.garble.finding import Finding
from reviewer.review.steps import DocumentId
from reviewer.text.progress import Progress
from reviewer.text.span import Span

WHOLE_BELOW = 30_000
"""A text of so many code points or fewer is searched as a whole: that takes 40 ms at most."""

MOST_CHANGED = 100_000
"""Where more has changed, a whole search is no slower by much."""

REACH = 2_500
"""Code points on either side of a change that are searched with it."""

RENEWED = 1_000
"""Code points on either side of a change of which the findings are taken anew. What lies further
away, up to `REACH`, is only there to be seen by the rules."""

MOST_REMEMBERED = 20_000_000
"""Code points of texts that are remembered with their findings."""


@dataclass(frozen=True, slots=True)
class Known:
    """The findings of a text.

    Attributes:
        text: the text.
        findings: sorted by start.
        quick: only what had changed was searched, once or more often.
    """

    text: str
    findings: tuple[Finding, ...]
    quick: bool


class OwnFindings:
    """The newest findings of each document."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: OrderedDict[DocumentId, Known] = OrderedDict()

    def of(self, document: DocumentId, text: str, progress: Progress) -> Known:
        """The findings of `text`, a state of this document.

        Raises:
            Cancelled: from `progress`.
        """
        known = self._known.get(document)
        if known is None or known.text != text:
            known = self._found(known, text, progress)
            self._remember(document, known)
        return known

    def knows(self, document: DocumentId) -> bool:
        """Whether a state of this document was searched before."""
        return document in self._known

    def holds(self, document: DocumentId, text: str, progress: Progress) -> bool:
        """Whether a whole search finds what is remembered; what it finds is remembered now.

        Raises:
            Cancelled: from `progress`.
        """
        known = self._known.get(document)
        found = find_garble(text, progress)
        self._remember(document, Known(text, found, quick=False))
        return known is not None and known.text == text and known.findings == found

    def _found(self, known: Known | None, text: str, progress: Progress) -> Known:
        if known is not None and len(text) > WHOLE_BELOW:
            old, new = changed_spans(known.text, text)
            if max(len(old), len(new)) <= MOST_CHANGED:
                return Known(text, followed(known, text, old, new), quick=True)
        return Known(text, find_garble(text, progress), quick=False)

    def _remember(self, document: DocumentId, known: Known) -> None:
        self._known[document] = known
        self._known.move_to_end(document)
        size = sum(len(each.text) for each in self._known.values())
        while size > MOST_REMEMBERED and len(self._known) > 1:
            size -= len(self._known.popitem(last=False)[1].text)


def changed_spans(before: str, after: str) -> tuple[Span, Span]:
    """The smallest stretches of two texts outside which they are the same.

    Cost: a few comparisons of whole texts, which run at the speed of memory.
    """
    most = min(len(before), len(after))
    head = _equal_length(before, after, most)
    tail = _equal_length_from_end(before, after, most - head)
    return Span(head, len(before) - tail), Span(head, len(after) - tail)


def _equal_length(one: str, other: str, most: int) -> int:
    """How many characters two texts have in common from their start, `most` at most."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _equal_length_from_end(one: str, other: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        first = one[len(one) - middle : len(one) - low]
        if first == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def followed(known: Known, text: str, old: Span, new: Span) -> tuple[Finding, ...]:
    """The findings of `text`, of which only `new` differs from the known text, there `old`."""
    growth = len(new) - len(old)
    stretch = around(text, new, REACH)
    taken = around(text, new, RENEWED)
    fresh = stretch_findings(text, stretch)
    kept: list[Finding] = []
    for finding in known.findings:
        span = finding.span
        if span.end <= old.start:
            moved = finding
        elif span.start >= old.end:
            moved = finding.at(span.shifted(growth)) if growth else finding
        else:
            continue
        if not taken.contains(moved.span):
            kept.append(moved)
    standing = {(finding.span, finding.kind) for finding in kept}
    renewed = [
        finding
        for finding in fresh
        if taken.overlaps(finding.span)
        and (finding.span, finding.kind) not in standing
        and (taken.contains(finding.span) or _meets(finding.span, new))
    ]
    return arranged([*renewed, *kept])


def _meets(span: Span, change: Span) -> bool:
    return span.start <= change.end and change.start <= span.end


def around(text: str, place: Span, reach: int) -> Span:
    """`place` with so many code points on either side, and on to the borders of lines if near."""
    start = max(0, place.start - reach)
    least = max(0, start - reach)
    line_start = text.rfind("\n", least, start) + 1
    end = min(len(text), place.end + reach)
    most = min(len(text), end + reach)
    line_end = text.find("\n", end, most)
    return Span(max(line_start, least), line_end if line_end >= 0 else most)


def stretch_findings(text: str, stretch: Span) -> tuple[Finding, ...]:
    """The findings of a part of `text`, searched by itself, their spans counting in `text`."""
    return tuple(
        finding.at(finding.span.shifted(stretch.start)) for finding in find_garble(stretch.of(text))
    )
