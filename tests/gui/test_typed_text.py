"""A text that is typed into is always what a plain string would be after the same edits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.gui.text.typed_text import TypedText

edits = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 6), st.text("甲乙\n", max_size=4), st.booleans()),
    max_size=20,
)


@given(st.text("天地人", max_size=30), edits)
def test_edits_anywhere_give_what_a_string_gives(
    text: str, made: list[tuple[int, int, str, bool]]
) -> None:
    typed, plain = TypedText(text), text
    for place, removed, inserted, asked in made:
        start = min(place, len(plain))
        end = min(start + removed, len(plain))
        typed.replace(start, end, inserted)
        plain = plain[:start] + inserted + plain[end:]
        assert len(typed) == len(plain)
        for first, last in ((start - 2, end + 3), (0, len(plain)), (end, end)):
            assert typed.part(first, last) == plain[max(0, first) : max(0, last)]
        if asked:
            assert typed.whole() == plain
    assert typed.whole() == plain


def test_typing_in_one_place_leaves_the_long_text_as_it_is() -> None:
    text = "字" * 1_000
    typed = TypedText(text)
    for place in range(500, 520):
        typed.replace(place, place, "a")
    typed.replace(510, 520, "")
    assert typed._base is text
    assert typed.part(499, 512) == "字" + "a" * 10 + "字" * 2
