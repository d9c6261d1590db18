"""What the rules mark in damaged texts, and that they leave clean prose alone."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.garble.detect import arranged, find_garble
from reviewer.garble.finding import Finding, Kind
from reviewer.text.progress import Cancelled
from reviewer.text.span import Span
from reviewer.text.wording import Wording

CLEAN = sorted((Path(__file__).resolve().parents[1] / "data" / "clean").glob("*.txt"))


def found(text: str, kind: Kind) -> list[Finding]:
    return [finding for finding in find_garble(text) if finding.kind is kind]


def repaired(text: str) -> str:
    """`text` with every repair made; where one lies inside another, the outer one."""
    findings = find_garble(text)
    for finding in reversed(findings):
        inside = any(other != finding and other.span.contains(finding.span) for other in findings)
        if finding.replacement is not None and not inside:
            text = text[: finding.span.start] + finding.replacement + text[finding.span.end :]
    return text


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_prose_has_no_findings(path: Path) -> None:
    assert find_garble(path.read_text(encoding="utf-8")) == ()


def test_injected_readings_are_marked_and_safe_to_delete() -> None:
    text = "責(zé)任重大，現(xiàn)在要發(fā)展。責(zé)任到人，發(fā)現(xiàn)問題。"
    injections = found(text, Kind.PINYIN_INJECTION)
    assert [finding.text for finding in injections] == [
        "(zé)", "(xiàn)", "(fā)", "(zé)", "(fā)", "(xiàn)",
    ]  # fmt: skip
    assert all(finding.safe and finding.replacement == "" for finding in injections)
    assert repaired(text) == "責任重大，現在要發展。責任到人，發現問題。"


def test_a_gloss_on_a_rare_character_stays_even_where_a_site_injected_others() -> None:
    text = "責(zé)任、現(xiàn)在、發(fā)展、責(zé)任，大碶(qì)街道和砼(tóng)結構。"
    assert "(qì)" not in [finding.text for finding in find_garble(text)]
    assert "(tóng)" not in [finding.text for finding in find_garble(text)]


def test_a_textbook_that_glosses_simplified_characters_is_left_alone() -> None:
    assert found("山(shān)高(gāo)水(shuǐ)长(cháng)，人(rén)", Kind.PINYIN_INJECTION) == []


def test_one_gloss_alone_proves_nothing() -> None:
    assert found("這是釁(xìn)字。", Kind.PINYIN_INJECTION) == []


def test_a_character_that_also_stands_bare_is_not_on_the_list() -> None:
    text = "責(zé)任、責任、責任、現(xiàn)在、現在、發(fā)展、發展"
    assert found(text, Kind.PINYIN_INJECTION) == []


@pytest.mark.parametrize(
    ("text", "replacement"),
    [
        ("&ldquo;", "“"),
        ("&amp;rdquo;", "”"),
        ("&#8220;", "“"),
        ("&#x4e2d;", "中"),
        ("&nbsp;", " "),
        ("&mdash;", "—"),
    ],
)
def test_entities_become_their_characters(text: str, replacement: str) -> None:
    (finding,) = find_garble(f"提出{text}合理化建议")
    assert (finding.kind, finding.text, finding.replacement, finding.safe) == (
        Kind.HTML_ENTITY, text, replacement, True,
    )  # fmt: skip


@pytest.mark.parametrize("text", ["A&B公司；", "研发R&D;中心", "&不是实体;", "&#0;", "&ldquo合理"])
def test_what_is_no_entity_is_left_alone(text: str) -> None:
    assert found(text, Kind.HTML_ENTITY) == []


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("第一段<br>第二段", "第一段\n第二段"),
        ("<p>同志们：</p>\n<p>今天</p>", "同志们：\n今天"),
        ('见<a href="http://x.cn/a">文件</a>要求', "见文件要求"),
        ('<image>data:image/a,"s3://b/c" alt="第1页"</image>\n正文', "\n正文"),
        ('前<img src="a.png" alt="<图>">后', "前后"),
        ("加<strong>强</strong>管理<!-- 广告位 -->", "加强管理"),
    ],
)
def test_dead_tags_go_and_their_words_stay(text: str, clean: str) -> None:
    assert repaired(text) == clean


@pytest.mark.parametrize("text", ["学习<关于加强管理的意见>", "若a<b且b>c", "<p和q>", "1<2>0"])
def test_angle_brackets_of_prose_are_no_tags(text: str) -> None:
    assert found(text, Kind.HTML_MARKUP) == []


def test_furniture_around_a_speech_is_a_block_at_each_end() -> None:
    speech = "同志们：\n" + "今天会议的主要任务是总结经验、部署工作，请大家认真领会。" * 6
    head = "欢迎光临写作范文网\n当前位置:写作范文网 > 讲话\n"
    tail = "推荐度:\n点击下载文档文档为doc格式\n相关工作信息\n• 防汛工作讲话(5篇)12人关注"
    blocks = found(head + speech + "\n" + tail, Kind.SITE_BOILERPLATE)
    assert [block.text for block in blocks] == [head.rstrip("\n"), tail]


def test_a_paste_inside_a_sentence_goes_and_the_sentence_stays() -> None:
    text = "要坚决治理农村私 当前隐藏内容免费查看接乱建现象。"
    (finding,) = found(text, Kind.INJECTED_BOILERPLATE)
    assert repaired(text) == "要坚决治理农村私接乱建现象。"
    assert not finding.safe


def test_a_speech_that_ends_in_a_list_keeps_it() -> None:
    text = (
        "相关部门要密切配合：\n" + "一、加强领导，落实责任，确保按期完成今年的各项目标任务。\n" * 4
    )
    assert found(text, Kind.SITE_BOILERPLATE) == []


def test_the_search_can_be_cancelled() -> None:
    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        find_garble("文本", stop)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=12))
def test_findings_never_cross(pairs: list[tuple[int, int]]) -> None:
    findings = [
        Finding(
            Kind.MASKED_TEXT, Span(start, start + length), "", None, 0.9, False, Wording("", "")
        )
        for start, length in pairs
    ]
    spans = [finding.span for finding in arranged(findings)]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    for i, one in enumerate(spans):
        for other in spans[i + 1 :]:
            disjoint = one.end <= other.start
            assert disjoint or (one.contains(other) and one != other)


@settings(max_examples=60)
@given(st.text(alphabet="責任(zé)?nèi&;ldquo<br>。20X*_网编当前位置:\n 审V€", max_size=60))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for finding in find_garble(text):
        assert finding.text == finding.span.of(text)
        assert 0 <= finding.confidence <= 1


@pytest.mark.seeds
def test_the_injections_and_decimals_of_the_seed_speeches(seed_files: list[Path]) -> None:
    kinds = [Counter(f.kind for f in find_garble(path.read_text("utf-8"))) for path in seed_files]
    assert [count[Kind.PINYIN_INJECTION] for count in kinds] == [268, 859, 208, 0, 0]
    assert [count[Kind.DECIMAL_POINT_CORRUPTION] for count in kinds] == [0, 24, 0, 0, 0]
    assert [count[Kind.BYTE_SHIFT_MOJIBAKE] for count in kinds] == [2, 7, 1, 0, 0]


def test_toned_syllables_written_with_combining_marks_are_no_reason_to_fail() -> None:
    assert find_garble(unicodedata.normalize("NFD", "責(zé)任")) == ()
