"""Entries of a menu have a letter each: their own wish, or one that is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.gui.mnemonics import letter_of, with_own_letters


@pytest.mark.parametrize(
    ("wished", "given_letters"),
    [
        (["打开(&O)…", "退出(&Q)"], ["打开(&O)…", "退出(&Q)"]),
        (["打开(&O)…", "导出(&O)…"], ["打开(&O)…", "导出(&A)…"]),
        (["导出(&A)", "打开(&O)", "另存(&O)"], ["导出(&A)", "打开(&O)", "另存(&B)"]),
        (["&Open", "&Own Version"], ["&Open", "Own &Version"]),
        (["Cu&t", "&Trim"], ["Cu&t", "T&rim"]),
        (["Go", "&Go On"], ["G&o", "&Go On"]),
        (["&A", "&a"], ["&A", "a"]),
        (["R && D", "&Run"], ["R && &D", "&Run"]),
        ([], []),
    ],
)
def test_the_first_has_its_wish_and_the_others_what_is_left(
    wished: list[str], given_letters: list[str]
) -> None:
    assert with_own_letters(wished) == given_letters


@given(st.lists(st.sampled_from(["打开(&O)", "导出(&E)…", "&Open", "E&xport", "Plain", "A && B"])))
def test_no_letter_is_given_twice_and_no_word_changes(texts: list[str]) -> None:
    made = with_own_letters(texts)
    letters = [letter_of(text) for text in made if letter_of(text)]
    assert len(letters) == len(set(letters))
    bare = [text.split("(&")[0].replace("&", "") for text in made]
    assert bare == [text.split("(&")[0].replace("&", "") for text in texts]
