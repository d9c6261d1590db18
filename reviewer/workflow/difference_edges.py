"""Where differences begin and end: at figures, lines and sentences, as a reader would put it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewer.repeats.alignment import Block
from reviewer.text.span import Span
from reviewer.workflow.moved_parts import MovedPart

_ISLAND = 3
"""Fewer equal characters than this between two larger differences are chance, not agreement."""

_FURTHEST = 12
"""Characters by which a border is moved at most."""

_LINE_END = 4
"""Characters in which a line ends: a stop, closing quotes, the break itself."""

_BREAKS = ("，、：,", "。！？；", "\n")
"""What a difference had better begin behind, the best last."""


def tidied(blocks: Sequence[Block], one: str, other: str) -> list[Block]:
    """The blocks of an alignment with borders that make sense to a reader.

    Islands of chance are left out, no block ends inside a figure that differs, and what only one
    side has begins behind a line break or the end of a sentence where it can. Cost: O(n).
    """
    ends = (len(one), len(other))
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        before = _distance(kept[-1] if kept else Block(0, 0, 0), block)
        following = blocks[place + 1] if place + 1 < len(blocks) else Block(*ends, 0)
        if block.length >= _ISLAND or block.length >= min(before, _distance(block, following)):
            kept.append(block)
    whole = [block for block in _off_figures(kept, one, other) if block.length]
    return _slid(whole, one, other)


def _distance(block: Block, following: Block) -> int:
    """The longer side of the gap between two blocks."""
    return max(
        following.left - block.left - block.length, following.right - block.right - block.length
    )


def _off_figures(blocks: Sequence[Block], one: str, other: str) -> Iterator[Block]:
    """The blocks cut back where a difference begins or ends inside a figure."""
    for block in blocks:
        left, right, first, last = block.left, block.right, 0, block.length
        if _digit(one, left - 1) or _digit(other, right - 1):
            while first < last and _digit(one, left + first):
                first += 1
        if _digit(one, left + last) or _digit(other, right + last):
            while first < last and _digit(one, left + last - 1):
                last -= 1
        yield Block(left + first, right + first, last - first)


def _digit(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isdigit()


def _slid(blocks: Sequence[Block], one: str, other: str) -> list[Block]:
    """The blocks with what only one side has between them moved to a better border."""
    slid = list(blocks)
    for place in range(1, len(slid)):
        before, behind = slid[place - 1], slid[place]
        left = Span(before.left + before.length, behind.left)
        right = Span(before.right + before.length, behind.right)
        if len(left) and len(right):
            continue
        text, span = (one, left) if len(left) else (other, right)
        step = _distance_to_break(text, span, min(_FURTHEST, behind.length))
        slid[place - 1] = Block(before.left, before.right, before.length + step)
        slid[place] = Block(behind.left + step, behind.right + step, behind.length - step)
    return [block for block in slid if block.length]


def _distance_to_break(text: str, span: Span, most: int) -> int:
    """By how much a stretch can be moved on among equal characters to begin at a break, or 0."""
    best, rank = 0, _rank(text[span.start - 1]) if span.start else len(_BREAKS)
    for step in range(1, most + 1):
        last = text[span.start + step - 1]
        if last != text[span.end + step - 1 : span.end + step]:
            break
        if _rank(last) > rank:
            best, rank = step, _rank(last)
    return best


def _rank(character: str) -> int:
    """How good it is to begin behind a character."""
    return next((rank for rank, signs in enumerate(_BREAKS) if character in signs), -1)


def at_breaks(
    in_order: Sequence[Block], moved: Sequence[MovedPart], one: str, other: str
) -> tuple[list[Block], list[MovedPart]]:
    """Moved parts that begin and end at lines where they can; stretches in order give way."""
    parts = [_at_lines(part, one, other) for part in moved]
    if _meet([part.left for part in parts]) or _meet([part.right for part in parts]):
        return list(in_order), list(moved)
    tiles = [_giving_way(tile, parts) for tile in in_order]
    return [tile for tile in tiles if tile.length], parts


def _at_lines(part: MovedPart, one: str, other: str) -> MovedPart:
    """The part without the end of a line before it, and up to the end of its own last line."""
    left, right = part.left, part.right
    cut = one[left.start : left.start + _LINE_END].find("\n") + 1
    ahead = 0
    if one[left.end - 1] != "\n":
        rest = one[left.end : left.end + _LINE_END], other[right.end : right.end + _LINE_END]
        line = rest[0][: rest[0].find("\n") + 1]
        ahead = len(line) if rest[1].startswith(line) else 0
    return MovedPart(
        Span(left.start + cut, left.end + ahead), Span(right.start + cut, right.end + ahead)
    )


def _meet(spans: Sequence[Span]) -> bool:
    """Whether two of some spans overlap."""
    ordered = sorted(spans)
    return any(one.overlaps(other) for one, other in pairwise(ordered))


def _giving_way(tile: Block, parts: Sequence[MovedPart]) -> Block:
    """What is left of a tile when moved parts reach into its beginning or its end."""
    first, last = 0, tile.length
    for part in parts:
        for at, span in ((tile.left, part.left), (tile.right, part.right)):
            if span.start <= at < span.end:
                first = max(first, span.end - at)
            elif at < span.start < at + tile.length:
                last = min(last, span.start - at)
    return Block(tile.left + first, tile.right + first, max(0, last - first))
