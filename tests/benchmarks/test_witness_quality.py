"""What a copy tells: slips of one character, and damage that no rule can repair alone."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from reviewer.garble.finding import Kind
from reviewer.garble.look_alikes import look_alikes_of
from reviewer.repeats.odd_readings import likeness
from reviewer.text.pinyin import toneless
from reviewer.text.readings import readings_of
from reviewer.workflow.analysing import search_findings
from reviewer.workflow.healing import ComparedTexts, compare_texts

pytestmark = pytest.mark.benchmark

DATA = Path(__file__).resolve().parents[1] / "data"
NAMES = ("repeats/library", "repeats/reservoir", "repeats/school", "clean/simplified")
ROUNDS = 10
COMMON_ROWS = range(0xB0, 0xD8)
"""The lead bytes of the common characters of GB 2312."""


@pytest.fixture(scope="module")
def speeches() -> list[str]:
    return [(DATA / f"{name}.txt").read_text(encoding="utf-8") for name in NAMES]


def is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def sound_of(sign: str) -> str:
    return toneless(readings_of(sign)[0]) if readings_of(sign) else ""


def homophones() -> dict[str, list[str]]:
    table: defaultdict[str, list[str]] = defaultdict(list)
    for code in range(0x4E00, 0xA000):
        sign = chr(code)
        lead = sign.encode("gb2312", "replace")[0]
        if lead in COMMON_ROWS and readings_of(sign):
            table[sound_of(sign)].append(sign)
    return table


def with_slips(text: str, chance: random.Random, table: dict[str, list[str]]) -> dict[int, str]:
    """Places of `text` with a character of the same sound or look, at least twelve apart."""
    slips: dict[int, str] = {}
    last = 0
    for place, sign in enumerate(text):
        if place - last < 12 or not is_han(sign) or chance.random() > 0.05:
            continue
        alike = table.get(sound_of(sign), []) if chance.random() < 0.6 else look_alikes_of(sign)
        others = sorted(other for other in alike if other != sign and likeness(sign, other))
        if others:
            slips[place] = chance.choice(others)
            last = place
    return slips


def replaced(text: str, changes: dict[int, str]) -> str:
    return "".join(changes.get(place, sign) for place, sign in enumerate(text))


def compared(texts: list[str]) -> ComparedTexts:
    return compare_texts(texts, search_findings(texts))


def test_slips_of_one_character(speeches: list[str]) -> None:
    chance, table = random.Random(20), homophones()
    told: Counter[str] = Counter()
    for text in speeches * ROUNDS:
        slips = with_slips(text, chance, table)
        worse = chance.randrange(2)
        texts = [text, text]
        texts[worse] = replaced(text, slips)
        result = compared(texts)
        marked = [
            {
                row.span.start + step: not row.is_suggestion
                for row in found
                for step in range(len(row.span))
            }
            for found in result.findings
        ]
        shown = {
            one.span.start
            for row in result.repeats.disagreements
            for one in row.readings
            if one.document == worse
        }
        for place in slips:
            sure = marked[worse].get(place)
            wrong_way = marked[1 - worse].get(place, False)
            told["slips"] += 1
            told["marked"] += sure is True
            told["suggested"] += sure is False
            told["shown as a disagreement"] += sure is None and place in shown
            told["marked in the right copy"] += wrong_way
    print(f"\nslips of one character in 2 copies: {dict(told)}")
    assert told["marked in the right copy"] <= 0.01 * told["slips"]
    assert told["marked"] >= 0.6 * told["slips"]
    seen = told["marked"] + told["suggested"] + told["shown as a disagreement"]
    assert seen >= 0.95 * told["slips"]


def damaged(text: str, chance: random.Random) -> str:
    """`text` with masks, lost characters and blanks, far apart."""
    pieces: list[str] = []
    place = 0
    while place < len(text):
        step = chance.randint(25, 60)
        pieces.append(text[place : place + step])
        place += step
        length = chance.randint(1, 3)
        word = text[place : place + length]
        if len(word) == length and all(map(is_han, word)):
            pieces.append(chance.choice(["**", "XX", "�", f"{word[:1]} {word[1:]}"]))
            place += length
    return "".join(pieces)


def edited(text: str, chance: random.Random) -> str:
    """Another edition of `text`: one sentence in five has a word more."""
    parts = text.split("，")
    return "，".join(
        f"确实{part}" if chance.random() < 0.2 and is_han(part[:1] or " ") else part
        for part in parts
    )


def test_damage_that_only_a_copy_can_repair(speeches: list[str]) -> None:
    chance = random.Random(21)
    told: Counter[str] = Counter()
    filled = (Kind.MASKED_TEXT, Kind.REPLACEMENT_CHARACTER)
    for text in speeches * ROUNDS:
        bad = damaged(text, chance)
        result = compared([bad, edited(text, chance)])
        for row in result.findings[0]:
            if row.kind not in filled:
                continue
            before = bad[max(0, row.span.start - 6) : row.span.start]
            behind = bad[row.span.end : row.span.end + 6]
            told["damaged places"] += 1
            told["filled"] += row.repairable
            told["rightly"] += row.repairable and f"{before}{row.replacement}{behind}" in text
    print(f"\nmasks and lost characters, the copy edited: {dict(told)}")
    assert told["filled"] >= 0.75 * told["damaged places"]
    assert told["rightly"] >= 0.9 * told["filled"]
