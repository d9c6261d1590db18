"""How the name of a file is shown to a person: in one line, with nothing hidden in it."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

_UNDECODED = range(0xDC80, 0xDD00)
"""What Python puts for a byte of a name that is not UTF-8 (PEP 383)."""


def shown_name(path: Path) -> str:
    r"""The path as text that may stand in a message, a log line or a report.

    Line breaks, controls and marks that turn the direction of writing are written as escapes
    (`\n`, `\u202e`), bytes that are no character as `\xNN`. The result can always be encoded.
    """
    return "".join(_shown(character) for character in os.fspath(path))


def _shown(character: str) -> str:
    if ord(character) in _UNDECODED:
        return f"\\x{ord(character) - 0xDC00:02x}"
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode("ascii")
