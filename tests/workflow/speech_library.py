"""Small libraries of senseless prose with passages taken from one document to another."""

from __future__ import annotations

import random
from pathlib import Path

from bench import Bench, document

from reviewer.workflow.library_repeats import LibraryRepeats, Member

WORDS = (
    "水库移民安置登记搬迁住房就业统筹乡镇春耕动员粮食收购防汛堤坝值班巡查林权改革山场承包合同"
    "农机补贴种子化肥仓储物流冷链果园茶叶桑蚕渔业养殖疫苗门诊医保学校教师食堂校车宿舍图书阅览"
    "公路桥梁隧道绿化路灯排水管网供暖燃气电力通信基站宽带税收预算审计招标采购工资养老低保残疾"
)


class Author:
    """Writes and copies, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def prose(self, length: int) -> str:
        """So many characters, a line break or a stop now and then."""
        signs = (self.random.choice(WORDS) for _ in range(length))
        return "".join(sign + ("。\n" if self.random.random() < 0.03 else "") for sign in signs)

    def edited(self, text: str, share: float = 0.05) -> str:
        """`text` with a share of its characters replaced."""
        return "".join(
            self.random.choice(WORDS) if self.random.random() < share else sign for sign in text
        )

    def taken(self, texts: list[str]) -> str:
        """A passage of one of some texts, as it is or lightly edited."""
        text = self.random.choice(texts)
        length = self.random.randrange(60, 400)
        start = self.random.randrange(max(1, len(text) - length))
        return self.edited(text[start : start + length], self.random.choice((0.0, 0.05)))

    def speech(self, texts: list[str]) -> str:
        """A new text; as a rule with passages of earlier ones in it, or a copy of a whole one."""
        if texts and self.random.random() < 0.15:
            return self.edited(self.random.choice(texts), 0.02)
        parts = [self.prose(self.random.randrange(150, 500)) for _ in range(3)]
        if texts:
            parts[1:1] = [self.taken(texts) for _ in range(self.random.randrange(3))]
        return "".join(parts)


def take_in(bench: Bench, text: str, name: str) -> int:
    """Add a document whose findings are known: there are none."""
    number = bench.desk.add(document(text, name))
    settle(bench, number)
    return number


def settle(bench: Bench, number: int) -> None:
    """Say that a search of the text as it is now found no damage."""
    assert bench.desk.take_findings(number, bench.desk.text_of(number), ())


def outline(repeats: LibraryRepeats, place: dict[int, int] | None = None) -> list[object]:
    """What is known of repeats as plain values, in order; similarities apart.

    Args:
        repeats: the repeats.
        place: what to call each document; its number otherwise.
    """

    def of(members: tuple[Member, ...]) -> list[tuple[int, int, int]]:
        return [
            (
                member.document if place is None else place[member.document],
                member.span.start,
                member.span.end,
            )
            for member in members
        ]

    return [
        (
            family.number,
            family.kind,
            of(family.members),
            sorted((row.category.value, of(row.readings)) for row in family.disagreements),
        )
        for family in repeats.families
    ]


def bench_at(folder: Path, name: str) -> Bench:
    """A desk on a store of its own."""
    return Bench(folder / f"{name}.db")
