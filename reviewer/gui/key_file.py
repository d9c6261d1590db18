"""A choice of keys as a small text file, to be carried to another desk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reviewer.gui.key_choices import KeyChoices
from reviewer.text.errors import ReviewerError

FORMAT = "reviewer-keys/1"

LARGEST = 1_000_000
"""Bytes; a choice of keys has a few hundred."""


class NoKeyFile(ReviewerError):
    """A file has no choice of keys, or cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no choice of keys: {path}")
        self.path = path


def write_keys(choices: KeyChoices, path: Path) -> None:
    """Write `choices` to `path`.

    Raises:
        OSError: the file cannot be written.
    """
    rows = {"format": FORMAT, **choices.to_plain()}
    path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def read_keys(path: Path) -> KeyChoices:
    """The choice in `path`; keys and actions in it that are unknown here are passed over.

    Raises:
        NoKeyFile: the file cannot be read, or is of another sort.
    """
    try:
        with path.open("rb") as file:
            rows: Any = json.loads(file.read(LARGEST))
    except (OSError, ValueError, RecursionError) as problem:
        raise NoKeyFile(path) from problem
    if not isinstance(rows, dict) or rows.get("format") != FORMAT:
        raise NoKeyFile(path)
    return KeyChoices.from_plain(rows)
