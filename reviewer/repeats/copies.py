"""The copies of one passage laid over each other, letter by letter.

Each is aligned with the representative alone, so the work is linear in the number of copies. A
place of one copy is found in another by the letters around it, so also a blank, a mask or a garbled
run can be looked up in the copies, where nothing of it is left to be compared.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reviewer.repeats.alignment import Block
from reviewer.repeats.comparison import blocks_in_order
from reviewer.repeats.family import Family, Passage
from reviewer.repeats.settings import RepeatSettings
from reviewer.text.canonical import canonical_text
from reviewer.text.span import Span

_LEAST_RUN, _LEAST_RUNS, _LONG_RUN = 2, 8, 8
"""Equal letters needed on either side of a place, on both together; more are not counted."""


@dataclass(frozen=True, slots=True)
class Window:
    """A place of one copy as it stands in another.

    Attributes:
        text: what the other copy has there.
        span: where, in code points of the other passage's text.
        around: the span, so widened that no sign between it and the next letters is left out.
    """

    text: str
    span: Span
    around: Span


@dataclass(frozen=True, slots=True)
class Substitution:
    """One letter of the representative where a copy has another one, both among equal letters."""

    centre: int
    letter: int


@dataclass(slots=True)
class Copy:
    """One wording of a passage, with every passage that has this very text.

    Attributes:
        text: the passage.
        passages: where it stands.
        letters: its canonical letters, with the places at which each starts and ends in the text.
        to_centre: for each letter that of the representative, or -1.
        of_centre: for each letter of the representative that of this copy, or -1.
        substitutions: single letters in which it differs from the representative.
    """

    text: str
    passages: list[Passage]
    letters: str
    starts: list[int]
    ends: list[int]
    to_centre: list[int] = field(default_factory=list[int])
    of_centre: list[int] = field(default_factory=list[int])
    substitutions: list[Substitution] = field(default_factory=list[Substitution])

    def letter_span(self, letter: int) -> Span:
        """Where a letter stands in the text."""
        return Span(self.starts[letter], self.ends[letter])


def _copy(text: str) -> Copy:
    stream = canonical_text(text)
    offsets = stream.offsets
    return Copy(text, [], str(stream), offsets.starts.tolist(), offsets.ends.tolist())


class Copies:
    """The distinct wordings of one family; the first is the representative's."""

    def __init__(
        self, texts: Sequence[str], family: Family, settings: RepeatSettings | None = None
    ) -> None:
        """Lay the copies of a family over each other.

        Args:
            texts: the texts that its passages are spans of.
            family: the family; members that are alike only in part are left out.
            settings: thresholds.
        """
        settings = settings or RepeatSettings()
        by_text: dict[str, Copy] = {}
        first = family.passages[family.representative]
        for passage in (first, *(other for other in family.passages if other != first)):
            text = passage.span.of(texts[passage.document])
            copy = by_text.get(text)
            if copy is None:
                copy = by_text[text] = _copy(text)
            copy.passages.append(passage)
        centre, *others = by_text.values()
        self.all = [centre]
        centre.to_centre = centre.of_centre = list(range(len(centre.letters)))
        for copy in others:
            blocks = blocks_in_order(centre.letters, copy.letters, settings)
            common = sum(block.length for block in blocks)
            if 2 * common >= settings.fact_similarity * (len(centre.letters) + len(copy.letters)):
                _align(centre, copy, blocks)
                self.all.append(copy)

    def window(self, copy: Copy, span: Span, other: Copy) -> Window | None:
        """What `other` has where `copy` has `span` (in its passage's text), or None if unsure.

        The letters before and behind the place have to be the same in both. Cost: O(log n).
        """
        before = bisect_right(copy.ends, span.start) - 1
        behind = bisect_left(copy.starts, span.end)
        if before < 0 or behind >= len(copy.letters):
            return None
        first, last = _mapped(copy, before, other), _mapped(copy, behind, other)
        if not 0 <= first < last:
            return None
        left = _run(copy, before, other, first, -1)
        right = _run(copy, behind, other, last, 1)
        if min(left, right) < _LEAST_RUN or left + right < _LEAST_RUNS:
            return None
        around = Span(other.ends[first], other.starts[last])
        lead = copy.text[copy.ends[before] : span.start]
        tail = copy.text[span.end : copy.starts[behind]]
        whole = around.of(other.text)
        if len(whole) < len(lead) + len(tail) or not (
            whole.startswith(lead) and whole.endswith(tail)
        ):
            return None
        inner = Span(around.start + len(lead), around.end - len(tail))
        return Window(inner.of(other.text), inner, around)


def _align(centre: Copy, copy: Copy, blocks: Sequence[Block]) -> None:
    copy.to_centre = [-1] * len(copy.letters)
    copy.of_centre = [-1] * len(centre.letters)
    for block in blocks:
        copy.to_centre[block.right : block.right + block.length] = range(
            block.left, block.left + block.length
        )
        copy.of_centre[block.left : block.left + block.length] = range(
            block.right, block.right + block.length
        )
    copy.substitutions = list(_substitutions(blocks))


def _substitutions(blocks: Sequence[Block]) -> Iterator[Substitution]:
    """Single unequal letters between long equal stretches."""
    for one, other in pairwise(blocks):
        left, right = one.left + one.length, one.right + one.length
        single = other.left == left + 1 and other.right == right + 1
        runs = one.length, other.length
        if single and min(runs) >= _LEAST_RUN and sum(runs) >= _LEAST_RUNS:
            yield Substitution(left, right)


def _mapped(copy: Copy, letter: int, other: Copy) -> int:
    """The letter of `other` that is a letter of `copy`, or -1."""
    if not 0 <= letter < len(copy.to_centre):
        return -1
    centre = copy.to_centre[letter]
    return other.of_centre[centre] if centre >= 0 else -1


def _run(copy: Copy, letter: int, other: Copy, to: int, step: int) -> int:
    """How many letters in a row, walking by `step`, are the same in both copies, up to enough."""
    count = 0
    while count < _LONG_RUN and _mapped(copy, letter, other) == to >= 0:
        letter, to, count = letter + step, to + step, count + 1
    return count
