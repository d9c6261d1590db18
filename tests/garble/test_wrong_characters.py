"""What is found of wrong characters and words, and what is left alone because it may be right."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.detect import arranged, find_garble
from reviewer.garble.doubt import DoubtedText
from reviewer.garble.finding import SUGGESTION_BELOW, Finding, Kind
from reviewer.garble.idioms import idiom_index
from reviewer.garble.known_words import known_words, word_keys
from reviewer.garble.look_alikes import FILE as LOOK_ALIKES
from reviewer.garble.look_alikes import look_alikes_of, same_radical
from reviewer.garble.near_words import NearWords
from reviewer.garble.rules import Rule, load_rules, read_table
from reviewer.garble.searched import SearchedText
from reviewer.garble.wrong_characters import RULE_FILES, find_wrong_characters, listed_words
from reviewer.text.codes import code_points
from reviewer.text.folding import folded_text
from reviewer.text.span import Span

DATA = Path(__file__).resolve().parents[1] / "data"
SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
CLEAN = sorted((DATA / "clean").glob("*.txt"))
RULES = [rule for file in RULE_FILES for rule in load_rules(file)]
CASES = [(rule, text, found) for rule in RULES for text, found in rule.cases]
COUNTER_CASES = [(rule, text) for rule in RULES for text in rule.counter_cases]
EXAMPLES = read_table("letter_case.toml")["examples"]
LABEL = re.compile(r"\[([^>\]]+)>([^\]]+)\]")


def found(text: str, kind: Kind | None = None) -> list[Finding]:
    findings = find_wrong_characters(SearchedText(text))
    return sorted((f for f in findings if kind in (None, f.kind)), key=lambda finding: finding.span)


def repaired(text: str) -> str:
    for finding in reversed(found(text)):
        if finding.replacement is not None:
            text = text[: finding.span.start] + finding.replacement + text[finding.span.end :]
    return text


def labelled_sentences() -> list[tuple[str, list[Span]]]:
    """The sentences of the data file as they arrive, each with the places of its slips."""
    sentences: list[tuple[str, list[Span]]] = []
    lines = (DATA / "garble" / "wrong_characters.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("#"):
            continue
        text, spans, place = "", [], 0
        for label in LABEL.finditer(line):
            text += line[place : label.start()]
            spans.append(Span(len(text), len(text) + len(label[1])))
            text += label[1]
            place = label.end()
        sentences.append((text + line[place:], spans))
    return sentences


@pytest.mark.parametrize(
    ("rule", "text", "expected"), CASES, ids=lambda value: getattr(value, "id", "")
)
def test_a_rule_finds_its_case(rule: Rule, text: str, expected: str) -> None:
    spans = [span for _, span, _ in NearWords([rule]).matches(SearchedText(text))]
    assert [span.of(text) for span in spans] == [expected]


@pytest.mark.parametrize(
    ("rule", "text"), COUNTER_CASES, ids=lambda value: getattr(value, "id", "")
)
def test_a_rule_leaves_its_counter_case_alone(rule: Rule, text: str) -> None:
    assert not list(NearWords([rule]).matches(SearchedText(text)))


def test_every_listed_word_is_found_and_its_right_form_is_left_alone() -> None:
    for word in listed_words():
        assert found(f"，{word.wrong}。"), word.wrong
        assert word.wrong not in [f.text for f in found(f"，{word.right}。")]


def test_lists_speak_simplified_and_change_something() -> None:
    for word in listed_words():
        assert word.wrong == folded_text(word.wrong)
        assert word.wrong != word.right
        assert len(word.wrong) >= 2


def test_no_word_is_listed_twice() -> None:
    wrong = [word.wrong for word in listed_words()]
    assert len(wrong) == len(set(wrong))


def test_no_list_takes_for_wrong_what_another_line_repairs_to() -> None:
    right = {word.right for word in listed_words()}
    assert not [word.wrong for word in listed_words() if word.wrong in right]


def test_characters_that_look_alike_do_so_both_ways() -> None:
    for group in read_table(LOOK_ALIKES)["groups"]["alike"]:
        assert len(set(group)) == len(group) >= 2
        assert all(look_alikes_of(one) >= set(group) - {one} for one in group)


@pytest.mark.parametrize(("text", "right"), EXAMPLES["cases"])
def test_letters_in_the_wrong_case_get_the_usual_one(text: str, right: str) -> None:
    (finding,) = found(text, Kind.CASE_ERROR)
    assert right in folded_text(repaired(text))
    assert finding.confidence >= SUGGESTION_BELOW


@pytest.mark.parametrize("text", EXAMPLES["counter_cases"])
def test_letters_in_addresses_and_in_english_are_left_alone(text: str) -> None:
    assert found(text, Kind.CASE_ERROR) == []


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        ("希望大家再接再勵，取得更大成績", "希望大家再接再厲，取得更大成績"),
        ("整治臟、舌L、差現象，為群眾辦實事", "整治臟、亂、差現象，為群眾辦實事"),
        ("財政增拔經費，補齊設備", "財政增撥經費，補齊設備"),
        ("問題己經查實，責任單位認領", "問題已經查實，責任單位認領"),
        ("工程於上月峻工，驗收合格", "工程於上月竣工，驗收合格"),
    ],
)
def test_a_repair_is_written_in_the_script_of_the_text(text: str, repair: str) -> None:
    assert repaired(text) == repair


def test_what_custom_allows_in_traditional_texts_is_no_suggestion_there() -> None:
    assert found("請開立銀行帳號，並報導這項開發計畫的進度") == []
    assert [f.text for f in found("请开立银行帐号，并报导这项计划的进度")] == ["帐号", "报导"]


def test_a_word_is_found_through_the_readings_that_a_site_injected() -> None:
    text = "究根結(jié)底是認識問題，責(zé)任不清"
    (finding,) = found(text)
    assert finding.text == "究根結(jié)底"
    assert finding.span.of(text) == finding.text
    assert finding.replacement == "歸根結底"


def test_a_place_that_is_once_written_with_a_look_alike_is_marked() -> None:
    text = "南碚街道报来方案。南碚路段已完工。南碚老街整治完毕。南砗街道再查一遍。"
    (finding,) = found(text)
    assert (finding.text, finding.replacement) == ("砗", "碚")
    assert finding.confidence >= SUGGESTION_BELOW


def test_two_names_that_look_alike_are_two_names_where_neither_outvotes_the_other() -> None:
    findings = found("南碚街道报来方案。南砗街道也报来方案。南碚、南砗一并研究。")
    assert all(finding.is_suggestion for finding in findings)


def test_an_unlisted_idiom_that_is_one_sound_off_is_marked() -> None:
    (finding,) = found("他废寝忘时地工作")
    assert finding.replacement == "废寝忘食"


@pytest.mark.parametrize("idiom", ["名列前茅", "引人瞩目", "各行其是", "发奋图强", "慷慨陈辞"])
def test_idioms_and_their_variants_are_left_alone(idiom: str) -> None:
    assert idiom_index().near(idiom) == []
    assert found(f"，{idiom}。") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("我们要深入贯车党的方针政策", "贯彻"),
        ("会议听取了工作汇抱，并进行了讨论", "汇报"),
        ("要认真分析存再的问题", "存在"),
        ("企业改割取得进展", "改革"),
        ("当前，各地起夜生产形势良好", "企业"),
    ],
)
def test_a_character_that_makes_no_word_is_marked_without_a_list(text: str, right: str) -> None:
    assert right in [finding.replacement for finding in found(text)]
    assert right in repaired(text)


@pytest.mark.parametrize(
    "text",
    [
        "请大家都来写一写、说一说身边的好人好事",
        "该办的手续一样不少，该走的程序一分一厘都不能差",
        "王建蓉同志和李保琛主任参加了会议",
        "宜居宜业宜游的网格化管理和靓丽的风景线",
        "南碚街道的三违整治走在全市前列",
    ],
)
def test_figures_names_and_new_words_are_not_doubted(text: str) -> None:
    assert [finding for finding in found(text) if not finding.is_suggestion] == []


def test_a_form_counts_once_for_each_context_and_copies_of_a_passage_are_one() -> None:
    copies = "为了企业改割取得进展，我们要努力。" * 4
    assert DoubtedText.of(copies).contexts(copies.index("割"), 1) == 1
    often = "这台改割机，新的改割方法，他们改割水稻，明天改割小麦"
    assert DoubtedText.of(often).contexts(often.index("割"), 1) == 4


def test_a_radical_is_known_by_the_order_of_unicode() -> None:
    assert same_radical("碚", "砗")
    assert same_radical("埭", "堰")
    assert not same_radical("碚", "埭")


def test_lexicon_knows_words_and_what_sounds_like_them() -> None:
    words = known_words()
    strong, unknown = words.strength_of(
        word_keys([code_points(column) for column in ("部布", "署署")])
    )
    assert strong > 0 == unknown
    _, first, second = words.words_sounding_like(code_points("部"), code_points("属"))
    assert "部署" in [chr(a) + chr(b) for a, b in zip(first, second, strict=True)]
    assert ord("末") in words.alike.of(code_points("未"))[1]


def test_dots_between_phrases_are_restored_and_questions_stay() -> None:
    assert (
        repaired("建设美丽山城?文明水乡?幸福家园的目标") == "建设美丽山城·文明水乡·幸福家园的目标"
    )
    assert repaired("“平安柳镇?书香同行”活动") == "“平安柳镇·书香同行”活动"
    for question in (
        "由谁来管?怎么来管?管到何时?",
        "路修好了没有?水通了没有?灯亮了没有?",
        "“你来不来?我不来”",
        "行不行?试试看",
    ):
        assert found(question) == []


def test_a_dish_is_no_slash() -> None:
    assert found("冬天燉湯，三人燉魚，小火燉30分鐘", Kind.SYMBOL_SUBSTITUTION) == []
    assert repaired("補助標準為600元燉平方米") == "補助標準為600元/平方米"


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_prose_has_no_findings(path: Path) -> None:
    assert found(path.read_text(encoding="utf-8")) == []


def test_slips_in_sentences_of_speeches_are_found_and_nothing_else() -> None:
    hits = total = marked = right = 0
    for text, spans in labelled_sentences():
        likely = [f for f in found(text) if not f.is_suggestion]
        marked += len(likely)
        right += sum(any(f.span.overlaps(span) for span in spans) for f in likely)
        total += len(spans)
        hits += sum(any(f.span.overlaps(span) for f in likely) for span in spans)
    assert total >= 50
    assert hits >= 0.65 * total
    assert right >= 0.85 * marked


def test_the_sample_holds_one_of_every_sort() -> None:
    text = next(SAMPLES.glob("04*.txt")).read_text(encoding="utf-8")
    assert {finding.kind for finding in found(text)} == {
        Kind.OCR_CONFUSION, Kind.WRONG_WORD, Kind.PARTICLE_CONFUSION,
        Kind.SYMBOL_SUBSTITUTION, Kind.LOST_CHARACTER, Kind.CASE_ERROR,
    }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("己经自舌L增拔(jié)責?燉元平方米ppp级的，。\n再接勵碚\U00020000"),
        max_size=60,
    )
)
def test_any_text_is_searched_and_no_two_findings_meet(text: str) -> None:
    findings = found(text)
    assert all(finding.span.of(text) == finding.text for finding in findings)
    assert not any(a.span.overlaps(b.span) for a, b in pairwise(findings))
    assert list(arranged(findings)) == findings


@pytest.mark.parametrize("text", ["瞭解", "答覆", "藉此", "傢俱"])
def test_what_traditional_texts_write_otherwise_is_no_slip(text: str) -> None:
    around = "各位同志，對於這個問題，我們要認真{}群眾的意見，並且及時處理實際困難。"
    assert not [f for f in find_garble(around.format(text)) if text[0] in f.text or text in f.text]


@pytest.mark.parametrize("name", ["沙棠水库", "柳汀社区", "梧垭镇", "栗坪林场"])
def test_the_name_of_a_place_is_at_most_a_suggestion(name: str) -> None:
    text = f"这次动员会开到{name}的工地上来，就是要让大家亲眼看一看。"
    kinds = (Kind.WRONG_WORD, Kind.OCR_CONFUSION)
    assert not [f for f in find_garble(text) if f.kind in kinds and not f.is_suggestion]
