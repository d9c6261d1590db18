"""What is dropped on the program by mistake is called by its name."""

from __future__ import annotations

import io
import zipfile

import pytest

from reviewer.loading.signatures import FileKind, kind_of


def archive_with(member: str, content: str = "x") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x" * 500)
        archive.writestr(member, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (archive_with("word/document.xml"), FileKind.WORD),
        (archive_with("xl/workbook.xml"), FileKind.SPREADSHEET),
        (archive_with("ppt/presentation.xml"), FileKind.PRESENTATION),
        (archive_with("讲话.txt"), FileKind.ARCHIVE),
        (b"%PDF-1.7\n", FileKind.PDF),
        (b"{\\rtf1\\ansi", FileKind.RICH_TEXT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), FileKind.OLE),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            FileKind.OLD_WORD,
        ),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FileKind.IMAGE),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", FileKind.IMAGE),
        (b"\0\0\0\x20ftypisom", FileKind.SOUND_OR_FILM),
        (b"RIFF\x24\0\0\0WAVEfmt ", FileKind.SOUND_OR_FILM),
        (b"SQLite format 3\0", FileKind.DATABASE),
        (b"\x7fELF\x02\x01", FileKind.PROGRAM),
    ],
    ids=lambda value: value.name if isinstance(value, FileKind) else "",
)
def test_known_formats_are_told_by_their_beginning(data: bytes, kind: FileKind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    "text",
    ["PK赛即将开始", "%PDF 是什么", "GIF 图片说明", "{rtf}", "MZ", "RIFF", "二进制", ""],
)
def test_text_that_only_resembles_a_format_is_text(text: str) -> None:
    for codec in ("utf-8", "gb18030", "utf-16"):
        assert kind_of(text.encode(codec)) is None


def test_a_person_may_expect_text_from_a_word_file_but_not_from_an_image() -> None:
    assert FileKind.WORD.holds_text
    assert FileKind.PDF.holds_text
    assert not FileKind.IMAGE.holds_text
    assert not FileKind.ARCHIVE.holds_text
