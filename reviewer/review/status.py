"""How far a document is, in the editor's own word."""

from __future__ import annotations

from enum import Enum


class Status(Enum):
    """How far the work on a document is. The values are kept in the store."""

    NEW = "new"
    """Nothing was done to it yet."""
    IN_REVIEW = "in_review"
    """Something was done to it; it becomes so by itself."""
    DONE = "done"
    SET_ASIDE = "set_aside"

    @property
    def settled(self) -> bool:
        """Whether the editor said that the document needs no more work for now."""
        return self in (Status.DONE, Status.SET_ASIDE)
