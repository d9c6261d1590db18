"""The work of a search: an order is gone through, and what is found is told as soon as it is known.

It runs where it is called: in the search process beside the window, or in the terminal's own.
"""

from __future__ import annotations

from collections.abc import Callable

from reviewer.garble.detect import arranged
from reviewer.garble.finding import Finding
from reviewer.garble.shared_lines import SHARED_LINES
from reviewer.repeats.fingerprints import fingerprints_of
from reviewer.review.decision import anchors_of
from reviewer.review.steps import DocumentId
from reviewer.text.canonical import canonical_text
from reviewer.text.progress import Progress
from reviewer.text.span import Span
from reviewer.workflow.analysing import Repeats, with_shared_lines
from reviewer.workflow.healing import compare_texts, heard_copies
from reviewer.workflow.merging import merged
from reviewer.workflow.orders import (
    Checked,
    CheckOrder,
    FindingsFound,
    Message,
    PrintsFound,
    RepeatsFound,
    SearchOrder,
    StretchFound,
)
from reviewer.workflow.own_findings import OwnFindings, around, stretch_findings

FIRST_LOOK_FROM = 60_000
"""In a text of so many code points what is on the screen is searched before the rest."""

FIRST_LOOK = 4_000
"""Code points before and behind a place on the screen that are searched first."""

NAMED_FROM = 500
"""So many findings, or more, are named here and not in the process that shows them."""

Tell = Callable[[Message], None]


class Searcher:
    """Goes through orders, and remembers what it found in each text for the next one."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._own = OwnFindings()

    def check(self, order: CheckOrder, tell: Tell, progress: Progress) -> None:
        """Search texts as a whole, and tell where that finds something else than was told before.

        Raises:
            Cancelled: from `progress`.
        """
        differing = [
            number for number, text in order.texts if not self._own.holds(number, text, progress)
        ]
        tell(Checked(tuple(differing)))

    def search(self, order: SearchOrder, tell: Tell, progress: Progress) -> None:
        """Do all that is ordered, here and now.

        Raises:
            Cancelled: from `progress`.
        """
        for number, text in order.texts:
            if number in order.seen and number in order.stale and not self._own.knows(number):
                _look_first(number, text, order.seen[number], tell)
        found = self._search_each(order, tell, progress)
        texts = [text for _, text in order.texts]
        findings = [found[number] for number, _ in order.texts]
        compared = compare_texts(texts, with_shared_lines(texts, findings), order.names, progress)
        for place, (number, _) in enumerate(order.texts):
            after = _with_what_is_known(order, place, compared.findings[place])
            if after != (findings[place] if number in order.stale else order.known[number]):
                # What the library as a whole tells of a document comes when all are read.
                tell(FindingsFound(number, after))
        tell(_repeats_found(order, compared.repeats))

    def _search_each(
        self, order: SearchOrder, tell: Tell, progress: Progress
    ) -> dict[DocumentId, tuple[Finding, ...]]:
        """What each text shows by itself; those that somebody looks at come first."""
        found: dict[DocumentId, tuple[Finding, ...]] = {}
        rows = sorted(order.texts, key=lambda row: row[0] not in order.seen)
        for done, (number, text) in enumerate(rows):
            progress("garble", done, len(rows))
            if number in order.stale or heard_copies(order.known[number]):
                known = self._own.of(number, text, _within(progress, done, len(rows)))
                found[number] = known.findings
                if number in order.stale:
                    anchors = () if known.quick else _anchors(text, known.findings)
                    tell(FindingsFound(number, known.findings, known.quick, anchors))
            else:
                found[number] = order.known[number]
            if number in order.unprinted:
                tell(PrintsFound(number, fingerprints_of(canonical_text(text))))
        return found


def _within(progress: Progress, done: int, total: int) -> Progress:
    """The progress of one text of many, told in thousandths."""
    before, texts = done, total

    def told(stage: str, done: int, total: int) -> None:
        share = done / total if total else 0.0
        progress(stage, round((before + share) * 1000), texts * 1000)

    return told


def _anchors(text: str, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """The names of many findings, which take a while; few are named where they are shown."""
    return tuple(anchors_of(text, findings)) if len(findings) >= NAMED_FROM else ()


def _look_first(number: DocumentId, text: str, offset: int, tell: Tell) -> None:
    """Search what is on the screen, where the whole text takes a while."""
    if len(text) < FIRST_LOOK_FROM:
        return
    place = Span(min(offset, len(text)), min(offset, len(text)))
    stretch = around(text, place, FIRST_LOOK)
    tell(StretchFound(number, stretch, stretch_findings(text, stretch)))


def _with_what_is_known(
    order: SearchOrder, place: int, findings: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """Findings with what other documents told of a text before, where these are not searched now.

    Only a part of the library is searched; the copy that healed a passage may not be in it.
    """
    number = order.texts[place][0]
    if order.earlier is None or place in order.earlier.changed or number in order.stale:
        return findings
    told = {finding.span for finding in findings if _is_told_by_others(finding)}
    missing = {
        finding.span: finding
        for finding in order.known[number]
        if _is_told_by_others(finding) and finding.span not in told
    }
    if not missing:
        return findings
    others = [finding for finding in findings if finding.span not in missing]
    return arranged([*others, *missing.values()])


def _is_told_by_others(finding: Finding) -> bool:
    return finding.rule == SHARED_LINES or heard_copies([finding])


def _repeats_found(order: SearchOrder, repeats: Repeats) -> RepeatsFound:
    if order.earlier is None:
        return RepeatsFound(repeats)
    both = merged(repeats.families, repeats.disagreements, order.earlier)
    return RepeatsFound(Repeats(both.families, both.disagreements), both.replaced)
