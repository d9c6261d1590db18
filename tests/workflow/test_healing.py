"""Copies heal each other: what a witness shows is proposed, named, and never made unseen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bench import Bench, document
from canal_speech import SPEECH, compared, damaged, told
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.finding import Kind
from reviewer.review.cleaning import AcceptLevel
from reviewer.review.decision import anchors_of
from reviewer.text.conversion import convert
from reviewer.text.progress import Cancelled, no_progress
from reviewer.text.script import Script
from reviewer.text.wording import Language
from reviewer.workflow.analysing import search_findings
from reviewer.workflow.cleaning import CleaningOrder, clean_texts
from reviewer.workflow.healing import compare_texts, heard_copies
from reviewer.workflow.orders import FindingsFound, SearchOrder
from reviewer.workflow.search_work import Searcher


@pytest.mark.parametrize(
    ("right", "wrong", "kind", "repair"),
    [
        ("2016年秋天", "20XX年秋天", Kind.MASKED_TEXT, "2016"),
        ("2016年秋天", "****年秋天", Kind.MASKED_TEXT, "2016"),
        ("青石村的老渠", "**村的老渠", Kind.MASKED_TEXT, "青石"),
        ("三百二十户", "XXX户", Kind.MASKED_TEXT, "三百二十"),
        ("晚稻泡在水里", "晚�泡在水里", Kind.REPLACEMENT_CHARACTER, "稻"),
        ("账目贴在", "账目\ue123在", Kind.PRIVATE_USE_CHARACTER, "贴"),
    ],
)
def test_what_no_rule_can_repair_is_filled_from_the_copy(
    right: str, wrong: str, kind: Kind, repair: str
) -> None:
    (before,) = [one for one in search_findings([damaged(right, wrong)])[0] if one.kind is kind]
    assert before.replacement is None
    (after,) = told((damaged(right, wrong), SPEECH), kind)
    assert after.replacement == repair
    assert after.span == before.span
    assert not after.safe
    assert after.confidence < 0.9, "only an editor fills it"
    assert "《修渠讲话副本》第 2 行" in after.reason.zh
    assert "line 2" in after.reason.en
    assert repair in after.reason.en


def test_a_repair_that_a_copy_confirms_becomes_surer() -> None:
    text = damaged("一定程度上", "一定程序上")
    (before,) = [one for one in search_findings([text])[0] if one.kind is Kind.WRONG_WORD]
    (after,) = told((text, SPEECH), Kind.WRONG_WORD)
    assert after.replacement == before.replacement == "一定程度上"
    assert after.confidence > before.confidence
    assert "修渠讲话副本" in after.reason.zh


def test_a_copy_with_another_word_has_it_and_the_rule_s_own_is_an_alternative() -> None:
    text = damaged("形象、品位、档次", "形象、品味、档次")
    witness = damaged("形象、品位、档次", "形象、水准、档次")
    (before,) = [one for one in search_findings([text])[0] if one.kind is Kind.WRONG_WORD]
    (after,) = told((text, witness), Kind.WRONG_WORD)
    assert (before.replacement, after.replacement) == ("品位", "水准")
    assert after.alternatives == ("品位",)
    assert after.confidence <= before.confidence


def test_layout_is_confirmed_but_never_taken_over() -> None:
    text = damaged("把口子堵上", "把口 子堵上")
    (after,) = told((text, SPEECH), Kind.STRAY_SPACE)
    assert after.replacement == ""
    assert "does not have it" in after.reason.en


def test_a_cut_name_is_filled_from_the_copy() -> None:
    text = damaged("副县长牵头", "副县长 牵头")
    witness = damaged("副县长牵头", "副县长周启明牵头")
    (after,) = told((text, witness), Kind.MISSING_TEXT)
    assert after.replacement is not None
    assert "周启明" in after.replacement
    assert not after.safe


def test_where_witnesses_differ_all_are_shown_and_none_is_voted() -> None:
    texts = (damaged("2016年秋天", "20XX年秋天"), SPEECH, damaged("2016年秋天", "2018年秋天"))
    (after,) = told(texts, Kind.MASKED_TEXT)
    assert after.replacement is None
    assert after.alternatives == ("2016", "2018")
    assert "《修渠讲话副本》第 2 行作“2016”" in after.reason.zh
    assert "《修渠讲话（转载）》第 2 行作“2018”" in after.reason.zh


def test_witnesses_that_agree_are_counted() -> None:
    other = damaged("一锹一锹", "一筐一筐")
    (after,) = told((damaged("2016年秋天", "20XX年秋天"), SPEECH, other), Kind.MASKED_TEXT)
    assert after.replacement == "2016"
    assert "2 places" in after.reason.en


@pytest.mark.parametrize(
    "witness",
    [
        pytest.param(damaged("2016年秋天", "20XX年秋天"), id="masked as well"),
        pytest.param(damaged("2016年秋天", "20**年秋天"), id="masked in another way"),
        pytest.param(damaged("2016年秋天", "1998年秋天"), id="a year that does not fit the mask"),
        pytest.param(damaged("2016年秋天", "秋天"), id="nothing there"),
        pytest.param("".join(reversed(SPEECH)), id="no copy at all"),
    ],
)
def test_what_is_no_witness_says_nothing(witness: str) -> None:
    (after,) = told((damaged("2016年秋天", "20XX年秋天"), witness), Kind.MASKED_TEXT)
    assert after.replacement is None
    assert not after.alternatives
    assert not heard_copies([after])


def test_a_copy_inside_the_same_text_is_a_witness_too() -> None:
    text = damaged("2016年秋天", "20XX年秋天") + "\n" + SPEECH
    (after,) = told((text,), Kind.MASKED_TEXT)
    assert after.replacement == "2016"
    assert "本文第 7 行" in after.reason.zh


def test_a_traditional_text_is_healed_in_its_own_script() -> None:
    text = damaged("三百二十户人家", "三百二十**家")
    pieces, done = [], 0
    for span, form in convert(text, Script.TRADITIONAL):
        pieces += [text[done : span.start], form]
        done = span.end
    traditional = "".join(pieces) + text[done:]
    (after,) = told((traditional, SPEECH), Kind.MASKED_TEXT)
    assert after.replacement == "戶人"


def test_a_decision_is_found_again_when_a_copy_comes() -> None:
    text = damaged("2016年秋天", "20XX年秋天")
    (alone,) = search_findings([text])
    healed = compared(text, SPEECH).findings[0]
    assert anchors_of(text, alone) == anchors_of(text, healed)


def test_unseen_cleaning_confirms_but_never_fills(tmp_path: Path) -> None:
    texts = [damaged("2016年", "20XX年").replace("一定程度上", "一定程序上"), SPEECH]
    for level, year in ((AcceptLevel.SAFE, "20XX"), (AcceptLevel.CONFIDENT, "20XX")):
        order = CleaningOrder(level, False, tmp_path, Language.CHINESE)
        assert year in clean_texts(texts, order)[0].text
    everything = CleaningOrder(AcceptLevel.ALL, False, tmp_path, Language.CHINESE)
    assert clean_texts(texts, everything)[0].text == SPEECH


def test_a_rule_that_is_off_is_off_for_healed_findings_too(bench: Bench) -> None:
    text = damaged("2016年秋天", "20XX年秋天")
    number = bench.desk.add(document(text))
    found = compared(text, SPEECH).findings[0]
    assert bench.desk.take_findings(number, text, found)
    (mark,) = bench.desk.marks(number)
    bench.desk.prefer(replace(bench.desk.preferences, rules_off=frozenset({mark.finding.rule})))
    assert not bench.desk.marks(number)
    (alone,) = search_findings([text])
    assert bench.desk.take_findings(number, text, alone)
    assert not bench.desk.marks(number)


def test_what_a_witness_said_is_forgotten_when_the_witness_is_gone() -> None:
    text = damaged("2016年秋天", "20XX年秋天")
    healed = compared(text, SPEECH).findings[0]
    assert heard_copies(healed)
    messages = [
        message
        for message in messages_of(SearchOrder(((1, text),), frozenset(), {1: healed}))
        if isinstance(message, FindingsFound)
    ]
    (message,) = messages
    assert message.findings == search_findings([text])[0]


def test_the_window_s_search_names_the_witness() -> None:
    text = damaged("2016年秋天", "20XX年秋天")
    order = SearchOrder(
        ((1, text), (2, SPEECH)), frozenset({1, 2}), {}, ("修渠讲话", "修渠讲话副本")
    )
    found = [one for one in messages_of(order) if isinstance(one, FindingsFound)]
    last = [one.findings for one in found if one.document == 1][-1]
    (mask,) = [one for one in last if one.kind is Kind.MASKED_TEXT]
    assert mask.replacement == "2016"
    assert "修渠讲话副本" in mask.reason.zh


def messages_of(order: SearchOrder) -> list[object]:
    received: list[object] = []
    Searcher().search(order, received.append, no_progress)
    return received


def test_asking_the_copies_can_be_stopped() -> None:
    def stop(stage: str, done: int, total: int) -> None:
        if stage == "witnesses":
            raise Cancelled

    texts = [SPEECH, SPEECH]
    with pytest.raises(Cancelled):
        compare_texts(texts, search_findings(texts), (), stop)


@pytest.mark.parametrize("texts", [[], [""], ["", " \n"], ["会"]])
def test_nothing_to_compare_is_no_failure(texts: list[str]) -> None:
    result = compare_texts(texts, search_findings(texts))
    assert result.findings == [()] * len(texts)


MENDED = st.lists(
    st.tuples(
        st.integers(0, len(SPEECH) - 1),
        st.sampled_from(["*", "X", " ", "�", "", "公", "2022", "\n", "程序"]),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(MENDED, MENDED)
def test_copies_add_findings_but_never_lose_or_cross_one(
    one: list[tuple[int, str]], other: list[tuple[int, str]]
) -> None:
    texts = [spoilt(one), spoilt(other)]
    before = search_findings(texts)
    result = compare_texts(texts, before)
    for text, own, after in zip(texts, before, result.findings, strict=True):
        assert {(row.kind, row.span) for row in own} <= {(row.kind, row.span) for row in after}
        assert all(row.span.of(text) == row.text for row in after)
        assert all(row.safe <= (row in own or heard_copies([row])) for row in after)
        assert [row.span.start for row in after] == sorted(row.span.start for row in after)


def spoilt(changes: list[tuple[int, str]]) -> str:
    text = SPEECH
    for place, sign in changes:
        text = text[:place] + sign + text[place + 1 :]
    return text


@pytest.mark.seeds
def test_the_copies_among_the_seed_speeches_heal_each_other(seed_files: list[Path]) -> None:
    texts = [path.read_text(encoding="utf-8") for path in seed_files]
    result = compare_texts(texts, search_findings(texts))
    collection = result.findings[4]
    healed = [one for one in collection if heard_copies([one])]
    spaces = [one for one in healed if one.kind is Kind.STRAY_SPACE]
    assert len(spaces) >= 70
    assert all(one.replacement == "" and one.confidence > 0.8 for one in spaces)
    assert ("2022", "2010") in [
        (one.text, one.replacement) for one in healed if one.kind is Kind.YEAR_OVERWRITTEN
    ]
    assert not [one for one in healed if one.kind is Kind.MASKED_TEXT], "all copies are masked"
