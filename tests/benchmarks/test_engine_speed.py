"""How fast the search for damage is, detector by detector, and how long a cold start takes.

Nothing here is held to a time: the assertions are ratios to a peer measured in the same run.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reviewer.garble.detect import DETECTORS, find_garble
from reviewer.garble.searched import SearchedText

pytestmark = pytest.mark.benchmark

ROUNDS = 5
CLEAN = Path(__file__).resolve().parents[1] / "data" / "clean" / "simplified.txt"
COLD_LENGTH = 60_000
# One plain pass over the text by a regular expression that looks behind at every character.
BARE_PASS = re.compile(r"(?<![\dA-Za-z])20[Xx]{2}(?=年)")


def texts_of(files: Sequence[Path]) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in files]


def clean_prose(length: int) -> str:
    prose = CLEAN.read_text(encoding="utf-8").split("\n", 1)[1]
    return (prose * (length // len(prose) + 1))[:length]


def best_time(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """The shortest of several rounds over all texts, in seconds, after one round to warm up."""
    times: list[float] = []
    for _ in range(ROUNDS + 1):
        begun = time.process_time()
        for text in texts:
            work(text)
        times.append(time.process_time() - begun)
    return min(times[1:])


def detector_times(texts: Sequence[str]) -> dict[str, float]:
    """The shortest time of each detector over all texts, in seconds, as the whole pass runs them.

    What several of them need of a text is computed for, and counted with, the first that asks.
    """
    best: dict[str, float] = {}
    for _ in range(ROUNDS + 1):
        times = dict.fromkeys((detector.__name__ for detector in DETECTORS), 0.0)
        for text in texts:
            searched = SearchedText(text)
            for detector in DETECTORS:
                begun = time.process_time()
                list(detector(searched))
                times[detector.__name__] += time.process_time() - begun
        best = {name: min(best.get(name, spent), spent) for name, spent in times.items()}
    return best


def show_detectors(texts: Sequence[str]) -> None:
    for name, spent in detector_times(texts).items():
        print(f"  {name.strip('_'):<24} {spent * 1000:7.1f} ms")


@pytest.mark.seeds
def test_search_for_damage(seed_files: list[Path]) -> None:
    ftfy = pytest.importorskip("ftfy")
    texts = texts_of(seed_files)
    characters = sum(map(len, texts))
    ours = best_time(find_garble, texts)
    peer = best_time(ftfy.fix_text, texts)
    print(f"\n{len(texts)} damaged speeches, {characters:,} characters")
    print(f"garble, warm             {characters / ours:,.0f} characters/s")
    print(f"ftfy {ftfy.__version__:<19} {characters / peer:,.0f} characters/s")
    show_detectors(texts)
    assert ours < 6 * peer


def test_long_prose_without_damage() -> None:
    prose = clean_prose(1_000_000)
    ours, bare = best_time(find_garble, [prose]), best_time(BARE_PASS.findall, [prose])
    print(f"\nclean prose, {len(prose):,} characters")
    print(f"garble, warm             {len(prose) / ours:,.0f} characters/s")
    print(f"one expression           {len(prose) / bare:,.0f} characters/s")
    show_detectors([prose])
    # Hundreds of rules for what a few dozen expressions would take.
    assert ours < 100 * bare


def started(command: Sequence[str]) -> tuple[float, bytes]:
    """The shortest wall time of several runs of `command`, in seconds, and what the last wrote."""
    times: list[float] = []
    answer = b""
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        answer = subprocess.run(command, capture_output=True, check=False).stdout
        times.append(time.perf_counter() - begun)
    return min(times), answer


def test_a_cold_start(tmp_path: Path) -> None:
    speech = tmp_path / "speech.txt"
    speech.write_text(clean_prose(COLD_LENGTH), encoding="utf-8")
    check = [sys.executable, "-m", "reviewer", "check", "--json", str(speech)]
    ours, answer = started(check)
    bare, _ = started([sys.executable, "-c", "import numpy, rapidfuzz"])
    assert len(json.loads(answer)["documents"]) == 1
    print(f"\ncheck of {COLD_LENGTH:,} characters, from a cold start  {ours:.2f} s")
    print(f"python -c 'import numpy, rapidfuzz'            {bare:.2f} s, ratio {ours / bare:.1f}")
    assert ours < 12 * bare


@pytest.mark.seeds
def test_the_whole_command(seed_files: list[Path]) -> None:
    command = [sys.executable, "-m", "reviewer", "check", "--json", *map(str, seed_files)]
    ours, answer = started(command)
    report = json.loads(answer)
    assert len(report["documents"]) == len(seed_files)
    print(f"\ncheck of {len(report['documents'])} files, from start to JSON  {ours:.2f} s")
