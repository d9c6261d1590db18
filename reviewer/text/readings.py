"""The Mandarin readings of single characters."""

from __future__ import annotations

from functools import lru_cache

from reviewer.text.resources import resource


@lru_cache(maxsize=1)
def _readings() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in resource("lexicons", "readings.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            character, _, readings = line.partition("\t")
            table[character] = tuple(readings.split(","))
    return table


def readings_of(character: str) -> tuple[str, ...]:
    """The toned readings of one character, most common first; empty where none are known.

    Known are the Han characters of GBK. The table is read at the first call, about 15 ms.
    """
    return _readings().get(character, ())
