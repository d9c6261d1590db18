"""Texts that share what all speeches share, and hold no copies: whatever is found here is false."""

from __future__ import annotations

import random

from repeats_planting import SourceOf
from repeats_prose import MATTERS, SIDES, VERBS, prose, word

DOCUMENTS = 12

PHRASES = (
    "各级各部门要高度重视，切实加强组织领导。",
    "下面，我就做好今年的工作讲三点意见。",
    "要进一步统一思想，提高认识，增强责任感和紧迫感。",
    "今天我们召开这次会议，主要任务是总结工作、部署任务。",
    "要明确责任，狠抓落实，确保各项工作取得实效。",
    "让我们紧密团结起来，开拓进取，扎实工作。",
    "希望大家会后认真抓好贯彻落实。",
    "我的讲话完了，谢谢大家！",
    "刚才，几个单位作了很好的发言，我都同意。",
    "要坚持以人为本，把群众的利益放在第一位。",
)
HEADINGS = (
    "一、提高认识，加强领导\n",
    "二、突出重点，狠抓落实\n",
    "三、转变作风，务求实效\n",
    "（一）切实加强组织领导\n",
    "（二）建立健全工作机制\n",
    "在全县经济工作会议上的讲话\n",
    "同志们：\n",
    "（2012年3月15日）\n",
)
PARALLELS = (
    "我们要坚持{0}，把{1}放在心上，让{2}更有盼头；",
    "没有{0}，就没有{1}，更谈不上{2}；",
    "看{0}，不仅要看{1}，还要看{2}是否落到实处；",
    "要做到{0}不松劲，{1}不走样，{2}不打折扣；",
)


def stock_phrases(rng: random.Random, source_of: SourceOf) -> list[str]:
    """Prose with the phrases that no speech does without."""
    source = source_of(rng)
    return [
        "".join(prose(source, 150) + rng.choice(PHRASES) for _ in range(20))
        for _ in range(DOCUMENTS)
    ]


def headings(rng: random.Random, source_of: SourceOf) -> list[str]:
    """Speeches that are divided alike, under the same headings."""
    source = source_of(rng)
    return [
        "".join(f"{heading}{prose(source, 350)}\n" for heading in HEADINGS)
        for _ in range(DOCUMENTS)
    ]


def parallels(rng: random.Random, source_of: SourceOf) -> list[str]:
    """Sentence after sentence built to one pattern, as rhetoric does, in every document."""
    source = source_of(rng)
    texts: list[str] = []
    for _ in range(DOCUMENTS):
        parts: list[str] = []
        for frame in PARALLELS:
            parts.append(prose(source, 400))
            for _ in range(rng.randrange(3, 6)):
                words = [word(rng) + word(rng) for _ in range(3)]
                parts.append(frame.format(*words))
        texts.append("".join(parts))
    return texts


def one_topic(rng: random.Random, source_of: SourceOf) -> list[str]:
    """Documents on the same matters in the same terms, each saying something else of them."""
    source = source_of(rng)
    verbs, objects = (
        VERBS.split(","),
        [rng.choice(MATTERS.split(",")) + side for side in SIDES.split(",")],
    )
    texts: list[str] = []
    for _ in range(DOCUMENTS):
        parts: list[str] = []
        for _ in range(40):
            terms = rng.sample(objects, 2)
            aims = f"{rng.choice(verbs)}{terms[0]}，{rng.choice(verbs)}{terms[1]}"
            parts.append(f"{word(rng)}{word(rng)}，{aims}，{source.sentence()}")
        texts.append("".join(parts))
    return texts


NEGATIVES = {
    "stock phrases": stock_phrases,
    "headings": headings,
    "parallels": parallels,
    "one topic": one_topic,
}
