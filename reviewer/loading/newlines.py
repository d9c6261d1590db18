"""The newline convention of a text, and the one newline of the text of record."""

from __future__ import annotations

from reviewer.text.document import Newline


def with_line_feeds(text: str) -> tuple[str, Newline]:
    """`text` with CRLF and CR turned into LF, and the convention that it used.

    Nothing else is changed: form feeds, U+0085, U+2028 and the like are characters of the text.
    Cost: O(n).
    """
    crlf = text.count("\r\n")
    cr = text.count("\r") - crlf
    lf = text.count("\n") - crlf
    used = [
        convention
        for convention, count in ((Newline.CRLF, crlf), (Newline.CR, cr), (Newline.LF, lf))
        if count
    ]
    if crlf or cr:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not used:
        return text, Newline.NONE
    return text, used[0] if len(used) == 1 else Newline.MIXED
