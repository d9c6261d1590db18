"""The promise that matters most: what was acknowledged survives the death of the process."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import step_writer
import store_samples as samples

from reviewer.review.steps import Change, Step
from reviewer.store.engine import sqlite
from reviewer.store.store import Store

KILLS = 50

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")


@dataclass
class Acknowledged:
    """What the store said it had saved, in all runs together."""

    parts: defaultdict[int, list[tuple[int, int]]] = field(
        default_factory=lambda: defaultdict[int, list[tuple[int, int]]](list)
    )
    events: int = 0

    def take(self, run: int, lines: list[bytes]) -> None:
        """Note the whole lines of one run."""
        for line in lines:
            if line.endswith(b"\n"):
                number, index = (int(word) for word in line.split()[1:])
                self.parts[number].append((run, index))
                self.events += 1


def killed_run(path: Path, run: int, chance: random.Random) -> tuple[list[bytes], float]:
    """Let a process work in the store and kill it at a random moment.

    Returns:
        What it said was saved, and how many milliseconds it took to start and open the store.
    """
    script = Path(step_writer.__file__)
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, str(script), str(path), str(run)], stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"open\n"
        start = (time.perf_counter() - began) * 1000
        lines = [child.stdout.readline()]
        time.sleep(chance.random() * 0.05)
        child.send_signal(signal.SIGKILL)
        lines += child.stdout.readlines()
    assert child.returncode == -signal.SIGKILL, "the process must die in the middle of its work"
    return lines, start


def expected_changes(parts: list[tuple[int, int]]) -> list[Change]:
    return [change for run, index in parts for change in step_writer.changes_of(run, index)[1]]


def surplus_of(step: Step, parts: list[tuple[int, int]], last: dict[int, int]) -> int:
    """How many events of `step` are saved but were not acknowledged; all others must be there."""
    expected = expected_changes(parts)
    assert list(step.changes[: len(expected)]) == expected, f"step {step.number} lost something"
    if parts:
        assert step.kind is step_writer.changes_of(*parts[0])[0]
    rest = list(step.changes[len(expected) :])
    if not rest:
        return 0
    # Saved, and killed before it could say so: the event after the last one of some run.
    candidates = [step_writer.changes_of(run, index + 1)[1] for run, index in last.items()]
    assert rest in candidates, f"step {step.number} holds what nobody wrote"
    return 1


def test_no_acknowledged_decision_is_lost_when_the_process_is_killed_50_times(
    store_path: Path,
) -> None:
    with Store.open(store_path) as store:
        store.add_document(samples.sample_document())
    chance = random.Random(50)
    saved = Acknowledged()
    starts: list[float] = []
    for run in range(KILLS):
        lines, start = killed_run(store_path, run, chance)
        saved.take(run, lines)
        starts.append(start)
    last = {run: index for parts in saved.parts.values() for run, index in parts}

    with Store.open(store_path) as store:
        steps = {step.number: step for step in store.history().in_force}
    assert saved.parts.keys() <= steps.keys(), "an acknowledged step is lost"
    unsaid = sum(
        surplus_of(step, saved.parts.get(number, []), last) for number, step in steps.items()
    )
    assert unsaid <= KILLS
    assert saved.events >= 3 * KILLS
    with closing(sqlite.connect(store_path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    sys.stdout.write(
        f"{KILLS} kills: {saved.events} events acknowledged, 0 lost, {unsaid} saved but not yet"
        f" acknowledged; start to open store {sorted(starts)[KILLS // 2]:.0f} ms\n"
    )
