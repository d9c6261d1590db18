"""Texts in the store: kept once by their content, checked by their hash on every read.

SQLite does not notice a flipped bit in a text; SHA-256 over the text before compression does.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from reviewer.store.connection import Row, StoreConnection, Value
from reviewer.store.errors import StoreDamaged, TextDamaged

_LEVEL = 3
"""How hard zlib tries. Level 6 takes twice as long and saves a twelfth."""


def utf8(text: str) -> bytes:
    """The bytes that stand for a text, lone surrogates and all."""
    return text.encode("utf-8", "surrogatepass")


def text_hash(text: str) -> bytes:
    """The name of a text: SHA-256 of its UTF-8 form, 32 bytes."""
    return sha256(utf8(text)).digest()


def storable(text: str) -> str | bytes:
    """A text as a column of type ANY takes it: bytes where it has lone surrogates.

    NUL and everything else goes into a TEXT as it is.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return utf8(text)
    return text


def storable_row(values: Iterable[str | int | None]) -> list[Value]:
    """A row in which every text is storable."""
    return [storable(value) if isinstance(value, str) else value for value in values]


def stored_text(value: str | bytes) -> str:
    """The inverse of `storable`."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def storable_json(value: object) -> str:
    """JSON as people read it; with escapes alone where it has lone surrogates.

    Raises:
        ValueError: it holds a float that is not a number.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return text if isinstance(storable(text), str) else json.dumps(value, allow_nan=False)


@dataclass(frozen=True, slots=True)
class PackedText:
    """A text as the store keeps it. Making one needs no store, so any thread may do it.

    Attributes:
        digest: SHA-256 of its UTF-8 form.
        codec: `zlib` or `raw`.
        characters: its code points.
        size: its bytes in UTF-8.
        data: these bytes, packed by the codec.
    """

    digest: bytes
    codec: str
    characters: int
    size: int
    data: bytes


def packed_text(text: str) -> PackedText:
    """A text made ready for the store. Cost: hash and zlib, about 15 ms a megabyte."""
    data = utf8(text)
    return _packed(text, data, sha256(data).digest())


def _packed(text: str, data: bytes, digest: bytes) -> PackedText:
    packed = zlib.compress(data, _LEVEL)
    small = len(packed) < len(data)
    return PackedText(
        digest, "zlib" if small else "raw", len(text), len(data), packed if small else data
    )


def keep_text(connection: StoreConnection, text: str, packed: PackedText | None = None) -> int:
    """Keep a text, inside a transaction; the id of its blob.

    Args:
        connection: the store.
        text: the text.
        packed: the same text, where it was packed before.

    Cost: hash and zlib, about 15 ms a megabyte; the hash alone where the text is known.
    """
    data = b"" if packed else utf8(text)
    digest = packed.digest if packed else sha256(data).digest()
    known = connection.row("SELECT id FROM blob WHERE sha256 = ?", (digest,))
    if known is not None:
        return known[0]
    ready = packed or _packed(text, data, digest)
    return connection.insert(
        "blob",
        {
            "sha256": ready.digest,
            "codec": ready.codec,
            "characters": ready.characters,
            "bytes": ready.size,
            "data": ready.data,
        },
    )


def version_text(connection: StoreConnection, version: int) -> str:
    """The text of the version with this id.

    Raises:
        TextDamaged: it is not what was saved.
        StoreDamaged: there is no such version.
    """
    row = connection.row(
        "SELECT document, seq, sha256, codec, bytes, data FROM version"
        " JOIN blob ON blob.id = version.blob WHERE version.id = ?",
        (version,),
    )
    if row is None:
        raise StoreDamaged(connection.path, f"no version {version}")
    document, seq, digest = row[:3]
    data = _unpacked(row)
    if data is None or sha256(data).digest() != digest:
        raise TextDamaged(connection.path, document, seq)
    return data.decode("utf-8", "surrogatepass")


def _unpacked(row: Row) -> bytes | None:
    codec, size, data = row[3:]
    if codec == "raw":
        return data
    try:
        # The size bounds what a damaged stream may grow to.
        return zlib.decompressobj().decompress(data, max_length=size + 1)
    except zlib.error:
        return None
