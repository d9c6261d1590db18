"""How much mojibake comes back, charset pair by charset pair, beside ftfy; and false alarms."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from rapidfuzz.distance import LCSseq

from reviewer.garble.finding import Finding
from reviewer.garble.mojibake import find_mojibake
from reviewer.garble.odd_characters import find_odd_characters
from reviewer.garble.searched import SearchedText
from reviewer.text.folding import folded_text
from reviewer.text.script import traditional_forms

pytestmark = pytest.mark.benchmark
ftfy = pytest.importorskip("ftfy")

LEAST_EXACT = 0.98
LEAST_RIGHT, LEAST_RIGHT_OF_REST = 0.90, 0.95
MOST_HOLES = 0.2
"""Of lossy lines 90 % of the characters must come back, or where more are lost 95 % of the rest.
Lines with more holes a character than this are printed and nothing is asked of them."""

MOST_WRONG_AND_SAFE = 0.005

# Written for this measurement.
SENTENCES = [
    "老旧小区改造要先听居民的意见，再定施工的方案。",
    "菜市场的地面要防滑，下水道每个星期疏通一次。",
    "孩子放学以后没人管，这件事不能只靠家长自己想办法。",
    "图书室的书要流动起来，不要锁在柜子里落灰。",
    "村里的老人吃饭难，食堂办起来就要一直办下去。",
    "河道里的垃圾捞上来以后，要当天运走。",
    "今年春天雨水少，抽水机要提前检修好。",
    "粮食收购的价格要写在黑板上，让农民看得见。",
    "医生下乡不是走过场，要带着药箱去。",
    "施工围挡外面要留出一米五宽的人行道。",
    "电梯坏了三天没有人修，居民当然有意见。",
    "请大家把手机调到静音，会议现在开始。",
    "干部下去调研，要看最远的村，问最难的户。",
    "学校食堂的账目每个月公布，家长可以来查。",
    "消防通道上不许停车，这句话说了很多年了。",
    "年轻人愿意回来，首先要有事做、有房住。",
    "路灯不亮的地方，限期在月底以前修好。",
    "办事窗口中午不能关门，可以轮流吃饭。",
    "茶叶卖得好，靠的是品质，不是包装。",
    "冬天取暖要注意通风，防止煤气中毒。",
    "水库放水之前，要挨家挨户通知下游的群众。",
    "公交车的末班时间，能不能再推迟半个小时。",
    "我们欠群众的路，今年一定修到家门口。",
    "招商引资要算大账，不能捡到篮子里都是菜。",
    "树种下去了，还要有人浇水，有人看护。",
    "垃圾分类重在习惯，要从娃娃抓起。",
    "信访件件有回音，事事有着落，不能一转了之。",
    "厂房租出去了，安全责任没有租出去。",
    "体育馆周末免费开放，预约的电话写在门口。",
    "这几项工作都有时间表，请各部门对照检查。",
    # Without the signs whose bytes do not pass through GBK as halves of UTF-8.
    "垃圾分类重在习惯要从娃娃抓起",
    "会议现在开始请大家把手机调到静音",
    "干部下去调研要看最远的村问最难的户啊",
    "公交车的末班时间能不能再推迟半个小时",
    "冬天取暖要注意通风防止煤气中毒",
    "体育馆周末免费开放预约电话写在门口",
]
HEAD, TAIL = "同志们，现在开会。\n", "\n今天就讲这些。"
_UNSIGNED = b"\x81\x8d\x8f\x90\x9d"


def western(data: bytes, errors: str) -> str:
    """Windows-1252 as browsers read it: no byte is lost, whatever `errors` says."""
    del errors
    return "".join(
        chr(byte) if byte in _UNSIGNED else bytes((byte,)).decode("cp1252") for byte in data
    )


def codec(name: str) -> Callable[[bytes, str], str]:
    return lambda data, errors: data.decode(name, errors)


RIGHT = {
    "UTF-8": "utf-8", "GBK": "gbk", "Big5": "cp950", "UTF-16LE": "utf-16-le",
    "UTF-16BE": "utf-16-be", "HZ": "hz",
}  # fmt: skip
WRONG = {
    "Windows-1252": western, "GBK": codec("gb18030"), "Big5": codec("cp950"),
    "UTF-16LE": codec("utf-16-le"), "UTF-16BE": codec("utf-16-be"), "UTF-8": codec("utf-8"),
    "ASCII": codec("ascii"),
}  # fmt: skip
Chain = tuple[tuple[str, str], ...]
ONCE: list[Chain] = [
    ((right, wrong),)
    for right in RIGHT
    for wrong in WRONG
    if right != wrong and (right == "HZ") == (wrong == "ASCII")
]
TWICE: list[Chain] = [
    ((right, first), ("UTF-8", second))
    for right in ("UTF-8", "GBK", "Big5")
    for first in ("Windows-1252", "GBK", "Big5")
    for second in ("Windows-1252", "GBK")
    if right != first
]


@dataclass(slots=True)
class Figures:
    """Counts over the sentences of one chain."""

    lossless: int = 0
    exact: int = 0
    exact_by_ftfy: int = 0
    safe: int = 0
    safe_and_wrong: int = 0
    lossy: int = 0
    characters: int = 0
    holes: int = 0
    right: int = 0
    right_by_ftfy: int = 0


def stages(sentence: str, chain: Chain, errors: str) -> list[str]:
    """The sentence after each mistake."""
    made: list[str] = []
    for right, wrong in chain:
        sentence = WRONG[wrong](sentence.encode(RIGHT[right]), errors)
        made.append(sentence)
    return made


def repaired(text: str) -> tuple[str, list[Finding]]:
    findings = sorted(find_mojibake(SearchedText(text)), key=lambda finding: -finding.span.start)
    for finding in findings:
        if finding.replacement is not None:
            span = finding.span
            text = text[: span.start] + finding.replacement + text[span.end :]
    return text, findings


def is_safe_and_wrong(finding: Finding, sentence: str) -> bool:
    return finding.safe and (finding.replacement or "") not in sentence


def to_traditional(text: str) -> str:
    return text.translate(str.maketrans(traditional_forms()))


def measure(chain: Chain, sentences: Sequence[str]) -> Figures:
    figures = Figures()
    for plain in sentences:
        sentence = to_traditional(plain) if chain[0][0] == "Big5" else plain
        try:
            garbled = stages(sentence, chain, "strict")[-1]
        except UnicodeError:
            count_lossy(figures, sentence, chain)
            continue
        text, findings = repaired(HEAD + garbled + TAIL)
        figures.lossless += 1
        figures.exact += text == HEAD + sentence + TAIL
        figures.exact_by_ftfy += ftfy.fix_text(garbled) == sentence
        figures.safe += any(finding.safe for finding in findings)
        figures.safe_and_wrong += any(is_safe_and_wrong(one, sentence) for one in findings)
    return figures


def count_lossy(figures: Figures, sentence: str, chain: Chain) -> None:
    try:
        made = stages(sentence, chain, "replace")
    except UnicodeError:
        return
    text, _ = repaired(HEAD + made[-1] + TAIL)
    figures.lossy += 1
    figures.characters += len(sentence)
    figures.holes += max(stage.count("�") for stage in made)
    figures.right += LCSseq.similarity(sentence, text[len(HEAD) : -len(TAIL)])
    figures.right_by_ftfy += LCSseq.similarity(sentence, ftfy.fix_text(made[-1]))


def share(part: int, whole: int) -> str:
    return f"{part / whole:7.1%}" if whole else "      -"


@pytest.mark.parametrize("chain", ONCE + TWICE, ids=str)
def test_mojibake_comes_back(chain: Chain) -> None:
    figures = measure(chain, SENTENCES)
    name = ", then ".join(f"{right} read as {wrong}" for right, wrong in chain)
    print(
        f"\n{name:59} | lossless {figures.lossless:3}"
        f" exact {share(figures.exact, figures.lossless)}"
        f" safe {share(figures.safe, figures.lossless)}"
        f" ftfy {share(figures.exact_by_ftfy, figures.lossless)}"
        f" | lossy {figures.lossy:3} holes {share(figures.holes, figures.characters)}"
        f" right {share(figures.right, figures.characters)}"
        f" ftfy {share(figures.right_by_ftfy, figures.characters)}"
    )
    assert figures.safe_and_wrong == 0
    assert figures.exact >= LEAST_EXACT * figures.lossless
    assert figures.exact >= figures.exact_by_ftfy
    if figures.holes <= MOST_HOLES * figures.characters:
        rest = figures.characters - figures.holes
        least = min(LEAST_RIGHT * figures.characters, LEAST_RIGHT_OF_REST * rest)
        assert figures.right >= least


@pytest.mark.parametrize("length", [4, 6, 8, 12])
def test_part_of_a_line_comes_back_or_stays(length: int) -> None:
    """Short runs may stay as they are; what is called safe must be right."""
    chance = random.Random(length)
    total = exact = wrong = 0
    for chain in ONCE:
        for sentence in SENTENCES:
            start = chance.randrange(len(sentence) - length)
            part = sentence[start : start + length]
            try:
                garbled = stages(part, chain, "strict")[-1]
            except UnicodeError:
                continue
            text, findings = repaired(f"大家知道{garbled}我就不多说了。")
            total += 1
            exact += text == f"大家知道{part}我就不多说了。"
            wrong += any(is_safe_and_wrong(one, part) for one in findings)
    print(f"\nruns of {length:2} characters inside a line: exact {exact / total:.1%} of {total}")
    assert wrong <= MOST_WRONG_AND_SAFE * total


@pytest.mark.seeds
def test_byte_level_kinds_are_silent_on_clean_prose(seed_files: list[Path]) -> None:
    """On speeches without mojibake, in both scripts, and at what cost beside folding the text."""
    clean = "\n".join(path.read_text("utf-8") for path in seed_files)
    repaired(HEAD)
    for name, text in (("as written", clean), ("traditional", to_traditional(clean))):
        searched = SearchedText(text)
        start = time.perf_counter()
        findings = [*find_mojibake(searched), *find_odd_characters(searched)]
        took = time.perf_counter() - start
        start = time.perf_counter()
        folded_text(text)
        folding = time.perf_counter() - start
        print(
            f"\n{name}: {len(text):,} characters, {len(findings)} findings,"
            f" {len(text) / took / 1e6:.1f} M characters a second, {took / folding:.0f} foldings"
        )
        assert [finding for finding in findings if not finding.is_suggestion] == []
