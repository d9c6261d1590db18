"""Slips of the pen in sentences of speeches: what searches for wrong characters are measured on.

A word of a clean sentence is chosen by chance and written as an input method, a reader of print or
a careless typist would write it. The rules cannot have been written on what chance brings; the
table of shapes is the benchmark's own and not the one that the program ships.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import jieba
from spun_speeches import SPEECHES

from reviewer.text.pinyin import toneless
from reviewer.text.readings import readings_of
from reviewer.text.span import Span

DATA = Path(__file__).resolve().parents[1] / "data"
KNOWN = 200
"""Words of at least this frequency are written wrong; rarer ones nobody calls certain."""

NEAREST = 4
"""An input method offers so many characters of one sound before anybody looks further."""

SHAPES = """
部剖 署暑 贯贳 彻沏 落洛 实买 城域 市巾 管营 理埋 工土 作怍 会合 议仪 建律 设没 发友 展屐 经径
济挤 社杜 环坏 境镜 卫工 生主 安妥 全金 责贵 任仟 领颂 导异 干千 群郡 众从 政玫 府俯 党堂 委季
书节 记纪 县具 乡多 镇慎 村材 农衣 业亚 产严 民氏 收牧 入人 投役 资姿 项顶 目日 质盾 量星 服报
务条 治冶 法沃 律津 规现 划刘 整墼 违连 章童 筑筋 拆折 除徐 清请 运远 垃拉 绿录 化仕 水木 路赂
灯打 桥挢 河何 道遒 交文 通逋 停仃 车东 排徘 查杳 隐稳 患忠 问间 题颢 解觧 决诀 提捉 高亭 认队
识织 思恩 想相 精情 神袖 努怒 力刀 奋夺 斗半 创刨 新断 突穾 破皱 攻玫 坚竖 克充 难谁 成戍 绩债
效郊 果杲 科料 技枝 教敎 育盲 学字 校较 医区 疗辽 健建 康唐 养羊 老者 保侯 障漳 困因 帮邦 扶抉
贫贪 未末 己已 已己 拨拔 候侯 侯候 竞竟 准淮 待侍 即既 既即 采釆 微徽 历厉 广厂
"""
"""Pairs of a character and one that it is read for in print, by eye."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A sentence with one slip in it."""

    text: str
    span: Span
    right: str


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, int]:
    rows = (line.split(" ") for line in _dictionary().splitlines())
    return {word: int(frequency) for word, frequency, _ in rows}


def _dictionary() -> str:
    return Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8")


def _sound(character: str) -> str:
    readings = readings_of(character)
    return toneless(readings[0]) if readings else character


def _nearly(sound: str) -> str:
    """A syllable without what many speakers do not tell apart."""
    sound = re.sub("^([zcs])h", r"\1", sound)
    return re.sub("^n(?=.)", "l", re.sub("ng$", "n", sound))


@lru_cache(maxsize=1)
def _by_sound() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Characters by their sound and by their sound nearly, the most common first."""
    counts: Counter[str] = Counter()
    for word, frequency in _frequencies().items():
        counts.update(dict.fromkeys(word, frequency))
    same: dict[str, list[str]] = defaultdict(list)
    near: dict[str, list[str]] = defaultdict(list)
    for character, _ in counts.most_common(4000):
        same[_sound(character)].append(character)
        near[_nearly(_sound(character))].append(character)
    return same, near


@lru_cache(maxsize=1)
def _words_by_sound() -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    common = (item for item in _frequencies().items() if len(item[0]) == 2 and item[1] >= 20)
    for word, _ in sorted(common, key=lambda item: -item[1]):
        found[tuple(map(_sound, word))].append(word)
    return found


def by_sound(word: str, chance: random.Random) -> str | None:
    """One character as another one of the same syllable."""
    place = chance.randrange(len(word))
    others = [c for c in _by_sound()[0][_sound(word[place])] if c != word[place]][:NEAREST]
    return _put(word, place, chance.choice(others)) if others else None


def by_near_sound(word: str, chance: random.Random) -> str | None:
    """One character as another one that many speakers pronounce alike."""
    place = chance.randrange(len(word))
    sound = _sound(word[place])
    others = [c for c in _by_sound()[1][_nearly(sound)] if _sound(c) != sound][:NEAREST]
    return _put(word, place, chance.choice(others)) if others else None


@lru_cache(maxsize=1)
def _shapes() -> dict[str, str]:
    return {pair[0]: pair[1] for pair in SHAPES.split()}


def by_shape(word: str, chance: random.Random) -> str | None:
    """One character as one that looks like it."""
    places = [place for place, character in enumerate(word) if character in _shapes()]
    if not places:
        return None
    place = chance.choice(places)
    return _put(word, place, _shapes()[word[place]])


def by_word(word: str, _: random.Random) -> str | None:
    """The word as the most common other word that sounds the same, no character the same."""
    others = _words_by_sound()[tuple(map(_sound, word))] if len(word) == 2 else []
    return next((o for o in others if o[0] != word[0] and o[1] != word[1]), None)


SOURCES = {"sound": by_sound, "near sound": by_near_sound, "shape": by_shape, "word": by_word}


def _put(word: str, place: int, character: str) -> str:
    return word[:place] + character + word[place + 1 :]


@lru_cache(maxsize=1)
def sentences() -> tuple[str, ...]:
    """Clean sentences of speeches, written for this project."""
    files = [*sorted((DATA / "repeats").glob("*.txt")), DATA / "clean" / "simplified.txt"]
    texts = [*SPEECHES, *(path.read_text(encoding="utf-8") for path in files)]
    found = re.split(r"(?<=[。！？；])|\n", "\n".join(texts))
    return tuple(dict.fromkeys(each.strip() for each in found if len(each.strip()) >= 12))


def slips(source: str, count: int, seed: int, half: int) -> Iterator[Slip]:
    """Up to `count` sentences with one slip each, from every second sentence beginning at `half`.

    What happens to be a known word is no certain error and is left out, but for whole words.
    """
    chance = random.Random(seed)
    seen: set[tuple[str, str]] = set()
    chosen = sentences()[half::2]
    for _ in range(count * 40):
        if len(seen) >= count:
            return
        sentence = chance.choice(chosen)
        tokens = [t for t in jieba.tokenize(sentence, HMM=False) if len(t[0]) >= 2]
        word, start, end = chance.choice(tokens)
        if _frequencies().get(word, 0) < KNOWN:
            continue
        wrong = SOURCES[source](word, chance)
        if wrong is None or (source != "word" and wrong in _frequencies()):
            continue
        if (word, wrong) not in seen:
            seen.add((word, wrong))
            yield Slip(sentence[:start] + wrong + sentence[end:], Span(start, end), word)
