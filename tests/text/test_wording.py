"""Sentences of the engine in three languages: what they quote of the document stays as it is."""

from __future__ import annotations

import pytest
import traditional
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.traditional_words import in_traditional, parts_of
from reviewer.text.wording import Language, Wording


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("zh_CN.UTF-8", Language.CHINESE),
        ("zh", Language.CHINESE),
        ("zh_TW.UTF-8", Language.TRADITIONAL),
        ("zh_HK", Language.TRADITIONAL),
        ("zh-Hant", Language.TRADITIONAL),
        ("zh-Hans-HK", Language.CHINESE),
        ("en_US", Language.ENGLISH),
        ("C", Language.ENGLISH),
        (None, Language.ENGLISH),
    ],
)
def test_the_desktops_locale_chooses_the_language(name: str | None, language: Language) -> None:
    assert Language.of_locale(name) is language


def test_a_language_is_named_with_either_line() -> None:
    assert Language.of_code("zh-Hant") is Language.TRADITIONAL
    assert Language.of_code("zh_hant") is Language.TRADITIONAL
    assert Language.of_code("en") is Language.ENGLISH
    with pytest.raises(ValueError, match="zh-Hans"):
        Language.of_code("zh-Hans")


@pytest.mark.parametrize(
    ("simplified", "shown"),
    [
        ("此处应为“已经”，请查找", "此處應為「已经」，請尋找"),
        ("《关于发展的讲话》第 3 行", "《关于发展的讲话》第 3 行"),
        ("“乱”字被拆成“舌”和“L”", "「乱」字被拆成「舌」和「L」"),
        ("“他说“好”了”连写了两遍", "「他说“好”了」連寫了兩遍"),
        ("“他说”好”连写了两遍", "“他说”好”連寫了兩遍"),
        ("连写“两遍", "連寫“两遍"),
        ("‘发展’与「发展」连写", "‘发展’與「发展」連寫"),
        ("Xi’an 与发展", "Xi’an 與發展"),
        ("`发展`与发展", "`发展`與發展"),
        ("与己无关", "與己無關"),
        ("", ""),
    ],
)
def test_what_is_quoted_stays_and_the_rest_is_turned(simplified: str, shown: str) -> None:
    assert in_traditional(simplified) == shown


@given(st.text(alphabet="发说“”‘’「」《》`好，"))
def test_the_parts_of_a_sentence_are_all_of_it(sentence: str) -> None:
    parts = list(parts_of(sentence))
    assert "".join(part.text for part in parts) == sentence
    assert len("".join(part.text for part in parts if not part.quoted)) <= len(sentence)


PLAIN = st.text(alphabet="发说展乱好，", max_size=5)
NESTED = st.recursive(
    PLAIN, lambda inner: st.tuples(PLAIN, inner, PLAIN).map(lambda p: f"{p[0]}“{p[1]}”{p[2]}")
)


@given(NESTED)
def test_a_quotation_with_quotations_in_it_is_never_turned(quoted: str) -> None:
    assert in_traditional(f"此处“{quoted}”应为空") == f"此處「{quoted}」應為空"


@given(PLAIN, PLAIN)
def test_a_quotation_with_one_mark_too_many_is_never_turned(first: str, second: str) -> None:
    for quoted in (f"{first}“{second}", f"{first}”{second}"):
        assert quoted in in_traditional(f"此处“{quoted}”")


def test_facts_that_are_filled_in_at_the_end_stay_as_they_are() -> None:
    wording = Wording("{source}：是一篇讲话，未拆分", "{source}: one speech")
    told = wording.told(Language.TRADITIONAL, source="/文件/讲话.txt")
    assert told == "/文件/讲话.txt：是一篇講話，未拆分"


def test_no_sentence_of_the_engine_keeps_simplified_characters_outside_quotations() -> None:
    sentences = traditional.engine_sentences()
    assert len(sentences) > 250
    left = {
        sentence: traditional.left_simplified(part.text)
        for sentence in sentences
        for part in parts_of(in_traditional(sentence))
        if not part.quoted and traditional.left_simplified(part.text)
    }
    assert left == {}


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("遮盖了文件编号", "遮蓋了文件編號"),
        ("查找文件", "尋找檔案"),
        ("下划线占了文字或数字的位置", "底線佔了文字或數字的位置"),
        ("文字处理软件 Symbol 字体的项目符号", "文書處理軟體 Symbol 字型的項目符號"),
        ("网站的转载声明", "網站的轉載聲明"),
    ],
)
def test_the_engine_uses_the_words_of_taiwan(sentence: str, shown: str) -> None:
    assert Wording(sentence, "").text(Language.TRADITIONAL) == shown
