"""Edits apply, invert and compose without losing a character; spans follow them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.review.composition import compose
from reviewer.review.edited_text import EditedText
from reviewer.review.edits import Edit, EditMismatch, EditScript
from reviewer.text.span import Span

TEXTS = st.text(alphabet="城市管理工作abc\n𠮷", max_size=40)


@st.composite
def scripts(draw: st.DrawFn, text: str) -> EditScript:
    """Any script that fits `text`: insertions, deletions, replacements, touching or not."""
    edits: list[Edit] = []
    place = 0
    while place <= len(text) and draw(st.booleans()):
        start = draw(st.integers(place, len(text)))
        end = draw(st.integers(start, min(len(text), start + 6)))
        inserted = draw(st.text(alphabet="新字xy", max_size=4))
        edits.append(
            Edit(start, text[start:end], inserted, draw(st.sampled_from(["", "甲", "乙"])))
        )
        place = end
    return EditScript(tuple(edits))


@given(st.data())
def test_undoing_a_script_gives_the_text_back(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    script = data.draw(scripts(text))
    assert script.inverse().apply(script.apply(text)) == text
    assert script.growth == len(script.apply(text)) - len(text)


@given(st.data())
def test_a_part_of_the_result_is_had_without_the_rest(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    script = data.draw(scripts(text))
    result = script.apply(text)
    start = data.draw(st.integers(0, len(result) + 3))
    end = data.draw(st.integers(start, len(result) + 3))
    assert script.part_of(text, Span(start, end)) == result[start:end]


@given(st.data())
def test_an_edited_text_is_the_same_whenever_it_is_written_out(data: st.DataObject) -> None:
    plain = data.draw(TEXTS)
    edited = EditedText(plain)
    for _ in range(data.draw(st.integers(0, 6))):
        script = data.draw(scripts(plain))
        plain = script.apply(plain)
        edited.edit(script)
        start = data.draw(st.integers(0, len(plain) + 2))
        end = data.draw(st.integers(0, len(plain) + 2))
        assert edited.part(start, end) == plain[start:end]
        assert len(edited) == len(plain)
        if data.draw(st.booleans()):
            assert edited.whole() == plain
    assert edited.whole() == plain


def test_an_edited_text_refuses_an_edit_of_another_text() -> None:
    edited = EditedText("城市管理")
    edited.edit(EditScript((Edit(0, "", "新"),)))
    for edit in (Edit(0, "城", ""), Edit(6, "", "尾")):
        with pytest.raises(EditMismatch):
            edited.edit(EditScript((edit,)))
    assert edited.whole() == "新城市管理"


def test_many_edits_at_once_are_written_out() -> None:
    edited = EditedText("字" * 500)
    edited.edit(EditScript(tuple(Edit(place, "字", "") for place in range(0, 500, 2))))
    assert edited.whole() == "字" * 250


@given(st.data())
def test_two_scripts_after_each_other_are_one_script(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    first = data.draw(scripts(text))
    between = first.apply(text)
    second = data.draw(scripts(between))
    both = compose(first, second)
    assert both.apply(text) == second.apply(between)
    assert both.inverse().apply(second.apply(between)) == text


@given(st.data())
def test_a_span_that_no_edit_touches_keeps_its_characters(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    script = data.draw(scripts(text))
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    moved = script.map_span(span)
    changed = script.apply(text)
    assert moved.end <= len(changed)
    if len(span) and not script.touches(span):
        assert moved.of(changed) == span.of(text)


def test_separate_edits_stay_separate_when_composed() -> None:
    typed = EditScript((Edit(0, "", "关于"),))
    accepted = EditScript((Edit(4, "(zé)", "", "注音"),))
    assert compose(typed, accepted).edits == (
        Edit(0, "", "关于"),
        Edit(2, "(zé)", "", "注音"),
    )


def test_an_edit_upon_an_edit_becomes_one_with_both_reasons() -> None:
    first = EditScript((Edit(2, "己经", "已经", "形近字"),))
    second = EditScript((Edit(1, "我已", "他已", "改称"),))
    assert compose(first, second).edits == (Edit(1, "我己经", "他已经", "形近字 改称"),)


@pytest.mark.parametrize(
    ("edit", "span", "moved"),
    [
        (Edit(0, "", "前"), Span(2, 4), Span(3, 5)),
        (Edit(2, "", "旁"), Span(2, 4), Span(3, 5)),
        (Edit(4, "", "旁"), Span(2, 4), Span(2, 4)),
        (Edit(3, "", "中"), Span(2, 4), Span(2, 5)),
        (Edit(2, "cd", "换掉了"), Span(2, 4), Span(2, 5)),
        (Edit(1, "bc", ""), Span(2, 4), Span(1, 2)),
        (Edit(3, "de", "x"), Span(2, 4), Span(2, 3)),
        (Edit(1, "bcde", "x"), Span(2, 4), Span(2, 2)),
        (Edit(5, "f", ""), Span(2, 4), Span(2, 4)),
    ],
)
def test_where_a_note_stands_after_an_edit(edit: Edit, span: Span, moved: Span) -> None:
    script = EditScript((edit,))
    assert script.apply("abcdef")
    assert script.map_span(span) == moved


def test_a_script_for_another_text_is_refused() -> None:
    with pytest.raises(EditMismatch) as caught:
        EditScript((Edit(1, "责任", ""),)).apply("规则制度")
    assert caught.value.found == "则制"


def test_overlapping_edits_are_no_script() -> None:
    with pytest.raises(ValueError, match="overlap"):
        EditScript.of([Edit(2, "cd", ""), Edit(1, "bc", "")])
