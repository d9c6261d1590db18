"""From pairs of passages to stars: one star for all copies of a passage."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from heapq import heappop, heappush

from reviewer.repeats.comparison import compared
from reviewer.repeats.corpus import Corpus
from reviewer.repeats.fitting import fitted, trimmed
from reviewer.repeats.members import Links, Star, Stretch, connected, links_of, overlap
from reviewer.repeats.pieces import Piece
from reviewer.repeats.settings import RepeatSettings
from reviewer.repeats.verify import is_alike
from reviewer.text.progress import Progress


class _Gatherer:
    """Gathers stretches into stars, each around its longest one."""

    def __init__(self, corpus: Corpus, links: Links, settings: RepeatSettings) -> None:
        self._corpus = corpus
        self._links = links
        self._settings = settings
        self._left = set(range(len(links.stretches)))

    def _rank(self, number: int) -> tuple[int, int]:
        """Longest first; what decides between equal ones does not depend on the order of files."""
        start, end = self._links.stretches[number]
        return start - end, start

    def _likeness(self, centre: int, other: int) -> Piece | None:
        """What makes two stretches copies, or None where they are not."""
        known = self._links.neighbours[centre].get(other)
        if known is not None:
            return known
        text = self._corpus.text
        left, right = (text[slice(*self._links.stretches[at])] for at in (centre, other))
        for ordered in (True, False):
            piece = compared(left, right, self._settings, ordered)
            if is_alike(piece, self._settings):
                return piece
        return None

    def star(self, group: list[int]) -> tuple[Star, list[int]]:
        """The star around the longest stretch of a group, and what does not belong to it.

        Copies are looked for among the neighbours of copies, the longest first, so what is far
        from the centre costs nothing. Stretches that overlap a member are other views of it and
        vanish.
        """
        centre = min(group, key=self._rank)
        members = [self._links.stretches[centre]]
        taken, ordered = members.copy(), [True]
        seen, gone = {centre}, {centre}
        open_ = self._unseen(centre, seen)
        while open_:
            *_, number = heappop(open_)
            stretch = self._links.stretches[number]
            if overlap(taken, stretch) <= self._settings.fringe * (stretch[1] - stretch[0]):
                piece = self._likeness(centre, number)
                if piece is None:
                    continue
                if piece.ordered:
                    stretch = fitted(self._corpus, members[0], stretch, taken, self._settings)
                insort(taken, stretch)
                members.append(stretch)
                ordered.append(piece.ordered)
            gone.add(number)
            for item in self._unseen(number, seen):
                heappush(open_, item)
        self._left -= gone
        rest = [number for number in group if number not in gone]
        return self._measured(trimmed(members), ordered), rest

    def _unseen(self, number: int, seen: set[int]) -> list[tuple[int, int, int]]:
        """The neighbours of a stretch that were not met yet, by rank; they count as met now."""
        found = [
            (*self._rank(other), other)
            for other in self._links.neighbours[number]
            if other not in seen and other in self._left
        ]
        seen.update(item[-1] for item in found)
        return sorted(found)

    def _measured(self, members: list[Stretch], ordered: list[bool]) -> Star:
        """The star of those members that, borders settled, are still copies of the centre."""
        centre, *texts = (self._corpus.text[slice(*member)] for member in members)
        star = Star([members[0]], [True], [1.0])
        for member, text, in_order in zip(members[1:], texts, ordered[1:], strict=True):
            piece = compared(centre, text, self._settings, in_order)
            if text == centre or is_alike(piece, self._settings):
                star.members.append(member)
                star.ordered.append(in_order)
                star.similarities.append(piece.similarity)
        return star


def stars_of(
    corpus: Corpus, pieces: Sequence[Piece], settings: RepeatSettings, progress: Progress
) -> list[Star]:
    """Gathers all pairs of passages into stars.

    Every member is compared with the centre alone, so the cost is linear in the copies of a
    passage, never quadratic (star clustering, Aslam et al. 2004).
    """
    links = links_of(pieces, settings.agreement)
    gatherer = _Gatherer(corpus, links, settings)
    open_ = connected(links, range(len(links.stretches)))
    total, done = len(links.stretches), 0
    stars: list[Star] = []
    while open_:
        progress("families", done, total)
        group = open_.pop()
        if len(group) < 2:
            done += len(group)
            continue
        star, rest = gatherer.star(group)
        done += len(group) - len(rest)
        if len(star.members) > 1:
            stars.append(star)
        open_.extend(connected(links, rest))
    return stars
