"""A loaded text and where it came from. Plain values; nothing here reads a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Newline(Enum):
    """The newline convention that a source file used. The text of record always has LF."""

    LF = "lf"
    CRLF = "crlf"
    CR = "cr"
    MIXED = "mixed"
    NONE = "none"

    @property
    def characters(self) -> str:
        """What an export writes for one newline."""
        return {Newline.CRLF: "\r\n", Newline.CR: "\r"}.get(self, "\n")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text came from and how its bytes were understood.

    Attributes:
        path: the source file; never written to.
        encoding: the Python name of the codec that was used, such as `gb18030`.
        runner_up: the second most plausible codec, or None where the first was certain.
        confidence: how sure the choice of codec is, from 0 to 1.
        newline: the newline convention of the file.
        had_bom: whether a byte order mark was removed.
        byte_count: the size of the file in bytes.
        sha256: the hash of the file's bytes, in hexadecimal.
    """

    path: Path
    encoding: str
    runner_up: str | None
    confidence: float
    newline: Newline
    had_bom: bool
    byte_count: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text of record with its origin.

    The text is the file's text with the byte order mark removed and CRLF and CR turned into LF;
    nothing else is changed. All offsets in the program are code points of this text.
    """

    text: str
    origin: Origin

    def __len__(self) -> int:
        return len(self.text)
