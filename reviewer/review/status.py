"""How far a document is, in the editor's own word."""

from __future__ import annotations

from enum import Enum

from reviewer.text.wording import Wording


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

    @property
    def label(self) -> Wording:
        """Its name for people."""
        return _LABELS[self]


_LABELS = {
    Status.NEW: Wording("未审", "New"),
    Status.IN_REVIEW: Wording("审校中", "In review"),
    Status.DONE: Wording("审毕", "Done"),
    Status.SET_ASIDE: Wording("搁置", "Set aside"),
}
