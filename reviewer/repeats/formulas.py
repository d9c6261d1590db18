"""What recurs in speeches and is no copy: stock phrases, headings, parallels; on request only.

None of these is a family, and none is removed. An editor may want to know how often a speech says
要高度重视 all the same.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

import numpy as np

from reviewer.repeats.corpus import Corpus, Places, corpus_of
from reviewer.repeats.family import Family, Passage
from reviewer.repeats.seeds import equal_windows
from reviewer.repeats.settings import RepeatSettings, SeedRate
from reviewer.text.canonical import CanonicalText
from reviewer.text.progress import Progress, no_progress

_SENTENCE_ENDS = "。！？；\n!?;"
_PHRASE = SeedRate(8, 1, 0)
_SHORTEST_HEADING = 3
_LONGEST_HEADING = 40
_TIMES = 3
_FRAME_LETTERS = 4
_FRAME_SHARE = 0.3


class FormulaKind(Enum):
    """What sort of formula it is."""

    PHRASE = "phrase"
    HEADING = "heading"
    PARALLEL = "parallel"


@dataclass(frozen=True, slots=True)
class Formula:
    """Words that recur and are no copy.

    Attributes:
        kind: what they are.
        passages: where they stand, sorted; of a parallel its members, one behind the other.
    """

    kind: FormulaKind
    passages: tuple[Passage, ...]


def _cuts(text: str, stream: CanonicalText, signs: str) -> list[int]:
    """The letters of a stream before which one of the signs stands in its text, with both ends."""
    places = [at for at, sign in enumerate(text) if sign in signs]
    inner = np.searchsorted(stream.offsets.starts, np.array(places, dtype=np.int64))
    return sorted({0, len(stream), *inner.tolist()})


def _headings(texts: Sequence[str], streams: Sequence[CanonicalText]) -> Iterator[Formula]:
    """Short lines that stand three times or more."""
    lines: defaultdict[str, list[Passage]] = defaultdict(list)
    for number, (text, stream) in enumerate(zip(texts, streams, strict=True)):
        letters = str(stream)
        for first, last in pairwise(_cuts(text, stream, "\n")):
            if _SHORTEST_HEADING <= last - first <= _LONGEST_HEADING:
                passage = Passage(number, stream.offsets.to_text(first, last))
                lines[letters[first:last]].append(passage)
    for passages in lines.values():
        if len(passages) >= _TIMES:
            yield Formula(FormulaKind.HEADING, tuple(passages))


def _frame(one: str, other: str) -> int:
    """How many letters two sentences have in common at their beginnings and ends."""
    limit = min(len(one), len(other))
    head = 0
    while head < limit and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < limit - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return head + tail


def _are_parallel(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    frame = _frame(one, other)
    return one != other and frame >= max(_FRAME_LETTERS, _FRAME_SHARE * shorter)


def _parallels(texts: Sequence[str], streams: Sequence[CanonicalText]) -> Iterator[Formula]:
    """Three sentences or more in a row that begin and end alike."""
    for number, (text, stream) in enumerate(zip(texts, streams, strict=True)):
        letters = str(stream)
        row: list[tuple[int, int]] = []
        for first, last in (*pairwise(_cuts(text, stream, _SENTENCE_ENDS)), (0, 0)):
            if row and _are_parallel(letters[slice(*row[-1])], letters[first:last]):
                row.append((first, last))
                continue
            if len(row) >= _TIMES:
                members = (Passage(number, stream.offsets.to_text(*member)) for member in row)
                yield Formula(FormulaKind.PARALLEL, tuple(members))
            row = [(first, last)]


def _rows(places: Places) -> list[tuple[int, int]]:
    """Where windows that recur follow each other without a gap, as ranges of letters."""
    places = np.sort(places)
    begins = np.flatnonzero(np.diff(places, prepend=-2) != 1)
    ends = np.append(begins[1:], len(places))[: len(begins)] - 1
    starts, lasts = places[begins].tolist(), places[ends].tolist()
    return [(start, last + _PHRASE.length) for start, last in zip(starts, lasts, strict=True)]


def _phrases(corpus: Corpus, settings: RepeatSettings) -> Iterator[Formula]:
    """Letters in a row, too few for a passage, that stand three times or more."""
    if len(corpus.letters) < _PHRASE.length:
        return
    places, groups = equal_windows(corpus.letters, _PHRASE)
    often = np.bincount(groups, minlength=1)[groups] >= _TIMES
    words: defaultdict[str, list[Passage]] = defaultdict(list)
    for start, end in _rows(places[often]):
        if end - start < 2 * settings.passage_letters:
            words[corpus.text[start:end]].append(corpus.passage(start, end))
    for letters, passages in words.items():
        if len(passages) >= _TIMES and len(set(letters)) > 1:
            yield Formula(FormulaKind.PHRASE, tuple(sorted(passages)))


class _Copies:
    """The passages of all families, by document."""

    def __init__(self, families: Iterable[Family]) -> None:
        passages = sorted(passage for family in families for passage in family.passages)
        self._starts: defaultdict[int, list[int]] = defaultdict(list)
        self._reached: defaultdict[int, list[int]] = defaultdict(list)
        for passage in passages:
            reached = self._reached[passage.document]
            reached.append(max(passage.span.end, reached[-1] if reached else 0))
            self._starts[passage.document].append(passage.span.start)

    def hold(self, passage: Passage) -> bool:
        """Whether a passage lies inside a copy. Cost: O(log n)."""
        at = bisect_right(self._starts[passage.document], passage.span.start)
        return at > 0 and self._reached[passage.document][at - 1] >= passage.span.end


def _outside(formula: Formula, copies: _Copies) -> bool:
    """Whether enough of a formula's passages lie in no copy, so that it recurs by itself."""
    return sum(not copies.hold(passage) for passage in formula.passages) >= _TIMES


def find_formulas(
    texts: Sequence[str],
    streams: Sequence[CanonicalText],
    families: Sequence[Family] = (),
    progress: Progress = no_progress,
    settings: RepeatSettings | None = None,
) -> tuple[Formula, ...]:
    """The stock phrases, headings and parallels of some texts, the most frequent first.

    Args:
        texts: the texts.
        streams: their canonical streams, in the same order.
        families: the repeats that are known; what recurs only inside of them is left out.
        progress: told between the three kinds.
        settings: thresholds.

    Raises:
        Cancelled: from `progress`.

    Cost: O(n log n) in the letters.
    """
    settings = settings or RepeatSettings()
    found: list[Formula] = []
    copies = _Copies(families)
    known: set[tuple[Passage, ...]] = set()
    kinds = (
        lambda: _headings(texts, streams),
        lambda: _parallels(texts, streams),
        lambda: _phrases(corpus_of(streams), settings),
    )
    for done, kind in enumerate(kinds):
        progress("formulas", done, len(kinds))
        for formula in kind():
            if formula.passages not in known and _outside(formula, copies):
                known.add(formula.passages)
                found.append(formula)
    return tuple(sorted(found, key=lambda one: (-len(one.passages), one.passages)))
