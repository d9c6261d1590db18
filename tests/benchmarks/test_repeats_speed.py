"""How fast the search for repeats is, beside difflib on paragraphs in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from repeats_samples import archive

from reviewer.repeats.disagreements import find_disagreements
from reviewer.repeats.search import find_families
from reviewer.text.canonical import canonical_text

pytestmark = pytest.mark.benchmark

LIKE = 0.7
"""From this ratio on, difflib's two paragraphs count as copies."""


def search(texts: Sequence[str]) -> int:
    return len(find_families([canonical_text(text) for text in texts]))


def by_difflib(texts: Sequence[str]) -> int:
    """Every two paragraphs compared, as a script would do it, the cheap bounds first."""
    paragraphs = [line for text in texts for line in text.splitlines() if len(line) >= 28]
    matcher = SequenceMatcher(autojunk=False)
    found = 0
    for number, paragraph in enumerate(paragraphs):
        matcher.set_seq2(paragraph)
        for other in paragraphs[:number]:
            matcher.set_seq1(other)
            quick = matcher.real_quick_ratio() >= LIKE and matcher.quick_ratio() >= LIKE
            found += quick and matcher.ratio() >= LIKE
    return found


def best_time(work: Callable[[], object], rounds: int) -> float:
    """The shortest of several rounds, in seconds of processor time."""
    times: list[float] = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def report(name: str, characters: int, seconds: float) -> None:
    print(
        f"{name:28} {characters:>10,} characters {seconds:8.3f} s {characters / seconds:>12,.0f}/s"
    )


@pytest.mark.seeds
def test_the_seed_speeches(seed_files: list[Path]) -> None:
    texts = [path.read_text(encoding="utf-8") for path in seed_files]
    streams = [canonical_text(text) for text in texts]
    characters = sum(map(len, texts))
    print()
    report(
        "canonical streams", characters, best_time(lambda: [canonical_text(t) for t in texts], 5)
    )
    engine = best_time(lambda: find_families(streams), 5)
    report("search", characters, engine)
    families = find_families(streams)
    report("disagreements", characters, best_time(lambda: find_disagreements(texts, families), 5))
    peer = best_time(lambda: by_difflib(texts), 1)
    report("difflib on paragraphs", characters, peer)
    print(f"ratio to difflib {peer / engine:,.0f}")
    assert peer > 5 * engine


def test_growth_on_an_archive() -> None:
    texts = archive(1_000_000, seed=1)
    small = texts[:12]
    print()
    search(small)
    ours = best_time(lambda: search(small), 5)
    report("search", sum(map(len, small)), ours)
    peer = best_time(lambda: by_difflib(small), 1)
    report("difflib on paragraphs", sum(map(len, small)), peer)
    print(f"ratio to difflib {peer / ours:,.0f}")
    tenth = best_time(lambda: search(texts[: len(texts) // 10]), 3)
    report("search", sum(map(len, texts[: len(texts) // 10])), tenth)
    whole = best_time(lambda: search(texts), 3)
    report("search", sum(map(len, texts)), whole)
    assert peer > 20 * ours
    assert whole < 20 * tenth


@pytest.mark.slow
def test_ten_million_characters() -> None:
    texts = archive(10_000_000, seed=2)
    print()
    tenth = texts[: len(texts) // 10]
    one = best_time(lambda: search(tenth), 1)
    report("search", sum(map(len, tenth)), one)
    ten = best_time(lambda: search(texts), 1)
    report("search", sum(map(len, texts)), ten)
    assert ten < 20 * one
