"""A text that is edited: parts of it can be read at once, the whole is written out when asked for.

A key in a text of a million characters would copy megabytes several times; as it is, the last edits
wait beside the text as a script, and what is asked for is nearly always only the place of the key.
"""

from __future__ import annotations

from reviewer.review.composition import compose
from reviewer.review.edits import EditMismatch, EditScript
from reviewer.text.span import Span

MOST_WAITING = 64
"""Edits that may wait; more of them are written out, for looking through them would cost more."""

NO_EDITS = EditScript()


class EditedText:
    """A text with the edits that wait to be written out. Its length is `len`."""

    __slots__ = ("_text", "_waiting")

    def __init__(self, text: str) -> None:
        """Begin with `text`."""
        self._text = text
        self._waiting = NO_EDITS

    def __len__(self) -> int:
        return len(self._text) + self._waiting.growth

    def part(self, start: int, end: int) -> str:
        """The characters from `start` up to `end` (0 or more), as a slice of the whole."""
        if end <= start:
            return ""
        if not self._waiting.edits:
            return self._text[start:end]
        return self._waiting.part_of(self._text, Span(start, end))

    def whole(self) -> str:
        """All of the text; the same object until the next edit. Cost: O(n) after an edit."""
        if self._waiting.edits:
            self._text = self._waiting.apply(self._text)
            self._waiting = NO_EDITS
        return self._text

    def edit(self, script: EditScript) -> None:
        """Make the edits of `script`. Cost: that of the script, not of the text.

        Raises:
            EditMismatch: the text does not have the characters that an edit removes; nothing was
                changed then.
        """
        if len(self._waiting) + len(script) > MOST_WAITING:
            self._text = script.apply(self.whole())
            return
        for edit in script.edits:
            found = self.part(edit.start, edit.end)
            if found != edit.removed or edit.start > len(self):
                raise EditMismatch(edit, found)
        self._waiting = compose(self._waiting, script)
