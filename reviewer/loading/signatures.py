"""What a file is when it is not plain text, by the bytes that it begins with."""

from __future__ import annotations

from enum import Enum


class FileKind(Enum):
    """Formats that are told apart, because people drop such files on the program."""

    WORD = "a Word file"
    OLD_WORD = "a Word file of the old format (.doc)"
    OPEN_DOCUMENT = "an OpenDocument file"
    PDF = "a PDF file"
    RICH_TEXT = "a rich text file (.rtf)"
    SPREADSHEET = "a spreadsheet"
    PRESENTATION = "a presentation"
    E_BOOK = "an e-book"
    OLE = "an Office file of an old format"
    ARCHIVE = "an archive"
    IMAGE = "an image"
    SOUND_OR_FILM = "a sound or film"
    DATABASE = "a database"
    PROGRAM = "a program"
    DATA = "a data file"

    @property
    def holds_text(self) -> bool:
        """Whether a person may rightly expect to read text from such a file."""
        return self in _WITH_TEXT


_WITH_TEXT = frozenset(
    {
        FileKind.WORD,
        FileKind.OLD_WORD,
        FileKind.OPEN_DOCUMENT,
        FileKind.PDF,
        FileKind.RICH_TEXT,
        FileKind.SPREADSHEET,
        FileKind.PRESENTATION,
        FileKind.E_BOOK,
        FileKind.OLE,
    }
)

_BEGINNINGS: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF-", FileKind.PDF),
    (b"{\\rtf", FileKind.RICH_TEXT),
    (b"PK\x03\x04", FileKind.ARCHIVE),
    (b"PK\x05\x06", FileKind.ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OLE),
    (b"7z\xbc\xaf\x27\x1c", FileKind.ARCHIVE),
    (b"Rar!\x1a\x07", FileKind.ARCHIVE),
    (b"\x1f\x8b\x08", FileKind.ARCHIVE),
    (b"BZh91AY&SY", FileKind.ARCHIVE),
    (b"\xfd7zXZ\x00", FileKind.ARCHIVE),
    (b"\x28\xb5\x2f\xfd", FileKind.ARCHIVE),
    (b"\x89PNG\r\n\x1a\n", FileKind.IMAGE),
    (b"\xff\xd8\xff", FileKind.IMAGE),
    (b"GIF87a", FileKind.IMAGE),
    (b"GIF89a", FileKind.IMAGE),
    (b"II*\x00", FileKind.IMAGE),
    (b"MM\x00*", FileKind.IMAGE),
    (b"ID3", FileKind.SOUND_OR_FILM),
    (b"OggS\x00", FileKind.SOUND_OR_FILM),
    (b"SQLite format 3\x00", FileKind.DATABASE),
    (b"\x7fELF", FileKind.PROGRAM),
    (b"MZ\x90\x00", FileKind.PROGRAM),
)

# The names of members stand uncompressed in an archive.
_MEMBERS: tuple[tuple[bytes, FileKind], ...] = (
    (b"word/document.xml", FileKind.WORD),
    (b"xl/workbook.xml", FileKind.SPREADSHEET),
    (b"ppt/presentation.xml", FileKind.PRESENTATION),
    (b"application/vnd.oasis.opendocument", FileKind.OPEN_DOCUMENT),
    (b"application/epub+zip", FileKind.E_BOOK),
)
_OLE_STREAMS: tuple[tuple[bytes, FileKind], ...] = (
    ("WordDocument".encode("utf-16-le"), FileKind.OLD_WORD),
    ("Workbook".encode("utf-16-le"), FileKind.SPREADSHEET),
    ("PowerPoint Document".encode("utf-16-le"), FileKind.PRESENTATION),
)
_INSIDE = {FileKind.ARCHIVE: _MEMBERS, FileKind.OLE: _OLE_STREAMS}


def kind_of(data: bytes) -> FileKind | None:
    """The format that `data` begins like, or None where it may be plain text. Cost: O(n)."""
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            inside = (found for mark, found in _INSIDE.get(kind, ()) if mark in data)
            return next(inside, kind)
    # MP4 and its kin begin with the size of their first box.
    if data[4:8] == b"ftyp":
        return FileKind.SOUND_OR_FILM
    if data.startswith(b"RIFF") and data[8:12] in {b"WAVE", b"AVI ", b"WEBP"}:
        return FileKind.SOUND_OR_FILM
    return None
