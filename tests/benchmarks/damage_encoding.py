"""Damage to how a text is coded: pinyin, byte shifts, mojibake, odd characters, tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from random import Random

from damage_lists import lists, places, shuffled
from damage_plan import Change, Damage, Planter
from pypinyin import Style, lazy_pinyin

from reviewer.garble.finding import Kind
from reviewer.text.script import Script, simplified_forms

TRADITIONAL_ONLY = (Script.TRADITIONAL,)
HAN_PAIR = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
CODEC_PAIRS = (("utf-8", "gbk"), ("gbk", "latin-1"), ("utf-8", "latin-1"), ("big5", "gb18030"))
RADICALS = {
    "一": "⼀", "人": "⼈", "力": "⼒", "大": "⼤", "工": "⼯", "心": "⼼", "手": "⼿", "方": "⽅",
    "水": "⽔", "生": "⽣", "用": "⽤", "行": "⾏", "见": "⻅", "金": "⾦", "长": "⻓", "高": "⾼",
}  # fmt: skip
INVISIBLE = ("\u200b", "\u200c", "\u200d", "\ufeff", "\u00ad", "\u202a", "\u200e", "\x07")
BLOCK = re.compile(r"<(?:/?p|/?div|td|br ?/?)>", re.IGNORECASE)


def _own_list(text: str, random: Random) -> list[str]:
    """A site's list: common characters that only Traditional writes so."""
    found = Counter(char for char in text if char in simplified_forms() and _in_gbk(char))
    common = [char for char, _ in found.most_common(60)]
    return random.sample(common, min(len(common), random.choice((12, 25, 40))))


def pinyin(text: str, random: Random) -> Iterator[Change]:
    """A reading behind every character of a site's list, everywhere."""
    for char in _own_list(text, random):
        reading = lazy_pinyin(char, style=Style.TONE)[0]
        for at in places(text, char):
            yield Change(at + 1, at + 1, f"({reading})", "")


def byte_shift(text: str, random: Random) -> Iterator[Change]:
    """A listed character met across the border of two, so that the bytes behind it shift."""
    wanted = {char.encode("gbk"): char for char in simplified_forms() if _in_gbk(char)}
    lines = [m for m in re.finditer(r"[^\n]{12,}", text) if _in_gbk(m[0])]
    for match in shuffled(lines, random):
        coded = match[0].encode("gbk")
        for at in range(1, len(coded) - 5):
            char = wanted.get(coded[at : at + 2])
            if char is None or coded[:at].decode("gbk", "ignore") != match[0][: at // 2]:
                continue
            reading = lazy_pinyin(char, style=Style.TONE)[0]
            shifted = coded[: at + 2] + f"({reading})".encode("gbk") + coded[at + 2 :]
            wrong = _as_sites_decode(shifted)
            if wrong is not None:
                end = len(wrong) - _same_behind(wrong, match[0])
                yield Change(match.start(), match.end(), wrong, mark=(at // 2, end))
                break


def _same_behind(one: str, other: str) -> int:
    """How many characters the two texts share at their ends."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), len(one))


def _in_gbk(text: str) -> bool:
    """Whether GBK has the whole line, without a sign that a shift would leave behind as well."""
    try:
        return "?" not in text and len(text.encode("gbk")) == 2 * len(text)
    except UnicodeError:
        return False


def _as_sites_decode(coded: bytes) -> str | None:
    """GBK as sites decode it; None where a pair has no character or the run does not close."""
    out: list[str] = []
    at = 0
    while at < len(coded):
        size = 2 if coded[at] >= 0x81 else 1
        if size == 2 and coded[at + 1 : at + 2] < b"\x40":
            out.append("?")
        else:
            out.append(coded[at : at + size].decode("gbk", "replace"))
        at += size
    made = "".join(out)
    return made if made.count("?") == 1 and "\ufffd" not in made and at == len(coded) else None


def _mojibake(right: str, wrong: str) -> Planter:
    def planter(text: str, random: Random) -> Iterator[Change]:
        sentences = list(re.finditer(r"(?<=[，。\n])[^，。\n]{6,24}[，。]", text))
        for match in shuffled(sentences, random):
            try:
                damaged = match[0].encode(right).decode(wrong)
                back = damaged.encode(wrong).decode(right)
            except UnicodeError:
                continue
            # A line break inside would be read as the end of a line.
            if back == match[0] and len(damaged.splitlines()) == 1 and "\x85" not in damaged:
                yield Change(match.start(), match.end(), damaged)

    return planter


def holes(text: str, random: Random) -> Iterator[Change]:
    """Characters that were lost in decoding."""
    for match in shuffled(list(re.finditer(r"[\u4e00-\u9fff]{2}", text)), random):
        lost = random.choice(("\ufffd", "\ufffd\ufffd", "锟斤拷", "\ufffd\ufffd\ufffd"))
        yield Change(match.start(), match.start() + 1, lost)


def _between(found: tuple[str, ...]) -> Planter:
    def planter(text: str, random: Random) -> Iterator[Change]:
        for match in shuffled(list(HAN_PAIR.finditer(text)), random):
            yield Change(match.start(), match.start(), random.choice(found), "")

    return planter


def private_use(text: str, random: Random) -> Iterator[Change]:
    """A bullet of a font of its own before a paragraph."""
    for match in shuffled(list(re.finditer(r"(?<=\n)(?=[\u4e00-\u9fff])", text)), random):
        yield Change(match.start(), match.start(), random.choice("\uf06c\uf0b7\ue5e5"), "")


def radicals(text: str, random: Random) -> Iterator[Change]:
    """A radical of another block for the character."""
    for match in shuffled(list(re.finditer("[" + "".join(RADICALS) + "]", text)), random):
        yield Change(match.start(), match.end(), RADICALS[match[0]])


def full_width(text: str, random: Random) -> Iterator[Change]:
    """One number in full width among others in half width."""
    for match in shuffled(list(re.finditer(r"(?<![\d.])\d{2,4}(?![\d.])", text)), random):
        wide = "".join(chr(ord(digit) + 0xFEE0) for digit in match[0])
        yield Change(match.start(), match.end(), wide)


def entities(text: str, random: Random) -> Iterator[Change]:
    """A sign written as a web page writes it, or a blank of a web page."""
    pairs = list(re.finditer("“([^“”\n]{2,40})”|·", text))
    blanks = random.sample(list(HAN_PAIR.finditer(text)), 4)
    for match in shuffled(pairs + blanks, random):
        if match[0] == "·":
            yield Change(match.start(), match.end(), random.choice(("&middot;", "&#183;")))
        elif match[0]:
            left, right = random.choice((("&ldquo;", "&rdquo;"), ("&#8220;", "&#8221;")))
            yield Change(match.start(), match.end(), f"{left}{match[1]}{right}")
        else:
            blank = random.choice(("&nbsp;", "&#160;", "&nbsp"))
            yield Change(match.start(), match.start(), blank, " ")


def tags(text: str, random: Random) -> Iterator[Change]:
    """A tag between two sentences; one that ends a paragraph ends it still."""
    for match in shuffled(list(re.finditer(r"(?<=。)(?=[\u4e00-\u9fff])", text)), random):
        tag = random.choice(lists()["tags"]["lines"])
        yield Change(match.start(), match.start(), tag, "\n" if BLOCK.fullmatch(tag) else "")


ODD = frozenset({Kind.VARIANT_CHARACTER, Kind.INVISIBLE_CHARACTER, Kind.PRIVATE_USE_CHARACTER})
ENCODING_DAMAGE = (
    Damage("pinyin", Kind.PINYIN_INJECTION, pinyin, most=None, scripts=TRADITIONAL_ONLY),
    Damage("byte shift", Kind.BYTE_SHIFT_MOJIBAKE, byte_shift, most=2, scripts=TRADITIONAL_ONLY),
    *(
        Damage(
            f"{right} read as {wrong}",
            Kind.MOJIBAKE,
            _mojibake(right, wrong),
            most=1,
            scripts=TRADITIONAL_ONLY if right == "big5" else (Script.SIMPLIFIED,),
        )
        for right, wrong in CODEC_PAIRS
    ),
    Damage(
        "lost bytes",
        Kind.REPLACEMENT_CHARACTER,
        holes,
        frozenset({Kind.MOJIBAKE}),
        repairable=False,
    ),
    Damage("invisible", Kind.INVISIBLE_CHARACTER, _between(INVISIBLE), ODD),
    Damage("private use", Kind.PRIVATE_USE_CHARACTER, private_use, ODD, repairable=False),
    Damage("radical", Kind.VARIANT_CHARACTER, radicals, ODD),
    Damage("full width digits", Kind.VARIANT_CHARACTER, full_width, ODD),
    Damage("entity", Kind.HTML_ENTITY, entities),
    Damage("tag", Kind.HTML_MARKUP, tags),
)
