"""Offsets in code points and Qt's positions agree, whatever the characters and the soft breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.gui.positions import PositionMap, unit_length

HAN_EXT_B = "𠮷"
EMOJI = "😀"
HIGH, LOW = "\ud840", "\udfb7"
TEXTS = st.text(
    alphabet=["城", "市", "a", "\n", HAN_EXT_B, EMOJI, HIGH, LOW, "\u0301"], max_size=40
)


@st.composite
def texts_with_breaks(draw: st.DrawFn) -> tuple[str, list[int]]:
    text = draw(TEXTS)
    places = st.integers(1, max(1, len(text) - 1))
    return text, sorted(draw(st.sets(places, max_size=4))) if len(text) > 1 else []


def spelled(text: str, breaks: list[int]) -> list[int | None]:
    """The plain way: for each position the offset of its character, None for a soft break."""
    units: list[int | None] = []
    for offset, character in enumerate(text):
        if offset in breaks:
            units.append(None)
        units.extend([offset] * (2 if ord(character) > 0xFFFF else 1))
    return units


@pytest.mark.parametrize(
    ("text", "offset", "unit"),
    [
        ("城市管理", 3, 3),
        (f"{HAN_EXT_B}野家", 0, 0),
        (f"{HAN_EXT_B}野家", 1, 2),
        (f"甲{EMOJI}{EMOJI}乙", 3, 5),
        (f"甲{EMOJI}", 2, 3),
        (f"{HIGH}甲", 1, 1),
        (f"{HIGH}{LOW}甲", 2, 2),
        ("", 0, 0),
    ],
    ids=["plain", "before", "behind", "two", "end", "lone half", "two lone halves", "empty"],
)
def test_a_character_beyond_the_basic_plane_takes_two_positions(
    text: str, offset: int, unit: int
) -> None:
    positions = PositionMap(text)
    assert positions.unit(offset) == unit
    assert positions.offset(unit) == offset
    assert positions.units == unit_length(text)


@given(texts_with_breaks())
def test_positions_are_those_of_a_text_spelled_out(sample: tuple[str, list[int]]) -> None:
    text, breaks = sample
    units = spelled(text, breaks)
    positions = PositionMap(text, breaks)
    assert (positions.length, positions.units) == (len(text), len(units))
    for offset in range(len(text)):
        assert positions.unit(offset) == units.index(offset)
        assert positions.offset(positions.unit(offset)) == offset
    assert positions.unit(len(text)) == len(units)
    for unit, offset in enumerate(units):
        behind_break = units[unit + 1] if offset is None else offset
        inside_pair = unit > 0 and offset is not None and units[unit - 1] == offset
        assert positions.offset(unit) == (
            offset + 1 if inside_pair and offset is not None else behind_break
        )
        assert positions.splits_pair(unit) == inside_pair
        assert positions.is_break(unit) == (offset is None)
        assert positions.breaks_before(unit) == units[:unit].count(None)
    assert list(positions.breaks_between(0, len(units))) == [
        unit for unit, offset in enumerate(units) if offset is None
    ]


@given(texts_with_breaks(), TEXTS, st.data())
def test_following_an_edit_is_counting_anew(
    sample: tuple[str, list[int]], inserted: str, data: st.DataObject
) -> None:
    text, breaks = sample
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    positions = PositionMap(text, breaks)
    first, last = positions.unit(start), positions.unit(end)
    positions.splice(first, last - first, inserted)
    growth = len(inserted) - (end - start)
    kept = [place for place in breaks if place <= start]
    moved = [place + growth for place in breaks if place > end]
    fresh = PositionMap(text[:start] + inserted + text[end:], kept + moved)
    assert [positions.unit(offset) for offset in range(fresh.length + 1)] == [
        fresh.unit(offset) for offset in range(fresh.length + 1)
    ]
    assert positions.units == fresh.units
    assert positions.breaks_between(0, fresh.units) == fresh.breaks_between(0, fresh.units)


@given(TEXTS.filter(lambda text: len(text) > 1), st.data())
def test_a_soft_break_comes_and_goes_without_a_trace(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(text) - 1))
    positions = PositionMap(text)
    unit = positions.unit(place)
    positions.add_break(unit)
    broken = PositionMap(text, [place])
    assert [positions.unit(offset) for offset in range(len(text) + 1)] == [
        broken.unit(offset) for offset in range(len(text) + 1)
    ]
    assert positions.is_break(unit)
    positions.remove_break(unit)
    assert positions.units == unit_length(text)
    assert not positions.breaks_before(positions.units)
