"""A text file becomes a Document, or a named error that says why not."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loading_texts import SPEECH, SPEECH_TRADITIONAL, chinese_texts

from reviewer.loading.errors import LoadError, LoadReason
from reviewer.loading.text_file import decode_document, load_text_file
from reviewer.text.document import Newline

PATH = Path("讲话.txt")


def reason_of(data: bytes, encoding: str | None = None) -> LoadReason:
    with pytest.raises(LoadError) as caught:
        decode_document(data, PATH, encoding)
    assert caught.value.path == PATH
    return caught.value.reason


def test_a_loaded_file_says_where_it_is_from(tmp_path: Path) -> None:
    path = tmp_path / "讲话.txt"
    data = SPEECH.replace("\n", "\r\n").encode("gbk")
    path.write_bytes(data)
    document = load_text_file(path)
    assert document.text == SPEECH
    assert document.origin.path == path
    assert document.origin.encoding == "gb18030"
    assert document.origin.newline is Newline.CRLF
    assert document.origin.byte_count == len(data)
    assert document.origin.sha256 == hashlib.sha256(data).hexdigest()
    assert not document.origin.had_bom
    assert path.read_bytes() == data


@given(
    chinese_texts(),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "hz"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_what_was_written_is_what_is_loaded(text: str, codec: str, newline: str) -> None:
    # HZ keeps a tilde and a line feed for itself, so it is written with plain line feeds.
    data = text.replace("\n", "\n" if codec == "hz" else newline).encode(codec)
    document = decode_document(data, PATH)
    assert document.text == text
    assert document.origin.had_bom is (codec in {"utf-8-sig", "utf-16"})
    assert document.origin.sha256 == hashlib.sha256(data).hexdigest()


def test_odd_characters_are_kept() -> None:
    text = "一\xa0二\u3000三\u2028四\u200b五\0六\x0c七\u202e八\ue000九\U00020bb7十"
    assert decode_document(text.encode(), PATH).text == text


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\0\0"])
def test_an_empty_file_is_called_empty(data: bytes) -> None:
    assert reason_of(data) is LoadReason.EMPTY


@pytest.mark.parametrize("text", [" ", "\r\n\r\n", "\t\u3000 \xa0\n", "\ufeff\u200b\n", "\x0c"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_file_of_blanks_is_called_blank(text: str, codec: str) -> None:
    assert reason_of(text.encode(codec)) is LoadReason.BLANK


@pytest.mark.parametrize(
    ("data", "reason", "words"),
    [
        (b"PK\x03\x04......word/document.xml", LoadReason.OTHER_FORMAT, "a Word file"),
        (b"%PDF-1.4\n%\xe2\xe3", LoadReason.OTHER_FORMAT, "a PDF file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), LoadReason.BINARY, "an image"),
        (bytes(4096), LoadReason.BINARY, "a data file"),
        (bytes(range(256)) * 20, LoadReason.BINARY, "a data file"),
        (b"\x01ab \x02cd " * 20, LoadReason.BINARY, "a data file"),
        (b"\xff" * 64, LoadReason.UNKNOWN_CHARSET, "no known encoding"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, reason: LoadReason, words: str) -> None:
    with pytest.raises(LoadError, match=words) as caught:
        decode_document(data, PATH)
    assert caught.value.reason is reason


@pytest.mark.parametrize("controls", ["\x0b", "\x0c", "\x07", "\x1e", "\x1b[1m", "\x1a"])
def test_controls_that_word_and_dos_leave_are_no_binary_file(controls: str) -> None:
    text = "".join(clause + controls for clause in SPEECH.split("，"))
    for codec in ("utf-8", "gb18030"):
        assert decode_document(text.encode(codec), PATH).text == text


def test_a_person_may_choose_the_encoding() -> None:
    data = SPEECH_TRADITIONAL.encode("big5")
    assert decode_document(data, PATH, "Big5").text == SPEECH_TRADITIONAL
    wrong = decode_document(data, PATH, "gbk")
    assert wrong.text != SPEECH_TRADITIONAL
    assert wrong.origin.encoding == "gbk"
    assert decode_document(data, PATH, "shift-jis").origin.encoding == "shift_jis"


def test_a_chosen_encoding_that_does_not_fit_shows_its_holes() -> None:
    document = decode_document(SPEECH.encode("gbk"), PATH, "utf-8")
    assert "\ufffd" in document.text
    assert document.origin.confidence < 0.8


@pytest.mark.parametrize("name", ["punycode", "rot13", "base64", "no-such", "", "utf-8\0", "中文"])
def test_an_encoding_that_is_not_offered_is_refused(name: str) -> None:
    assert reason_of(SPEECH.encode(), name) is LoadReason.UNKNOWN_CHARSET


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("name", [b"\xbd\xb2\xbb\xb0.txt", b"two\nlines.txt", b"\xe2\x80\xaetxt"])
def test_any_file_name_can_be_loaded_and_shown(tmp_path: Path, name: bytes) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    path.write_bytes(SPEECH.encode())
    assert load_text_file(path).text == SPEECH
    path.write_bytes(b"")
    with pytest.raises(LoadError) as caught:
        load_text_file(path)
    message = str(caught.value)
    assert message.encode("utf-8")
    assert message.isprintable()
