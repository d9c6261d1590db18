"""How long work reports its progress and learns that it should stop.

Work functions take a `Progress`, call it as they go, and never look at threads or widgets. A caller
that wants to stop raises `Cancelled` from its progress, which then unwinds the work.
"""

from __future__ import annotations

from typing import Protocol


class Cancelled(BaseException):
    """The work was asked to stop. A `BaseException`, so that no broad handler swallows it."""


class Progress(Protocol):
    """Called by long work between its steps."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Report that `done` of `total` units of `stage` are finished.

        Raises:
            Cancelled: the work is no longer wanted.
        """
        ...


def no_progress(stage: str, done: int, total: int) -> None:
    """A `Progress` for callers that do not care."""
