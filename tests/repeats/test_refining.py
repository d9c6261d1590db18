"""Many candidates are refined by several processes: nothing changes but the time, and it stops."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from reviewer.repeats.search import find_families
from reviewer.repeats.settings import RepeatSettings
from reviewer.text.canonical import CanonicalText, canonical_text
from reviewer.text.progress import Cancelled

SPREAD = replace(RepeatSettings(), processes_from=1)


@pytest.fixture(scope="module")
def streams() -> list[CanonicalText]:
    """Texts that share some passages, each copy edited in its own way."""
    rng = random.Random(2)
    signs = [chr(0x4E00 + 7 * at) for at in range(2000)]
    passages = [rng.choices(signs, k=rng.randrange(60, 300)) for _ in range(40)]
    texts: list[str] = []
    for _ in range(12):
        parts: list[str] = []
        for passage in rng.sample(passages, 12):
            parts.extend(rng.choice(signs) if rng.random() < 0.05 else sign for sign in passage)
            parts.extend(rng.choices(signs, k=100))
        texts.append("".join(parts))
    return [canonical_text(text) for text in texts]


def test_what_is_found_does_not_depend_on_how_many_processes_look(
    streams: list[CanonicalText],
) -> None:
    found = find_families(streams)
    assert len(found) > 30
    assert find_families(streams, settings=SPREAD) == found


def test_a_search_by_several_processes_can_be_stopped(streams: list[CanonicalText]) -> None:
    stages: list[str] = []

    def stop(stage: str, done: int, total: int) -> None:
        stages.append(stage)
        if stage == "passages":
            raise Cancelled

    with pytest.raises(Cancelled):
        find_families(streams, stop, SPREAD)
    assert stages[-1] == "passages"
