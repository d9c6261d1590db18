"""Gives the members of a family the borders that the longest of them asks for."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from reviewer.repeats.comparison import blocks_in_order
from reviewer.repeats.corpus import Corpus
from reviewer.repeats.members import Stretch
from reviewer.repeats.pieces import joined
from reviewer.repeats.refine import fragments_of
from reviewer.repeats.settings import RepeatSettings
from reviewer.repeats.verify import is_alike


def _grown(
    corpus: Corpus, centre: Stretch, member: Stretch, room: Stretch, settings: RepeatSettings
) -> Stretch:
    """As much of a member's surroundings, inside `room`, as are a copy of the centre.

    A member may be known from a pair that shows a part of it only. Cost: one alignment.
    """
    missing = (centre[1] - centre[0]) - (member[1] - member[0]) + settings.chain_drift
    start, end = max(room[0], member[0] - missing), min(room[1], member[1] + missing)
    text = corpus.text[start:end]
    blocks = blocks_in_order(corpus.text[slice(*centre)], text, settings)
    pieces = fragments_of(blocks, settings)
    if not pieces:
        return member
    whole = joined(pieces)
    grown = whole.right + start, whole.right_end + start
    holds = min(grown[1], member[1]) - max(grown[0], member[0]) >= settings.agreement * (
        member[1] - member[0]
    )
    longer = grown[1] - grown[0] > member[1] - member[0]
    return grown if holds and longer and is_alike(whole, settings) else member


def fitted(
    corpus: Corpus,
    centre: Stretch,
    member: Stretch,
    taken: Sequence[Stretch],
    settings: RepeatSettings,
) -> Stretch:
    """`member`, grown to the extent of the centre where its surroundings allow it.

    Args:
        corpus: the letters.
        centre: the longest member of the family.
        member: another one.
        taken: the members so far, sorted; it does not grow into those.
        settings: thresholds.
    """
    if member[1] - member[0] >= settings.whole_share * (centre[1] - centre[0]):
        return member
    document = corpus.document_of(member[0])
    floor, ceiling = corpus.starts[document], corpus.ends[document]
    at = bisect(taken, member)
    if at:
        floor = max(floor, min(member[0], taken[at - 1][1]))
    if at < len(taken):
        ceiling = min(ceiling, max(member[1], taken[at][0]))
    return _grown(corpus, centre, member, (floor, ceiling), settings)


def trimmed(members: Sequence[Stretch]) -> list[Stretch]:
    """The members in the order given; of two that overlap, the earlier one is cut short."""
    starts = sorted(start for start, _ in members)
    found: list[Stretch] = []
    for start, end in members:
        following = bisect(starts, start)
        found.append(
            (start, min(end, starts[following])) if following < len(starts) else (start, end)
        )
    return found
