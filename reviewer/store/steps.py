"""The journal of steps: what the editor did, appended for good; undo and redo are events.

The steps in force are the replay of the events. Nothing that was acknowledged is ever changed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256

from reviewer.review.history import History
from reviewer.review.steps import Change, Step, StepKind, TextEdited
from reviewer.store.analyses import forget_analyses
from reviewer.store.changes import facts_of, keep_changes, stored_changes
from reviewer.store.connection import StoreConnection, now
from reviewer.store.documents import touch
from reviewer.store.errors import StoreDamaged


class Event(Enum):
    """What happened to a step. The values are kept in the store."""

    DO = "do"
    EXTEND = "extend"
    UNDO = "undo"
    REDO = "redo"


@dataclass(slots=True)
class StepOrder:
    """The numbers of the steps in force and of those that may be redone, as in `History`."""

    done: list[int] = field(default_factory=list[int])
    undone: list[int] = field(default_factory=list[int])

    def expect(self, event: Event, number: int) -> None:
        """Make sure that the event may happen now.

        Raises:
            ValueError: it concerns another step than the one whose turn it is.
        """
        stack = self.undone if event is Event.REDO else self.done
        if event is not Event.DO and stack[-1:] != [number]:
            raise ValueError(f"{event.value} of step {number}, which is not in turn")

    def take(self, event: Event, number: int) -> None:
        """Let an event happen that may happen now."""
        self.expect(event, number)
        match event:
            case Event.DO:
                self.done.append(number)
                self.undone.clear()
            case Event.EXTEND:
                self.undone.clear()
            case Event.UNDO:
                self.undone.append(self.done.pop())
            case Event.REDO:
                self.done.append(self.undone.pop())


def _link(
    before: bytes, event: Event, number: int, kind: StepKind, changes: Sequence[Change]
) -> bytes:
    """The digest of an event, 16 bytes: of what happened and of all events before it."""
    facts = json.dumps([event.value, number, kind.value, facts_of(changes)])
    return sha256(before + facts.encode("ascii")).digest()[:16]


class Journal:
    """The steps of an open store."""

    def __init__(self, connection: StoreConnection) -> None:
        """Read the order of the steps; their changes are read when they are asked for.

        Raises:
            StoreDamaged: the events contradict each other.
        """
        self._connection = connection
        self._order = StepOrder()
        self._last: Step | None = None
        self._head = b""
        rows = connection.rows("SELECT what, step, digest FROM step_event ORDER BY id")
        with connection.decoding("step_event"):
            for what, number, self._head in rows:
                self._order.take(Event(what), number)

    def append(self, kind: StepKind, changes: Sequence[Change]) -> Step:
        """Write a new step; it is on the disk when this returns.

        Cost: about 7 ms for 1,000 changes.

        Raises:
            ValueError: there are no changes.
            StoreRuleBroken: a change names a document that is not there.
        """
        highest = self._connection.row("SELECT max(number) FROM step")
        step = Step(1 + (highest[0] or 0 if highest else 0), kind, tuple(changes))
        with self._connection.writing():
            self._connection.insert("step", {"number": step.number, "kind": kind.value})
            keep_changes(self._connection, step.number, 0, step.changes)
            head = self._record(Event.DO, step, step.changes)
        self._happened(Event.DO, step, head)
        return step

    def extend(self, number: int, more: Sequence[Change]) -> Step:
        """Add changes to the last step in force; the longer step.

        Analyses of texts that the step changes further are thrown away: what they say was found
        after this step is no longer true.

        Raises:
            ValueError: it is not the last step in force, or there are no changes.
            StoreRuleBroken: a change names a document that is not there.
        """
        self._order.expect(Event.EXTEND, number)
        last = self._step(number)
        step = Step(number, last.kind, (*last.changes, *more))
        edited = {change.document for change in more if isinstance(change, TextEdited)}
        with self._connection.writing():
            keep_changes(self._connection, number, len(last.changes), more)
            forget_analyses(self._connection, edited, number)
            head = self._record(Event.EXTEND, step, more)
        self._happened(Event.EXTEND, step, head)
        return step

    def undo(self, number: int) -> None:
        """Record that the last step in force was taken back.

        Raises:
            ValueError: it is another one.
        """
        self._turn(Event.UNDO, number)

    def redo(self, number: int) -> None:
        """Record that the step that was taken back last is in force again.

        Raises:
            ValueError: it is another one, or a new step was made since.
        """
        self._turn(Event.REDO, number)

    def _turn(self, event: Event, number: int) -> None:
        self._order.expect(event, number)
        step = self._step(number)
        with self._connection.writing():
            head = self._record(event, step, ())
        self._happened(event, step, head)

    def _record(self, event: Event, step: Step, changes: Sequence[Change]) -> bytes:
        """Write an event, inside a transaction; its digest."""
        if event in (Event.DO, Event.EXTEND) and not changes:
            raise ValueError("a step without changes")
        digest = _link(self._head, event, step.number, step.kind, changes)
        number = self._connection.insert(
            "step_event",
            {
                "what": event.value,
                "step": step.number,
                "changes": len(changes),
                "digest": digest,
                "at": now(),
            },
        )
        touch(self._connection, step.documents, number)
        return digest

    def _happened(self, event: Event, step: Step, head: bytes) -> None:
        """Follow an event that is on the disk."""
        self._order.take(event, step.number)
        self._head = head
        self._last = step

    def _step(self, number: int) -> Step:
        if self._last is not None and self._last.number == number:
            return self._last
        row = self._connection.row("SELECT kind FROM step WHERE number = ?", (number,))
        changes = stored_changes(self._connection, number).get(number, [])
        kind = self._connection.meaning(StepKind, row[0] if row else "")
        return Step(number, kind, tuple(changes))

    def times(self) -> dict[int, str]:
        """When each step was made, by its number."""
        rows = self._connection.rows(
            "SELECT step, at FROM step_event WHERE what = ?", (Event.DO.value,)
        )
        return dict(rows)

    def history(self) -> History:
        """The steps in force and those that may be redone, read anew from the store.

        Raises:
            StoreDamaged: an event or a change is not what was saved.
            StoreTooNew: a word that this program does not know.
        """
        steps = self._checked_steps()
        with self._connection.decoding("step"):
            return History(
                [steps[number] for number in self._order.done],
                [steps[number] for number in self._order.undone],
            )

    def _checked_steps(self) -> dict[int, Step]:
        """Every step ever made, by its number, each event checked by its digest."""
        connection = self._connection
        kinds = {
            number: connection.meaning(StepKind, kind)
            for number, kind in connection.rows("SELECT number, kind FROM step")
        }
        changes = stored_changes(connection)
        checked = dict.fromkeys(kinds, 0)
        head = b""
        events = connection.rows("SELECT what, step, changes, digest FROM step_event ORDER BY id")
        with connection.decoding("step_event"):
            for what, number, count, digest in events:
                first = checked[number]
                checked[number] += count
                part = changes.get(number, [])[first : first + count]
                head = _link(head, Event(what), number, kinds[number], part)
                if head != digest:
                    raise StoreDamaged(connection.path, f"step {number} is not what was saved")
        for number, count in checked.items():
            if not count or count != len(changes.get(number, [])):
                raise StoreDamaged(connection.path, f"step {number} is not what was saved")
        return {
            number: Step(number, kind, tuple(changes[number])) for number, kind in kinds.items()
        }
