"""Bridges between passages of one patchwork: the small equal stretches in the gap between them."""

from __future__ import annotations

from itertools import pairwise

from reviewer.repeats.alignment import Block
from reviewer.repeats.comparison import common_runs
from reviewer.repeats.corpus import Corpus
from reviewer.repeats.pieces import Piece, joined
from reviewer.repeats.settings import RepeatSettings

_Chain = tuple[int, list[Block]]
"""Runs that follow each other, with the sum of their letters."""


def _letters(chain: _Chain) -> int:
    return chain[0]


def _in_order(runs: list[Block]) -> list[Block]:
    """Those runs that follow each other in both stretches and add up to the most letters.

    Cost: quadratic in the runs, which are a handful.
    """
    runs = sorted(runs)
    nothing: _Chain = (0, [])
    best: list[_Chain] = []
    for at, run in enumerate(runs):
        before = [best[other] for other in range(at) if runs[other].precedes(run)]
        letters, chain = max(before, key=_letters, default=nothing)
        best.append((letters + run.length, [*chain, run]))
    return max(best, key=_letters, default=nothing)[1]


def _piece(block: Block, left: int, right: int) -> Piece:
    start, to = left + block.left, right + block.right
    return Piece(start, start + block.length, to, to + block.length, block.length, block.length - 1)


def bridged(
    corpus: Corpus, one: Piece, other: Piece, settings: RepeatSettings
) -> list[Piece] | None:
    """The small pieces that lead from one passage to another behind it, or None where none do.

    Sentences too short to be passages are evidence between two that are: in a gap of a few hundred
    letters hardly any run of several letters is equal by chance.

    Args:
        corpus: the letters.
        one: a passage.
        other: one that follows it in both copies.
        settings: thresholds.
    """
    gaps = other.left - one.left_end, other.right - one.right_end
    if min(gaps) < settings.bridge_letters or max(gaps) > settings.bridge_limit:
        return None
    left = corpus.text[one.left_end : other.left]
    right = corpus.text[one.right_end : other.right]
    runs = [
        run for run in common_runs(left, right, settings) if run.length >= settings.bridge_letters
    ]
    pieces = [_piece(block, one.left_end, one.right_end) for block in _in_order(runs)]
    enough = max(settings.bridge_least, settings.bridge_share * max(gaps))
    if sum(piece.letters - settings.bridge_letters + 1 for piece in pieces) < enough:
        return None
    steps = pairwise([one, *pieces, other])
    longest = max(max(to.left - at.left_end, to.right - at.right_end) for at, to in steps)
    return pieces if longest <= settings.bridge_step else None


def _beside(
    corpus: Corpus, left: tuple[int, int], right: tuple[int, int], settings: RepeatSettings
) -> list[Piece]:
    """The equal runs between two stretches that are too long to be there by chance, in order."""
    runs = common_runs(corpus.text[slice(*left)], corpus.text[slice(*right)], settings)
    chosen = [run for run in runs if run.length >= settings.outpost_letters]
    return [_piece(block, left[0], right[0]) for block in _in_order(chosen)]


def with_outposts(corpus: Corpus, piece: Piece, settings: RepeatSettings) -> Piece:
    """A patchwork with the sentences before and behind it that stand in both copies too.

    Only of a passage that is in pieces already can it be said that its end is another piece. Copies
    do not grow into each other.
    """
    gaps = (
        max(other.left - one.left_end, other.right - one.right_end)
        for one, other in pairwise(sorted(piece.parts))
    )
    if not piece.ordered or max(gaps, default=0) < settings.passage_gap:
        return piece
    first, second = corpus.document_of(piece.left), corpus.document_of(piece.right)
    reach = settings.outpost_reach
    floor = max(corpus.starts[second], piece.left_end if first == second else 0)
    before = _beside(
        corpus,
        (max(corpus.starts[first], piece.left - reach), piece.left),
        (max(floor, piece.right - reach), piece.right),
        settings,
    )
    ceiling = min(corpus.ends[first], piece.right if first == second else corpus.ends[first])
    behind = _beside(
        corpus,
        (piece.left_end, min(ceiling, piece.left_end + reach)),
        (piece.right_end, min(corpus.ends[second], piece.right_end + reach)),
        settings,
    )
    return joined([*before, piece, *behind]) if before or behind else piece
