"""Where copies contradict each other: years, numbers, names and masks, each place once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.repeats.disagreements import find_disagreements
from reviewer.repeats.family import Disagreement, DisagreementCategory, Family
from reviewer.text.progress import Cancelled

Search = Callable[..., tuple[Family, ...]]
Category = DisagreementCategory


def compared(search: Search, *texts: str) -> tuple[Disagreement, ...]:
    return find_disagreements(texts, search(*texts))


def wordings(disagreement: Disagreement, *texts: str) -> list[str]:
    return [one.span.of(texts[one.document]) for one in disagreement.readings]


@pytest.mark.parametrize(
    ("before", "after", "category", "readings"),
    [
        ("2015年起选址", "2018年起选址", Category.YEAR, ["2015", "2018"]),
        ("2015年起选址", "二〇一八年起选址", Category.YEAR, ["2015", "二〇一八"]),
        ("2015年起选址", "20XX年起选址", Category.MASK, ["2015", "20XX"]),
        ("前后看过六处", "前后看过九处", Category.NUMBER, ["六", "九"]),
        ("藏书三十二万册", "藏书35万册", Category.NUMBER, ["三十二万", "35万"]),
        ("四千余种", "**余种", Category.MASK, ["四千", "**"]),
        ("周文秀主任", "周文英主任", Category.NAME, ["周文秀", "周文英"]),
        ("周文秀主任", "李强主任", Category.NAME, ["周文秀", "李强"]),
        ("不收钱的桌子", "收钱的桌子", Category.NEGATION, ["不收", "收"]),
        ("周文秀主任", "××主任", Category.MASK, ["周文秀", "××"]),
        ("十九个自然村", "X个自然村", Category.MASK, ["十九", "X"]),
    ],
)
def test_a_fact_that_differs_is_listed_with_both_readings(
    before: str,
    after: str,
    category: Category,
    readings: list[str],
    search: Search,
    library: str,
) -> None:
    assert before in library
    texts = library, library.replace(before, after)
    (found,) = compared(search, *texts)
    assert found.category is category
    assert wordings(found, *texts) == readings


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("三十二万册", "32万册"),
        ("三十二万册", "３２万册"),
        ("2015年", "二〇一五年"),
        ("2015年", "２０１５ 年"),
        ("六处地方", "六个地方"),
        ("老粮库", "旧粮库"),
        ("头一件", "首先一件"),
        ("一本一本", "一册一册"),
        ("整整齐齐", "齐齐整整"),
    ],
)
def test_the_same_fact_in_other_words_is_not_listed(
    before: str, after: str, search: Search, library: str
) -> None:
    assert before in library
    assert compared(search, library, library.replace(before, after)) == ()


@pytest.mark.parametrize(
    ("before", "after", "category", "readings"),
    [
        ("3月15日", "3月18日", Category.DATE, ["15", "18"]),
        ("3月15日", "五月15日", Category.DATE, ["3", "五"]),
        ("3月15日", "X月15日", Category.MASK, ["3", "X"]),
        ("柳河镇", "青石镇", Category.PLACE, ["柳河镇", "青石镇"]),
        ("没有完成任务", "完成任务", Category.NEGATION, ["没有完", "完"]),
        ("无人值守", "有人值守", Category.NEGATION, ["无人", "有人"]),
    ],
)
def test_dates_places_and_denials_are_facts_too(
    before: str,
    after: str,
    category: Category,
    readings: list[str],
    search: Search,
    library: str,
) -> None:
    report = "大家还记得，3月15日我到柳河镇看书屋，那里无人值守，书架整齐，去年却没有完成任务。\n"
    texts = report + library, report.replace(before, after) + library
    (found,) = compared(search, *texts)
    assert found.category is category
    assert wordings(found, *texts) == readings


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("全县", "我县"),
        ("社区", "城区"),
        ("非常好", "好"),
        ("不论谁来", "无论谁来"),
        ("不过", "过"),
    ],
)
def test_generic_places_and_words_like_denials_are_not_listed(
    before: str, after: str, search: Search, library: str
) -> None:
    report = "全县的书屋都在社区里，位置非常好，不论谁来都有书看，不过冬天冷了一些。\n"
    assert before in report
    assert compared(search, report + library, report.replace(before, after) + library) == ()


def test_points_that_are_counted_otherwise_are_not_listed(search: Search, library: str) -> None:
    lines = [line for line in library.splitlines() if line]
    marks = "一二三四五六七"
    first = "\n".join(f"{mark}、{line}" for mark, line in zip(marks, lines, strict=False))
    other = "\n".join(f"{mark}、{line}" for mark, line in zip(marks[1:], lines, strict=False))
    assert compared(search, first, other) == ()


def test_readings_of_all_copies_are_one_disagreement(search: Search, library: str) -> None:
    texts = (
        library,
        library.replace("2015年", "2012年"),
        library.replace("2015年", "20XX年"),
        library.replace("2015年", "2015 年"),
    )
    (found,) = compared(search, *texts)
    assert found.category is Category.YEAR
    assert wordings(found, *texts) == ["2015", "2012", "20XX", "2015"]


def test_several_places_are_listed_in_the_order_of_the_text(search: Search, library: str) -> None:
    changed = library.replace("2015", "2016").replace("一百一十个", "一百二十个")
    changed = changed.replace("十九个", "二十个")
    found = compared(search, library, changed)
    assert [one.category for one in found] == [Category.YEAR, Category.NUMBER, Category.NUMBER]
    starts = [one.readings[0].span.start for one in found]
    assert starts == sorted(starts)


def test_copies_inside_one_text_are_compared_too(
    search: Search, library: str, reservoir: str
) -> None:
    line = library.splitlines()[2]
    text = f"{library}\n{reservoir}\n{line.replace('2015', '2019')}\n"
    (found,) = compared(search, text)
    assert [one.span.of(text) for one in found.readings] == ["2015", "2019"]
    assert {one.document for one in found.readings} == {0}


def test_facts_are_compared_where_sentences_were_moved(search: Search, school: str) -> None:
    line = school.splitlines()[4]
    sentences = [f"{part}。" for part in line.split("。") if part]
    moved = "".join(sentences[at] for at in (2, 0, 1)).replace("三位工程师", "五位工程师")
    texts = school, moved
    found = [one for one in compared(search, *texts) if "三" in wordings(one, *texts)]
    assert [wordings(one, *texts) for one in found] == [["三", "五"]]


def test_exact_copies_with_equal_figures_agree(search: Search, library: str) -> None:
    assert compared(search, library, library) == ()


def test_no_families_no_disagreements() -> None:
    assert find_disagreements(["会议"], ()) == ()


def test_each_disagreement_names_its_family(search: Search, library: str, reservoir: str) -> None:
    texts = (
        library + reservoir,
        f"{reservoir.replace('四十六米', '四十八米')}{library.replace('2015', '2014')}",
    )
    families = search(*texts)
    for found in find_disagreements(texts, families):
        members = families[found.family].passages
        for reading in found.readings:
            assert any(
                member.document == reading.document and member.span.contains(reading.span)
                for member in members
            )


def test_the_comparison_can_be_stopped(search: Search, library: str) -> None:
    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled

    texts = library, library
    with pytest.raises(Cancelled):
        find_disagreements(texts, search(*texts), stop)
