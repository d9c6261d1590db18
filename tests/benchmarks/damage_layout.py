"""Damage to layout: blanks, line breaks, punctuation, quotation marks, enumerations, endings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from damage_lists import in_script_of, shuffled
from damage_plan import Change, Damage, Planter

from reviewer.garble.finding import Kind

HAN = "[\u4e00-\u9fff]"
QUOTED = re.compile(r"“([^“”\n]{2,40})”")
SERIES = (
    re.compile(r"[一二三四五]是(?=[\u4e00-\u9fff]{3})"),
    re.compile(r"(?<=\n)[一二三四五]、"),
    re.compile(r"(?<=\n)第[一二三四五](?=，)"),
    re.compile(r"(?<=\n)（[一二三四五]）"),
)


def _behind(pattern: str, damaged: tuple[str, ...]) -> Planter:
    """Writes one of `damaged` behind what `pattern` matches, or the same again where it is empty.

    The first two lines are left alone.
    """
    compiled = re.compile(pattern)

    def planter(text: str, random: Random) -> Iterator[Change]:
        body = text.index("\n", text.index("\n") + 1)
        for match in shuffled(list(compiled.finditer(text, body)), random):
            wrong = match[0] + (random.choice(damaged) or match[0])
            yield Change(match.start(), match.end(), wrong, None, (len(match[0]), len(wrong)))

    return planter


def broken_line(text: str, random: Random) -> Iterator[Change]:
    """A line break inside a clause of a long line."""
    for match in shuffled(list(re.finditer(rf"(?<={HAN}{{8}})(?={HAN}{{4}})", text)), random):
        wrong = random.choice(("\n", "\n\n", "\n　　"))
        yield Change(match.start(), match.start(), wrong, "", reach=(1, 1))


def heading_glued(text: str, random: Random) -> Iterator[Change]:
    """The break behind a heading without a full stop is gone."""
    for match in shuffled(list(re.finditer(rf"(?<=\n)[一二三]、{HAN}[^。\n]+(\n)", text)), random):
        yield Change(match.start(1), match.end(1), "", reach=(30, 2))


def one_line(text: str, random: Random) -> Iterator[Change]:
    """All breaks of the text are gone, or have become blanks."""
    del random
    for match in list(re.finditer(r"\n(?!$)", text)):
        yield Change(match.start(), match.end(), "", reach=(30, 30))


def _sign_instead(pattern: str, damaged: tuple[str, ...]) -> Planter:
    compiled = re.compile(pattern)

    def planter(text: str, random: Random) -> Iterator[Change]:
        for match in shuffled(list(compiled.finditer(text)), random):
            yield Change(match.start(), match.end(), random.choice(damaged), reach=(2, 2))

    return planter


def lost_partner(text: str, random: Random) -> Iterator[Change]:
    """One of two quotation marks or brackets is gone."""
    for match in shuffled(list(re.finditer(r"[“《（][^“”《》（）\n]{2,30}[”》）]", text)), random):
        at = random.choice((match.start(), match.end() - 1))
        before, behind = (0, len(match[0])) if at == match.start() else (len(match[0]), 0)
        yield Change(at, at + 1, "", reach=(before, behind))


def quotes(text: str, random: Random) -> Iterator[Change]:
    """Straight, single or turned marks for a pair of double ones."""
    for match in shuffled(list(QUOTED.finditer(text)), random):
        left, right = random.choice(("''", '""', "‘’", "”“", "””", "＂＂"))
        yield Change(match.start(), match.end(), f"{left}{match[1]}{right}")


def _series(text: str) -> Iterator[list[re.Match[str]]]:
    """Runs of at least three steps in order."""
    for pattern in SERIES:
        run: list[re.Match[str]] = []
        for match in pattern.finditer(text):
            step = next(char for char in match[0] if char in "一二三四五")
            if step == "一":
                run = []
            if "一二三四五"[len(run) : len(run) + 1] == step:
                run.append(match)
            if len(run) == 3:
                yield run


def step_wrong(text: str, random: Random) -> Iterator[Change]:
    """The second or third step bears the number of the one before or behind."""
    for run in shuffled(list(_series(text)), random):
        match = run[random.choice((1, 2))]
        step = next(char for char in match[0] if char in "二三")
        wrong = match[0].replace(step, random.choice([s for s in "一二三四" if s != step]))
        reach = max(run[2].end() - run[0].start(), 300)
        yield Change(match.start(), match.end(), wrong, reach=(reach, reach))


def truncated(text: str, random: Random) -> Iterator[Change]:
    """The text ends in the middle of its last long sentence."""
    last = list(re.finditer(rf"{HAN}{{7,}}", text))[-1]
    cut = last.start() + random.randrange(2, len(last[0]) - 2)
    yield Change(cut, len(text), "", reach=(12, 0))


def doubled_word(text: str, random: Random) -> Iterator[Change]:
    """A word of two or three characters twice, or a particle."""
    words = (
        "我们",
        "同志们",
        "要",
        "工作",
        "加强",
        "必须",
        "的",
        "进行",
        "全市",
        "问题",
        "群众",
        "了",
        "和",
    )
    found = [
        match
        for word in words
        for match in re.finditer(f"(?<={HAN}){in_script_of(text, word)}(?={HAN})", text)
    ]
    for match in shuffled(found, random):
        yield Change(match.end(), match.end(), match[0], "", reach=(len(match[0]), 0))


def doubled_clause(text: str, random: Random) -> Iterator[Change]:
    """A clause or a sentence twice."""
    for match in shuffled(list(re.finditer(r"(?<=[，。])[^，。\n“”]{6,30}[，。]", text)), random):
        yield Change(match.end(), match.end(), match[0], "", reach=(len(match[0]), 0))


BREAKS = frozenset({Kind.STRAY_SPACE, Kind.PUNCTUATION_ERROR})
DOUBLED = frozenset({Kind.DUPLICATED_TEXT, Kind.WRONG_WORD})
PUNCTUATION = frozenset({Kind.QUOTE_STYLE, Kind.VARIANT_CHARACTER, Kind.DUPLICATED_TEXT})
SAME = ("",)
BLANKS = (" ", "  ", "　", " ", "   ")
LAYOUT_DAMAGE = (
    Damage("blank between characters", Kind.STRAY_SPACE, _behind(rf"{HAN}(?={HAN})", BLANKS)),
    Damage("blank at a sign", Kind.STRAY_SPACE, _behind(rf"[，。、；](?={HAN})", BLANKS)),
    Damage("blank in a number", Kind.STRAY_SPACE, _behind(r"\d(?=\.?\d)", (" ",))),
    Damage("broken line", Kind.LINE_BREAK_ERROR, broken_line, BREAKS),
    Damage("glued heading", Kind.LINE_BREAK_ERROR, heading_glued, BREAKS),
    Damage("all on one line", Kind.LINE_BREAK_ERROR, one_line, BREAKS, most=None),
    Damage(
        "doubled sign",
        Kind.PUNCTUATION_ERROR,
        _behind("[，。；]", SAME),
        PUNCTUATION,
    ),
    Damage(
        "two signs at odds",
        Kind.PUNCTUATION_ERROR,
        _sign_instead("[，。；]", ("，。", "。，", "、，", "；。")),
        PUNCTUATION,
        repairable=False,
    ),
    Damage(
        "half-width sign", Kind.PUNCTUATION_ERROR, _sign_instead("，", (",",)), PUNCTUATION | BREAKS
    ),
    Damage("no full stop", Kind.PUNCTUATION_ERROR, _sign_instead(r"。(?=\n.)", ("",)), PUNCTUATION),
    Damage("lost partner", Kind.PUNCTUATION_ERROR, lost_partner, PUNCTUATION),
    Damage("quotation marks", Kind.QUOTE_STYLE, quotes, PUNCTUATION | {Kind.PUNCTUATION_ERROR}),
    Damage("step out of order", Kind.ENUMERATION_ERROR, step_wrong, most=1),
    Damage(
        "truncated end",
        Kind.TRUNCATED_TEXT,
        truncated,
        PUNCTUATION | {Kind.PUNCTUATION_ERROR},
        repairable=False,
        most=1,
    ),
    Damage("doubled word", Kind.DUPLICATED_TEXT, doubled_word, DOUBLED),
    Damage("doubled clause", Kind.DUPLICATED_TEXT, doubled_clause, DOUBLED),
)
