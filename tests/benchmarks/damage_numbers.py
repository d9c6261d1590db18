"""Damage to masks, numbers, years and names: what sites hide or overwrite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from damage_lists import carried, in_script_of, lists, places, shuffled
from damage_plan import Change, Damage, Planter

from reviewer.garble.finding import Kind

NUMBER = re.compile(
    r"(?<![\d.年月A-Z])\d[\d.]*(?=[万多]?[多余]?[\u4e00-\u9fff%])(?!年|[.\d]*[月日]|多?年)"
)


def _mask(name: str, random: Random) -> str:
    return random.choice(lists()["masks"][name])


def masked_year(text: str, random: Random) -> Iterator[Change]:
    """A year by a mask."""
    for match in shuffled(list(re.finditer(r"(?:19|20)\d\d(?=年)", text)), random):
        yield Change(match.start(), match.end(), in_script_of(text, _mask("year", random)))


def masked_day(text: str, random: Random) -> Iterator[Change]:
    """Month and day by masks."""
    for match in shuffled(list(re.finditer(r"(\d+)月(\d+)日", text)), random):
        sign = random.choice(("X", "×", "x", "*", "XX", "__"))
        yield Change(match.start(), match.end(), f"{sign}月{sign}日")


def _masked_name(group: str, name: str) -> Planter:
    def planter(text: str, random: Random) -> Iterator[Change]:
        for word in shuffled(lists()["masked_names"][group], random):
            for at in places(text, in_script_of(text, word)):
                yield Change(at, at + len(word), _mask(name, random))

    return planter


def masked_number(text: str, random: Random) -> Iterator[Change]:
    """A number before its unit by a mask."""
    for match in shuffled(list(NUMBER.finditer(text)), random):
        yield Change(match.start(), match.end(), _mask("number", random))


def decimal_point(text: str, random: Random) -> Iterator[Change]:
    """A full stop for the point in a number."""
    for match in shuffled(list(re.finditer(r"(?<=\d)\.(?=\d)", text)), random):
        yield Change(match.start(), match.end(), "。")


def _carried(name: str, reach: int = 0) -> Planter:
    def planter(text: str, random: Random) -> Iterator[Change]:
        return carried(text, random, lists()["carriers"][name], reach)

    return planter


def cut_name(text: str, random: Random) -> Iterator[Change]:
    """A person's name taken out, nothing left in its place."""
    for word in shuffled(lists()["masked_names"]["persons"], random):
        for at in places(text, in_script_of(text, word)):
            if text[at + len(word) : at + len(word) + 2] == "同志":
                yield Change(at, at + len(word), "", reach=(4, 4))


MASKS = frozenset({Kind.MASKED_TEXT, Kind.OVER_MASKING})
GONE = frozenset({Kind.MISSING_TEXT, Kind.STRAY_SPACE, Kind.PUNCTUATION_ERROR, Kind.MASKED_TEXT})


def _masked(name: str, planter: Planter) -> Damage:
    return Damage(name, Kind.MASKED_TEXT, planter, MASKS, repairable=False)


NUMBER_DAMAGE = (
    _masked("masked year", masked_year),
    _masked("masked day", masked_day),
    _masked("masked name", _masked_name("persons", "name")),
    _masked("masked place", _masked_name("places", "place")),
    _masked("masked number", masked_number),
    Damage("mask over a number", Kind.OVER_MASKING, _carried("over_masking")),
    Damage("decimal point", Kind.DECIMAL_POINT_CORRUPTION, decimal_point),
    Damage("years in disorder", Kind.YEAR_OVERWRITTEN, _carried("year_range"), repairable=False),
    Damage("years that all know", Kind.YEAR_OVERWRITTEN, _carried("plan_years")),
    Damage("name cut out", Kind.MISSING_TEXT, cut_name, GONE, repairable=False),
    Damage("name before a blank", Kind.MISSING_TEXT, _carried("cut_name", 2), GONE, False),
    Damage("nothing in a pair", Kind.MISSING_TEXT, _carried("empty_pair", 1), GONE, False),
)
