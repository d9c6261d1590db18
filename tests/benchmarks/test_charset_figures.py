"""How often and how fast the charset of a slice of a real speech is found, beside a named peer."""

from __future__ import annotations

import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from reviewer.loading.charset import decode
from reviewer.text.character_model import character_model
from reviewer.text.script import simplified_forms, traditional_forms

pytestmark = [pytest.mark.benchmark, pytest.mark.seeds]

ENCODINGS = ("gbk", "gb18030", "big5", "utf-8", "utf-16-le")
LENGTHS = (20, 50, 200, 1_000, 5_000, 20_000)
SHORT_LENGTHS = (2, 3, 5, 10)


@dataclass(frozen=True, slots=True)
class Slice:
    """Some characters of a speech in one encoding, and the text that they stand for."""

    encoding: str
    length: int
    text: str
    data: bytes


def slices(
    files: Sequence[Path], lengths: Sequence[int], count: int, seed: int = 20_000
) -> list[Slice]:
    """`count` slices, evenly over files, encodings and lengths; Big5 in Traditional characters."""
    chance = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in files]
    to_traditional = str.maketrans(traditional_forms())
    to_simplified = str.maketrans(simplified_forms())
    made: list[Slice] = []
    while len(made) < count:
        place = len(made)
        encoding = ENCODINGS[place % len(ENCODINGS)]
        length = lengths[place // len(ENCODINGS) % len(lengths)]
        text = chance.choice(texts)
        start = chance.randrange(max(1, len(text) - length))
        part = text[start : start + length]
        if encoding == "big5":
            part = part.translate(to_traditional)
        elif encoding != "gbk":
            part = part.translate(to_simplified)
        data = part.encode(encoding, "ignore")
        if data.strip():
            made.append(Slice(encoding, length, data.decode(encoding), data))
    return made


def ours(data: bytes) -> str | None:
    decoded = decode(data)
    return decoded.text if decoded else None


def measured(
    name: str, reader: Callable[[bytes], str | None], cases: Sequence[Slice]
) -> tuple[float, float]:
    """Print and return the share of slices that are read exactly and the median milliseconds."""
    times: list[float] = []
    wrong: Counter[tuple[str, int]] = Counter()
    for case in cases:
        start = time.perf_counter()
        text = reader(case.data)
        times.append((time.perf_counter() - start) * 1000)
        if text != case.text:
            wrong[case.encoding, case.length] += 1
    right = 1 - wrong.total() / len(cases)
    median = statistics.median(times)
    slowest = max(times)
    print(
        f"\n{name}: {right:.2%} of {len(cases)}, median {median:.2f} ms, slowest {slowest:.1f} ms"
    )
    for (encoding, length), count in sorted(wrong.items()):
        print(f"  wrong: {count} of {encoding}, {length} characters")
    return right, median


@pytest.mark.parametrize(
    ("lengths", "target"), [(LENGTHS, 0.998), (SHORT_LENGTHS, 0.8)], ids=["slices", "snippets"]
)
def test_share_of_slices_read_exactly(
    seed_files: list[Path], lengths: Sequence[int], target: float
) -> None:
    peer = pytest.importorskip("charset_normalizer")
    character_model()
    cases = slices(seed_files, lengths, 600)

    def theirs(data: bytes) -> str | None:
        best = peer.from_bytes(data).best()
        return str(best) if best else None

    right, median = measured("reviewer", ours, cases)
    their_right, their_median = measured(f"charset-normalizer {peer.__version__}", theirs, cases)
    assert right >= target
    assert right >= their_right
    assert median <= 2 * their_median


def test_a_large_file_takes_little_longer_than_decoding_it(seed_files: list[Path]) -> None:
    peer = pytest.importorskip("charset_normalizer")
    text = "".join(path.read_text(encoding="utf-8") for path in seed_files)
    data = text.encode("gb18030")
    data *= 17_000_000 // len(data) + 1
    character_model()

    def seconds(work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    plain = min(seconds(lambda: data.decode("gb18030")) for _ in range(3))
    ours_seconds = min(seconds(lambda: decode(data)) for _ in range(3))
    theirs = min(seconds(lambda: str(peer.from_bytes(data).best())) for _ in range(3))
    print(f"\n{len(data) / 1e6:.1f} MB of GB18030: {ours_seconds:.2f} s, peer {theirs:.2f} s")
    print(f"Python's decoding alone {plain:.2f} s")
    assert ours_seconds < 4 * plain
