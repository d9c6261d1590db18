"""The role of a document in the library: the editor's own, or one that came in to be looked at."""

from __future__ import annotations

from enum import Enum


class Role(Enum):
    """What a document is to the editor. The values are kept in the store."""

    OWN = "own"
    """It belongs to the library; what others share with it was there first."""
    INCOMING = "incoming"
    """It came in and is compared with the library."""
