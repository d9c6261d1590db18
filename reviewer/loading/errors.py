"""Why a file did not become a Document: one typed error for each reason that a person can act on.

Every error is made of the path and the facts that its class names, and nothing else, so that it
survives the way from a worker process to the window. The text of an error is plain English; a
front end words its own from the reason and the facts.
"""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from typing import ClassVar

from reviewer.loading.names import shown_name
from reviewer.loading.signatures import FileKind
from reviewer.text.errors import ReviewerError


class LoadReason(Enum):
    """Why a file was not loaded."""

    MISSING = "missing"
    IS_FOLDER = "is_folder"
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    CHANGED = "changed"
    EMPTY = "empty"
    BLANK = "blank"
    OTHER_FORMAT = "other_format"
    BINARY = "binary"
    UNKNOWN_CHARSET = "unknown_charset"
    TOO_MANY_FILES = "too_many_files"


class LoadError(ReviewerError):
    """A file or folder could not be loaded. The others of a batch go on.

    Attributes:
        path: the file or folder as it was given.
        reason: which of the reasons it is.
    """

    reason: ClassVar[LoadReason]
    sentence: ClassVar[str]

    def __init__(self, path: Path, *facts: object) -> None:
        super().__init__(path, *facts)
        self.path = path

    def __str__(self) -> str:
        return f"{shown_name(self.path)}: {self.sentence.format(self=self)}"


class FileMissing(LoadError):
    """There is nothing at this path."""

    reason = LoadReason.MISSING
    sentence = "there is no such file"


class IsFolder(LoadError):
    """A folder was given where a file is meant."""

    reason = LoadReason.IS_FOLDER
    sentence = "is a folder, not a file"


class NotAFile(LoadError):
    """A pipe, a socket or a device: reading it might never end."""

    reason = LoadReason.NOT_A_FILE
    sentence = "is a device or a pipe, not a file"


class Unreadable(LoadError):
    """The system refuses to read the file or folder.

    Attributes:
        error_number: the system's `errno`.
    """

    reason = LoadReason.UNREADABLE
    sentence = "cannot be read: {self.system_message}"

    def __init__(self, path: Path, error_number: int) -> None:
        super().__init__(path, error_number)
        self.error_number = error_number

    @property
    def system_message(self) -> str:
        """What the system calls the error, in the language of the system."""
        return os.strerror(self.error_number)


class TooLarge(LoadError):
    """The file is larger than any manuscript.

    Attributes:
        byte_count: the size of the file, as far as it was read, in bytes.
        limit: the largest size that is read, in bytes.
    """

    reason = LoadReason.TOO_LARGE
    sentence = "has more than the {self.limit} bytes that are read"

    def __init__(self, path: Path, byte_count: int, limit: int) -> None:
        super().__init__(path, byte_count, limit)
        self.byte_count = byte_count
        self.limit = limit


class ChangedWhileReading(LoadError):
    """Another program was writing the file, twice in a row."""

    reason = LoadReason.CHANGED
    sentence = "changed while it was being read"


class FileEmpty(LoadError):
    """The file has no bytes, or a byte order mark alone."""

    reason = LoadReason.EMPTY
    sentence = "the file is empty"


class FileBlank(LoadError):
    """The file has blanks and line breaks alone."""

    reason = LoadReason.BLANK
    sentence = "there is nothing but blanks in the file"


class NotPlainText(LoadError):
    """The file is not plain text.

    Attributes:
        kind: what it looks like.
    """

    sentence = "is not text but {self.kind.value}"

    def __init__(self, path: Path, kind: FileKind) -> None:
        super().__init__(path, kind)
        self.kind = kind


class OtherFormat(NotPlainText):
    """The file holds text in a format that is not read yet, such as Word or PDF."""

    reason = LoadReason.OTHER_FORMAT
    sentence = "is {self.kind.value}, which is not supported yet"


class BinaryFile(NotPlainText):
    """The file holds no text: an image, an archive, a program or damaged data."""

    reason = LoadReason.BINARY


class UnknownCharset(LoadError):
    """None of the codecs that may be guessed gives a text."""

    reason = LoadReason.UNKNOWN_CHARSET
    sentence = "no known encoding gives a text"


class EncodingNotOffered(LoadError):
    """The encoding that was asked for is not one of those that the program reads.

    Attributes:
        encoding: its name, as it was given.
    """

    reason = LoadReason.UNKNOWN_CHARSET
    sentence = "the encoding {self.encoding!a} is not offered"

    def __init__(self, path: Path, encoding: str) -> None:
        super().__init__(path, encoding)
        self.encoding = encoding


class TooManyFiles(LoadError):
    """A folder holds more text files than one batch may have.

    Attributes:
        limit: how many files a batch may have.
    """

    reason = LoadReason.TOO_MANY_FILES
    sentence = "has more than {self.limit} text files; the rest is left out"

    def __init__(self, path: Path, limit: int) -> None:
        super().__init__(path, limit)
        self.limit = limit
