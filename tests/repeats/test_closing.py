"""The sign that closes a passage's last sentence belongs to the passage."""

from __future__ import annotations

import pytest

from reviewer.repeats.closing import with_closing_signs
from reviewer.repeats.family import Family, FamilyKind, Passage
from reviewer.text.span import Span


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("落实到位。下面", "落实到位。"),
        ("落实到位。”\n下面", "落实到位。”"),
        ("落实到位，下面", "落实到位"),
        ("落实到位", "落实到位"),
        ("落实到位。。。。。。。。", "落实到位"),
    ],
)
def test_what_directly_follows_is_taken_in(text: str, closed: str) -> None:
    family = Family(FamilyKind.EXACT, 1.0, (Passage(0, Span(0, 4)), Passage(1, Span(0, 4))))
    (taken,) = with_closing_signs(["落实到位", text], [family])
    assert taken.passages[0].span == Span(0, 4)
    assert taken.passages[1].span.of(text) == closed
