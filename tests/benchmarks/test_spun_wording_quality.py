"""How much spun wording is found, and how much of what is marked was spun: on texts not seen.

The spinner deals the pairs of the table at random to two sites, each with words that the table
does not have, and spins two speeches that the table was not written on.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from spun_speeches import SPEECHES, Spun, shares, spun

from reviewer.garble.finding import Finding
from reviewer.garble.searched import SearchedText
from reviewer.garble.spun_pairs import spun_table
from reviewer.garble.spun_wording import find_spun_wording

ROUNDS = 10
LEAST_RECALL = 0.6
LEAST_PRECISION = 0.85


def spun_texts() -> Iterator[Spun]:
    pairs = [
        (original, pair.written)
        for alike in spun_table().pairs.values()
        for pair in alike
        for original in pair.originals
    ]
    for seed in range(ROUNDS):
        for replacements, speech in product(shares(pairs, random.Random(seed)), SPEECHES):
            yield spun(speech, replacements)


def is_put_back(finding: Finding, text: Spun) -> bool:
    """Whether the repair of `finding` is what stood there before the text was spun."""
    for span, original in zip(text.spans, text.originals, strict=True):
        if finding.span.contains(span):
            before = text.text[finding.span.start : span.start]
            behind = text.text[span.end : finding.span.end]
            return finding.replacement == before + original + behind
    return False


@pytest.mark.benchmark
def test_recall_and_precision_on_unseen_spun_speeches() -> None:
    replaced = met = marked = right = restored = 0
    for text in spun_texts():
        findings = [
            finding
            for finding in find_spun_wording(SearchedText(text.text))
            if not finding.is_suggestion
        ]
        replaced += len(text.spans)
        met += sum(any(f.span.overlaps(span) for f in findings) for span in text.spans)
        marked += len(findings)
        over = [f for f in findings if any(f.span.overlaps(span) for span in text.spans)]
        right += len(over)
        restored += sum(is_put_back(f, text) for f in over)
    print(f"\nspun words {replaced}: recall {met / replaced:.3f}, marked {marked}:")
    print(f"precision {right / marked:.3f}, of these put back right {restored / right:.3f}")
    assert met / replaced >= LEAST_RECALL
    assert right / marked >= LEAST_PRECISION


@pytest.mark.benchmark
def test_the_speeches_themselves_are_clean() -> None:
    for speech in SPEECHES:
        assert list(find_spun_wording(SearchedText(speech))) == []


@pytest.mark.benchmark
@pytest.mark.seeds
def test_findings_on_the_seed_speeches(seed_files: list[Path]) -> None:
    for path in seed_files:
        text = path.read_text(encoding="utf-8")
        found = list(find_spun_wording(SearchedText(text)))
        shown = sum(not finding.is_suggestion for finding in found)
        print(f"\n{path.name[:3]}: {len(text)} characters, {shown} shown, {len(found)} in all")
        assert bool(found) == path.name.startswith("002")
