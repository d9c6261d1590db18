"""A text with the charset that it was read in, before newlines are made one."""

from __future__ import annotations

from dataclasses import dataclass, replace

BYTE_ORDER_MARK = "\ufeff"
HOLE = "\ufffd"
"""What stands in a text for bytes that are no character."""


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The whole text of some bytes.

    Attributes:
        text: the text; its newlines are those of the file.
        encoding: the Python name of the codec.
        runner_up: the second most plausible codec; None where there is no other.
        confidence: how sure the choice is, from 0 to 1.
        had_bom: whether a byte order mark was removed.
    """

    text: str
    encoding: str
    runner_up: str | None
    confidence: float
    had_bom: bool = False

    def without_mark(self) -> DecodedText:
        """The same without the byte order marks at its beginning; there may be two."""
        text = self.text.lstrip(BYTE_ORDER_MARK)
        if len(text) == len(self.text):
            return self
        return replace(self, text=text, had_bom=True)
