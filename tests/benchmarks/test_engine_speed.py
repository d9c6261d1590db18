"""How fast the search for damage is, beside ftfy, and how long the whole command takes."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.garble.detect import find_garble

pytestmark = pytest.mark.benchmark

ROUNDS = 5


def texts_of(files: list[Path]) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in files]


def best_time(work: Callable[[str], object], texts: list[str]) -> float:
    """The shortest of several rounds over all texts, in seconds, after one round to warm up."""
    times: list[float] = []
    for _ in range(ROUNDS + 1):
        begun = time.perf_counter()
        for text in texts:
            work(text)
        times.append(time.perf_counter() - begun)
    return min(times[1:])


@pytest.mark.seeds
def test_search_for_damage(seed_files: list[Path]) -> None:
    ftfy = pytest.importorskip("ftfy")
    texts = texts_of(seed_files)
    characters = sum(map(len, texts))
    ours = best_time(find_garble, texts)
    peer = best_time(ftfy.fix_text, texts)
    print(f"\ncharacters           {characters:,}")
    print(f"garble, warm         {characters / ours:,.0f} characters/s")
    print(f"ftfy {ftfy.__version__}          {characters / peer:,.0f} characters/s")
    assert ours < 8 * peer


@pytest.mark.seeds
def test_long_prose_without_damage(seed_files: list[Path]) -> None:
    ftfy = pytest.importorskip("ftfy")
    prose = texts_of(seed_files)[3].split("\n", 1)[1] * 250
    ours, peer = best_time(find_garble, [prose]), best_time(ftfy.fix_text, [prose])
    print(f"\ngarble, {len(prose):,} characters of prose: {len(prose) / ours:,.0f} characters/s")
    print(f"ftfy                              {len(prose) / peer:,.0f} characters/s")
    assert ours < 4 * peer


@pytest.mark.seeds
def test_the_whole_command(seed_files: list[Path]) -> None:
    command = [sys.executable, "-m", "reviewer", "check", "--json", *map(str, seed_files)]
    times: list[float] = []
    answers: list[bytes] = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        answers.append(subprocess.run(command, capture_output=True, check=False).stdout)
        times.append(time.perf_counter() - begun)
    report = json.loads(answers[-1])
    assert len(report["documents"]) == len(seed_files)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"\nreviewer check on {len(report['documents'])} files: median {sorted(times)[2]:.2f} s,")
    print(f"from start to JSON; {peak:.0f} MB at most")
