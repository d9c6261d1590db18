"""The letters by which entries of a menu are chosen: no two entries of one menu share one.

A table says which letter an entry would like. Where entries grow in number or speak another
language, wishes meet; then the first has it, and the others take a letter that is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_uppercase, digits

_WISH = re.compile(r"&([^&\s])")
_BEHIND = re.compile(r"\(&([^&\s])\)")
"""A letter of its own behind Chinese words."""


def with_own_letters(texts: Sequence[str]) -> list[str]:
    """The entries of one menu, each with a mnemonic of its own, as far as there are letters.

    Args:
        texts: the entries with their wishes, such as `&Open` or `打开(&O)`.
    """
    taken: set[str] = set()
    kept: dict[int, str] = {}
    for place, text in enumerate(texts):
        wish = letter_of(text)
        if wish and wish not in taken:
            taken.add(wish)
            kept[place] = text
    for place, text in enumerate(texts):
        if place in kept:
            continue
        letter = next((letter for letter in _offers(text) if letter not in taken), "")
        taken.add(letter)
        kept[place] = _given(text, letter)
    return [kept[place] for place in range(len(texts))]


def letter_of(text: str) -> str:
    """The mnemonic of an entry, as a capital; empty where it has none."""
    found = _WISH.search(text.replace("&&", "  "))
    return found[1].upper() if found else ""


def _offers(text: str) -> Iterator[str]:
    """Letters that would do for an entry, the best first."""
    if _BEHIND.search(text):
        yield from ascii_uppercase + digits
        return
    plain = _plain(text)
    yield from (word[0].upper() for word in re.findall(r"[A-Za-z]+", plain))
    yield from (letter.upper() for letter in plain if letter.isascii() and letter.isalnum())


def _given(text: str, letter: str) -> str:
    if _BEHIND.search(text):
        return _BEHIND.sub(f"(&{letter})" if letter else "", text)
    plain = _plain(text)
    if not letter:
        return plain
    begins = re.search(rf"(?<![A-Za-z]){letter}", plain, re.IGNORECASE)
    place = begins.start() if begins else plain.upper().index(letter)
    return f"{plain[:place]}&{plain[place:]}"


def _plain(text: str) -> str:
    return _WISH.sub(r"\1", text)
