"""The encodings that a person may choose when the guess is wrong."""

from __future__ import annotations

import codecs

from reviewer.loading.decoded_text import HOLE, DecodedText

OFFERED_ENCODINGS = (
    "utf-8",
    "gb18030",
    "gbk",
    "gb2312",
    "big5",
    "cp950",
    "big5hkscs",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-32-be",
    "hz",
    "shift_jis",
    "cp932",
    "euc_jp",
    "euc_kr",
    "cp949",
    "cp1252",
)
"""Python names, the likeliest first. A closed list: some of Python's codecs are quadratic."""

_ALIASES = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


def offered_encoding(name: str) -> str | None:
    """The name under which the encoding `name` is offered (`GBK`, `utf8`), or None if it is not."""
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    known = _ALIASES.get(known, known)
    return known if known in OFFERED_ENCODINGS else None


def decode_as(data: bytes, encoding: str) -> DecodedText:
    """`data` in the charset that a person chose from `OFFERED_ENCODINGS`.

    What breaks the rules of the charset becomes U+FFFD, and the confidence is the share of
    characters that do not.
    """
    text = data.decode(encoding, "replace")
    kept = 1.0 - text.count(HOLE) / max(len(text), 1)
    return DecodedText(text, encoding, None, round(kept, 3)).without_mark()
