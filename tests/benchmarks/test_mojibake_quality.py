"""How much mojibake comes back, charset pair by charset pair, beside ftfy and charset-normalizer.

ftfy is given the damaged line. charset-normalizer cannot work on text; it is given the bytes of the
line as they were before the first mistake, which a damaged text no longer has.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from rapidfuzz.distance import LCSseq

from reviewer.garble.finding import Finding
from reviewer.garble.mojibake import find_mojibake
from reviewer.garble.odd_characters import find_encoding_damage
from reviewer.garble.searched import SearchedText
from reviewer.text.folding import folded_text
from reviewer.text.script import traditional_forms

pytestmark = pytest.mark.benchmark
ftfy = pytest.importorskip("ftfy")
charset_normalizer = pytest.importorskip("charset_normalizer")

LEAST_EXACT = 0.98
FEW = 50
"""Of fewer lines than this one may stay damaged."""

LEAST_RIGHT, LEAST_RIGHT_OF_REST = 0.90, 0.94
MOST_HOLES = 0.2
"""Of lossy lines 90 % of the characters must come back, or where more are lost 94 % of the rest.
Lines with more holes a character than this are printed and nothing is asked of them."""

MOST_WRONG_AND_SAFE = 0.005
LEAST_CLAUSE = 10
LINEAR = 2.0

DATA = Path(__file__).resolve().parents[1] / "data" / "garble"
SIMPLIFIED = (DATA / "speech_simplified.txt").read_text("utf-8").splitlines()
TRADITIONAL = (DATA / "speech_traditional.txt").read_text("utf-8").splitlines()
"""Written for this measurement; no model was trained on them."""

HEAD, TAIL = "同志们，现在开会。\n", "\n今天就讲这些。"
_UNSIGNED = b"\x81\x8d\x8f\x90\x9d"


def western(data: bytes, errors: str) -> str:
    """Windows-1252 as browsers read it: no byte is lost, whatever `errors` says."""
    del errors
    return "".join(
        chr(byte) if byte in _UNSIGNED else bytes((byte,)).decode("cp1252") for byte in data
    )


def codec(name: str) -> Callable[[bytes, str], str]:
    return lambda data, errors: data.decode(name, errors)


RIGHT = {
    "UTF-8": "utf-8", "GBK": "gbk", "Big5": "cp950", "UTF-16LE": "utf-16-le",
    "UTF-16BE": "utf-16-be", "HZ": "hz",
}  # fmt: skip
WRONG = {
    "Windows-1252": western, "GBK": codec("gb18030"), "Big5": codec("cp950"),
    "UTF-16LE": codec("utf-16-le"), "UTF-16BE": codec("utf-16-be"), "UTF-8": codec("utf-8"),
    "ASCII": codec("ascii"),
}  # fmt: skip
Chain = tuple[tuple[str, str], ...]
ONCE: list[Chain] = [
    ((right, wrong),)
    for right in RIGHT
    for wrong in WRONG
    if right != wrong and (right == "HZ") == (wrong == "ASCII")
]
TWICE: list[Chain] = [
    ((right, first), ("UTF-8", second))
    for right in ("UTF-8", "GBK", "Big5")
    for first in ("Windows-1252", "GBK", "Big5")
    for second in ("Windows-1252", "GBK")
    if right != first
]


@dataclass(slots=True)
class Figures:
    """Counts over the sentences of one chain."""

    lossless: int = 0
    exact: int = 0
    exact_by_ftfy: int = 0
    from_bytes: int = 0
    safe: int = 0
    safe_and_wrong: int = 0
    lossy: int = 0
    characters: int = 0
    holes: int = 0
    right: int = 0
    right_by_ftfy: int = 0


def stages(sentence: str, chain: Chain, errors: str) -> list[str]:
    """The sentence after each mistake."""
    made: list[str] = []
    for right, wrong in chain:
        sentence = WRONG[wrong](sentence.encode(RIGHT[right]), errors)
        made.append(sentence)
    return made


def repaired(text: str) -> tuple[str, list[Finding]]:
    findings = sorted(find_mojibake(SearchedText(text)), key=lambda finding: finding.span.start)
    parts: list[str] = []
    done = 0
    for finding in findings:
        if finding.replacement is not None:
            parts += [text[done : finding.span.start], finding.replacement]
            done = finding.span.end
    return "".join([*parts, text[done:]]), findings


def is_safe_and_wrong(finding: Finding, sentence: str) -> bool:
    return finding.safe and (finding.replacement or "") not in sentence


def to_traditional(text: str) -> str:
    return text.translate(str.maketrans(traditional_forms()))


@cache
def lines_for(chain: Chain) -> list[str]:
    """The sentences that the right charset can write, for Big5 all in Traditional."""
    right = chain[0][0]
    simplified = map(to_traditional, SIMPLIFIED) if right == "Big5" else SIMPLIFIED
    return [line for line in (*simplified, *TRADITIONAL) if is_writable(line, RIGHT[right])]


def is_writable(line: str, right: str) -> bool:
    try:
        return bool(line.encode(right))
    except UnicodeError:
        return False


def clauses(sentence: str) -> Iterator[str]:
    """Its longer clauses: without punctuation more lines pass through GBK without a loss."""
    for clause in re.split("[，。？！：；、“”]", sentence):
        if LEAST_CLAUSE <= len(clause) < len(sentence):
            yield clause


@cache
def read_by_peer(sentence: str, right: str) -> bool:
    best = charset_normalizer.from_bytes(sentence.encode(RIGHT[right])).best()
    return best is not None and str(best) == sentence


def measure(chain: Chain) -> Figures:
    figures = Figures()
    for sentence in lines_for(chain):
        try:
            garbled = stages(sentence, chain, "strict")[-1]
        except UnicodeError:
            count_lossy(figures, sentence, chain)
        else:
            count_lossless(figures, sentence, garbled)
        if len(chain) == 1:
            figures.from_bytes += read_by_peer(sentence, chain[0][0])
        for clause in clauses(sentence):
            try:
                garbled = stages(clause, chain, "strict")[-1]
            except UnicodeError:
                continue
            count_lossless(figures, clause, garbled)
    return figures


def count_lossless(figures: Figures, line: str, garbled: str) -> None:
    text, findings = repaired(HEAD + garbled + TAIL)
    figures.lossless += 1
    figures.exact += text == HEAD + line + TAIL
    figures.exact_by_ftfy += ftfy.fix_text(garbled) == line
    figures.safe += any(finding.safe for finding in findings)
    figures.safe_and_wrong += any(is_safe_and_wrong(one, line) for one in findings)


def count_lossy(figures: Figures, sentence: str, chain: Chain) -> None:
    try:
        made = stages(sentence, chain, "replace")
    except UnicodeError:
        return
    text, _ = repaired(HEAD + made[-1] + TAIL)
    figures.lossy += 1
    figures.characters += len(sentence)
    figures.holes += max(stage.count("�") for stage in made)
    figures.right += LCSseq.similarity(sentence, text[len(HEAD) : -len(TAIL)])
    figures.right_by_ftfy += LCSseq.similarity(sentence, ftfy.fix_text(made[-1]))


def share(part: int, whole: int) -> str:
    return f"{part / whole:6.1%}" if whole else "     -"


@pytest.mark.parametrize("chain", ONCE + TWICE, ids=str)
def test_mojibake_comes_back(chain: Chain) -> None:
    figures = measure(chain)
    name = ", then ".join(f"{right} read as {wrong}" for right, wrong in chain)
    peer = share(figures.from_bytes, len(lines_for(chain))) if len(chain) == 1 else "     -"
    print(
        f"\n{name:59} | lossless {figures.lossless:3}"
        f" exact {share(figures.exact, figures.lossless)}"
        f" safe {share(figures.safe, figures.lossless)}"
        f" ftfy {share(figures.exact_by_ftfy, figures.lossless)}"
        f" | lossy {figures.lossy:3} holes {share(figures.holes, figures.characters)}"
        f" right {share(figures.right, figures.characters)}"
        f" ftfy {share(figures.right_by_ftfy, figures.characters)}"
        f" | charset-normalizer on the bytes {peer}"
    )
    assert figures.safe_and_wrong == 0
    missed = figures.lossless - figures.exact
    assert missed <= max((1 - LEAST_EXACT) * figures.lossless, figures.lossless < FEW)
    assert figures.exact >= figures.exact_by_ftfy
    if figures.holes <= MOST_HOLES * figures.characters:
        rest = figures.characters - figures.holes
        least = min(LEAST_RIGHT * figures.characters, LEAST_RIGHT_OF_REST * rest)
        assert figures.right >= least


@pytest.mark.parametrize("length", [4, 6, 8, 12])
def test_part_of_a_line_comes_back_or_stays(length: int) -> None:
    """Short runs may stay as they are; what is called safe must be right."""
    chance = random.Random(length)
    total = exact = wrong = 0
    for chain in ONCE:
        for sentence in lines_for(chain):
            start = chance.randrange(max(1, len(sentence) - length))
            part = sentence[start : start + length]
            try:
                garbled = stages(part, chain, "strict")[-1]
            except UnicodeError:
                continue
            text, findings = repaired(f"大家知道{garbled}我就不多说了。")
            total += 1
            exact += text == f"大家知道{part}我就不多说了。"
            wrong += any(is_safe_and_wrong(one, part) for one in findings)
    print(f"\nruns of {length:2} characters inside a line: exact {exact / total:.1%} of {total}")
    assert wrong <= MOST_WRONG_AND_SAFE * total


@pytest.mark.seeds
@pytest.mark.parametrize("script", ["as written", "traditional"])
def test_clean_prose_is_silent_and_costs_less_than_a_peer(
    seed_files: list[Path], script: str
) -> None:
    """On speeches without mojibake, beside ftfy on the same text."""
    texts = [path.read_text("utf-8") for path in seed_files]
    if script == "traditional":
        texts = list(map(to_traditional, texts))
    repaired(HEAD + "Ã¤Â¸Â­")
    per_100_000 = 1e8 / sum(map(len, texts))
    took = per_100_000 * sum(spent(repaired, text) for text in texts)
    by_peer = per_100_000 * sum(spent(ftfy.fix_text, text) for text in texts)
    folding = per_100_000 * sum(spent(folded_text, text) for text in texts)
    findings = [one for text in texts for one in find_encoding_damage(SearchedText(text))]
    print(
        f"\n{script}: {len(findings)} findings; of 100,000 characters {took:.1f} ms,"
        f" ftfy {by_peer:.1f} ms, folding {folding:.1f} ms"
    )
    assert [finding for finding in findings if not finding.is_suggestion] == []
    assert took < by_peer


def test_a_file_that_is_wholly_garbled_costs_in_proportion_to_its_length() -> None:
    chance = random.Random(1)
    plain = "\n".join(chance.choices(SIMPLIFIED, k=16_000))
    garbled = plain.encode().decode("gb18030", "replace")
    part = garbled[: len(garbled) // 4]
    short, long = spent(repaired, part, times=1), spent(repaired, garbled, times=1)
    text, findings = repaired(part)
    right = LCSseq.normalized_similarity(plain[:2000], text[:2000])
    print(
        f"\nUTF-8 read as GBK throughout: {len(part):,} characters {short:.2f} s,"
        f" {len(garbled):,} characters {long:.2f} s; {right:.1%} of the text comes back"
    )
    assert len(findings) > len(part) / 100
    assert long < LINEAR * short * len(garbled) / len(part)


def spent(work: Callable[[str], object], text: str, times: int = 3) -> float:
    """The least seconds of processor time of a few runs."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work(text)
        best = min(best, time.process_time() - start)
    return best
