"""Prose of three sources, in which nothing repeats but by chance: the ground copies are planted in.

Words in no order; speeches made from a grammar, in which phrases recur as they do in speeches; and
the seed speeches beside the project, without what stands in them more than once.
"""

from __future__ import annotations

import random
import re
from bisect import bisect
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Protocol

import jieba

from reviewer.text.canonical import canonical_text

WORDS = 30_000
SHARED = 10
"""A sentence of the seed speeches with so many letters of an earlier one is left out."""

SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]*")

ADVERBS = "切实,着力,大力,扎实,认真,进一步,积极,全力,持续,主动,坚决,不断,稳步,广泛,深入,严格"
VERBS = (
    "加强,推进,抓好,完善,提高,优化,落实,深化,规范,健全,改进,强化,统筹,巩固,扩大,加快,保障,"
    "支持,检查,督促,培育,改善,整治,搞活,把握,突出,创新,做好,查处,安排,研究,关心,盘活,建成"
)
MATTERS = (
    "队伍,作风,责任,安全,项目,产业,水利,服务,干部,信访,卫生,道路,学校,医疗,防汛,粮食,市场,群众,"
    "财政,招商,土地,饮水,林业,养老,就业,宣传,考核,会议,账目,档案,小区,公交,法律,税收,技术,品牌,"
    "文化,组织,值班,物资,统计,消防,食品,旅游,库区,园区,信用,人才,外贸,扶贫,商贸,广播,交通,供电"
)
SIDES = "建设,管理,工作,制度,保障,改革,投入,监督,培训,规划,秩序,体系,环境,水平,质量,条件,机制,队伍"
NOUNS = "干部,群众,企业,农户,老师,医生,民警,党员,职工,青年,代表,村民,司机,学生,工人,商户,民兵,专家"
PLACES = "会上,村里,现场,基层,窗口,工地,学校,医院,田间,社区,车间,路上,集市,库区,山上,县里,镇上"
FRAMES = (
    "要{adverb}{verb}{object}",
    "要{adverb}{verb}{object}，{verb}{object}",
    "{verb}{object}、{object}和{object}",
    "{object}是{noun}反映最多的事",
    "去年以来，我们{verb}{object}{number}处",
    "有的{noun}说，{word}{word}{word}，{word}{word}",
    "到{year}年底，{object}经费达到{number}万元",
    "比上年增加{number}{word}，{word}{word}{word}",
    "我在{place}看到，{noun}{word}{word}{word}，{noun}{word}{word}",
    "{object}这件事，{noun}{word}{word}，{word}{word}{word}{word}",
    "凡是{word}{word}的，{word}{word}{word}",
    "{year}年{month}月，{place}的{noun}{word}{word}了{number}天",
    "{word}{word}{word}，关键在{object}",
    "根本在{object}，{word}{word}{word}{word}",
    "不{verb}{object}，{word}{word}就{word}{word}",
    "{noun}和{noun}{word}{word}，{adverb}{word}{word}{word}{word}",
    "{word}{word}{word}{word}，{word}{word}{word}{word}{word}",
    "{word}{word}{word}{word}{word}{word}",
    "对{word}{word}，要{adverb}{verb}，{word}{word}{word}",
    "怎样{verb}{object}？{word}{word}{word}{word}",
)


class Source(Protocol):
    """Where prose comes from."""

    def sentence(self) -> str:
        """The next sentence, with the sign that ends it."""
        ...


@lru_cache(maxsize=1)
def vocabulary() -> tuple[list[str], list[int]]:
    """The most frequent words of the segmenter's dictionary, with their summed frequencies."""
    path = Path(jieba.__file__).parent / "dict.txt"
    rows = [line.split(" ") for line in path.read_text(encoding="utf-8").splitlines()]
    frequent = sorted(rows, key=lambda row: -int(row[1]))[:WORDS]
    return [row[0] for row in frequent], list(accumulate(int(row[1]) for row in frequent))


def word(rng: random.Random) -> str:
    """A word, frequent ones more often."""
    words, sums = vocabulary()
    return words[bisect(sums, rng.randrange(sums[-1]))]


class Words:
    """Words in no order."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng

    def sentence(self) -> str:
        clauses = [
            "".join(word(self._rng) for _ in range(self._rng.randrange(4, 12)))
            for _ in range(self._rng.randrange(1, 4))
        ]
        return "，".join(clauses) + self._rng.choice("。。。；\n")


class Speeches:
    """Sentences of a grammar: what speeches say, in the phrases they say it with."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._slots = {
            "adverb": ADVERBS.split(","),
            "verb": VERBS.split(","),
            "object": [matter + side for matter in MATTERS.split(",") for side in SIDES.split(",")],
            "noun": NOUNS.split(","),
            "place": PLACES.split(","),
        }

    def _filled(self, match: re.Match[str]) -> str:
        slot = match[1]
        if slot == "word":
            return word(self._rng)
        if slot in self._slots:
            return self._rng.choice(self._slots[slot])
        ranges = {"year": (1998, 2025), "month": (1, 13), "number": (2, 4000)}
        return str(self._rng.randrange(*ranges[slot]))

    def sentence(self) -> str:
        frames = self._rng.sample(FRAMES, self._rng.randrange(1, 5))
        clauses = [re.sub(r"\{(\w+)\}", self._filled, frame) for frame in frames]
        return "，".join(clauses) + self._rng.choice("。。。。；\n")


@lru_cache(maxsize=1)
def _unrepeated(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The sentences of `texts` in order, without those that share much with an earlier one."""
    seen: set[str] = set()
    kept: list[str] = []
    for text in texts:
        for sentence in SENTENCE.findall(text):
            letters = str(canonical_text(sentence))
            windows = {letters[at : at + SHARED] for at in range(len(letters) - SHARED + 1)}
            if letters and seen.isdisjoint(windows) and len(sentence) < 400:
                kept.append(sentence)
            seen |= windows
    return tuple(kept)


class Seeds:
    """The sentences of real speeches in their order, from a place chosen by chance, each once."""

    def __init__(self, rng: random.Random, texts: Sequence[str]) -> None:
        self._sentences = _unrepeated(tuple(texts))
        self._start = self._next = rng.randrange(len(self._sentences))

    def sentence(self) -> str:
        if self._next == self._start + len(self._sentences):
            raise ValueError("the seed speeches are too short for so much prose")
        self._next += 1
        return self._sentences[(self._next - 1) % len(self._sentences)]


def prose(source: Source, length: int) -> str:
    """Sentences of a source, at least `length` characters."""
    parts: list[str] = []
    written = 0
    while written < length:
        parts.append(source.sentence())
        written += len(parts[-1])
    return "".join(parts)
