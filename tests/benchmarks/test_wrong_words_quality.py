"""How many slips of the pen are found, by where they are from, and how many marks are slips."""

from __future__ import annotations

import random
import re
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from slips import DATA, SOURCES, Slip, sentences, slips

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.idioms import idiom_index
from reviewer.garble.searched import SearchedText
from reviewer.garble.wrong_characters import find_wrong_characters
from reviewer.text.span import Span

pytestmark = pytest.mark.benchmark

COUNT = 120
"""Slips of each source in each half of the sentences."""

TUNED, MEASURED = 0, 1
"""Rules and weights may be tried on the first half of the sentences; figures are of the second."""

LEAST_RECALL = {"sound": 0.4, "near sound": 0.4, "shape": 0.2, "word": 0.1}
LEAST_PRECISION = 0.85
MOST_ON_CLEAN_PROSE = 4.0
"""Findings on 10,000 characters of clean prose, suggestions among them."""

LABEL = re.compile(r"\[([^>\]]+)>([^\]]+)\]")


@dataclass
class Tally:
    """What became of the slips of one source."""

    slips: int = 0
    shown: int = 0
    suggested: int = 0
    repaired: int = 0
    marks: int = 0
    right_marks: int = 0

    def add(self, slip: Slip, findings: list[Finding]) -> None:
        met = [finding for finding in findings if finding.span.overlaps(slip.span)]
        shown = [finding for finding in findings if not finding.is_suggestion]
        self.slips += 1
        self.suggested += bool(met)
        self.shown += any(not finding.is_suggestion for finding in met)
        self.repaired += any(is_put_right(finding, slip) for finding in met)
        self.marks += len(shown)
        self.right_marks += sum(finding.span.overlaps(slip.span) for finding in shown)

    def line(self, name: str) -> str:
        return (
            f"{name:<11}{self.slips:5}  recall {self.shown / self.slips:.2f}"
            f"  with suggestions {self.suggested / self.slips:.2f}"
            f"  put right {self.repaired / self.slips:.2f}"
            f"  precision {self.right_marks / max(self.marks, 1):.3f}"
        )


def is_put_right(finding: Finding, slip: Slip) -> bool:
    """Whether accepting the finding gives the sentence as it was."""
    span = finding.span
    text = slip.text[: span.start] + (finding.replacement or "") + slip.text[span.end :]
    return text == slip.text[: slip.span.start] + slip.right + slip.text[slip.span.end :]


def found(text: str) -> list[Finding]:
    return list(find_wrong_characters(SearchedText(text)))


def idiom_slips() -> list[Slip]:
    """Idioms of the lexicon with one character by its sound, each in a sentence of its own."""
    chance = random.Random(7)
    written: list[Slip] = []
    for idiom in sorted(chance.sample(sorted(idiom_index().idioms), COUNT)):
        wrong = SOURCES["sound"](idiom, chance)
        if wrong is not None:
            text = f"我们不能{wrong}，要有办法。"
            written.append(Slip(text, Span(4, 4 + len(idiom)), idiom))
    return written


def labelled_slips() -> list[Slip]:
    """The slips of the project's own file, one a sentence."""
    lines = (DATA / "garble" / "wrong_characters.txt").read_text(encoding="utf-8").splitlines()
    written: list[Slip] = []
    for line in lines:
        for label in LABEL.finditer(line):
            before, behind = (
                LABEL.sub(r"\2", part) for part in (line[: label.start()], line[label.end() :])
            )
            text = before + label[1] + behind
            written.append(Slip(text, Span(len(before), len(before) + len(label[1])), label[2]))
    return written


def tally_of(cases: list[Slip]) -> Tally:
    tally = Tally()
    for slip in cases:
        tally.add(slip, found(slip.text))
    return tally


def test_recall_and_precision_by_source() -> None:
    marks = right = 0
    print()
    for half, name in ((TUNED, "first half"), (MEASURED, "second half")):
        print(f"{name} of {len(sentences())} sentences")
        for source, least in LEAST_RECALL.items():
            tally = tally_of(list(slips(source, COUNT, seed=11 + half, half=half)))
            print("  " + tally.line(source))
            if half == MEASURED:
                marks += tally.marks
                right += tally.right_marks
                assert tally.shown / tally.slips >= least
    assert right / marks >= LEAST_PRECISION


def test_recall_of_idioms_and_of_the_labelled_sentences() -> None:
    idioms, labelled = tally_of(idiom_slips()), tally_of(labelled_slips())
    print("\n" + idioms.line("idioms") + "\n" + labelled.line("labelled"))
    assert idioms.shown / idioms.slips >= 0.9
    assert labelled.shown / labelled.slips >= 0.65
    assert labelled.right_marks >= LEAST_PRECISION * labelled.marks


def test_clean_sentences_are_left_alone() -> None:
    text = "\n".join(sentences())
    findings = found(text)
    for finding in findings:
        print(f"\n{finding.rule}: {finding.text} > {finding.replacement} {finding.confidence}")
    each = len(findings) * 10_000 / len(text)
    print(f"\n{len(findings)} findings on {len(text)} clean characters, {each:.2f} for 10,000")
    assert not [finding for finding in findings if not finding.is_suggestion]
    assert each <= MOST_ON_CLEAN_PROSE


@pytest.mark.seeds
def test_the_seed_speeches(seed_files: list[Path]) -> None:
    texts = [path.read_text(encoding="utf-8") for path in seed_files]
    searched = [SearchedText(text) for text in texts]
    for each in searched:
        _ = each.folded, each.script, each.readings
    times: list[float] = []
    findings: list[list[Finding]] = []
    for _ in range(5):
        begun = time.process_time()
        findings = [list(find_wrong_characters(each)) for each in searched]
        times.append(time.process_time() - begun)
    characters = sum(map(len, texts))
    print(f"\n{min(times) * 1e8 / characters:.1f} ms for 100,000 characters")
    for path, each in zip(seed_files, findings, strict=True):
        kinds = {kind.value: sum(f.kind is kind for f in each) for kind in Kind}
        told = ", ".join(f"{name} {count}" for name, count in kinds.items() if count)
        print(f"{path.name[:3]}: {sum(f.is_suggestion for f in each)} suggestions; {told}")
    assert any(findings)
