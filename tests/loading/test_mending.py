"""Files with wrong bytes: what can be read is read, what cannot stays in sight."""

from __future__ import annotations

import pytest
from loading_texts import SPEECH, SPEECH_TRADITIONAL

from reviewer.loading.charset import decode
from reviewer.loading.decoded_text import DecodedText

LINES = SPEECH.splitlines()


def decoded(data: bytes) -> DecodedText:
    result = decode(data)
    assert result is not None
    return result


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "cp950"])
def test_one_bad_byte_costs_at_most_a_few_characters_of_one_line(codec: str) -> None:
    speech = SPEECH_TRADITIONAL if codec == "cp950" else SPEECH
    first, second, *rest = speech.encode(codec).split(b"\n")
    damaged = b"\n".join([first, second[:6] + b"\xff" + second[6:], *rest])
    result = decoded(damaged)
    assert result.encoding == codec
    assert 1 <= result.text.count("\ufffd") <= 3
    assert result.text.splitlines()[2:] == speech.splitlines()[2:]
    assert result.text.splitlines()[1].endswith(speech.splitlines()[1][8:])
    assert 0.3 < result.confidence <= 0.9


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "cp950", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("missing", [1, 3])
def test_a_file_cut_off_inside_a_character_loses_that_character(codec: str, missing: int) -> None:
    speech = (SPEECH_TRADITIONAL if codec == "cp950" else SPEECH).rstrip("\n")
    result = decoded(speech.encode(codec)[:-missing])
    assert result.encoding in {codec, "big5"}
    assert result.text.rstrip("\ufffd") == speech[: len(result.text.rstrip("\ufffd"))]
    assert len(speech) - len(result.text.rstrip("\ufffd")) <= 2


def test_a_byte_lost_in_the_middle_leaves_the_other_lines_whole() -> None:
    data = SPEECH.encode("gb18030")
    place = data.index(b"\n") + 5
    result = decoded(data[:place] + data[place + 1 :])
    assert result.encoding == "gb18030"
    assert result.text.splitlines()[2:] == LINES[2:]


def test_lines_in_two_charsets_are_each_read_in_their_own() -> None:
    data = b"\n".join(
        line.encode("utf-8" if number % 2 else "gb18030") for number, line in enumerate(LINES)
    )
    result = decoded(data)
    assert result.text.splitlines() == LINES
    assert result.confidence < 0.7


def test_a_line_of_big5_in_a_file_of_utf_8_is_read() -> None:
    traditional = SPEECH_TRADITIONAL.splitlines()
    data = b"\n".join(
        line.encode("big5" if number == 2 else "utf-8") for number, line in enumerate(traditional)
    )
    assert decoded(data).text.splitlines() == traditional


def test_halves_of_rare_characters_written_by_a_java_program_are_joined() -> None:
    whole = "村民\U00020bb7阿婆说，水来得很快。\n"
    halves = whole.replace("\U00020bb7", "\ud842\udfb7").encode("utf-8", "surrogatepass")
    assert decoded(SPEECH.encode() + halves).text == SPEECH + whole


def test_a_bad_byte_far_from_the_sample_is_met_too() -> None:
    result = decoded(SPEECH.encode("gb18030") * 500 + b"\xff\n" + SPEECH.encode("gb18030"))
    assert result.text == SPEECH * 500 + "\ufffd\n" + SPEECH


def test_no_half_character_ever_reaches_a_text() -> None:
    lone = "同志们\ud842好，今天开会".encode("utf-16-le", "surrogatepass")
    in_utf_8 = "同志们\ud842好，今天开会".encode("utf-8", "surrogatepass")
    for data in (lone, in_utf_8, b"\xff\xfe" + lone):
        decoded(data).text.encode("utf-8")


@pytest.mark.parametrize(
    "data",
    [b"\xff" * 1_000, b"\x81" * 1_001, b"\xba\xc3\xff" * 400],
    ids=["ff", "lead bytes", "every third byte"],
)
def test_more_holes_than_text_is_no_text(data: bytes) -> None:
    assert decode(data) is None
