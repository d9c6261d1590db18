"""A plain text file becomes a Document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reviewer.loading.charset import decode, looks_binary
from reviewer.loading.decoded_text import DecodedText
from reviewer.loading.errors import (
    BinaryFile,
    EncodingNotOffered,
    FileBlank,
    FileEmpty,
    OtherFormat,
    UnknownCharset,
)
from reviewer.loading.newlines import with_line_feeds
from reviewer.loading.offered import decode_as, offered_encoding
from reviewer.loading.reading import read_file
from reviewer.loading.signatures import FileKind, kind_of
from reviewer.text.document import Document, Origin

# All white space of Unicode, NUL, and the marks that have no width.
_BLANKS = (
    "\0\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)


def load_text_file(path: Path, encoding: str | None = None) -> Document:
    """The Document in the file `path`, which is read and never written.

    Args:
        path: the file.
        encoding: the charset that a person chose; None to find it out.

    Raises:
        LoadError: the subclass says why there is no Document; see errors.py.
    """
    return decode_document(read_file(path), path, encoding)


def decode_document(data: bytes, path: Path, encoding: str | None = None) -> Document:
    """The Document in the bytes of a plain text file.

    Args:
        data: all bytes of the file.
        path: where they are from; it is not read.
        encoding: a name that `offered_encoding` knows, which is then used whether it fits or not;
            None to find it out.

    Raises:
        FileEmpty, FileBlank: there is nothing to review.
        OtherFormat, BinaryFile: these are not the bytes of a plain text.
        UnknownCharset, EncodingNotOffered: no text can be made of them.
    """
    if not data:
        raise FileEmpty(path)
    kind = kind_of(data)
    if kind is not None:
        raise OtherFormat(path, kind) if kind.holds_text else BinaryFile(path, kind)
    decoded = _guessed(data, path) if encoding is None else _chosen(data, path, encoding)
    if not decoded.text:
        raise FileEmpty(path)
    if not decoded.text.strip(_BLANKS):
        raise FileBlank(path)
    text, newline = with_line_feeds(decoded.text)
    origin = Origin(
        path=path,
        encoding=decoded.encoding,
        runner_up=decoded.runner_up,
        confidence=decoded.confidence,
        newline=newline,
        had_bom=decoded.had_bom,
        byte_count=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
    )
    return Document(text, origin)


def _guessed(data: bytes, path: Path) -> DecodedText:
    decoded = decode(data)
    if decoded is not None:
        return decoded
    if looks_binary(data):
        raise BinaryFile(path, FileKind.DATA)
    raise UnknownCharset(path)


def _chosen(data: bytes, path: Path, encoding: str) -> DecodedText:
    offered = offered_encoding(encoding)
    if offered is None:
        raise EncodingNotOffered(path, encoding)
    return decode_as(data, offered)
