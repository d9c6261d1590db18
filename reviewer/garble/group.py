"""Groups of damage: what findings are coloured and filtered by."""

from __future__ import annotations

from enum import Enum


class Group(Enum):
    """What sort of damage a kind belongs to; filters and colours go by it."""

    ENCODING = "encoding"
    CHARACTERS = "characters"
    WORDING = "wording"
    MASKS = "masks"
    LAYOUT = "layout"
    FURNITURE = "furniture"
