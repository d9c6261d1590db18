"""Characters that look alike, by groups of resources/rules/look_alikes.toml."""

from __future__ import annotations

from functools import lru_cache

from reviewer.garble.rules import read_table

FILE = "look_alikes.toml"


@lru_cache(maxsize=1)
def _alike() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for group in read_table(FILE)["groups"]["alike"]:
        for character in group:
            others = frozenset(group) - {character}
            table[character] = table.get(character, frozenset()) | others
    return table


def look_alikes_of(character: str) -> frozenset[str]:
    """The characters that `character` is easily read for; empty where none are known."""
    return _alike().get(character, frozenset())


def characters_with_look_alikes() -> frozenset[str]:
    """Every character that stands in a group."""
    return frozenset(_alike())
