"""Newlines: CRLF and CR become LF and are remembered; nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.loading.newlines import with_line_feeds
from reviewer.text.document import Newline


@pytest.mark.parametrize(
    ("text", "expected", "newline"),
    [
        ("一\n二\n", "一\n二\n", Newline.LF),
        ("一\r\n二\r\n", "一\n二\n", Newline.CRLF),
        ("一\r二\r", "一\n二\n", Newline.CR),
        ("一\r\n二\n", "一\n二\n", Newline.MIXED),
        ("一\r\r\n二", "一\n\n二", Newline.MIXED),
        ("一二", "一二", Newline.NONE),
        ("", "", Newline.NONE),
    ],
)
def test_the_convention_is_told_and_made_one(text: str, expected: str, newline: Newline) -> None:
    assert with_line_feeds(text) == (expected, newline)


def test_other_breaks_and_blanks_are_characters_of_the_text() -> None:
    text = "一\x0b二\x0c三\x85四\u2028五\u2029六\xa0七\u200b八\ufeff九\0"
    assert with_line_feeds(text) == (text, Newline.NONE)


@given(
    st.text(alphabet=st.characters(exclude_characters="\r", codec="utf-8")),
    st.sampled_from([Newline.LF, Newline.CRLF, Newline.CR]),
)
def test_an_export_in_the_same_convention_gives_the_file_back(text: str, newline: Newline) -> None:
    file_text = text.replace("\n", newline.characters)
    read, convention = with_line_feeds(file_text)
    assert read == text
    assert convention is (newline if "\n" in text else Newline.NONE)
