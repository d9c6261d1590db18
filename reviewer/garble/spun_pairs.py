"""The table of spun wording: which words sites put in the place of which, and in what company.

The file says how its lines are written. Company is kept as plain strings and looked up in sets, so
that hundreds of pairs with thousands of contexts cost a few look-ups for each place.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from reviewer.garble.rules import RuleError, read_table, wording_of
from reviewer.garble.word_search import WordSearch
from reviewer.text.wording import Wording

FILE = "spun_wording.toml"
WORD = "~"
"""What stands for the word in its company."""


@dataclass(frozen=True, slots=True)
class Match:
    """Company that was met: how many characters before and behind the word, and the rest.

    Attributes:
        before: characters before the word.
        behind: characters behind it.
        result: what stood there in the place of all of them, or None: the word alone changed.
    """

    before: int
    behind: int
    result: str | None


@dataclass(frozen=True, slots=True)
class Company:
    """A set of contexts of one word.

    Attributes:
        shapes: the contexts by how far they reach before and behind the word, the widest first.
        before: the characters with which contexts touch the word before it.
        behind: those with which they touch it behind.
        anywhere: whether the word alone is a context.
    """

    shapes: Mapping[tuple[int, int], Mapping[str, str | None]]
    before: frozenset[str]
    behind: frozenset[str]
    anywhere: bool

    def match(self, text: str, start: int, end: int) -> Match | None:
        """The context in which `text[start:end]` stands, the widest first, or None."""
        touched = text[start - 1 : start] in self.before or text[end : end + 1] in self.behind
        if not touched and not self.anywhere:
            return None
        for (before, behind), contexts in self.shapes.items():
            if before > start:
                continue
            seen = text[start - before : start] + WORD + text[end : end + behind]
            if seen in contexts:
                return Match(before, behind, contexts[seen])
        return None


@dataclass(frozen=True, slots=True)
class SpunPair:
    """One line of the table.

    Attributes:
        written: what the sites put.
        originals: what stood there, the most common first.
        sure: contexts that make a non-word with it.
        spun: contexts in which no writer puts it.
        likely: contexts in which it is odd, though not proof.
        kept: contexts in which it is right.
    """

    written: str
    originals: tuple[str, ...]
    sure: Company
    spun: Company
    likely: Company
    kept: Company


@dataclass(frozen=True)
class SpunTable:
    """The whole table, by the first two characters of what was written."""

    pairs: Mapping[str, tuple[SpunPair, ...]]
    reasons: Mapping[str, Wording]

    @cached_property
    def openings(self) -> WordSearch:
        """The search for the first two characters of all that was written."""
        return WordSearch(self.pairs)


def written_contexts(column: str) -> Iterator[tuple[str, str | None]]:
    """The contexts of one column of the file, sets of characters written out.

    Raises:
        ValueError: a context is not written as the file says.
    """
    for item in filter(None, column.split("|")):
        context, _, result = item.partition("=")
        for text in _written_out(context):
            if text.count(WORD) != 1 or set(text) & set("[]?+.*^"):
                raise ValueError(f"no context: {item}")
            yield text, result or None


def _written_out(context: str) -> Iterator[str]:
    """`~[一二]点` as `~一点` and `~二点`; `[0-9]` are the ten digits."""
    parts: list[str] = []
    rest = context.replace("[0-9]", "[0123456789]")
    while "[" in rest:
        plain, _, rest = rest.partition("[")
        characters, closed, rest = rest.partition("]")
        if not closed:
            raise ValueError(f"no end of a set: {context}")
        parts += [plain, characters]
    choices = [tuple(part) if place % 2 else (part,) for place, part in enumerate([*parts, rest])]
    for choice in itertools.product(*choices):
        yield "".join(choice)


def _company(column: str) -> Company:
    shapes: dict[tuple[int, int], dict[str, str | None]] = {}
    touching: tuple[set[str], set[str]] = (set(), set())
    for context, result in written_contexts(column):
        before, _, behind = context.partition(WORD)
        shapes.setdefault((len(before), len(behind)), {})[context] = result
        touching[0].update(before[-1:])
        touching[1].update(behind[:1])
    widest_first = sorted(shapes, key=lambda shape: -sum(shape))
    return Company(
        {shape: shapes[shape] for shape in widest_first},
        frozenset(touching[0]),
        frozenset(touching[1]),
        (0, 0) in shapes,
    )


def pair_of(row: dict[str, Any]) -> SpunPair:
    """One line of the file.

    Raises:
        RuleError: it is not written as the file says.
    """
    try:
        sure, spun, likely, kept = (
            _company(row.get(column, "")) for column in ("sure", "spun", "likely", "kept")
        )
        written: str = row["written"]
        originals = tuple(row["original"].split("|"))
    except (KeyError, ValueError) as problem:
        raise RuleError(FILE, str(row.get("written", "?")), str(problem)) from problem
    if len(written) < 2 or written in originals:
        raise RuleError(FILE, written, "a pair needs two different words of two characters or more")
    return SpunPair(written, originals, sure, spun, likely, kept)


class _PairsOfTable(Mapping[str, tuple[SpunPair, ...]]):
    """The pairs by the first two characters of what was written, read when a text holds these.

    Writing out the contexts of all pairs takes longer than searching a speech.
    """

    def __init__(self, rows: Iterable[dict[str, Any]]) -> None:
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._read: dict[str, tuple[SpunPair, ...]] = {}
        for row in rows:
            self._rows.setdefault(row["written"][:2], []).append(row)

    def __getitem__(self, opening: str) -> tuple[SpunPair, ...]:
        if opening not in self._read:
            self._read[opening] = tuple(pair_of(row) for row in self._rows[opening])
        return self._read[opening]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@lru_cache(maxsize=1)
def spun_table() -> SpunTable:
    """The table of resources/rules/spun_wording.toml.

    To ask it for a pair raises RuleError where its line is not written as the file says.
    """
    file = read_table(FILE)
    return SpunTable(
        _PairsOfTable(row for group in file["group"] for row in group["pairs"]),
        {name: wording_of(row) for name, row in file["reasons"].items()},
    )
