"""Numbers as prose writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reviewer.repeats.numerals import number_value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2010", "2010"),
        ("1,636.6", "1636.6"),
        ("21。4", "21.4"),
        ("0.50", "0.5"),
        ("1.5万", "15000"),
        ("3亿", "300000000"),
        ("300万", "3000000"),
        ("十", "10"),
        ("十五", "15"),
        ("三十五", "35"),
        ("一百零五", "105"),
        ("两千", "2000"),
        ("二〇一〇", "2010"),
        ("二○一二", "2012"),
        ("一亿二千万", "120000000"),
        ("三万零五百", "30500"),
        ("三点五", "3.5"),
        ("百分之五十", "50"),
        ("万", "10000"),
    ],
)
def test_a_number_has_its_value(written: str, value: str) -> None:
    assert number_value(written) == Decimal(value)


@pytest.mark.parametrize("written", ["", "几十", "会议", "X"])
def test_what_is_no_number_has_none(written: str) -> None:
    assert number_value(written) is None
