"""Characters that nobody sees, that mean nothing in print, or that only look like others."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.finding import Finding, Kind
from reviewer.garble.odd_characters import find_odd_characters
from reviewer.garble.searched import SearchedText

CLEAN = sorted((Path(__file__).resolve().parents[1] / "data" / "clean").glob("*.txt"))


def found(text: str) -> list[Finding]:
    return list(find_odd_characters(SearchedText(text)))


@pytest.mark.parametrize("character", ["\u200b", "\u2060", "\ufeff", "\u202e", "\u00ad", "\x07"])
def test_invisible_characters_are_deleted(character: str) -> None:
    (finding,) = found(f"把工{character}作抓实")
    assert (finding.kind, finding.replacement) == (Kind.INVISIBLE_CHARACTER, "")


@pytest.mark.parametrize(("text", "plain"), [("第⼀次", "一"), ("⽇常工作", "日")])
def test_radicals_that_look_like_characters_become_them(text: str, plain: str) -> None:
    (finding,) = found(text)
    assert (finding.kind, finding.replacement, finding.safe) == (
        Kind.VARIANT_CHARACTER, plain, True,
    )  # fmt: skip


def test_private_use_characters_are_told() -> None:
    (finding,) = found("会议\uf8ff要求")
    assert finding.kind is Kind.PRIVATE_USE_CHARACTER


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_prose_is_left_alone(path: Path) -> None:
    assert found(path.read_text(encoding="utf-8")) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in found(text):
        assert finding.text == finding.span.of(text)
