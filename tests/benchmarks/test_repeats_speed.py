"""How fast the search for repeats is, beside its peers in the same run, and how it grows."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import partial
from importlib.util import find_spec
from math import log10
from pathlib import Path

import pytest
from repeats_peers import PEERS
from repeats_samples import archive

from reviewer.repeats.disagreements import find_disagreements
from reviewer.repeats.family import Family, FamilyKind, Passage
from reviewer.repeats.search import find_families
from reviewer.text.canonical import canonical_text
from reviewer.text.span import Span

pytestmark = pytest.mark.benchmark

LINE = "上级领导一行冒雨察看堤防逐户走访受灾群众并在现场开会研究方案要求各村今夜全部到岗"

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


def test_a_folder_beside_the_peers() -> None:
    texts = archive(100_000, seed=3)
    characters = sum(map(len, texts))
    print()
    search(texts)
    ours = best_time(lambda: search(texts), 5)
    report("search", characters, ours)
    for name, (detector, package) in PEERS.items():
        if package is None or find_spec(package) is not None:
            peer = best_time(partial(detector, texts), 1)
            report(name, characters, peer)
            print(f"ratio to {name} {peer / ours:,.1f}")
    paragraphs = best_time(lambda: by_difflib(texts), 1)
    report("difflib on paragraphs", characters, paragraphs)
    assert paragraphs > 20 * ours


def test_growth_on_an_archive() -> None:
    texts = archive(1_000_000, seed=1)
    print()
    tenth = texts[: len(texts) // 10]
    small = best_time(lambda: search(tenth), 3)
    report("search", sum(map(len, tenth)), small)
    whole = best_time(lambda: search(texts), 3)
    report("search", sum(map(len, texts)), whole)
    assert whole < 30 * small


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a letter a million times", "会" * 1_000_000),
        ("a line 20,000 times", f"{LINE}\n" * 20_000),
        ("two letters at random", "".join(random.Random(3).choices("好天", k=1_000_000))),
        ("nothing", ""),
        ("blanks", " \n\u3000" * 300_000),
    ],
)
def test_texts_that_are_no_speeches(name: str, text: str) -> None:
    ordinary = archive(1_000_000, seed=1)
    print()
    usual = best_time(lambda: search(ordinary), 1)
    odd = best_time(lambda: search([text]), 1)
    report(name, len(text), odd)
    assert odd < 30 * usual


def test_two_copies_with_all_their_disagreements() -> None:
    rng = random.Random(4)
    earlier = "".join(archive(5_000, seed=4))[:5_000]
    sentences = [
        f"{earlier[at : at + 50]}{rng.randrange(100, 999)}人。" for at in range(0, 4_700, 50)
    ]
    texts = ["".join(sentences)]
    texts.append(
        "".join(
            rng.choice((one, one.replace("人。", "户。"), one[:-5] + "777人。"))
            for one in sentences
        )
    )
    passages = tuple(Passage(number, Span(0, len(text))) for number, text in enumerate(texts))
    family = Family(FamilyKind.NEAR, 0.95, passages)
    found = find_disagreements(texts, [family])
    print()
    report(
        "disagreements", len(texts[0]), best_time(lambda: find_disagreements(texts, [family]), 5)
    )
    peer = best_time(lambda: SequenceMatcher(None, *texts, autojunk=False).get_opcodes(), 1)
    report("difflib", len(texts[0]), peer)
    assert len(found) > 20


@pytest.mark.slow
@pytest.mark.parametrize("characters", [10_000_000, 100_000_000])
def test_an_archive_and_a_hundredth_or_tenth_of_it(characters: int) -> None:
    texts = archive(characters, seed=2)
    print()
    part = texts[: max(1, len(texts) * 1_000_000 // characters)]
    small = best_time(lambda: search(part), 1)
    report("search", sum(map(len, part)), small)
    large = best_time(lambda: search(texts), 1)
    report("search", sum(map(len, texts)), large)
    growth = log10(large / small) / log10(characters / 1_000_000)
    print(f"growth exponent {growth:.3f}; peak of the process {peak():.2f} GB")
    assert growth < 1.15


def peak() -> float:
    """The most memory that the process has held so far, in GB."""
    resource = pytest.importorskip("resource")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
