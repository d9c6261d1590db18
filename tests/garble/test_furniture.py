"""Site furniture, page counters, doubled titles and editorial notes: what goes and what stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.boilerplate import find_boilerplate
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.page_furniture import FILE as PAGE_FILE
from reviewer.garble.page_furniture import FurnitureLine, find_page_furniture, furniture_lines
from reviewer.garble.pattern_rules import matches
from reviewer.garble.rules import Rule, load_rules
from reviewer.garble.searched import SearchedText
from reviewer.garble.shared_lines import shared_line_findings, shared_lines
from reviewer.garble.titles import find_titles, title_in, title_rules
from reviewer.text.folding import folded_text

CLEAN = sorted((Path(__file__).resolve().parents[1] / "data" / "clean").glob("*.txt"))
DETECTORS: tuple[Callable[[SearchedText], Iterable[Finding]], ...] = (
    find_boilerplate,
    find_titles,
    find_page_furniture,
)
RULES = load_rules(PAGE_FILE)
SPEECH = "同志们：\n今天会议的主要任务是总结经验、部署工作，请大家认真领会，抓好落实。\n"


def found(text: str) -> list[Finding]:
    searched = SearchedText(text)
    return sorted((f for find in DETECTORS for f in find(searched)), key=lambda f: f.span)


def cleaned(text: str) -> str:
    """`text` after every default finding is accepted; of nested ones the outer."""
    findings = [finding for finding in found(text) if not finding.is_suggestion]
    for finding in reversed(findings):
        inside = any(o is not finding and o.span.contains(finding.span) for o in findings)
        if finding.replacement is not None and not inside:
            text = text[: finding.span.start] + finding.replacement + text[finding.span.end :]
    return text


@pytest.mark.parametrize(
    ("rule", "text", "mark"),
    [(rule, text, mark) for rule in RULES for text, mark in rule.cases],
    ids=lambda value: getattr(value, "id", ""),
)
def test_a_rule_finds_its_case(rule: Rule, text: str, mark: str) -> None:
    spans = [span for span, _ in matches(SearchedText(text), rule)]
    assert [span.of(text) for span in spans] == [mark]


@pytest.mark.parametrize(
    ("rule", "text"),
    [(rule, text) for rule in RULES for text in rule.counter_cases],
    ids=lambda value: getattr(value, "id", ""),
)
def test_a_rule_leaves_its_counter_case_alone(rule: Rule, text: str) -> None:
    assert list(matches(SearchedText(text), rule)) == []


@pytest.mark.parametrize("rule", furniture_lines(), ids=lambda rule: rule.id)
def test_a_line_rule_knows_its_lines_and_no_others(rule: FurnitureLine) -> None:
    assert all(rule.pattern.fullmatch(folded_text(line)) for line in rule.cases)
    assert not any(rule.pattern.fullmatch(folded_text(line)) for line in rule.counter_cases)


def test_the_names_of_the_rules_are_unique() -> None:
    names = [rule.id.partition("/")[2] for rule in RULES] + [rule.id for rule in furniture_lines()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("line", "core"), title_rules().cases)
def test_a_title_is_told_from_what_a_site_puts_around_it(line: str, core: str) -> None:
    assert title_in(folded_text(line)) == core


@pytest.mark.parametrize("line", title_rules().counter_cases)
def test_what_is_said_is_no_title(line: str) -> None:
    assert title_in(folded_text(line)) == ""


def test_a_page_number_on_a_line_goes_with_its_line() -> None:
    text = "要把责任压实到人，\n- 3 -\n不留死角。\n第4页 共8页\n谢谢大家。\nPage 5 of 8"
    assert cleaned(text) == "要把责任压实到人，\n不留死角。\n谢谢大家。\n"
    assert {f.kind for f in found(text)} == {Kind.PAGE_NUMBER_ARTIFACT}


def test_a_page_counter_inside_a_line_goes_and_the_sentence_stays() -> None:
    assert cleaned("要坚决守住第2页共6页安全底线。") == "要坚决守住安全底线。"


def test_bare_numbers_that_count_up_and_break_sentences_are_page_numbers() -> None:
    text = "道路要修\n1\n通，水要引\n2\n来，电要架\n3\n好。"
    assert cleaned(text) == "道路要修\n通，水要引\n来，电要架\n好。"


def test_bare_numbers_that_begin_sections_stay() -> None:
    text = "第一部分说完了。\n1\n道路要修通。\n2\n水要引来。\n3\n电要架好。"
    assert found(text) == []


def test_what_is_done_at_the_meeting_is_speech() -> None:
    text = "我宣布，大会开幕！（掌声）请全体起立。（奏国歌）谢谢大家！（热烈鼓掌）"
    assert found(text) == []


def test_the_writers_own_notes_go() -> None:
    text = "去年投资（待核实）一千万元。【此处插入图片】（此页无正文）"
    assert cleaned(text).startswith("去年投资一千万元。")
    assert Kind.EDITORIAL_RESIDUE in {f.kind for f in found(text)}


def test_a_title_right_below_itself_is_one_title() -> None:
    text = "在全县防汛工作会议上的讲话\n\n在全县防汛工作会议上的讲话\n" + SPEECH
    (finding,) = found(text)
    assert finding.kind is Kind.DUPLICATED_TITLE
    assert cleaned(text) == "在全县防汛工作会议上的讲话\n" + SPEECH


def test_the_heading_of_a_collection_and_the_title_below_it_are_one_title() -> None:
    text = SPEECH * 8 + "第2篇 防汛动员会上的讲话\n\n防汛动员会上的讲话\n" + SPEECH
    assert cleaned(text) == SPEECH * 8 + "防汛动员会上的讲话\n" + SPEECH


def test_a_title_twice_without_a_line_break_is_one_title() -> None:
    text = "第1页共3页全县防汛会议讲话全县防汛会议讲话同志们：今天开会。"
    assert cleaned(text) == "全县防汛会议讲话同志们：今天开会。"


def test_numbers_that_a_site_gave_to_speeches_go() -> None:
    text = (
        "防汛会议讲话稿(2篇)\n防汛会议讲话稿一：\n" + SPEECH * 6 + "防汛会议讲话稿二：\n" + SPEECH
    )
    assert cleaned(text) == "防汛会议讲话稿\n\n" + SPEECH * 6 + "\n" + SPEECH


def test_a_title_under_which_another_speech_begins_stays() -> None:
    text = "防汛会议讲话\n" + SPEECH * 12 + "防汛会议讲话\n" + SPEECH
    assert found(text) == []


def test_a_heading_that_two_parts_share_stays() -> None:
    text = "防汛会议讲话\n" + SPEECH * 6 + "一、提高认识\n" + SPEECH + "一、提高认识\n" + SPEECH
    assert found(text) == []


def test_the_tail_of_a_page_begins_with_its_title_and_its_excerpt() -> None:
    speech = "城市工作讲话稿\n" + SPEECH * 8
    tail = "领导讲话\n城市工作讲话稿\n今天会议的主要任务是总结经验、部署工作…\n相关推荐\n防汛讲话稿"
    (finding,) = [f for f in found(speech + tail) if f.rule == "boilerplate/lines"]
    assert finding.text == tail


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("要压实责任（关注公众号：梧桐小站），落实到人。", "要压实责任，落实到人。"),
        ("要统一思想【梧桐范文网】，凝聚力量。", "要统一思想，凝聚力量。"),
        ("扎实推进【点击下载全文】各项工作。", "扎实推进各项工作。"),
        ("各单位（原创文章，请勿转载）要抓好落实。", "各单位要抓好落实。"),
    ],
)
def test_a_paste_goes_and_the_sentence_stays(text: str, clean: str) -> None:
    assert cleaned(text) == clean


def test_lines_that_unrelated_texts_share_are_a_sites_own() -> None:
    bodies = [
        "甲县的水库要加固，责任到人，谁也不能例外。\n大坝每天要有人巡查。",
        "乙县的学校开学了，孩子们背着书包走进教室。\n老师站在门口迎接他们。",
        "丙县的果子熟了，车队排到村口等着装货。\n果农算了一笔明白账。",
    ]
    texts = [f"好稿子就在梧桐园\n同志们：\n{body}\n一、提高认识\n往下还有更多" for body in bodies]
    for text, lines in zip(texts, shared_lines(texts), strict=True):
        assert [line.span.of(text) for line in lines] == ["好稿子就在梧桐园", "往下还有更多"]
        assert all(f.replacement == "" for f in shared_line_findings(text, lines))
    assert shared_lines(texts[:2]) == [[], []]


def test_copies_of_one_speech_share_no_furniture() -> None:
    copies = [f"第{n}次会议\n大坝要有人巡查\n渠道要有人清理\n{n}号" for n in "甲乙丙丁"]
    assert shared_lines(copies) == [[], [], [], []]


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_prose_has_no_furniture(path: Path) -> None:
    assert found(path.read_text(encoding="utf-8")) == []


@settings(max_examples=60)
@given(
    st.text(alphabet="第1篇页共讲话稿一:(2)- \n【此处插入】同志们。…编者按上相关推荐#", max_size=60)
)
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in found(text):
        assert finding.text == finding.span.of(text)
    assert len(shared_lines([text, text, text])) == 3


@pytest.mark.parametrize(
    "line", ["首页" + "·" * 300, "2012" * 75, "格式:" + "时间:1 " * 50, "第1篇" * 100, "(待" * 100]
)
def test_a_line_made_to_keep_a_pattern_busy_is_read_like_any_other(line: str) -> None:
    # A pattern that tries every division of such a line would not come to an end.
    assert all(finding.text == finding.span.of(line) for finding in found(line + "。!"))


@pytest.mark.seeds
def test_the_furniture_of_the_seed_speeches(seed_files: list[Path]) -> None:
    texts = [path.read_text("utf-8") for path in seed_files]
    marked = [[f.kind for f in found(text) if not f.is_suggestion] for text in texts]
    assert [kinds.count(Kind.DUPLICATED_TITLE) for kinds in marked] == [1, 1, 1, 0, 6]
    assert [kinds.count(Kind.SITE_BOILERPLATE) for kinds in marked] == [2, 2, 2, 1, 6]
    assert [kinds.count(Kind.INJECTED_BOILERPLATE) for kinds in marked] == [0, 0, 0, 1, 1]
    assert [kinds.count(Kind.PAGE_NUMBER_ARTIFACT) for kinds in marked] == [0, 0, 1, 0, 0]
    assert [kinds.count(Kind.EDITORIAL_RESIDUE) for kinds in marked] == [0, 1, 0, 0, 0]


def test_a_page_number_between_two_halves_of_a_sentence_joins_them() -> None:
    above = "要把责任压实。各部门要密切配合，坚决完成"
    text = f"同志们：\n{above}\n- 3 -\n全年目标任务，不得敷衍。\n"
    (finding,) = [f for f in found(text) if f.kind is Kind.PAGE_NUMBER_ARTIFACT]
    assert finding.text == "\n- 3 -\n"
