"""The place in a document that a tab comes back to, and its plain form for the settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from reviewer.text.span import Span


@dataclass(frozen=True, slots=True)
class TabPlace:
    """Where the editor was.

    Attributes:
        start: where the selection begins, in code points of the text that was shown.
        end: where it ends; the caret alone where it is `start`.
        top: the first character that was on the screen.
        anchor: the current finding, or None.
        clean: whether the clean text was shown.
    """

    start: int = 0
    end: int = 0
    top: int = 0
    anchor: str | None = None
    clean: bool = False

    def selection(self, length: int) -> Span:
        """What was selected, in a text of this length by now."""
        return Span(min(self.start, length), min(self.end, length))


def to_plain(rows: Sequence[tuple[int, TabPlace]]) -> list[object]:
    """Documents with their places, as plain values."""
    return [
        [document, place.start, place.end, place.top, place.anchor, place.clean]
        for document, place in rows
    ]


def from_plain(values: Sequence[object]) -> list[tuple[int, TabPlace]]:
    """What `to_plain` made; damaged rows are left out."""
    rows: list[tuple[int, TabPlace]] = []
    for value in values:
        row = cast("list[object]", value) if isinstance(value, list) else []
        match row:
            case [int() as document, int() as start, int() as end, int() as top, anchor, clean] if (
                0 <= start <= end and top >= 0
            ):
                name = anchor if isinstance(anchor, str) else None
                rows.append((document, TabPlace(start, end, top, name, clean is True)))
            case _:
                pass
    return rows
