"""Two stretches of the corpus that are copies of each other, and what can be said of the two."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """Two stretches that are copies, in places of the corpus.

    Attributes:
        left: the start of the earlier copy.
        left_end: its end.
        right: the start of the later copy.
        right_end: its end.
        letters: how many letters of one are found in the other.
        pairs: how many of those are followed by the same letter in both.
        parts: the pieces that this one was put together from; empty for one that was not.
    """

    left: int
    left_end: int
    right: int
    right_end: int
    letters: int
    pairs: int
    parts: tuple[Piece, ...] = ()

    @property
    def fragments(self) -> tuple[Piece, ...]:
        """The pieces that were found in one stroke."""
        return self.parts or (self,)

    @property
    def shift(self) -> int:
        """How far the later copy starts behind the earlier one."""
        return self.right - self.left

    @property
    def shorter(self) -> int:
        """The letters of the shorter copy."""
        return min(self.left_end - self.left, self.right_end - self.right)

    @property
    def longer(self) -> int:
        """The letters of the longer copy."""
        return max(self.left_end - self.left, self.right_end - self.right)

    @property
    def likeness(self) -> float:
        """The share of letter pairs that the copies have in common (Dice), from 0 to 1."""
        return 2 * self.pairs / max(1, self.shorter + self.longer - 2)

    @property
    def similarity(self) -> float:
        """The share of letters that the copies have in common (Dice), from 0 to 1."""
        return min(1.0, 2 * self.letters / (self.shorter + self.longer))

    @property
    def ordered(self) -> bool:
        """Whether the fragments stand in the same order in both copies."""
        parts = sorted(self.parts)
        return all(one.right < other.right for one, other in pairwise(parts))

    def in_step_with(self, later: Piece, drift: int) -> bool:
        """Whether a piece that starts later lies along the way from this one's start to its end."""
        shifts = self.shift, self.right_end - self.left_end
        return (
            min(shifts) - drift <= later.shift <= max(shifts) + drift
            and self.right - drift <= later.right < self.right_end
        )

    def after(self, other: Piece) -> Piece | None:
        """What is left of this piece behind the end of `other` in both copies, if anything."""
        cut = max(other.left_end - self.left, other.right_end - self.right)
        if cut <= 0:
            return self
        if cut >= self.shorter:
            return None
        share = 1 - cut / self.shorter
        return Piece(
            self.left + cut,
            self.left_end,
            self.right + cut,
            self.right_end,
            int(self.letters * share),
            int(self.pairs * share),
        )


def joined(pieces: list[Piece]) -> Piece:
    """The smallest piece that holds all of `pieces`; what two of them share is counted once."""
    fragments = sorted(fragment for piece in pieces for fragment in piece.fragments)
    twice = 0
    for one, other in pairwise(fragments):
        shared = one.left_end - other.left
        if one.right < other.right:
            shared = max(shared, one.right_end - other.right)
        twice += max(0, shared)
    return Piece(
        fragments[0].left,
        max(fragment.left_end for fragment in fragments),
        min(fragment.right for fragment in fragments),
        max(fragment.right_end for fragment in fragments),
        max(0, sum(fragment.letters for fragment in fragments) - twice),
        max(0, sum(fragment.pairs for fragment in fragments) - twice),
        tuple(fragments),
    )
