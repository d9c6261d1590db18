"""The history of a library, every move of it saved before it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reviewer.review.history import History
from reviewer.review.steps import Change, Step, StepKind, TextEdited
from reviewer.store.store import Store
from reviewer.workflow.typing_steps import continues

_LONG_AGO = float("-inf")


class SavedHistory:
    """The steps in force and those taken back, in memory and on the disk alike."""

    def __init__(self, store: Store, clock: Callable[[], float]) -> None:
        """Begin with the history that `store` keeps; `clock` tells seconds that only rise."""
        self._store = store
        self._clock = clock
        self._history: History = store.history()
        self._last_typed = _LONG_AGO

    @property
    def in_force(self) -> Sequence[Step]:
        """The steps in force, oldest first."""
        return self._history.in_force

    @property
    def taken_back(self) -> Sequence[Step]:
        """The steps that can be redone, the next one first."""
        return self._history.taken_back

    @property
    def next_undo(self) -> Step | None:
        """The last step in force."""
        return self._history.next_undo

    @property
    def next_redo(self) -> Step | None:
        """The step taken back last."""
        return self._history.next_redo

    def do(self, kind: StepKind, changes: Sequence[Change]) -> Step:
        """Save a new step and put it in force."""
        step = self._store.append_step(kind, changes)
        self._history.do(step)
        self.end_typing()
        return step

    def type(self, change: TextEdited) -> tuple[Step, int]:
        """Save what was typed: as a part of the last step where it goes on there, else as a step.

        Returns:
            The step, and the index of its first change that is new.
        """
        now, last = self._clock(), self._history.next_undo
        if last is not None and continues(last, change, now - self._last_typed):
            step = self._store.extend_step(last.number, [change])
            self._history.extend_last(step)
        else:
            step = self.do(StepKind.TYPE, [change])
        self._last_typed = now
        return step, len(step.changes) - 1

    def end_typing(self) -> None:
        """Let what is typed next be a step of its own."""
        self._last_typed = _LONG_AGO

    def travel(self, count: int) -> list[Step]:
        """Take steps back, or bring them back, until `count` are in force, if there are so many.

        Returns:
            The steps that were taken back or brought back, in the order of it.
        """
        self.end_typing()
        touched: list[Step] = []
        while len(self.in_force) > count and (step := self.next_undo):
            self._store.record_undo(step.number)
            self._history.undo()
            touched.append(step)
        while len(self.in_force) < count and (step := self.next_redo):
            self._store.record_redo(step.number)
            self._history.redo()
            touched.append(step)
        return touched
