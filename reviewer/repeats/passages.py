"""From fragments to verified pairs of passages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from reviewer.repeats.borders import extended
from reviewer.repeats.bridges import bridged, with_outposts
from reviewer.repeats.corpus import Corpus
from reviewer.repeats.joins import distinct, follow_each_other, join_reordered
from reviewer.repeats.members import Links, connected, links_of
from reviewer.repeats.pieces import Piece, joined
from reviewer.repeats.settings import RepeatSettings
from reviewer.repeats.verify import is_copy


def _by_documents(corpus: Corpus, pieces: Sequence[Piece]) -> Iterable[list[Piece]]:
    """The pieces of each pair of documents."""
    lefts = corpus.documents_of(np.array([piece.left for piece in pieces], dtype=np.int64))
    rights = corpus.documents_of(np.array([piece.right for piece in pieces], dtype=np.int64))
    groups: defaultdict[tuple[int, int], list[Piece]] = defaultdict(list)
    for piece, left, right in zip(pieces, lefts.tolist(), rights.tolist(), strict=True):
        groups[left, right].append(piece)
    return groups.values()


class _Joiner:
    """Puts fragments together, with an eye on which of them are copies of each other."""

    def __init__(self, corpus: Corpus, pieces: list[Piece], settings: RepeatSettings) -> None:
        self._corpus = corpus
        self._settings = settings
        solid = [piece for piece in pieces if is_copy(corpus, piece, settings)]
        self._links: Links = links_of(solid, settings.agreement)
        groups = connected(self._links, range(len(self._links.stretches)))
        self._groups = groups
        self._together: dict[tuple[int, int], bool] = {}
        self._family_of = {at: number for number, group in enumerate(groups) for at in group}
        self._families = {
            piece: self._family_of[self._links.number_of(piece)]
            for piece in solid
            if not self._is_row(piece)
        }

    def _is_row(self, piece: Piece) -> bool:
        """Whether a piece inside one document only strings together copies of a shorter passage."""
        if self._corpus.document_of(piece.left) != self._corpus.document_of(piece.right):
            return False
        inside: defaultdict[int, list[int]] = defaultdict(list)
        reached: defaultdict[int, int] = defaultdict(lambda: piece.left)
        for at in self._links.overlapping(piece.left, piece.left_end):
            start, end = self._links.stretches[at]
            family = self._family_of[at]
            letters = min(end, piece.left_end) - max(start, reached[family])
            if letters >= self._settings.passage_letters:
                inside[family].append(letters)
                reached[family] = end
        half = (piece.left_end - piece.left) / 2
        return any(len(letters) > 1 and sum(letters) > half for letters in inside.values())

    def _near(self, _row: Sequence[Piece], _piece: Piece) -> int:
        return self._settings.passage_gap

    def _far(self, row: Sequence[Piece], piece: Piece) -> int:
        last = row[-1]
        near = min(piece.left - last.left_end, piece.right - last.right_end)
        if near > self._settings.join_both or self._parts_elsewhere(last, piece):
            return 0
        extent = last.left_end - row[0].left
        share = int(self._settings.join_share * min(extent, piece.shorter))
        return min(self._settings.join_limit, max(self._settings.join_gap, share))

    def _parts_elsewhere(self, one: Piece, other: Piece) -> bool:
        """Whether there are copies of one of two passages that the other one does not follow.

        What stands together in one pair of documents and apart in others is two passages.
        """
        first = self._families.get(max(one.fragments))
        second = self._families.get(min(other.fragments))
        if first is None or second is None or first == second:
            return False
        known = self._together.get((first, second))
        if known is None:
            known = self._together[first, second] = self._are_together(first, second)
        return not known

    def _are_together(self, first: int, second: int) -> bool:
        """Whether most copies of one family are followed by one of the other, where it can tell."""
        stretches = self._links.stretches
        ends = [stretches[at][1] for at in self._groups[first]]
        starts = sorted(stretches[at][0] for at in self._groups[second])
        fewer, most = sorted((len(ends), len(starts)))
        if most > self._settings.fine.group_limit:
            # Not every two copies of a large family were compared: some are known in part only.
            most = fewer
        slack, reach = 2 * self._settings.fragment_letters, self._settings.join_limit
        followed = sum(
            bisect_left(starts, end - slack) < bisect_right(starts, end + reach) for end in ends
        )
        return most <= 2 or followed >= self._settings.together_share * most

    def _whole(self, group: list[Piece], likeness: float | None) -> Piece | None:
        """The passage that a group of pieces makes up, or None where it does not hold."""
        whole = joined(group)
        holds = (
            is_copy(self._corpus, whole, self._settings)
            if likeness is None
            else whole.likeness >= likeness
        )
        return whole if holds and not self._is_row(whole) else None

    def _passages(self, pieces: list[Piece]) -> list[Piece]:
        """Passages without long gaps; what does not hold as a whole is taken apart again."""
        passages: list[Piece] = []
        candidates = join_reordered(pieces, self._families, self._settings)
        for group in follow_each_other(candidates, self._families, self._near, self._settings):
            lone = len(group) == 1 and not group[0].parts
            whole = None if lone else self._whole(group, None)
            if whole is None:
                fragments = (fragment for piece in group for fragment in piece.fragments)
                passages.extend(one for one in fragments if one in self._families)
            else:
                passages.append(whole)
        return passages

    def _joined_far(self, passages: list[Piece]) -> list[Piece]:
        """Passages that follow each other within reach, put together where that holds."""
        found: list[Piece] = []
        for group in follow_each_other(passages, self._families, self._far, self._settings):
            whole = self._whole(group, self._settings.join_likeness) if len(group) > 1 else None
            found.extend(group if whole is None else [whole])
        return sorted(found)

    def _bridged(self, passages: list[Piece]) -> list[Piece]:
        """The same passages, neighbours put together that small equal stretches connect."""
        found: list[Piece] = []
        for passage in passages:
            piece = with_outposts(self._corpus, passage, self._settings)
            whole = self._with_next(found[-1], piece) if found else None
            if whole is None:
                found.append(piece)
            else:
                found[-1] = whole
        return [with_outposts(self._corpus, piece, self._settings) for piece in found]

    def _with_next(self, before: Piece, piece: Piece) -> Piece | None:
        """Two neighbours as one passage, or None where they are two."""
        apart = max(piece.left - before.left_end, piece.right - before.right_end)
        if not self._may_follow(before, piece) or apart > self._settings.bridge_limit:
            return None
        if self._parts_elsewhere(before, piece):
            return None
        stones: list[Piece] | None = []
        if apart <= self._far([before], piece):
            return self._whole([before, piece], self._settings.join_likeness)
        near = min(piece.left - before.left_end, piece.right - before.right_end)
        if near > self._settings.join_both or apart > self._settings.join_limit:
            stones = bridged(self._corpus, before, piece, self._settings)
        if stones is None:
            return None
        return self._whole([before, *stones, piece], self._settings.far_likeness)

    def _may_follow(self, one: Piece, other: Piece) -> bool:
        """Whether two passages are not copies of each other, and their copies stay apart."""
        family = self._families.get(one)
        apart = min(other.left - one.left_end, other.right - one.right_end)
        return (apart >= -2 * self._settings.fragment_letters and other.left_end <= one.right) and (
            family is None or family != self._families.get(other)
        )

    def passages(self, pieces: list[Piece]) -> list[Piece]:
        """The passages that the fragments of one pair of documents add up to."""
        return self._bridged(self._joined_far(self._passages(pieces)))


def verified(corpus: Corpus, pieces: Sequence[Piece], settings: RepeatSettings) -> list[Piece]:
    """The pairs of passages that fragments add up to. Cost: O(p log p) in the fragments."""
    groups = [distinct(group, settings) for group in _by_documents(corpus, pieces)]
    joiner = _Joiner(corpus, [piece for group in groups for piece in group], settings)
    return [
        extended(corpus, piece, settings) for group in groups for piece in joiner.passages(group)
    ]
