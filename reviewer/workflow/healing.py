"""What copies tell of each other: repairs by witnesses, slips and years that only they show.

It runs when both the damage and the repeats of all texts are known, and it is done anew with every
search: a witness may have been edited or taken away since.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.garble.detect import arranged
from reviewer.garble.finding import Finding
from reviewer.repeats.copies import Copies
from reviewer.repeats.family import FamilyKind
from reviewer.repeats.named_places import Places
from reviewer.repeats.odd_readings import LOOK_ALIKE, SAME_SOUND, OddReadings
from reviewer.repeats.overwritten_years import RULE as OVERWRITTEN_YEAR
from reviewer.repeats.overwritten_years import find_years_told_by_copies
from reviewer.repeats.witnessed import WITNESSED
from reviewer.repeats.witnesses import Damaged, Witnesses
from reviewer.text.progress import Progress, no_progress
from reviewer.workflow.analysing import Repeats, search_repeats

_TOLD_BY_COPIES = frozenset({SAME_SOUND, LOOK_ALIKE, OVERWRITTEN_YEAR})


@dataclass(frozen=True, slots=True)
class ComparedTexts:
    """Several texts with what they tell of each other.

    Attributes:
        findings: of each text, with what copies add to them.
        repeats: the repeats among the texts.
    """

    findings: list[tuple[Finding, ...]]
    repeats: Repeats


def compare_texts(
    texts: Sequence[str],
    findings: Sequence[Sequence[Finding]],
    names: Sequence[str] = (),
    progress: Progress = no_progress,
) -> ComparedTexts:
    """The repeats among `texts`, and their findings with what copies show.

    Args:
        texts: the texts.
        findings: what each text shows by itself; see `heard_copies` for older ones.
        names: how the documents are called where one is a witness; by number without names.
        progress: told how far the work is.

    Raises:
        Cancelled: from `progress`.
    """
    repeats = search_repeats(texts, findings, progress)
    damaged = [Damaged(found) for found in findings]
    places = Places(texts, names)
    witnesses = Witnesses(texts, findings, damaged, places)
    odd = OddReadings(texts, damaged, places)
    for number, family in enumerate(repeats.families):
        progress("witnesses", number, len(repeats.families))
        if family.kind is FamilyKind.PERIODIC:
            continue
        copies = Copies(texts, family)
        if len(copies.all) > 1:
            witnesses.hear(copies)
            odd.hear(number, copies)
    years = find_years_told_by_copies(texts, findings, repeats.disagreements, places)
    merged = [
        arranged([*found, *year, *slips])
        for found, year, slips in zip(witnesses.findings(), years, odd.findings, strict=True)
    ]
    disagreements = sorted(
        (*repeats.disagreements, *odd.disagreements), key=lambda row: (row.family, row.readings[0])
    )
    return ComparedTexts(merged, replace(repeats, disagreements=tuple(disagreements)))


def heard_copies(findings: Sequence[Finding]) -> bool:
    """Whether copies had a say in these findings, so that they cannot be compared once more."""
    return any(
        finding.rule.endswith(WITNESSED) or finding.rule in _TOLD_BY_COPIES for finding in findings
    )
