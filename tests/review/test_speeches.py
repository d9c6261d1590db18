"""Collections: the speeches of one file are told apart, everything in doubt stays whole."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.review.speeches import (
    Numbering,
    address_in,
    collection_rules,
    find_parts,
    heading_in,
)

RULES = collection_rules().numberings
BODIES = (
    "今天把大家请来，是为了一件拖了三年的事：东岸的排涝站要动工了。水来得早，人就要走得更早，"
    "从下周起每个村民组出两个人，沿着老渠一段一段地看，哪里塌了、哪里堵了，都记在本子上。"
    "看完以后不要急着报数字，先和种田的人对一遍，他们说漏在哪里，多半就是漏在哪里。\n",
    "读书节办到第九届，书架上的书换了四茬，借书的孩子长成了来还书的大人。今年不搞开幕演出，"
    "省下的钱给十二所村小各添一个书柜，书由孩子们自己列单子，老师只管签字，馆里只管送到。"
    "一年以后我们再坐到这里，看看哪一本翻得最旧，就请那所学校的孩子上台来讲一讲它。\n",
    "老街的电线去年换到了地下，房檐露出来了，燕子也回来了。剩下的难事是停车：白天空着，"
    "晚上挤着。办法其实有，单位的院子夜里开门，早上七点以前开走，出了事由街道担着。"
    "先试三个月，每个月底在茶馆里开一次会，骂也好，夸也好，都当面说，说完当场改。\n",
)


def titles(text: str) -> list[str]:
    return [part.title for part in find_parts(text)]


def rejoined(text: str) -> str:
    parts = find_parts(text)
    front = text[: parts[0].span.start] if parts else text
    return front + "".join(part.span.of(text) for part in parts)


def numbered(*headings: str) -> str:
    return "".join(f"{line}\n\n{body}\n" for line, body in zip(headings, BODIES, strict=False))


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (
            ("第1篇 在排涝站开工仪式上的讲话", "第2篇 在读书节上的致辞", "第3篇 老街夜话会发言"),
            ["在排涝站开工仪式上的讲话", "在读书节上的致辞", "老街夜话会发言"],
        ),
        (
            ("篇一：排涝站开工仪式讲话", "篇二：读书节致辞", "篇三：夜话会发言"),
            ["排涝站开工仪式讲话", "读书节致辞", "夜话会发言"],
        ),
        (
            ("水利工作会讲话稿 篇【1】", "水利工作会讲话稿 篇【2】"),
            ["水利工作会讲话稿", "水利工作会讲话稿"],
        ),
        (
            ("第一篇在排涝站開工儀式上的講話", "第二篇在讀書節上的致辭"),
            ["在排涝站開工儀式上的講話", "在讀書節上的致辭"],
        ),
        (("水利工作会讲话稿一：", "水利工作会讲话稿二："), ["水利工作会讲话稿"] * 2),
        (
            ("第1篇 開工的講(jiǎng)話", "第2篇 讀書的講(jiǎng)話"),
            ["開工的講(jiǎng)話", "讀書的講(jiǎng)話"],
        ),
    ],
    ids=["第N篇", "篇一", "篇【1】", "attached, Traditional", "讲话稿一", "with injected readings"],
)
def test_numbered_speeches_are_told_apart(headings: tuple[str, ...], expected: list[str]) -> None:
    text = "水利工作讲话稿汇编\n\n" + numbered(*headings)
    assert titles(text) == expected
    assert rejoined(text) == text
    for place, part in enumerate(find_parts(text), 1):
        assert part.span.of(text).startswith(headings[place - 1])
        assert str(place) in part.evidence.en


def test_a_number_alone_takes_the_title_below_it() -> None:
    text = "".join(
        f"【篇{number}】\n{title}\n同志们：\n{body}"
        for number, title, body in zip(
            "123", ("排涝站开工讲话", "读书节致辞", "夜话会发言"), BODIES, strict=True
        )
    )
    assert titles(text) == ["排涝站开工讲话", "读书节致辞", "夜话会发言"]


def test_titles_with_an_address_below_begin_speeches() -> None:
    text = (
        f"在排涝站开工仪式上的讲话\n（2019年3月5日）\n各位领导、同志们：\n{BODIES[0]}谢谢大家！\n"
        f"在读书节上的致辞\n老师们、同学们：\n{BODIES[1]}"
    )
    first, second = find_parts(text)
    assert (first.title, second.title) == ("在排涝站开工仪式上的讲话", "在读书节上的致辞")
    assert "老师们、同学们" in second.evidence.zh
    assert first.span.of(text).endswith("谢谢大家！\n")


def test_the_same_title_again_with_a_new_address_begins_a_speech() -> None:
    text = "".join(f"抗旱动员会\n\n同志们：\n\n{body}\n" for body in BODIES)
    assert titles(text) == ["抗旱动员会"] * 3


def test_a_part_may_hold_speeches_itself() -> None:
    inner = "".join(f"排涝站开工讲话\n同志们：\n{body}" for body in BODIES)
    text = f"第1篇 排涝站开工讲话\n{inner}第2篇 读书节致辞\n{BODIES[1]}"
    first, second = find_parts(text)
    assert len(find_parts(first.span.of(text))) == 3
    assert find_parts(second.span.of(text)) == ()


def test_a_table_of_contents_before_the_speeches_is_no_row_of_speeches() -> None:
    headings = ("第1篇 排涝站开工讲话", "第2篇 读书节致辞", "第3篇 夜话会发言")
    text = "\n".join(headings) + "\n\n" + numbered(*headings)
    parts = find_parts(text)
    assert len(parts) == 3
    assert parts[0].span.start == text.index(headings[0], 5), "the contents are in front"
    assert rejoined(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \n",
        "同志们：\n" + "".join(BODIES),
        f"在会上的讲话\n在会上的讲话\n同志们：\n{BODIES[0]}同志们，{BODIES[1]}同志们：\n{BODIES[2]}",
        f"第一篇讲的是排涝。\n{BODIES[0]}第二篇讲的是读书。\n{BODIES[1]}",
        numbered("第一章 排涝", "第二章 读书", "第三章 停车"),
        numbered("第一篇 过去五年的水利", "第二篇 今后五年的水利", "第三篇 怎样保证完成"),
        numbered("一、排涝", "二、读书", "三、停车"),
        numbered("第1篇 排涝站开工讲话"),
        "第1篇 排涝站开工讲话\n第2篇 读书节致辞\n第3篇 夜话会发言\n",
        f"排涝站开工讲话\n同志们：\n{BODIES[0]}相关推荐\n第1篇 读书节致辞\n第2篇 夜话会发言\n",
        f"排涝站开工讲话\n{BODIES[0]}排涝站开工讲话\n",
        f"听了他的第一篇、第二篇讲话，{BODIES[0]}",
    ],
    ids=[
        "nothing",
        "blanks",
        "one speech",
        "one speech that addresses twice",
        "sentences that speak of 第一篇",
        "chapters",
        "parts of one plan",
        "points of one speech",
        "one numbered speech",
        "contents alone",
        "a list of links below a speech",
        "a closing title",
        "第一篇 inside a sentence",
    ],
)
def test_what_is_not_sure_stays_whole(text: str) -> None:
    assert find_parts(text) == ()


def test_one_line_of_a_million_characters_stays_whole() -> None:
    assert find_parts("各位同志第1篇讲话" * 110_000) == ()


def test_the_last_speech_may_be_cut_short() -> None:
    text = numbered("第1篇 排涝站开工讲话", "第2篇 读书节致辞") + "第3篇 夜话会发言\n老街的"
    assert len(find_parts(text)) == 3


LINES = st.sampled_from(
    [
        *BODIES,
        *(f"第{number}篇 在第{number}次会上的讲话\n" for number in range(1, 6)),
        "篇一：开工讲话\n",
        "篇二：开学致辞\n",
        "水利讲话稿一：\n",
        "水利讲话稿二：\n",
        "在开工仪式上的讲话\n",
        "同志们：\n",
        "\n",
        "　　\n",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=14))
def test_splitting_and_rejoining_gives_the_very_text(lines: list[str]) -> None:
    text = "".join(lines)
    parts = find_parts(text)
    assert rejoined(text) == text
    assert len(parts) != 1
    assert not parts or parts[-1].span.end == len(text)
    assert all(one.span.end == other.span.start for one, other in pairwise(parts))


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_each_numbering_keeps_to_its_cases(rule: Numbering) -> None:
    for line, number, title in rule.cases:
        found = heading_in(rule, line)
        assert found is not None, line
        assert found[1].of(line) == title
        assert number in line
    assert [line for line in rule.counter_cases if heading_in(rule, line)] == []


def test_addresses_keep_to_their_cases() -> None:
    rules = collection_rules()
    assert [line for line in rules.address_cases if not address_in(line)] == []
    assert [line for line in rules.address_counter_cases if address_in(line)] == []


@pytest.mark.seeds
def test_the_collection_among_the_seed_speeches_holds_nine(seed_files: list[Path]) -> None:
    texts = [path.read_text(encoding="utf-8") for path in seed_files]
    assert [len(find_parts(text)) for text in texts] == [0, 0, 0, 0, 9]
    assert rejoined(texts[4]) == texts[4]
    inner = [len(find_parts(part.span.of(texts[4]))) for part in find_parts(texts[4])]
    assert inner == [0, 0, 0, 0, 3, 0, 0, 2, 0], "two of the nine hold several speeches themselves"
