"""Copies in pieces, copies that touch, and what only looks like either."""

from __future__ import annotations

import re
from collections.abc import Callable

from reviewer.repeats.family import Family, FamilyKind

Search = Callable[..., tuple[Family, ...]]


def sentences(text: str) -> list[str]:
    return re.findall(r"[^。\n]+。", text)


def words(family: Family, *texts: str) -> list[str]:
    return [one.span.of(texts[one.document]) for one in family.passages]


def test_a_copy_without_some_sentences_and_with_foreign_ones_is_one_passage(
    search: Search, library: str, reservoir: str, school: str
) -> None:
    own, foreign = sentences(library)[2:12], sentences(reservoir)
    patched = "".join((*own[:3], foreign[0], *own[4:6], foreign[4], *own[7:]))
    texts = school + "".join(own), patched + school[:0]
    (family,) = search(*texts)
    assert words(family, *texts) == ["".join(own)[:-1], patched[:-1]]


def test_two_passages_that_follow_each_other_once_only_are_two(
    search: Search, library: str, reservoir: str, school: str
) -> None:
    first, second = "".join(sentences(library)[2:6]), "".join(sentences(library)[8:12])
    filler = sentences(reservoir)
    texts = (
        first + "".join(filler[0:3]) + second,
        sentences(school)[0] + first + "".join(filler[5:8]) + second,
        f"{first}{sentences(school)[4]}{sentences(school)[5]}",
        f"{sentences(school)[7]}{second}",
    )
    families = search(*texts)
    assert [len(family.passages) for family in families] == [3, 3]


def test_copies_in_other_orders_that_touch_are_three_members(
    search: Search, library: str, school: str
) -> None:
    own = sentences(library)[2:9]
    moved = "".join(own[at] for at in (3, 0, 5, 1, 6, 2, 4))
    again = "".join(own[at] for at in (6, 4, 1, 5, 2, 0, 3))
    text = f"{''.join(own)}\n{school}\n{moved}{again}"
    (family,) = [one for one in search(text) if one.kind is FamilyKind.REORDERED]
    assert len(family.passages) == 3
    assert all(0.85 < len(one) / len(moved) < 1.15 for one in words(family, text))


def test_rows_of_parallels_in_two_speeches_are_no_copies(
    search: Search, library: str, reservoir: str
) -> None:
    frame = "我们要坚持{0}，把{1}放在心上，让{2}更有盼头；"
    fillers = [
        ("修桥铺路", "山里的孩子", "上学的路"),
        ("引水上山", "干旱的梯田", "来年收成"),
        ("开门办事", "跑腿的老乡", "办证大厅"),
        ("植树造林", "光秃的河滩", "下游各村"),
        ("治病救人", "卧床的老人", "乡下诊所"),
        ("兴办夜校", "打工的青年", "晚上时光"),
    ]
    rows = [frame.format(*words) for words in fillers]
    assert search(library + "".join(rows[:3]), reservoir + "".join(rows[3:])) == ()


def test_a_long_phrase_that_all_speeches_have_is_no_copy_however_its_neighbours_agree(
    search: Search, library: str, reservoir: str, school: str
) -> None:
    phrase = "要进一步统一思想提高认识增强责任感和紧迫感，"
    speeches = (library, reservoir, school)
    lines = [f"{phrase}{one}" for speech in speeches for one in sentences(speech)]
    texts = ["".join(lines[at::4]) for at in range(4)]
    texts[0] += f"{phrase}这是大家的共同愿望。"
    texts[1] += f"{phrase}这是大家的共同心愿。"
    assert search(*texts) == ()
