"""Damage by sites: lines above and below, pastes, page numbers, second titles, notes of editors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from damage_lists import in_script_of, lists, shuffled
from damage_plan import Change, Damage, Planter

from reviewer.garble.finding import Kind

HAN = "[\u4e00-\u9fff]"
INSIDE = re.compile(rf"(?<={HAN}{HAN})(?={HAN}{HAN})")


def _line(text: str, name: str, random: Random) -> str:
    title = text.partition("\n")[0]
    chosen: str = random.choice(lists()[name]["lines"])
    return in_script_of(text, chosen).format(title=title)


def _heads(name: str) -> Planter:
    """A line of a site above or below the title."""

    def planter(text: str, random: Random) -> Iterator[Change]:
        at = random.choice((0, text.index("\n") + 1))
        line = _line(text, name, random)
        yield Change(at, at, line + "\n", "", (0, len(line)))

    return planter


def _tails(name: str) -> Planter:
    """A line of a site behind the last one."""

    def planter(text: str, random: Random) -> Iterator[Change]:
        line = _line(text, name, random)
        yield Change(len(text), len(text), line + "\n", "", (0, len(line)))

    return planter


def _pastes(name: str) -> Planter:
    """An advertisement in the middle of a sentence."""

    def planter(text: str, random: Random) -> Iterator[Change]:
        for match in shuffled(list(INSIDE.finditer(text, text.index("\n"))), random):
            yield Change(match.start(), match.start(), _line(text, name, random), "")

    return planter


def page_numbers(text: str, random: Random) -> Iterator[Change]:
    """The number of a page on a line of its own between paragraphs."""
    for match in shuffled(list(re.finditer(r"(?<=。\n)(?=.)", text)), random):
        page = random.randrange(2, 9)
        line = random.choice(
            (f"- {page} -", f"第{page}页", f"第 {page} 页 共 12 页", f"—{page}—", f"{page} / 12",
             f"-{page}-", f"Page {page} of 12", f"· {page} ·")
        )  # fmt: skip
        yield Change(
            match.start(), match.start(), in_script_of(text, line) + "\n", "", (0, len(line))
        )


def page_numbers_inside(text: str, random: Random) -> Iterator[Change]:
    """The number of a page where a page ended in the middle of a sentence."""
    for match in shuffled(list(INSIDE.finditer(text, 200)), random):
        page = random.randrange(2, 9)
        line = random.choice((f"\n- {page} -\n", f"\n第 {page} 页\n", f"— {page} —"))
        yield Change(match.start(), match.start(), in_script_of(text, line), "")


def second_title(text: str, random: Random) -> Iterator[Change]:
    """The title twice, the second time perhaps in brackets or with a number of parts."""
    title = text.partition("\n")[0]
    line = random.choice((title, f"《{title}》", f"{title}范文", f"{title}（全文）"))
    at = len(title) + 1
    yield Change(at, at, in_script_of(text, line) + "\n", "", reach=(len(title) + 1, 0))


def residue(text: str, random: Random) -> Iterator[Change]:
    """A note that someone left to himself."""
    for match in shuffled(list(re.finditer(r"(?<=[。，])(?=[\u4e00-\u9fff])", text)), random):
        yield Change(match.start(), match.start(), _line(text, "residue", random), "")


FURNITURE = frozenset({
    Kind.SITE_BOILERPLATE, Kind.INJECTED_BOILERPLATE, Kind.EDITORIAL_RESIDUE,
    Kind.PAGE_NUMBER_ARTIFACT, Kind.DUPLICATED_TITLE,
})  # fmt: skip
FURNITURE_DAMAGE = (
    Damage("line of a site above", Kind.SITE_BOILERPLATE, _heads("heads"), FURNITURE, most=1),
    Damage(
        "line of a site above, unseen",
        Kind.SITE_BOILERPLATE,
        _heads("later_heads"),
        FURNITURE,
        most=1,
    ),
    Damage("line of a site below", Kind.SITE_BOILERPLATE, _tails("tails"), FURNITURE, most=1),
    Damage(
        "line of a site below, unseen",
        Kind.SITE_BOILERPLATE,
        _tails("later_tails"),
        FURNITURE,
        most=1,
    ),
    Damage("advertisement inside", Kind.INJECTED_BOILERPLATE, _pastes("pastes"), FURNITURE),
    Damage(
        "advertisement inside, unseen",
        Kind.INJECTED_BOILERPLATE,
        _pastes("later_pastes"),
        FURNITURE,
    ),
    Damage("page number", Kind.PAGE_NUMBER_ARTIFACT, page_numbers, FURNITURE),
    Damage("page number inside", Kind.PAGE_NUMBER_ARTIFACT, page_numbers_inside, FURNITURE),
    Damage(
        "second title",
        Kind.DUPLICATED_TITLE,
        second_title,
        FURNITURE | {Kind.DUPLICATED_TEXT},
        most=1,
    ),
    Damage("note left in", Kind.EDITORIAL_RESIDUE, residue, FURNITURE, False),
)
