"""After an edit only what changed is searched, and what is found is what a whole search finds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.garble.detect import find_garble
from reviewer.garble.finding import Finding
from reviewer.text.progress import no_progress
from reviewer.text.resources import resource
from reviewer.text.span import Span
from reviewer.workflow import own_findings
from reviewer.workflow.own_findings import OwnFindings, around, changed_spans

LETTERS = "一二三\n"
INSERTED = (
    "责(zé)任",
    "全年完成投资8650。4万元",
    "同志们，",
    "\n",
    "20XX年",
    "&ldquo;",
    "，，",
    "的 的",
)


@given(st.text(LETTERS, max_size=30), st.text(LETTERS, max_size=30))
def test_outside_the_changed_spans_two_texts_are_the_same(before: str, after: str) -> None:
    old, new = changed_spans(before, after)
    assert before[: old.start] == after[: new.start]
    assert before[old.end :] == after[new.end :]
    assert (len(old) == 0 and len(new) == 0) == (before == after)
    if len(old) and len(new):
        assert before[old.start] != after[new.start]


@given(st.text(LETTERS, max_size=80), st.data(), st.integers(0, 20))
def test_a_stretch_has_its_place_in_it_and_stays_in_the_text(
    text: str, data: st.DataObject, reach: int
) -> None:
    start = data.draw(st.integers(0, len(text)))
    place = Span(start, data.draw(st.integers(start, len(text))))
    found = around(text, place, reach)
    assert found.contains(place)
    assert 0 <= found.start <= found.end <= len(text)
    assert len(found) <= len(place) + 4 * reach


def damaged_speech(length: int) -> str:
    """A long text of the sample speeches, one after another."""
    samples = [path.read_text("utf-8") for path in sorted(resource("samples").glob("*.txt"))]
    dice, parts = random.Random(3), []
    while sum(map(len, parts)) < length:
        parts.append(dice.choice(samples))
    return "\n".join(parts)


def edited(text: str, dice: random.Random) -> str:
    start = dice.randrange(len(text))
    end = min(len(text), start + dice.choice((0, 0, 1, 5, 300)))
    return text[:start] + dice.choice(INSERTED) * dice.randint(1, 2) + text[end:]


def outline(findings: tuple[Finding, ...]) -> set[tuple[object, ...]]:
    return {(one.kind, one.span, one.replacement) for one in findings}


@pytest.mark.parametrize("seed", range(3))
def test_edits_are_followed_as_by_whole_searches(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Save for what depends on the whole document, which a check puts right."""
    monkeypatch.setattr(own_findings, "WHOLE_BELOW", 2_000)
    dice, wrong, total = random.Random(seed), 0, 0
    before = damaged_speech(14_000)
    for _ in range(5):
        own = OwnFindings()
        own.of(1, before, no_progress)
        text = edited(before, dice)
        known = own.of(1, text, no_progress)
        assert known.quick
        assert all(one.span.of(text) == one.text for one in known.findings)
        quick, whole = outline(known.findings), outline(find_garble(text))
        wrong += len(quick ^ whole)
        total += len(whole)
        assert own.holds(1, text, no_progress) == (known.findings == find_garble(text))
        assert own.of(1, text, no_progress).findings == find_garble(text)
    assert total > 500
    assert wrong <= total / 30


def test_a_short_text_is_searched_as_a_whole() -> None:
    own = OwnFindings()
    text = damaged_speech(3_000)
    own.of(1, text, no_progress)
    assert not own.of(1, text + "完", no_progress).quick


def test_texts_that_are_too_much_to_remember_are_searched_as_a_whole(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(own_findings, "WHOLE_BELOW", 100)
    monkeypatch.setattr(own_findings, "MOST_REMEMBERED", 5_000)
    own = OwnFindings()
    one, other = damaged_speech(3_000), damaged_speech(4_000)
    own.of(1, one, no_progress)
    own.of(2, other, no_progress)
    assert not own.knows(1)
    assert own.knows(2)
    assert not own.of(1, one + "完", no_progress).quick
