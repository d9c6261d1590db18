"""The charset of a file: certain where it can be, guessed from the Chinese where it cannot."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from loading_texts import SPEECH, SPEECH_TRADITIONAL, chinese_texts

from reviewer.loading.charset import decode
from reviewer.loading.decoded_text import DecodedText

SIMPLIFIED_CODECS = ("utf-8", "gb18030", "gbk", "gb2312", "hz")
TRADITIONAL_CODECS = ("utf-8", "gb18030", "gbk", "big5", "cp950", "big5hkscs")
WIDE_CODECS = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
REPORTED = {"gbk": "gb18030", "gb2312": "gb18030", "cp950": "big5", "big5hkscs": "big5"}

SHORT_TEXTS = (
    "同志们，大家上午好！",
    "关于做好冬季供暖工作的讲话",
    "各位代表：现在我向大会报告工作",
    "第一，要把好事办实，把实事办好。",
    "在全县春耕生产现场会上的讲话（摘要）",
    "3月12日，我县完成造林4.6万亩。",
)
SHORT_TRADITIONAL = (
    "各位來賓、各位同仁，大家好！",
    "關於做好冬季供暖工作的講話",
    "我們要把好事辦實，把實事辦好。",
    "感謝全體義工朋友多年來的付出。",
)


def decoded(data: bytes) -> DecodedText:
    result = decode(data)
    assert result is not None
    return result


@pytest.mark.parametrize("codec", SIMPLIFIED_CODECS + WIDE_CODECS)
def test_a_simplified_speech_is_read_in_every_charset(codec: str) -> None:
    result = decoded(SPEECH.encode(codec))
    assert result.text == SPEECH
    assert result.encoding == REPORTED.get(codec, codec)
    assert result.confidence > 0.95
    assert not result.had_bom


@pytest.mark.parametrize("codec", TRADITIONAL_CODECS + WIDE_CODECS)
def test_a_traditional_speech_is_read_in_every_charset(codec: str) -> None:
    result = decoded(SPEECH_TRADITIONAL.encode(codec))
    assert result.text == SPEECH_TRADITIONAL
    assert result.encoding == REPORTED.get(codec, codec)
    assert result.confidence > 0.95


@pytest.mark.parametrize("codec", [*SIMPLIFIED_CODECS, *WIDE_CODECS])
@pytest.mark.parametrize("text", SHORT_TEXTS)
def test_a_few_words_are_enough(text: str, codec: str) -> None:
    assert decoded(text.encode(codec)).text == text


@pytest.mark.parametrize("codec", [*TRADITIONAL_CODECS, *WIDE_CODECS])
@pytest.mark.parametrize("text", SHORT_TRADITIONAL)
def test_a_few_traditional_words_are_enough(text: str, codec: str) -> None:
    assert decoded(text.encode(codec)).text == text


@given(chinese_texts())
def test_any_simplified_text_comes_back_from_every_charset(text: str) -> None:
    for codec in SIMPLIFIED_CODECS + WIDE_CODECS:
        assert decoded(text.encode(codec)).text == text


@given(chinese_texts(traditional=True))
def test_any_traditional_text_comes_back_from_every_charset(text: str) -> None:
    for codec in TRADITIONAL_CODECS + WIDE_CODECS:
        assert decoded(text.encode(codec)).text == text


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        ("\ufeff".encode("gb18030"), "gb18030"),
    ],
)
def test_a_byte_order_mark_is_removed_and_remembered(mark: bytes, codec: str) -> None:
    for marks in (mark, mark * 2):
        result = decoded(marks + SPEECH.encode(codec))
        assert result.text == SPEECH
        assert result.encoding == codec
        assert result.had_bom


def test_a_zero_width_mark_inside_the_text_stays() -> None:
    assert decoded("防汛\ufeff工作会议上的讲话".encode()).text == "防汛\ufeff工作会议上的讲话"


def test_gbk_behind_the_mark_of_utf_8_is_read_as_gbk() -> None:
    result = decoded(codecs.BOM_UTF8 + SPEECH.encode("gbk"))
    assert (result.text, result.encoding) == (SPEECH, "gb18030")


def test_plain_ascii_is_certain() -> None:
    for text in ("Bush hid the facts", "<image>data.png</image>\r\n", "2015-06-01 10:30"):
        assert decode(text.encode()) == DecodedText(text, "utf-8", None, 1.0)


def test_english_with_a_typographers_quotes_is_not_odd_chinese() -> None:
    text = "It’s the mayor’s speech – and the “last” one of the year.\n" * 2
    result = decoded(text.encode("cp1252"))
    assert (result.text, result.encoding) == (text, "cp1252")


def test_utf_8_that_holds_mojibake_is_still_utf_8() -> None:
    text = "ä»Šå¤©æˆ‘ä»¬åœ¨è¿™é‡Œ锟斤拷"
    assert decode(text.encode()) == DecodedText(text, "utf-8", None, 1.0)


def test_a_guess_says_how_sure_it_is_and_what_else_it_may_be() -> None:
    sure = decoded(SPEECH_TRADITIONAL.encode("big5"))
    unsure = decoded("一".encode("gbk"))
    assert sure.confidence > unsure.confidence
    assert {unsure.encoding, unsure.runner_up} == {"utf-8", "gb18030"}


@pytest.mark.parametrize("codec", ["shift_jis", "euc_jp", "euc_kr", "koi8-r"])
def test_another_language_is_refused_or_never_claimed_with_confidence(codec: str) -> None:
    text = {
        "euc_kr": "오늘 우리는 홍수 대책 회의를 엽니다. 모두 협력해 주시기 바랍니다.\n",
        "koi8-r": "Сегодня мы проводим совещание о паводке.\n",
    }.get(codec, "本日は洪水対策会議を開きます。カタカナもひらがなもあります。\n")
    result = decode(text.encode(codec) * 4)
    assert result is None or result.confidence < 0.8


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("三～五月，共需￥八萬元，請各位同仁支持。".encode("cp950"), "cp950"),
        ("麥克‧喬丹先生今天來到我們學校演講".encode("cp950"), "cp950"),
        ("  • 今天的議程\n  • 明天的議程，請大家準備".encode("big5"), "big5"),
        ("今年／明年的工作安排，請大家討論".encode("big5"), "big5"),
        ("大埗區的居民朋友，我哋一齊努力做好呢件事".encode("big5hkscs"), "big5hkscs"),
        ("會場裏面請勿吸煙，多謝各位合作".encode("cp950"), "cp950"),
    ],
    ids=["wave dash", "point in a name", "bullets", "slash", "Hong Kong", "Eten"],
)
def test_the_signs_that_differ_between_kinds_of_big5_are_read_as_meant(
    data: bytes, encoding: str
) -> None:
    result = decoded(data)
    assert result.encoding == encoding
    assert result.text == data.decode(encoding)


def test_a_sign_late_in_a_long_file_widens_the_charset() -> None:
    text = SPEECH_TRADITIONAL * 200 + "我哋多謝大埗區街坊。"
    result = decoded(text.encode("big5hkscs"))
    assert (result.text, result.encoding) == (text, "big5hkscs")


def test_the_sample_begins_where_the_chinese_begins() -> None:
    text = "<meta charset='?'>\n" * 20_000 + SPEECH
    for codec in ("gb18030", "utf-16-le", "hz"):
        assert decoded(text.encode(codec)).text == text
