"""The table of spun wording: which words sites put in the place of which, and in what company.

The file says how its lines are written. Company is kept as plain strings and looked up in sets, so
that hundreds of pairs with thousands of contexts cost a few look-ups for each place.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reviewer.garble.rules import RuleError, read_table, wording_of
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
    """A set of contexts of one word, sorted by how far they reach before and behind it."""

    shapes: Mapping[tuple[int, int], Mapping[str, str | None]]

    def match(self, text: str, start: int, end: int) -> Match | None:
        """The context in which `text[start:end]` stands, the widest first, or None."""
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


@dataclass(frozen=True, slots=True)
class SpunTable:
    """The whole table, by the first two characters of what was written."""

    pairs: Mapping[str, tuple[SpunPair, ...]]
    reasons: Mapping[str, Wording]


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
    for context, result in written_contexts(column):
        before = context.index(WORD)
        shape = (before, len(context) - before - 1)
        shapes.setdefault(shape, {})[context] = result
    widest_first = sorted(shapes, key=lambda shape: -sum(shape))
    return Company({shape: shapes[shape] for shape in widest_first})


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


@lru_cache(maxsize=1)
def spun_table() -> SpunTable:
    """The table of resources/rules/spun_wording.toml.

    Raises:
        RuleError: a line is not written as the file says.
    """
    file = read_table(FILE)
    pairs: dict[str, list[SpunPair]] = {}
    for group in file["group"]:
        for row in group["pairs"]:
            pair = pair_of(row)
            pairs.setdefault(pair.written[:2], []).append(pair)
    return SpunTable(
        {key: tuple(found) for key, found in pairs.items()},
        {name: wording_of(row) for name, row in file["reasons"].items()},
    )
