"""A process that works in a store until it is killed, and says what was saved.

Run as `python step_writer.py STORE RUN`. Every line that it writes is one event that the store
acknowledged. What an event holds follows from the run and its index, so that the one who kills the
process can tell what must be there.
"""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

from reviewer.review.annotation import Annotation
from reviewer.review.decision import Decision, Verdict
from reviewer.review.edits import Edit
from reviewer.review.steps import (
    Change,
    DecisionMade,
    NoteDeleted,
    NoteWritten,
    StepKind,
    TextEdited,
)
from reviewer.store.store import Store
from reviewer.text.span import Span


def goes_on(index: int) -> bool:
    """Whether this event goes on with the last step instead of making a new one."""
    return index % 4 == 3


def changes_of(run: int, index: int) -> tuple[StepKind, list[Change]]:
    """What event `index` of run `run` says."""
    mark = f"{run}:{index} 讲话𠮷\0稿"
    uid = f"{run:016x}{index:016x}"
    if goes_on(index):
        return StepKind.TYPE, [TextEdited(1, Edit(index, "旧", mark)), NoteDeleted(1, uid)]
    if index % 8 == 2:
        bulk = [
            DecisionMade(1, f"{run:08x}{index:08x}{n:016x}", Decision(Verdict.EDITED, mark))
            for n in range(300)
        ]
        return StepKind.ACCEPT, [*bulk]
    if index % 2:
        return StepKind.ADD_NOTE, [NoteWritten(1, Annotation(uid, Span(run, run + 1), "讲", mark))]
    return StepKind.REJECT, [DecisionMade(1, uid, Decision(Verdict.REJECTED))]


def main() -> None:
    """Append and extend steps for ever."""
    path, run = Path(sys.argv[1]), int(sys.argv[2])
    store = Store.open(path)
    os.write(1, b"open\n")
    number = 0
    for index in count():
        kind, changes = changes_of(run, index)
        if goes_on(index):
            step = store.extend_step(number, changes)
        else:
            step = store.append_step(kind, changes)
        number = step.number
        # One write of a short line: it arrives whole or not at all.
        os.write(1, f"saved {number} {index}\n".encode())


if __name__ == "__main__":
    main()
