"""What was found comes back as it was given: analyses and searches for repeats."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
import store_samples as samples
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.finding import Finding, Kind
from reviewer.repeats.family import (
    Disagreement,
    DisagreementCategory,
    Family,
    FamilyKind,
    Passage,
)
from reviewer.review.analysis import Analysis
from reviewer.review.decision import anchors_of
from reviewer.review.edits import Edit
from reviewer.review.steps import StepKind, TextEdited
from reviewer.store.errors import StoreRuleBroken, UnknownDocument
from reviewer.store.store import Store
from reviewer.store.texts import text_hash
from reviewer.text.span import Span
from reviewer.text.wording import Wording

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=300)
"""NUL, noncharacters, the astral planes and lone surrogates too."""


@st.composite
def analyses(draw: st.DrawFn, text: str, after_step: int) -> Analysis:
    borders = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    findings: list[Finding] = []
    for start, end in zip(borders[::2], borders[1::2], strict=False):
        findings.append(
            Finding(
                kind=draw(st.sampled_from(Kind)),
                span=Span(start, end),
                text=text[start:end],
                replacement=draw(st.none() | ANY_TEXT),
                confidence=draw(st.floats(0, 1)),
                safe=draw(st.booleans()),
                reason=Wording(draw(ANY_TEXT), draw(ANY_TEXT)),
                alternatives=tuple(draw(st.lists(ANY_TEXT, max_size=3))),
                rule=draw(st.sampled_from(["", "masks/masked-year"])),
            )
        )
    return Analysis(after_step, text, tuple(findings), tuple(anchors_of(text, findings)))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_analyses_come_back_in_the_order_in_which_they_were_made(data: st.DataObject) -> None:
    source = data.draw(ANY_TEXT)
    made = [data.draw(analyses(source, 0))]
    made += [
        data.draw(analyses(data.draw(ANY_TEXT), after_step))
        for after_step in data.draw(st.lists(st.integers(1, 4), max_size=4))
    ]
    kept: dict[int, Analysis] = {}
    for analysis in made:
        kept.pop(analysis.after_step, None)
        kept[analysis.after_step] = analysis
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "s") as store:
        number = store.add_document(samples.sample_document(source))
        for analysis in made:
            store.save_analysis(number, analysis, "1")
        assert store.analyses(number) == tuple(kept.values())


def test_an_analysis_that_does_not_fit_is_refused_whole(store: Store) -> None:
    number = store.add_document(samples.sample_document())
    good = samples.sample_analysis()
    shifted = replace(good, text="！" + good.text)
    other_source = samples.sample_analysis("！" + samples.SPEECH)
    without_anchor = replace(good, anchors=good.anchors[:1])
    for bad in (shifted, other_source, without_anchor):
        with pytest.raises(ValueError, match=r"stand at|source text|zip"):
            store.save_analysis(number, bad, "1")
    with pytest.raises(UnknownDocument):
        store.save_analysis(number + 1, good, "1")
    assert store.analyses(number) == ()
    assert store.row_counts()["finding"] == 0


def test_typing_on_throws_away_what_was_found_before_it(store: Store) -> None:
    samples.write_sample(store)
    typed = store.append_step(StepKind.TYPE, [TextEdited(1, Edit(0, "", "一"))])
    store.save_analysis(1, samples.sample_analysis("一" + samples.SPEECH, typed.number), "1")
    assert [analysis.after_step for analysis in store.analyses(1)] == [0, typed.number]
    store.extend_step(typed.number, [TextEdited(1, Edit(1, "", "二"))])
    assert [analysis.after_step for analysis in store.analyses(1)] == [0]


def test_a_text_that_was_searched_again_is_not_kept_again(store: Store) -> None:
    samples.write_sample(store)
    for after_step in (4, 5, 6):
        store.save_analysis(1, samples.sample_analysis("一" + samples.SPEECH, after_step), "1")
    assert store.row_counts()["version"] == 3


@st.composite
def repeat_searches(draw: st.DrawFn, documents: int) -> tuple[list[Family], list[Disagreement]]:
    spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda p: Span(min(p), max(p)))
    passages = st.builds(Passage, st.integers(0, documents - 1), spans)
    members = st.lists(passages, min_size=2, max_size=4, unique=True).map(sorted).map(tuple)
    families = draw(
        st.lists(
            st.builds(
                Family, st.sampled_from(FamilyKind), st.floats(0, 1), members, st.integers(0, 1)
            ),
            min_size=1,
            max_size=4,
        )
    )
    disagreements = st.builds(
        Disagreement,
        st.integers(0, len(families) - 1),
        st.sampled_from(DisagreementCategory),
        members,
    )
    return families, draw(st.lists(disagreements, max_size=4))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_search_for_repeats_comes_back_and_the_newest_counts(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "s") as store:
        ids = [
            store.add_document(samples.sample_document(path=f"/稿件/{number}.txt"))
            for number in range(3)
        ]
        for _ in range(2):
            order = data.draw(st.permutations(ids))
            found = data.draw(repeat_searches(len(order)))
            store.save_repeats([(number, f"稿 {number}") for number in order], *found)
            search = store.repeats()
            assert search is not None
            assert search.documents == tuple(order)
            assert ([*search.families], [*search.disagreements]) == found
            assert search.hashes[0] == text_hash(f"稿 {order[0]}")
            assert search.hashes[0] != text_hash("改过了")


def test_without_a_search_there_are_no_repeats(store: Store) -> None:
    assert store.repeats() is None
    store.save_repeats([], [], [])
    assert store.repeats() is not None


def test_repeats_that_point_at_nothing_are_refused_and_the_last_search_stays(store: Store) -> None:
    samples.write_sample(store)
    families, disagreements = samples.sample_repeats()
    both = [(1, samples.SPEECH), (2, samples.COPY)]
    with pytest.raises(ValueError, match="outside the 1 documents"):
        store.save_repeats(both[:1], families, [])
    with pytest.raises(ValueError, match="outside the 0 families"):
        store.save_repeats(both, [], disagreements)
    with pytest.raises(ValueError, match="no such representative"):
        store.save_repeats(both, [replace(families[0], representative=2)], [])
    with pytest.raises(UnknownDocument):
        store.save_repeats([(9, "")], [], [])
    with pytest.raises(StoreRuleBroken):
        store.save_repeats([both[0], both[0]], [], [])
    samples.expect_sample(store)


def many(text: str, after_step: int) -> Analysis:
    """An analysis with a finding at every second character."""
    spans = [Span(at, at + 1) for at in range(0, len(text), 2)]
    reason = Wording("试", "a test")
    findings = tuple(
        Finding(Kind.WRONG_WORD, span, span.of(text), "", 0.9, False, reason) for span in spans
    )
    return Analysis(after_step, text, findings, tuple(anchors_of(text, findings)))


def test_an_analysis_that_is_written_in_pieces_counts_when_it_is_whole(store_path: Path) -> None:
    text = samples.SPEECH * 20
    whole = many(text, 0)
    with Store.open(store_path) as store:
        number = store.add_document(samples.sample_document(text, "/a"))
        writer = store.analysis_writer(number, whole, "1")
        while not writer.write(most=50):
            assert store.analyses(number) == ()
        assert store.analyses(number) == (whole,)


def test_an_analysis_of_which_the_end_was_never_written_is_made_anew(store_path: Path) -> None:
    text = samples.SPEECH * 20
    whole = many(text, 0)
    with Store.open(store_path) as store:
        number = store.add_document(samples.sample_document(text, "/a"))
        assert not store.analysis_writer(number, whole, "1").write(most=50)
    with Store.open(store_path) as store:
        assert store.analyses(number) == ()
        store.save_analysis(number, whole, "2")
        assert store.analyses(number) == (whole,)


def test_only_the_first_and_the_newest_analyses_are_kept(store_path: Path) -> None:
    with Store.open(store_path) as store:
        number = store.add_document(samples.sample_document(samples.SPEECH, "/a"))
        text, made = samples.SPEECH, [many(samples.SPEECH, 0)]
        store.save_analysis(number, made[0], "1")
        for _ in range(4):
            step = store.append_step(StepKind.TYPE, [TextEdited(number, Edit(0, "", "一"))])
            text = "一" + text
            made.append(many(text, step.number))
            store.save_analysis(number, made[-1], "1")
        store.keep_newest_analyses(number, 2)
        assert store.analyses(number) == (made[0], *made[-2:])
