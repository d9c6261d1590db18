"""When typing goes on and when it is a new step to undo."""

from __future__ import annotations

from reviewer.review.steps import Step, StepKind, TextEdited

LONGEST_PAUSE = 2.0
"""Seconds after which further typing is a step of its own."""


def continues(last: Step, change: TextEdited, pause: float) -> bool:
    """Whether `change`, made `pause` seconds after the last one, belongs to the step `last`.

    It does where it goes on at the place where the last change stopped: typing forward, deleting
    backward or deleting forward, inside one line.
    """
    previous = last.changes[-1]
    if (
        last.kind is not StepKind.TYPE
        or pause > LONGEST_PAUSE
        or not isinstance(previous, TextEdited)
        or previous.document != change.document
        or "\n" in change.edit.inserted + change.edit.removed
    ):
        return False
    stopped = previous.edit.start + len(previous.edit.inserted)
    return stopped in (change.edit.start, change.edit.end)
