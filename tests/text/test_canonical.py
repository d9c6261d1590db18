"""The canonical stream: what counts as the same wording, and the way back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.canonical import canonical_text
from reviewer.text.span import Span

MIXED_TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("責任规则，。 12０X某*×(zé)（）\n\u3000\u200b\ufeffＡb①𠮷")),
        st.characters(),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("贯彻落实，责任。", "貫徹\n落實 責任"),
        ("ＡＢＣ公司", "abc公司"),
        ("2012年实现", "20XX年实现"),
        ("增长10301。21万元", "增长××万元"),
        ("責(zé)任重大", "责任重大"),
        ("某市召开", "xx市召开"),
        ("城\u200b市", "城市"),
        ("“森林**”建设", "“森林XX”建设"),
    ],
)
def test_the_same_wording_in_another_dress_has_the_same_stream(one: str, other: str) -> None:
    assert str(canonical_text(one)) == str(canonical_text(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("规则", "规那么"),
        ("Excel 表格", "E0cel 表格"),
        ("二〇二二年", "二二年"),
        ("(注)说明", "说明"),
    ],
)
def test_other_wording_has_another_stream(one: str, other: str) -> None:
    assert str(canonical_text(one)) != str(canonical_text(other))


def test_nothing_and_blanks_give_an_empty_stream() -> None:
    assert len(canonical_text("")) == 0
    assert len(canonical_text(" \n\t。，")) == 0


def test_omitted_spans_leave_no_letters() -> None:
    text = "欢迎光临本站。各位同志："
    assert str(canonical_text(text, omit=[Span(0, 7)])) == "各位同志"


@given(MIXED_TEXT, st.data())
def test_every_range_of_letters_finds_its_way_back(text: str, data: st.DataObject) -> None:
    canonical = canonical_text(text)
    if not len(canonical):
        return
    first = data.draw(st.integers(0, len(canonical) - 1))
    last = data.draw(st.integers(first + 1, len(canonical)))
    span = canonical.offsets.to_text(first, last)
    assert 0 <= span.start < span.end <= len(text)
    assert canonical.offsets.to_stream(span) == (first, last)


@given(MIXED_TEXT)
def test_letters_stand_in_order_and_never_overlap(text: str) -> None:
    offsets = canonical_text(text).offsets
    assert (offsets.starts < offsets.ends).all()
    assert (offsets.ends[:-1] <= offsets.starts[1:]).all()


@given(MIXED_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = str(canonical_text(text))
    assert str(canonical_text(once)) == once
