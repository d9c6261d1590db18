"""One stack of named steps over text, decisions and notes: what is in force, what can come back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewer.review.steps import Step


class History:
    """The steps in force, oldest first, and those that were taken back and may be redone.

    A new step forgets the steps that were taken back: they can no longer be redone.
    """

    def __init__(self, done: Iterable[Step] = (), undone: Iterable[Step] = ()) -> None:
        """Start from the steps in force and, last taken back last, those that can be redone."""
        self._done = list(done)
        self._undone = list(undone)

    @property
    def in_force(self) -> Sequence[Step]:
        """The steps in force, oldest first."""
        return tuple(self._done)

    @property
    def taken_back(self) -> Sequence[Step]:
        """The steps that can be redone, the next one first."""
        return tuple(reversed(self._undone))

    @property
    def next_undo(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """The step that `redo` would put in force again."""
        return self._undone[-1] if self._undone else None

    def do(self, step: Step) -> None:
        """Put a new step in force."""
        self._done.append(step)
        self._undone.clear()

    def extend_last(self, step: Step) -> None:
        """Put `step`, a longer form of the last step, in that step's place (typing goes on).

        Raises:
            ValueError: it is not the last step's longer form.
        """
        if not self._done or self._done[-1].number != step.number:
            raise ValueError(f"step {step.number} is not the last one")
        self._done[-1] = step
        self._undone.clear()

    def undo(self) -> Step | None:
        """Take the last step back and return it, or None where there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        return step

    def redo(self) -> Step | None:
        """Put the step taken back last in force again and return it, or None."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        return step
